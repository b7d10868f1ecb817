"""The inbox: which events were accepted, so that the same one again changes nothing.

Each region has an inbox of its own: no authority takes away, or learns of, an id that another one uses. Its name stands
before the source, with a space between, which no region has.
"""

from datetime import datetime

from bot.database import Connection, queries_beside
from bot.store.instants import to_text

queries = queries_beside(__file__)


async def seen(connection: Connection, region: str, source: str, event_id: str) -> str | None:
    """Return the hash of the accepted event of that id, or None."""
    row = await queries.seen(connection, source=f"{region} {source}", event_id=event_id)
    return str(row["body_hash"]) if row else None


async def note(transaction: Connection, region: str, source: str, event_id: str, body_hash: str, now: datetime) -> bool:
    """Note an event as accepted; False when another transaction has just done so."""
    row = await queries.note(
        transaction, source=f"{region} {source}", event_id=event_id, body_hash=body_hash, now=to_text(now)
    )
    return row is not None
