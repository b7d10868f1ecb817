"""The processes that deliver or answer: what one of them held when it died others take up.

Each has a mark, made at random when it starts, and holds a lock by its number as long as it lives. The lock ends with
it, so it is known of every mark whether its process lives: in another container too, and on PostgreSQL on another
machine.
"""

import hashlib
import secrets
from collections.abc import Iterable

from bot.database import Database, queries_beside
from bot.store import waiting_updates
from bot.store.number_series import lock_series

queries = queries_beside(__file__)


def new_mark() -> str:
    """Return the mark of a process that begins to deliver or to answer."""
    return secrets.token_hex(8)


def number_of(mark: str) -> int:
    """Return the number of a mark's lock: one that nobody else has, and that both databases take."""
    return 1 + int.from_bytes(hashlib.sha256(mark.encode()).digest()[:7])


async def show_alive(database: Database, mark: str) -> None:
    """Show others that whoever has this mark lives; asked for again before each claim, as the way may be cut."""
    await database.hold(number_of(mark))


async def free_what_the_dead_held(database: Database, mark: str) -> None:
    """Free what those held who live no more; what was held under the own mark is a living one's."""
    await _free(database, await _the_dead(database, mark))


class Neighbours:
    """The other processes at a database, looked after while they work.

    Whose way to the database was cut looks dead until it is back: so only who is found dead twice loses what they held.
    """

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._found_dead = set[str]()

    async def look_after(self, database: Database) -> None:
        """Free what those held who live no more, and did not at the look before either."""
        dead = await _the_dead(database, self._mark)
        await _free(database, dead & self._found_dead)
        self._found_dead = dead


async def _the_dead(database: Database, mark: str) -> set[str]:
    async with database.reading() as connection:
        marks = {row["mark"] async for row in queries.marks(connection)} - {mark}
    return {other for other in marks if not await database.is_held(number_of(other))}


async def _free(database: Database, dead: Iterable[str]) -> None:
    marks = sorted(dead)
    if not marks:
        return
    async with database.transaction() as transaction:
        await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
        for mark in marks:
            await queries.free(transaction, mark=mark)
        await waiting_updates.give_back(transaction, marks)
