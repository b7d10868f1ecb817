"""A change that the database undid in favour of another one is tried again."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from bot.errors import DeadlockError

RETRIES: Final = 3
PAUSE_S: Final = 0.05

P = ParamSpec("P")
T = TypeVar("T")


def retry_on_deadlock(change: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Retry a change whose transaction the database undid in favour of another one.

    For a function that is one transaction and does nothing beside it: so nothing of it is done twice.
    DeadlockError when the database did so each time.
    """

    @wraps(change)
    async def retried(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(RETRIES):
            with suppress(DeadlockError):
                return await change(*args, **kwargs)
            await asyncio.sleep(PAUSE_S)  # at once again, it might take the other one's next lock from it
        return await change(*args, **kwargs)

    return retried
