"""What was told becomes the household that a file of the same family describes, and nothing is asked in vain."""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest

from rules import Birth, Household, Income, Member, PovertyLines, assess, record_of
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    Commission,
    DayUnknown,
    Disability,
    History,
    IncomeKind,
    Relationship,
)
from rules.household_file import read_application
from rules.interview.household_from_answers import household_from, is_grown_up
from rules.interview.income_from_answers import amounts, amounts_of_circumstances, is_by_quarter
from rules.interview.places import Subject
from rules.interview.questionnaire import AssessmentDay
from rules.law_in_force import law_in_force
from tests.cast.interview import ALONE, NOW, ORDINARY, TODAY, Script, assessment_day, result_of, tell
from tests.cast.told_and_written import FAMILIES, Written

OF_FOUR: Final[Script] = {
    **ORDINARY,
    "people:child": "3 9 12 14",
    "income-kinds": "allowance",
    "allowance-kinds": "large_family_allowance",
}


def member_of(household: Household, key: str) -> Member:
    """Return the member of a key."""
    return next(member for member in household.members if member.label == key)


def incomes_of(script: Script, key: str = "self", assessment_day: AssessmentDay = NOW) -> tuple[Income, ...]:
    """Return the income of a member of a family that told everything."""
    return member_of(household_from(tell(script, assessment_day).answers, assessment_day), key).incomes


def labels(answers: Mapping[str, Any], assessment_day: AssessmentDay) -> list[str]:
    """Return the keys of the members of the household on the day of an assessment day."""
    return [member.label for member in household_from(answers, assessment_day).members]


# Told and written are the same family


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_that_tells_comes_out_as_its_file_does(family: Written) -> None:
    """Whether somebody presses buttons or writes a file, every figure, warning and step is the same."""
    application = read_application(tomllib.loads(family.file))
    now = AssessmentDay(application.on, application.on, PovertyLines())
    from_file = record_of(assess(application.household, application.on, now.lines))
    assert result_of(tell(family.script, now).answers, now) == from_file


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_members_of_a_family_that_tells_are_those_of_its_file(family: Written) -> None:
    """All but the birth of a grown-up, whose age nobody needs to tell."""
    application = read_application(tomllib.loads(family.file))
    now = AssessmentDay(application.on, application.on, PovertyLines())
    told, written = household_from(tell(family.script, now).answers, now), application.household
    assert (told.region, told.history) == (written.region, written.history)
    assert [_without_needless_birth(member, told) for member in written.members] == list(told.members)


def _without_needless_birth(member: Member, told: Household) -> Member:
    birth = member.birth if member_of(told, member.label).birth else None
    return Member(
        member.label, member.relationship, birth, member.sex, member.activity, member.cares_for, member.disability,
        member.long_illness, member.absence, member.registered_here, member.incomes,
    )  # fmt: skip


def test_both_editions_of_the_law_are_among_these_families() -> None:
    days = [read_application(tomllib.loads(family.file)).on for family in FAMILIES]
    assert {law_in_force(day).edition.value for day in days} == {"E2020", "E2023"}


# Who


def test_the_applicant_alone_is_a_household() -> None:
    household = household_from(tell(ALONE).answers, NOW)
    wage = Income.of(IncomeKind.WAGE, 60_000)
    applicant = Member("self", Relationship.APPLICANT, activity=Activity.EMPLOYED, incomes=(wage,))
    assert household == Household("KZ-71", (applicant,))


def test_a_grown_up_whose_age_nobody_asked_has_no_birth() -> None:
    household = household_from(tell(ORDINARY).answers, NOW)
    assert member_of(household, "self").birth is member_of(household, "spouse").birth is None
    assert member_of(household, "c1").birth == Birth.at_age(3, TODAY)


def test_a_student_over_eighteen_is_a_child_who_studies() -> None:
    script = {**ORDINARY, "circumstances": "student", "people:student": "20", "amount:stipend.u1": "жоқ"}
    student = member_of(household_from(tell(script).answers, NOW), "u1")
    assert (student.relationship, student.activity) == (Relationship.CHILD, Activity.STUDENT)


@pytest.mark.parametrize(
    ("script", "activity", "cares_for"),
    [
        ({"activity": "carer", "cares-for": "elderly"}, Activity.CARER, CaresFor.ELDERLY),
        (
            {"activity": "employed", "circumstances": "care", "carers": "self", "cared-for": "disabled_child"},
            Activity.CARER,
            CaresFor.DISABLED_CHILD,
        ),
        ({"activity": "employed", "circumstances": "care", "carers": "none"}, Activity.EMPLOYED, None),
    ],
)
def test_whoever_cares_is_a_carer_wherever_it_was_said(
    script: Script, activity: Activity, cares_for: CaresFor | None
) -> None:
    applicant = household_from(tell({**ALONE, **script}).answers, NOW).members[0]
    assert (applicant.activity, applicant.cares_for) == (activity, cares_for)


