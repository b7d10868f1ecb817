"""The authority's events: each is taken once, in one transaction with all that it changes."""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from bot import events
from bot.casework import cases, offers, visits
from bot.database import Connection, again_when_undone
from bot.events import CONFLICT, Event, Refusal
from bot.store import inbox
from bot.store.authority_keys import AuthorityKey
from bot.world import World

APPLY: Final[Mapping[str, Callable[[Connection, World, AuthorityKey, Event], Awaitable[None]]]] = {
    "kz.komek.case.opened": cases.open_case,
    "kz.komek.case.status": cases.change_status,
    "kz.komek.visit.scheduled": visits.schedule,
    "kz.komek.visit.rescheduled": visits.reschedule,
    "kz.komek.visit.cancelled": visits.cancel,
    "kz.komek.visit.held": visits.hold,
    "kz.komek.offer.made": offers.make,
    "kz.komek.offer.withdrawn": offers.withdraw,
    "kz.komek.offer.extended": offers.extend,
    "kz.komek.offer.excused": offers.excuse,
    "kz.komek.offer.acknowledged": offers.acknowledge,
}


class Accepted(StrEnum):
    """What became of an event."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"


@again_when_undone
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
