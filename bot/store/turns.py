"""Turns to send, shared by all processes at one database: together they write no faster than one alone."""

from datetime import datetime
from typing import Final

from bot.database import Connection, queries_beside

queries = queries_beside(__file__)

CATCH_UP_MS: Final = 200  # turns that passed unused within this time may still be taken, all at once
FARTHEST_MS: Final = 60_000


async def take(connection: Connection, now: datetime, count: int, per_second: int) -> list[float]:
    """Take the next turns, of which there are so many a second; returns in how many seconds each of them is."""
    now_ms, ms = round(now.timestamp() * 1000), round(count * 1000 / per_second)
    earliest = now_ms - CATCH_UP_MS
    row = await queries.take(connection, earliest=earliest, latest=now_ms + FARTHEST_MS, ms=ms, fresh=earliest + ms)
    first: int = row["value"] - ms
    return [max(0.0, (first - now_ms) / 1000 + place / per_second) for place in range(count)]
