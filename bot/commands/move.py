"""`komek move`: everything of one database, brought into an empty one of the other kind and compared there."""

import asyncio
import sys
from typing import Final

from bot.database import moving
from bot.database.moving import Moved
from bot.errors import CommandError
from bot.settings import POSTGRES_SCHEMES, Settings, sqlite_path

ALLOWED: Final = "allowed is sqlite:///PATH or postgresql://USER@HOST/NAME"


def move(source: str, target: str) -> bool:
    """Move everything and print a line for each table; whether all is the same on both sides.

    CopyError where one of the two is in use, or the target is neither empty nor half of this move; MigrationError where
    one of them has not this program's schema.
    """
    for option, url in (("--from", source), ("--to", target)):
        if sqlite_path(url) is None and not url.startswith(POSTGRES_SCHEMES):
            raise CommandError(f"{option}: not a database; {ALLOWED}")
    if (sqlite_path(source) is None) == (sqlite_path(target) is None):
        raise CommandError("--to: one of the two is SQLite, the other PostgreSQL; both have tools of their own")
    return asyncio.run(_move(source, target))


async def _move(source: str, target: str) -> bool:
    is_same = True
    async with moving.between(source, target) as ends:
        async for moved in moving.move(ends):
            is_same = is_same and moved.is_same
            _say(_told(moved))
        if is_same:
            await moving.finish(ends)
    before, now = (Settings.model_construct(database_url=url).key_file for url in (source, target))
    if is_same:
        _say(f"All is there. It opens with the same keys: of DATA_KEYS, or the key file {before}, put at {now}.")
    else:
        _say("Not all is the same: no program starts on it. Run the same command again, or empty the new database.")
    return is_same


def _told(moved: Moved) -> str:
    source, target = moved.source, moved.target
    if moved.is_same:
        return f"{moved.table}: {source.rows} rows, the same on both sides"
    if source.rows != target.rows:
        return f"{moved.table}: differs, {source.rows} rows here and {target.rows} there"
    return f"{moved.table}: differs, {source.rows} rows on both sides, but not the same ones"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
