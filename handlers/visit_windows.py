"""Windows of time that a family may wish for a visit: mornings and afternoons of the next working days."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final, NamedTuple

from bot.texts.formats import KAZAKHSTAN_TIME
from bot.working_days import working_day_after

DAYS_OFFERED: Final = 5
PARTS_OF_DAY: Final = ((time(9), time(13)), (time(14), time(18)))
MOST_TICKS: Final = 2 ** (DAYS_OFFERED * len(PARTS_OF_DAY)) - 1


class Window(NamedTuple):
    """A part of a day, in Kazakhstan's time."""

    starts_at: datetime
    ends_at: datetime

    def wished(self) -> Mapping[str, str]:
        """Return the window as the authority reads it."""
        return {"from": self.starts_at.isoformat(), "to": self.ends_at.isoformat()}


def windows_after(today: date) -> list[Window]:
    """Return the windows that are offered on a day, the earliest first; none of that day itself."""
    days = [working_day_after(today, number) for number in range(1, DAYS_OFFERED + 1)]
    return [Window(_at(day, start), _at(day, end)) for day in days for start, end in PARTS_OF_DAY]


def ticked_of(windows: list[Window], ticked: int) -> list[Window]:
    """Return the windows whose bit is set."""
    return [window for place, window in enumerate(windows) if ticked >> place & 1]


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, KAZAKHSTAN_TIME)
