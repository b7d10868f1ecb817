"""Answers while a quarter's end is told: whoever is asked a question does not notice that all families are reminded."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final

from bench.figures import Below, Figure
from bench.filled import let_families_follow
from bench.interviews import Interview, rehearsed, update_of
from bench.known_people import make_known, world_in
from bench.turns import Feed, fed_to
from bot.app import dispatcher_for
from bot.reminders.reminders_by_day import remind_by_day
from bot.world import World

NAME: Final = "answered_question_beside_renewals_p99"
LIMIT: Final = Below(2.0)
SLICES: Final = 4
THINKING_S: Final = 0.02
LOOK_S: Final = 0.002
FIRST_END: Final = date(2026, 12, 31)
MEASURED: Final = (
    "p99 of the answers of whole interviews, {people} people at once who think {thinking:.0f} ms before each, through "
    "dispatcher_for() with a durable write to SQLite, while the same process tells {families} families that their "
    "assistance ends; against the p99 of as much time without, in slices by turns of the same run"
)


@dataclass
class Answers:
    """The seconds of each answer, and by how much the loop came back too late, while something goes on or not."""

    seconds: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)

    def p99(self) -> float:
        """Return the seconds within which 99 of 100 answers came."""
        return _p99(self.seconds)


async def beside_renewals(folder: Path, families: int = 60_000, people: int = 4) -> Figure:
    """Measure answers with and without a pass over so many families beside them, a share of them in each slice."""
    beside, without = Answers(), Answers()
    async with world_in(folder) as world:
        product = dispatcher_for(world)
        interviews = await rehearsed(product, world, range(1, people + 1))
        share, told = families // SLICES, 0
        for number in range(SLICES):
            await let_families_follow(world, range(number * share, (number + 1) * share), _end(number))
        person_ids = count(people + 1)
        gc.collect()
        gc.freeze()  # as the program does once it has started
        resident, took = _resident_mib(), list[float]()
        for number in range(SLICES):
            async with _answered(world, fed_to(product), interviews, person_ids, beside):
                began = time.perf_counter()
                told += await _tell_all(world, _morning_before(_end(number)))
                took.append(time.perf_counter() - began)
            async with _answered(world, fed_to(product), interviews, person_ids, without):
                await asyncio.sleep(took[-1])
        grown = _resident_mib() - resident
    if told != share * SLICES:
        raise RuntimeError(f"{told} of {share * SLICES} families were told")
    return _figure(beside, without, told, people, {"seconds": sum(took), "grown_mib": grown})


async def _tell_all(world: World, now: datetime) -> int:
    """Make passes until one has come to its end; how many families were told."""
    told = 0
    world.remind.set()
    while world.remind.is_set():
        world.remind.clear()
        told += await remind_by_day(world, now)
    return told


def _figure(beside: Answers, without: Answers, told: int, people: int, more: dict[str, float]) -> Figure:
    return Figure(
        NAME,
        beside.p99() * 1000,
        "ms",
        LIMIT,
        MEASURED.format(people=people, thinking=THINKING_S * 1000, families=told),
        yardstick=without.p99() * 1000,
        ratio=beside.p99() / without.p99(),
        details={
            "answers": {"beside": len(beside.seconds), "without": len(without.seconds)},
            "median_ms": {name: _middle(of.seconds) * 1000 for name, of in _both(beside, without)},
            "loop_lag_p99_ms": {name: _p99(of.late) * 1000 for name, of in _both(beside, without)},
            "longest_loop_lag_ms": {name: max(of.late, default=0.0) * 1000 for name, of in _both(beside, without)},
            "families_a_second": told / more["seconds"],
            "memory_grown_mib": more["grown_mib"],
        },
    )


def _both(beside: Answers, without: Answers) -> tuple[tuple[str, Answers], tuple[str, Answers]]:
    return ("beside", beside), ("without", without)


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) * 99 // 100]


def _middle(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) // 2]


def _end(number: int) -> date:
    return FIRST_END + timedelta(days=10 * number)


def _morning_before(end: date) -> datetime:
    return datetime(end.year, end.month, end.day, 6, tzinfo=UTC) - timedelta(days=2)


@asynccontextmanager
async def _answered(
    world: World, feed: Feed, interviews: list[Interview], person_ids: "count[int]", found: Answers
) -> AsyncIterator[None]:
    """Let one after another answer all questions, for the length of a block."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        for interview in interviews:
            tasks.create_task(_answer(world, feed, interview, person_ids, found, stop))
        tasks.create_task(_watch_the_loop(found, stop))
        yield
        stop.set()


async def _answer(
    world: World, feed: Feed, interview: Interview, person_ids: "count[int]", found: Answers, stop: asyncio.Event
) -> None:
    while not stop.is_set():
        person_id = next(person_ids)
        await make_known(world, [person_id])
        for place, act in enumerate(interview.acts, start=1):
            if stop.is_set():
                return
            await asyncio.sleep(THINKING_S)
            began = time.perf_counter()
            await feed(update_of(act, person_id, place))
            found.seconds.append(time.perf_counter() - began)


async def _watch_the_loop(found: Answers, stop: asyncio.Event) -> None:
    while not stop.is_set():
        began = time.perf_counter()
        await asyncio.sleep(LOOK_S)
        found.late.append(time.perf_counter() - began - LOOK_S)


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20
