"""Reminders of job offers: before the deadline that an answer is awaited, after it that none came.

Before each deadline there are three moments. Only the last of them that has passed is reminded of, and never one that
lay before the family was told of the deadline. The deadline is part of the notice's key: so an extension brings new
reminders, and an answer that is taken back brings none again.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot import notices
from bot.casework import close_overdue
from bot.casework.offer_events import concerned, lock_with_case, values_for
from bot.notices.quiet_hours import next_decent_time
from bot.store import cases, offer_files, offers
from bot.store.instants import to_text
from bot.store.notice_keys import of_offer
from bot.store.notice_kinds import NoticeKind
from bot.store.offers import Offer
from bot.world import World

UNSENT_FILES_ARE_KEPT_FOR: Final = timedelta(days=7)
BATCH: Final = 100
BEHIND_IT: Final = timedelta(milliseconds=20)
"""The instant of the deadline itself is still in time."""


class Window(NamedTuple):
    """When a reminder is worth telling: from so long before the deadline until so long before it."""

    kind: NoticeKind
    begins: timedelta
    ends: timedelta


def _windows(*moments: tuple[NoticeKind, timedelta]) -> tuple[Window, ...]:
    ends = [before for _, before in moments[1:]] + [timedelta()]
    return tuple(Window(kind, begins, end) for (kind, begins), end in zip(moments, ends, strict=True))


WINDOWS: Final = _windows(
    (NoticeKind.OFFER_REMINDER_TWO_DAYS, timedelta(hours=48)),
    (NoticeKind.OFFER_REMINDER_DAY, timedelta(hours=24)),
    (NoticeKind.OFFER_REMINDER_HOURS, timedelta(hours=3)),
)


async def settle_offers(world: World) -> None:
    """Close the offers whose deadline has passed, and delete the files that nobody sent on."""
    now = world.now()
    last: Offer | None = None
    while True:
        async with world.database.reading() as connection:
            overdue = await offers.awaited(connection, world.cipher, now, last, BATCH)
        for last in overdue:
            await close_overdue(world, last.number)
        if len(overdue) < BATCH:
            break
    async with world.database.transaction() as transaction:
        await offer_files.drop_unsent(transaction, now - UNSENT_FILES_ARE_KEPT_FOR)


async def seconds_to_deadline(world: World, most: float) -> float:
    """Return in how many seconds the next deadline will have passed, `most` at most."""
    now = world.now()
    async with world.database.reading() as connection:
        deadline = await offers.next_deadline(connection, now)
    return most if deadline is None else min(most, (deadline - now + BEHIND_IT).total_seconds())


async def remind_of_offers(world: World) -> int:
    """Queue the reminders that are due and that nobody was told yet; how many those were."""
    now = world.now()
    return sum([await _remind_within(world, window, now) for window in WINDOWS])


async def _remind_within(world: World, window: Window, now: datetime) -> int:
    """Go through the offers whose moment has come, a batch at a time."""
    count, last = 0, None
    while True:
        async with world.database.reading() as connection:
            found = await offers.to_remind(
                connection, world.cipher, window.kind, now + window.ends, now + window.begins, last, BATCH
            )
        for last in found:
            if _is_worth_telling(last, window, now):
                count += await _queue(world, last, window)
        if len(found) < BATCH:
            return count
        await asyncio.sleep(0)  # whoever answers has their turn


def _is_worth_telling(offer: Offer, window: Window, now: datetime) -> bool:
    """Whether it adds something, and still does when it comes, which at night is not before the morning."""
    adds_something = offer.announced_at < offer.respond_by - window.begins
    return adds_something and next_decent_time(now, offer.respond_by) < offer.respond_by - window.ends


async def _queue(world: World, offer: Offer, window: Window) -> int:
    """Remind whom the offer concerns, unless it has changed since it was found due."""
    async with world.database.transaction() as transaction:
        held = await lock_with_case(transaction, world, offer.number)
        if held is None or held.sequence != offer.sequence:
            return 0
        family = await cases.followers(transaction, world.cipher, held.case_id)
        queued = [
            await notices.queue(
                transaction,
                world,
                follower,
                window.kind,
                values_for(held, follower),
                cause=of_offer(held.case_id, held.number).then(window.kind, to_text(held.respond_by)),
                about=held.respond_by,
                good_until=held.respond_by - window.ends,
            )
            for follower in concerned(family, held)
            if follower.joined_at < held.respond_by - window.begins
        ]
        return sum(queued)
