"""Reminders: what the calendar and the clock make due becomes a notice to everybody who follows the case.

A pass looks at what is due now, queues what nobody has been told yet, and takes back what is no longer worth telling.
It keeps nothing between passes: a visit that moved, a person who joined late and a bot that was down need no care of
their own, and two passes at once queue nothing twice.
"""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

import structlog

from bot import notices
from bot.casework.following import forget_person
from bot.casework.log_and_report import report_too_late
from bot.database import Connection
from bot.errors import WrongKeyError
from bot.notices.quiet_hours import next_decent_time
from bot.published_lines import missing_lines
from bot.reminders.offer_reminders import remind_of_offers, seconds_to_deadline, settle_offers
from bot.reminders.own_reminders import remind_of_own
from bot.reminders.reminders_by_day import remind_by_day
from bot.reminders.retention import keep_retention
from bot.store import cases, outbox, people, visits, waits
from bot.store.cases import Follower
from bot.store.notice_keys import Cause, of_visit
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import NoticeValues, VisitValues
from bot.store.visits import Unreminded, Visit
from bot.telegram.clock_watch import ClockWatch
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from rules import Quarter
from rules.case import UNDECIDED

log = structlog.get_logger("komek.reminders")

EVENING_BEFORE: Final = time(18)
HOURS_BEFORE: Final = timedelta(hours=2)
ASKED_FOR: Final = timedelta(days=3)
"""So long after its window the bot still asks whether the commission came."""
LONGEST_WINDOW: Final = timedelta(hours=12)
DAY: Final = timedelta(days=1)
PASS_SECONDS: Final = 60
FORGOTTEN_AT_ONCE: Final = 100
BATCH: Final = 100  # visits opened at once: about 10 milliseconds


@dataclass(frozen=True)
class Reminder:
    """One notice that is due to one person; what it is about must still stand when it is queued."""

    follower: Follower
    kind: NoticeKind
    cause: Cause
    values: NoticeValues
    about: datetime | None = None
    good_until: datetime | None = None
    visit: Visit | None = None

    def is_worth_telling(self, now: datetime) -> bool:
        """Whether it still makes sense when it comes, which at night is not before the morning."""
        return self.good_until is None or next_decent_time(now, self.about) < self.good_until


