"""Turns to send, shared by all processes at one database: together they write no faster than one alone."""

from datetime import datetime
from typing import Final

from bot.database import Connection, queries_beside

queries = queries_beside(__file__)

CATCH_UP_MS: Final = 200  # turns that passed unused within this time may still be taken, all at once
FARTHEST_MS: Final = 60_000
PER_SECOND: Final = 25
"""Messages to all people; Telegram takes about 30, and the rest is for those that are counted a moment late."""
HELD_BACK_MS: Final = 1_000
"""So long notices wait for a turn at most, however much people are answered."""


async def take(connection: Connection, now: datetime, count: int, per_second: int) -> list[float]:
    """Take the next turns, of which there are so many a second; returns in how many seconds each of them is."""
    now_ms, ms = round(now.timestamp() * 1000), round(count * 1000 / per_second)
    earliest = now_ms - CATCH_UP_MS
    row = await queries.take(connection, earliest=earliest, latest=now_ms + FARTHEST_MS, ms=ms, fresh=earliest + ms)
    first: int = row["value"] - ms
    return [max(0.0, (first - now_ms) / 1000 + place / per_second) for place in range(count)]


async def use(connection: Connection, now: datetime, count: int) -> None:
    """Count so many messages that were sent without a turn: turns move on, but not farther than notices may wait."""
    now_ms, ms = round(now.timestamp() * 1000), round(count * 1000 / PER_SECOND)
    earliest, most = now_ms - CATCH_UP_MS, now_ms + HELD_BACK_MS
    fresh = min(earliest + ms, most)
    await queries.use(connection, earliest=earliest, latest=now_ms + FARTHEST_MS, most=most, ms=ms, fresh=fresh)
