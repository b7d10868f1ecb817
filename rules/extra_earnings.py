"""What a new wage brings a family, whatever it is: from which one nothing is due any more, and where it gains least.

The wage is taken as a job is in `rules.what_if`: paid in every month of the base quarter. Where the line is an
estimate, there are two curves, by its low and by its high end.
"""

import math
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from rules.amount import TengeRange
from rules.assessment import what_is_due
from rules.household import Household
from rules.poverty_line import PovertyLines
from rules.what_if import CurvePoint, Month, assistance_by_extra_earnings, month_of, with_job

STEPS: Final = 140
BEYOND_THE_END: Final = Fraction(3, 2)
"""So far the curve goes, in times of the wage from which nothing is due any more: the rise after it is seen."""
ROUND_STEP: Final = 500
MOST_TENGE: Final = 10_000_000
"""Of a month; a wage that leaves the assistance as it is up to there does not count at all (I2, P3)."""
ROUNDING: Final = 3
"""Tenge: the assistance is rounded up to a whole one (A2), so that even sums may differ by so much."""


Total = Callable[[CurvePoint | Month], int]
TOTALS: Final[tuple[Total, ...]] = (
    lambda month: month.total_low,
    lambda month: month.total_high or 0,  # known wherever there is a curve
)


class Dip(NamedTuple):
    """Where the family has least beside now: the wage, and by how much less it has in all; tenge a month."""

    wage: TengeRange
    loss: TengeRange


class EarningsCurve(NamedTuple):
    """The curve of one member's new wage.

    `ends`: the least wage with which nothing is due any more. `gains`: the least with which the family has more than
    now. `dip` is None where it has nowhere less than now. Low and high are by the low and the high end of the line.
    """

    now: Month
    points: list[CurvePoint]
    ends: TengeRange
    gains: TengeRange
    dip: Dip | None


def curve_of_new_wage(household: Household, label: str, on: date, lines: PovertyLines) -> EarningsCurve | None:
    """Return the curve of a new wage of the member of that label. Raises as `assess` does.

    None where there is none: nothing is due now, some sum is not known, or the wage does not end the assistance.
    """
    now = month_of(what_is_due(household, on, lines))
    if now.is_open or not now.assistance.high or now.total_high is None:
        return None
    working = with_job(household, label, 0)

    def at(wage: int) -> CurvePoint:
        return assistance_by_extra_earnings(working, label, on, lines, [wage])[0]

    if at(MOST_TENGE).assistance.high:
        return None
    end = _first(lambda wage: not at(wage).assistance.high, MOST_TENGE)
    ends = TengeRange(_first(lambda wage: not at(wage).assistance.low, end), end)
    step = ROUND_STEP * math.ceil(BEYOND_THE_END * max(end, ROUND_STEP) / (STEPS * ROUND_STEP))
    points = assistance_by_extra_earnings(working, label, on, lines, range(0, (STEPS + 1) * step, step))
    # where the assistance ends, the least is had, between two points
    exact = sorted([*points, at(ends.low), at(ends.high)])
    found = [_dip([(point.extra_tenge, total(point)) for point in exact], total(now)) for total in TOTALS]
    dips = [one for one in found if one is not None]
    dip = Dip(_range([wage for wage, _ in dips]), _range([loss for _, loss in dips])) if dips else None
    # above the end each tenge of the wage is one more
    gains = [_first(partial(_has_more, at, total, now), MOST_TENGE) - ROUNDING for total in TOTALS]
    return EarningsCurve(now, points, ends, _range(gains), dip)


def _has_more(at: Callable[[int], CurvePoint], total: Total, now: Month, wage: int) -> bool:
    return total(at(wage)) > total(now) + ROUNDING


def _dip(totals: list[tuple[int, int]], now: int) -> tuple[int, int] | None:
    """Return with which wage a family has least, and by how much less than now; None where it never has less."""
    wage, least = min(totals, key=lambda point: point[1])
    return (wage, now - least) if now - least > ROUNDING else None


def _first(holds: Callable[[int], bool], most: int) -> int:
    """Return the least wage of which something holds that holds of `most`, and of every one between."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _range(tenge: list[int]) -> TengeRange:
    return TengeRange(min(tenge), max(tenge))
