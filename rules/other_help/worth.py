"""Amounts of other help: units of the day times the number of the act, rounded up to a whole tenge (F3).

The payers round up. The ministry's press of 27.01.2026 rounds groups I and III of an adult to the nearest instead,
one tenge below (111 872 and 61 021).
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal
from functools import cache
from typing import Final, NamedTuple

from rules.law_in_force import LawInForce
from rules.parameters import ParameterValue, known_value_of, value_of
from rules.sources import Grade

# What a number of the law is counted in, by the words of its unit.
UNIT_OF: Final = {
    "MCI": "monthly_calculation_index",
    "MCI per month": "monthly_calculation_index",
    "subsistence minimums per month": "subsistence_minimum_budget",
    "minimum wages per month": "minimum_wage",
}
IN_TENGE: Final = "tenge per month"
STRENGTH: Final = tuple(Grade)  # from the act itself down to what nobody has checked


class Worth(NamedTuple):
    """An amount in whole tenge, its ends equal where all is known, and the weakest of what it rests on."""

    low: int
    high: int
    grade: Grade


class Exact(NamedTuple):
    """An amount in tenge before it is rounded, and the weakest of what it rests on."""

    tenge: Decimal
    grade: Grade


@cache
def exact(name: str, law: LawInForce) -> Exact | None:
    """Return a number of the law in tenge, not rounded yet; None where it, or its unit, is not known on the day."""
    number = known_value_of(name, law.day)
    if number is None:
        return None
    if number.unit == IN_TENGE:
        return Exact(number.value, number.grade)
    unit = known_value_of(UNIT_OF[number.unit], law.day)
    if unit is None:
        return None
    return Exact(number.value * unit.value, weakest((number.grade, unit.grade)))


@cache
def worth(name: str, law: LawInForce) -> Worth | None:
    """Return a number of the law in whole tenge, rounded up; None where it, or its unit, is not known on the day."""
    found = exact(name, law)
    if found is None:
        return None
    tenge = rounded_up(found.tenge)
    return Worth(tenge, tenge, found.grade)


@cache
def between(least: str, greatest: str, law: LawInForce) -> Worth | None:
    """Return the range from one number of the law to another; None where one of them is not known."""
    low, high = worth(least, law), worth(greatest, law)
    if low is None or high is None:
        return None
    return Worth(low.low, high.high, weakest((low.grade, high.grade)))


def together(each: Iterable[Worth | None]) -> Worth | None:
    """Return the sum of amounts, each rounded by itself as it is paid; None where one of them has no fixed sum."""
    known = list(each)
    amounts = [one for one in known if one is not None]
    if not amounts or len(amounts) < len(known):
        return None
    grade = weakest(one.grade for one in amounts)
    return Worth(sum(one.low for one in amounts), sum(one.high for one in amounts), grade)


def weakest(grades: Iterable[Grade]) -> Grade:
    """Return the grade on which something rests that rests on all of these."""
    return max(grades, key=STRENGTH.index)


def rounded_up(tenge: Decimal) -> int:
    """Return whole tenge, as the payers round (F3)."""
    return int(tenge.to_integral_value(ROUND_CEILING))


def whole(name: str, law: LawInForce) -> int:
    """Return a whole number of the law, of months, years or children."""
    return int(_known(name, law).value)


def decimal(name: str, law: LawInForce) -> Decimal:
    """Return a share or a coefficient of the law as an exact decimal."""
    return _known(name, law).value


@cache
def _known(name: str, law: LawInForce) -> ParameterValue:
    return value_of(name, law.day)
