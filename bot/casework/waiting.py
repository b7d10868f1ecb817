"""What waits for the officer: wishes of families, people whom nothing reaches, terms that are over; oldest first."""

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from bot.casework.offer_events import is_stopped_from
from bot.database import Connection
from bot.store import cases, offers, waiting
from bot.store.cases import Follower
from bot.store.doubts import BY_UNKNOWN
from bot.store.offers import Offer
from bot.store.waiting import Asked, Doubted, NumberedCase, Overdue, Person
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.working_days import decision_due_on, examination_due_on, last_overdue
from bot.world import World
from rules.offer import ANSWERABLE, OVERDUE, OfferState

Kind = Literal[
    "excuse", "move", "nobody_came", "asks", "doubted", "answer_of_removed", "unreached", "unexamined", "undecided"
]
KIND_OF: Final[dict[str, Kind]] = {"visit_move_requested": "move", "nobody_came": "nobody_came"}


class DoubtedBy(NamedTuple):
    """A follower who does not know another one, and since when; `is_doubted`: they wait for the officer as well."""

    person: str
    member_label: str | None
    since: datetime
    is_doubted: bool


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, and since when. `person` is an alias, `member_label` the name, where it is of somebody.

    `about` is what was offered; `due_on` the last day of a term that is over. `doubted_by` are those who do not know
    the person, whose answers are not taken where `is_stopped`: `offer_id` is then an offer that they cannot answer
    meanwhile, of several the one whose deadline `respond_by` comes first. `answer` is what a removed person has said.
    """

    kind: Kind
    since: datetime
    case: NumberedCase
    person: str | None = None
    member_label: str | None = None
    offer_id: str | None = None
    visit_id: str | None = None
    about: str | None = None
    due_on: date | None = None
    doubted_by: tuple[DoubtedBy, ...] | None = None
    is_stopped: bool | None = None
    respond_by: datetime | None = None
    answer: OfferState | None = None


async def what_waits(world: World, regions: Collection[str], most: int) -> tuple[list[Waiting], bool]:
    """Return what waits in some regions, so many at most, and whether there is more."""
    async with world.database.reading() as connection:
        found = [
            *await _excuses(connection, world, regions, most + 1),
            *[one async for one in _of_visits(connection, world, regions)],
            *[one async for one in _asking(connection, world, regions)],
            *[one async for one in _doubted(connection, world, regions)],
            *await _answered_by_removed(connection, world, regions),
            *_of_people("unreached", await waiting.unreached(connection, world.cipher, regions, most + 1)),
            *await _overdue(connection, world.today(), regions, most + 1),
        ]
    found.sort(key=lambda one: (one.since, one.case.number))
    return found[:most], len(found) > most


async def _excuses(connection: Connection, world: World, regions: Collection[str], most: int) -> list[Waiting]:
    return [
        Waiting(
            "excuse",
            datetime.fromisoformat(answer["at"]),
            one.case,
            person=answer["person"],
            member_label=one.details["member_label"],
            offer_id=one.offer_id,
            about=one.details["title"],
        )
        for one in await waiting.excuses(connection, world.cipher, regions, most)
        if (answer := one.details.get("answer"))
    ]


async def _of_visits(connection: Connection, world: World, regions: Collection[str]) -> AsyncIterator[Waiting]:
    """Yield what people say last of a visit that stands: it is gone once the visit was moved, or they say else."""
    asked = await waiting.asked_of_visits(connection, world.cipher, regions)
    latest = {(one.case, one.visit_id, one.told["person"]): one for one in asked if _still_stands(one)}
    for (case, visit_id, person), one in latest.items():
        follower = (await _family(connection, world, case)).get(person)
        if follower is not None:
            label = follower.member_label
            yield Waiting(KIND_OF[one.kind], one.at, case, person, label, visit_id=visit_id)


def _still_stands(asked: Asked) -> bool:
    answers = {} if asked.details is None else asked.details.get("answers", {})
    return asked.told.get("visit_id") == asked.visit_id and answers.get(asked.told["person"]) == asked.kind


async def _asking(connection: Connection, world: World, regions: Collection[str]) -> AsyncIterator[Waiting]:
    """Yield who wants to answer for the family, and was neither confirmed nor removed since; each person once."""
    asked = await waiting.asked_to_be_confirmed(connection, world.cipher, regions)
    first = {(one.case, one.told["person"]): one for one in reversed(asked)}
    for (case, person), one in first.items():
        follower = (await _family(connection, world, case)).get(person)
        is_confirmed = person in await cases.confirmations(connection, case.case_id)
        if follower is not None and follower.doubted_at is None and not is_confirmed:
            yield Waiting("asks", one.at, case, person, follower.member_label)


async def _doubted(connection: Connection, world: World, regions: Collection[str]) -> AsyncIterator[Waiting]:
    """Yield whom somebody of the family does not know, each once, with all who say so."""
    found = await waiting.doubted(connection, world.cipher, regions)
    about: dict[tuple[NumberedCase, str], list[Doubted]] = {}
    for one in found:
        about.setdefault((one.case, one.alias), []).append(one)
    for (case, alias), doubts in about.items():
        first = doubts[0]
        doubted_by = tuple(
            DoubtedBy(one.by_alias, one.by_label, one.at, (case, one.by_alias) in about)
            for one in doubts
            if one.by_alias != BY_UNKNOWN
        )
        offer = await _cannot_be_answered(connection, world, case, alias) if first.is_stopped else None
        yield Waiting(
            "doubted",
            first.at,
            case,
            alias,
            first.member_label,
            offer_id=offer.id if offer else None,
            about=offer.details["title"] if offer else None,
            doubted_by=doubted_by,
            is_stopped=first.is_stopped,
            respond_by=offer.respond_by if offer else None,
        )


async def _cannot_be_answered(connection: Connection, world: World, case: NumberedCase, alias: str) -> Offer | None:
    """Return the offer whose deadline comes first of those that somebody would answer but for the doubt.

    One whose deadline has passed meanwhile stays there: an extension opens it again.
    """
    family = await cases.followers(connection, world.cipher, case.case_id)
    follower = next((one for one in family if one.alias == alias), None)
    if follower is None:
        return None
    confirmations = await cases.confirmations(connection, case.case_id)
    found = [
        offer
        for offer in await offers.of_case(connection, world.cipher, case.case_id)
        if _is_kept_from(offer, follower, family, confirmations)
    ]
    return min(found, key=lambda offer: offer.respond_by, default=None)


def _is_kept_from(
    offer: Offer, follower: Follower, family: Sequence[Follower], confirmations: Mapping[str, frozenset[str]]
) -> bool:
    if offer.state in OVERDUE:
        return follower.alias in offer.details.get("stopped", [])
    return offer.state in ANSWERABLE and is_stopped_from(family, confirmations, follower, offer)


async def _answered_by_removed(connection: Connection, world: World, regions: Collection[str]) -> list[Waiting]:
    """Return the answers that stand of people who were removed since: nobody but the officer decides on them."""
    return [
        Waiting(
            "answer_of_removed",
            one.at,
            one.case,
            person=answer["person"],
            member_label=one.details["member_label"],
            offer_id=one.offer_id,
            about=one.details["title"],
            answer=OfferState(one.state),
        )
        for one in await waiting.answered_by_removed(connection, world.cipher, regions)
        if (answer := one.details.get("answer"))
    ]


async def _family(connection: Connection, world: World, case: NumberedCase) -> dict[str, Follower]:
    return {one.alias: one for one in await cases.followers(connection, world.cipher, case.case_id)}


def _of_people(kind: Kind, people: Iterable[Person]) -> list[Waiting]:
    return [Waiting(kind, one.at, one.case, one.alias, one.member_label) for one in people]


async def _overdue(connection: Connection, today: date, regions: Collection[str], most: int) -> list[Waiting]:
    """Return the cases whose term is over: of the whole service, or else of the examination that nobody has made."""
    undecided_until, unexamined_until = last_overdue(decision_due_on, today), last_overdue(examination_due_on, today)
    found = await waiting.overdue(connection, regions, undecided_until, unexamined_until, most)
    return [_late(one, is_undecided=one.applied_on <= undecided_until) for one in found]


def _late(case: Overdue, *, is_undecided: bool) -> Waiting:
    due_on = (decision_due_on if is_undecided else examination_due_on)(case.applied_on) or case.applied_on
    since = datetime.combine(due_on + timedelta(days=1), time(), KAZAKHSTAN_TIME)
    return Waiting("undecided" if is_undecided else "unexamined", since, case.case, due_on=due_on)
