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
from bench.interviews import Interview, rehearsed, update_of
from bench.known_people import language_of, make_known, world_at, world_in
from bench.one_answer import expect_answers_of
from bench.peers import FRAMEWORKS, Framework, Opened, Peer, opened
from bench.postgres import MISSING, postgres_server, programs
from bench.turns import Feed, Measured, UpdateOf, fed_to, in_turns, play, ratios, updates_of
from bot.app import dispatcher_for
from bot.world import World

MEASURED: Final = (
    "the same whole interviews, taken in turns, {at_once} at a time, each answer kept durably: ours through "
    "dispatcher_for() on {database}, against the best of the peers that are installed, here {best}; a "
    "peer asks by the same rules in the same words, and encrypts nothing; aiogram's states and aiogram_dialog on Redis "
    "with appendonly yes and appendfsync always, python-telegram-bot on PicklePersistence, flushed and synced before "
    "each reply; seconds for which a core was busy with it, in its server too, beside it by the clock; in every round, "
    "all of them, each with {people} new people, and everybody of the rounds before stays known; medians of the rounds"
)
NO_PEER: Final = "there is no peer to stand beside"
OURS, ECHO = "ours", "echo"

Guests = Mapping[int, Interview]


class Stored(NamedTuple):
    """Where ours keeps its answers, and how far ahead it must be there."""

    name: str
    limit: AtLeast
    database: str


ON_SQLITE: Final = Stored("answered_question_beside_peers", AtLeast(2.0), "SQLite (WAL, synchronous=FULL)")
ON_POSTGRESQL: Final = Stored(
    "answered_question_beside_peers_on_postgresql",
    AtLeast(1.0),  # each trip to its server costs both sides a core
    "PostgreSQL (synchronous_commit=on)",
)


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
    skipped, present = _present(frameworks)
    if not present:
        return [*skipped, Skipped(ON_SQLITE.name, NO_PEER)]
    folder = folder / "peers"
    folder.mkdir()
    async with world_in(folder) as world, opened(present, folder) as forms:
        measured = await _measured(world, forms, people, rounds, at_once, forms.core_seconds)
    return [*skipped, _figure(ON_SQLITE, measured, people, at_once)]


async def beside_peers_on_postgresql(
    folder: Path,
    people: int = 32,
    rounds: int = 7,
    at_once: int = 16,
    frameworks: Sequence[Framework] = FRAMEWORKS,
) -> list[Figure | Skipped]:
    """Measure the same with ours on PostgreSQL, whose seconds count as well."""
    skipped, present = _present(frameworks)
    if not present or programs() is None:
        why = MISSING if present else NO_PEER
        return [*skipped, Skipped(ON_POSTGRESQL.name, why)]
    folder = folder / "peers-on-postgresql"
    folder.mkdir()
    async with (
        postgres_server() as server,
        world_at(await server.new_database()) as world,
        opened(present, folder) as forms,
    ):

        async def core_seconds() -> float:
            return await forms.core_seconds() + server.core_seconds()

        measured = await _measured(world, forms, people, rounds, at_once, core_seconds)
    return [*skipped, _figure(ON_POSTGRESQL, measured, people, at_once)]


def _present(frameworks: Sequence[Framework]) -> tuple[list[Skipped], list[Framework]]:
    """Return what is not installed, and what is."""
    skipped = [Skipped(framework.name, framework.missing) for framework in frameworks if framework.missing]
    return skipped, [framework for framework in frameworks if not framework.missing]


async def _measured(
    world: World,
    forms: Opened,
    people: int,
    rounds: int,
    at_once: int,
    core_seconds: Callable[[], Awaitable[float]],
) -> dict[str, Measured]:
    interviews = await rehearsed(dispatcher_for(world), world, range(1, people + 1))
    contestants = {OURS: _ours(world), ECHO: _echo()}
    contestants |= {name: contestant_of(peer) for name, peer in forms.peers.items()}
    person_ids = count(len(interviews) + 1)
    measured = {name: Measured() for name in contestants}
    gc.collect()
    gc.freeze()  # as the program does once it has started
    for number in range(rounds):
        for name in list(contestants)[:: 1 if number % 2 else -1]:
            contestant = contestants[name]
            guests = {next(person_ids): interview for interview in interviews}
            await contestant.expect(guests)
            updates = updates_of(in_turns(guests), contestant.as_update)
            began = await core_seconds()
            await play(contestant.feed, updates, measured[name], at_once)
            measured[name].per_core_second.append(len(updates) / (await core_seconds() - began))
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
    """Return a peer that lets people begin, and shows that it has kept all they said."""

    async def expect(guests: Guests) -> None:
        for person_id in guests:
            await peer.begin(person_id, language_of(person_id))

    async def check(guests: Guests) -> None:
        for person_id, interview in guests.items():
            if await peer.answers_of(person_id) != interview.answers:
                raise RuntimeError(f"{type(peer).__name__} has not kept all answers of person {person_id}")

    return Contestant(peer.feed, peer.update_of, expect, check)


def _figure(ours: Stored, measured: Mapping[str, Measured], people: int, at_once: int) -> Figure:
    by_core = {name: one.per_core_second for name, one in measured.items()}
    by_clock = {name: one.per_second for name, one in measured.items()}
    ours_to = {name: median(ratios(by_core[OURS], each)) for name, each in by_core.items() if name not in {OURS, ECHO}}
    best = min(ours_to, key=lambda name: ours_to[name])
    return Figure(
        ours.name,
        median(by_core[OURS]),
        "answers/s",
        ours.limit,
        MEASURED.format(at_once=at_once, best=best, people=people, database=ours.database),
        yardstick=median(by_core[best]),
        ratio=ours_to[best],
        details={
            "ratio_to": ours_to,
            "ratio_by_clock": {name: median(ratios(by_clock[OURS], by_clock[name])) for name in ours_to},
            "of_a_bare_echo": _of_echo(by_core),
            "of_a_bare_echo_by_clock": _of_echo(by_clock),
            "by_clock": {name: median(each) for name, each in by_clock.items()},
            "answers": {kind: len(seconds) for kind, seconds in measured[OURS].seconds.items()},
        },
    )


def _of_echo(per_second: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: median(ratios(each, per_second[ECHO])) for name, each in per_second.items()}
