"""GET /healthz and /readyz: for whoever watches over the program; no key is needed."""

import asyncio
import time
from collections.abc import Coroutine
from http import HTTPStatus
from typing import Final, Literal

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from bot.api.authentication import WorldOf
from bot.api.errors import described
from bot.api.unavailable import RETRY_AFTER_S
from bot.store import health, outbox, waits
from bot.world import World

PATIENCE_S: Final = 2.0
WRITE_HOLDS_S: Final = 1.0
TELEGRAM_IS_AWAY_S: Final = 60.0
"""Longer than one long poll, which Telegram answers after 25 seconds."""
MOVED: Final = "the file of the database was moved or replaced while the program had it open: start it anew"

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """All is well."""

    status: Literal["ok"] = "ok"
    note: str | None = None
    """What somebody should look at, though the program works."""


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz", response_model_exclude_none=True)
async def healthz() -> Health:
    """Say that the program runs."""
    return Health()


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz", responses=described(503), response_model_exclude_none=True)
async def readyz(world: WorldOf) -> Health:
    """Say that the program can work: its database answers and takes writes, and Telegram answers, too."""
    if not world.database.is_in_place():
        raise _not_ready(MOVED)
    await _expect(_read(world), "the database does not answer")
    await _expect(_write(world), "the database takes no writes")
    silent_s = world.telegram_silent_s()
    if silent_s > TELEGRAM_IS_AWAY_S:
        raise _not_ready(f"Telegram has not answered for {silent_s:.0f} seconds")
    return Health(note=await _ahead(world))


async def _ahead(world: World) -> str | None:
    async with world.database.reading() as connection:
        by = await waits.last_is_ahead_by(connection, world.now())
    if by is None:
        return None
    return (
        f"what was written last lies {by.total_seconds():.0f} seconds ahead of the clock: one of them is or was wrong"
    )


async def _read(world: World) -> None:
    async with world.database.reading() as connection:
        await outbox.next_due_at(connection)


async def _write(world: World) -> None:
    """Try it no more often than once a second, whoever asks: it costs a synced write."""
    if time.monotonic() - world.written_at > WRITE_HOLDS_S:
        async with world.database.statement() as connection:
            await health.write(connection, world.now())
        world.written_at = time.monotonic()


async def _expect(work: Coroutine[None, None, None], problem: str) -> None:
    try:
        async with asyncio.timeout(PATIENCE_S):
            await work
    except Exception as wrong:  # each driver has errors of its own, and none of them is told to a stranger
        raise _not_ready(problem) from wrong


def _not_ready(problem: str) -> HTTPException:
    return HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, problem, {"Retry-After": str(RETRY_AFTER_S)})
