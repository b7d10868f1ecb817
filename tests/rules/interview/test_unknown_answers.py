"""What a person could only estimate or did not know: the result becomes a range, and says what is missing."""

from datetime import date

import pytest

from rules import Assessment, Birth, Household, Income, Member, PovertyLines, assess
from rules.household import Absence, Activity, CaresFor, Disability, IncomeKind, Missing, Relationship, Sex
from rules.income_within_line import Outcome
from rules.kind_of_assistance import Assistance
from rules.regions import region_of_that_day
from rules.result import Gap

IN_AUGUST_2023 = date(2023, 8, 10)  # Astana: a published line of 37 317; three of them are 111 951
IN_OCTOBER_2023 = date(2023, 10, 10)  # Astana: an estimate of 39 515 to 41 542; three are 118 545 and 124 626


def with_income(low: int, high: int | None, on: date = IN_AUGUST_2023) -> Assessment:
    """Assess a person alone, whose wage in the base quarter lies between two figures."""
    wage = Income(IncomeKind.WAGE, low, high)
    return result_of(Member("woman", Relationship.APPLICANT, incomes=(wage,)), on=on)


def result_of(*members: Member, on: date = IN_AUGUST_2023) -> Assessment:
    return assess(Household("KZ-71", members), on, PovertyLines())


def born(birth: Birth | None, relationship: Relationship = Relationship.CHILD, **answers: object) -> Member:
    return Member(relationship.value, relationship, birth, **answers)  # type: ignore[arg-type] # of any field


APPLICANT = born(None, Relationship.APPLICANT)


def test_a_range_below_the_line_is_due_with_a_range_of_money() -> None:
    result = with_income(30_000, 60_000)
    assert result.outcome is Outcome.ELIGIBLE
    assert result.monthly == (17_317, 27_317)
    assert result.total == (34_634, 54_634)
    assert result.gaps == [Gap(Missing.INCOME, "woman", IncomeKind.WAGE)]
    assert result.is_preliminary


def test_a_range_whose_upper_end_is_the_line_is_due_with_nothing_at_the_lower_end() -> None:
    result = with_income(30_000, 111_951)
    assert (result.outcome, result.monthly) == (Outcome.ELIGIBLE, (0, 27_317))


def test_a_range_whose_upper_end_is_one_tenge_above_the_line_decides_nothing() -> None:
    result = with_income(30_000, 111_952)
    assert (result.outcome, result.monthly) == (Outcome.UNDECIDED, (0, 27_317))
    assert result.refusals == []


def test_a_range_wholly_above_the_line_is_refused() -> None:
    result = with_income(111_952, 200_000)
    assert (result.outcome, result.monthly) == (Outcome.REFUSED, (0, 0))


def test_an_income_of_which_nothing_is_known_decides_nothing() -> None:
    result = with_income(0, None)
    assert (result.outcome, result.monthly) == (Outcome.UNDECIDED, (0, 37_317))
    assert result.total.low == 0


def test_an_income_whose_known_part_is_above_the_line_is_refused_whatever_the_rest() -> None:
    assert with_income(111_952, None).outcome is Outcome.REFUSED


def test_a_range_that_lies_wholly_close_to_an_estimated_line_is_too_close_to_call() -> None:
    result = with_income(118_546, 124_626, IN_OCTOBER_2023)
    assert (result.outcome, result.monthly) == (Outcome.TOO_CLOSE, (0, 2_027))  # (124 626 - 118 546) / 3 = 2 026.67
    assert result.likely_tenge is None


@pytest.mark.parametrize("high", [118_546, 120_000, 124_626, 124_627])
def test_a_range_that_reaches_close_to_an_estimated_line_promises_nothing_at_its_lower_end(high: int) -> None:
    result = with_income(90_000, high, IN_OCTOBER_2023)
    assert result.outcome is Outcome.UNDECIDED
    assert result.monthly == (0, 11_542)  # (124 626 - 90 000) / 3
    assert result.total.low == 0


def test_several_unknown_incomes_are_each_named() -> None:
    incomes = (
        Income(IncomeKind.WAGE, 0, None),
        Income(IncomeKind.GIFT, 10, 20),
        Income.of(IncomeKind.RENT, 30),
    )
    result = result_of(Member("woman", Relationship.APPLICANT, incomes=incomes))
    assert [(gap.label, gap.kind) for gap in result.gaps] == [("woman", "wage"), ("woman", "gift")]
    assert (result.income.low_tenge, result.income.high_tenge) == (40, None)


def test_a_grown_up_whose_age_nobody_asked_is_able_bodied_unless_a_pensioner() -> None:
    assert result_of(APPLICANT).assistance is Assistance.CONDITIONAL
    pensioner = born(None, Relationship.APPLICANT, activity=Activity.PENSIONER)
    assert result_of(pensioner).assistance is Assistance.UNCONDITIONAL
    assert result_of(pensioner).gaps == []


