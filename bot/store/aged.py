"""What is older than it may be: deleted a batch at a time."""

import asyncio
from datetime import datetime
from typing import Any, Final, NamedTuple

from bot.database import Database, queries_beside
from bot.store.instants import to_text
from bot.store.number_series import lock_series

queries = queries_beside(__file__)
OF_A_DAY: Final = (queries.updates, queries.opened_links, queries.answered_once)
"""What nobody needs any more after a day."""
BATCH: Final = 200
LOOKED_AT: Final = 1_000  # rows of which most stay
MOST_BATCHES: Final = 100
PAUSE_S: Final = 0.02

CHECK_RESULTS: Final = queries.check_results
CHECKS: Final = queries.checks
RESULTS: Final = queries.results
FILES: Final = queries.files
EVENTS: Final = queries.events
CHANGES: Final = queries.changes
DAMAGED: Final = queries.damaged
LINKS: Final = queries.links


class Walked(NamedTuple):
    """A table of which most stays however old it is: the query for its next keys, and that which deletes among them."""

    after: Any
    delete: Any


DRAFTS: Final = Walked(queries.drafts_after, queries.drafts)
NOTICES: Final = Walked(queries.notices_after, queries.notices)
PEOPLE: Final = Walked(queries.people_after, queries.people)


async def delete(database: Database, kind: Any, before: datetime) -> int:
    """Delete what is of before an instant, and return how many rows that were.

    Where there is very much, some of it is left for the next night: nobody is kept waiting until morning.
    """
    count = 0
    for _ in range(MOST_BATCHES):
        async with database.transaction() as transaction:
            await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
            deleted = len([row async for row in kind(transaction, before=to_text(before), batch=BATCH)])
        count += deleted
        if deleted < BATCH:
            break
        await asyncio.sleep(PAUSE_S)
    return count


async def walk(database: Database, table: Walked, before: datetime) -> int:
    """Go through all of a table by key, delete what is of before an instant, and return how many rows that were.

    Several workers may: each deletes what the others have left.
    """
    count = after = 0
    while True:
        async with database.reading() as connection:
            keys = [row["key"] async for row in table.after(connection, after=after, batch=LOOKED_AT)]
        if not keys:
            return count
        async with database.transaction() as transaction:
            await lock_series(transaction, "journal")  # as above
            rows = table.delete(transaction, before=to_text(before), after=after, until=keys[-1])
            count += len([row async for row in rows])
        after = keys[-1]
        await asyncio.sleep(PAUSE_S)
