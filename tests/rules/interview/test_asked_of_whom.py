"""Each question is asked of those whose answer can change the result, with the choices that they have."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest

from rules.interview.answers import Day, ManyOf, NotUnderstoodError, Tenge
from rules.interview.family import ACTIVITIES
from rules.interview.questionnaire import AssessmentDay
from rules.interview.typed_money import Period
from tests.cast.interview import (
    ALONE,
    LINE,
    NEAR_THE_LINE,
    NOW,
    ORDINARY,
    TODAY,
    Script,
    asked_of,
    assessment_day,
    ids_asked,
    kind_of,
    result_of,
    say,
    tell,
)

RICH: Final = "3 млн"  # a month: far above every line
WITH_CIRCUMSTANCES: Final[Script] = {
    **ORDINARY,
    "people:child": "0 1 6 7",
    "circumstances": "disability,illness,care,elsewhere",
    "history": "work_refused,contract_broken,commission",
    "disabled": "c1",
    "disability": "child",
    "ill": "self",
    "carers": "none",
    "elsewhere": "none",
    "work-refused-on": "01.10.2026",
    "contract-broken-on": "01.10.2026",
    "commission": "need",
    "birthday": "unknown",
}
ASKED_ONLY_WHEN_DUE: Final = {
    "disabled", "disability", "ill", "carers", "elsewhere", "work-refused-on", "contract-broken-on", "commission",
    "birthday",
}  # fmt: skip


def test_a_family_below_the_line_is_asked_about_what_it_ticked() -> None:
    assert ids_asked(WITH_CIRCUMSTANCES) >= ASKED_ONLY_WHEN_DUE


def test_a_family_far_above_the_line_is_spared_what_cannot_change_the_result() -> None:
    """Nobody tells of an illness or a refused job for a "no" that the wage has already spoken."""
    assert ids_asked({**WITH_CIRCUMSTANCES, "amount": RICH}) & ASKED_ONLY_WHEN_DUE == set()


@pytest.mark.parametrize(("amount", "is_asked"), [(5 * LINE, True), (5 * LINE + 1, False)])
def test_the_line_itself_decides_what_is_still_asked(amount: int, is_asked: bool) -> None:  # noqa: FBT001, a row
    """Five members: a wage of five lines is not above the line, one tenge more is."""
    script = {**ORDINARY, "amount": str(amount), "circumstances": "disability", "disabled": "none"}
    assert ("disabled" in asked_of(script, NEAR_THE_LINE)) is is_asked


def test_what_is_spared_would_not_have_changed_the_result() -> None:
    """The family far above the line comes out alike, whatever would have been said."""
    answers = tell({**WITH_CIRCUMSTANCES, "amount": RICH}).answers
    result = result_of(answers)
    said = {"disabled": ["c1"], "disability:c1": "child", "ill": ["self"], "birthday:c3": "2020-01-15"}
    told_all = result_of({**answers, **said})
    # by an estimate alone nobody is refused in Astana, where the line may be by median income
    assert result["outcome"] == told_all["outcome"] == "too_close"
    assert result["monthly_tenge"] == told_all["monthly_tenge"]


@pytest.mark.parametrize("ages", ["2 3 4", "8 9 10", "11 14 16", "5"])
def test_no_birthday_is_asked_of_children_between_the_boundaries(ages: str) -> None:
    assert "birthday" not in ids_asked({**ORDINARY, "people:child": ages})


@pytest.mark.parametrize("age", [0, 1, 6, 7, 17])
def test_a_birthday_is_asked_of_the_one_child_at_a_boundary(age: int) -> None:
    script = {**ORDINARY, "people:child": f"3 {age} 12", "birthday": "unknown"}
    assert {key for key in asked_of(script) if key.startswith("birthday")} == {"birthday:c2"}


def test_a_birthday_that_is_asked_can_change_the_result() -> None:
    """Six years old today, and seven tomorrow or half a year ago: the supplement stands or falls with it."""
    script = {**ORDINARY, "people:child": "6"}
    supplements = {
        birthday: result_of(tell({**script, "birthday": birthday}).answers)["child_supplement_tenge"]
        for birthday in ("24.11.2019", "23.11.2019", "23.05.2019")
    }
    assert supplements == {"24.11.2019": 6_488, "23.11.2019": 0, "23.05.2019": 0}  # 1.5 x 4 325 rounded up


def test_the_age_of_the_applicant_and_the_spouse_is_asked_only_of_pensioners() -> None:
    """Somebody who works, looks for work or keeps the house is able-bodied whatever the age told."""
    for activity in ACTIVITIES:
        script = {**ALONE, "activity": activity, "years": "70", "cares-for": "elderly"}
        assert ("years" in ids_asked(script)) is (activity == "pensioner")


def test_whom_somebody_cares_for_is_asked_only_of_carers() -> None:
    for activity in ACTIVITIES:
        script = {**ALONE, "activity": activity, "years": "70", "cares-for": "elderly"}
        assert ("cares-for" in ids_asked(script)) is (activity == "carer")


ALONE_WITH_CHILD: Final[Script] = {
    **ALONE,
    "household": "children",
    "years": "70",
    "cares-for": "elderly",
    "small-child": "yes",
    "birthday": "unknown",
}


@pytest.mark.parametrize("age", [0, 2, 3])
def test_who_is_at_home_is_asked_of_the_child_under_3(age: int) -> None:
    """Keeping house or looking for work may be the care that spares a parent the measures (P6); a wage is not."""
    for activity in ACTIVITIES:
        script = {**ALONE_WITH_CHILD, "people:child": f"{age} 9", "activity": activity}
        assert ("small-child" in ids_asked(script)) is (activity in {"none", "unemployed"} and age < 3)


def test_a_mother_at_home_with_a_small_child_needs_no_social_contract() -> None:
    """She never says that she cares for anybody: she says that she keeps house, and is asked."""
    script = {**ALONE_WITH_CHILD, "people:child": "2", "activity": "none"}
    cared, left = (result_of(tell({**script, "small-child": said}).answers) for said in ("yes", "no"))
    assert (cared["assistance"], cared["must_join_measures"]) == ("unconditional", [])
    assert (left["assistance"], left["must_join_measures"]) == ("conditional", ["self"])


def test_once_somebody_cares_for_the_small_child_nobody_else_is_asked() -> None:
    script = {**ORDINARY, "people:child": "1", "activity": "none", "small-child": "no", "birthday": "unknown"}
    assert {"small-child:self", "small-child:spouse"} <= asked_of(script)
    assert "small-child:spouse" not in asked_of({**script, "small-child": "yes"})
    carer = {**script, "activity:self": "carer", "cares-for": "child_under_3"}
    assert not {"small-child:self", "small-child:spouse"} & asked_of(carer)


def test_who_cares_for_the_small_child_is_not_offered_once_more_among_the_carers() -> None:
    script = {**ALONE_WITH_CHILD, "people:child": "2", "activity": "none", "circumstances": "care"}
    assert "carers" not in ids_asked(script)


def test_sex_is_asked_of_a_parent_only_where_the_pension_age_makes_it_matter() -> None:
    for years, is_asked in ((60, False), (61, True), (62, True), (63, False)):
        script = {
            **ORDINARY,
            "household": "relatives",
            "relatives": "other",
            "people:other": str(years),
            "amount": "20 мың",
            "sex": "male",
        }
        assert ("sex:o1" in asked_of(script)) is is_asked


def test_who_received_it_is_asked_only_where_there_are_two_grown_ups() -> None:
    assert "earners" in ids_asked(ORDINARY)
    assert "earners" not in ids_asked({**ORDINARY, "household": "children"})


def test_who_received_it_is_not_asked_of_money_of_the_family() -> None:
    for kind in ("alimony", "farm", "rent", "sale", "gift", "interest", "other"):
        assert "earners" not in ids_asked({**ORDINARY, "income-kinds": kind})


def test_whoever_received_a_wage_is_somebody() -> None:
    """A family that named a wage names an earner, or goes back: otherwise the wage would be forgotten."""
    answers = tell({**ORDINARY, "circumstances": "none"}).answers
    with pytest.raises(NotUnderstoodError, match="hint-pick-at-least-one"):
        say(answers, "earners:wage", "none")


@pytest.mark.parametrize(
    ("on", "is_offered"),
    [
        (date(2020, 1, 1), False),
        (date(2023, 7, 1), False),
        (date(2025, 8, 31), False),
        (date(2025, 9, 1), True),
        (TODAY, True),
    ],
)
def test_a_loan_is_asked_about_only_since_loans_count(on: date, is_offered: bool) -> None:  # noqa: FBT001, a row
    now = assessment_day(on)
    assert ("loan" in options(tell(ORDINARY, now).answers, "history", now)) is is_offered


def options(answers: Mapping[str, Any], key: str, now: AssessmentDay = NOW) -> tuple[str, ...]:
    """Return the words among which a question lets choose."""
    kind: Any = kind_of(answers, key, now)
    found: tuple[str, ...] = kind.options
    return found


def test_the_allowance_of_a_large_family_is_offered_to_every_family_with_children() -> None:
    """A student over 18 makes a family of three children large, and is told only later."""
    script = {**ORDINARY, "people:child": "3 9 12", "income-kinds": "allowance", "allowance-kinds": "allowance"}
    assert "large_family_allowance" in options(tell(script).answers, "allowance-kinds")
    alone = {**ALONE, "income-kinds": "allowance", "allowance-kinds": "allowance"}
    assert "large_family_allowance" not in options(tell(alone).answers, "allowance-kinds")


def test_the_circumstances_are_offered_to_somebody_alone_as_to_a_family() -> None:
    """Others may be added to the family later, when the question has its answer already."""
    alone, couple = (options(tell(script).answers, "circumstances") for script in (ALONE, ORDINARY))
    assert alone == couple


def test_who_is_away_is_asked_only_where_somebody_could_be() -> None:
    """Somebody alone who ticks it is not shown a list of nobody."""
    assert "away" not in tell({**ALONE, "circumstances": "away"}).keys
    assert (
        "carers"
        not in tell({**ALONE, "activity:self": "carer", "cares-for:self": "elderly", "circumstances": "care"}).keys
    )


def test_a_stipend_is_offered_only_where_a_grown_up_studies() -> None:
    assert "stipend" not in options(tell(ORDINARY).answers, "income-kinds")
    assert "stipend" in options(tell({**ORDINARY, "activity:spouse": "student"}).answers, "income-kinds")


def test_a_student_over_eighteen_is_asked_about_the_stipend_and_not_about_work() -> None:
    script = {**ORDINARY, "circumstances": "student", "people:student": "20", "amount:stipend.u1": "0"}
    about_student = {key for key in asked_of(script) if "u1" in key}
    assert about_student == {"amount:stipend.u1"}


def test_the_disability_of_a_child_is_one_of_four_and_that_of_a_grown_up_one_of_three() -> None:
    script = {**ORDINARY, "circumstances": "disability", "disabled": "c1,self", "disability": "group_1"}
    answers = tell(script).answers
    assert set(options(answers, "disability:c1")) - set(options(answers, "disability:self")) == {"child"}


def test_only_grown_ups_are_asked_about_illness_and_care_and_only_others_can_be_away() -> None:
    script = {**WITH_CIRCUMSTANCES, "circumstances": "illness,care,away,elsewhere,disability", "away": "none"}
    answers = tell(script).answers
    everybody = ("self", "spouse", "c1", "c2", "c3", "c4")
    assert options(answers, "ill") == options(answers, "carers") == ("self", "spouse")
    assert options(answers, "away") == everybody[1:]
    assert options(answers, "elsewhere") == options(answers, "disabled") == everybody


def test_whoever_said_that_they_care_is_not_asked_again_whether_they_do() -> None:
    script = {**ORDINARY, "activity:self": "carer", "cares-for": "elderly", "circumstances": "care", "carers": "none"}
    assert options(tell(script).answers, "carers") == ("spouse",)


def test_money_for_three_months_cannot_differ_from_month_to_month() -> None:
    script = {**ORDINARY, "income-kinds": "wage,sale"}
    answers = tell(script).answers
    assert kind_of(answers, "amount:wage.self") == Tenge(may_differ=True)
    assert kind_of(answers, "amount:sale.self") == Tenge(asked_for=Period.QUARTER)


def test_three_months_are_asked_only_of_an_amount_that_differed() -> None:
    assert "month" not in ids_asked(ORDINARY)
    asked = asked_of({**ORDINARY, "amount": "differs", "month": "20 мың"})
    assert {key for key in asked if key.startswith("month")} == {f"month:wage.self.{number}" for number in (1, 2, 3)}


def test_what_does_not_count_is_never_asked_for_its_amount() -> None:
    left_out = "child_disability_allowance,assistance,housing_aid,burial_grant"
    script = {**ORDINARY, "income-kinds": "allowance", "allowance-kinds": left_out}
    assert "amount" not in ids_asked(script)


def test_a_refusal_lies_within_the_last_five_years_or_on_a_day_that_nobody_remembers() -> None:
    answers = tell(WITH_CIRCUMSTANCES).answers
    for key in ("work-refused-on", "contract-broken-on"):
        assert kind_of(answers, key) == Day(oldest_years=5)


def test_whoever_said_that_somebody_is_of_pension_age_names_them() -> None:
    """The review once said «pension age» and below it «nobody», beside a mother of 68."""
    script = {**ORDINARY, "household": "mother", "people:mother": "68", "circumstances": "pension_age", "elders": "m1"}
    answers = tell(script).answers
    assert kind_of(answers, "elders") == ManyOf(("self", "m1"), required=True)
    assert "activity:m1" not in answers, "her age says what she does"
