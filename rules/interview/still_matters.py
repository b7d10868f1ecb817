"""What can still change the result: which birthdays, which sex, whether any money may be due at all."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final

from rules.assessment import may_lie_within_line
from rules.household import (
    Birth,
    Member,
)
from rules.interview.household_from_answers import disability_told, household_from, relationship_told
from rules.interview.kept import while_answers_stay
from rules.interview.people_told import STUDENTS, birth_told, person
from rules.interview.places import Place
from rules.interview.questionnaire import AssessmentDay, Context
from rules.law_in_force import MONTHS_IN_YEAR, LawInForce, law_in_force
from rules.social_package import PackageItem, packages_by_age
from rules.who_counts import HEAVY_DISABILITY, months_at_ends, reached_pension_age

Answers = Mapping[str, Any]

TELL_OF_INCOME: Final = frozenset({"amount", "month", "once", "allowance-kinds"})
"""Questions; of the sums the law itself gives those of some allowances."""


@while_answers_stay
def may_be_due(answers: Answers, assessment_day: AssessmentDay) -> bool:
    """Whether the income told so far does not already rule the assistance out."""
    if not any(Place.parse(place).question in TELL_OF_INCOME for place in answers):
        return True  # most questions come before the first income: without any, nothing lies above the line
    return may_lie_within_line(household_from(answers, assessment_day), assessment_day.on, assessment_day.lines)


def birth_decides_who_counts(context: Context) -> bool:
    """Ask a birthday where the age decides whether somebody counts: not born yet, 18, 23."""
    return _birth_matters_of(context) is Matters.ALWAYS


def birth_decides_benefits(context: Context) -> bool:
    """Ask a birthday where the age lies at a boundary of a benefit (1, 7) that may be due."""
    return _birth_matters_of(context) is Matters.IF_DUE and may_be_due(context.answers, context.assessment_day)


def _birth_matters_of(context: Context) -> "Matters":
    told = person(context.answers, context.subject.member)
    if told is None:
        return Matters.NEVER
    return _birth_matters(told.age, told.on, told.group is STUDENTS, law_in_force(context.assessment_day.on))


class Matters(Enum):
    """Whether a birthday is needed: for who counts it always is, for benefits only where they may be due."""

    NEVER = auto()
    ALWAYS = auto()
    IF_DUE = auto()


@lru_cache(maxsize=10_000)
def _birth_matters(age: int, told_on: str, studies_elsewhere: bool, law: LawInForce) -> Matters:  # noqa: FBT001, a cache's key
    months = months_at_ends(Birth.at_age(age, date.fromisoformat(told_on)), law.day)
    youngest, oldest = (end // MONTHS_IN_YEAR for end in months)
    if oldest < 0:
        return Matters.NEVER
    unborn = {0} if youngest < 0 else set()
    if _crosses(youngest, oldest, age, unborn | _ages_of_counting(studies_elsewhere, law)):
        return Matters.ALWAYS
    return Matters.IF_DUE if _crosses(youngest, oldest, age, _ages_of_benefits(law)) else Matters.NEVER


def _crosses(youngest: int, oldest: int, told_age: int, boundaries: set[int]) -> bool:
    # Somebody told to be 6 or 7 may be either: people round, and the birthday may come before the application.
    close = {told_age, told_age + 1} if youngest == oldest == told_age else set()
    return any(youngest < age <= oldest or age in close for age in boundaries)


def _ages_of_counting(studies_elsewhere: bool, law: LawInForce) -> set[int]:  # noqa: FBT001, as above
    """Return the ages at which somebody no longer counts; since the Social Code only elsewhere (P3, P3-elsewhere)."""
    if not law.all_who_live_together_count:
        return {law.adult_age, law.student_age}
    return {law.student_age} if studies_elsewhere else set()


def _ages_of_benefits(law: LawInForce) -> set[int]:
    by_age = packages_by_age(law, True)  # noqa: FBT003, the key of a cache
    food = {law.school_from_age} if PackageItem.FOOD_SET in by_age[law.package_from_age] else set()
    supplement = {law.supplement_ages.start, law.supplement_ages.stop} if law.supplement_ages else set()
    return {law.package_from_age, law.adult_age} | food | supplement


def sex_matters(context: Context) -> bool:
    """Ask the sex of a grown-up only where the pension age makes it matter (P5)."""
    answers, assessment_day, key = context.answers, context.assessment_day, context.subject.member
    told = person(answers, key)
    if told is not None and told.group.sex is not None:
        return False
    birth = birth_told(answers, key, told)
    if birth is None or birth.latest > assessment_day.on or disability_told(answers, key) in HEAVY_DISABILITY:
        return False
    without_sex = Member(key, relationship_told(key, told), birth)
    return reached_pension_age(without_sex, law_in_force(assessment_day.on)) is None and may_be_due(
        answers, assessment_day
    )
