"""Every change of a case: the authority's events and the family's answers, each in one transaction.

A change writes the case, its journal, the notices to the family and what the authority must learn, or nothing.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from bot import events, notices
from bot.database import Connection
from bot.events import CaseOpened, CaseStatusChanged, Event, Refusal, VisitCancelled, VisitHeld, VisitScheduled
from bot.store import cases, changes, inbox, journal, links, outbox, people, visits
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Case, Follower
from bot.store.number_series import next_number
from bot.store.visits import Visit
from bot.world import World
from rules.case import UNDECIDED, may_follow

CONFLICT: Final = 409
LINK_LASTS: Final = timedelta(days=7)
FARTHEST_VISIT: Final = timedelta(days=366)


class Accepted(StrEnum):
    """What became of an event."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"


class Answered(StrEnum):
    """What became of something that a person of the family said about a visit."""

    DONE = "done"
    ALREADY = "already"
    NOT_YOURS = "not_yours"
    OUTDATED = "outdated"
    TOO_EARLY = "too_early"


# The authority's events


async def accept(world: World, key: AuthorityKey, document: Any) -> Accepted:
    """Take one event of the authority; the same again changes nothing. Refusal says what is wrong and where."""
    event = events.read_event(document)
    body_hash = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    source, event_id = event.envelope.source, event.envelope.id
    async with world.database.transaction() as transaction:
        if not await inbox.note(transaction, source, event_id, body_hash, world.now()):
            if await inbox.seen(transaction, source, event_id) == body_hash:
                return Accepted.DUPLICATE
            raise Refusal("id", "another event of this source has this id", status=CONFLICT)
        await APPLY[event.type](transaction, world, key, event)
    world.queued.set()
    return Accepted.ACCEPTED


