"""What waits for the officer: wishes of families, people whom nothing reaches, terms that are over; oldest first."""

from collections.abc import AsyncIterator, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from bot.database import Connection
from bot.store import cases, waiting
from bot.store.cases import Follower
from bot.store.waiting import Asked, NumberedCase, Overdue, Person
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.working_days import decision_due_on, examination_due_on, last_overdue
from bot.world import World

Kind = Literal["excuse", "move", "nobody_came", "asks", "doubted", "unreached", "unexamined", "undecided"]
KIND_OF: Final[dict[str, Kind]] = {"visit_move_requested": "move", "nobody_came": "nobody_came"}


@dataclass(frozen=True)
class Waiting:
    """One thing that waits, and since when. `person` is an alias, `member_label` the name, where it is of somebody.

    `about` is what was offered; `due_on` the last day of a term that is over.
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


async def what_waits(world: World, regions: Collection[str], most: int) -> tuple[list[Waiting], bool]:
    """Return what waits in some regions, so many at most, and whether there is more."""
    async with world.database.reading() as connection:
        found = [
            *await _excuses(connection, world, regions, most + 1),
            *[one async for one in _of_visits(connection, world, regions)],
            *[one async for one in _asking(connection, world, regions)],
            *_of_people("doubted", await waiting.doubted(connection, world.cipher, regions, most + 1)),
            *_of_people("unreached", await waiting.unreached(connection, world.cipher, regions, most + 1)),
            *await _overdue(connection, world.today(), regions, most + 1),
        ]
    found.sort(key=lambda one: (one.since, one.case.number))
    return found[:most], len(found) > most


async def _excuses(connection: Connection, world: World, regions: Collection[str], most: int) -> list[Waiting]:
    return [
        Waiting(
            "excuse",
            datetime.fromisoformat(one.details["answer"]["at"]),
            one.case,
            person=one.details["answer"].get("person"),
            member_label=one.details["member_label"],
            offer_id=one.offer_id,
            about=one.details["title"],
        )
        for one in await waiting.excuses(connection, world.cipher, regions, most)
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
    answers = (asked.details or {}).get("answers", {})
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
