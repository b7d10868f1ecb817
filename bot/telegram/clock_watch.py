"""Whether the clock can be trusted: what a deadline does to a family must not happen by a clock that is wrong.

Telegram's own date, which stands in every answer of its server, is what the clock is held against; while Telegram is
out of reach, the time that has passed since by the monotonic clock, which nobody sets.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp
import structlog

log = structlog.get_logger("komek.clock")
TOLERANCE: Final = timedelta(seconds=60)
PATIENCE_S: Final = 5


def since_boot() -> float:
    """Return the seconds since the machine was started, those in which it slept among them where it counts them."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class ClockWatch:
    """Compares a clock with the date that somebody else gives, asked for at each look and heard with each answer."""

    def __init__(
        self,
        now: Callable[[], datetime],
        date_elsewhere: Callable[[], Awaitable[datetime | None]],
        monotonic: Callable[[], float] = since_boot,
    ) -> None:
        self._now = now
        self._date_elsewhere = date_elsewhere
        self._monotonic = monotonic
        self._known: tuple[datetime, float] | None = None

    def hear(self, date: datetime) -> None:
        """Take note of a date that came with an answer."""
        self._known = date, self._monotonic()

    def now(self) -> datetime:
        """Return this instant: by the clock, or where that is wrong by the date that was heard.

        So what somebody answers in time is in time: a tap has no date of its own, but it came with an answer that has.
        """
        own, there = self._now(), self._there()
        return own if there is None or abs(own - there) <= TOLERANCE else there

    def _there(self) -> datetime | None:
        if self._known is None:
            return None
        date, at = self._known
        return date + timedelta(seconds=self._monotonic() - at)

    async def is_right(self) -> bool:
        """Whether the clock is right to a minute; also where nobody has ever said what time it is."""
        elsewhere = await self._date_elsewhere()
        if elsewhere is not None:
            self.hear(elsewhere)
        there = self._there()
        if there is None:
            return True
        off = self._now() - there
        if abs(off) <= TOLERANCE:
            return True
        log.error("clock_is_wrong", seconds=round(off.total_seconds()))
        return False


async def date_of(address: str) -> datetime | None:
    """Return the date that a server gives with its answer, whatever that is; None when it gives none in time."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_S)) as web,
            web.head(address, allow_redirects=False) as answer,
        ):
            return date_in(answer.headers)
    except (aiohttp.ClientError, TimeoutError, OSError):
        return None


def date_in(headers: Mapping[str, str]) -> datetime | None:
    """Return the date of an answer; None where it has none that can be read."""
    try:
        return parsedate_to_datetime(headers["Date"]).astimezone(UTC)
    except (KeyError, ValueError):
        return None


def listening(hear: Callable[[datetime], None]) -> aiohttp.TraceConfig:
    """Return what lets connections tell the date of each answer as soon as it begins, before anybody reads it."""

    async def tell(_web: object, _context: object, ended: aiohttp.TraceRequestEndParams) -> None:
        if (date := date_in(ended.response.headers)) is not None:
            hear(date)

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(tell)
    trace.freeze()
    return trace
