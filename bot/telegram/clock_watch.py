"""Whether the clock can be trusted: what a deadline does to a family must not happen by a clock that is wrong.

Telegram's own date, which stands in every answer of its server, is what the clock is held against; while Telegram is
out of reach, the time that has passed since by the monotonic clock, which nobody sets.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp
import structlog

log = structlog.get_logger("komek.clock")
TOLERANCE: Final = timedelta(seconds=60)
PATIENCE_S: Final = 5


class ClockWatch:
    """Compares a clock with the date that somebody else gives, asked for at each look."""

    def __init__(
        self,
        now: Callable[[], datetime],
        date_elsewhere: Callable[[], Awaitable[datetime | None]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._date_elsewhere = date_elsewhere
        self._monotonic = monotonic
        self._known: tuple[datetime, float] | None = None

    async def is_right(self) -> bool:
        """Whether the clock is right to a minute; also where nobody has ever said what time it is."""
        elsewhere = await self._date_elsewhere()
        if elsewhere is not None:
            self._known = elsewhere, self._monotonic()
        if self._known is None:
            return True
        date, at = self._known
        off = self._now() - (date + timedelta(seconds=self._monotonic() - at))
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
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (aiohttp.ClientError, TimeoutError, OSError, KeyError, ValueError):
        return None
