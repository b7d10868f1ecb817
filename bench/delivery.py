"""Notices out of the outbox: how many a second, how evenly at Telegram's pace, and how soon when nothing waits."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from statistics import median
from typing import Final, Self
from uuid import uuid4

import aiohttp
from aiogram import Bot
from cryptography.fernet import Fernet

from bench.bare_sends import Marked, queue_bare, send_bare, sending_evenly
from bench.figures import AtLeast, Below, Figure
from bench.followed_cases import case_of, let_them_follow, queue_by_turns
from bench.processes import local_telegram
from bench.turns import ratios
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

OF_BARE: Final = AtLeast(0.25)
HELD: Final = AtLeast(0.97)
LATENCY: Final = Below(10.0)
PERSONS: Final = 256
PER_SECOND_IN_ALL: Final = 25
PAUSE_S: Final = 0.02
LOOK_S: Final = 0.02
LOOK_SOON_S: Final = 0.002  # where a single one is waited for
LOOK_BESIDE_S: Final = 0.1  # while the core is measured: to look is work, too
LOOK_SELDOM_S: Final = 0.5  # where it takes minutes
THROUGHPUT: Final = (
    "notices to {persons} people, by turns that their application was received and what was decided, queued before: "
    "claimed from SQLite (WAL, synchronous=FULL), put into the program's own words, the decision beside the "
    "person's own estimate, sent over HTTP to the local Bot API in another process with its pace lifted, marked "
    "durably and told to the authority as delivered; {in_flight} at a time; against a bare send of one and the same "
    "text to the same people with a durable mark after each, as many at a time; both in every slice; seconds of this "
    "process's core; beside it by the clock; medians of the slices"
)
PACED: Final = (
    "notices queued before, at Telegram's pace as the local Bot API keeps it, 429 included; {notices} notices in "
    "{seconds:.0f} seconds, from mark to mark, without the first second; against a bare sender in a process of its "
    "own that sends a text every 1/{pace} s to a second local Bot API in the same minutes"
)
SOON: Final = (
    "one notice at a time, queued while nothing else waits, until it is accepted by the local Bot API and marked as "
    "delivered, against a bare send with a durable mark right after it; of each slice of {notices} the longest of "
    "both, medians of {slices} slices"
)


@dataclass
class Office:
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

    async def queue_bare(self, count: int) -> list[Marked]:
        """Queue so many rows for messages that are sent bare."""
        begins_at, self.queued = self.queued, self.queued + count
        return await queue_bare(self.world, range(begins_at, self.queued), PERSONS)

    async def send_bare(self, rows: Sequence[Marked], in_flight: int = 1) -> None:
        """Send them, each with a durable mark."""
        await send_bare(self.world, self.bot, rows, in_flight)

    async def delivered(self) -> int:
        """Return how many are marked as delivered."""
        async with self.world.database.reading() as connection:
            return (await outbox.counts(connection)).get("delivered", 0)

    async def seconds_of_one(self) -> float:
        """Queue one after a pause, and return after how many seconds it is marked."""
        await asyncio.sleep(PAUSE_S)
        began = time.perf_counter()
        await self.queue(1)
        await self.all_delivered(LOOK_SOON_S)
        return time.perf_counter() - began

    async def seconds_of_one_bare(self) -> float:
        """Send one bare after a pause, and return after how many seconds it is marked."""
        rows = await self.queue_bare(1)
        await asyncio.sleep(PAUSE_S)
        began = time.perf_counter()
        await self.send_bare(rows)
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


async def outbox_to_telegram(folder: Path, notices: int = 3_000, rounds: int = 7) -> Figure:
    """Measure delivered notices for each second of one core, beside messages that are sent bare."""
    ours: list[float] = []
    bare: list[float] = []
    by_clock: list[float] = []
    async with open_office(folder, Limits(paced=False)) as office:
        for number in range(rounds):
            for is_ours in (True, False) if number % 2 else (False, True):
                seconds, by_core = await (_delivered(office, notices) if is_ours else _sent_bare(office, notices))
                (ours if is_ours else bare).append(notices / by_core)
                if is_ours:
                    by_clock.append(notices / seconds)
    reached = ratios(ours, bare)
    return Figure(
        "outbox_to_accepted_send",
        median(ours),
        "notices/s",
        OF_BARE,
        THROUGHPUT.format(persons=PERSONS, in_flight=UNPACED.in_flight),
        yardstick=median(bare),
        ratio=median(reached),
        details={
            "ratio_least": min(reached),
            "ratio_greatest": max(reached),
            "by_clock": median(by_clock),
            "notices": notices,
            "rounds": rounds,
        },
    )


async def _delivered(office: Office, notices: int) -> tuple[float, float]:
    """Deliver so many; return the seconds by the clock and of this process's core."""
    await office.queue(notices)
    with _Stopwatch() as watch:
        async with office.delivering(UNPACED):
            await office.all_delivered(LOOK_BESIDE_S)
    return watch.seconds


