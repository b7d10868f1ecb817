"""A transaction that breaks at the end of its block."""

import contextlib
from collections.abc import AsyncIterator

from bot.database import Connection, Database


class Broken(Exception):
    """Something went wrong in the middle."""


@contextlib.asynccontextmanager
async def failing_transaction(database: Database) -> AsyncIterator[Connection]:
    """Let a block write, then break before the commit."""
    with contextlib.suppress(Broken):
        async with database.transaction() as transaction:
            yield transaction
            raise Broken
