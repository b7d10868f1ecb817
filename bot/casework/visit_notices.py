"""Tells a family of a visit: each person what is new to them, beside what they knew of it before."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import cast

from bot import notices
from bot.casework.log_and_report import report_nobody_follows
from bot.database import Connection
from bot.store import cases, outbox, visits
from bot.store.cases import Follower
from bot.store.notice_keys import of_visit
from bot.store.notice_kinds import OF_CONCLUSION, NoticeKind, Until
from bot.store.notice_values import VisitValues, Window
from bot.store.visits import Visit
from bot.world import World

Known = Mapping[str, Window]
"""Window and address of a visit as each person knows them, by alias; who knows of no visit is not there."""


async def known(transaction: Connection, world: World, visit: Visit) -> Known:
    """Return what everybody who follows the case knows of a visit: ask before it changes, and what waits is taken back.

    That may be an older time than the one that stands, which nobody was told in the night.
    """
    family = await cases.followers(transaction, world.cipher, visit.case_id)
    found = {follower.alias: await _known_to(transaction, world, visit, follower) for follower in family}
    return {alias: window for alias, window in found.items() if window is not None}


async def _known_to(transaction: Connection, world: World, visit: Visit, follower: Follower) -> Window | None:
    cause = of_visit(visit.case_id, visit.number)
    queued = await outbox.about(transaction, world.cipher, cause, follower.person_id, world.now())
    if not queued or follower.alias in visit.details.get("answers", {}):
        # Whoever joined after the visit was announced, or has answered to it, has seen it with the case.
        return _window(notices.values_of_visit(visit))
    told = [(cast("VisitValues", one.details), one.may_have_been_read) for one in queued]
    read = next((values for values, may_have_been_read in told if may_have_been_read), told[-1][0].get("before"))
    return _window(read) if read else None


def _window(values: Window) -> Window:
    return {"starts_at": values["starts_at"], "ends_at": values["ends_at"], "address": values["address"]}


async def tell_time(
    transaction: Connection, world: World, number: int, kind: NoticeKind, before: Known | None = None
) -> None:
    """Announce when a visit comes, to whoever knows of another time or place that it has moved."""
    visit = await _visit(transaction, world, number)
    for follower in await _followers(transaction, world, visit, kind):
        values = notices.values_of_visit(visit)
        was = (before or {}).get(follower.alias)
        if was is not None:
            values["before"] = was
        await _queue(transaction, world, follower, visit, kind, values)


async def tell_cancelled(
    transaction: Connection, world: World, number: int, before: Known, *, is_decided: bool
) -> None:
    """Tell that a visit will not be, at the time that each person waits for it; who waits for none is told nothing.

    Where there is a decision already, none at another time is to be expected.
    """
    kind = NoticeKind.VISIT_CANCELLED
    visit = await _visit(transaction, world, number)
    for follower in await _followers(transaction, world, visit, kind):
        if follower.alias in before:
            values: VisitValues = {**notices.values_of_visit(visit), **before[follower.alias]}
            if is_decided:
                values["is_decided"] = True
            await _queue(transaction, world, follower, visit, kind, values)


async def who_read_conclusion(transaction: Connection, world: World, visit: Visit) -> frozenset[str]:
    """Return the aliases of those who may have read some conclusion of a visit: ask before what waits is taken back."""
    cause = of_visit(visit.case_id, visit.number)
    readers = set[str]()
    for follower in await cases.followers(transaction, world.cipher, visit.case_id):
        queued = await outbox.about(transaction, world.cipher, cause, follower.person_id, world.now())
        if any(one.kind in OF_CONCLUSION.values() and one.may_have_been_read for one in queued):
            readers.add(follower.alias)
    return frozenset(readers)


async def tell_held(
    transaction: Connection,
    world: World,
    number: int,
    kind: NoticeKind,
    readers: Collection[str],
    *,
    is_decided: bool,
) -> None:
    """Tell what the commission found; `readers`, by alias, have read something else before, which is corrected.

    Where there is a decision already, none is announced.
    """
    visit = await _visit(transaction, world, number)
    for follower in await _followers(transaction, world, visit, kind):
        values = notices.values_of_visit(visit)
        if follower.alias in readers:
            values["is_corrected"] = True
        if is_decided:
            values["is_decided"] = True
        await _queue(transaction, world, follower, visit, kind, values)


async def _visit(transaction: Connection, world: World, number: int) -> Visit:
    visit = await visits.load(transaction, world.cipher, number)
    if visit is None:
        raise LookupError(f"visit {number} was just written")
    return visit


async def _followers(transaction: Connection, world: World, visit: Visit, kind: NoticeKind) -> list[Follower]:
    """Return who follows the case of a visit; when nobody does, the authority learns it at once."""
    family = await cases.followers(transaction, world.cipher, visit.case_id)
    if not family:
        await report_nobody_follows(transaction, world, visit.case_id, kind, {"visit_id": visit.id})
    return family


async def _queue(
    transaction: Connection,
    world: World,
    follower: Follower,
    visit: Visit,
    kind: NoticeKind,
    values: VisitValues,
) -> None:
    await notices.queue(
        transaction,
        world,
        follower,
        kind,
        values,
        cause=of_visit(visit.case_id, visit.number).then(visit.sequence, kind),
        about=_next_begin(values, world.now()),
        good_until=visit.ends_at if kind.until is Until.VISIT_ENDS else None,
    )


def _next_begin(values: VisitValues, now: datetime) -> datetime | None:
    """Return the earliest time that is still to come for which somebody may wait at home."""
    begins = [values["starts_at"], *([values["before"]["starts_at"]] if "before" in values else [])]
    return min((at for begin in begins if (at := datetime.fromisoformat(begin)) >= now), default=None)
