"""Who cares for whom, as far as it was said (P6)."""

from collections.abc import Mapping
from typing import Any, Final

from rules.household import (
    Activity,
    CaresFor,
)
from rules.interview.answers import YES
from rules.interview.people_told import adults, birth_told, everybody_told
from rules.interview.places import told_of
from rules.interview.questionnaire import AssessmentDay
from rules.interview.who_earned import AT_HOME_WITH_BABY
from rules.law_in_force import law_in_force
from rules.who_counts import is_under, months_at_ends

Answers = Mapping[str, Any]

CARED_FROM: Final = 50  # years; nobody calls a younger person elderly
AT_HOME: Final = (Activity.NONE.value, Activity.UNEMPLOYED.value)


def cares_for_elderly(answers: Answers, key: str) -> bool:
    """Whether a member cares for an elderly person, as far as it was said."""
    return cares_for(answers, key) == CaresFor.ELDERLY


def knows_the_elderly(answers: Answers, carer: str, assessment_day: AssessmentDay) -> bool:
    """Whether just one member other than the carer is of pension age: then that is who is cared for."""
    lowest = law_in_force(assessment_day.on).pension_months_women
    births = (birth_told(answers, told.key, told) for told in everybody_told(answers) if told.key != carer)
    return sum(birth is not None and months_at_ends(birth, assessment_day.on)[0] >= lowest for birth in births) == 1


def cares_for(answers: Answers, key: str) -> str | None:
    """Return whom somebody cares for, as far as it was said."""
    if key in answers.get("carers", []):
        return told_of(answers, "cared-for", key)
    return care_by_activity(answers, key)


def care_by_activity(answers: Answers, key: str) -> str | None:
    """Return whom somebody cares for by what was said of their day; what is not said yet is an empty text."""
    if told_of(answers, "activity", key) == AT_HOME_WITH_BABY:
        return CaresFor.CHILD_UNDER_3
    if told_of(answers, "activity", key) == Activity.CARER:
        return str(told_of(answers, "cares-for", key) or "")
    cares_at_home = is_at_home(answers, key) and told_of(answers, "small-child", key) == YES
    return CaresFor.CHILD_UNDER_3 if cares_at_home else None


def is_at_home(answers: Answers, key: str) -> bool:
    """Whether a member keeps house or looks for work: who cares for a small child often says no more of it."""
    return told_of(answers, "activity", key) in AT_HOME


def small_child_needs_carer(answers: Answers, assessment_day: AssessmentDay) -> bool:
    """Whether there is a child now whose carer need not take part in measures (P6), and nobody is said to be that."""
    if not has_small_child(answers, assessment_day):
        return False
    return all(care_by_activity(answers, key) != CaresFor.CHILD_UNDER_3 for key in adults(answers))


def has_small_child(answers: Answers, assessment_day: AssessmentDay) -> bool:
    """Whether there may be a child now whose carer need not take part in measures (P6)."""
    limit = law_in_force(assessment_day.on).carer_child_age
    births = (birth_told(answers, told.key, told) for told in everybody_told(answers))
    return any(birth and is_under(birth, limit, assessment_day.today) for birth in births)
