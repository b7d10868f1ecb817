"""The poverty line of a region and quarter: published, or estimated as a band and said to be so (L1-L5)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, Self

from rules.law_in_force import share
from rules.parameters import known_value_of, parameters
from rules.quarters import Quarter
from rules.regions import COUNTRY
from rules.sources import Grade, LawError
from rules.subsistence_minimum import Band, Figure, Period, Span, band, known_figures, yearly_growth

ESTIMATES_KEPT: Final = 4_096  # lines of all regions for some years; they are read anew every minute


class Basis(StrEnum):
    """Whether the authority published the line or it had to be estimated."""

    PUBLISHED = "published"
    ESTIMATE = "estimate"


class EstimatedFrom(StrEnum):
    """What an estimate rests on (L5). The last three stand in results that were shown before it was a band."""

    REGION_BASE_QUARTER = "region_base_quarter"
    REGION_LINE = "region_line"
    REGION_MONTH = "region_month"
    REGION_QUARTER = "region_quarter"
    REGION_YEAR = "region_year"
    COUNTRY_MONTH = "country_month"
    COUNTRY_QUARTER = "country_quarter"
    COUNTRY_YEAR = "country_year"
    REGION_NEWEST_MONTH = "region_newest_month"
    COUNTRY_NEWEST_MONTH = "country_newest_month"
    COUNTRY_BUDGET = "country_budget"


class Evidence(NamedTuple):
    """A figure that an estimate rests on: a subsistence minimum, or (`is_line`) a published line; tenge, as a string.

    `period` is a year, a quarter or a month: 2025, 2025-Q3, 2025-08.
    """

    region: str
    period: str
    tenge: str
    is_line: bool
    grade: Grade
    source: str


class Carried(NamedTuple):
    """How the evidence becomes the subsistence minimum of the base quarter; decimal strings.

    `years` is for how many years it was carried on, with the least, the middle and the greatest growth of a year.
    """

    from_season: str
    to_season: str
    ratio: str
    years: int
    growth_least: str
    growth_middle: str
    growth_greatest: str
    error: str


class PovertyLine(NamedTuple):
    """Tenge per person per month for applications of a quarter in a region, and where the figure comes from.

    `tenge` is the line, or the likely value of an estimate between `low_tenge` and `high_tenge`; the three are equal
    where it was published. An estimate has its evidence, the likely subsistence minimum of which it is a share (a
    decimal string with two places) and the weakest grade of the figures behind it. `may_be_higher`: the line may
    be by median income, which is not known, so that the estimate alone refuses nobody (L2).
    """

    region: str
    quarter: Quarter
    tenge: int
    basis: Basis
    source: str
    low_tenge: int
    high_tenge: int
    estimated_from: EstimatedFrom | None = None
    months: tuple[str, ...] = ()
    minimum: str | None = None
    minimum_grade: Grade | None = None
    evidence: tuple[Evidence, ...] = ()
    carried: Carried | None = None
    may_be_higher: bool = False

    @classmethod
    def published(cls, region: str, quarter: Quarter, tenge: int, source: str) -> Self:
        """Return a line as the authority published it (L3)."""
        return cls(region, quarter, tenge, Basis.PUBLISHED, source, tenge, tenge)


class PovertyLines:
    """Finds the line of a region and a day among the published ones, or estimates it.

    `added` are the lines of the administrator: they go before those of law/, and an estimate rests on them too.
    `always` is taken for every region and quarter.
    """

    def __init__(self, added: Iterable[PovertyLine] = (), *, always: PovertyLine | None = None) -> None:
        self._always = always
        self._lines = {(line.region, line.quarter): line for line in (*_lines_of_law(), *added)}

    def __iter__(self) -> Iterator[PovertyLine]:
        """Yield the published lines by region and quarter."""
        return iter(line for _, line in sorted(self._lines.items()) if line.basis is Basis.PUBLISHED)

    def of(self, region: str, day: date) -> PovertyLine:
        """Return the line for an application of that day in a region; LawError where nothing is known to tell it."""
        if self._always is not None:
            return self._always
        key = (region, Quarter.of(day))
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = estimate(region, key[1], self)
        return line


def estimate(region: str, quarter: Quarter, published: Iterable[PovertyLine] = ()) -> PovertyLine:
    """Estimate a line that nobody published: the share of the band of the minimum of the base quarter (L5)."""
    return _estimate(region, quarter, tuple(line for line in published if line.region == region))


@lru_cache(maxsize=ESTIMATES_KEPT)
def _estimate(region: str, quarter: Quarter, published: tuple[PovertyLine, ...]) -> PovertyLine:
    figures = (*known_figures(), *figures_of_lines(published))
    found = band(region, Period.of_quarter(quarter.previous), figures)
    if found is None:
        raise LawError(f"no figure is known from which the line of {region} for {quarter} could be estimated")
    return line_of_band(region, quarter, found)


def line_of_band(region: str, quarter: Quarter, found: Band) -> PovertyLine:
    """Return the estimated line of a quarter from the band of the subsistence minimum of its base quarter."""
    part = share_of_subsistence_minimum(quarter.first_day)
    median = known_value_of("median_income_above_floor", quarter.first_day, region)
    raised = 1 + (median.value if median else Decimal(0))
    evidence = tuple(
        Evidence(one.region, str(one.period), f"{one.tenge:.2f}", one.is_line, one.grade, one.source)
        for one in found.figures
    )
    return PovertyLine(
        region,
        quarter,
        int((found.likely * part).to_integral_value(ROUND_HALF_UP)),
        Basis.ESTIMATE,
        _in_words(part, found),
        int((found.low * part).to_integral_value(ROUND_FLOOR)),
        int((found.high * part * raised).to_integral_value(ROUND_CEILING)),
        _estimated_from(found, quarter),
        tuple(str(one.period) for one in found.figures if one.period.span is Span.MONTH),
        f"{found.likely:.2f}",
        max((one.grade for one in found.figures), key=list(Grade).index),
        evidence,
        _carried(found),
        may_be_higher=median is not None,
    )


def figures_of_lines(lines: Iterable[PovertyLine]) -> Iterator[Figure]:
    """Yield for each published line the subsistence minimum of its base quarter of which it is the share."""
    for line in lines:
        part = share_of_subsistence_minimum(line.quarter.first_day)
        period = Period.of_quarter(line.quarter.previous)
        yield Figure(line.region, period, line.tenge / part, Grade.DERIVED, line.source, is_line=True)


def is_by_median_income(day: date) -> bool:
    """Whether the line of a day is the larger of two shares (L2), rather than that of the minimum alone (L1)."""
    return known_value_of("poverty_line_share_of_median_income", day) is not None


def share_of_subsistence_minimum(day: date) -> Decimal:
    """Return what share of the subsistence minimum the line of a day is, or at least is."""
    floor = "poverty_line_floor_share_of_subsistence_minimum"
    return share(floor if is_by_median_income(day) else "poverty_line_share_of_subsistence_minimum", day)


def _estimated_from(found: Band, quarter: Quarter) -> EstimatedFrom:
    figure = found.figures[0]
    if figure.is_line:
        return EstimatedFrom.REGION_LINE
    if figure.region != COUNTRY and Period.of_quarter(quarter.previous).contains(figure.period):
        return EstimatedFrom.REGION_BASE_QUARTER
    place = "country" if figure.region == COUNTRY else "region"
    return EstimatedFrom(f"{place}_{figure.period.span}")


def _carried(found: Band) -> Carried:
    growth = yearly_growth()
    return Carried(
        f"{found.from_season:.3f}",
        f"{found.to_season:.3f}",
        f"{found.ratio:.3f}",
        found.years,
        f"{growth.least:.3f}",
        f"{growth.middle:.3f}",
        f"{growth.greatest:.3f}",
        f"{found.error:.4f}",
    )


def _in_words(part: Decimal, found: Band) -> str:
    figures = ", ".join(f"{one.region} {one.period} {one.tenge:.0f}" for one in found.figures)
    sources = "; ".join(sorted({one.source for one in found.figures}))
    return f"{part:.0%} of the subsistence minimum, carried on from {figures} ({sources})"


def _lines_of_law() -> Iterable[PovertyLine]:
    for value in parameters()["poverty_line"].values:
        quarter = Quarter.of(value.valid_from)
        yield PovertyLine.published(value.region, quarter, int(value.value), value.source)
