"""Many job offers at once: each is taken, or tried out, as an event of its own, and what is at stake is counted."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.casework.access import case_for
from bot.casework.apply_event import Accepted, accept, try_out
from bot.casework.events import CONFLICT, EventRejectedError, OfferMade, read_as
from bot.casework.offer_events import ALIKE, likeness_of
from bot.casework.paid import paid_on
from bot.store import cases
from bot.store.authority_keys import AuthorityKey
from bot.world import World

OFFER_MADE: Final = "kz.komek.offer.made"
SOURCE: Final = "/v1/offers/batch/"


@dataclass(frozen=True)
class AtStake:
    """Families to whom something is offered; of those who refuse without a reason, what they would lose."""

    families: int = 0
    nobody_joined: int = 0
    """Families of which nobody follows the case: nobody can be reached."""
    would_lose: int = 0
    """Families whose assistance is assigned and still paid."""
    monthly_tenge: int = 0
    """What these families get a month, in all."""


class Batch:
    """The offers of one file, by one key. Dry, nothing is written, and every answer is what it would be."""

    def __init__(self, world: World, key: AuthorityKey, *, dry: bool) -> None:
        self._world, self._key, self._dry = world, key, dry
        self._ids: dict[tuple[str, str], str] = {}
        self._alike: set[tuple[object, ...]] = set()

    async def take(self, offer: Mapping[str, Any]) -> Accepted:
        """Take one offer; the same again changes nothing. EventRejectedError names the fields that are wrong."""
        read = read_as(OfferMade, dict(offer))
        event = event_of(read, self._key)
        known = self._ids.get((read.case_id, read.offer_id))
        if known == event["id"]:
            return Accepted.DUPLICATE
        if known is not None:
            raise EventRejectedError("offer_id", "an earlier row offers something else under this id", status=CONFLICT)
        alike = (read.case_id, *likeness_of(read.model_dump(mode="json"), read.respond_by))
        if alike in self._alike:
            raise EventRejectedError("offer_id", f"an earlier row is the same: {ALIKE}", status=CONFLICT)
        accepted = await self._take(event)
        self._alike.add(alike)
        self._ids[read.case_id, read.offer_id] = event["id"]
        return accepted

    async def _take(self, event: Mapping[str, Any]) -> Accepted:
        try:
            return await (try_out if self._dry else accept)(self._world, self._key, event)
        except EventRejectedError as refused:
            for error in refused.errors:
                error["field"] = error["field"].removeprefix("data.")
            raise


def event_of(offer: OfferMade, key: AuthorityKey) -> dict[str, Any]:
    """Return the event of an offer; the same offer is always the same event."""
    told = offer.model_dump(mode="json", exclude_none=True)
    content = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
    return {
        "specversion": "1.0",
        "id": f"{offer.case_id} {offer.offer_id} {content}",
        "source": SOURCE + key.name,
        "type": OFFER_MADE,
        "data": told,
    }


async def at_stake(world: World, key: AuthorityKey, case_ids: Iterable[str]) -> AtStake:
    """Count the families of these cases and what they get."""
    found = [await _of_family(world, key, case_id) for case_id in set(case_ids)]
    lost = [monthly for _, monthly in found if monthly is not None]
    return AtStake(len(found), sum(not is_joined for is_joined, _ in found), len(lost), sum(lost))


async def _of_family(world: World, key: AuthorityKey, case_id: str) -> tuple[bool, int | None]:
    """Return whether somebody follows a case, and what is paid a month; None when nothing is."""
    async with world.database.reading() as connection:
        case = await case_for(connection, world, key, case_id)
        family = await cases.followers(connection, world.cipher, case_id)
    paid = paid_on(case, world.today())
    return bool(family), None if paid is None else sum(tenge or 0 for tenge in paid)
