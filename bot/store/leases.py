"""Leases of notices that are on their way, when the clock itself is set: each still lasts as long as it did."""

from datetime import datetime, timedelta

from bot.database import Transaction, queries_beside
from bot.store.instants import from_text, to_text
from bot.store.number_series import lock_series

queries = queries_beside(__file__)


async def move(transaction: Transaction, now: datetime, by: timedelta) -> None:
    """Move the end of every lease that runs at `now`, the instant before the clock is set."""
    await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
    running = [
        (row["id"], from_text(row["leased_until"])) async for row in queries.running(transaction, now=to_text(now))
    ]
    for notice_id, until in running:
        await queries.set_end(transaction, notice_id=notice_id, leased_until=to_text(until + by))
