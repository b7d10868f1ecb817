"""A worker in a process of its own, to be killed."""

import asyncio
import dataclasses
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.app import bot_at
from bot.database import open_database
from bot.delivery import UNPACED, Told, deliver
from bot.delivery.words import words_from
from bot.sandbox import SANDBOX_TOKEN
from bot.store import changes
from bot.store.cipher import Cipher
from bot.store.outbox import Notice
from bot.watching.logs import configure_logs
from bot.world import World
from tests.bot.delivery.family import by_day
from tests.bot.halting import FOR_EVER, halt_transactions


def marks_written() -> Callable[[], bool]:
    """Return whether the authority was told yet of a delivered notice: that is written with its mark."""
    really, told = changes.add_of_notices, list[int]()

    async def add_of_notices(*args: Any) -> None:
        await really(*args)
        told.append(len(args))

    changes.add_of_notices = add_of_notices  # type: ignore[assignment] # only to know when
    return lambda: bool(told)


def work_until_killed(said: Path, url: str, key: str, base: str, lease_s: float, where: str) -> None:
    """Deliver from a database to the Bot API at `base`, and write into the file `said` what happens.

    `where` says at what it shall stand still: `in_words` when the first notice is put into words, `before_commit` or
    `after_commit` of the first marks, or `never`. It says "claimed" when the first notice is put into words, and then
    where it stands.
    """
    configure_logs("WARNING")
    with said.open("ab") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
    asyncio.run(_deliver(url, key, base, lease_s, where))


async def _deliver(url: str, key: str, base: str, lease_s: float, where: str) -> None:
    async with open_database(url) as database, bot_at(base, SANDBOX_TOKEN) as bot:
        if where in {"before_commit", "after_commit"}:
            halt_transactions(database, where, once=marks_written())  # type: ignore[arg-type] # it is one of the two
        world = World(database, Cipher([key]), by_day)
        own_words = words_from(world)

        async def words(notice: Notice) -> Told:
            print("claimed", flush=True)  # noqa: T201 - the test waits for this
            if where == "in_words":
                await asyncio.sleep(FOR_EVER)
            return await own_words(notice)

        pace = dataclasses.replace(UNPACED, lease_s=lease_s, first_pause_s=0.05)
        await deliver(world, bot, words, asyncio.Event(), pace)
