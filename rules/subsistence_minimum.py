"""What the subsistence minimum of a region may be in a quarter or month that no figure is known for: a band (L5).

Every figure that is known (a month, a quarter, a year; of the region or of the country) gives a band of its own:
the figure, put into its year by its season, carried on by the yearly growth of the country, and put into the wanted
quarter by that quarter's season. Each step widens the band. The narrowest one is taken, so that a further figure can
only narrow what is said.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from statistics import mean, median
from typing import Final, NamedTuple

from rules.law_in_force import MONTHS_IN_YEAR, share
from rules.parameters import ParameterValue, parameters
from rules.quarters import MONTHS_IN_QUARTER, Quarter, add_months
from rules.regions import COUNTRY
from rules.sources import LAW_BEGINS_ON, Grade


class Span(StrEnum):
    """For how long a figure is the mean."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS_OF: Final = {Span.MONTH: 1, Span.QUARTER: MONTHS_IN_QUARTER, Span.YEAR: MONTHS_IN_YEAR}


class Period(NamedTuple):
    """A month, a quarter or a year by its first day."""

    span: Span
    first_day: date

    @classmethod
    def of_quarter(cls, quarter: Quarter) -> "Period":
        """Return a quarter as a period."""
        return cls(Span.QUARTER, quarter.first_day)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read 2025, 2025-Q3 or 2025-08; ValueError when it is none of these."""
        if text.isdecimal():
            return cls(Span.YEAR, date(int(text), 1, 1))
        return cls.of_quarter(Quarter.parse(text)) if "Q" in text else cls(Span.MONTH, date.fromisoformat(f"{text}-01"))

    @property
    def year(self) -> int:
        """The year in which it lies."""
        return self.first_day.year

    @property
    def next_day(self) -> date:
        """The first day after it."""
        return add_months(self.first_day, MONTHS_OF[self.span])

    def contains(self, other: "Period") -> bool:
        """Whether another period lies within this one."""
        return self.first_day <= other.first_day and other.next_day <= self.next_day

    def __str__(self) -> str:
        """Write it as 2025, 2025-Q3 or 2025-08."""
        if self.span is Span.YEAR:
            return str(self.year)
        return str(Quarter.of(self.first_day)) if self.span is Span.QUARTER else f"{self.first_day:%Y-%m}"


class Figure(NamedTuple):
    """A known subsistence minimum in tenge a person a month, the mean of a period.

    `is_line`: it was worked out from a published poverty line, of which it is the share.
    """

    region: str
    period: Period
    tenge: Decimal
    grade: Grade
    source: str
    is_line: bool = False


class Band(NamedTuple):
    """Between which sums the minimum lies, tenge a person a month, and the steps that lead there.

    The minimum is `figures` (several months of one quarter are taken together) over `from_season`, times `ratio` of
    the region to the country where the figure is the country's, carried on by `years` years of growth, times
    `to_season`; `error` is the share by which both ends are moved apart.
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    figures: tuple[Figure, ...]
    years: int
    from_season: Decimal
    to_season: Decimal
    ratio: Decimal
    error: Decimal

    @property
    def width(self) -> Decimal:
        """What lies between its ends, as a share of the likely value."""
        return (self.high - self.low) / self.likely


class Growth(NamedTuple):
    """By what the annual mean of the country was multiplied from one year to the next: least, middle, greatest."""

    least: Decimal
    middle: Decimal
    greatest: Decimal


ONE: Final = Decimal(1)
SPANS: Final = {
    "subsistence_minimum_month": Span.MONTH,
    "subsistence_minimum_quarter": Span.QUARTER,
    "subsistence_minimum_year": Span.YEAR,
}


@cache
def known_figures() -> tuple[Figure, ...]:
    """Return every figure of law/, of all regions and the country."""
    return tuple(
        Figure(value.region, Period(span, value.valid_from), value.value, value.grade, value.source)
        for name, span in SPANS.items()
        for value in _whole_periods(name, span)
    )


def _whole_periods(name: str, span: Span) -> Iterator[ParameterValue]:
    for value in parameters()[name].values:
        if value.valid_until is None or Period(span, value.valid_from).next_day != value.valid_until + timedelta(
            days=1
        ):
            raise ValueError(f"{name}: {value.region} {value.valid_from} is no {span}")
        yield value


@cache
def annual_means() -> dict[tuple[str, int], Decimal]:
    """Return the annual mean by region and year."""
    return {(figure.region, figure.period.year): figure.tenge for figure in known_figures() if _is_year(figure)}


def _is_year(figure: Figure) -> bool:
    return figure.period.span is Span.YEAR


@cache
def yearly_growth() -> Growth:
    """Return the growth of the country over the years that are known."""
    means = annual_means()
    grown = [
        means[COUNTRY, year + 1] / tenge
        for (region, year), tenge in means.items()
        if region == COUNTRY and (COUNTRY, year + 1) in means
    ]
    return Growth(min(grown), median(grown), max(grown))


