"""One answered question through the real dispatcher and a real database, over a bare aiogram echo."""

import asyncio
import gc
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, zip_longest
from pathlib import Path
from statistics import median
from typing import Any, Final

from aiogram import Bot, Dispatcher

from bench.echoes import echo, echo_in_place, echo_that_keeps
from bench.figures import AtLeast, Figure
from bench.interviews import Act, Interview, answers_of, rehearse, update_of
from bench.known_people import make_known, world_in
from bench.stub_session import StubSession
from bot.app import dispatcher_for
from bot.world import World

LIMIT: Final = AtLeast(0.30)
MEASURED: Final = (
    "every answer of whole interviews (pressed words, ticks, typed ages, amounts and days) of different people, "
    "taken in turns, {at_once} at a time: parsed, answered through dispatcher_for() with encryption and a durable "
    "write to SQLite (WAL, synchronous=FULL), against the same updates through an echo that answers each with one "
    "message; both in every round, each round with new people; medians of the rounds"
)

Turn = tuple[int, Act]


@dataclass(slots=True)
class Measured:
    """Answers a second, a figure each round, and the seconds of every answer by kind."""

    per_second: list[float] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


async def one_answer(folder: Path, people: int = 32, rounds: int = 15, at_once: int = 16) -> Figure:
    """Measure answered questions a second, with so many new people each round."""
    person_ids = count(1)
    async with world_in(folder) as world:
        first = [next(person_ids) for _ in range(people)]
        await make_known(world, first)
        product = dispatcher_for(world)
        interviews = [await rehearse(product, world, person_id) for person_id in first]
        dispatchers = {
            "ours": product,
            "echo": echo(),
            "echo_with_the_same_calls": echo_in_place(),
            "echo_with_the_same_calls_and_storage": echo_that_keeps(world, {"answers": interviews[0].answers}),
        }
        measured = {name: Measured() for name in dispatchers}
        gc.collect()
        gc.freeze()  # as the program does once it has started
        for number in range(rounds):
            for name in list(dispatchers)[:: 1 if number % 2 else -1]:
                guests = {next(person_ids): interview for interview in interviews}
                await make_known(world, guests)
                await _play(dispatchers[name], _in_turns(guests), measured[name], at_once)
                if name == "ours":
                    await _check(world, guests)
    return _figure(measured, at_once)


def _figure(measured: dict[str, Measured], at_once: int) -> Figure:
    ours, bare = measured["ours"], measured["echo"]
    ratios = {name: _ratios(ours, other) for name, other in measured.items() if other is not ours}
    return Figure(
        "one_answered_question",
        median(ours.per_second),
        "answers/s",
        LIMIT,
        MEASURED.format(at_once=at_once),
        yardstick=median(bare.per_second),
        ratio=median(ratios["echo"]),
        details={
            "best_ratio": max(ratios["echo"]),
            "ratio_to": {name: median(each) for name, each in ratios.items()},
            "answers_per_second": {name: median(other.per_second) for name, other in measured.items()},
            "answers": {kind: len(seconds) for kind, seconds in ours.seconds.items()},
            "median_ms": {kind: median(seconds) * 1000 for kind, seconds in ours.seconds.items()},
        },
    )


def _ratios(ours: Measured, other: Measured) -> list[float]:
    return [one / yardstick for one, yardstick in zip(ours.per_second, other.per_second, strict=True)]


def _in_turns(guests: dict[int, Interview]) -> list[Turn]:
    """Everybody's first act, then everybody's second, as if all of them wrote at once."""
    by_person = [[(person_id, act) for act in interview.acts] for person_id, interview in guests.items()]
    return [turn for turns in zip_longest(*by_person) for turn in turns if turn is not None]


async def _play(dispatcher: Dispatcher, turns: Sequence[Turn], measured: Measured, at_once: int) -> None:
    bot = Bot("1000000:bench", session=StubSession())
    raw = [update_of(act, person_id, place) for place, (person_id, act) in enumerate(turns, 1)]
    waiting = iter(zip(turns, raw, strict=True))

    async def answer() -> None:
        for (_, act), update in waiting:
            began = time.perf_counter()
            await dispatcher.feed_raw_update(bot, update)
            measured.seconds[act.kind].append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(answer() for _ in range(at_once)))
    measured.per_second.append(len(turns) / (time.perf_counter() - began))


async def _check(world: World, guests: dict[int, Interview]) -> None:
    """Make sure that the answers of all are on the disk as they were given: a bench of failures is worthless."""
    for person_id, interview in guests.items():
        answers: dict[str, Any] = await answers_of(world, person_id)
        if answers != interview.answers:
            raise RuntimeError(f"person {person_id} did not arrive at the review with all answers")
