"""Terms run on working days: over weekends, holidays, moved days and the turn of the year."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import working_days
from bot.working_days import examination_due_on, exceptions, is_working_day, working_day_after

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
ENTRY = """
[[days]]
on = 2030-05-08
is_working = false
reason = "moved from 4 May"
source = "made up for a test"
url = "https://example.org"
read_on = 2030-01-01
grade = "official"
"""


def test_the_first_week_of_2026_is_as_the_government_announced_it() -> None:
    """1, 2 and 7 January off, 5 and 6 worked: nothing was moved."""
    assert [day for day in range(1, 10) if is_working_day(date(2026, 1, day))] == [5, 6, 8, 9]


def test_nauryz_is_three_days_and_what_falls_on_a_weekend_comes_after() -> None:
    """21 to 23 March 2026 begin on a Saturday, so that Tuesday and Wednesday are off as well."""
    assert [day for day in range(19, 28) if is_working_day(date(2026, 3, day))] == [19, 20, 26, 27]


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2024, 5, 4), True),  # a Saturday that was worked for 8 May
        (date(2024, 5, 8), False),
        (date(2025, 1, 3), False),  # moved from Sunday, 5 January
        (date(2025, 1, 5), True),
        (date(2026, 5, 27), False),  # Qurban Ait, in our own table
        (date(2026, 10, 26), False),  # Republic Day was a Sunday
        (date(2026, 11, 23), True),
        (date(2026, 11, 28), False),
        (date(2026, 12, 16), False),
        (date(2024, 1, 7), False),
        (date(2024, 1, 8), True),  # Christmas on a Sunday gives no Monday
    ],
)
def test_offices_work_or_rest(day: date, is_working: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_working_day(day) is is_working


@pytest.mark.parametrize(
    ("applied_on", "due_on"),
    [
        (date(2026, 11, 20), date(2026, 12, 1)),  # a Friday: seven working days, two weekends
        (date(2026, 11, 21), date(2026, 12, 1)),  # a Saturday begins on Monday, too
        (date(2026, 12, 14), date(2026, 12, 24)),  # over Independence Day
        (date(2026, 12, 25), date(2027, 1, 8)),  # over New Year, its Monday off, and Christmas
        (date(2026, 3, 13), date(2026, 3, 27)),  # over Nauryz
        (date(2026, 9, 28), date(2026, 10, 7)),  # over the end of a quarter
        (date(2024, 2, 26), date(2024, 3, 6)),  # over 29 February
    ],
)
def test_the_commission_has_seven_working_days(applied_on: date, due_on: date) -> None:
    assert examination_due_on(applied_on) == due_on


def test_before_2020_no_term_is_known_and_none_is_made_up() -> None:
    assert examination_due_on(date(2019, 12, 31)) is None
    assert examination_due_on(date(1, 1, 1)) is None


def test_a_term_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        working_day_after(date(2026, 1, 1), 0)


@given(DAYS, st.integers(1, 30))
def test_a_term_ends_on_a_working_day_and_holds_exactly_so_many(day: date, term: int) -> None:
    end = working_day_after(day, term)
    inside = [day + timedelta(days=number) for number in range(1, (end - day).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, inside)) == term


@given(DAYS, DAYS)
def test_whoever_applies_later_is_never_due_earlier(one: date, other: date) -> None:
    earlier, later = sorted([one, other])
    assert working_day_after(earlier, 7) <= working_day_after(later, 7)


def test_the_table_overrides_the_calendar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A day that is moved next year is one entry, dated and with its source."""
    table = tmp_path / "days.toml"
    table.write_text(ENTRY + ENTRY.replace("2030-05-08", "2030-05-04").replace("= false", "= true"), encoding="utf-8")
    known = exceptions(table)
    monkeypatch.setattr(working_days, "exceptions", lambda: known)
    assert not is_working_day(date(2030, 5, 8))
    assert is_working_day(date(2030, 5, 4))
    assert working_day_after(date(2030, 5, 3), 1) == date(2030, 5, 4)


@pytest.mark.parametrize(
    ("instead", "by"),
    [
        ('source = "made up for a test"', ""),
        ('source = "made up for a test"', 'source = " "'),
        ('grade = "official"', 'grade = "rumour"'),
        ("read_on = 2030-01-01", 'read_on = "yesterday"'),
        ("on = 2030-05-08\n", 'on = "2030-05-08"\n'),
        ("is_working = false", 'is_working = "no"'),
        ('reason = "moved from 4 May"', 'reason = "moved from 4 May"\nmood = "good"'),
    ],
)
def test_a_day_without_a_source_or_with_a_slip_is_refused(tmp_path: Path, instead: str, by: str) -> None:
    table = tmp_path / "days.toml"
    table.write_text(ENTRY.replace(instead, by), encoding="utf-8")
    with pytest.raises(ValueError, match=r"working_days\.toml"):
        exceptions(table)


def test_a_day_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "days.toml"
    table.write_text(ENTRY * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        exceptions(table)


def test_an_empty_table_is_a_table(tmp_path: Path) -> None:
    table = tmp_path / "days.toml"
    table.write_text("# nothing was moved\n", encoding="utf-8")
    assert exceptions(table) == {}
