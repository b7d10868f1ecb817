"""What was told, as the law needs it: the household of the answers, and what can still change the result."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final, NamedTuple

from rules.answers import UNKNOWN, YES, birth_of
from rules.assessment import may_lie_within_line
from rules.earners import AT_HOME_WITH_BABY, is_surely_of_pension_age
from rules.family import HEAVY_DISABILITY, is_under, months_at_ends, reached_pension_age
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    Birth,
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
from rules.kept import Kept, while_answers_stay
from rules.law_on import MONTHS_IN_YEAR, LawOn, law_on
from rules.members import (
    ADULT_AGE,
    SPOUSE,
    SPOUSE_APART,
    STUDENTS,
    Person,
    adults,
    everybody_told,
    members,
    person,
)
from rules.questionnaire import Context, Setting
from rules.regions import REGIONS, region_of_that_day
from rules.social_package import PackageItem, packages_by_age
from rules.told_money import incomes

Answers = Mapping[str, Any]

ALL, SOME, NOBODY = "all", "some", "nobody"  # of the family are citizens, kandas, refugees or residents (P1)
CARED_FROM: Final = 50  # years; nobody calls a younger person elderly
AT_HOME: Final = (Activity.NONE.value, Activity.UNEMPLOYED.value)
HEAVY: Final = tuple(disability.value for disability in HEAVY_DISABILITY)
TELL_OF_INCOME: Final = ("amount:", "month:", "once:", "allowance-kinds")  # the law gives the sum of some allowances


class BornLater(NamedTuple):
    """How many of the family do not count on an earlier day: not born yet, or perhaps not, as only the age is known."""

    surely: int
    perhaps: int


@while_answers_stay
def household_from(answers: Answers, setting: Setting) -> Household:
    """Return the household that answers describe, for the day of the setting. Labels are the members' keys.

    Children who were not born yet on that day are left out.
    """
    kept = answers if isinstance(answers, Kept) else Kept(answers)
    region = region_of_that_day(region_told(kept), setting.on)
    told = {person.key: person for person in everybody_told(kept)}
    law = law_on(setting.on)
    of_each = incomes(kept, law)
    found = [_member(kept, key, told.get(key), tuple(of_each.get(key, ())), law) for key in members(kept)]
    born = tuple(member for member in found if member.birth is None or member.birth.latest <= setting.on)
    is_registered = kept["region"] in REGIONS
    return Household(region, born, _history(kept), Property(frozenset(_property(kept))), is_registered)


def region_told(answers: Answers) -> str:
    """Return the region where the family is registered, or else where it lives."""
    region = str(answers["region"])
    return region if region in REGIONS else str(answers.get("region-lived", REGIONS[0]))


def born_later(answers: Answers, day: date) -> BornLater:
    """Return how many of the family were not born yet on a day, and of how many nobody can say it."""
    births = [birth for told in everybody_told(answers) if (birth := _birth(answers, told.key, told))]
    later = [birth for birth in births if birth.latest > day]
    unsure = [birth for birth in later if birth.earliest <= day]
    return BornLater(len(later) - len(unsure), len(unsure))


@while_answers_stay
def may_be_due(answers: Answers, setting: Setting) -> bool:
    """Whether the income told so far does not already rule the assistance out."""
    if not any(place.startswith(TELL_OF_INCOME) for place in answers):
        return True  # most questions come before the first income: without any, nothing lies above the line
    return may_lie_within_line(household_from(answers, setting), setting.on, setting.lines)


def birth_decides_who_counts(context: Context) -> bool:
    """Ask a birthday where the age decides whether somebody counts: not born yet, 18, 23."""
    return _birth_matters_of(context) is Matters.ALWAYS


def birth_decides_benefits(context: Context) -> bool:
    """Ask a birthday where the age lies at a boundary of a benefit (1, 7) that may be due."""
    return _birth_matters_of(context) is Matters.IF_DUE and may_be_due(context.answers, context.setting)


def _birth_matters_of(context: Context) -> "Matters":
    told = person(context.answers, context.subject)
    if told is None:
        return Matters.NEVER
    return _birth_matters(told.age, told.on, told.group is STUDENTS, law_on(context.setting.on))


class Matters(Enum):
    """Whether a birthday is needed: for who counts it always is, for benefits only where they may be due."""

    NEVER = auto()
    ALWAYS = auto()
    IF_DUE = auto()


@lru_cache(maxsize=10_000)
def _birth_matters(age: int, told_on: str, studies_elsewhere: bool, law: LawOn) -> Matters:  # noqa: FBT001, a cache's key
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


def _ages_of_counting(studies_elsewhere: bool, law: LawOn) -> set[int]:  # noqa: FBT001, as above
    """Return the ages at which somebody no longer counts: since the Social Code only who lives elsewhere (P3, P3a)."""
    if not law.all_who_live_together_count:
        return {law.adult_age, law.student_age}
    return {law.student_age} if studies_elsewhere else set()


def _ages_of_benefits(law: LawOn) -> set[int]:
    by_age = packages_by_age(law, True)  # noqa: FBT003, the key of a cache
    food = {law.school_from_age} if PackageItem.FOOD_SET in by_age[law.package_from_age] else set()
    supplement = {law.supplement_ages.start, law.supplement_ages.stop} if law.supplement_ages else set()
    return {law.package_from_age, law.adult_age} | food | supplement


def sex_matters(context: Context) -> bool:
    """Ask the sex of a grown-up only where the pension age makes it matter (P5)."""
    answers, setting, key = context
    told = person(answers, key)
    if told is not None and told.group.sex is not None:
        return False
    birth = _birth(answers, key, told)
    if birth is None or birth.latest > setting.on or _detail(answers, "disabled", f"disability:{key}", key) in HEAVY:
        return False
    without_sex = Member(key, _relationship(key, told), birth)
    return reached_pension_age(without_sex, law_on(setting.on)) is None and may_be_due(answers, setting)


def _member(answers: Answers, key: str, told: Person | None, incomes: tuple[Income, ...], law: LawOn) -> Member:
    cares_for = _cares_for(answers, key)
    activity = Activity.CARER if cares_for else _activity(answers, key, told, law)
    sex = told.group.sex if told is not None and told.group.sex else answers.get(f"sex:{key}")
    return Member(
        label=key,
        relationship=_relationship(key, told),
        birth=_birth(answers, key, told),
        sex=Sex(sex) if sex else None,
        activity=activity,
        cares_for=CaresFor(cares_for) if cares_for else None,
        disability=Disability(_detail(answers, "disabled", f"disability:{key}", key)),
        long_illness=key in answers.get("ill", []),
        absence=_absence(answers, key),
        registered_here=key not in answers.get("elsewhere", []),
        incomes=incomes,
        entitled=answers.get("status") != NOBODY and key not in _not_entitled(answers),
        cared_for_age=_cared_for_age(answers, key) if cares_for == CaresFor.ELDERLY else None,
    )


def _absence(answers: Answers, key: str) -> Absence:
    if key[0] == STUDENTS.letter and key not in answers.get("away", []):
        return Absence.STUDY_ELSEWHERE
    chosen = answers.get("household", [])
    if key == SPOUSE and SPOUSE_APART in chosen and SPOUSE not in chosen:
        return Absence(answers.get("spouse-apart", Absence.NONE))
    return Absence(_detail(answers, "away", f"absence:{key}", key))


def _not_entitled(answers: Answers) -> list[str]:
    found: list[str] = answers.get("not-entitled", []) if answers.get("status") == SOME else []
    return found


def _cared_for_age(answers: Answers, key: str) -> int | None:
    told = answers.get(f"cared-age:{key}")
    return None if told is None else int(told[0])


def cares_for_elderly(answers: Answers, key: str) -> bool:
    """Whether a member cares for an elderly person, as far as it was said."""
    return _cares_for(answers, key) == CaresFor.ELDERLY


def knows_the_elderly(answers: Answers, carer: str, setting: Setting) -> bool:
    """Whether just one member other than the carer is of pension age: then that is who is cared for."""
    lowest = law_on(setting.on).pension_months_women
    births = (_birth(answers, told.key, told) for told in everybody_told(answers) if told.key != carer)
    return sum(birth is not None and months_at_ends(birth, setting.on)[0] >= lowest for birth in births) == 1


def _relationship(key: str, told: Person | None) -> Relationship:
    if told is not None:
        return told.group.relationship
    return Relationship.SPOUSE if key == SPOUSE else Relationship.APPLICANT


def _activity(answers: Answers, key: str, told: Person | None, law: LawOn) -> Activity:
    if told is not None and told.group is STUDENTS:
        return Activity.STUDENT
    doing = answers.get(f"activity:{key}")
    if doing is None:
        return Activity.PENSIONER if told and is_surely_of_pension_age(told, law) else Activity.NONE
    return Activity.CARER if doing == AT_HOME_WITH_BABY else Activity(doing)


def _cares_for(answers: Answers, key: str) -> str | None:
    if key in answers.get("carers", []):
        return answers.get(f"cared-for:{key}")
    return care_by_activity(answers, key)


def care_by_activity(answers: Answers, key: str) -> str | None:
    """Return whom somebody cares for by what was said of their day; what is not said yet is an empty text."""
    if answers.get(f"activity:{key}") == AT_HOME_WITH_BABY:
        return CaresFor.CHILD_UNDER_3
    if answers.get(f"activity:{key}") == Activity.CARER:
        return str(answers.get(f"cares-for:{key}", ""))
    return CaresFor.CHILD_UNDER_3 if is_at_home(answers, key) and answers.get(f"small-child:{key}") == YES else None


def is_at_home(answers: Answers, key: str) -> bool:
    """Whether a member keeps house or looks for work: who cares for a small child often says no more of it."""
    return answers.get(f"activity:{key}") in AT_HOME


def small_child_needs_carer(answers: Answers, setting: Setting) -> bool:
    """Whether there is a child now whose carer need not take part in measures (P6), and nobody is said to be that."""
    if not has_small_child(answers, setting):
        return False
    return all(care_by_activity(answers, key) != CaresFor.CHILD_UNDER_3 for key in adults(answers))


def has_small_child(answers: Answers, setting: Setting) -> bool:
    """Whether there may be a child now whose carer need not take part in measures (P6)."""
    limit = law_on(setting.on).carer_child_age
    births = (_birth(answers, told.key, told) for told in everybody_told(answers))
    return any(birth and is_under(birth, limit, setting.today) for birth in births)


def _birth(answers: Answers, key: str, told: Person | None) -> Birth | None:
    if told is not None:
        return _birth_told(told.age, told.on, answers.get(f"birthday:{key}"))
    years = answers.get(f"years:{key}")
    return None if years is None else _birth_told(*years, None)


@lru_cache(maxsize=10_000)
def _birth_told(age: int, told_on: str, birthday: str | None) -> Birth:
    return birth_of(age, date.fromisoformat(told_on), birthday)


def _detail(answers: Answers, chosen: str, place: str, key: str) -> str:
    value = answers.get(place) if key in answers.get(chosen, []) else None
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
