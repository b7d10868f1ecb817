"""Whether the band of an unpublished line holds: every known figure against the band made without it (L5).

For each known month, quarter and published line, the band is made from nothing but figures of other periods that had
ended before it began. The seasons and the growth of a year are those of all known years: they are the shape of the
estimate, not evidence of a level; only a month's own year and region are left out of its season.
"""

from collections.abc import Iterable
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from rules.poverty_line import PovertyLines, figures_of_lines, line_of_band
from rules.quarters import Quarter
from rules.subsistence_minimum import Band, Figure, Span, band, known_figures


class Tried(NamedTuple):
    """A known figure and the band made without it; tenge a person a month. `what` is month, quarter or line."""

    what: str
    region: str
    period: str
    tenge: Decimal
    low: Decimal
    high: Decimal
    width: Decimal
    rests_on: str

    @property
    def holds(self) -> bool:
        """Whether the figure lies within the band."""
        return self.low <= self.tenge <= self.high


class Backtest(NamedTuple):
    """All that was tried, and the figures before which nothing was known."""

    tried: list[Tried]
    without_evidence: list[str]

    @property
    def coverage(self) -> Decimal:
        """The share of the known figures that lie within their band."""
        return Decimal(sum(one.holds for one in self.tried)) / len(self.tried)

    @property
    def median_width(self) -> Decimal:
        """The middle width of a band, as a share of its likely value."""
        return median(one.width for one in self.tried)


def backtest() -> Backtest:
    """Try the estimate on every known month, quarter and published line."""
    result = Backtest([], [])
    for figure in known_figures():
        if figure.period.span is not Span.YEAR:
            _try(result, str(figure.period.span), str(figure.period), figure, figure.tenge)
    for line in PovertyLines():
        _try(result, "line", str(line.quarter), next(figures_of_lines([line])), Decimal(line.tenge))
    return result


def _try(result: Backtest, what: str, name: str, figure: Figure, tenge: Decimal) -> None:
    found = band(figure.region, figure.period, _known_before(figure))
    if found is None:
        result.without_evidence.append(f"{what} {figure.region} {name}")
        return
    ends = _ends_of_line(figure, found) if what == "line" else (found.low, found.high)
    rests_on = f"{found.figures[0].region} {found.figures[0].period}"
    width = (ends[1] - ends[0]) / (found.likely if what != "line" else found.likely * tenge / figure.tenge)
    result.tried.append(Tried(what, figure.region, name, tenge, *ends, width, rests_on))


def _ends_of_line(figure: Figure, found: Band) -> tuple[Decimal, Decimal]:
    line = line_of_band(figure.region, Quarter.of(figure.period.first_day).next, found)
    return Decimal(line.low_tenge), Decimal(line.high_tenge)


def _known_before(figure: Figure) -> Iterable[Figure]:
    every = (*known_figures(), *figures_of_lines(PovertyLines()))
    return [other for other in every if other.period.next_day <= figure.period.first_day]
