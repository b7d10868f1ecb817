"""No notice at night, unless it is about the hours to come."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.notices.quiet_hours import cannot_wait, next_decent_time
from bot.texts.formats import KAZAKHSTAN_TIME


def kz(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """An instant of November 2026 by the clock of Kazakhstan."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=KAZAKHSTAN_TIME)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (kz(23, 8), kz(23, 8)),
        (kz(23, 12, 30), kz(23, 12, 30)),
        (kz(23, 20, 59, 59), kz(23, 20, 59, 59)),
        (kz(23, 21), kz(24, 8)),
        (kz(23, 23, 59, 59), kz(24, 8)),
        (kz(24, 0), kz(24, 8)),
        (kz(24, 7, 59, 59), kz(24, 8)),
    ],
)
def test_from_nine_in_the_evening_to_eight_in_the_morning_notices_wait(now: datetime, expected: datetime) -> None:
    assert next_decent_time(now) == expected


def test_the_night_is_that_of_kazakhstan_whatever_the_clock_of_the_machine() -> None:
    """15:30 in Greenwich is 20:30 there, and an hour later it is night."""
    assert next_decent_time(datetime(2026, 11, 23, 15, 30, tzinfo=UTC)) == kz(23, 20, 30)
    assert next_decent_time(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)) == kz(24, 8)


def test_the_last_night_of_a_year_ends_in_the_next() -> None:
    now = datetime(2026, 12, 31, 22, tzinfo=KAZAKHSTAN_TIME)
    assert next_decent_time(now) == datetime(2027, 1, 1, 8, tzinfo=KAZAKHSTAN_TIME)


@pytest.mark.parametrize("hours", [0, 1, 12])
def test_what_is_about_the_next_twelve_hours_does_not_wait(hours: int) -> None:
    now = kz(23, 22)
    about = now + timedelta(hours=hours)
    assert cannot_wait(now, about)
    assert next_decent_time(now, about) == now


@pytest.mark.parametrize(
    "about", [kz(24, 10, 0, 1), kz(25, 10), kz(23, 21, 59, 59), kz(20, 10)], ids=["later", "next day", "begun", "past"]
)
def test_what_is_about_later_or_has_begun_already_waits_for_the_morning(about: datetime) -> None:
    now = kz(23, 22)
    assert not cannot_wait(now, about)
    assert next_decent_time(now, about) == kz(24, 8)


def test_by_day_nothing_waits() -> None:
    now = kz(23, 12)
    for about in (None, kz(20, 10), kz(23, 13), kz(30, 10)):
        assert next_decent_time(now, about) == now
