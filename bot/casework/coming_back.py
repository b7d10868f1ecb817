"""Somebody whom notices did not reach is back: they are told what still holds, oldest first."""

from datetime import datetime
from typing import cast

from bot.database import Connection, retry_on_deadlock
from bot.store import cases, offers, people, unreached, visits
from bot.store.notice_kinds import ASKS_FOR_ANSWER, OF_STATUS, About, NoticeKind, Until
from bot.store.notice_values import CorrectedValues, OfferValues, StatusValues, VisitValues
from bot.store.number_series import lock_series
from bot.store.unreached import Unreached
from bot.world import World
from rules.offer import ANSWERABLE


@retry_on_deadlock
async def come_back(world: World, person_id: int) -> int:
    """Queue again what did not reach somebody and still holds; how many notices that are.

    The authority, which was told that they were not reached, learns of each that it was delivered after all.
    """
    async with world.database.transaction() as transaction:
        followed = [follower.case_id for follower in await cases.following(transaction, world.cipher, person_id)]
        for case_id in sorted(followed):
            await cases.lock(transaction, world.cipher, case_id)
        await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
        found = await unreached.of_person(transaction, world.cipher, person_id)
        now = world.now()
        holding = [notice for notice in found if await _holds(transaction, world, notice, followed, now)]
        for notice in holding:
            await unreached.queue_again(transaction, notice.id, now)
        await people.was_reached(transaction, person_id)
    world.queued.set()
    return len(holding)


async def _holds(transaction: Connection, world: World, notice: Unreached, followed: list[str], now: datetime) -> bool:
    """Whether a notice is still true, and still worth telling."""
    kind = NoticeKind.read(notice.kind)
    if kind is NoticeKind.FOLLOWER_REMOVED:
        return True
    if notice.case_id not in followed or kind.until is Until.HOUR_PASSES:
        return False
    if notice.good_until is not None and notice.good_until <= now:
        return False
    match kind.about:
        case About.CASE:
            return await _holds_of_case(transaction, world, kind, notice)
        case About.VISIT:
            return await _holds_of_visit(transaction, world, kind, notice, now)
        case About.OFFER:
            return await _holds_of_offer(transaction, world, kind, notice, now)
    return True


async def _holds_of_case(transaction: Connection, world: World, kind: NoticeKind, notice: Unreached) -> bool:
    case = await cases.load(transaction, world.cipher, notice.case_id) if notice.case_id else None
    if case is None:
        return False
    told = cast("StatusValues | CorrectedValues", notice.values)
    if kind is NoticeKind.CASE_CORRECTED:
        return told["status"] == case.status
    return kind is OF_STATUS.get(case.status) and told.get("on") == str(case.status_on)


async def _holds_of_visit(
    transaction: Connection, world: World, kind: NoticeKind, notice: Unreached, now: datetime
) -> bool:
    told = cast("VisitValues", notice.values)
    visit = await visits.load(transaction, world.cipher, told["visit"])
    if visit is None or visit.sequence != told.get("sequence"):
        return False
    is_to_come = visit.state == "scheduled" and visit.ends_at > now
    return is_to_come if kind.until is Until.VISIT_ENDS else visit.state != "scheduled"


async def _holds_of_offer(
    transaction: Connection, world: World, kind: NoticeKind, notice: Unreached, now: datetime
) -> bool:
    told = cast("OfferValues", notice.values)
    offer = await offers.load(transaction, world.cipher, told["offer"])
    if offer is None or offer.sequence != told.get("sequence"):
        return False
    return kind not in ASKS_FOR_ANSWER or (offer.state in ANSWERABLE and now <= offer.respond_by)