async def _sent_bare(office: Office, notices: int) -> tuple[float, float]:
    rows = await office.queue_bare(notices)
    with _Stopwatch() as watch:
        await office.send_bare(rows, UNPACED.in_flight)
    return watch.seconds


@dataclass
class _Stopwatch:
    """Seconds of a block: by the clock, and of this process's core."""

    seconds: tuple[float, float] = (0.0, 0.0)
    _began: tuple[float, float] = (0.0, 0.0)

    def __enter__(self) -> Self:
        self._began = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._began[0], time.process_time() - self._began[1]


async def at_telegrams_pace(folder: Path, notices: int = 10_000) -> Figure:
    """Measure how much of Telegram's pace is held; details count what it refused, of which there must be none.

    It takes a second for 25 notices: six minutes and forty seconds for all of them.
    """
    async with open_office(folder, Limits(calls_logged=2 * notices)) as office, local_telegram(Limits()) as beside:
        await _let_them_start(beside)
        await office.queue(notices)
        async with office.delivering(Pace()), sending_evenly(beside, PER_SECOND_IN_ALL, PERSONS) as evenly:
            await office.all_delivered(LOOK_SELDOM_S)
        # from the end of the first second's to the end of the last: within a second they come closer together
        marked_at = (await office.marked_at())[PER_SECOND_IN_ALL - 1 :]
        refused = await office.refused()
    seconds = (marked_at[-1] - marked_at[0]).total_seconds()
    per_second = (len(marked_at) - 1) / seconds
    return Figure(
        "telegrams_pace_held",
        per_second,
        "notices/s",
        HELD,
        PACED.format(notices=notices, seconds=seconds, pace=PER_SECOND_IN_ALL),
        yardstick=evenly.per_second,
        ratio=0.0 if refused else per_second / evenly.per_second,
        details={"refused_with_429": refused, "seconds": seconds, "notices": notices, "allowed": PER_SECOND_IN_ALL},
    )


async def queued_to_telegram(folder: Path, notices: int = 25, rounds: int = 8) -> Figure:
    """Measure how soon a notice leaves that is alone, queued in the process that delivers."""
    ours, bare = [], []
    async with open_office(folder, Limits(paced=False)) as office, office.delivering(Pace(chat_s=0, per_second=None)):
        for _ in range(rounds):
            took = [(await office.seconds_of_one(), await office.seconds_of_one_bare()) for _ in range(notices)]
            ours.append([one for one, _ in took])
            bare.append([other for _, other in took])
    longest, longest_bare = [max(each) for each in ours], [max(each) for each in bare]
    all_of_them = sorted(one for each in ours for one in each)
    return Figure(
        "queued_to_accepted_longest",
        median(longest),
        "s",
        LATENCY,
        SOON.format(notices=notices, slices=rounds),
        yardstick=median(longest_bare),
        ratio=median(ratios(longest, longest_bare)),
        details={
            "median": median(all_of_them),
            "median_bare": median(other for each in bare for other in each),
            "p99": all_of_them[len(all_of_them) * 99 // 100],
            "longest": all_of_them[-1],
        },
    )


def _by_day() -> Callable[[], datetime]:
    """Return a clock that is half a day ahead where it is night or soon will be: then notices wait."""
    now = utc_now()
    ahead = timedelta(hours=12) if is_night(now) or is_night(now + timedelta(hours=1)) else timedelta()
    return lambda: utc_now() + ahead


@asynccontextmanager
async def open_office(folder: Path, limits: Limits) -> AsyncIterator[Office]:
    """Open a new one, with everybody known to the local Telegram."""
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
        yield Office(world, bot, base)


async def _let_them_start(base: str) -> None:
    async with aiohttp.ClientSession(base) as http:
        for person_id in range(1, PERSONS + 1):
            async with http.post("/people", json={"id": person_id, "first_name": "Айгүл"}):
                pass
            async with http.post(f"/people/{person_id}/messages", json={"text": "/start"}):
                pass
