"""The authority's events: each is taken once, in one transaction with all that it changes."""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import Any, Final

from bot.casework import case_events, corrections, events, followers, offer_events, visit_events
from bot.casework.events import CONFLICT, FORBIDDEN, CaseOpened, Event, EventRejectedError
from bot.database import Connection, retry_on_deadlock
from bot.store import cases as stored_cases
from bot.store import inbox
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
        accepted = await _take(transaction, world, key, document, event)
    world.queued.set()
    return accepted


@retry_on_deadlock
async def try_out(world: World, key: AuthorityKey, document: Any) -> Accepted:
    """Say what would become of an event, by doing all of it and undoing it. EventRejectedError as above."""
    event = events.read_event(document)
    accepted = Accepted.DUPLICATE
    with suppress(_TriedOut):
        async with world.database.transaction() as transaction:
            accepted = await _take(transaction, world, key, document, event)
            raise _TriedOut
    return accepted


class _TriedOut(Exception):
    """Undoes the transaction in which an event was tried out."""


async def _take(transaction: Connection, world: World, key: AuthorityKey, document: Any, event: Event) -> Accepted:
    body_hash = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    source, event_id = event.envelope.source, event.envelope.id
    region = await _region_of(transaction, world, key, event)
    if not await inbox.note(transaction, region, source, event_id, body_hash, world.now()):
        if await inbox.seen(transaction, region, source, event_id) == body_hash:
            return Accepted.DUPLICATE
        raise EventRejectedError("id", ANOTHER, status=CONFLICT)
    if [other for other in key.regions - {region} if await inbox.seen(transaction, other, source, event_id)]:
        raise EventRejectedError("id", ANOTHER, status=CONFLICT)
    await APPLY[event.type](transaction, world, key, event)
    return Accepted.ACCEPTED


async def _region_of(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> str:
    """Return the region of an event's case. Whoever has no rights there learns nothing, not even what was sent."""
    case = await stored_cases.load(transaction, world.cipher, event.data.case_id)
    if case is not None and case.region in key.regions:
        return case.region
    if not isinstance(event.data, CaseOpened):
        raise EventRejectedError("data.case_id", "there is no such case", status=CONFLICT)
    if case is not None or event.data.region not in key.regions:
        raise EventRejectedError("data.region", "this key has no rights in this region", status=FORBIDDEN)
    return event.data.region
