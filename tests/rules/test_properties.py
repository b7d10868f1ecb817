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
    NobodyCountsError,
    PovertyLine,
    PovertyLines,
    Quarter,
    assess,
    record_of,
)
from rules.assessment import UnknownRegionError
from rules.household import Absence, AwardedMother, Commission, History, IncomeKind, Relationship
from rules.household_file import read_application
from rules.poverty_line import figures_of_lines
from rules.record import Record
from rules.regions import REGIONS, exists
from rules.subsistence_minimum import Period, band, known_figures
from tests.cast.families import DAYS, KNOWN_INCOMES, TENGE, estimated_incomes, file_of, households, lines_of

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Everything that the description of the command line promises of an object.
KEYS = {
    "edition", "on", "region", "quarter", "base_months", "outcome", "preliminary", "counted_members",
    "not_counted", "per_capita_income", "poverty_line", "assistance", "social_contract", "must_join_measures",
    "monthly_tenge", "child_supplement_tenge", "months", "total_tenge", "large_family_allowance_tenge",
    "awarded_mother_allowance_tenge", "refusals", "readings", "no_need_bases", "warnings", "children", "gaps",
    "steps",
}  # fmt: skip
ORDER_OF_THE_ACT = [
    "who_counts", "nobody_entitled", "base_quarter", "income", "per_capita_income", "poverty_line",
    "income_within_line", "examination_refused", "commission_no_need", "measures_refused",
    "measures_refused_without_day",
    "contract_broken", "contract_broken_without_day", "false_data", "false_data_without_day",
    "no_other_ground", "bases_of_no_need", "amount", "months", "child_supplement", "unconditional", "conditional",
    "large_family_allowance", "awarded_mother_allowance", "social_package",
]  # fmt: skip
ACTS_OF_BOTH = {"programme_2019"}
ACTS = {
    "E2020": {"law_246", "order_320", "order_237", "decree_1032", "law_63", "order_on_poverty_line_2017"},
    "E2023": {
        "social_code", "order_227", "order_181", "order_160", "order_160_as_amended", "minister_2025",
        "local_acts", "health_insurance",
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
    records = [without_carers(one.record) for one in (situation, shuffled)]
    assert without_order(records[0]) == without_order(records[1])


def without_carers(record: Record) -> dict[str, object]:
    """Return a record without who of several carers is the one: the family may choose, and the first is taken (P6)."""
    if "only_one_carer" not in record["warnings"]:
        return {**record}
    steps = [{**step, "values": None} if step["step"] == "conditional" else step for step in record["steps"]]
    return {**record, "must_join_measures": len(record["must_join_measures"]), "steps": steps}


def without_order(value: Any) -> Any:
    """Return a JSON document with every list of it in one fixed order."""
    if isinstance(value, dict):
        return {key: without_order(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return sorted((without_order(part) for part in value), key=repr)
    return value


def due_by_hand(line_tenge: int, people: int, income: int) -> int:
    """Return the difference for each, by fractions."""
    return max(0, ceil(Fraction(3 * line_tenge * people - income, 3)))


def taken(record: Record) -> dict[str, int]:
    """Return the amount of the reading that the steps show, in which all that is open counts."""
    found = next((step["values"] for step in record["steps"] if step["step"] == "amount"), {"low": 0, "high": 0})
    return {"low": found["low"], "high": found["high"]}


@few
@given(situations())
def test_the_amount_is_that_of_the_formula_by_hand(situation: Situation) -> None:
    """In the reading that the steps show; where no other is open it is the result."""
    record = situation.record
    people, line = record["counted_members"], record["poverty_line"]
    income = quarter_income(situation, record)
    low, high = (due_by_hand(line[end], people, income) for end in ("low", "high"))
    if record["outcome"] == "eligible":
        assert taken(record) == {"low": low, "high": high}
    elif record["outcome"] == "too_close":
        assert taken(record) == {"low": 0, "high": high}
    if not record["readings"]:
        expected = {
            "eligible": {"low": low, "high": high, "likely": due_by_hand(line["tenge"], people, income)},
            "too_close": {"low": 0, "high": high, "likely": due_by_hand(line["tenge"], people, income)},
            "undecided": {"low": 0, "high": high, "likely": due_by_hand(line["tenge"], people, income)},
            "refused": {"low": 0, "high": 0, "likely": 0},
        }
        assert record["monthly_tenge"] == expected[record["outcome"]]
    assert abs(Fraction(record["per_capita_income"]) - Fraction(income, 3 * people)) <= Fraction(1, 200)


@few
@given(situations())
def test_income_decides_as_the_line_and_its_basis_say(situation: Situation) -> None:
    """At or below the low end a yes, above the high end a no, unless the line may be higher; between: too close."""
    record = situation.record
    line = record["poverty_line"]
    each = Fraction(quarter_income(situation, record), 3 * record["counted_members"])
    above = each > line["high"] and not line["may_be_higher"]
    near = each > line["low"] and not above
    if line["basis"] == "published":
        assert (line["low"], line["high"], line["may_be_higher"]) == (line["tenge"], line["tenge"], False)
        assert not near
    if record["readings"]:
        return
    assert ("income_above_line" in [refusal["ground"] for refusal in record["refusals"]]) == above
    is_without_day = any(gap["what"].endswith("_on") for gap in record["gaps"])
    if not record["refusals"]:
        assert record["outcome"] == ("undecided" if is_without_day else "too_close" if near else "eligible")


@few
@given(ANY)
def test_the_total_is_amount_and_supplement_over_the_months(situation: Situation) -> None:
    record = situation.record
    supplement = record["child_supplement_tenge"] or 0
    for reading in record["readings"]:
        of_children = reading["supplement_total_tenge"]
        high = reading["monthly_tenge"]["high"] * record["months"] + of_children
        low = reading["monthly_tenge"]["low"] * record["months"] + of_children
        assert reading["total_tenge"] == {"low": low if reading["outcome"] == "eligible" else 0, "high": high}
    if not record["readings"]:
        high = (record["monthly_tenge"]["high"] + supplement) * record["months"]
        low = (record["monthly_tenge"]["low"] + supplement) * record["months"]
        assert record["total_tenge"] == {"low": low if record["outcome"] == "eligible" else 0, "high": high}


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
    if "no_other_ground" in passed:
        assert not {refusal["ground"] for refusal in record["refusals"]} - {"income_above_line", "nobody_entitled"}
    if record["outcome"] == "eligible":
        assert passed["income_within_line"] is True
    without_day = [name for name in passed if name.endswith("_without_day")]
    if record["outcome"] == "too_close":
        assert (passed["income_within_line"], without_day) == (None, [])
    if record["outcome"] == "undecided":
        assert passed["income_within_line"] is None or without_day or record["readings"]


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
        record["child_supplement_tenge"],
        record["large_family_allowance_tenge"],
        record["awarded_mother_allowance_tenge"],
    ):
        assert allowance is None or allowance >= 0
    assert 1 <= record["months"] <= 3


@few
@given(ANY)
def test_what_rests_on_an_estimate_or_lacks_an_answer_is_preliminary(situation: Situation) -> None:
    record = situation.record
    if record["poverty_line"]["basis"] == "estimate" or record["gaps"] or record["readings"]:
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
        spared = (
            set() if refusal["ground"] == "nobody_entitled" else {"large_family_allowance", "awarded_mother_allowance"}
        )
        assert set(refusal["untouched"]) - {"children_package"} == spared


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
    with pytest.raises(NobodyCountsError, match="members"):
        assess(replace(situation.household, members=away), situation.on, situation.lines)


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2028, 1, 1), date(1, 1, 1)])
def test_a_day_that_the_law_does_not_reach_is_an_error_and_no_result(on: date) -> None:
    household = Household("KZ-71", (Member("applicant", Relationship.APPLICANT),))
    with pytest.raises(LawError):
        assess(household, on, PovertyLines())


