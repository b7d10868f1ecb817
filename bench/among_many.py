"""One answered question where very many people are stored, beside the same where few are."""

import gc
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import Final, NamedTuple

from bench.figures import Below, Figure, Skipped
from bench.filled import let_people_have_answered
from bench.interviews import Interview, rehearsed
from bench.known_people import world_at
from bench.one_answer import expect_answers_of
from bench.postgres import MISSING, postgres_server, programs
from bench.turns import Measured, fed_to, in_turns, play, ratios, updates_of
from bot.app import dispatcher_for
from bot.store import drafts
from bot.world import World

LIMIT: Final = Below(1.2)
NAME: Final = "answered_question_among_many"
NAME_ON_POSTGRESQL: Final = "answered_question_among_many_on_postgresql"
MEASURED: Final = (
    "seconds of an answer of whole interviews, {at_once} at a time, through dispatcher_for() with a durable write to "
    "{database}, in which {many} people have a draft of usual size each; against the same where {few} have one; who "
    "answers is taken by chance out of all of them and begins anew; by turns, medians of {rounds} rounds"
)
FEW: Final = 1_000
REHEARSED: Final = range(1, 9)  # whose drafts all others have
FIRST: Final = 1_000


class Town(NamedTuple):
    """A database with so many people, of whom some answer."""

    world: World
    people: range
    interviews: Sequence[Interview]


async def among_many(folder: Path, people: int = 100_000, rounds: int = 24, at_once: int = 4) -> Figure:
    """Measure it on SQLite."""
    folder = folder / "among-many"
    folder.mkdir()
    async with AsyncExitStack() as stack:
        towns = [
            await stack.enter_async_context(_town(f"sqlite:///{folder}/{count}.sqlite3", count))
            for count in (FEW, people)
        ]
        measured = await _measured(towns, rounds, at_once, time.process_time)
    return _figure(NAME, measured, _said(people, rounds, at_once, "SQLite (WAL, synchronous=FULL)"))


async def among_many_on_postgresql(
    _folder: Path, people: int = 100_000, rounds: int = 24, at_once: int = 4
) -> Figure | Skipped:
    """Measure it on PostgreSQL."""
    if programs() is None:
        return Skipped(NAME_ON_POSTGRESQL, MISSING)
    async with postgres_server() as server, AsyncExitStack() as stack:
        towns = [await stack.enter_async_context(_town(await server.new_database(), count)) for count in (FEW, people)]
        measured = await _measured(towns, rounds, at_once, lambda: time.process_time() + server.core_seconds())
    return _figure(NAME_ON_POSTGRESQL, measured, _said(people, rounds, at_once, "PostgreSQL"))


def _said(people: int, rounds: int, at_once: int, database: str) -> str:
    return MEASURED.format(at_once=at_once, database=database, many=people, few=FEW, rounds=rounds)


@asynccontextmanager
async def _town(address: str, count: int) -> AsyncIterator[Town]:
    """Open a database in which so many people have answered all questions."""
    async with world_at(address) as world:
        product = dispatcher_for(world)
        interviews = await rehearsed(product, world, REHEARSED)
        people = range(FIRST, FIRST + count)
        await let_people_have_answered(world, people, REHEARSED)
        yield Town(world, people, interviews)


async def _measured(
    towns: Sequence[Town], rounds: int, at_once: int, core_seconds: Callable[[], float]
) -> dict[int, Measured]:
    """Let people of each answer by turns; what was measured, by how many are stored."""
    measured = {len(town.people): Measured() for town in towns}
    random = Random(1)
    gc.collect()
    gc.freeze()  # as the program does once it has started
    for number in range(rounds):
        for town in list(towns)[:: 1 if number % 2 else -1]:
            guests = await _begin_anew(town, random)
            updates = updates_of(in_turns(guests))
            began, of_this = core_seconds(), measured[len(town.people)]
            await play(fed_to(dispatcher_for(town.world)), updates, of_this, at_once)  # one for the process
            of_this.per_core_second.append(len(updates) / (core_seconds() - began))
            await expect_answers_of(town.world, guests)
    return measured


async def _begin_anew(town: Town, random: Random) -> dict[int, Interview]:
    """Return whoever answers next, who are stored with nothing answered."""
    guests = dict(zip(random.sample(town.people, len(town.interviews)), town.interviews, strict=True))
    async with town.world.database.transaction() as transaction:
        for person_id in guests:
            await drafts.discard(transaction, person_id)
    return guests


def _figure(name: str, measured: Mapping[int, Measured], said: str) -> Figure:
    few, many = (measured[count] for count in (min(measured), max(measured)))
    seconds = [median(seconds for kind in one.seconds.values() for seconds in kind) for one in (few, many)]
    return Figure(
        name,
        seconds[1] * 1000,
        "ms",
        LIMIT,
        said,
        yardstick=seconds[0] * 1000,
        ratio=median(ratios(few.per_second, many.per_second)),
        details={
            "ratio_of_core_seconds": median(ratios(few.per_core_second, many.per_core_second)),
            "answers_a_second": {"few": median(few.per_second), "many": median(many.per_second)},
            "answers": sum(map(len, many.seconds.values())),
        },
    )
