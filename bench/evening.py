"""An evening of a quarter's first days, pressed into minutes: people come whether those before were answered or not."""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import accumulate, cycle
from pathlib import Path
from random import Random
from typing import Final

import aiohttp
from aiogram import Bot, Dispatcher
from cryptography.fernet import Fernet

from bench.figures import AtLeast, Figure, Skipped
from bench.filled import let_people_have_answered
from bench.interviews import Act, Interview, rehearsed, update_of
from bench.known_people import world_at
from bench.postgres import MISSING, PostgresServer, postgres_server, programs
from bench.processes import cores_of
from bench.quick_telegram import quick_telegram
from bench.stub_session import StubSession
from bench.web_processes import SHOWN, Crowd, webs
from bot.app import dispatcher_for
from bot.store.cipher import Cipher
from bot.world import World
from handlers.keyboards import Do

NAME: Final = "evening_answered_within_2_s"
LIMIT: Final = AtLeast(0.95)
WITHIN_S: Final = 2.0
PATIENCE_S: Final = 3600.0  # whoever waits for long is counted, not given up
KEPT_OPEN_S: Final = 5  # below what the program allows a connection to be silent
HOURS: Final = {18: 12, 19: 18, 20: 24, 21: 25, 22: 15, 23: 6}
"""In which hour people come, in hundredths: an assumption, nobody has counted them yet."""
NEW: Final = 40  # one in so many comes for the first time and answers everything
THINKING_S: Final = (5.0, 30.0)  # before each act, of an evening that lasts six hours
REHEARSED: Final = range(1, 17)
VISITED: Final = range(17, 33)
FIRST: Final = 1_000
WEBS: Final = 2
MEASURED: Final = (
    "share of the updates whose next screen was there within {within:.0f} s: an evening of {people} people, pressed "
    "into {minutes:g} minutes with the time they think, through {webs} web processes at one PostgreSQL; {new} of them "
    "answer a whole interview, all others look at their stored answers and have them counted; in which hour they come "
    "is assumed ({hours}, in hundredths); they come whether those before were answered or not; no notices are sent"
)


@dataclass
class Waited:
    """Of each hour, after how many seconds the next screen was there; and cores busy from the first to the last."""

    seconds: dict[int, list[float]] = field(default_factory=lambda: {hour: [] for hour in HOURS})
    cores: dict[str, float] = field(default_factory=dict)
    sent_again: int = 0


async def evening(_folder: Path, people: int = 800, minutes: float = 1.0) -> Figure | Skipped:
    """Measure how long people wait."""
    if programs() is None:
        return Skipped(NAME, MISSING)
    key, ids = Fernet.generate_key().decode(), range(FIRST, FIRST + people)
    crowd, waited = Crowd(patience_s=PATIENCE_S), Waited()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(postgres_server())
        database = await server.new_database()
        world = await stack.enter_async_context(world_at(database, Cipher([key])))
        interviews, visits = await _rehearsed(world)
        await let_people_have_answered(world, ids, REHEARSED)
        new = [person_id for person_id in ids if person_id % NEW == 0]
        await _forget(world, new)
        telegram = await stack.enter_async_context(quick_telegram(crowd.see))
        behind = await stack.enter_async_context(webs(WEBS, telegram, database, key))
        acts = {person_id: _acts(person_id, interviews, visits) for person_id in ids}
        await _play(crowd, behind, acts, minutes * 60, server, waited)
    return _figure(waited, people, len(new), minutes)


async def _rehearsed(world: World) -> tuple[list[Interview], list[list[Act]]]:
    """Return whole interviews, and what somebody does who has such answers already."""
    product = dispatcher_for(world)
    interviews = await rehearsed(product, world, REHEARSED)
    await let_people_have_answered(world, VISITED, REHEARSED)
    return interviews, [await _visit(product, person_id) for person_id in VISITED]


