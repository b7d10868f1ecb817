"""The database of the settings, as the commands need it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.database import Database


@asynccontextmanager
async def migrated() -> AsyncIterator[Database]:
    """Open the database for the length of a block, with the newest schema."""
    from bot.settings import load_settings  # noqa: PLC0415, commands without a database need no settings

    async with Database.opened(load_settings().database_url) as database:
        await database.migrate()
        yield database
