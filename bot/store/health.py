"""What whoever watches over the program asks the database: whether it takes a write, and what waits."""

from datetime import datetime
from typing import NamedTuple

from bot.database import Connection, queries_beside
from bot.store.instants import from_text, to_text
from bot.store.outbox import Late, Urgency

queries = queries_beside(__file__)


async def write(connection: Connection, now: datetime) -> None:
    """Write something durably; the driver's own error when that is not possible."""
    await queries.write(connection, now=to_text(now))


async def due_by_urgency(connection: Connection, now: datetime) -> dict[Urgency, Late]:
    """Return what is due and still waits, by what overtakes what; nothing of an urgency of which nothing is due."""
    rows = [row async for row in queries.due_by_urgency(connection, now=to_text(now))]
    return {Urgency(row["urgency"]): Late(row["count"], from_text(row["due_at"])) for row in rows}


async def late(connection: Connection, now: datetime) -> Late:
    """Return what is due and still waits."""
    row = await queries.oldest_due(connection, now=to_text(now))
    return Late(row["count"], from_text(row["due_at"]) if row["due_at"] else None)


async def leased(connection: Connection, now: datetime) -> int:
    """Return how many of those that wait a worker has."""
    row = await queries.leased(connection, now=to_text(now))
    count: int = row["count"]
    return count


async def offers_between(connection: Connection, after: datetime, until: datetime) -> int:
    """Return how many offers await an answer whose deadline lies between two instants."""
    row = await queries.offers_between(connection, after=to_text(after), until=to_text(until))
    count: int = row["offers"]
    return count


class Reached(NamedTuple):
    """How many people there are, how many cases are open, and when somebody answered last."""

    people: int
    cases: int
    answered_at: datetime | None


async def reached(connection: Connection) -> Reached:
    """Return whom the program serves."""
    row = await queries.people(connection)
    answered_at = from_text(row["answered_at"]) if row["answered_at"] else None
    return Reached(row["people"], row["cases"], answered_at)


async def settled_since(connection: Connection, since: datetime) -> dict[str, int]:
    """Return how many notices were settled since an instant, by state."""
    return {row["state"]: row["count"] async for row in queries.settled_since(connection, since=to_text(since))}
