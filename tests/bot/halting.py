"""Points at which a process stands still, so that it can be killed exactly there."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Literal

from bot.database import Database, Transaction

FOR_EVER = 3_600
Point = Literal["before_commit", "after_commit"]


async def stand_still(where: str) -> None:
    """Say where the process stands, and stay there until it is killed."""
    print(where, flush=True)  # noqa: T201 - the test waits for this
    await asyncio.sleep(FOR_EVER)


def halt_transactions(database: Database, point: Point, *, once: Callable[[], bool] = lambda: True) -> None:
    """Let the first transaction stand still when all of it was done: just before its commit, or just after.

    `once` says whether it is the one that is meant: on a busy machine there may be others before it.
    """
    really = database.transaction

    @contextlib.asynccontextmanager
    async def transaction() -> AsyncIterator[Transaction]:
        async with really() as begun:
            yield begun
            if point == "before_commit" and once():
                await stand_still(point)
        if once():
            await stand_still(point)

    database.transaction = transaction  # type: ignore[method-assign] # the door itself stays as it is
