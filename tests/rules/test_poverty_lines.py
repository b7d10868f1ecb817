"""The lines that are known: the law's own, those an administrator added, and estimates beside them."""

from datetime import date

import pytest

from rules import PovertyLine, PovertyLines, Quarter
from rules.poverty_line import Basis, EstimatedFrom, estimate

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
    ("region", "quarter", "tenge", "basis"),
    [
        # 65 669, 65 907 in August and September 2025: (131 576 / 2) x 0.7 = 46 051.6
        ("KZ-19", Quarter(2025, 4), 46_052, EstimatedFrom.REGION_BASE_QUARTER),
        # no month of 2026 is known: September 2025, 65 907 x 0.7 = 46 134.9
        ("KZ-19", Quarter(2026, 2), 46_135, EstimatedFrom.REGION_NEWEST_MONTH),
        # 59 115 in August 2025 x 0.7 = 41 380.5
        ("KZ-33", Quarter(2025, 4), 41_381, EstimatedFrom.REGION_BASE_QUARTER),
        # nothing of Jetisu before 2025, the country's August 2024: 55 731 x 0.7 = 39 011.7
        ("KZ-33", Quarter(2025, 1), 39_012, EstimatedFrom.COUNTRY_NEWEST_MONTH),
        # the country's July 2023: 49 500 x 0.7
        ("KZ-61", Quarter(2023, 4), 34_650, EstimatedFrom.COUNTRY_NEWEST_MONTH),
    ],
)
def test_an_estimate_rests_on_the_first_of_the_three_that_is_known(
    region: str, quarter: Quarter, tenge: int, basis: EstimatedFrom
) -> None:
    line = estimate(region, quarter)
    assert (line.tenge, line.estimated_from, line.basis) == (tenge, basis, Basis.ESTIMATE)


def test_every_region_and_quarter_of_the_encoded_law_has_a_line() -> None:
    quarter = Quarter(2020, 1)
    while quarter <= Quarter(2026, 4):
        assert all(estimate(region, quarter).tenge > 0 for region in ("KZ-10", "KZ-23", "KZ-75"))
        quarter = quarter.next
