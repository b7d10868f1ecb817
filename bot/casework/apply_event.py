"""The authority's events: each is taken once, in one transaction with all that it changes."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from typing import Any, Final, NamedTuple

from bot.casework import case_events, corrections, events, followers, offer_events, visit_events
from bot.casework.access import place_of, place_of_event
from bot.casework.events import CONFLICT, FORBIDDEN, CaseOpened, Event, EventRejectedError
from bot.casework.family_reads import Reads, reads_since
from bot.database import Connection, Transaction, retry_on_deadlock
from bot.store import cases as stored_cases
from bot.store import inbox, newly_queued
from bot.store.authority_keys import AuthorityKey
from bot.world import World

APPLY: Final[Mapping[str, Callable[[Connection, World, AuthorityKey, Event], Awaitable[None]]]] = {
    "kz.komek.case.opened": case_events.open_case,
    "kz.komek.case.status": case_events.change_status,
    "kz.komek.case.corrected": corrections.correct,
    "kz.komek.visit.scheduled": visit_events.schedule,
    "kz.komek.visit.rescheduled": visit_events.reschedule,
    "kz.komek.visit.cancelled": visit_events.cancel,
    "kz.komek.visit.held": visit_events.hold,
    "kz.komek.offer.made": offer_events.make,
    "kz.komek.offer.withdrawn": offer_events.withdraw,
    "kz.komek.offer.extended": offer_events.extend,
    "kz.komek.offer.excused": offer_events.excuse,
    "kz.komek.offer.acknowledged": offer_events.acknowledge,
    "kz.komek.follower.confirmed": followers.confirm,
    "kz.komek.follower.removed": followers.remove,
    "kz.komek.links.revoked": followers.revoke_links,
}

ANOTHER: Final = "another event of this source has this id"


class Accepted(StrEnum):
    """What became of an event."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"


@retry_on_deadlock
async def accept(world: World, key: AuthorityKey, document: Any) -> Accepted:
    """Take one event of the authority; the same again changes nothing. EventRejectedError says what is wrong."""
    event = events.read_event(document)
    async with world.database.transaction() as transaction:
        held = await _hold(transaction, world, key, event)
        accepted = await _take(transaction, world, key, document, event, held)
    world.queued.set()
    return accepted


class TriedOut(NamedTuple):
    """What would become of an event, and what the family would read then: nothing of one that was taken before."""

    status: Accepted
    reads: list[Reads]


@retry_on_deadlock
async def try_out(world: World, key: AuthorityKey, document: Any) -> Accepted:
    """Say what would become of an event, by doing all of it and undoing it. EventRejectedError as above."""
    event = events.read_event(document)
    async with _undone(world) as transaction:
        held = await _hold(transaction, world, key, event)
        return await _take(transaction, world, key, document, event, held)


@retry_on_deadlock
async def preview(world: World, key: AuthorityKey, document: Any) -> TriedOut:
    """Say that, and what the family would read, by doing all of it and undoing it. EventRejectedError as above."""
    event = events.read_event(document)
    async with _undone(world) as transaction:
        held = await _hold(transaction, world, key, event)  # nobody else queues a notice of its case meanwhile
        before = await newly_queued.last_number(transaction)
        accepted = await _take(transaction, world, key, document, event, held)
        if accepted is Accepted.DUPLICATE or held.case_id is None:  # nobody follows a case that is just opened
            return TriedOut(accepted, [])
        return TriedOut(accepted, await reads_since(transaction, world, held.case_id, before))


@asynccontextmanager
async def _undone(world: World) -> AsyncIterator[Transaction]:
    """Open a transaction that leaves nothing behind."""
    with suppress(_TriedOut):
        async with world.database.transaction() as transaction:
            yield transaction
            raise _TriedOut


class _TriedOut(Exception):
    """Undoes the transaction in which an event was tried out."""


class _Held(NamedTuple):
    """The region of an event's case, and its id; the id is None of a case that is still to be opened."""

    region: str
    case_id: str | None


async def _hold(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> _Held:
    """Return where the case of an event is, which nobody else changes before the transaction ends.

    The case comes before the inbox, whether the event is sent or tried out: of two that come with one event neither
    then waits for the other in a ring. Whoever has no rights there learns nothing, not even what was sent.
    """
    if isinstance(event.data, CaseOpened):
        if event.data.region not in key.regions:
            raise EventRejectedError("data.region", "this key has no rights in this region", status=FORBIDDEN)
        return _Held(event.data.region, None)
    held = await _place_of(transaction, key, event)
    if held.case_id is not None:
        await stored_cases.lock(transaction, world.cipher, held.case_id)
    return held


async def _place_of(transaction: Connection, key: AuthorityKey, event: Event) -> _Held:
    """Return where a case is; of an event that was taken when no other region had such a case, where it was then."""
    try:
        return _Held(*await place_of_event(transaction, key, event.data))
    except EventRejectedError:
        if event.data.region is None:
            for region in sorted(key.regions):
                if await inbox.seen(transaction, region, event.envelope.source, event.envelope.id):
                    place = await place_of(transaction, {region}, event.data.case_id, region)
                    return _Held(region, place.id if place else None)
        raise


async def _take(
    transaction: Connection, world: World, key: AuthorityKey, document: Any, event: Event, held: _Held
) -> Accepted:
    body_hash = _hash_of(document, event)
    source, event_id = event.envelope.source, event.envelope.id
    if not await inbox.note(transaction, held.region, source, event_id, body_hash, world.now()):
        if await inbox.seen(transaction, held.region, source, event_id) == body_hash:
            return Accepted.DUPLICATE
        raise EventRejectedError("id", ANOTHER, status=CONFLICT)
    if [other for other in key.regions - {held.region} if await inbox.seen(transaction, other, source, event_id)]:
        raise EventRejectedError("id", ANOTHER, status=CONFLICT)
    await APPLY[event.type](transaction, world, key, event)
    return Accepted.ACCEPTED


def _hash_of(document: Any, event: Event) -> str:
    """Return what two sendings of one event have in common, also where only one of them names the region."""
    if not isinstance(event.data, CaseOpened):
        data = {name: value for name, value in document["data"].items() if name != "region"}
        document = {**document, "data": data}
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
