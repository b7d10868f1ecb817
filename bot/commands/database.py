"""The database of the settings, as the commands need it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.database import Database, expect_newest, open_database


@asynccontextmanager
async def opened() -> AsyncIterator[Database]:
    """Open the database for the length of a block, an empty one with the newest schema.

    Another schema than this program's is refused with MigrationError: a bot of another version may be at work on it.
    """
    from bot.database.copies import expect_not_lost  # noqa: PLC0415, as below
    from bot.settings import load_settings, sqlite_path  # noqa: PLC0415, commands without a database need no settings

    settings = load_settings()
    path = sqlite_path(settings.database_url)
    if path is not None:
        expect_not_lost(path, settings.key_file)
    async with open_database(settings.database_url) as database:
        await expect_newest(database)
        yield database