# Readings


@few
@given(ANY)
def test_the_readings_bracket_the_result(situation: Situation) -> None:
    """The result goes from the least to the greatest of them, and is a yes or a no only where they agree."""
    record = situation.record
    found = record["readings"]
    if not found:
        return
    for sum_of in ("monthly_tenge", "total_tenge"):
        assert record[sum_of]["low"] == min(reading[sum_of]["low"] for reading in found)
        assert record[sum_of]["high"] == max(reading[sum_of]["high"] for reading in found)
    outcomes = {reading["outcome"] for reading in found}
    assert record["outcome"] == (outcomes.pop() if len(outcomes) == 1 else "undecided")
    assert record["monthly_tenge"]["likely"] is None
    assert len({len(reading["if"]) for reading in found}) == 1
    doubts = len(found[0]["if"])
    assert len(found) == (2 if doubts > 2 else 2**doubts)
    answers = [tuple(sorted((one["doubt"], one["of"], one["counted"]) for one in reading["if"])) for reading in found]
    assert len(set(answers)) == len(answers)


@few
@given(situations(), st.data())
def test_a_member_of_whom_nobody_is_sure_gives_no_less_and_no_more_than_both_answers(
    situation: Situation, data: st.DataObject
) -> None:
    """The result of a doubt holds what comes out when somebody is sure, either way."""
    others = situation.household.members[1:]
    assume(others)
    label = data.draw(st.sampled_from([member.label for member in others]))

    def with_absence(absence: Absence) -> Record:
        members = tuple(
            replace(member, absence=absence) if member.label == label else member
            for member in situation.household.members
        )
        return situation._replace(household=replace(situation.household, members=members)).record

    unsure, here, left = (with_absence(absence) for absence in (Absence.UNSURE, Absence.NONE, Absence.LEFT))
    for sure in (here, left):
        for sum_of in ("monthly_tenge", "total_tenge"):
            assert unsure[sum_of]["low"] <= sure[sum_of]["low"] <= sure[sum_of]["high"] <= unsure[sum_of]["high"]
    if unsure["outcome"] in {"eligible", "refused"}:
        assert here["outcome"] == left["outcome"] == unsure["outcome"]


