"""The poverty line of a region and quarter: published, or estimated and said to be so (L1-L5)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple, Self

from rules.deadlines import Quarter
from rules.law_on import share
from rules.parameters import ParameterValue, known_value_of, parameters, value_of
from rules.regions import COUNTRY
from rules.sources import Grade


class Basis(StrEnum):
    """Whether the authority published the line or it had to be estimated."""

    PUBLISHED = "published"
    ESTIMATE = "estimate"


class EstimatedFrom(StrEnum):
    """What an estimate rests on, in the order of L5."""

    REGION_BASE_QUARTER = "region_base_quarter"
    REGION_NEWEST_MONTH = "region_newest_month"
    COUNTRY_NEWEST_MONTH = "country_newest_month"
    COUNTRY_BUDGET = "country_budget"


class PovertyLine(NamedTuple):
    """Tenge per person per month for applications of a quarter in a region, and where the figure comes from.

    An estimate has the subsistence minimum of which it is a share, in tenge a month as a decimal string with two
    places, and the weakest grade of the figures behind that.
    """

    region: str
    quarter: Quarter
    tenge: int
    basis: Basis
    source: str
    estimated_from: EstimatedFrom | None = None
    months: tuple[str, ...] = ()
    minimum: str | None = None
    minimum_grade: Grade | None = None

    @classmethod
    def published(cls, region: str, quarter: Quarter, tenge: int, source: str) -> Self:
        """Return a line as the authority published it (L3)."""
        return cls(region, quarter, tenge, Basis.PUBLISHED, source)


class PovertyLines:
    """Finds the line of a region and a day among the published ones, or estimates it.

    `added` are the lines of the administrator: they go before those of law/. `always` is taken for every
    region and quarter.
    """

    def __init__(self, added: Iterable[PovertyLine] = (), *, always: PovertyLine | None = None) -> None:
        self._always = always
        self._lines = {(line.region, line.quarter): line for line in (*_lines_of_law(), *added)}

    def __iter__(self) -> Iterator[PovertyLine]:
        """Yield the published lines by region and quarter."""
        return iter(line for _, line in sorted(self._lines.items()) if line.basis is Basis.PUBLISHED)

    def of(self, region: str, day: date) -> PovertyLine:
        """Return the line for an application of that day in a region."""
        if self._always is not None:
            return self._always
        key = (region, Quarter.of(day))
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = estimate(region, key[1])
        return line


def estimate(region: str, quarter: Quarter) -> PovertyLine:
    """Estimate a line that nobody published, in the order of L5, rounded to 1 tenge."""
    minimum, how, values = _subsistence_minimum(region, quarter)
    part = share_of_subsistence_minimum(quarter.first_day)
    tenge = int((minimum * part).to_integral_value(ROUND_HALF_UP))
    months = tuple(str(value.valid_from)[:7] for value in values)
    sources = sorted({value.source for value in values})
    text = f"{part:.0%} of {values[0].name} {values[0].region} {', '.join(months)} ({'; '.join(sources)})"
    weakest = max((value.grade for value in values), key=list(Grade).index)
    return PovertyLine(region, quarter, tenge, Basis.ESTIMATE, text, how, months, f"{minimum:.2f}", weakest)


def is_by_median_income(day: date) -> bool:
    """Whether the line of a day is the larger of two shares (L2), rather than that of the minimum alone (L1)."""
    return known_value_of("poverty_line_share_of_median_income", day) is not None


def share_of_subsistence_minimum(day: date) -> Decimal:
    """Return what share of the subsistence minimum the line of a day is, or at least is."""
    floor = "poverty_line_floor_share_of_subsistence_minimum"
    return share(floor if is_by_median_income(day) else "poverty_line_share_of_subsistence_minimum", day)


def _subsistence_minimum(region: str, quarter: Quarter) -> tuple[Decimal, EstimatedFrom, list[ParameterValue]]:
    in_base_quarter = [
        value for value in _months_before(region, quarter) if value.valid_from >= quarter.previous.first_day
    ]
    if in_base_quarter:
        mean = sum(value.value for value in in_base_quarter) / len(in_base_quarter)
        return Decimal(mean), EstimatedFrom.REGION_BASE_QUARTER, in_base_quarter
    for place, how in (
        (region, EstimatedFrom.REGION_NEWEST_MONTH),
        (COUNTRY, EstimatedFrom.COUNTRY_NEWEST_MONTH),
    ):
        known = _months_before(place, quarter)
        if known:
            return known[-1].value, how, known[-1:]
    budget = value_of("subsistence_minimum_budget", quarter.first_day)
    return budget.value, EstimatedFrom.COUNTRY_BUDGET, [budget]


def _months_before(region: str, quarter: Quarter) -> list[ParameterValue]:
    months = parameters()["subsistence_minimum_month"].of(region)
    return [value for value in months if value.valid_from < quarter.first_day]


def _lines_of_law() -> Iterable[PovertyLine]:
    for value in parameters()["poverty_line"].values:
        quarter = Quarter.of(value.valid_from)
        yield PovertyLine.published(value.region, quarter, int(value.value), value.source)
