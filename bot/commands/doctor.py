"""`komek doctor`: whether everything that must hold in the database does."""

import asyncio
import sys
from datetime import timedelta

from bot.commands.database import opened
from bot.database.checkpoints import fault_told
from bot.database.copies import expect_whole
from bot.settings import load_settings, sqlite_path
from bot.store import waits
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.store.soundness import RULES, Unsound, unsound
from bot.world import utc_now


def examine() -> int:
    """Print what is wrong, a line each, and return how many lines that were. CopyError when the file itself is."""
    path = sqlite_path(load_settings().database_url)
    if path is not None and path.exists():
        expect_whole(path)
    found, ahead = asyncio.run(_examine())
    sys.stdout.writelines(f"{one.rule}: not so at {one.where}\n" for one in found)
    sys.stdout.writelines(
        f"{table}: its newest instant lies {by} ahead of this clock: one of them is or was wrong\n"
        for table, by in ahead.items()
    )
    if path is not None and (told := fault_told()):
        sys.stdout.write(f"{told}\n")
    sys.stdout.write(f"{len(RULES) + 2} rules looked at, {len(found)} times broken\n")
    return len(found)


async def _examine() -> tuple[list[Unsound], dict[str, timedelta]]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        return await unsound(database, cipher), await waits.ahead(database, utc_now())
