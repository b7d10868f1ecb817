"""A clock that can be set ahead, so that a newcomer sees at once what the program does tomorrow or in a quarter.

It goes on at the real speed, and a program that is started anew finds it as it was left. The messages of the chat are
dated by it, so that a reminder of tomorrow stands under tomorrow. Telegram's pace, and how long it keeps an update, go
by the real time.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from bot.sandbox.errors import ClockError
from bot.store import leases
from bot.world import World, utc_now

log = structlog.get_logger("komek.sandbox")
FARTHEST: Final = timedelta(days=400)
"""A year and a quarter's end behind it: what the law's numbers cover is not much more."""


class Clock:
    """Called, it returns the instant that it is for the program; `kept_in` is the file that remembers its lead."""

    def __init__(self, kept_in: Path | None = None, real: Callable[[], datetime] = utc_now) -> None:
        self._kept_in, self._real = kept_in, real
        self.ahead = timedelta()
        if kept_in is not None and kept_in.exists():
            self.ahead = timedelta(seconds=_seconds(kept_in))

    def __call__(self) -> datetime:
        """Return this instant, aware."""
        return self._real() + self.ahead

    def lead_at(self, instant: datetime) -> timedelta:
        """Return how far ahead of the real time the clock would be; ClockError when it must not be set so."""
        if instant < self():
            raise ClockError("backwards", "the clock goes forward only; DELETE sets it to the real time")
        lead = instant.astimezone(UTC) - self._real()
        if lead > FARTHEST:
            raise ClockError("too_far", f"the clock goes no more than {FARTHEST.days} days ahead")
        return lead

    def set_ahead(self, lead: timedelta) -> None:
        """Be so far ahead of the real time from now on."""
        self.ahead = lead
        if self._kept_in is None:
            return
        if lead:
            self._kept_in.write_text(f"{lead.total_seconds():.0f}\n", encoding="ascii")
        else:
            self._kept_in.unlink(missing_ok=True)


async def set_clock(world: World, clock: Clock, lead: timedelta) -> None:
    """Set the world's clock and let everything that waits for a time look again.

    Leases move with it, so that a notice on its way is not taken for abandoned, nor held until a day far off.
    """
    moved_by = lead - clock.ahead
    async with world.database.transaction() as transaction:
        await leases.move(transaction, clock(), moved_by)
        clock.set_ahead(lead)
    log.info("clock_set", ahead_s=round(lead.total_seconds()))
    world.remind.set()
    world.queued.set()


def _seconds(kept_in: Path) -> int:
    text = kept_in.read_text(encoding="utf-8").strip()
    if text.isascii() and text.isdecimal() and int(text) <= FARTHEST.total_seconds():
        return int(text)
    log.warning("clock_unreadable")
    return 0
