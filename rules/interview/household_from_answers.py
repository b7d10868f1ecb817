"""The household that was told, as the law needs it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    Commission,
    DayUnknown,
    Disability,
    History,
    Holding,
    Household,
    Income,
    Member,
    Property,
    Relationship,
    Sex,
)
from rules.interview.answers import UNKNOWN
from rules.interview.care_told import cares_for
from rules.interview.income_from_answers import incomes
from rules.interview.kept import Kept, while_answers_stay
from rules.interview.people_told import (
    ADULT_AGE,
    SPOUSE,
    SPOUSE_APART,
    STUDENTS,
    Person,
    birth_told,
    everybody_told,
    group_of,
    members,
    person,
)
from rules.interview.places import told_of
from rules.interview.questionnaire import AssessmentDay
from rules.interview.who_earned import AT_HOME_WITH_BABY, is_surely_of_pension_age
from rules.law_in_force import LawInForce, law_in_force
from rules.regions import REGIONS, region_of_that_day

Answers = Mapping[str, Any]

ALL, SOME, NOBODY = "all", "some", "nobody"  # of the family are citizens, kandas, refugees or residents (P1)


class BornLater(NamedTuple):
    """How many of the family do not count on an earlier day: not born yet, or perhaps not, as only the age is known."""

    surely: int
    perhaps: int


@while_answers_stay
def household_from(answers: Answers, assessment_day: AssessmentDay) -> Household:
    """Return the household that answers describe, for the day of the day. Labels are the members' keys.

    Children who were not born yet on that day are left out.
    """
    kept = answers if isinstance(answers, Kept) else Kept(answers)
    region = region_of_that_day(region_told(kept), assessment_day.on)
    told = {person.key: person for person in everybody_told(kept)}
    law = law_in_force(assessment_day.on)
    of_each = incomes(kept, law)
    found = [_member(kept, key, told.get(key), tuple(of_each.get(key, ())), law) for key in members(kept)]
    born = tuple(member for member in found if member.birth is None or member.birth.latest <= assessment_day.on)
    is_registered = kept["region"] in REGIONS
    return Household(region, born, _history(kept), Property(frozenset(_property(kept))), is_registered)


def region_told(answers: Answers) -> str:
    """Return the region where the family is registered, or else where it lives."""
    region = str(answers["region"])
    return region if region in REGIONS else str(answers.get("region-lived", REGIONS[0]))


def born_later(answers: Answers, day: date) -> BornLater:
    """Return how many of the family were not born yet on a day, and of how many nobody can say it."""
    births = [birth for told in everybody_told(answers) if (birth := birth_told(answers, told.key, told))]
    later = [birth for birth in births if birth.latest > day]
    unsure = [birth for birth in later if birth.earliest <= day]
    return BornLater(len(later) - len(unsure), len(unsure))


def _member(answers: Answers, key: str, told: Person | None, incomes: tuple[Income, ...], law: LawInForce) -> Member:
    whom = cares_for(answers, key)
    activity = Activity.CARER if whom else _activity(answers, key, told, law)
    sex = told.group.sex if told is not None and told.group.sex else told_of(answers, "sex", key)
    return Member(
        label=key,
        relationship=relationship_told(key, told),
        birth=birth_told(answers, key, told),
        sex=Sex(sex) if sex else None,
        activity=activity,
        cares_for=CaresFor(whom) if whom else None,
        disability=disability_told(answers, key),
        long_illness=key in answers.get("ill", []),
        absence=_absence(answers, key),
        registered_here=key not in answers.get("elsewhere", []),
        incomes=incomes,
        entitled=answers.get("status") != NOBODY and key not in _not_entitled(answers),
        cared_for_age=_cared_for_age(answers, key) if whom == CaresFor.ELDERLY else None,
    )


def _absence(answers: Answers, key: str) -> Absence:
    if group_of(key) is STUDENTS and key not in answers.get("away", []):
        return Absence.STUDY_ELSEWHERE
    chosen = answers.get("household", [])
    if key == SPOUSE and SPOUSE_APART in chosen and SPOUSE not in chosen:
        return Absence(answers.get("spouse-apart", Absence.NONE))
    return Absence(_detail(answers, "away", "absence", key))


def _not_entitled(answers: Answers) -> list[str]:
    found: list[str] = answers.get("not-entitled", []) if answers.get("status") == SOME else []
    return found


def _cared_for_age(answers: Answers, key: str) -> int | None:
    told = told_of(answers, "cared-age", key)
    return None if told is None else int(told[0])


def relationship_told(key: str, told: Person | None) -> Relationship:
    """Return how a member is related to the applicant."""
    if told is not None:
        return told.group.relationship
    return Relationship.SPOUSE if key == SPOUSE else Relationship.APPLICANT


def _activity(answers: Answers, key: str, told: Person | None, law: LawInForce) -> Activity:
    if told is not None and told.group is STUDENTS:
        return Activity.STUDENT
    doing = told_of(answers, "activity", key)
    if doing is None:
        return Activity.PENSIONER if told and is_surely_of_pension_age(told, law) else Activity.NONE
    return Activity.CARER if doing == AT_HOME_WITH_BABY else Activity(doing)


def disability_told(answers: Answers, key: str) -> Disability:
    """Return the disability of a member, as far as it was said."""
    return Disability(_detail(answers, "disabled", "disability", key))


def _detail(answers: Answers, chosen: str, question: str, key: str) -> str:
    value = told_of(answers, question, key) if key in answers.get(chosen, []) else None
    return value or "none"


def _history(answers: Answers) -> History:
    happened = answers.get("history", [])
    is_awarded = "award" in answers.get("circumstances", [])
    commission = answers.get("commission", UNKNOWN) if "commission" in happened else UNKNOWN
    return History(
        refused_measures_on=_day(answers, "work_refused", "work-refused-on"),
        contract_broken_on=_day(answers, "contract_broken", "contract-broken-on"),
        commission=Commission.UNKNOWN if commission == "false_data" else Commission(commission),
        false_data=commission == "false_data",
        awarded_mother=AwardedMother(answers.get("award", "none") if is_awarded else "none"),
        false_data_on=_day_told(answers.get("false-data-on")) if commission == "false_data" else None,
    )


def _day(answers: Answers, word: str, place: str) -> date | DayUnknown | None:
    return _day_told(answers.get(place) if word in answers.get("history", []) else None)


def _property(answers: Answers) -> list[Holding]:
    is_there = "property" in answers.get("history", [])
    return [Holding(word) for word in answers.get("property", [])] if is_there else []


def _day_told(told: str | None) -> date | DayUnknown | None:
    if told == UNKNOWN:
        return DayUnknown.UNKNOWN
    return date.fromisoformat(told) if told else None


def is_grown_up(answers: Answers, key: str) -> bool:
    """Whether a member is a grown-up, as far as the questions are concerned."""
    told = person(answers, key)
    return told is None or told.age >= ADULT_AGE
