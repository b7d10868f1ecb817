"""A family to which a job is offered, and the bill of that offer."""

from datetime import date
from typing import Any

from rules import (
    Birth,
    History,
    Household,
    Income,
    Member,
    PovertyLine,
    PovertyLines,
    Quarter,
)
from rules.household import (
    Activity,
    IncomeKind,
    Relationship,
)
from rules.offer import Measure
from rules.offer_bill import Bill, bill

TODAY = date(2026, 11, 23)
REGION = "KZ-79"
LINE = PovertyLines([PovertyLine.published(REGION, Quarter.of(TODAY), 50_000, "administrator")])
NOT_PUBLISHED = PovertyLines()
WAGE = 120_000


def mother(**told: Any) -> Member:
    return Member("mother", Relationship.APPLICANT, **{"birth": Birth.at_age(34, TODAY), **told})


def father(*incomes: Income, **told: Any) -> Member:
    there = {"birth": Birth.at_age(36, TODAY), "activity": Activity.EMPLOYED}
    return Member("father", Relationship.SPOUSE, incomes=incomes, **{**there, **told})


def child(age: int) -> Member:
    return Member(f"child of {age}", Relationship.CHILD, birth=Birth.at_age(age, TODAY))


def earned(monthly: int) -> Income:
    return Income.of(IncomeKind.WAGE, 3 * monthly)


def family(*members: Member, **history: Any) -> Household:
    """A mother at home, a father with 60 000 a month, children of 3 and 8, unless others are named."""
    usual = (mother(), father(earned(60_000)), child(3), child(8))
    return Household(REGION, members or usual, History(**history))


def billed(household: Household | None = None, member: str = "mother", wage: int | None = WAGE, **more: Any) -> Bill:
    """The bill of a vacancy for the mother from 1 December, unless something else is named."""
    told: dict[str, Any] = {"measure": Measure.VACANCY, "starts_on": date(2026, 12, 1), "lines": LINE, **more}
    return bill(household or family(), member, told.pop("measure"), wage, today=TODAY, **told)
