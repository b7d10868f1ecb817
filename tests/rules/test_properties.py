"""What holds of every family on every day, whatever its answers."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rules import (
    Household,
    Income,
    LawError,
    Member,
    NobodyCounts,
    PovertyLine,
    PovertyLines,
    Quarter,
    assess,
    record_of,
)
from rules.household import Absence, IncomeKind, Relationship
from rules.household_file import read_application
from tests.rules.families import DAYS, KNOWN_INCOMES, TENGE, estimated_incomes, file_of, households, lines_of

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Record = dict[str, Any]

# Everything that the description of the command line promises of an object.
KEYS = {
    "edition", "on", "region", "quarter", "base_months", "outcome", "preliminary", "counted_members",
    "not_counted", "per_capita_income", "poverty_line", "assistance", "social_contract", "must_join_measures",
    "monthly_tenge", "child_supplement_tenge", "months", "total_tenge", "large_family_allowance_tenge",
    "awarded_mother_allowance_tenge", "refusals", "warnings", "children", "gaps", "steps",
}  # fmt: skip
ORDER_OF_THE_ACT = [
    "who_counts", "base_quarter", "income", "per_capita_income", "poverty_line", "income_within_line",
    "examination_refused", "commission_no_need", "measures_refused", "measures_refused_without_day",
    "contract_broken", "contract_broken_without_day", "false_data",
    "no_other_ground", "amount", "months", "child_supplement", "unconditional", "conditional",
    "large_family_allowance", "awarded_mother_allowance", "social_package",
]  # fmt: skip
ACTS_OF_BOTH = {"programme_2019"}
ACTS = {
    "E2020": {"law_246", "order_320", "order_237", "decree_1032", "law_63", "order_on_poverty_line_2017"},
    "E2023": {
        "social_code", "order_227", "order_181", "order_160", "order_160_as_amended", "minister_2025",
        "criteria_2025", "local_acts", "health_insurance",
    },
}  # fmt: skip
NEVER_COUNTED = {
    IncomeKind.ASSISTANCE,
    IncomeKind.HOUSING_AID,
    IncomeKind.BURIAL_GRANT,
    IncomeKind.CHILD_DISABILITY_ALLOWANCE,
}
LOANS_COUNT_FROM = date(2025, 9, 1)


class Situation(NamedTuple):
    """A family, a day and the lines that are known."""

    household: Household
    on: date
    lines: PovertyLines

    @property
    def record(self) -> Record:
        return record_of(assess(self.household, self.on, self.lines))


@st.composite
def situations(draw: st.DrawFn, incomes: st.SearchStrategy[Income] = KNOWN_INCOMES) -> Situation:
    on = draw(DAYS)
    household = draw(households(on, incomes))
    return Situation(household, on, draw(lines_of(household, on)))


ANY = situations(KNOWN_INCOMES | estimated_incomes())


def quarter_income(situation: Situation, record: Record) -> int:
    """Add up by hand what counts of the members who count."""
    loans = set() if situation.on >= LOANS_COUNT_FROM else {IncomeKind.LOAN}
    return sum(
        income.low_tenge
        for member in situation.household.members
        if member.label not in record["not_counted"]
        for income in member.incomes
        if income.kind not in NEVER_COUNTED | loans
    )


@few
@given(situations(), st.data())
def test_more_income_raises_neither_the_amount_nor_the_total(situation: Situation, data: st.DataObject) -> None:
    family = list(situation.household.members)
    number = data.draw(st.integers(0, len(family) - 1))
    more = Income.of(data.draw(st.sampled_from(IncomeKind)), data.draw(TENGE))
    family[number] = replace(family[number], incomes=(*family[number].incomes, more))
    richer = situation._replace(household=replace(situation.household, members=tuple(family))).record
    for amount in ("monthly_tenge", "total_tenge"):
        for end in ("low", "high"):
            assert richer[amount][end] <= situation.record[amount][end]


@few
@given(st.integers(15_000, 80_000), st.integers(1, 15), st.integers(0, 2_000_000))
def test_one_tenge_more_lowers_the_amount_by_at_most_one_tenge(line: int, count: int, tenge: int) -> None:
    poorer, richer = (amount_of(line, count, income) for income in (tenge, tenge + 1))
    assert 0 <= poorer - richer <= 1


def amount_of(line_tenge: int, count: int, income_tenge: int) -> int:
    """Return the monthly amount of so many people of whom one has an income, by a published line."""
    applicant = Member("0", Relationship.APPLICANT, incomes=(Income.of(IncomeKind.WAGE, income_tenge),))
    others = [Member(str(number), Relationship.OTHER) for number in range(1, count)]
    line = PovertyLine.published("KZ-71", Quarter(2024, 2), line_tenge, "administrator")
    assessment = assess(Household("KZ-71", (applicant, *others)), date(2024, 5, 1), PovertyLines([line]))
    assert assessment.monthly.low == assessment.monthly.high
    return assessment.monthly.low


@few
@given(ANY, st.data())
def test_the_order_of_the_members_never_matters(situation: Situation, data: st.DataObject) -> None:
    family = tuple(data.draw(st.permutations(situation.household.members)))
    shuffled = situation._replace(household=replace(situation.household, members=family))
    assert without_order(situation.record) == without_order(shuffled.record)


def without_order(value: Any) -> Any:
    """Return a JSON document with every list of it in one fixed order."""
    if isinstance(value, dict):
        return {key: without_order(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return sorted((without_order(part) for part in value), key=repr)
    return value


@few
@given(situations())
def test_the_amount_is_that_of_the_formula_by_hand(situation: Situation) -> None:
    record = situation.record
    people, line = record["counted_members"], record["poverty_line"]["tenge"]
    income = quarter_income(situation, record)
    by_hand = max(0, ceil(Fraction(3 * line * people - income, 3)))
    expected = {
        "eligible": {"low": by_hand, "high": by_hand},
        "too_close": {"low": 0, "high": by_hand},
        "undecided": {"low": 0, "high": by_hand},
        "refused": {"low": 0, "high": 0},
    }
    assert record["monthly_tenge"] == expected[record["outcome"]]
    assert abs(Fraction(record["per_capita_income"]) - Fraction(income, 3 * people)) <= Fraction(1, 200)


@few
@given(situations())
def test_income_decides_as_the_line_and_its_basis_say(situation: Situation) -> None:
    record = situation.record
    line = record["poverty_line"]
    share = Fraction(quarter_income(situation, record), 3 * record["counted_members"]) / line["tenge"]
    near = line["basis"] == "estimate" and Fraction(85, 100) <= share <= Fraction(115, 100)
    above = share > 1 and not near
    assert ("income_above_line" in [refusal["ground"] for refusal in record["refusals"]]) == above
    is_without_day = any(gap["what"] in {"refused_measures_on", "contract_broken_on"} for gap in record["gaps"])
    if not record["refusals"]:
        assert record["outcome"] == ("undecided" if is_without_day else "too_close" if near else "eligible")


@few
@given(ANY)
def test_the_total_is_amount_and_supplement_over_the_months(situation: Situation) -> None:
    record = situation.record
    supplement = record["child_supplement_tenge"] or 0
    high = (record["monthly_tenge"]["high"] + supplement) * record["months"]
    low = (record["monthly_tenge"]["low"] + supplement) * record["months"]
    expected = {"low": low if record["outcome"] == "eligible" else 0, "high": high}
    assert record["total_tenge"] == expected


@few
@given(ANY)
def test_every_way_explains_itself_in_the_order_of_the_act(situation: Situation) -> None:
    record = situation.record
    names = [step["step"] for step in record["steps"]]
    assert names
    assert names == sorted(names, key=ORDER_OF_THE_ACT.index)
    assert len(names) == len(set(names))
    for step in record["steps"]:
        acts = {source["act"] for source in step["sources"]}
        assert acts
        assert acts <= ACTS[record["edition"]] | ACTS_OF_BOTH
        assert all(source["grade"] and source["provision"] for source in step["sources"])


@few
@given(ANY)
def test_the_outcome_follows_from_the_steps_that_failed(situation: Situation) -> None:
    record = situation.record
    passed = {step["step"]: step["passed"] for step in record["steps"]}
    failed = [name for name, held in passed.items() if held is False]
    grounds = ["income_above_line" if name == "income_within_line" else name for name in failed]
    assert grounds == [refusal["ground"] for refusal in record["refusals"]]
    assert (record["outcome"] == "refused") == bool(failed)
    if record["outcome"] == "eligible":
        assert passed["income_within_line"] is True
    without_day = [name for name in passed if name.endswith("_without_day")]
    if record["outcome"] == "too_close":
        assert (passed["income_within_line"], without_day) == (None, [])
    if record["outcome"] == "undecided":
        assert passed["income_within_line"] is None or without_day


@few
@given(ANY)
def test_a_record_is_json_without_a_float_and_with_every_key(situation: Situation) -> None:
    record = situation.record
    assert record.keys() >= KEYS
    assert json.loads(json.dumps(record)) == record
    for part in parts_of(record):
        assert part is None or type(part) in {dict, list, str, int, bool}
    assert Decimal(record["per_capita_income"]).as_tuple().exponent == -2


def parts_of(value: Any) -> Iterator[Any]:
    """Walk a JSON document."""
    yield value
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, list) or not isinstance(value, str | int | type(None)):
        for part in value:
            yield from parts_of(part)


@few
@given(ANY)
def test_a_range_has_its_lower_end_first_and_nothing_is_below_nought(situation: Situation) -> None:
    record = situation.record
    for amount in (record["monthly_tenge"], record["total_tenge"]):
        assert 0 <= amount["low"] <= amount["high"]
    for allowance in (
        "child_supplement_tenge",
        "large_family_allowance_tenge",
        "awarded_mother_allowance_tenge",
    ):
        assert record[allowance] is None or record[allowance] >= 0
    assert 1 <= record["months"] <= 3


@few
@given(ANY)
def test_what_rests_on_an_estimate_or_lacks_an_answer_is_preliminary(situation: Situation) -> None:
    record = situation.record
    if record["poverty_line"]["basis"] == "estimate" or record["gaps"]:
        assert record["preliminary"] is True
    if record["outcome"] in {"too_close", "undecided"}:
        assert record["preliminary"] is True


@few
@given(ANY)
def test_only_a_family_that_is_not_refused_gets_a_kind_and_measures(situation: Situation) -> None:
    record = situation.record
    assert (record["assistance"] is None) == (record["outcome"] == "refused")
    assert record["social_contract"] == (record["assistance"] == "conditional")
    if record["assistance"] != "conditional":
        assert record["must_join_measures"] == []
    assert not set(record["must_join_measures"]) & set(record["not_counted"])


@few
@given(ANY)
def test_only_a_refusal_of_measures_spares_the_children_s_package(situation: Situation) -> None:
    for refusal in situation.record["refusals"]:
        assert ("children_package" in refusal["untouched"]) == (refusal["ground"] == "measures_refused")
        assert "large_family_allowance" in refusal["untouched"]


@few
@given(situations(estimated_incomes()))
def test_an_income_that_is_only_estimated_is_said_to_be_missing(situation: Situation) -> None:
    record = situation.record
    unsure = [
        income
        for member in situation.household.members
        if member.label not in record["not_counted"]
        for income in member.incomes
        if income.low_tenge != income.high_tenge
    ]
    assert [gap["what"] for gap in record["gaps"]].count("income") == len(unsure)


@few
@given(situations(), TENGE)
def test_a_range_of_income_gives_the_range_of_its_ends(situation: Situation, width: int) -> None:
    applicant, *others = situation.household.members
    results = []
    for low, high in ((0, width), (0, 0), (width, width)):
        wage = Income(IncomeKind.WAGE, low, high)
        family = (replace(applicant, incomes=(wage,)), *others)
        results.append(situation._replace(household=replace(situation.household, members=family)).record)
    both, poorer, richer = results
    assert both["monthly_tenge"]["high"] == poorer["monthly_tenge"]["high"]
    assert both["monthly_tenge"]["low"] == richer["monthly_tenge"]["low"]
    if poorer["outcome"] == richer["outcome"]:
        assert both["outcome"] == poorer["outcome"]
    else:
        assert both["outcome"] == "undecided"


@few
@given(situations(), st.text("aәіңғүұқөһёщ \"\\'#[]=.й", min_size=1, max_size=20))
def test_a_family_written_as_a_file_is_read_as_the_same_family(situation: Situation, label: str) -> None:
    assume(label.strip() == label)
    applicant, *others = situation.household.members
    household = replace(situation.household, members=(replace(applicant, label=label), *others))
    document = tomllib.loads(file_of(household, situation.on), parse_float=Decimal)
    assert read_application(document) == (household, situation.on)


@few
@given(situations())
def test_a_family_of_whom_everybody_is_away_cannot_be_assessed(situation: Situation) -> None:
    away = tuple(replace(member, absence=Absence.UNKNOWN) for member in situation.household.members)
    with pytest.raises(NobodyCounts, match="members"):
        assess(replace(situation.household, members=away), situation.on, situation.lines)


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2028, 1, 1), date(1, 1, 1)])
def test_a_day_that_the_law_does_not_reach_is_an_error_and_no_result(on: date) -> None:
    household = Household("KZ-71", (Member("applicant", Relationship.APPLICANT),))
    with pytest.raises(LawError):
        assess(household, on, PovertyLines())
