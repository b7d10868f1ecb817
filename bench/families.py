"""Families of six with different members, ages, incomes and histories, on days of every quarter of the law."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from rules import Birth, History, Household, Income, Member, Quarter
from rules.household import Activity, Commission, Disability, IncomeKind, Relationship, Sex
from rules.law_in_force import law_ends_on
from rules.regions import REGIONS, exists
from rules.sources import LAW_BEGINS_ON

DAYS_IN_QUARTER: Final = 3
CHILDREN: Final = range(2, 5)  # with the parents and, to make six, others of the family
EARNED: Final = (IncomeKind.WAGE, IncomeKind.SELF_EMPLOYMENT, IncomeKind.FARM, IncomeKind.ALIMONY, IncomeKind.LOAN)
OTHERS: Final = (Relationship.PARENT, Relationship.SIBLING, Relationship.GRANDPARENT)
QUARTER_TENGE: Final = range(0, 400_000, 500)

Case = tuple[Household, date]


def families_of_six(number: int) -> list[Case]:
    """Return so many different families, each with the day on which it applies; always the same ones."""
    random = Random(6)
    days = list(_days(random))
    return [_family(days[place % len(days)], random) for place in range(number)]


def _days(random: Random) -> Iterator[date]:
    quarter = Quarter.of(LAW_BEGINS_ON)
    while quarter.first_day <= law_ends_on():
        length = (min(quarter.last_day, law_ends_on()) - quarter.first_day).days
        for _ in range(DAYS_IN_QUARTER):
            yield quarter.first_day + timedelta(days=random.randint(0, length))
        quarter = quarter.next


def _family(day: date, random: Random) -> Case:
    children = random.choice(CHILDREN)
    relationships = [
        Relationship.APPLICANT,
        Relationship.SPOUSE,
        *[Relationship.CHILD] * children,
        *random.choices(OTHERS, k=4 - children),
    ]
    members = tuple(_member(f"m{place}", relationship, day, random) for place, relationship in enumerate(relationships))
    region = random.choice([region for region in REGIONS if exists(region, day)])
    return Household(region, members, _history(day, random)), day


def _member(label: str, relationship: Relationship, day: date, random: Random) -> Member:
    is_child = relationship is Relationship.CHILD
    years = random.randint(0, 17) if is_child else random.randint(20, 75)
    born_on = day - timedelta(days=years * 365 + random.randint(1, 364))
    day_is_known = is_child or random.randint(0, 1)
    return Member(
        label=label,
        relationship=relationship,
        birth=Birth.on(born_on) if day_is_known else Birth.at_age(years, day),
        sex=random.choice(list(Sex)),
        activity=Activity.NONE if is_child else random.choice([Activity.EMPLOYED, Activity.UNEMPLOYED, Activity.NONE]),
        disability=random.choice([*[Disability.NONE] * 9, Disability.GROUP_2]),
        incomes=() if is_child else tuple(_incomes(random)),
    )


def _incomes(random: Random) -> Iterator[Income]:
    for kind in random.sample(EARNED, random.randint(0, 2)):
        low = random.choice(QUARTER_TENGE)
        yield Income(kind, low, random.choice([low, low, low + 60_000]))


def _history(day: date, random: Random) -> History:
    return History(
        refused_measures_on=random.choice([None, None, None, day - timedelta(days=100)]),
        commission=random.choice([Commission.UNKNOWN, Commission.NEED, Commission.NO_NEED]),
    )