@few
@given(situations(), st.data())
def test_open_money_gives_no_less_and_no_more_than_counted_and_not(situation: Situation, data: st.DataObject) -> None:
    """As pay that surely counts, and as housing aid that surely does not."""
    applicant, *others = situation.household.members
    tenge = data.draw(TENGE)

    def with_income(kind: IncomeKind) -> Record:
        richer = replace(applicant, incomes=(*applicant.incomes, Income.of(kind, tenge)))
        return situation._replace(household=replace(situation.household, members=(richer, *others))).record

    open_money = with_income(data.draw(st.sampled_from([IncomeKind.SICK_PAY, IncomeKind.BIRTH_GRANT])))
    for sure in (with_income(IncomeKind.WAGE), with_income(IncomeKind.HOUSING_AID)):
        for sum_of in ("monthly_tenge", "total_tenge"):
            assert open_money[sum_of]["low"] <= sure[sum_of]["low"]
            assert sure[sum_of]["high"] <= open_money[sum_of]["high"]


@few
@given(ANY, st.data())
def test_the_order_of_the_doubts_never_matters(situation: Situation, data: st.DataObject) -> None:
    """Neither that of the members nor that of their money."""
    members = tuple(
        replace(member, incomes=tuple(data.draw(st.permutations(member.incomes))))
        for member in data.draw(st.permutations(situation.household.members))
    )
    shuffled = situation._replace(household=replace(situation.household, members=members)).record
    record = situation.record
    for key in ("outcome", "monthly_tenge", "total_tenge", "counted_members"):
        assert record[key] == shuffled[key]
    assert without_order(record["readings"]) == without_order(shuffled["readings"])


# The band of an estimated line


FIGURES = [figure for figure in (*known_figures(), *figures_of_lines(PovertyLines())) if figure.period.year >= 2023]


