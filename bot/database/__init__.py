"""One door to SQLite or PostgreSQL; nothing outside this package and `bot.store` knows SQL or a driver."""

from bot.database.measured import MeasuredDatabase
from bot.database.migrations import expect_newest, migrate
from bot.database.opening import open_database
from bot.database.queries import queries_beside
from bot.database.retry import retry_on_deadlock
from bot.database.types import Connection, Database, Row, Transaction

__all__ = [
    "Connection",
    "Database",
    "MeasuredDatabase",
    "Row",
    "Transaction",
    "expect_newest",
    "migrate",
    "open_database",
    "queries_beside",
    "retry_on_deadlock",
]
