"""Opening a database by its address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.database.types import Database


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open a database for the length of a block, as `connect` does."""
    database = await connect(url)
    try:
        yield database
    finally:
        await database.close()


async def connect(url: str) -> Database:
    """Open `sqlite:///PATH` or `postgresql://...`. DatabaseUnavailableError when that fails."""
    if url.startswith("sqlite:"):
        from bot.database.sqlite import SQLiteDatabase  # noqa: PLC0415 - only the driver in use is loaded

        return await SQLiteDatabase.connect(url)
    from bot.database.postgres import PostgresDatabase  # noqa: PLC0415 - as above

    return await PostgresDatabase.connect(url)
