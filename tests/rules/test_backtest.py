"""Whether the estimated line holds: every figure that is known against the band made without it and anything later."""

from datetime import timedelta
from decimal import Decimal

import pytest

from rules.backtest import Backtest, Tried, backtest
from rules.poverty_line import PovertyLines, figures_of_lines
from rules.regions import COUNTRY
from rules.subsistence_minimum import Period, Span, band, known_figures

LEAST_COVERAGE = Decimal("0.95")
GREATEST_MEDIAN_WIDTH = Decimal("0.12")
TRIED = backtest()
NAMES = [f"{one.what} {one.region} {one.period}" for one in TRIED.tried]


def test_at_least_ninety_five_of_a_hundred_bands_hold_and_they_are_no_wider_than_said() -> None:
    assert TRIED.coverage >= LEAST_COVERAGE
    assert TRIED.median_width <= GREATEST_MEDIAN_WIDTH


def test_every_month_quarter_and_published_line_that_is_known_was_tried() -> None:
    """Or is named as one before which nothing was known."""
    expected = [
        f"{figure.period.span} {figure.region} {figure.period}"
        for figure in known_figures()
        if figure.period.span is not Span.YEAR
    ]
    expected += [f"line {line.region} {line.quarter}" for line in PovertyLines()]
    assert sorted((*NAMES, *TRIED.without_evidence)) == sorted(expected)
    assert len(set(NAMES)) == len(NAMES)
    assert TRIED.without_evidence == []


@pytest.mark.parametrize("one", TRIED.tried, ids=NAMES)
def test_nothing_later_than_the_figure_was_used(one: Tried) -> None:
    """Its evidence had ended before it began; for a line, before its base quarter began."""
    figures = [*known_figures(), *figures_of_lines(PovertyLines())]
    target = next(
        figure
        for figure in figures
        if figure.region == one.region and (figure.tenge == one.tenge or figure.is_line) and _is_of(one, figure.period)
    )
    before = [figure for figure in figures if figure.period.next_day <= target.period.first_day]
    found = band(one.region, target.period, before)
    assert found is not None
    assert all(figure.period.next_day - timedelta(days=1) < target.period.first_day for figure in found.figures)
    assert one.rests_on == f"{found.figures[0].region} {found.figures[0].period}"
    assert {figure.region for figure in found.figures} <= {one.region, COUNTRY}
    if one.what != "line":
        assert (one.low, one.high) == (found.low, found.high)


def _is_of(one: Tried, period: Period) -> bool:
    if one.what == "line":
        line = next(line for line in PovertyLines() if (line.region, str(line.quarter)) == (one.region, one.period))
        return period == Period.of_quarter(line.quarter.previous)
    return str(period) == one.period and str(period.span) == one.what


def test_a_published_line_is_tried_as_a_line_with_its_share_rounded_outward() -> None:
    lines = [one for one in TRIED.tried if one.what == "line"]
    assert {(one.region, one.period, one.tenge) for one in lines} == {
        (line.region, str(line.quarter), Decimal(line.tenge)) for line in PovertyLines()
    }
    assert all(one.low == int(one.low) and one.high == int(one.high) for one in lines)


def test_coverage_and_width_are_counted_over_all_that_was_tried() -> None:
    def tried(tenge: int, low: int, high: int) -> Tried:
        return Tried(
            "month", "KZ", "2025-01", Decimal(tenge), Decimal(low), Decimal(high), Decimal(high - low), "KZ 2024"
        )

    found = Backtest([tried(10, 10, 20), tried(20, 10, 20), tried(21, 10, 20), tried(9, 10, 13)], [])
    assert [one.holds for one in found.tried] == [True, True, False, False]
    assert (found.coverage, found.median_width) == (Decimal("0.5"), Decimal(10))
