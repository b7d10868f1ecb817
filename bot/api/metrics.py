"""GET /metrics: the figures of the program in the form of Prometheus; no key is needed, as none names anybody."""

import asyncio
from datetime import timedelta
from typing import Final

import structlog
from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.api.authentication import WorldOf
from bot.published_lines import missing_lines
from bot.store import health
from bot.store.outbox import Urgency
from bot.world import World

log = structlog.get_logger("komek.metrics")
PATIENCE_S: Final = 2.0
NEAR_DEADLINE: Final = timedelta(days=1)

router = APIRouter(tags=["health"])


@router.get("/metrics", response_class=Response, include_in_schema=False)
async def metrics(world: WorldOf) -> Response:
    """Give all figures; while the database is away those of the process, and that it is away."""
    figures = world.metrics
    try:
        async with asyncio.timeout(PATIENCE_S):
            await _look_at_database(world)
        figures.database_up.set(1)
    except Exception:  # whatever is wrong with it: the figures must be readable just then
        log.exception("database_not_measured")
        figures.database_up.set(0)
    figures.telegram_silent_seconds.set(world.telegram_silent_s())
    return Response(generate_latest(figures.collected), media_type=CONTENT_TYPE_LATEST)


async def _look_at_database(world: World) -> None:
    figures, now = world.metrics, world.now()
    async with world.database.reading() as connection:
        due = await health.due_by_urgency(connection, now)
        near = await health.offers_between(connection, now, now + NEAR_DEADLINE)
    for urgency in Urgency:
        late = due.get(urgency)
        figures.waiting.labels(urgency.name.lower()).set(late.notices if late else 0)
        oldest_s = (now - late.since).total_seconds() if late and late.since else 0
        figures.oldest_seconds.labels(urgency.name.lower()).set(oldest_s)
    figures.offers_near_deadline.set(near)
    figures.lines_missing.clear()
    missing = missing_lines(await world.lines(), world.today())
    for quarter in {of for _, of in missing}:
        figures.lines_missing.labels(str(quarter)).set(sum(of == quarter for _, of in missing))
