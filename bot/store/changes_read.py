"""Up to where the authority of each region has read the changes: whoever asks behind a change has read it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot.database import Connection, Database, queries_beside, retry_on_deadlock
from bot.store.instants import from_text, to_text

queries = queries_beside(__file__)


TOLD_AFTER: Final = timedelta(days=7)
"""So long after a change that nobody has read somebody is told."""


class Unread(NamedTuple):
    """Since when a region has a change that nobody has read."""

    region: str
    since: datetime


@retry_on_deadlock
async def note(database: Database, regions: Collection[str], number: int, now: datetime) -> None:
    """Note that in some regions all changes up to a number were read; it writes only where that is news.

    A number that no change has had yet counts as the last one: a slip in a cursor says nothing of what is to come.
    """
    async with database.reading() as connection:
        last = await queries.last(connection)
        known = {
            row["region"]: row["number"] async for row in queries.marks(connection, regions=f" {' '.join(regions)} ")
        }
    read = min(number, last["value"])
    rows = [
        {"region": region, "number": read, "now": to_text(now)}
        for region in sorted(regions)
        if known.get(region, 0) < read
    ]
    if rows:
        async with database.transaction() as transaction:
            await queries.mark(transaction, rows)


async def unread_since(connection: Connection, before: datetime) -> list[Unread]:
    """Return the regions with a change from before an instant that nobody has read, with the oldest of each."""
    rows = queries.unread(connection, before=to_text(before))
    return [Unread(row["region"], from_text(row["at"])) async for row in rows]