def test_a_circumstance_that_is_no_longer_ticked_no_longer_counts() -> None:
    """Answers that belong to another quarter may still be there; what they are about was taken back."""
    script = {
        **ALONE,
        "circumstances": "disability,illness",
        "disabled": "self",
        "disability": "group_1",
        "ill": "self",
    }
    answers = tell(script).answers
    applicant = household_from(answers, NOW).members[0]
    assert (applicant.disability, applicant.long_illness) == (Disability.GROUP_1, True)
    nobody = household_from({**answers, "disabled": [], "ill": []}, NOW).members[0]
    assert (nobody.disability, nobody.long_illness) == (Disability.NONE, False)


def test_somebody_away_or_registered_elsewhere_is_marked_and_nobody_else() -> None:
    script = {
        **ORDINARY,
        "circumstances": "away,elsewhere",
        "away": "c3",
        "absence": "treatment",
        "elsewhere": "spouse",
    }
    household = household_from(tell(script).answers, NOW)
    assert [member.label for member in household.members if member.absence is Absence.TREATMENT] == ["c3"]
    assert [member.label for member in household.members if not member.registered_here] == ["spouse"]


def test_what_happened_before_is_told_only_where_it_was_ticked() -> None:
    ticked = {**ALONE, "circumstances": "none", "history": "work_refused,contract_broken,commission"}
    days = {"work-refused-on": "15.10.2026", "contract-broken-on": "2 қыркүйек 2026", "commission": "need"}
    answers = tell({**ticked, **days}).answers
    assert household_from(answers, NOW).history == History(
        refused_measures_on=date(2026, 10, 15), contract_broken_on=date(2026, 9, 2), commission=Commission.NEED
    )
    assert household_from({**answers, "history": []}, NOW).history == History()


def test_a_day_that_nobody_remembers_is_told_as_unknown_and_only_where_it_was_ticked() -> None:
    ticked = {**ALONE, "circumstances": "none", "history": "work_refused,contract_broken"}
    answers = tell({**ticked, "work-refused-on": "unknown", "contract-broken-on": "unknown"}).answers
    assert household_from(answers, NOW).history == History(DayUnknown.UNKNOWN, DayUnknown.UNKNOWN)
    assert household_from({**answers, "history": ["work_refused"]}, NOW).history == History(DayUnknown.UNKNOWN)


@pytest.mark.parametrize(
    ("said", "commission", "false_data"),
    [
        ("unknown", Commission.UNKNOWN, False),
        ("no_need", Commission.NO_NEED, False),
        ("examination_refused", Commission.EXAMINATION_REFUSED, False),
        ("false_data", Commission.UNKNOWN, True),
    ],
)
def test_what_the_commission_said(said: str, commission: Commission, false_data: bool) -> None:  # noqa: FBT001, a row
    answers = tell({**ALONE, "circumstances": "none", "history": "commission", "commission": said}).answers
    history = household_from(answers, NOW).history
    assert (history.commission, history.false_data) == (commission, false_data)


def test_an_award_is_told_whatever_the_income() -> None:
    """The allowance of an awarded mother does not depend on the poverty line (F2)."""
    script = {**ORDINARY, "amount": "3 млн", "circumstances": "award", "award": "altyn_alqa"}
    answers = tell(script).answers
    assert household_from(answers, NOW).history.awarded_mother is AwardedMother.ALTYN_ALQA
    assert result_of(answers)["awarded_mother_allowance_tenge"] == 32_005  # 7.40 x 4 325


# How much


def test_a_wage_that_was_alike_is_that_of_three_months() -> None:
    assert incomes_of(ALONE) == (Income.of(IncomeKind.WAGE, 60_000),)


def test_a_range_stays_a_range_over_three_months() -> None:
    assert incomes_of({**ALONE, "amount": "80–120 мың"}) == (Income(IncomeKind.WAGE, 240_000, 360_000),)


def test_months_that_differ_are_added_up() -> None:
    script = {**ALONE, "amount": "differs", "month:wage.self.1": "10 мың", "month:wage.self.2": "жоқ"}
    assert incomes_of({**script, "month": "20–30 мың"}) == (Income(IncomeKind.WAGE, 30_000, 40_000),)


def test_an_unknown_amount_has_no_upper_end() -> None:
    assert incomes_of({**ALONE, "amount": "unknown"}) == (Income(IncomeKind.WAGE, 0, None),)


def test_one_unknown_month_leaves_the_upper_end_open_and_the_known_months_below_it() -> None:
    script = {**ALONE, "amount": "differs", "month": "20 мың", "month:wage.self.2": "unknown"}
    assert incomes_of(script) == (Income(IncomeKind.WAGE, 40_000, None),)


