"""`komek doctor`: whether everything that must hold in the database does."""

import asyncio
import sys
from datetime import datetime, timedelta

from bot.commands.database import opened
from bot.database import Database
from bot.database.checkpoints import fault_told
from bot.database.copies import expect_whole
from bot.settings import load_settings, sqlite_path
from bot.store import changes_read, waits
from bot.store.changes_read import TOLD_AFTER, Unread
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.store.soundness import RULES, Unsound, unsound
from bot.world import utc_now


def examine() -> int:
    """Print what is wrong, a line each, and return how many lines that were. CopyError when the file is, or missing."""
    path = sqlite_path(load_settings().database_url)
    if path is not None:
        expect_whole(path)
    found, ahead, unread = asyncio.run(_examine())
    sys.stdout.writelines(f"{one.rule}: not so at {one.where}\n" for one in found)
    sys.stdout.writelines(
        f"{table}: its newest instant lies {by} ahead of this clock: one of them is or was wrong\n"
        for table, by in ahead.items()
    )
    if path is not None and (told := fault_told()):
        sys.stdout.write(f"{told}\n")
    sys.stdout.writelines(f"{told_of(one, utc_now())}\n" for one in unread)
    sys.stdout.write(f"{len(RULES) + 2} rules looked at, {len(found)} times broken\n")
    return len(found)


def told_of(unread: Unread, now: datetime) -> str:
    """Return what is said of a region whose authority does not read: nothing is broken by it."""
    return f"the oldest change of {unread.region} that nobody has read is {(now - unread.since).days} days old"


async def unread_for_long(database: Database, now: datetime) -> list[Unread]:
    """Return the regions whose changes nobody has read for long."""
    async with database.reading() as connection:
        return await changes_read.unread_since(connection, now - TOLD_AFTER)


async def _examine() -> tuple[list[Unsound], dict[str, timedelta], list[Unread]]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        now = utc_now()
        return await unsound(database, cipher), await waits.ahead(database, now), await unread_for_long(database, now)
