"""To the tenge, a bill of a job offer is what `komek assess` prints for the changed family, written as a file."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bot.commands.assess import GIVEN
from rules import History, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.household import Activity, IncomeKind
from rules.offer import INCOME_OF_MEASURE, NO_WAGE, Measure
from rules.offer_bill import Bill, BillNotPossibleError, bill
from rules.readings import Doubt
from rules.record import GapRecord, Record
from tests.bot.commands.terminal import komek
from tests.cast.families import DAYS, file_of, households

WAGES = st.integers(1, 400_000)
PAID = sorted(set(Measure) - NO_WAGE)


@pytest.fixture(scope="module", autouse=True)
def _no_lines_of_an_administrator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The lines are those of the law's files, and what is given on the command line."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('nothing') / 'none.sqlite3'}")
        yield


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the family is written."""
    return tmp_path_factory.mktemp("family") / "family.toml"


def printed(file: Path, household: Household, on: date, line: int | None) -> Record:
    """What the command prints for a family."""
    file.write_text(file_of(household, on), encoding="utf-8")
    said = komek("assess", file, "--json", *([] if line is None else ["--line", line]))
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    del found["other_help"]  # what stands beside the record
    record: Record = found
    return record


def with_job(household: Household, member: Member, measure: Measure, wage: int) -> Household:
    """The family in which a member works for a wage, written out by hand: employed, and three wages more."""
    works = Member(
        label=member.label,
        relationship=member.relationship,
        birth=member.birth,
        sex=member.sex,
        activity=Activity.EMPLOYED,
        disability=member.disability,
        long_illness=member.long_illness,
        absence=member.absence,
        registered_here=member.registered_here,
        entitled=member.entitled,
        incomes=(*member.incomes, Income.of(INCOME_OF_MEASURE[measure], wage + wage + wage)),
    )
    return Household(
        household.region,
        tuple(works if one.label == member.label else one for one in household.members),
        household.history,
        household.property,
        household.registered,
    )


def a_month(record: Record) -> tuple[int, int]:
    """Assistance and supplement of a month, from the total that the command prints.

    Where readings are open each has the supplement of the children who count in it. It may end or begin with a
    birthday, so that the total has no equal months: such a reading has the supplement of the day.
    """
    months, total = record["months"], record["total_tenge"]
    if record["readings"]:
        ends: list[tuple[int, int]] = []
        for reading in record["readings"]:
            is_of_birthday = any(one["doubt"] == Doubt.SUPPLEMENT_AGE for one in reading["if"])
            of_day = record["child_supplement_tenge"] or 0
            supplement = of_day if is_of_birthday else reading["supplement_total_tenge"] // months
            low, high = (reading["monthly_tenge"][end] + supplement for end in ("low", "high"))
            ends.append(
                (low if reading["outcome"] == "eligible" else 0, high if reading["outcome"] != "refused" else 0)
            )
        return min(low for low, _ in ends), max(high for _, high in ends)
    assert total["low"] % months == total["high"] % months == 0
    return total["low"] // months, total["high"] // months


def compare_taken(found: Bill, record: Record, wage: int) -> None:
    assert found.taken is not None
    assert found.taken.record == record
    assert found.taken.assistance == (record["monthly_tenge"]["low"], record["monthly_tenge"]["high"])
    assert found.taken.supplement_tenge == record["child_supplement_tenge"]
    low, high = a_month(record)
    refused, month = record["outcome"] == "refused", found.taken.both.changed
    assert month.assistance == ((0, 0) if refused else (low, high))
    assert found.taken.total == (wage + low, wage + high)


def compare_refused(found: Bill, unchanged: Record, refused: Record) -> None:
    assert found.unchanged == unchanged
    assert found.refused == refused
    is_open = unchanged["outcome"] == "too_close" and unchanged["monthly_tenge"]["high"] == 0
    assert found.cost.monthly == (None if is_open else a_month(unchanged))
    for refusal in refused["refusals"]:
        if refusal["ground"] == "measures_refused":
            assert refusal["until"] == found.cost.until.isoformat()
    if unchanged["assistance"] is not None:  # the record of a refused family is silent about who must join
        assert found.need_not_take_part == (found.member not in unchanged["must_join_measures"])


def missing_days(*records: Record) -> list[GapRecord]:
    """The days that the first undecided record lacks: every income of these families is known."""
    undecided = [record for record in records if record["outcome"] == "undecided"]
    return [gap for record in undecided[:1] for gap in record["gaps"] if gap["what"].endswith("_on")]


@st.composite
def poor_households(draw: st.DrawFn, on: date) -> Household:
    """Families with incomes about the line, to half of whom nothing has happened before."""
    incomes = st.builds(Income.of, st.sampled_from(IncomeKind), st.integers(0, 200_000))
    household = draw(households(on, incomes))
    return household if draw(st.booleans()) else replace(household, history=History())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), DAYS, st.sampled_from(PAID), WAGES, st.none() | st.integers(15_000, 80_000))
def test_both_sides_of_a_bill_are_what_the_command_prints(
    file: Path, data: st.DataObject, today: date, measure: Measure, wage: int, line: int | None
) -> None:
    """Whoever of whatever family is offered whatever pays a wage, by a published line or an estimate."""
    household = data.draw(poor_households(today))
    member = data.draw(st.sampled_from(household.members))
    given_line = None if line is None else PovertyLine.published("KZ", Quarter.of(date.min), line, GIVEN)
    offer = (household, member.label, measure, wage, None, today, PovertyLines(always=given_line))
    refusing = replace(household, history=replace(household.history, refused_measures_on=today))
    unchanged = printed(file, household, today, line)
    changed = printed(file, with_job(household, member, measure, wage), today, line)
    event(f"{unchanged['outcome']}, then {changed['outcome']}")
    if missing := missing_days(unchanged, changed):
        with pytest.raises(BillNotPossibleError) as stopped:
            bill(*offer)
        assert [{"what": gap.what, "label": gap.label} for gap in stopped.value.missing] == missing
        return
    found = bill(*offer)
    compare_taken(found, changed, wage)
    compare_refused(found, unchanged, printed(file, refusing, today, line))
