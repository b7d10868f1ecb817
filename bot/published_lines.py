"""Published poverty lines: what one may be when it is entered, in a file or over HTTP, and which regions lack one.

Families of a region without one get an estimate until somebody enters it.
"""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cache
from typing import Final

from rules import PovertyLines, Quarter
from rules.law_in_force import law_ends_on
from rules.parameters import known_value_of, parameters
from rules.regions import REGIONS, exists
from rules.sources import LAW_BEGINS_ON

FIRST_QUARTER: Final = Quarter.of(LAW_BEGINS_ON)
# A line is 70 % of a region's subsistence minimum (L1) or, from 2025, a share of its median income where that is more
# (L2), which nobody has published here. The bounds are no rule of the law: they only catch a slip of the scale, and are
# wide, so that they never keep out a real line.
LEAST_SHARE: Final = Decimal("0.1")
GREATEST_SHARE: Final = 3
MINIMUM: Final = "subsistence_minimum_budget"


def last_quarter() -> Quarter:
    """Return the last quarter that the encoded law reaches."""
    return Quarter.of(law_ends_on())


@cache
def known_quarters() -> tuple[Quarter, ...]:
    """Return every quarter that the encoded law reaches."""
    years = range(FIRST_QUARTER.year, last_quarter().year + 1)
    quarters = (Quarter(year, number) for year in years for number in range(1, 5))
    return tuple(quarter for quarter in quarters if FIRST_QUARTER <= quarter <= last_quarter())


def known_quarter(text: str) -> Quarter | None:
    """Read a quarter such as 2026-Q4; None for anything else, and where the encoded law does not reach."""
    try:
        quarter = Quarter.parse(text)
    except ValueError:
        return None
    return quarter if FIRST_QUARTER <= quarter <= last_quarter() and str(quarter) == text else None


@cache
def plausible_tenge(quarter: Quarter) -> range:
    """Return the sums that can be the line of a quarter, tenge a person a month.

    Where the budget of that year is not known yet, the newest one that is serves.
    """
    known = known_value_of(MINIMUM, quarter.first_day) or parameters()[MINIMUM].values[-1]
    least = (known.value * LEAST_SHARE).to_integral_value(ROUND_CEILING)
    return range(int(least), int(known.value * GREATEST_SHARE) + 1)


def sums_allowed(quarter: Quarter) -> str:
    """Say in English, for whoever enters a line, which sums are allowed and why."""
    sums = plausible_tenge(quarter)
    return (
        f"whole tenge from {sums.start} to {sums.stop - 1} are allowed for {quarter}, "
        "a tenth of the subsistence minimum to three times as much"
    )


def missing_lines(lines: PovertyLines, day: date) -> list[tuple[str, Quarter]]:
    """Return the regions without a published line in the quarter of a day and in the next one, each with its quarter.

    A quarter that the encoded law does not reach is left out: no line of it could be entered.
    """
    running = Quarter.of(day)
    quarters = [quarter for quarter in (running, running.next) if quarter <= last_quarter()]
    return [(region, quarter) for quarter in quarters for region in regions_without_line(lines, quarter)]


def regions_without_line(lines: PovertyLines, quarter: Quarter) -> list[str]:
    """Return the regions of a quarter that have no published line in it, in the order of the law's list."""
    published = {line.region for line in lines if line.quarter == quarter}
    return [region for region in REGIONS if exists(region, quarter.last_day) and region not in published]
