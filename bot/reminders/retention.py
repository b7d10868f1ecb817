"""How long what people said is kept, and the nightly pass that deletes what is older, in small batches."""

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Final

import structlog

from bot.casework.own_words import delete_words_of_settled
from bot.store import aged, changes_read
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World

log = structlog.get_logger("komek.retention")
NIGHT: Final = time(3)
"""From then on, in Kazakhstan, when hardly anybody writes."""


@dataclass(frozen=True)
class Deleted:
    """How many rows of each kind a pass has deleted."""

    drafts: int
    checks: int
    results: int
    files: int
    notices: int
    events: int
    changes: int
    people: int
    damaged: int
    links: int
    words: int


async def keep_retention(world: World, done_on: date | None) -> date | None:
    """Make the pass once a night; returns the day of the last one."""
    now = world.now().astimezone(KAZAKHSTAN_TIME)
    if now.time() < NIGHT or done_on == now.date():
        return done_on
    deleted = await delete_old(world)
    await tell_unread(world)
    log.info("old_deleted", **{field.name: getattr(deleted, field.name) for field in fields(deleted)})
    return now.date()


async def tell_unread(world: World) -> None:
    """Log of which regions nobody has read the changes for long: nothing of them is deleted."""
    now = world.now()
    async with world.database.reading() as connection:
        found = await changes_read.unread_since(connection, now - changes_read.TOLD_AFTER)
    for unread in found:
        log.warning("changes_unread", region=unread.region, days=(now - unread.since).days)


async def delete_old(world: World) -> Deleted:
    """Delete whatever is older than the settings let it be, and who is left without anything."""
    keeps = world.keeps

    def before(days: int) -> datetime:
        return world.now() - timedelta(days=days)

    for kind in aged.OF_A_DAY:
        await aged.delete(world.database, kind, before(1))
    await aged.delete(world.database, aged.CHECK_RESULTS, before(keeps.drafts_days))
    return Deleted(
        drafts=await aged.walk(world.database, aged.DRAFTS, before(keeps.drafts_days)),
        checks=await aged.delete(world.database, aged.CHECKS, before(keeps.drafts_days)),
        results=await aged.delete(world.database, aged.RESULTS, before(keeps.results_days)),
        files=await aged.delete(world.database, aged.FILES, before(keeps.files_days)),
        notices=await aged.walk(world.database, aged.NOTICES, before(keeps.notices_days)),
        events=await aged.delete(world.database, aged.EVENTS, before(keeps.events_days)),
        changes=await aged.delete(world.database, aged.CHANGES, before(keeps.changes_days)),
        people=await aged.walk(world.database, aged.PEOPLE, before(keeps.drafts_days)),
        damaged=await aged.delete(world.database, aged.DAMAGED, before(keeps.drafts_days)),
        links=await aged.delete(world.database, aged.LINKS, before(keeps.drafts_days)),
        words=await delete_words_of_settled(world, before(keeps.files_days).astimezone(KAZAKHSTAN_TIME).date()),
    )
