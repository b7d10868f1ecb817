"""Who wants to be told when the law changes their result."""

from datetime import datetime

from bot.database import Connection, queries_beside
from bot.store.instants import to_text

queries = queries_beside(__file__)


async def ask(connection: Connection, person_id: int, now: datetime) -> None:
    """Keep that somebody wants to be told; whoever asks twice has asked once."""
    await queries.ask(connection, person_id=person_id, now=to_text(now))


async def let_go(connection: Connection, person_id: int) -> None:
    """Tell somebody of it no more."""
    await queries.let_go(connection, person_id=person_id)


async def is_asked(connection: Connection, person_id: int) -> bool:
    """Whether somebody wants to be told."""
    return await queries.is_asked(connection, person_id=person_id) is not None


async def how_many(connection: Connection) -> int:
    """Return how many people want to be told."""
    row = await queries.how_many(connection)
    people: int = row["people"]
    return people


async def people_after(connection: Connection, person_id: int, batch: int) -> list[int]:
    """The next people who want to be told, by their ids; all of them, when asked again from the last on."""
    return [row["person_id"] async for row in queries.people_after(connection, person_id=person_id, batch=batch)]
