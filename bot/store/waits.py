"""Instants that no right clock can have set: what waits for one is due, and what was dated by one is said.

A clock that was a year ahead leaves notices whose time, or whose lease, ends in a year, and people who asked to be
forgotten in a day and would be in a year. None of our rules lets anything wait so long.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.database import Connection, Database, Transaction, queries_beside
from bot.store.instants import from_text, to_text
from bot.store.number_series import lock_series

queries = queries_beside(__file__)
LONGEST: Final = timedelta(days=1)
"""Longer than a night, than any pause after a fault and any wait that Telegram asks for."""
SENDING: Final = timedelta(seconds=60)
"""Whoever is sending at this moment has noted by then what became of it."""
FORGETTING: Final = timedelta(days=1)
TOLERANCE: Final = timedelta(minutes=5)


async def set_right(transaction: Transaction, now: datetime) -> int:
    """Let nothing wait longer than it can have been meant to; how many were to. The clock is right.

    What is due in a year is due at once. What is leased for a year stays leased for as long as a sending takes: a
    worker may have it in its hands.
    """
    await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
    at, farthest = to_text(now), to_text(now + LONGEST)
    leased = [
        row["id"] async for row in queries.shorten_leases(transaction, farthest=farthest, until=to_text(now + SENDING))
    ]
    due = [row["id"] async for row in queries.bring_forward(transaction, farthest=farthest, now=at)]
    await queries.failing_from_now(transaction, now=at)
    latest, forgotten_at = to_text(now + FORGETTING + TOLERANCE), to_text(now + FORGETTING)
    forgotten = [row["id"] async for row in queries.forget_sooner(transaction, farthest=latest, at=forgotten_at)]
    return len({*leased, *due}) + len(forgotten)


async def ahead(database: Database, now: datetime) -> dict[str, timedelta]:
    """Return the tables whose newest instant lies in the future, and by how much."""
    latest = to_text(now + TOLERANCE)
    async with database.reading() as connection:
        newest = {row["name"]: row["at"] async for row in queries.newest(connection) if (row["at"] or "") > latest}
    return {name: from_text(at) - now for name, at in newest.items()}


async def last_is_ahead_by(connection: Connection, now: datetime) -> timedelta | None:
    """Return by how much what was written down last lies in the future; None where it does not."""
    row = await queries.written_last(connection)
    by = from_text(row["at"]) - now if row else timedelta()
    return by if by > TOLERANCE else None
