"""Whether the database takes a write."""

from datetime import datetime

from bot.database import Connection, queries_beside
from bot.store.instants import to_text

queries = queries_beside(__file__)


async def write(connection: Connection, now: datetime) -> None:
    """Write something durably; the driver's own error when that is not possible."""
    await queries.write(connection, now=to_text(now))
