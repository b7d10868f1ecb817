"""What can still change the result, and so is still asked: births, sex, and all that only matters below the line."""

from collections.abc import Mapping
from datetime import date

import pytest

from rules.household import Sex
from rules.interview.people_told import CHILDREN, STUDENTS, with_person
from rules.interview.places import of_member
from rules.interview.questionnaire import Context
from rules.interview.still_matters import birth_decides_benefits, birth_decides_who_counts, may_be_due, sex_matters
from tests.cast.interview import (
    ALONE,
    LINE,
    NEAR_THE_LINE,
    NOW,
    ORDINARY,
    TODAY,
    Answers,
    assessment_day,
    result_of,
    tell,
)


@pytest.mark.parametrize(("amount", "is_due"), [("39 999", True), ("40 000", True), ("40 001", False)])
def test_assistance_may_be_due_until_income_is_above_the_line(amount: str, is_due: bool) -> None:  # noqa: FBT001, a row
    answers = tell({**ALONE, "amount": amount}, NEAR_THE_LINE).answers
    assert may_be_due(answers, NEAR_THE_LINE) is is_due


@pytest.mark.parametrize("amount", ["unknown", "30–90 мың"])
def test_assistance_may_be_due_while_income_is_not_known_well_enough(amount: str) -> None:
    assert may_be_due(tell({**ALONE, "amount": amount}, NEAR_THE_LINE).answers, NEAR_THE_LINE)


def birth_matters(context: Context) -> bool:
    """Whether a birthday is asked at either of its two places."""
    return birth_decides_who_counts(context) or birth_decides_benefits(context)


def test_a_range_wholly_above_the_line_rules_assistance_out() -> None:
    assert not may_be_due(tell({**ALONE, "amount": "50–90 мың"}, NEAR_THE_LINE).answers, NEAR_THE_LINE)


def test_near_an_estimated_line_assistance_may_always_be_due() -> None:
    """Above an estimate by less than 15 % nobody says no (L5), so everything is still asked."""
    line = result_of(tell(ALONE).answers)["poverty_line"]
    assert line["basis"] == "estimate"
    above = {**ALONE, "amount": str(line["tenge"] + 100)}
    assert may_be_due(tell(above).answers, NOW)


def test_a_refusal_for_another_reason_leaves_the_income_as_it_is() -> None:
    script = {**ALONE, "circumstances": "none", "history": "commission", "commission": "no_need"}
    assert may_be_due(tell(script).answers, NOW)


def matters_at(age: int, on: date, tenge: int = 20_000, today: date | None = None) -> bool:
    """Whether the birthday of a child of an age, told `today`, is asked for the day `on`."""
    now = assessment_day(on, today)
    alone: Answers = {
        "region": "KZ-71",
        "household": [],
        "activity:self": "employed",
        "income-kinds": ["wage"],
        "amount:wage.self": [tenge, tenge],
        "circumstances": [],
    }
    group = CHILDREN if age < 18 else STUDENTS
    answers = with_person(alone, group, age, now.today.isoformat())
    return birth_matters(Context(answers, now, of_member(f"{group.letter}1")))


@pytest.mark.parametrize(
    ("on", "ages"),
    [
        (date(2021, 5, 1), {0, 1, 5, 6, 17, 18, 22}),  # food sets from 1, school package from 6
        (date(2022, 12, 31), {0, 1, 5, 6, 17, 18, 22}),
        (date(2023, 1, 1), {0, 1, 6, 7, 17, 18, 22}),  # the supplement from 1 to 7 instead of the food sets
        (TODAY, {0, 1, 6, 7, 17, 18, 22}),
    ],
)
def test_a_birthday_is_asked_only_beside_an_age_at_which_something_changes(on: date, ages: set[int]) -> None:
    assert {age for age in range(23) if matters_at(age, on)} == ages


def test_above_the_line_only_a_birthday_that_decides_who_counts_is_asked() -> None:
    """Since the Social Code whoever lives together counts at any age, and who studies elsewhere until 23."""
    assert {age for age in range(23) if matters_at(age, TODAY, 900_000)} == {22}
    assert {age for age in range(23) if matters_at(age, date(2023, 6, 30), 900_000)} == {17, 18, 22}


def test_a_birthday_that_was_just_told_decides_whether_the_next_one_is_asked() -> None:
    """A student of 22 who lives elsewhere turns out to be 23 and no longer counts: for three the same wage is too much.

    So whoever may not count is asked about before all others.
    """
    script = {**ORDINARY, "household": "children", "people:child": "6 7", "amount:wage.self": str(4 * LINE)}
    student = {"circumstances": "student", "people:student": "22", "amount:stipend.u1": "0"}
    birthdays = {"birthday:c1": "unknown", "birthday:c2": "unknown"}
    still_22 = tell({**script, **student, **birthdays, "birthday:u1": "15.01.2004"}, NEAR_THE_LINE)
    already_23 = tell({**script, **student, **birthdays, "birthday:u1": "15.01.2003"}, NEAR_THE_LINE)
    assert set(still_22.keys) - set(already_23.keys) >= {"birthday:c1", "birthday:c2"}


