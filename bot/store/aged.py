"""What is older than it may be: deleted a batch at a time."""

import asyncio
from datetime import datetime
from typing import Any, Final

from bot.database import Database, queries_beside
from bot.store.instants import to_text
from bot.store.number_series import lock_series

queries = queries_beside(__file__)
OF_A_DAY: Final = (queries.updates, queries.opened_links, queries.answered_once)
"""What nobody needs any more after a day."""
BATCH: Final = 200
MOST_BATCHES: Final = 100
PAUSE_S: Final = 0.02

DRAFTS: Final = queries.drafts
CHECK_RESULTS: Final = queries.check_results
CHECKS: Final = queries.checks
RESULTS: Final = queries.results
FILES: Final = queries.files
NOTICES: Final = queries.notices
EVENTS: Final = queries.events
CHANGES: Final = queries.changes
PEOPLE: Final = queries.people
DAMAGED: Final = queries.damaged
LINKS: Final = queries.links


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
