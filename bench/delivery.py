"""Notices out of the outbox: how many a second, how evenly at Telegram's pace, and how soon when nothing waits."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from statistics import median
from typing import Final
from uuid import uuid4

import aiohttp
from aiogram import Bot
from cryptography.fernet import Fernet

from bench.figures import AtLeast, Below, Figure
from bench.followed_cases import case_of, let_them_follow, queue_by_turns
from bench.processes import local_telegram
from bot.app import bot_at
from bot.database import migrate, open_database
from bot.delivery import UNPACED, Pace, deliver
from bot.delivery.words import words_from
from bot.notices.quiet_hours import is_night
from bot.sandbox import SANDBOX_TOKEN, Limits
from bot.store import outbox
from bot.store.cipher import Cipher
from bot.texts import Language, texts
from bot.world import World, utc_now

PER_SECOND: Final = AtLeast(1_000)
HELD: Final = AtLeast(0.97)
LATENCY: Final = Below(1.0)
PERSONS: Final = 256
PER_SECOND_IN_ALL: Final = 25
PAUSE_S: Final = 0.02
LOOK_S: Final = 0.02
LOOK_BESIDE_S: Final = 0.1  # while the core is measured: to look is work, too
LOOK_SELDOM_S: Final = 0.5  # where it takes minutes
THROUGHPUT: Final = (
    "notices to {persons} people, by turns that their application was received and what was decided, queued before: "
    "claimed from SQLite (WAL, synchronous=FULL), put into the program's own words, the decision beside the "
    "person's own estimate, sent over HTTP to the local Bot API in another process with its pace lifted, marked "
    "durably and told to the authority as delivered; {in_flight} at a time; seconds of this process's core; beside it "
    "by the clock"
)
PACED: Final = (
    "notices queued before, at Telegram's pace as the local Bot API keeps it, 429 included; {notices} notices in "
    "{seconds:.0f} seconds, from mark to mark, without the first second"
)
SOON: Final = (
    "one notice at a time, queued while nothing else waits, until it is accepted by the local Bot API and marked as "
    "delivered; p99 of {notices}"
)


@dataclass
class _Office:
    """A case with followers, and a bot at a local Telegram that knows them."""

    world: World
    bot: Bot
    base: str
    queued: int = 0

    async def queue(self, count: int) -> None:
        """Queue so many notices, to one follower after the other."""
        begins_at, self.queued = self.queued, self.queued + count
        await queue_by_turns(self.world, range(begins_at, self.queued), PERSONS)

    @asynccontextmanager
    async def delivering(self, pace: Pace) -> AsyncIterator[None]:
        """Let a worker deliver for the length of a block."""
        stop = asyncio.Event()
        worker = asyncio.create_task(deliver(self.world, self.bot, words_from(self.world), stop, pace))
        try:
            yield
        finally:
            stop.set()
            await worker

    async def delivered(self) -> int:
        """Return how many are marked as delivered."""
        async with self.world.database.reading() as connection:
            return (await outbox.counts(connection)).get("delivered", 0)

    async def seconds_of_one(self) -> float:
        """Queue one after a pause, and return after how many seconds it is marked."""
        await asyncio.sleep(PAUSE_S)
        began = time.perf_counter()
        await self.queue(1)
        await self.all_delivered()
        return time.perf_counter() - began

    async def marked_at(self) -> list[datetime]:
        """Return when each notice was marked, in this order."""
        async with self.world.database.reading() as connection:
            cases = [case_of(person_id) for person_id in range(1, PERSONS + 1)]
            fates = [fate for case_id in cases for fate in await outbox.of_case(connection, case_id)]
        return sorted(fate.settled_at for fate in fates if fate.settled_at)

    async def refused(self) -> int:
        """Return how often the local Telegram answered with 429."""
        async with aiohttp.ClientSession(self.base) as http, http.get("/calls?method=sendMessage") as response:
            return sum(call["status"] == HTTPStatus.TOO_MANY_REQUESTS for call in await response.json())

    async def all_delivered(self, look_s: float = LOOK_S) -> None:
        """Wait until everything queued is marked."""
        while await self.delivered() < self.queued:  # noqa: ASYNC110, nobody tells when it is
            await asyncio.sleep(look_s)


async def outbox_to_telegram(folder: Path, notices: int = 6_000, rounds: int = 3) -> Figure:
    """Measure delivered notices for each second of one core."""
    per_second, by_clock = [], []
    async with _office(folder, Limits(paced=False)) as office:
        for _ in range(rounds):
            await office.queue(notices)
            began, cpu_began = time.perf_counter(), time.process_time()
            async with office.delivering(UNPACED):
                await office.all_delivered(LOOK_BESIDE_S)
            per_second.append(notices / (time.process_time() - cpu_began))
            by_clock.append(notices / (time.perf_counter() - began))
    measured = THROUGHPUT.format(persons=PERSONS, in_flight=UNPACED.in_flight)
    details = {"by_clock": median(by_clock), "notices": notices, "rounds": rounds}
    return Figure(
        "outbox_to_accepted_send", sorted(per_second)[rounds // 2], "notices/s", PER_SECOND, measured, details=details
    )


async def at_telegrams_pace(folder: Path, notices: int = 10_000) -> Figure:
    """Measure how much of 25 a second is held; details count what Telegram refused, of which there must be none.

    It takes a second for 25 notices: six minutes and forty seconds for all of them.
    """
    async with _office(folder, Limits(calls_logged=2 * notices)) as office:
        await office.queue(notices)
        async with office.delivering(Pace()):
            await office.all_delivered(LOOK_SELDOM_S)
        # from the end of the first second's to the end of the last: within a second they come closer together
        marked_at = (await office.marked_at())[PER_SECOND_IN_ALL - 1 :]
        refused = await office.refused()
    seconds = (marked_at[-1] - marked_at[0]).total_seconds()
    held = 0.0 if refused else (len(marked_at) - 1) / seconds / PER_SECOND_IN_ALL
    measured = PACED.format(notices=notices, seconds=seconds)
    details = {"refused_with_429": refused, "seconds": seconds, "notices": notices}
    return Figure(
        "telegrams_pace_held",
        held * PER_SECOND_IN_ALL,
        "notices/s",
        HELD,
        measured,
        yardstick=PER_SECOND_IN_ALL,
        ratio=held,
        details=details,
    )


async def queued_to_telegram(folder: Path, notices: int = 200) -> Figure:
    """Measure how soon a notice leaves that is alone, queued in the process that delivers."""
    async with _office(folder, Limits(paced=False)) as office, office.delivering(Pace(chat_s=0, per_second=None)):
        took = sorted([await office.seconds_of_one() for _ in range(notices)])
    details = {"median": median(took), "longest": took[-1]}
    p99 = took[len(took) * 99 // 100]
    return Figure("queued_to_accepted_p99", p99, "s", LATENCY, SOON.format(notices=notices), details=details)


def _by_day() -> Callable[[], datetime]:
    """Return a clock that is half a day ahead where it is night or soon will be: then notices wait."""
    now = utc_now()
    ahead = timedelta(hours=12) if is_night(now) or is_night(now + timedelta(hours=1)) else timedelta()
    return lambda: utc_now() + ahead


@asynccontextmanager
async def _office(folder: Path, limits: Limits) -> AsyncIterator[_Office]:
    async with (
        local_telegram(limits) as base,
        open_database(f"sqlite:///{folder}/{uuid4().hex}.sqlite3") as database,
        bot_at(base, SANDBOX_TOKEN) as bot,
    ):
        await migrate(database)
        world = World(database, Cipher([Fernet.generate_key().decode()]), _by_day())
        await let_them_follow(world, PERSONS)
        await _let_them_start(base)
        for language in Language:
            texts(language)  # as the program does before it delivers
        gc.collect()
        gc.freeze()
        yield _Office(world, bot, base)


async def _let_them_start(base: str) -> None:
    async with aiohttp.ClientSession(base) as http:
        for person_id in range(1, PERSONS + 1):
            async with http.post("/people", json={"id": person_id, "first_name": "Айгүл"}):
                pass
            async with http.post(f"/people/{person_id}/messages", json={"text": "/start"}):
                pass
