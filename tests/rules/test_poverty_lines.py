"""The lines that are known: the law's own, those an administrator added, and estimates beside them."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from rules import PovertyLine, PovertyLines, Quarter
from rules.poverty_line import Basis, EstimatedFrom, estimate
from rules.regions import COUNTRY, REGIONS, exists
from rules.sources import LAW_BEGINS_ON, LAW_ENDS_ON, Grade, LawError
from rules.subsistence_minimum import Figure, Period, Span, band, known_figures, yearly_growth

IN_MAY_2020 = date(2020, 5, 20)


def published(region: str, quarter: str, tenge: int, source: str = "akimat") -> PovertyLine:
    return PovertyLine.published(region, Quarter.parse(quarter), tenge, source)


def test_the_law_s_own_lines_are_listed_by_region_and_quarter() -> None:
    assert [(line.region, str(line.quarter), line.tenge) for line in PovertyLines()] == [
        ("KZ-71", "2023-Q3", 37_317),
        ("KZ-75", "2020-Q2", 23_513),
        ("KZ-79", "2023-Q2", 31_908),
    ]


def test_an_added_line_is_listed_and_an_estimate_that_was_asked_for_is_not() -> None:
    lines = PovertyLines([published("KZ-23", "2026-Q1", 50_000)])
    assert lines.of("KZ-27", date(2026, 1, 1)).basis is Basis.ESTIMATE
    assert [line.region for line in lines] == ["KZ-23", "KZ-71", "KZ-75", "KZ-79"]


def test_of_two_added_lines_for_one_quarter_the_later_one_stands() -> None:
    lines = PovertyLines([published("KZ-23", "2026-Q1", 50_000), published("KZ-23", "2026-Q1", 51_000)])
    assert lines.of("KZ-23", date(2026, 3, 31)).tenge == 51_000


def test_one_line_may_be_taken_for_every_region_and_quarter() -> None:
    always = published("KZ-71", "2024-Q1", 40_000)
    lines = PovertyLines([published("KZ-75", "2020-Q2", 1)], always=always)
    assert lines.of("KZ-75", IN_MAY_2020) == lines.of("KZ-79", date(2026, 1, 1)) == always


def test_added_lines_of_one_call_are_unknown_to_the_next() -> None:
    PovertyLines([published("KZ-75", "2020-Q2", 1)])
    assert PovertyLines().of("KZ-75", IN_MAY_2020).tenge == 23_513


def test_a_published_line_tells_its_source_and_rests_on_no_month() -> None:
    line = PovertyLines().of("KZ-75", IN_MAY_2020)
    assert line.source == "Almaty city, press conference 17.06.2020 (subsistence minimum 33 590)"
    assert (line.estimated_from, line.months) == (None, ())


def test_an_estimate_tells_the_share_the_region_the_months_and_their_source() -> None:
    line = estimate("KZ-47", Quarter(2024, 4))
    for words in ("70%", "KZ-47", "2024-07", "2024-08", "Bureau of National Statistics"):
        assert words in line.source


@pytest.mark.parametrize(
    ("region", "quarter", "band", "rests_on"),
    [
        # the quarter itself, from three months: 64 432 x 0.7 = 45 102.4
        ("KZ-19", Quarter(2025, 4), (45_102, 45_102, 45_103), EstimatedFrom.REGION_BASE_QUARTER),
        # nothing of 2026 is known: the annual mean of 2025, 61 257 x 0.933 x 0.7 = 40 007.0, carried on for a year
        ("KZ-19", Quarter(2026, 2), (40_863, 44_886, 47_940), EstimatedFrom.REGION_YEAR),
        # August and September of Jetisu: (59 115 / 1.09282 + 59 725 / 1.08678) / 2 x 1.064 x 0.7, 1.75 % to each side
        ("KZ-33", Quarter(2025, 4), (39_899, 40_610, 41_321), EstimatedFrom.REGION_BASE_QUARTER),
        # no month of that quarter: 49 284 x 1.030 x 0.7 = 35 533.8
        ("KZ-33", Quarter(2025, 1), (34_645, 35_534, 36_423), EstimatedFrom.REGION_YEAR),
        # 44 555 x 1.064 x 0.7 = 33 184.6
        ("KZ-61", Quarter(2023, 4), (32_354, 33_185, 34_015), EstimatedFrom.REGION_YEAR),
    ],
)
def test_an_estimate_rests_on_the_best_that_is_known(
    region: str, quarter: Quarter, band: tuple[int, int, int], rests_on: EstimatedFrom
) -> None:
    line = estimate(region, quarter)
    assert (line.low_tenge, line.tenge, line.high_tenge) == band
    assert (line.estimated_from, line.basis) == (rests_on, Basis.ESTIMATE)


def quarters() -> list[Quarter]:
    """Return every quarter that the encoded law reaches."""
    found = [Quarter.of(LAW_BEGINS_ON)]
    while found[-1] != Quarter.of(LAW_ENDS_ON):
        found.append(found[-1].next)
    return found


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_a_line_with_its_evidence_in_every_quarter_in_which_it_exists(region: str) -> None:
    for quarter in quarters():
        if not exists(region, quarter.first_day):
            continue
        line = PovertyLines().of(region, quarter.first_day)
        assert 0 < line.low_tenge <= line.tenge <= line.high_tenge
        is_estimate = line.basis is Basis.ESTIMATE
        assert bool(line.evidence) == bool(line.carried) == bool(line.minimum) == is_estimate
        assert all(one.source and one.tenge for one in line.evidence)
        assert line.may_be_higher == (is_estimate and quarter.year >= 2025 and region in {"KZ-35", "KZ-71", "KZ-75"})


def test_no_estimate_rests_on_a_month_of_an_old_year_once_a_later_year_is_known() -> None:
    """Jambyl, Aktobe and Kyzylorda stood on July 2021 until the end of 2026."""
    for region in ("KZ-15", "KZ-31", "KZ-43", "KZ-55"):
        for quarter in (Quarter(2026, 1), Quarter(2026, 4)):
            assert {one.period[:4] for one in estimate(region, quarter).evidence} == {"2025"}


@pytest.mark.parametrize("region", ["KZ-31", "KZ-33", "KZ-71"])
def test_the_older_its_evidence_the_wider_a_band(region: str) -> None:
    """From the season of 2025 on, one year after another, as a share of its likely value."""
    lines = [estimate(region, Quarter(year, 2)) for year in (2025, 2026, 2027)]
    floor = [(one.high_tenge / (1.18 if one.may_be_higher else 1) - one.low_tenge) / one.tenge for one in lines]
    assert all(earlier < later for earlier, later in pairwise(floor))


def test_a_line_of_a_place_of_which_nothing_is_known_is_an_error_and_no_invention() -> None:
    with pytest.raises(LawError, match="KZ-10"):
        estimate("KZ-10", Quarter(2020, 1))


def test_a_line_that_an_administrator_adds_narrows_the_estimates_of_its_region_and_no_other() -> None:
    added = PovertyLines([published("KZ-31", "2026-Q3", 45_000)])
    before, after = (lines.of("KZ-31", date(2026, 11, 20)) for lines in (PovertyLines(), added))
    assert after.high_tenge - after.low_tenge < before.high_tenge - before.low_tenge
    assert (after.estimated_from, after.evidence[0].source) == (EstimatedFrom.REGION_LINE, "akimat")
    assert added.of("KZ-15", date(2026, 11, 20)) == PovertyLines().of("KZ-15", date(2026, 11, 20))


def test_a_later_line_says_nothing_of_an_earlier_quarter() -> None:
    added = PovertyLines([published("KZ-31", "2027-Q2", 60_000)])
    assert added.of("KZ-31", date(2026, 11, 20)) == PovertyLines().of("KZ-31", date(2026, 11, 20))


def test_the_growth_of_the_country_is_that_of_the_bureau_s_table() -> None:
    """+12.5, +12.9, +16.9, +11.9, +4.8, +11.9 %: the middle lies between 11.9 and 12.5."""
    least, middle, greatest = (round((one - 1) * 100, 1) for one in yearly_growth())
    assert (least, middle, greatest) == (Decimal("4.8"), Decimal("12.2"), Decimal("16.9"))


def test_a_period_is_read_as_it_is_written() -> None:
    periods = {figure.period for figure in known_figures()} | {Period.of_quarter(Quarter(2025, 3))}
    assert {period.span for period in periods} == set(Span)
    assert {Period.parse(str(period)) for period in periods} == periods
    for wrong in ("", "2025-13", "2025-Q5", "august"):
        with pytest.raises(ValueError):  # noqa: PT011 - whichever it is
            Period.parse(wrong)


def test_a_region_without_a_figure_of_its_own_stands_on_the_country_by_its_last_ratio() -> None:
    """The country's quarter is known, the region's last year is 2024: its ratio may have drifted since."""
    figures = [
        Figure(COUNTRY, Period(Span.YEAR, date(2024, 1, 1)), Decimal(50_000), Grade.OFFICIAL, "bureau"),
        Figure("KZ-31", Period(Span.YEAR, date(2024, 1, 1)), Decimal(45_000), Grade.OFFICIAL, "bureau"),
        Figure(COUNTRY, Period(Span.YEAR, date(2025, 1, 1)), Decimal(60_000), Grade.OFFICIAL, "bureau"),
    ]
    found = band("KZ-31", Period.of_quarter(Quarter(2025, 3)), figures)
    assert found is not None
    assert (found.ratio, found.years, [one.region for one in found.figures]) == (Decimal("0.9"), 0, [COUNTRY])
    assert found.likely == 60_000 * Decimal("0.9") * Decimal("1.064")
    assert found.error == Decimal("0.045")  # 2.5 % of the season, 2 % of one year's drift


def test_one_month_alone_is_taken_through_its_season_and_never_as_its_quarter() -> None:
    """August lies far above its year: the quarter is less than it."""
    august = next(
        one for one in known_figures() if one.region == "KZ-47" and one.period == Period(Span.MONTH, date(2025, 8, 1))
    )
    found = band("KZ-47", Period.of_quarter(Quarter(2025, 3)), [august])
    assert found is not None
    assert found.likely < august.tenge
    assert found.error == Decimal("0.035")