async def _visit(dispatcher: Dispatcher, person_id: int) -> list[Act]:
    """Let somebody come back, look at their answers, and have them counted."""
    session, acts = StubSession(), list[Act]()
    bot = Bot("1000000:rehearsal", session=session)
    for said in ("/start", "/check", Do(what="calculate").pack()):
        acts.append(Act("command" if said.startswith("/") else "choose", said, session.shown))
        await dispatcher.feed_raw_update(bot, update_of(acts[-1], person_id, len(acts)))
    return acts


def _acts(person_id: int, interviews: Sequence[Interview], visits: Sequence[Sequence[Act]]) -> Sequence[Act]:
    place = person_id % len(REHEARSED)  # whose draft they have
    return interviews[place].acts if person_id % NEW == 0 else visits[place]


async def _forget(world: World, new: Iterable[int]) -> None:
    """Let these have answered nothing yet."""
    async with world.database.transaction() as transaction:
        for person_id in new:
            await transaction.fetch("delete from drafts where person_id = :person_id", {"person_id": person_id})


async def _play(
    crowd: Crowd,
    behind: Mapping[str, int],
    acts: Mapping[int, Sequence[Act]],
    seconds: float,
    server: PostgresServer,
    waited: Waited,
) -> None:
    """Let everybody come at their time."""
    random, addresses, hour_s = Random(1), cycle(behind), seconds / len(HOURS)
    shorter = hour_s / 3600

    def cores() -> dict[str, float]:
        web = sum(cores_of(process) for process in behind.values())
        return {"web": web, "postgresql": server.core_seconds(), "load": time.process_time()}

    async def come(person_id: int, hour: int, at_s: float, think_s: Sequence[float]) -> None:
        await asyncio.sleep(at_s)
        pauses = iter(think_s)
        async for took in crowd.go(telegram, addresses, person_id, acts[person_id]):
            waited.seconds[hour].append(took)
            await asyncio.sleep(next(pauses) * shorter)

    connections = aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN_S)
    async with aiohttp.ClientSession(headers=SHOWN, connector=connections) as telegram:
        began, at_first = time.perf_counter(), cores()
        async with asyncio.TaskGroup() as tasks:
            for person_id in acts:
                (hour,) = random.choices(list(HOURS), cum_weights=list(accumulate(HOURS.values())))
                at_s = (hour - min(HOURS) + random.random()) * hour_s
                think_s = [random.uniform(*THINKING_S) for _ in acts[person_id]]
                tasks.create_task(come(person_id, hour, at_s, think_s))
        took, waited.sent_again = time.perf_counter() - began, crowd.sent_again
        waited.cores = {who: (now - at_first[who]) / took for who, now in cores().items()}


def _figure(waited: Waited, people: int, new: int, minutes: float) -> Figure:
    all_of_them = sorted(seconds for of_hour in waited.seconds.values() for seconds in of_hour)
    soon = sum(seconds <= WITHIN_S for seconds in all_of_them)
    hour_s = minutes * 60 / len(HOURS)
    hours = ", ".join(f"{hour}: {share}" for hour, share in HOURS.items())
    return Figure(
        NAME,
        soon,
        "updates",
        LIMIT,
        MEASURED.format(within=WITHIN_S, people=people, minutes=minutes, webs=WEBS, new=new, hours=hours),
        yardstick=len(all_of_them),
        ratio=soon / len(all_of_them),
        details={
            "median_ms": _within(all_of_them, 0.5),
            "p99_ms": _within(all_of_them, 0.99),
            "longest_ms": all_of_them[-1] * 1000,
            "p99_ms_by_hour": {hour: _within(sorted(of), 0.99) for hour, of in waited.seconds.items() if of},
            "updates_per_second_by_hour": {hour: len(of) / hour_s for hour, of in waited.seconds.items()},
            "sent_again": waited.sent_again,
            "cores_busy": waited.cores,
        },
    )


def _within(seconds: Sequence[float], share: float) -> float:
    return seconds[int(len(seconds) * share)] * 1000