async def _open(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: CaseOpened = event.data
    if data.region not in key.regions:
        raise Refusal("data.region", "this key has no rights in this region", status=403)
    if data.applied_on > world.today():
        raise Refusal("data.applied_on", "lies in the future")
    if not await cases.open_case(transaction, data.case_id, data.region, data.applied_on, world.now()):
        raise Refusal("data.case_id", "there is a case of this id already", status=CONFLICT)
    await _write(transaction, world, data.case_id, "opened", {"applied_on": data.applied_on.isoformat()})


async def _change_status(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: CaseStatusChanged = event.data
    case = await _case(transaction, world, key, data.case_id)
    if data.on > world.today():
        raise Refusal("data.on", "lies in the future")
    if not may_follow(case.status, data.status):
        raise Refusal("data.status", f"{data.status} cannot follow {case.status}", status=CONFLICT)
    if data.on < case.status_on:
        raise Refusal("data.on", f"is before {case.status_on}, when the case became {case.status}", status=CONFLICT)
    told = data.model_dump(mode="json", exclude={"case_id"}, exclude_none=True)
    decision = told if data.status not in UNDECIDED else None
    if not await cases.change_status(transaction, world.cipher, case, data.status, data.on, decision):
        raise Refusal("data.status", "the case was changed at the same time: read it again", status=CONFLICT)
    await _write(transaction, world, case.id, f"status_{data.status}", told)
    values = {**told, "applied_on": case.applied_on.isoformat(), "region": case.region}
    await notices.withdraw_reminders(transaction, case.id, is_undecided=data.status in UNDECIDED, now=world.now())
    kind = f"case-{data.status}".replace("_", "-")
    await _tell(transaction, world, case.id, kind, values, cause=f"event {_name_of(event)}")


async def _schedule(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: VisitScheduled = event.data
    case = await _undecided_case(transaction, world, key, data.case_id)
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
        raise Refusal("data.visit_id", "the case has a visit of this id: send rescheduled", status=CONFLICT)
    await _write(transaction, world, case.id, "visit_scheduled", data.model_dump(mode="json", exclude={"case_id"}))
    await _tell_of_visit(transaction, world, case.id, number, "visit-scheduled")


async def _reschedule(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: VisitScheduled = event.data
    case = await _undecided_case(transaction, world, key, data.case_id)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    _must_be_to_come(data, world)
    details = {"address": data.address, "contact": data.contact}
    if not await visits.reschedule(transaction, world.cipher, visit, data.starts_at, data.ends_at, details):
        raise Refusal("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await _write(transaction, world, case.id, "visit_rescheduled", data.model_dump(mode="json", exclude={"case_id"}))
    await _tell_of_visit(transaction, world, case.id, visit.number, "visit-rescheduled", before=visit)


async def _cancel(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: VisitCancelled = event.data
    case = await _case(transaction, world, key, data.case_id)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    details = {**visit.details, "note": data.note}
    if not await visits.settle(transaction, world.cipher, visit, "cancelled", details):
        raise Refusal("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await _write(transaction, world, case.id, "visit_cancelled", data.model_dump(mode="json", exclude={"case_id"}))
    await _tell_of_visit(transaction, world, case.id, visit.number, "visit-cancelled")


async def _hold(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    data: VisitHeld = event.data
    case = await _case(transaction, world, key, data.case_id)
    visit = await _visit(transaction, world, case.id, data.visit_id)
    if visit.starts_at > world.now():
        raise Refusal("data.visit_id", "the visit has not begun yet", status=CONFLICT)
    details = {**visit.details, "conclusion": data.conclusion, "note": data.note}
    if not await visits.settle(transaction, world.cipher, visit, "held", details):
        raise Refusal("data.visit_id", f"the visit is {visit.state}", status=CONFLICT)
    await notices.withdraw_of_visit(transaction, case.id, visit.number, world.now())
    await _write(transaction, world, case.id, "visit_held", data.model_dump(mode="json", exclude={"case_id"}))
    await notices.withdraw_examination_overdue(transaction, case.id, world.now())
    kind = f"visit-held-{data.conclusion}".replace("_", "-")
    await _tell_of_visit(transaction, world, case.id, visit.number, kind)


def _name_of(event: Event) -> str:
    """Return a short name of an event that no other event has: a source and an id may hold any sign."""
    return hashlib.sha256(json.dumps([event.envelope.source, event.envelope.id]).encode()).hexdigest()[:32]


APPLY: Final[Mapping[str, Callable[[Connection, World, AuthorityKey, Event], Awaitable[None]]]] = {
    "kz.komek.case.opened": _open,
    "kz.komek.case.status": _change_status,
    "kz.komek.visit.scheduled": _schedule,
    "kz.komek.visit.rescheduled": _reschedule,
    "kz.komek.visit.cancelled": _cancel,
    "kz.komek.visit.held": _hold,
}


async def case_for(connection: Connection, world: World, key: AuthorityKey, case_id: str) -> Case | None:
    """Return a case that a key may see; None as if there were none, so that a stranger learns nothing."""
    case = await cases.load(connection, world.cipher, case_id)
    return case if case is not None and case.region in key.regions else None


async def _case(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    """Return the case of an event; whoever changes it, or a visit of it, waits for the end of the transaction."""
    case = await cases.lock(transaction, world.cipher, case_id)
    if case is None or case.region not in key.regions:
        raise Refusal("data.case_id", "there is no such case", status=CONFLICT)
    return case


async def _undecided_case(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> Case:
    case = await _case(transaction, world, key, case_id)
    if case.status not in UNDECIDED:
        raise Refusal("data.case_id", f"the case is {case.status}: there is nothing to examine", status=CONFLICT)
    return case


async def _visit(transaction: Connection, world: World, case_id: str, visit_id: str) -> Visit:
    visit = await visits.find(transaction, world.cipher, case_id, visit_id)
    if visit is None:
        raise Refusal("data.visit_id", "the case has no such visit", status=CONFLICT)
    return await visits.hold(transaction, world.cipher, visit.number) or visit


def _must_be_to_come(data: VisitScheduled, world: World) -> None:
    if data.starts_at <= world.now():
        raise Refusal("data.starts_at", "lies in the past")
    if data.starts_at - world.now() > FARTHEST_VISIT:
        raise Refusal("data.starts_at", "lies more than a year ahead")


# The family


async def make_link(world: World, case_id: str, member_label: str | None) -> tuple[str, str]:
    """Make a token by which one person can join a case; returns it and until when it works (ISO 8601)."""
    expires_at = world.now() + LINK_LASTS
    async with world.database.transaction() as transaction:
        token = await links.make(transaction, world.cipher, case_id, member_label, expires_at)
    return token, expires_at.isoformat(timespec="seconds")


class Invitation(NamedTuple):
    """What a link leads to: the case, for whom of the family it was made, and whether the person follows it already."""

    case: Case
    member_label: str | None
    is_followed: bool


async def invitation(world: World, token: str, person_id: int) -> Invitation | None:
    """Return what a link leads to; None when it does not work (any more), unless the person follows the case."""
    async with world.database.reading() as connection:
        case_id = await links.case_of(connection, token)
        case = None if case_id is None else await cases.load(connection, world.cipher, case_id)
        if case is None:
            return None
        if await cases.follower(connection, world.cipher, case.id, person_id) is not None:
            return Invitation(case, None, is_followed=True)
        link = await links.find(connection, world.cipher, token, world.now())
        return None if link is None else Invitation(case, link.member_label, is_followed=False)


async def join(world: World, token: str, person_id: int) -> Case | None:
    """Join a person to the case of a link, which is used up; None when it does not work (any more).

    Somebody who follows the case already uses up no link: it may be meant for another of the family.
    """
    async with world.database.transaction() as transaction:
        case_id = await links.case_of(transaction, token)
        if case_id is None:
            return None
        alias = f"p{await next_number(transaction, 'person')}"  # from here on nobody else joins at the same time
        if await cases.follower(transaction, world.cipher, case_id, person_id) is None:
            link = await links.find(transaction, world.cipher, token, world.now())
            if link is None or not await links.use(transaction, token, world.now()):
                return None
            if await cases.join(transaction, world.cipher, case_id, person_id, alias, link.member_label, world.now()):
                await _say_of(transaction, world, case_id, person_id, "joined")
        return await cases.load(transaction, world.cipher, case_id)


async def leave(world: World, case_id: str, person_id: int) -> bool:
    """Let a person no longer follow a case; whether they did."""
    async with world.database.transaction() as transaction:
        alias = await cases.leave(transaction, case_id, person_id, world.now())
        if alias is not None:
            await outbox.withdraw_from(transaction, case_id, person_id, world.now())
            await _say(transaction, world, case_id, "left", {"person": alias})
        return alias is not None


async def forget_person(world: World, person_id: int) -> None:
    """Delete a person and everything of theirs; the authority learns whose cases they no longer follow."""
    async with world.database.transaction() as transaction:
        for follower in await cases.following(transaction, world.cipher, person_id):
            await cases.leave(transaction, follower.case_id, person_id, world.now())
            await _say(transaction, world, follower.case_id, "left", {"person": follower.alias})
        await people.forget(transaction, person_id)


async def visit_of(world: World, number: int, person_id: int) -> Visit | None:
    """Return a visit to the family of a person; None when it is none of theirs."""
    async with world.database.reading() as connection:
        visit = await visits.load(connection, world.cipher, number)
        if visit is None:
            return None
        follower = await cases.follower(connection, world.cipher, visit.case_id, person_id)
        return visit if follower is not None else None


async def confirm_visit(world: World, number: int, sequence: int, person_id: int) -> Answered:
    """Note that somebody will be at home."""
    return await _answer_visit(world, number, sequence, person_id, "visit_confirmed", {})


async def ask_to_move_visit(
    world: World, number: int, sequence: int, person_id: int, wished: list[Mapping[str, str]]
) -> Answered:
    """Ask the commission for another time; `wished` are windows of `from` and `to` (ISO 8601)."""
    told = {"wished": [dict(window) for window in wished]}
    return await _answer_visit(world, number, sequence, person_id, "visit_move_requested", told)


async def nobody_came(world: World, number: int, sequence: int, person_id: int) -> Answered:
    """Note that the window has passed and nobody of the commission came."""
    return await _answer_visit(world, number, sequence, person_id, "nobody_came", {})


async def _answer_visit(
    world: World, number: int, sequence: int, person_id: int, kind: str, told: Mapping[str, Any]
) -> Answered:
    async with world.database.transaction() as transaction:
        visit = await visits.hold(transaction, world.cipher, number)
        if visit is None:
            return Answered.NOT_YOURS
        follower = await cases.follower(transaction, world.cipher, visit.case_id, person_id)
        if follower is None:
            return Answered.NOT_YOURS
        refused = why_not(visit, sequence, kind, world)
        if refused is not None:
            return refused
        answers, wished = visit.details.get("answers", {}), visit.details.get("wished", {})
        answers, wished = {**answers, follower.alias: kind}, {**wished, follower.alias: told.get("wished")}
        details = {**visit.details, "answers": answers, "wished": wished}
        if details == visit.details:
            return Answered.ALREADY
        await visits.note(transaction, world.cipher, visit, details)
        await _say(transaction, world, visit.case_id, kind, {"visit_id": visit.id, "person": follower.alias, **told})
    return Answered.DONE


def why_not(visit: Visit, sequence: int, kind: str, world: World) -> Answered | None:
    """Return why a visit cannot be answered so now; None when it can."""
    if visit.state != "scheduled" or visit.sequence != sequence:
        return Answered.OUTDATED
    has_ended = visit.ends_at <= world.now()
    if kind == "nobody_came":
        return None if has_ended else Answered.TOO_EARLY
    return Answered.OUTDATED if has_ended else None


# What a change writes


async def _write(transaction: Connection, world: World, case_id: str, kind: str, details: Mapping[str, Any]) -> None:
    await journal.write(transaction, world.cipher, case_id, kind, details, world.now())


async def _say(transaction: Connection, world: World, case_id: str, kind: str, details: Mapping[str, Any]) -> None:
    """Write what the family did into the journal, and tell the authority."""
    await _write(transaction, world, case_id, kind, details)
    await changes.tell(transaction, world.cipher, case_id=case_id, kind=kind, now=world.now(), details=details)


async def _say_of(transaction: Connection, world: World, case_id: str, person_id: int, kind: str) -> None:
    """Say it of a follower, by the alias that they have in the case."""
    follower = await cases.follower(transaction, world.cipher, case_id, person_id)
    if follower is not None:
        await _say(transaction, world, case_id, kind, {"person": follower.alias})


async def _tell_of_visit(
    transaction: Connection, world: World, case_id: str, number: int, kind: str, before: Visit | None = None
) -> None:
    """Tell of a visit; `before` is what it was until it moved, for which somebody may be waiting at home."""
    visit = await visits.load(transaction, world.cipher, number)
    if visit is None:
        raise LookupError(f"visit {number} was just written")
    cause = f"{notices.OF_VISIT} {number} {visit.sequence} {kind}"
    times = [told.starts_at for told in (visit, before) if told is not None and told.starts_at >= world.now()]
    values, about = notices.values_of_visit(visit, before), min(times, default=None)
    await _tell(transaction, world, case_id, kind, values, cause=cause, about=about)


async def _tell(
    transaction: Connection,
    world: World,
    case_id: str,
    kind: str,
    values: Mapping[str, Any],
    *,
    cause: str,
    about: datetime | None = None,
) -> None:
    """Queue a notice for everybody who follows a case; when nobody does, the authority learns it at once."""
    family: list[Follower] = await cases.followers(transaction, world.cipher, case_id)
    for follower in family:
        await notices.queue(transaction, world, follower, kind, values, cause=f"{case_id} {cause}", about=about)
    if not family:
        told = {"notice": kind, "reason": "nobody_joined"}
        await changes.tell(
            transaction, world.cipher, case_id=case_id, kind="undeliverable", now=world.now(), details=told
        )
