"""A quarter's end told by two workers at one PostgreSQL, of which one after the other is killed at random."""

import asyncio
import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from cryptography.fernet import Fernet

from bench.bare_sends import Marked, send_bare
from bench.figures import AtLeast, Figure, Skipped
from bench.filled import let_families_follow
from bench.known_people import world_at
from bench.postgres import MISSING, PostgresServer, postgres_server, programs
from bench.processes import child, cores_of, received
from bench.quick_telegram import quick_telegram
from bot.app import bot_at, stop_asked
from bot.delivery import UNPACED, deliver
from bot.delivery.words import words_from
from bot.reminders.reminders_by_day import remind_by_day
from bot.sandbox import SANDBOX_TOKEN
from bot.store.cipher import Cipher
from bot.world import World, utc_now

NAME: Final = "notices_through_killed_workers"
LIMIT: Final = AtLeast(0.25)
END: Final = date(2026, 12, 31)
MORNING: Final = datetime(2026, 12, 29, 6, tzinfo=UTC)
WORKERS: Final = 2
LOOK_S: Final = 0.1
PATIENCE_S: Final = 120.0  # without a single message
MOST_BARE: Final = 20_000
MEASURED: Final = (
    "the end of the assistance of {families} families on PostgreSQL: queued by one pass, then told by {workers} "
    "workers with Telegram's limits lifted, to a Bot API that takes every call at once; {kills} times one of them is "
    "killed at random and another one started; notices for each second of a core, PostgreSQL's with them, against a "
    "bare send of one and the same text with a durable mark, half of {bare} before and half after, {in_flight} at a "
    "time; 0 where one is lost, or more come twice than a worker has in flight at each kill"
)
HELD: Final = "9999"  # due in a year that no worker sees
WAITING: Final = "select count(*) as count from outbox where state = 'waiting' and due_at < :held"
HOLD: Final = """
update outbox set due_at = :held
where id in (select id from outbox where state = 'waiting' order by id desc limit :number)
returning id, person_id
"""


class Where(NamedTuple):
    """What every process needs to tell them; the clock of all is `ahead` of the real one."""

    telegram: str
    database: str
    key: str
    ahead: timedelta


@dataclass
class Told:
    """What has come of all of it."""

    messages: Counter[int] = field(default_factory=Counter)
    queued: int = 0
    queueing_s: float = 0.0
    telling_s: float = 0.0
    telling_cores: float = 0.0
    bare: int = 0
    bare_s: float = 0.0
    bare_cores: float = 0.0
    kills: int = 0

    def hear(self, _method: str, person_id: int, _text: str, _is_screen: bool) -> None:  # noqa: FBT001, as it is told
        """Note a message."""
        self.messages[person_id] += 1

    @property
    def lost(self) -> int:
        """How many were told nothing."""
        return self.queued - len(self.messages)

    @property
    def repeated(self) -> int:
        """How many messages came once more."""
        return self.messages.total() - len(self.messages)