def test_three_unknown_months_are_an_unknown_amount() -> None:
    script = {**ALONE, "amount": "differs", "month": "unknown"}
    assert incomes_of(script) == incomes_of({**ALONE, "amount": "unknown"})


def test_a_sum_that_was_meant_for_the_whole_quarter_is_taken_once() -> None:
    """Whoever is asked back and says "for three months" is not counted three times."""
    answers = {**tell(ALONE).answers, "amount:wage.self": {"quarter": [270_000, 300_000]}}
    assert household_from(answers, NOW).members[0].incomes == (Income(IncomeKind.WAGE, 270_000, 300_000),)


@pytest.mark.parametrize("kind", ["sale", "winnings"])
def test_some_money_is_told_for_three_months_at_once(kind: str) -> None:
    script = {**ALONE, "income-kinds": kind, "amount": "60 мың"}
    assert is_by_quarter(Subject(kind, "self"))
    assert incomes_of(script) == (Income.of(IncomeKind(kind), 60_000),)


@pytest.mark.parametrize("kind", ["wage", "pension", "alimony", "rent", "employment_measure", "farm", "gift", "other"])
def test_other_money_is_told_for_one_month(kind: str) -> None:
    script = {**ALONE, "income-kinds": kind, "amount": "60 мың"}
    assert not is_by_quarter(Subject(kind, "self"))
    assert incomes_of(script) == (Income.of(IncomeKind(kind), 180_000),)


def test_money_of_the_family_stands_with_the_applicant_and_a_wage_with_who_earned_it() -> None:
    script = {**ORDINARY, "income-kinds": "wage,alimony", "earners": "spouse", "amount": "30 мың"}
    assert incomes_of(script) == (Income.of(IncomeKind.ALIMONY, 90_000),)
    assert incomes_of(script, "spouse") == (Income.of(IncomeKind.WAGE, 90_000),)


def test_a_wage_of_two_is_told_for_each() -> None:
    script = {**ORDINARY, "earners": "self,spouse", "amount:wage.spouse": "40 мың"}
    assert incomes_of(script) == (Income.of(IncomeKind.WAGE, 270_000),)
    assert incomes_of(script, "spouse") == (Income.of(IncomeKind.WAGE, 120_000),)


def test_the_stipend_of_a_student_over_eighteen_is_the_students() -> None:
    script = {**ORDINARY, "circumstances": "student", "people:student": "20", "amount:stipend.u1": "40 мың"}
    assert incomes_of(script, "u1") == (Income.of(IncomeKind.STIPEND, 120_000),)


def test_the_wage_of_a_mother_alone_stays_hers_when_a_student_is_told_later() -> None:
    """Nobody was asked who received it, for she was the only grown-up; the student is no other earner."""
    mother = {**ORDINARY, "household": "children", "amount:wage.self": "90 мың"}
    script = {**mother, "circumstances": "student", "people:student": "20", "amount:stipend.u1": "0"}
    assert incomes_of(script) == (Income.of(IncomeKind.WAGE, 270_000),)


def test_what_does_not_count_is_named_but_no_amount_is_asked() -> None:
    script = {**ALONE, "income-kinds": "allowance", "allowance-kinds": "assistance,housing_aid"}
    told = tell(script)
    assert not [key for key in told.keys if key.startswith("amount:")]
    assert incomes_of(script) == (Income.of(IncomeKind.ASSISTANCE, 0), Income.of(IncomeKind.HOUSING_AID, 0))
    assert "income_left_out" in result_of(told.answers)["warnings"]


def test_the_allowance_of_a_large_family_is_counted_by_the_law_and_not_asked() -> None:
    """Four children in 2026: 16.03 x 4 325 rounded up is 69 330 a month."""
    assert not [key for key in tell(OF_FOUR).keys if key.startswith("amount:")]
    assert incomes_of(OF_FOUR) == (Income.of(IncomeKind.LARGE_FAMILY_ALLOWANCE, 3 * 69_330),)


def test_the_allowance_of_a_large_family_is_that_of_the_months_in_which_it_was_paid() -> None:
    """An application in January 2026 looks at October to December 2025: 16.03 x 3 932 rounded up is 63 030."""
    in_january = assessment_day(date(2026, 1, 20))
    assert incomes_of(OF_FOUR, assessment_day=in_january) == (Income.of(IncomeKind.LARGE_FAMILY_ALLOWANCE, 3 * 63_030),)


