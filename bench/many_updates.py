"""Very many updates through one process: what it holds in memory does not grow."""

import asyncio
import gc
import multiprocessing
import time
from collections.abc import Sequence
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NamedTuple

from bench.figures import Below, Figure
from bench.interviews import rehearsed
from bench.known_people import make_known, world_in
from bench.processes import child
from bench.turns import Measured, fed_to, in_turns, play, updates_of
from bot.app import dispatcher_for

NAME: Final = "memory_over_many_updates"
LIMIT: Final = Below(1.1)
PAGE: Final = 4096
WARM: Final = 5  # one in so many updates is for warming up
LOOK_S: Final = 0.2
MEASURED: Final = (
    "resident memory of a process at its greatest after the first fifth of {updates} updates, against what it was "
    "then: whole interviews of {people} new people at a time, {at_once} at once, through dispatcher_for() with a "
    "durable write to SQLite; looked at after each {people}"
)


class Grown(NamedTuple):
    """Resident bytes after each batch, how many updates were answered by then, and the seconds of all."""

    resident: Sequence[int]
    answered: Sequence[int]
    seconds: float


async def many_updates(folder: Path, updates: int = 30_000, people: int = 32, at_once: int = 16) -> Figure:
    """Measure it in a process of its own, which does nothing else."""
    here, there = multiprocessing.Pipe()
    async with child(_answer, there, folder / "many-updates", updates, people, at_once):
        there.close()  # so that its end is noticed, whatever ends it
        while not here.poll():  # noqa: ASYNC110, nobody is told when a pipe has something
            await asyncio.sleep(LOOK_S)
        grown: Grown = here.recv()
    warm = next(place for place, number in enumerate(grown.answered) if number >= grown.answered[-1] // WARM)
    at_first, most = grown.resident[warm], max(grown.resident[warm:])
    return Figure(
        NAME,
        most / 2**20,
        "MiB",
        LIMIT,
        MEASURED.format(updates=grown.answered[-1], people=people, at_once=at_once),
        yardstick=at_first / 2**20,
        ratio=most / at_first,
        details={
            "at_the_end": grown.resident[-1] / 2**20,
            "before_the_first": grown.resident[0] / 2**20,
            "updates": grown.answered[-1],
            "updates_per_second": grown.answered[-1] / grown.seconds,
        },
    )


def _answer(connection: Connection, folder: Path, updates: int, people: int, at_once: int) -> None:
    folder.mkdir()
    connection.send(asyncio.run(_answered(folder, updates, people, at_once)))


async def _answered(folder: Path, updates: int, people: int, at_once: int) -> Grown:
    person_ids = count(1)
    async with world_in(folder) as world:
        product = dispatcher_for(world)
        interviews = await rehearsed(product, world, list(islice(person_ids, people)))
        feed = fed_to(product)
        gc.collect()
        gc.freeze()  # as the program does once it has started
        resident, answered, began = [_resident()], [0], time.perf_counter()
        while answered[-1] < updates:
            guests = {next(person_ids): interview for interview in interviews}
            await make_known(world, guests)
            turns = updates_of(in_turns(guests))
            await play(feed, turns, Measured(), at_once)
            resident.append(_resident())
            answered.append(answered[-1] + len(turns))
        return Grown(resident, answered, time.perf_counter() - began)


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE
