"""Which one fact narrows an open result most: found by assessing the family with each answer it may have."""

from datetime import date

import pytest

from rules.interview.narrowing import way_out
from rules.interview.questionnaire import AssessmentDay, walk
from rules.interview.questions import QUESTIONS
from rules.interview.sums_by_law import sums_by_law
from tests.cast.interview import (
    ALONE,
    NEAR_THE_LINE,
    ORDINARY,
    Script,
    assessment_day,
    outcome_of,
    result_of,
    say,
    tell,
)

WITH_BABY: Script = {**ORDINARY, "people:child": "0 9", "activity:self": "with_baby", "birthday": "15.03.2026"}
CHILD_CARE: Script = {
    **WITH_BABY, "income-kinds": "wage,allowance", "allowance-kinds": "child_care_allowance",
    "amount:child_care_allowance.self": "unknown", "earners": "spouse",
}  # fmt: skip
SUM = "amount:child_care_allowance.self"


def asked_for(script: Script, now: AssessmentDay = NEAR_THE_LINE) -> tuple[str, int | None] | None:
    """Return the fact that a family is asked for, and the likely sum; None where nothing they know helps."""
    way = way_out(walk(QUESTIONS, tell(script, now).answers, now))
    return None if way is None else (way["ask"], way["likely_tenge"])


def test_where_all_is_known_nothing_is_asked_for() -> None:
    assert asked_for(ALONE) is None


def test_the_one_sum_that_is_not_known_is_asked_for_and_nothing_is_likely_without_a_law_for_it() -> None:
    assert asked_for({**ALONE, "amount": "unknown"}) == ("amount:wage.self", None)


def test_of_two_estimates_the_wider_one_is_asked_for() -> None:
    """A wage that may differ by 2 000 leaves less open than a rent that may differ by 8 000; by 20 000, more."""
    script = {**ALONE, "income-kinds": "wage,rent", "amount:wage.self": "10-12 мың", "amount:rent.self": "1-9 мың"}
    assert asked_for(script) == ("amount:rent.self", None)
    assert asked_for({**script, "amount:wage.self": "10-30 мың"}) == ("amount:wage.self", None)


def test_a_sum_that_rules_nothing_in_or_out_is_not_asked_for() -> None:
    """Another income lies above the line already."""
    script = {**ALONE, "income-kinds": "wage,rent", "amount:wage.self": "400 мың", "amount:rent.self": "unknown"}
    assert asked_for(script) is None


def test_the_likely_sum_is_that_of_the_law_and_equals_the_result_with_it() -> None:
    answers = tell(CHILD_CARE, NEAR_THE_LINE).answers
    (by_law,) = sums_by_law("child_care_allowance", answers, NEAR_THE_LINE)
    assert by_law == 29_454  # 6.81 indices of 4 325 for the second child
    typed = result_of(say(answers, SUM, str(by_law), NEAR_THE_LINE), NEAR_THE_LINE)
    likely = (typed["monthly_tenge"]["likely"] or 0) + (typed["child_supplement_tenge"] or 0)
    assert asked_for(CHILD_CARE) == (SUM, likely)
    assert result_of(say(answers, SUM, f"by_law-{by_law}", NEAR_THE_LINE), NEAR_THE_LINE) == typed


def test_the_day_of_a_refusal_is_asked_for_where_its_term_decides() -> None:
    refused = {**ALONE, "history": "work_refused", "work-refused-on": "unknown"}
    assert outcome_of(refused, NEAR_THE_LINE)["outcome"] == "undecided"
    assert asked_for(refused) == ("work-refused-on", None)


def test_what_the_commission_decides_is_not_asked_for() -> None:
    """Whether sick pay counts is open, and the family cannot say it; it knows its sum."""
    script = {**ALONE, "income-kinds": "one_off", "one-off-kinds": "sick_pay", "amount": "30 мың"}
    assert outcome_of(script, NEAR_THE_LINE)["readings"]
    assert asked_for(script) is None


def test_whether_somebody_still_lives_there_is_asked_for() -> None:
    apart = {**ORDINARY, "household": "spouse_apart,children", "spouse-apart": "unsure", "amount": "30 мың"}
    assert asked_for(apart) == ("spouse-apart", None)


@pytest.mark.parametrize(
    ("ages", "told", "sums"),
    [
        ("0", "child_care_allowance", (24_912,)),  # 5.76 indices of 4 325
        ("0 3 9", "child_care_allowance", (33_952,)),  # 7.85
        ("3 9", "child_care_allowance", ()),  # nobody so small
        ("3 9", "carer_allowance", (81_871,)),
        ("3 9", "large_family_allowance", (69_330,)),  # that of four, fewer are no large family
        ("3 9", "pension", ()),  # the law fixes no sum
    ],
)
def test_the_law_s_sum_goes_by_the_child_s_order(ages: str, told: str, sums: tuple[int, ...]) -> None:
    answers = tell({**(WITH_BABY if "0" in ages else ORDINARY), "people:child": ages}, NEAR_THE_LINE).answers
    assert sums_by_law(told, answers, NEAR_THE_LINE) == sums


def test_the_sum_is_that_of_the_months_whose_income_is_told() -> None:
    """In January the months before are those of the old year, and so is the index: 3 932 in 2025."""
    january = assessment_day(date(2026, 1, 20), line=40_000)
    answers = tell({**WITH_BABY, "people:child": "0", "birthday": "15.11.2025"}, january).answers
    assert sums_by_law("child_care_allowance", answers, january) == (22_649,)
