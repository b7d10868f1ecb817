"""Somebody whom notices did not reach is back: they are told what still holds, oldest first."""

from datetime import datetime
from typing import Final

from bot import notices
from bot.casework.followers import REMOVED
from bot.database import Connection, retry_on_deadlock
from bot.store import cases, offers, people, unreached, visits
from bot.store.number_series import hold
from bot.store.unreached import Unreached
from bot.world import World
from rules.offer import ANSWERABLE

OF_ANSWERS: Final = frozenset({notices.OFFER_MADE, notices.OFFER_BACK, "offer-extended", "offer-not-excused"})
"""What asks for an answer holds as long as one is awaited."""
ANNOUNCEMENTS: Final = frozenset({"visit-scheduled", "visit-rescheduled"})
REMINDERS: Final = frozenset(
    {
        notices.EVENING,
        notices.HOURS,
        notices.WINDOW_PASSED,
        notices.OVERDUE,
        notices.RENEWAL,
        notices.OFFER_TWO_DAYS,
        notices.OFFER_DAY,
        notices.OFFER_HOURS,
    }
)
"""They were of their hour; what they remind of is told anew."""


@retry_on_deadlock
async def come_back(world: World, person_id: int) -> int:
    """Queue again what did not reach somebody and still holds; how many notices that are.

    The authority, which was told that they were not reached, learns of each that it was delivered after all.
    """
    async with world.database.transaction() as transaction:
        followed = [follower.case_id for follower in await cases.following(transaction, world.cipher, person_id)]
        for case_id in sorted(followed):
            await cases.lock(transaction, world.cipher, case_id)
        await hold(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
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
    if notice.kind == REMOVED:
        return True
    if notice.case_id not in followed or notice.kind in REMINDERS:
        return False
    if notice.good_until is not None and notice.good_until <= now:
        return False
    if notice.kind.startswith("case-"):
        case = await cases.load(transaction, world.cipher, notice.case_id)
        if case is not None and notice.kind == notices.CORRECTED:
            return bool(notice.values["status"] == case.status)
        told = notice.values.get("on")
        return (
            case is not None and notice.kind == f"case-{case.status}".replace("_", "-") and told == str(case.status_on)
        )
    if "visit" in notice.values:
        visit = await visits.load(transaction, world.cipher, notice.values["visit"])
        if visit is None or visit.sequence != notice.values.get("sequence"):
            return False
        is_to_come = visit.state == "scheduled" and visit.ends_at > now
        return is_to_come if notice.kind in ANNOUNCEMENTS else visit.state != "scheduled"
    if "offer" in notice.values:
        offer = await offers.load(transaction, world.cipher, notice.values["offer"])
        if offer is None or offer.sequence != notice.values.get("sequence"):
            return False
        return notice.kind not in OF_ANSWERS or (offer.state in ANSWERABLE and now <= offer.respond_by)
    return True
