"""The cases in which something happened last."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final, NamedTuple

from bot.database import Connection, queries_beside
from bot.store.instants import from_text
from rules.case import CaseStatus

queries = queries_beside(__file__)

ENTRIES: Final = 5_000  # of the journal: the longest way to find some hundred cases


class RecentCase(NamedTuple):
    """A case as a list shows it; `number` is what the authority calls it, `at` when something happened last."""

    number: str
    region: str
    applied_on: date
    status: CaseStatus
    at: datetime


async def recent(connection: Connection, regions: Collection[str], most: int) -> list[RecentCase]:
    """Return the cases of some regions in which something happened last, that one first."""
    rows = queries.recent(connection, regions=f" {' '.join(sorted(regions))} ", entries=ENTRIES, most=most)
    return [
        RecentCase(
            row["number"],
            row["region"],
            date.fromisoformat(row["applied_on"]),
            CaseStatus(row["status"]),
            from_text(row["at"]),
        )
        async for row in rows
    ]
