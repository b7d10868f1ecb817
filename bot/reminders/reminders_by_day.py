"""Reminders that very many families get on one day: the assistance ends, or the term of the examination is over.

At the end of a quarter the assistance of nearly everybody ends. So a pass walks through the cases a batch at a time:
each batch is claimed and queued in one transaction, and then others have their turn. Several workers share a pass, as a
case that one of them has claimed is passed over by the others. How far it came is kept nowhere: whoever was told has
the notice. So a pass that was interrupted, or whose worker died, goes on by being made again; nobody is told twice.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta
from datetime import time as hour
from typing import Final, NamedTuple

from bot.database import retry_on_deadlock
from bot.notices.quiet_hours import next_decent_time
from bot.store import due_cases
from bot.store.cases import Follower
from bot.store.due_cases import Batch, Due, Place, Walk
from bot.store.notice_keys import Cause, NoticeKey
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import ExaminationValues, RenewalValues
from bot.store.queued_together import Prepared, prepared, queue_together
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.working_days import examination_due_on
from bot.world import World

RENEWAL_BEFORE: Final = timedelta(days=3)
RENEWAL_FROM: Final = hour(10)
SHORTEST_TERM: Final = timedelta(days=7)  # of examination, so that later applications need not be looked at
DAY: Final = timedelta(days=1)
BATCH: Final = 50  # cases a transaction: about 5 milliseconds in which nobody else can write
LOOKED_AT: Final = 1_000  # cases a look where nobody is to be told anything, as nearly always; due_cases.sql knows it
MOST_SECONDS: Final = 20.0
"""So long a pass queues before it is looked what cannot wait: a visit of the next hours, an offer that runs out."""


class Told(NamedTuple):
    """What a reminder tells of a day."""

    cause: Cause
    values: RenewalValues | ExaminationValues
    good_until: datetime | None


class Occasion(NamedTuple):
    """Of which cases, from one day to another, and what is told; None of whom nothing is due."""

    kind: NoticeKind
    walk: Walk
    first: date
    last: date
    told: Callable[[Due], Told | None]


async def remind_by_day(world: World, now: datetime) -> int:
    """Queue what is due and nobody was told yet; how many notices that were. What is left is for a pass right after."""
    count, ends = 0, float("inf")
    for occasion in (_renewal(now), _examination(world.today())):
        async for queued in _batches(world, occasion):
            ends = min(ends, time.monotonic() + MOST_SECONDS) if queued else ends
            count += queued
            if world.remind.is_set() or time.monotonic() > ends:  # the program is to stop, or the clock was set
                world.remind.set()
                return count
    return count


async def _batches(world: World, occasion: Occasion) -> AsyncIterator[int]:
    """Walk through the cases, and say of each batch how many notices were queued."""
    place, most = Place(occasion.first.isoformat(), ""), LOOKED_AT
    while True:
        began = time.monotonic()
        async with world.database.reading() as connection:
            batch = await due_cases.next_batch(connection, occasion.walk, place, occasion.last, most)
            found = await due_cases.untold(connection, occasion.walk, batch, occasion.kind) if batch else []
        if batch is None:
            return
        notices = {due.follower: notice for due in found if (notice := _prepared(world, occasion, due))}
        if notices and most > BATCH:
            most = BATCH
            continue
        yield await _queue(world, occasion, batch, notices) if notices else 0
        await asyncio.sleep(time.monotonic() - began if notices else 0)  # half of the time is for others
        place, most = batch.until, BATCH if notices else LOOKED_AT


def _prepared(world: World, occasion: Occasion, due: Due) -> Prepared | None:
    told = occasion.told(due)
    if told is None:
        return None
    return prepared(
        world.cipher,
        key=NoticeKey(told.cause, due.follower.alias),
        person_id=due.follower.person_id,
        case_id=due.follower.case_id,
        kind=occasion.kind,
        details=told.values,
        due_at=next_decent_time(world.now()),
        good_until=told.good_until,
    )


@retry_on_deadlock
async def _queue(world: World, occasion: Occasion, batch: Batch, notices: dict[Follower, Prepared]) -> int:
    """Queue what still is to be told of a batch, of the cases that no other worker has just now; how many that is."""
    async with world.database.transaction() as transaction:
        claimed = await due_cases.claim(transaction, occasion.walk, batch)
        still = await due_cases.untold(transaction, occasion.walk, batch, occasion.kind)
        is_ours = (due.follower for due in still if due.follower.case_id in claimed)
        queued = [notices[follower] for follower in is_ours if follower in notices]
        await queue_together(transaction, queued)
    return len(queued)


def _renewal(now: datetime) -> Occasion:
    """Return whom the end of the assistance is told: three days before, and as long as it comes before its end."""
    today = now.astimezone(KAZAKHSTAN_TIME)
    last = today.date() + RENEWAL_BEFORE - (DAY if today.time() < RENEWAL_FROM else timedelta())
    first = next_decent_time(now).astimezone(KAZAKHSTAN_TIME).date()
    return Occasion(NoticeKind.RENEWAL_REMINDER, due_cases.PAID, first, last, _told_of_renewal)


def _told_of_renewal(due: Due) -> Told:
    paid_until = due.day.isoformat()
    cause = Cause(due.follower.case_id).then(NoticeKind.RENEWAL_REMINDER, paid_until)
    return Told(cause, {"paid_until": paid_until}, datetime.combine(due.day + DAY, hour(), KAZAKHSTAN_TIME))


def _examination(today: date) -> Occasion:
    """Return who is told that the term of the examination is over."""

    def told(due: Due) -> Told | None:
        due_on = examination_due_on(due.day)
        if due_on is None or due_on >= today:
            return None
        cause = Cause(due.follower.case_id).then(NoticeKind.EXAMINATION_OVERDUE)
        return Told(cause, {"due_on": due_on.isoformat(), "applied_on": due.day.isoformat()}, None)

    return Occasion(NoticeKind.EXAMINATION_OVERDUE, due_cases.UNEXAMINED, date.min, today - SHORTEST_TERM, told)
