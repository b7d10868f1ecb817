"""GET /healthz and /readyz: for whoever watches over the program; no key is needed."""

import asyncio
from http import HTTPStatus
from typing import Final, Literal

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from bot.api.authentication import WorldOf
from bot.api.errors import described
from bot.store import outbox

PATIENCE_S: Final = 2.0

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """All is well."""

    status: Literal["ok"] = "ok"


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz")
async def healthz() -> Health:
    """Say that the program runs."""
    return Health()


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz", responses=described(503))
async def readyz(world: WorldOf) -> Health:
    """Say that the program can work: its database answers, with the tables that it needs."""
    try:
        async with asyncio.timeout(PATIENCE_S), world.database.reading() as connection:
            await outbox.next_due_at(connection)
    except Exception as wrong:  # each driver has errors of its own, and none of them is told to a stranger
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "the database does not answer") from wrong
    return Health()
