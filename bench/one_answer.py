"""One answered question through the real dispatcher and a real database, over aiogram echoes."""

import gc
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench.echoes import echo, echo_in_place, echo_that_keeps
from bench.figures import AtLeast, Figure
from bench.interviews import Interview, answers_of, rehearsed
from bench.known_people import make_known, world_in
from bench.turns import Measured, fed_to, in_turns, play, ratios, updates_of
from bot.app import dispatcher_for
from bot.world import World

LIMIT: Final = AtLeast(0.5)
OURS, YARDSTICK = "ours", "echo_with_the_same_calls_and_storage"
MEASURED: Final = (
    "every answer of whole interviews (pressed words, ticks, typed ages, amounts and days) of different people, "
    "taken in turns, {at_once} at a time: parsed, answered through dispatcher_for() with encryption and a durable "
    "write to SQLite (WAL, synchronous=FULL), against the same updates through an echo that makes the same calls and "
    "reads, opens, seals and durably writes a draft of usual size; beside it echoes that keep nothing; all in every "
    "round, each round with new people; medians of the rounds"
)


async def one_answer(folder: Path, people: int = 32, rounds: int = 15, at_once: int = 16) -> Figure:
    """Measure answered questions a second, with so many new people each round."""
    person_ids = count(1)
    async with world_in(folder) as world:
        product = dispatcher_for(world)
        interviews = await rehearsed(product, world, list(islice(person_ids, people)))
        dispatchers = {
            OURS: product,
            "echo": echo(),
            "echo_with_the_same_calls": echo_in_place(),
            YARDSTICK: echo_that_keeps(world, {"answers": interviews[0].answers}),
        }
        measured = {name: Measured() for name in dispatchers}
        gc.collect()
        gc.freeze()  # as the program does once it has started
        for number in range(rounds):
            for name in list(dispatchers)[:: 1 if number % 2 else -1]:
                guests = {next(person_ids): interview for interview in interviews}
                await make_known(world, guests)
                await play(fed_to(dispatchers[name]), updates_of(in_turns(guests)), measured[name], at_once)
                if name == OURS:
                    await expect_answers_of(world, guests)
    return _figure(measured, at_once)


def _figure(measured: dict[str, Measured], at_once: int) -> Figure:
    ours = measured[OURS]
    reached = {name: ratios(ours.per_second, other.per_second) for name, other in measured.items() if other is not ours}
    return Figure(
        "one_answered_question",
        median(ours.per_second),
        "answers/s",
        LIMIT,
        MEASURED.format(at_once=at_once),
        yardstick=median(measured[YARDSTICK].per_second),
        ratio=median(reached[YARDSTICK]),
        details={
            "best_ratio": max(reached[YARDSTICK]),
            "ratio_to": {name: median(each) for name, each in reached.items()},
            "answers_per_second": {name: median(other.per_second) for name, other in measured.items()},
            "answers": {kind: len(seconds) for kind, seconds in ours.seconds.items()},
            "median_ms": {kind: median(seconds) * 1000 for kind, seconds in ours.seconds.items()},
        },
    )


async def expect_answers_of(world: World, guests: dict[int, Interview]) -> None:
    """Make sure that the answers of all are on the disk as they were given: a bench of failures is worthless."""
    for person_id, interview in guests.items():
        answers: dict[str, Any] = await answers_of(world, person_id)
        if answers != interview.answers:
            raise RuntimeError(f"person {person_id} did not arrive at the review with all answers")
