"""The processes that deliver: what one of them held when it died is free as soon as the next one starts.

Each has a mark, made at random when it starts, and holds a lock by its number as long as it lives. The lock ends with
it, so it is known of every mark whether its process lives: in another container too, and on PostgreSQL on another
machine.
"""

import hashlib
import secrets

from bot.database import Database, queries_beside
from bot.store.number_series import lock_series

queries = queries_beside(__file__)


def new_mark() -> str:
    """Return the mark of a process that begins to deliver."""
    return secrets.token_hex(8)


def number_of(mark: str) -> int:
    """Return the number of a mark's lock: one that nobody else has, and that both databases take."""
    return 1 + int.from_bytes(hashlib.sha256(mark.encode()).digest()[:7])


async def show_alive(database: Database, mark: str) -> None:
    """Show others that whoever has this mark lives; asked for again before each claim, as the way may be cut."""
    await database.hold(number_of(mark))


async def free_what_the_dead_held(database: Database, mark: str) -> None:
    """Free the notices of those who live no more; what was held under the own mark is a living one's."""
    async with database.reading() as connection:
        marks = {row["mark"] async for row in queries.marks(connection)} - {mark}
    dead = [other for other in sorted(marks) if not await database.is_held(number_of(other))]
    if not dead:
        return
    async with database.transaction() as transaction:
        await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
        for other in dead:
            await queries.free(transaction, mark=other)