@pytest.mark.parametrize(
    ("boundary", "birth"),
    [
        ("the first birthday", Birth(date(2022, 8, 1), date(2022, 8, 31))),
        ("the third birthday", Birth(date(2020, 8, 1), date(2020, 8, 31))),
        ("the sixth birthday", Birth(date(2017, 8, 1), date(2017, 8, 31))),
        ("the seventh birthday", Birth(date(2016, 8, 1), date(2016, 8, 31))),
        ("the eighteenth birthday", Birth(date(2005, 8, 1), date(2005, 8, 31))),
    ],
)
def test_a_birthday_at_a_boundary_of_the_law_is_missing(boundary: str, birth: Birth) -> None:
    assert result_of(APPLICANT, born(birth)).gaps == [Gap(Missing.BIRTHDAY, "child")], boundary


def test_a_student_s_twenty_third_birthday_is_missing() -> None:
    student = born(Birth(date(2000, 8, 1), date(2000, 8, 31)), activity=Activity.STUDENT)
    assert Gap(Missing.BIRTHDAY, "child") in result_of(APPLICANT, student).gaps


@pytest.mark.parametrize(
    "birth",
    [
        Birth(date(2022, 8, 11), date(2022, 8, 31)),  # not yet one on any of these days
        Birth(date(2022, 8, 1), date(2022, 8, 10)),  # one on every one of them
        Birth(date(2018, 8, 1), date(2018, 8, 31)),  # four or five: the law treats both alike
        Birth(date(2010, 1, 1), date(2012, 12, 31)),  # ten to thirteen
    ],
)
def test_a_birthday_that_changes_nothing_is_not_missing(birth: Birth) -> None:
    assert result_of(APPLICANT, born(birth)).gaps == []


def test_an_age_told_in_august_may_be_missing_its_birthday_by_the_next_quarter() -> None:
    six = born(Birth.at_age(6, IN_AUGUST_2023))
    assert result_of(APPLICANT, six).gaps == []
    assert Gap(Missing.BIRTHDAY, "child") in result_of(APPLICANT, six, on=IN_OCTOBER_2023).gaps


def test_a_birthday_may_decide_whether_a_man_has_reached_pension_age() -> None:
    man = born(Birth(date(1960, 8, 1), date(1960, 8, 31)), Relationship.APPLICANT, sex=Sex.MALE)
    assert result_of(man).gaps == [Gap(Missing.BIRTHDAY, "applicant")]


def test_the_sex_is_missing_where_only_a_woman_has_reached_pension_age() -> None:
    sixty_two = Birth.on(date(1961, 8, 10))
    assert result_of(born(sixty_two, Relationship.APPLICANT)).gaps == [Gap(Missing.SEX, "applicant")]
    man, woman = (result_of(born(sixty_two, Relationship.APPLICANT, sex=sex)) for sex in (Sex.MALE, Sex.FEMALE))
    assert (man.assistance, woman.assistance) == (Assistance.CONDITIONAL, Assistance.UNCONDITIONAL)


def test_a_range_that_reaches_the_low_end_of_an_estimated_line_is_due_with_nothing_at_its_lower_end() -> None:
    result = with_income(90_000, 118_545, IN_OCTOBER_2023)
    assert (result.outcome, result.monthly) == (Outcome.ELIGIBLE, (0, 11_542))


def test_what_is_missing_of_a_member_who_does_not_count_is_not_asked() -> None:
    near_pension = born(Birth(date(1960, 8, 1), date(1960, 8, 31)), absence=Absence.LEFT)
    assert result_of(APPLICANT, near_pension).gaps == []


def test_what_is_missing_of_a_grown_child_at_home_is_asked_as_the_child_counts() -> None:
    near_pension = born(Birth(date(1960, 8, 1), date(1960, 8, 31)))
    assert result_of(APPLICANT, near_pension).gaps == [Gap(Missing.SEX, "child")]


def test_a_carer_of_a_child_that_may_be_three_is_told_that_the_birthday_is_missing() -> None:
    mother = born(None, Relationship.APPLICANT, activity=Activity.CARER, cares_for=CaresFor.CHILD_UNDER_3)
    child = born(Birth(date(2020, 8, 1), date(2020, 8, 31)), disability=Disability.CHILD)
    result = result_of(mother, child)
    assert result.is_preliminary
    assert result.gaps == [Gap(Missing.BIRTHDAY, "child")]


@pytest.mark.parametrize(
    ("region", "before"), [("KZ-10", "KZ-63"), ("KZ-33", "KZ-19"), ("KZ-62", "KZ-35"), ("KZ-71", "KZ-71")]
)
def test_a_place_belonged_to_another_region_before_its_own_was_formed(region: str, before: str) -> None:
    assert region_of_that_day(region, date(2022, 6, 7)) == before
    assert region_of_that_day(region, date(2022, 6, 8)) == region