def season(period: Period, apart_from: tuple[str, int] | None = None) -> Decimal | None:
    """Return what a period is to the mean of its year; None for a month of which no year is known.

    A month's season is the mean of what the known figures of that month are to the annual mean of their own region
    and year, `apart_from` those of one region and year.
    """
    if period.span is Span.YEAR:
        return ONE
    if period.span is Span.QUARTER:
        return share(f"subsistence_minimum_season_quarter_{Quarter.of(period.first_day).number}", LAW_BEGINS_ON)
    return _season_of_month(period.first_day.month, apart_from)


@cache
def _season_of_month(month: int, apart_from: tuple[str, int] | None) -> Decimal | None:
    """Return it of a month: the mean is asked for at each figure that an estimate might rest on."""
    known = [value for place, value in _seasons_of_month(month) if place != apart_from]
    return mean(known) if known else None


@cache
def _seasons_of_month(month: int) -> tuple[tuple[tuple[str, int], Decimal], ...]:
    means = annual_means()
    found = []
    for figure in known_figures():
        place = figure.region, figure.period.year
        if figure.period.span is Span.MONTH and figure.period.first_day.month == month and place in means:
            found.append((place, figure.tenge / means[place]))
    return tuple(found)


def band(region: str, wanted: Period, figures: Iterable[Figure]) -> Band | None:
    """Return the narrowest band that the figures give for a period of a region; None where they give none."""
    known = list(figures)
    own = [figure for figure in known if figure.region == region]
    found = [*_within(own, wanted), *_carried(own, wanted, ONE, _error(wanted))]
    of_country = [figure for figure in known if figure.region == COUNTRY]
    for year, ratio in _ratios(region, known):
        later = [figure for figure in of_country if figure.period.year > year]
        for figure in later:
            drift = share("subsistence_minimum_ratio_error", LAW_BEGINS_ON) * (figure.period.year - year)
            found += _carried([figure], wanted, ratio, _error(wanted) + drift)
    return min(found, key=lambda one: one.high - one.low, default=None)


def _within(own: list[Figure], wanted: Period) -> Iterator[Band]:
    """Yield the bands from figures of the wanted period itself: the period, or months of the quarter."""
    whole = [figure for figure in own if figure.period == wanted]
    for figure in whole:
        yield _as_it_stands(figure.tenge, (figure,))
    months = [figure for figure in own if wanted.contains(figure.period) and figure.period.span is Span.MONTH]
    if not months or wanted.span is not Span.QUARTER:
        return
    if len(months) == MONTHS_IN_QUARTER:
        yield _as_it_stands(mean(month.tenge for month in months), tuple(months))
        return
    to_season = season(wanted) or ONE
    seasons = [found for month in months if (found := season(month.period))]
    if len(seasons) == len(months):
        level = mean(month.tenge / found for month, found in zip(months, seasons, strict=True))
        error = (_season_error(wanted) + _figure_error()) / len(months)
        yield _apart(level * to_season, tuple(months), 0, mean(seasons), to_season, ONE, error)


def _carried(figures: Iterable[Figure], wanted: Period, ratio: Decimal, error: Decimal) -> Iterator[Band]:
    """Yield the bands from figures of the same year or an earlier one."""
    to_season = season(wanted)
    if to_season is None:
        return
    for figure in figures:
        years = wanted.year - figure.period.year
        from_season = season(figure.period)
        if years < 0 or from_season is None or wanted.contains(figure.period):
            continue
        own_error = Decimal(0) if _is_year(figure) else _figure_error() + _unevenness(figure.period)
        level = figure.tenge / from_season * ratio
        yield _apart(level * to_season, (figure,), years, from_season, to_season, ratio, error + own_error)


def _as_it_stands(tenge: Decimal, figures: tuple[Figure, ...]) -> Band:
    return Band(tenge, tenge, tenge, figures, 0, ONE, ONE, ONE, Decimal(0))


def _apart(
    tenge: Decimal,
    figures: tuple[Figure, ...],
    years: int,
    from_season: Decimal,
    to_season: Decimal,
    ratio: Decimal,
    error: Decimal,
) -> Band:
    growth = yearly_growth()
    return Band(
        tenge * growth.least**years * (1 - error),
        tenge * growth.middle**years,
        tenge * growth.greatest**years * (1 + error),
        figures,
        years,
        from_season,
        to_season,
        ratio,
        error,
    )


def _ratios(region: str, figures: Iterable[Figure]) -> Iterator[tuple[int, Decimal]]:
    """Yield for each year of which both annual means are among the figures what the region was to the country."""
    if region == COUNTRY:
        return
    means = {(one.region, one.period.year): one.tenge for one in figures if _is_year(one)}
    for (place, year), tenge in means.items():
        if place == region and (COUNTRY, year) in means:
            yield year, tenge / means[COUNTRY, year]


def _error(wanted: Period) -> Decimal:
    return Decimal(0) if wanted.span is Span.YEAR else _season_error(wanted)


def _season_error(period: Period) -> Decimal:
    return share("subsistence_minimum_season_error", max(period.first_day, LAW_BEGINS_ON))


def _figure_error() -> Decimal:
    return share("subsistence_minimum_figure_error", LAW_BEGINS_ON)


def _unevenness(period: Period) -> Decimal:
    """Return by how much more a figure of an uneven year may lie off its season than one of another year."""
    return _season_error(period) - share("subsistence_minimum_season_error", LAW_BEGINS_ON)
