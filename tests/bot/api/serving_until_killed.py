"""The API in a process of its own, to be killed.

Called with the address of the database, a key, and where it shall stand still: `before_commit` or `after_commit` of
the first event, or `never`. It says its address, and then where it stands.
"""

import asyncio
import sys

from bot.api import api_app
from bot.database import open_database
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import NOON, served
from tests.bot.halting import FOR_EVER, halt_transactions


async def bot_name() -> str:
    return "komek_bot"


async def serve_until_killed(url: str, key: str, where: str) -> None:
    async with open_database(url) as database:
        if where in {"before_commit", "after_commit"}:
            halt_transactions(database, where)  # type: ignore[arg-type] # it is one of the two
        async with served(api_app(World(database, Cipher([key]), lambda: NOON), bot_name)) as base:
            print(base, flush=True)  # noqa: T201 - the test waits for this
            await asyncio.sleep(FOR_EVER)


asyncio.run(serve_until_killed(*sys.argv[1:]))