def test_the_first_quarter_of_the_law_takes_the_allowance_of_its_own_first_day() -> None:
    """October to December 2019 lie before the encoded law; the allowance as it stood on 1 January 2020 is taken."""
    in_2020 = assessment_day(date(2020, 1, 20))
    allowance = incomes_of(OF_FOUR, assessment_day=in_2020)[0]
    assert allowance == Income.of(IncomeKind.LARGE_FAMILY_ALLOWANCE, 3 * 42_496)  # 16.03 x 2 651 rounded up


def test_a_loan_counts_only_on_a_day_on_which_loans_count() -> None:
    answers = {"household": [], "history": ["loan"]}
    assert amounts_of_circumstances(answers, law_in_force(date(2025, 8, 31))) == []
    assert amounts_of_circumstances(answers, law_in_force(date(2025, 9, 1))) == [Subject("loan", "self")]


def test_amounts_are_asked_in_the_order_in_which_kinds_were_ticked() -> None:
    answers = tell({**ORDINARY, "income-kinds": "pension,wage,farm", "earners": "self,spouse"}).answers
    assert list(map(str, amounts(answers, law_in_force(TODAY)))) == [
        "wage.self", "wage.spouse", "pension.self", "pension.spouse", "farm.self"
    ]  # fmt: skip


# Another quarter


def test_children_who_were_not_born_yet_are_left_out_of_an_earlier_quarter() -> None:
    answers = tell({**ORDINARY, "people:child": "2 9 12", "birthday": "unknown"}).answers
    assert labels(answers, NOW) == ["self", "spouse", "c1", "c2", "c3"]
    assert labels(answers, assessment_day(date(2023, 7, 1), TODAY)) == ["self", "spouse", "c2", "c3"]
    assert labels(answers, assessment_day(date(2020, 1, 1), TODAY)) == ["self", "spouse", "c2", "c3"]


def test_a_birthday_decides_whether_a_child_was_born_in_an_earlier_quarter() -> None:
    """A child of two may be born before or after 1 October 2024; that quarter asks, today does not."""
    answers = tell({**ORDINARY, "people:child": "2 12 14"}).answers
    quarter = assessment_day(date(2024, 10, 1), TODAY)
    assert "birthday:c1" not in answers
    told = tell({"birthday:c1": "15.09.2024"}, quarter, answers)
    assert told.keys == ["birthday:c1"]
    assert "c1" in labels(told.answers, quarter)
    assert "c1" not in labels({**told.answers, "birthday:c1": "2024-10-02"}, quarter)


def test_a_child_born_on_the_very_day_is_there() -> None:
    quarter = assessment_day(date(2024, 10, 1), TODAY)
    answers = {**tell(ORDINARY).answers, "birthday:c1": "2024-10-01"}
    assert "c1" in labels(answers, quarter)


def test_everybody_is_younger_in_an_earlier_quarter() -> None:
    answers = tell({**ORDINARY, "people:child": "9 12"}).answers
    earlier = result_of(answers, assessment_day(date(2021, 12, 31), TODAY))
    assert [(child["label"], child["age"]) for child in earlier["children"]] == [("c1", 4), ("c2", 7)]
    assert [child["age"] for child in result_of(answers)["children"]] == [9, 12]


def test_everybody_is_older_when_the_family_comes_back_a_year_later() -> None:
    answers = tell({**ORDINARY, "people:child": "9 12"}).answers
    later = assessment_day(date(2027, 11, 23))
    assert [child["age"] for child in result_of(answers, later)["children"]] == [10, 13]


def test_a_region_that_did_not_exist_yet_is_the_one_it_came_from() -> None:
    answers = tell({**ORDINARY, "region": "KZ-10"}).answers
    assert household_from(answers, NOW).region == "KZ-10"
    assert household_from(answers, assessment_day(date(2022, 4, 1), TODAY)).region == "KZ-63"


def test_an_earlier_quarter_needs_no_answers_but_those_that_it_opens() -> None:
    answers = tell(ORDINARY).answers
    assert tell({}, assessment_day(date(2025, 1, 1), TODAY), answers).keys == []


def test_a_loan_of_today_is_no_income_of_an_earlier_quarter() -> None:
    answers = tell({**ALONE, "circumstances": "none", "history": "loan", "amount:loan.self": "900 мың"}).answers
    now, before = (result_of(answers, assessment_day(day, TODAY)) for day in (TODAY, date(2023, 7, 1)))
    assert now["per_capita_income"] == "320000.00"  # (60 000 + 900 000) / 3
    assert before["per_capita_income"] == "20000.00"


def test_a_child_is_no_grown_up_and_whoever_has_no_age_told_is() -> None:
    answers = tell({**ORDINARY, "circumstances": "student", "people:student": "19", "amount": "0"}).answers
    assert [key for key in ("self", "spouse", "c1", "u1") if is_grown_up(answers, key)] == ["self", "spouse", "u1"]
