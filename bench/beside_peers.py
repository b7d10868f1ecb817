"""One answered question of ours beside the same question in other frameworks, each with its own durable storage."""

import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from bench.echoes import echo
from bench.figures import AtLeast, Figure, Skipped
from bench.interviews import Interview, rehearse, update_of
from bench.known_people import make_known, world_in
from bench.one_answer import expect_answers_of
from bench.peers import FRAMEWORKS, Framework, Peer, opened
from bench.peers.course import answers_in, course_of
from bench.turns import Feed, Measured, UpdateOf, fed_to, in_turns, play, ratios
from bot.app import dispatcher_for
from bot.world import World

LIMIT: Final = AtLeast(2.0)
NAME: Final = "answered_question_beside_peers"
MEASURED: Final = (
    "the same whole interviews, taken in turns, {at_once} at a time, each answer kept durably: ours through "
    "dispatcher_for() as in one_answered_question, against the best of the peers that are installed, here {best}; a "
    "peer knows the questions of each person beforehand, their texts and captions are ready, and it encrypts nothing; "
    "aiogram's states and aiogram_dialog on Redis with appendonly yes and appendfsync always, python-telegram-bot on "
    "PicklePersistence, flushed and synced before each reply, in whose file nobody stands but the {people} of a slice; "
    "all in every round, each round with new people; medians of the rounds"
)
OURS, ECHO = "ours", "echo"

Guests = Mapping[int, Interview]


class Contestant(NamedTuple):
    """Whoever answers: gets ready for guests, answers their updates, and then shows that every answer is kept."""

    feed: Feed
    as_update: UpdateOf
    expect: Callable[[Guests], Awaitable[None]]
    check: Callable[[Guests], Awaitable[None]]


async def beside_peers(
    folder: Path,
    people: int = 32,
    rounds: int = 7,
    at_once: int = 16,
    frameworks: Sequence[Framework] = FRAMEWORKS,
) -> list[Figure | Skipped]:
    """Measure ours and every peer that is installed; name the others, and where there is none measure nothing."""
    skipped = [Skipped(framework.name, framework.missing) for framework in frameworks if framework.missing]
    present = [framework for framework in frameworks if not framework.missing]
    if not present:
        return [*skipped, Skipped(NAME, "there is no peer to stand beside")]
    folder = folder / "peers"
    folder.mkdir()
    async with world_in(folder) as world:
        interviews = await _rehearsed(world, people)
        async with opened(present, folder, [course_of(interview) for interview in interviews]) as peers:
            contestants = {
                OURS: _ours(world),
                ECHO: _echo(),
                **{name: contestant_of(peer) for name, peer in peers.items()},
            }
            measured = await _measured(contestants, interviews, rounds, at_once)
    return [*skipped, _figure(measured, people, at_once)]


async def _rehearsed(world: World, people: int) -> list[Interview]:
    person_ids = range(1, people + 1)
    await make_known(world, person_ids)
    product = dispatcher_for(world)
    return [await rehearse(product, world, person_id) for person_id in person_ids]


async def _measured(
    contestants: Mapping[str, Contestant], interviews: Sequence[Interview], rounds: int, at_once: int
) -> dict[str, Measured]:
    person_ids = count(len(interviews) + 1)
    measured = {name: Measured() for name in contestants}
    gc.collect()
    gc.freeze()  # as the program does once it has started
    for number in range(rounds):
        for name in list(contestants)[:: 1 if number % 2 else -1]:
            contestant = contestants[name]
            guests = {next(person_ids): interview for interview in interviews}
            await contestant.expect(guests)
            await play(contestant.feed, in_turns(guests), measured[name], at_once, contestant.as_update)
            await contestant.check(guests)
    return measured


def _ours(world: World) -> Contestant:
    feed = fed_to(dispatcher_for(world))
    return Contestant(feed, update_of, partial(make_known, world), partial(expect_answers_of, world))


def _echo() -> Contestant:
    async def nothing(_guests: Guests) -> None:
        """Nobody is known to it, and nothing is kept."""

    return Contestant(fed_to(echo()), update_of, nothing, nothing)


def contestant_of(peer: Peer) -> Contestant:
    """Return a peer that lets people begin, and shows that it has kept all they said before it forgets them."""

    async def expect(guests: Guests) -> None:
        for course, person_id in enumerate(guests):
            await peer.begin(person_id, course)

    async def check_and_forget(guests: Guests) -> None:
        for person_id, interview in guests.items():
            if await peer.answers_of(person_id) != answers_in(interview):
                raise RuntimeError(f"{type(peer).__name__} has not kept all answers of person {person_id}")
        for person_id in guests:
            await peer.forget(person_id)

    return Contestant(peer.feed, peer.update_of, expect, check_and_forget)


def _figure(measured: Mapping[str, Measured], people: int, at_once: int) -> Figure:
    per_second = {name: one.per_second for name, one in measured.items()}
    ours, bare = per_second[OURS], per_second[ECHO]
    peers = {name: each for name, each in per_second.items() if name not in {OURS, ECHO}}
    ours_to = {name: median(ratios(ours, each)) for name, each in peers.items()}
    best = min(ours_to, key=lambda name: ours_to[name])
    return Figure(
        NAME,
        median(ours),
        "answers/s",
        LIMIT,
        MEASURED.format(at_once=at_once, best=best, people=people),
        yardstick=median(peers[best]),
        ratio=ours_to[best],
        details={
            "ratio_to": ours_to,
            "of_a_bare_echo": {name: median(ratios(each, bare)) for name, each in per_second.items()},
            "answers_per_second": {name: median(each) for name, each in per_second.items()},
            "answers": {kind: len(seconds) for kind, seconds in measured[OURS].seconds.items()},
        },
    )