@pytest.mark.parametrize(
    ("age", "on", "ages", "is_asked"),
    [
        (2, date(2025, 4, 1), "0 or 1", True),
        (3, date(2025, 4, 1), "1 or 2", False),
        (9, date(2024, 10, 1), "6 or 7", True),
        (10, date(2024, 10, 1), "7 or 8", False),
        (20, date(2024, 10, 1), "17 or 18", True),
        (19, date(2024, 10, 1), "16 or 17", False),
        (16, date(2027, 12, 31), "17 or 18", True),
        (15, date(2027, 12, 31), "16 or 17", False),
        (21, date(2027, 12, 31), "22 or 23", True),
    ],
)
def test_on_another_day_an_age_of_today_is_one_of_two(age: int, on: date, ages: str, is_asked: bool) -> None:  # noqa: FBT001, a row
    """The birthday is asked where something changes between the two."""
    assert matters_at(age, on, today=TODAY) is is_asked, ages


def test_a_child_who_was_not_born_at_all_needs_no_birthday() -> None:
    assert not matters_at(1, date(2022, 1, 1), today=TODAY)
    assert not matters_at(3, date(2020, 1, 1), today=TODAY)


def test_the_birthday_of_a_grown_up_is_never_asked() -> None:
    answers = tell(ORDINARY).answers
    assert not birth_matters(Context(answers, NOW, of_member("self")))
    assert not birth_matters(Context(answers, NOW, of_member("spouse")))
    assert not birth_matters(Context(answers, NOW, of_member("c9")))


def sex_asked(years: int, on: date, amount: str = "20 мың") -> bool:
    """Whether the sex of a pensioner of an age, who lives alone, is asked."""
    script = {**ALONE, "activity": "pensioner", "years": str(years), "amount": amount, "sex": "female"}
    return "sex:self" in tell(script, assessment_day(on)).keys


@pytest.mark.parametrize(
    ("on", "ages"),
    [
        (date(2020, 3, 1), {59, 60, 61, 62}),  # women at 59 and a half, men at 63
        (date(2021, 3, 1), {60, 61, 62}),
        (date(2022, 3, 1), {60, 61, 62}),
        (date(2023, 3, 1), {61, 62}),
        (TODAY, {61, 62}),
    ],
)
def test_sex_is_asked_only_between_the_pension_ages_of_women_and_men(on: date, ages: set[int]) -> None:
    assert {age for age in range(50, 75) if sex_asked(age, on)} == ages


def test_sex_is_not_asked_where_income_already_rules_assistance_out() -> None:
    assert not sex_asked(61, TODAY, "900 мың")


def test_sex_is_not_asked_of_somebody_whose_age_nobody_told() -> None:
    assert not sex_matters(Context(tell(ORDINARY).answers, NOW, of_member("self")))
    assert "sex" not in {key.partition(":")[0] for key in tell(ORDINARY).keys}


@pytest.mark.parametrize(("sex", "assistance"), [(Sex.FEMALE, "unconditional"), (Sex.MALE, "conditional")])
def test_the_sex_that_was_asked_decides_whether_there_is_an_obligation(sex: Sex, assistance: str) -> None:
    script = {**ALONE, "activity": "pensioner", "years": "61", "sex": sex.value}
    assert result_of(tell(script).answers)["assistance"] == assistance


def test_the_line_of_these_tests_is_the_line_that_is_applied() -> None:
    assert result_of(tell(ALONE, NEAR_THE_LINE).answers, NEAR_THE_LINE)["poverty_line"]["tenge"] == LINE


def test_the_sex_of_somebody_with_a_heavy_disability_is_not_asked() -> None:
    """They need not work at any age."""
    script = {
        **ORDINARY,
        "household": "spouse,children,relatives",
        "relatives": "other",
        "people:other": "62",
        "activity:o1": "none",
    }
    disabled = {**script, "circumstances": "disability", "disabled": "o1", "disability:o1": "group_1"}
    assert "sex:o1" in keys_of(script)
    assert "sex:o1" not in keys_of(disabled)


def keys_of(script: Mapping[str, str]) -> list[str]:
    """Return the keys of all questions that are asked while a script is told."""
    return tell({"birthday": "unknown", "sex": "female", **script}).keys


def test_somebody_of_pension_age_who_works_need_not_join_measures() -> None:
    """The age decides, not what the person does; who is younger must join, unless in permanent work."""
    elder = {"circumstances": "pension_age", "elders": "spouse", "years": "66", "sex": "female"}
    script = {**ORDINARY, "activity": "casual", **elder}
    assert "years:spouse" in tell(script, NEAR_THE_LINE).keys
    assert result_of(tell(script, NEAR_THE_LINE).answers, NEAR_THE_LINE)["must_join_measures"] == ["self"]
    without = {**script, "circumstances": "none"}
    assert result_of(tell(without, NEAR_THE_LINE).answers, NEAR_THE_LINE)["must_join_measures"] == ["self", "spouse"]


def test_an_allowance_of_a_family_that_is_large_no_more_is_asked_for() -> None:
    """The law gives its sum only for four children and more."""
    script = {**ORDINARY, "income-kinds": "allowance", "allowance-kinds": "large_family_allowance"}
    three = {**script, "people:child": "3 9 12", "amount:large_family_allowance.self": "63 063"}
    assert "amount:large_family_allowance.self" in tell(three).keys
    assert "amount:large_family_allowance.self" not in tell({**script, "people:child": "3 9 12 14"}).keys
    assert result_of(tell(three).answers)["per_capita_income"] == "12612.60"
