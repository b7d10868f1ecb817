"""`komek migrate`: the schema of the database is brought to this program's."""

import asyncio

from bot.database import migrate as apply_missing
from bot.database import open_database
from bot.settings import load_settings


def migrate() -> list[str]:
    """Apply the missing migrations and return their names. MigrationError when the database does not fit."""
    return asyncio.run(_migrate())


async def _migrate() -> list[str]:
    async with open_database(load_settings().database_url) as database:
        return await apply_missing(database)
