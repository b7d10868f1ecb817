"""`komek migrate` in a process of its own, which stands still just before or after a step is committed."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bot.database import migrate, open_database
from tests.bot.halting import Point, halt_transactions


def migrate_until_killed(said: Path, url: str, point: Point, step: int) -> None:
    """Migrate, and stand still at a point of the step of that number; `said` is the file that tells of it."""
    with said.open("ab") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
    asyncio.run(_migrate(url, point, step))


async def _migrate(url: str, point: Point, step: int) -> None:
    async with open_database(url) as database:
        halt_transactions(database, point, once=_at(step if point == "after_commit" else 2 * step - 1))
        await migrate(database)


def _at(count: int) -> Callable[[], bool]:
    """Return whether it is asked for the so-manieth time; where it waits before a commit, after it once more."""
    asked = 0

    def is_now() -> bool:
        nonlocal asked
        asked += 1
        return asked == count

    return is_now
