"""One door to SQLite or PostgreSQL; nothing outside this package and `bot.store` knows SQL or a driver."""

from bot.database.door import Connection, Database, Row, Transaction, again_when_undone
from bot.database.queries import queries_beside

__all__ = ["Connection", "Database", "Row", "Transaction", "again_when_undone", "queries_beside"]
