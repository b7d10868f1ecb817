"""Many job offers at once: each is taken, or tried out, as an event of its own, and what is at stake is counted."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from bot.casework.access import place_of_event
from bot.casework.apply_event import Accepted, accept, try_out
from bot.casework.events import CONFLICT, EventRejectedError, OfferMade, read_as
from bot.casework.offer_events import ALIKE, awaits_answer, likeness_of, must_be_few
from bot.casework.paid import paid_on
from bot.store import cases, offers
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import Place
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
        self._offered: Counter[str] = Counter()

    async def take(self, offer: Mapping[str, Any]) -> Accepted:
        """Take one offer; the same again changes nothing. EventRejectedError names the fields that are wrong."""
        read = read_as(OfferMade, dict(offer))
        place = await self._place_of(read)
        event = event_of(read, place, self._key)
        known = self._ids.get((place.id, read.offer_id))
        if known == event["id"]:
            return Accepted.DUPLICATE
        if known is not None:
            raise EventRejectedError("offer_id", "an earlier row offers something else under this id", status=CONFLICT)
        alike = (place.id, *likeness_of(read.model_dump(mode="json"), read.respond_by))
        if alike in self._alike:
            raise EventRejectedError("offer_id", f"an earlier row is the same: {ALIKE}", status=CONFLICT)
        with _by_column():
            accepted = await (try_out if self._dry else accept)(self._world, self._key, event)
            if self._dry and accepted is Accepted.ACCEPTED:
                must_be_few(await self._awaited(place.id))
        self._alike.add(alike)
        self._ids[place.id, read.offer_id] = event["id"]
        if accepted is Accepted.ACCEPTED:
            self._offered[place.id] += 1
        return accepted

    async def _place_of(self, offer: OfferMade) -> Place:
        async with self._world.database.reading() as connection:
            with _by_column():
                return await place_of_event(connection, self._key, offer)

    async def _awaited(self, case_id: str) -> int:
        """Return how many offers of a case would await an answer: a dry run leaves none of its own rows behind."""
        async with self._world.database.reading() as connection:
            found = await offers.of_case(connection, self._world.cipher, case_id)
        return self._offered[case_id] + sum(awaits_answer(offer, self._world.now()) for offer in found)

    async def at_stake(self) -> AtStake:
        """Count the families to whom something was offered, and what they get."""
        found = [await _of_family(self._world, case_id) for case_id in self._offered]
        lost = [monthly for _, monthly in found if monthly is not None]
        return AtStake(len(found), sum(not is_joined for is_joined, _ in found), len(lost), sum(lost))


@contextmanager
def _by_column() -> Iterator[None]:
    """Let a refusal of an event name the columns of a row."""
    try:
        yield
    except EventRejectedError as refused:
        for error in refused.errors:
            error["field"] = error["field"].removeprefix("data.")
        raise


def event_of(offer: OfferMade, place: Place, key: AuthorityKey) -> dict[str, Any]:
    """Return the event of an offer; the same offer is always the same event, also where a row names no region."""
    told = offer.model_dump(mode="json", exclude={"region"}, exclude_none=True)
    content = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]
    return {
        "specversion": "1.0",
        "id": f"{place.id} {offer.offer_id} {content}",
        "source": SOURCE + key.name,
        "type": OFFER_MADE,
        "data": {**told, "region": place.region},
    }


async def _of_family(world: World, case_id: str) -> tuple[bool, int | None]:
    """Return whether somebody follows a case, and what is paid a month; None when nothing is."""
    async with world.database.reading() as connection:
        case = await cases.load(connection, world.cipher, case_id)
        family = await cases.followers(connection, world.cipher, case_id)
    paid = paid_on(case, world.today())
    return bool(family), None if paid is None else sum(tenge or 0 for tenge in paid)
