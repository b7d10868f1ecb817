"""Quarters, months and days on which something begins or ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Quarter
from rules.quarters import add_months, months_to_pay
from rules.who_counts import months_old

DAYS = st.dates(date(2020, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2025, 12, 31), "2025-Q4"),
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 6, 30), "2026-Q2"),
        (date(2026, 7, 1), "2026-Q3"),
        (date(2026, 9, 30), "2026-Q3"),
        (date(2026, 10, 1), "2026-Q4"),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, quarter: str) -> None:
    assert str(Quarter.of(day)) == quarter
    assert Quarter.parse(quarter) == Quarter.of(day)


@pytest.mark.parametrize("text", ["2026-Q0", "2026-Q5", "2026Q1", "26-Q1", "2026-Q", "", "2026-Q11", "abcd-Q1"])
def test_what_is_no_quarter_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="2026-Q1"):
        Quarter.parse(text)


def test_the_quarter_before_the_first_lies_in_the_year_before() -> None:
    assert Quarter(2026, 1).previous == Quarter(2025, 4)
    assert Quarter(2025, 4).next == Quarter(2026, 1)
    assert Quarter(2026, 1).previous.months == ("2025-10", "2025-11", "2025-12")


def test_a_quarter_ends_on_the_last_day_of_its_third_month() -> None:
    last_days = [Quarter(2024, number).last_day for number in (1, 2, 3, 4)]
    assert last_days == [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]


@given(DAYS)
def test_every_day_lies_between_the_ends_of_its_quarter(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert f"{day:%Y-%m}" in quarter.months


@given(DAYS)
def test_quarters_follow_each_other_without_gap(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.last_day + timedelta(days=1) == quarter.next.first_day
    assert quarter.next.previous == quarter
    assert quarter < quarter.next


@given(DAYS)
def test_the_month_of_application_and_the_rest_of_its_quarter_are_paid(day: date) -> None:
    assert months_to_pay(day) == sum(month >= f"{day:%Y-%m}" for month in Quarter.of(day).months)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 1, 15), 6, date(2023, 7, 15)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2022, 12, 31), 6, date(2023, 6, 30)),
        (date(2023, 7, 1), 6, date(2024, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 1, 31), -1, date(2023, 12, 31)),
        (date(2024, 5, 5), 0, date(2024, 5, 5)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(DAYS, st.integers(0, 120))
def test_months_later_lies_in_the_month_so_many_further(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@given(st.dates(date(1950, 1, 1), date(2020, 1, 1)), DAYS)
def test_nobody_grows_younger_from_one_day_to_the_next(born_on: date, day: date) -> None:
    assert months_old(born_on, day) <= months_old(born_on, day + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "years"),
    [(date(2024, 2, 28), 3), (date(2024, 2, 29), 4), (date(2025, 2, 28), 4), (date(2025, 3, 1), 5)],
)
def test_who_is_born_on_29_february_is_a_year_older_on_that_day_or_on_1_march(day: date, years: int) -> None:
    assert months_old(date(2020, 2, 29), day) // 12 == years
