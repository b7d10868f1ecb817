"""The database of the settings, as the commands need it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.database import Database


@asynccontextmanager
async def opened() -> AsyncIterator[Database]:
    """Open the database for the length of a block, an empty one with the newest schema.

    Another schema than this program's is refused with MigrationError: a bot of another version may be at work on it.
    """
    from bot.settings import load_settings  # noqa: PLC0415, commands without a database need no settings

    async with Database.opened(load_settings().database_url) as database:
        await database.expect_newest()
        yield database