async def killed_workers(_folder: Path, families: int = 20_000, kills: int = 6) -> Figure | Skipped:
    """Measure how many are told a second, lost, and told twice."""
    if programs() is None:
        return Skipped(NAME, MISSING)
    told, key, ahead = Told(), Fernet.generate_key().decode(), MORNING - utc_now()
    async with postgres_server() as server, quick_telegram(told.hear) as telegram:
        where = Where(telegram, await server.new_database(), key, ahead)
        async with world_at(where.database, Cipher([key])) as world:
            world.now = lambda: utc_now() + ahead
            await let_families_follow(world, range(families), END)
            await _queue_all(world, told)
            held = await _hold(world, min(families // 5, MOST_BARE))
            await _send_bare(server, where, held[::2], told)
            await _tell(server, where, families - len(held), kills, told)
            await _send_bare(server, where, held[1::2], told)
            await _expect_nothing_waits(world)
    return _figure(told)


async def _queue_all(world: World, told: Told) -> None:
    """Make passes until all are queued."""
    began = time.perf_counter()
    world.remind.set()
    while world.remind.is_set():
        world.remind.clear()
        told.queued += await remind_by_day(world, world.now())
    told.queueing_s = time.perf_counter() - began


async def _hold(world: World, number: int) -> list[Marked]:
    """Keep so many from the workers."""
    async with world.database.transaction() as transaction:
        held = await transaction.fetch(HOLD, {"number": number, "held": HELD})
    return [Marked(row["id"], row["person_id"]) for row in held]


async def _expect_nothing_waits(world: World) -> None:
    async with world.database.reading() as connection:
        (row,) = await connection.fetch(WAITING, {"held": HELD})
    if row["count"]:
        raise RuntimeError(f"{row['count']} notices still wait")


async def _tell(server: PostgresServer, where: Where, notices: int, kills: int, told: Told) -> None:
    """Let workers tell so many, and kill one of them whenever by chance so many have been told."""
    random, already, spent = Random(1), len(told.messages), 0.0
    kill_at = sorted(random.randrange(notices) for _ in range(kills))
    async with AsyncExitStack() as stack:
        workers = [await stack.enter_async_context(child(_work, where)) for _ in range(WORKERS)]
        began, at_first = time.perf_counter(), server.core_seconds()
        while (number := len(told.messages) - already) < notices:
            while kill_at and number >= kill_at[0]:
                killed = random.randrange(WORKERS)
                spent += cores_of(workers[killed])
                os.kill(workers[killed], signal.SIGKILL)
                workers[killed] = await stack.enter_async_context(child(_work, where))
                told.kills += 1
                del kill_at[0]
            if time.perf_counter() - began > PATIENCE_S + notices / 10:
                raise TimeoutError(f"{notices - number} notices were not told")
            await asyncio.sleep(LOOK_S)
        told.telling_s = time.perf_counter() - began
        told.telling_cores = spent + sum(map(cores_of, workers)) + server.core_seconds() - at_first
        await asyncio.sleep(1)  # what was told is marked


def _work(where: Where) -> None:
    async def until_stopped() -> None:
        stop = stop_asked()
        async with bot_at(where.telegram, SANDBOX_TOKEN) as bot, world_at(where.database, Cipher([where.key])) as world:
            world.now = lambda: utc_now() + where.ahead
            await deliver(world, bot, words_from(world), stop, UNPACED)

    asyncio.run(until_stopped())


async def _send_bare(server: PostgresServer, where: Where, rows: Sequence[Marked], told: Told) -> None:
    """Send them bare, in a process of its own."""
    here, there = multiprocessing.Pipe()
    async with child(_bare, there, where, rows) as process:
        there.close()  # so that its end is noticed, whatever ends it
        await asyncio.to_thread(received, here)
        began, at_first = time.perf_counter(), cores_of(process) + server.core_seconds()
        here.send("go")
        while not here.poll():  # noqa: ASYNC110, nobody is told when a pipe has something
            await asyncio.sleep(LOOK_S)
        told.bare += len(rows)
        told.bare_s += time.perf_counter() - began
        told.bare_cores += cores_of(process) + server.core_seconds() - at_first


def _bare(connection: Connection, where: Where, rows: Sequence[Marked]) -> None:
    async def send() -> None:
        async with bot_at(where.telegram, SANDBOX_TOKEN) as bot, world_at(where.database, Cipher([where.key])) as world:
            connection.send("ready")
            connection.recv()
            await send_bare(world, bot, rows, UNPACED.in_flight)
            connection.send("done")
            await stop_asked().wait()

    asyncio.run(send())


def _figure(told: Told) -> Figure:
    by_workers, most_repeated = told.queued - told.bare, told.kills * UNPACED.in_flight
    ours, bare = by_workers / told.telling_cores, told.bare / told.bare_cores
    is_exact = told.lost == 0 and told.repeated <= most_repeated
    return Figure(
        NAME,
        ours,
        "notices/s of a core",
        LIMIT,
        MEASURED.format(
            families=told.queued, workers=WORKERS, kills=told.kills, bare=told.bare, in_flight=UNPACED.in_flight
        ),
        yardstick=bare,
        ratio=ours / bare if is_exact else 0.0,
        details={
            "lost": told.lost,
            "repeated": told.repeated,
            "in_flight_at_kills": most_repeated,
            "queueing_s": told.queueing_s,
            "queued_a_second": told.queued / told.queueing_s,
            "telling_s": told.telling_s,
            "told_a_second": by_workers / told.telling_s,
            "bare_a_second": told.bare / told.bare_s,
        },
    )