@few
@given(st.data())
def test_more_evidence_never_widens_a_band(data: st.DataObject) -> None:
    region = data.draw(st.sampled_from(REGIONS))
    quarter = Quarter(data.draw(st.integers(2023, 2027)), data.draw(st.integers(1, 4)))
    near = [figure for figure in FIGURES if figure.region in {region, "KZ"}]
    fewer = data.draw(st.lists(st.sampled_from(near), unique=True, max_size=12))
    more = [*fewer, *data.draw(st.lists(st.sampled_from(near), unique=True, min_size=1, max_size=12))]
    wide = band(region, Period.of_quarter(quarter), fewer)
    narrow = band(region, Period.of_quarter(quarter), list(dict.fromkeys(more)))
    if wide is None:
        return
    assert narrow is not None
    assert narrow.high - narrow.low <= wide.high - wide.low
    assert narrow.low <= narrow.likely <= narrow.high


# What `assess` takes


@few
@given(situations())
def test_plain_words_are_those_of_the_enums(situation: Situation) -> None:
    household = situation.household
    plain = tuple(
        Member(
            member.label,
            member.relationship.value,  # type: ignore[arg-type] # a plain word, as here and below
            member.birth,
            member.sex.value if member.sex else None,  # type: ignore[arg-type]
            member.activity.value,  # type: ignore[arg-type]
            member.cares_for.value if member.cares_for else None,  # type: ignore[arg-type]
            member.disability.value,  # type: ignore[arg-type]
            member.long_illness,
            member.absence.value,  # type: ignore[arg-type]
            member.registered_here,
            tuple(income._replace(kind=income.kind.value) for income in member.incomes),  # type: ignore[arg-type]
            member.entitled,
            member.cared_for_age,
        )
        for member in household.members
    )
    history = replace(
        household.history,
        commission=household.history.commission.value,  # type: ignore[arg-type]
        awarded_mother=household.history.awarded_mother.value,  # type: ignore[arg-type]
    )
    words = replace(household, members=plain, history=history)
    assert words == household
    assert situation._replace(household=words).record == situation.record


@pytest.mark.parametrize(
    "wrong",
    [
        {"relationship": "wife"},
        {"sex": "woman"},
        {"activity": "works"},
        {"activity": 1},
        {"cares_for": "dog"},
        {"disability": "group_4"},
        {"absence": "work"},
        {"incomes": (Income("salary", 1, 1),)},  # type: ignore[arg-type]
    ],
)
def test_a_plain_word_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=str(next(iter(wrong.values())) if "incomes" not in wrong else "salary")):
        Member(**{"label": "applicant", "relationship": Relationship.APPLICANT, **wrong})


@pytest.mark.parametrize(
    "wrong", [{"commission": "maybe"}, {"awarded_mother": "gold"}, {"refused_measures_on": "2023-05-01"}]
)
def test_a_plain_word_of_the_history_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        History(**wrong)
    assert History(commission="need", awarded_mother="altyn_alqa") == History(  # type: ignore[arg-type]
        commission=Commission.NEED, awarded_mother=AwardedMother.ALTYN_ALQA
    )


@pytest.mark.parametrize("region", ["KZ", "KZ-99", "", "Almaty", "kz-75"])
def test_an_unknown_region_is_refused_by_assess_itself(region: str) -> None:
    household = Household(region, (Member("applicant", Relationship.APPLICANT),))
    always = PovertyLine.published(region, Quarter(2026, 1), 45_000, "given")
    for lines in (PovertyLines(), PovertyLines(always=always)):
        with pytest.raises(UnknownRegionError, match="region"):
            assess(household, date(2026, 2, 1), lines)


@pytest.mark.parametrize("region", [region for region in REGIONS if not exists(region, date(2022, 6, 7))])
def test_a_region_is_refused_by_assess_the_day_before_it_was_formed(region: str) -> None:
    household = Household(region, (Member("applicant", Relationship.APPLICANT),))
    with pytest.raises(UnknownRegionError, match=region):
        assess(household, date(2022, 6, 7), PovertyLines())
    assert assess(household, date(2022, 6, 8), PovertyLines()).region == region
