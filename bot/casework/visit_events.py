"""The authority's events of a visit: scheduled, moved, cancelled, held."""

from datetime import timedelta
from typing import Final

from bot import notices
from bot.casework.access import case_of, undecided_case
from bot.casework.events import (
    CONFLICT,
    Event,
    EventRejectedError,
    VisitCancelled,
    VisitHeld,
    VisitScheduled,
)
from bot.casework.log_and_report import write_down
from bot.casework.visit_notices import known, tell_cancelled, tell_held, tell_time, who_read_conclusion
from bot.database import Connection
from bot.store import visits
from bot.store.authority_keys import AuthorityKey
from bot.store.notice_kinds import OF_CONCLUSION, NoticeKind
from bot.store.visits import EXAMINED, Visit, VisitDetails
from bot.world import World
from rules.case import UNDECIDED

FARTHEST_VISIT: Final = timedelta(days=366)


async def schedule(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Announce a visit."""
    data: VisitScheduled = event.data
    case = await undecided_case(transaction, world, key, data)
    _must_be_to_come(data, world)
    number = await visits.schedule(
        transaction,
        world.cipher,
        case_id=case.id,
        visit_id=data.visit_id,
        starts_at=data.starts_at,
        ends_at=data.ends_at,
        details={"address": data.address, "contact": data.contact},
    )
    if number is None:
        raise EventRejectedError("data.visit_id", "the case has a visit of this id: send rescheduled", status=CONFLICT)
    await write_down(transaction, world, case.id, "visit_scheduled", data.told())
    await tell_time(transaction, world, number, NoticeKind.VISIT_SCHEDULED)


async def reschedule(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Move a visit; what waited to be said of its earlier time is taken back."""
    data: VisitScheduled = event.data
    case = await undecided_case(transaction, world, key, data)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    _must_be_to_come(data, world)
    before = await known(transaction, world, visit)
    details: VisitDetails = {"address": data.address, "contact": data.contact}
    if not await visits.reschedule(transaction, world.cipher, visit, data.starts_at, data.ends_at, details):
        raise EventRejectedError("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await write_down(transaction, world, case.id, "visit_rescheduled", data.told())
    await tell_time(transaction, world, visit.number, NoticeKind.VISIT_RESCHEDULED, before)


async def cancel(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Call a visit off."""
    data: VisitCancelled = event.data
    case = await case_of(transaction, world, key, data)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    before = await known(transaction, world, visit)
    details: VisitDetails = {**visit.details, "note": data.note}
    if not await visits.settle(transaction, world.cipher, visit, "cancelled", details):
        raise EventRejectedError("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await write_down(transaction, world, case.id, "visit_cancelled", data.told())
    await tell_cancelled(transaction, world, visit.number, before, is_decided=case.status not in UNDECIDED)


async def hold(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Note the commission's conclusion.

    Another one, with a note, takes the place of a wrong one: both stay on record, and who has read the wrong one reads
    that it is corrected.
    """
    data: VisitHeld = event.data
    case = await case_of(transaction, world, key, data)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    if visit.starts_at > world.now():
        raise EventRejectedError("data.visit_id", "the visit has not begun yet", status=CONFLICT)
    details: VisitDetails = {**visit.details, "conclusion": data.conclusion, "note": data.note}
    readers: frozenset[str] = frozenset()
    before = visit.details.get("conclusion")
    if before is not None and before != data.conclusion:
        readers = await _correct(transaction, world, visit, before, details)
    elif not await visits.settle(transaction, world.cipher, visit, "held", details):
        raise EventRejectedError("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await write_down(transaction, world, case.id, "visit_held", data.told())
    if data.conclusion in EXAMINED:
        await notices.withdraw_examination_overdue(transaction, case.id, world.now())
    kind, is_decided = OF_CONCLUSION[data.conclusion], case.status not in UNDECIDED
    await tell_held(transaction, world, visit.number, kind, readers, is_decided=is_decided)


async def _correct(
    transaction: Connection, world: World, visit: Visit, before: str, details: VisitDetails
) -> frozenset[str]:
    """Put another conclusion in place of a wrong one; return the aliases of those who may have read one."""
    if details.get("note") is None:
        raise EventRejectedError("data.note", f"is needed: the conclusion was {before}, and the family has to know why")
    readers = await who_read_conclusion(transaction, world, visit)
    await visits.correct(transaction, world.cipher, visit, details)
    await write_down(transaction, world, visit.case_id, "visit_corrected", {"visit_id": visit.id, "conclusion": before})
    return readers


async def _visit(transaction: Connection, world: World, case_id: str, visit_id: str) -> Visit:
    visit = await visits.find(transaction, world.cipher, case_id, visit_id)
    if visit is None:
        raise EventRejectedError("data.visit_id", "the case has no such visit", status=CONFLICT)
    return await visits.lock(transaction, world.cipher, visit.number) or visit


def _must_be_to_come(data: VisitScheduled, world: World) -> None:
    if data.starts_at <= world.now():
        raise EventRejectedError("data.starts_at", "lies in the past")
    if data.starts_at - world.now() > FARTHEST_VISIT:
        raise EventRejectedError("data.starts_at", "lies more than a year ahead")
