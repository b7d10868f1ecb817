"""Quarters, months and days on which something begins or ends."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

MONTHS_IN_QUARTER = 3


class Quarter(NamedTuple):
    """A quarter of a year, the period for which the assistance is assigned; prints as 2026-Q1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter in which a day lies."""
        return cls(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Read `2026-Q1`; ValueError when it is not of that form."""
        year, _, number = text.partition("-Q")
        if len(year) != 4 or not year.isdecimal() or number not in {"1", "2", "3", "4"}:  # noqa: PLR2004, a year has four digits
            raise ValueError(f"{text!r} is no quarter such as 2026-Q1")
        return cls(int(year), int(number))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def months(self) -> tuple[str, str, str]:
        """The three months of the quarter as `2026-01`."""
        first = self.number * MONTHS_IN_QUARTER - 2
        return (f"{self.year}-{first:02}", f"{self.year}-{first + 1:02}", f"{self.year}-{first + 2:02}")

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return date(self.year, self.number * MONTHS_IN_QUARTER - 2, 1)

    @property
    def last_day(self) -> date:
        """The last day of the quarter."""
        return self.next.first_day - timedelta(days=1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def next(self) -> "Quarter":
        """The quarter after."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)  # noqa: PLR2004, four quarters


@cache
def months_to_pay(day: date) -> int:
    """Return for how many months an application of that day is paid: its month and the rest of the quarter (A3)."""
    return MONTHS_IN_QUARTER - (day.month - 1) % MONTHS_IN_QUARTER


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
