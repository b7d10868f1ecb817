"""A worker in a process of its own, to be killed.

Called with the address of the database, a key, the base address of the Bot API, the seconds of a lease, and `slowly`
when putting a notice into words shall take for ever. It says "claimed" when the first notice is put into words.
"""

import asyncio
import dataclasses
import sys

from bot.app import bot_at
from bot.database import Database
from bot.delivery import UNPACED, Told, deliver
from bot.privacy import Cipher
from bot.sandbox import SANDBOX_TOKEN
from bot.store.outbox import Notice
from bot.world import World
from tests.bot.delivery.family import by_day

FOR_EVER = 3_600


async def deliver_until_killed(url: str, key: str, base: str, lease_s: str, how: str) -> None:
    async def words(notice: Notice) -> Told:
        print("claimed", flush=True)  # noqa: T201 - the test waits for this
        if how == "slowly":
            await asyncio.sleep(FOR_EVER)
        return Told(str(notice.details["number"]))

    async with Database.opened(url) as database, bot_at(base, SANDBOX_TOKEN) as bot:
        pace = dataclasses.replace(UNPACED, lease_s=float(lease_s), first_pause_s=0.05)
        await deliver(World(database, Cipher([key]), by_day), bot, words, asyncio.Event(), pace)


asyncio.run(deliver_until_killed(*sys.argv[1:]))