async def keep_reminding(world: World, stop: asyncio.Event, watch: ClockWatch | None = None) -> None:
    """Make a pass every minute, at the deadline of an offer, and when woken, until asked to stop.

    One that fails is made again a minute later, and none is made while the `watch` finds the clock wrong. The first one
    of a day also logs which poverty lines are missing; beside those of a night what is older than it may be is deleted.
    """
    told_on: date | None = None
    async with asyncio.TaskGroup() as tasks:
        beside = [tasks.create_task(_wake_at(stop, world)), tasks.create_task(_delete_by_night(world, watch))]
        while not stop.is_set():
            world.remind.clear()
            seconds: float = PASS_SECONDS
            try:
                if watch is None or await watch.is_right():
                    await remind(world)
                    seconds = await seconds_to_deadline(world, PASS_SECONDS)
                    told_on = await tell_missing_lines(world, told_on)
            except Exception as error:
                log.exception("reminding_failed", error=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(world.remind.wait(), seconds)
        for task in beside:
            task.cancel()


async def _delete_by_night(world: World, watch: ClockWatch | None) -> None:
    """Delete what is old once a night, until cancelled; over a large database that takes minutes."""
    deleted_on: date | None = None
    while True:
        try:
            if watch is None or await watch.is_right():
                deleted_on = await keep_retention(world, deleted_on)
        except Exception as error:
            log.exception("deleting_failed", error=type(error).__name__)
        await asyncio.sleep(PASS_SECONDS)


async def _wake_at(stop: asyncio.Event, world: World) -> None:
    await stop.wait()
    world.remind.set()


async def tell_missing_lines(world: World, told_on: date | None) -> date:
    """Log once a day which regions have no published line for this quarter and the next; the day of the last time."""
    today = world.today()
    if today == told_on:
        return today
    running = Quarter.of(today)
    missing = missing_lines(await world.lines(), today)
    now, coming = ([region for region, of in missing if of == quarter] for quarter in (running, running.next))
    log.info(
        "poverty_lines_missing",
        quarter=str(running),
        count=len(now),
        regions_without_line=now,
        coming_count=len(coming),
        coming_regions_without_line=coming,
    )
    return today


async def remind(world: World) -> int:
    """Queue what is due and nobody was told yet; how many notices that were."""
    now = world.now()
    async with world.database.transaction() as transaction:
        if count := await waits.set_right(transaction, now):
            log.warning("waits_set_right", count=count)
            world.queued.set()
        await report_too_late(transaction, world)
        await outbox.withdraw_outdated(transaction, now)
    await settle_offers(world)
    await forget_who_asked(world, now)
    count = await _remind_of_visits(world, now) + await remind_of_offers(world)
    count += await remind_of_own(world, now)
    count += await remind_by_day(world, now)  # last: it may take long, and nobody waits for it by the hour
    if count:
        world.queued.set()
    return count


async def forget_who_asked(world: World, now: datetime) -> None:
    """Delete everything of those who asked for it a day ago and have not taken it back."""
    async with world.database.reading() as connection:
        found = await people.to_forget(connection, now, FORGOTTEN_AT_ONCE)
    for person_id in found:
        try:
            await forget_person(world, person_id)
        except WrongKeyError:  # a damaged document of one case must not keep anybody else from being told or forgotten
            log.exception("forgetting_failed", command="doctor")


async def _queue(world: World, reminder: Reminder) -> bool:
    """Queue a reminder unless the case has moved on since it was found due."""
    async with world.database.transaction() as transaction:
        if not await _still_stands(transaction, world, reminder):
            return False
        return await notices.queue(
            transaction,
            world,
            reminder.follower,
            reminder.kind,
            reminder.values,
            cause=reminder.cause,
            about=reminder.about,
            good_until=reminder.good_until,
        )


async def _still_stands(transaction: Connection, world: World, reminder: Reminder) -> bool:
    cipher, case_id = world.cipher, reminder.follower.case_id
    case = await cases.lock(transaction, cipher, case_id)
    if case is None or await cases.follower(transaction, cipher, case_id, reminder.follower.person_id) is None:
        return False
    if case.status not in UNDECIDED:
        return False
    if reminder.visit is not None:
        return await visits.lock(transaction, cipher, reminder.visit.number) == reminder.visit
    return not any(visit.was_examined for visit in await visits.of_case(transaction, cipher, case_id))


# What is due


class Moment(NamedTuple):
    """When visits are reminded of: those that start between two instants, and which of them are due by now."""

    kind: NoticeKind
    after: datetime
    until: datetime
    good_until: Callable[[Visit], datetime]
    is_due: Callable[[Unreminded, datetime], bool]


def _moments(now: datetime) -> tuple[Moment, ...]:
    earliest = now - ASKED_FOR - LONGEST_WINDOW
    return (
        Moment(NoticeKind.VISIT_REMINDER_EVENING, now, now + 2 * DAY, _evening_ends_at, _is_evening_before),
        Moment(NoticeKind.VISIT_REMINDER_HOURS, now, now + HOURS_BEFORE, _starts_at, _is_in_hours),
        Moment(NoticeKind.VISIT_WINDOW_PASSED, earliest, now, _asked_until, _is_unreported),
    )


async def _remind_of_visits(world: World, now: datetime) -> int:
    """Queue what is due of visits, a batch at a time; how many notices that were."""
    count = 0
    for moment in _moments(now):
        last: Unreminded | None = None
        while found := await _unreminded(world, moment, last):
            for last in found:
                reminder = _of_visit(last, moment.kind, moment.good_until(last.visit))
                if moment.is_due(last, now) and reminder.is_worth_telling(now):
                    count += await _queue(world, reminder)
            await asyncio.sleep(0)  # whoever answers has their turn
    return count


async def _unreminded(world: World, moment: Moment, behind: Unreminded | None) -> list[Unreminded]:
    async with world.database.reading() as connection:
        return await visits.to_remind(connection, world.cipher, moment.kind, moment.after, moment.until, behind, BATCH)


def _of_visit(found: Unreminded, kind: NoticeKind, good_until: datetime) -> Reminder:
    visit = found.visit
    cause = of_visit(visit.case_id, visit.number).then(visit.sequence, kind)
    is_confirmed = visit.details.get("answers", {}).get(found.follower.alias) == "visit_confirmed"
    values: VisitValues = {**notices.values_of_visit(visit), "is_confirmed": is_confirmed}
    return Reminder(found.follower, kind, cause, values, about=visit.starts_at, good_until=good_until, visit=visit)


def _is_evening_before(found: Unreminded, now: datetime) -> bool:
    evening = _at(_day_of(found.visit.starts_at) - DAY, EVENING_BEFORE)
    return evening <= now and _was_told_before(found, evening)


def _is_in_hours(found: Unreminded, _now: datetime) -> bool:
    return _was_told_before(found, found.visit.starts_at - HOURS_BEFORE)


def _starts_at(visit: Visit) -> datetime:
    return visit.starts_at


def _asked_until(visit: Visit) -> datetime:
    return visit.ends_at + ASKED_FOR


def _evening_ends_at(visit: Visit) -> datetime:
    """Return from when on only the reminder of the last hours makes sense."""
    return min(_at(_day_of(visit.starts_at), time()), visit.starts_at - HOURS_BEFORE)


def _was_told_before(found: Unreminded, moment: datetime) -> bool:
    """Whether a reminder adds something: who was told of the visit only after its moment needs none."""
    return found.told_at is None or found.told_at < moment


def _is_unreported(found: Unreminded, now: datetime) -> bool:
    """Whether the commission should have been there, and nobody has said that it was not."""
    ended_at = found.visit.ends_at
    is_answered = "nobody_came" in found.visit.details.get("answers", {}).values()
    return ended_at <= now < ended_at + ASKED_FOR and found.follower.joined_at < ended_at and not is_answered


def _day_of(at: datetime) -> date:
    return at.astimezone(KAZAKHSTAN_TIME).date()


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, KAZAKHSTAN_TIME)
