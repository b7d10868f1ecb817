"""One, two and four web processes at one PostgreSQL: updates come by the webhook, and the next screen is awaited."""

import asyncio
import contextlib
import os
import sys
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from statistics import median
from typing import Any, Final

import aiohttp
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bench.figures import Below, Figure, Skipped
from bench.interviews import Act, Interview, rehearsed, update_of
from bench.known_people import make_known, world_at
from bench.one_answer import expect_answers_of
from bench.postgres import MISSING, PostgresServer, postgres_server, programs
from bench.processes import START_SECONDS, child, cores_of
from bench.quick_telegram import free_port, quick_telegram
from bench.turns import Update, ratios
from bot.app import dispatcher_for, run
from bot.sandbox import SANDBOX_TOKEN
from bot.settings import Role, Settings
from bot.store.cipher import Cipher

NAME: Final = "updates_by_four_web_processes"
LIMIT: Final = Below(2.0)
SECRET: Final = "of-the-bench-alone"  # noqa: S105, nobody else listens there
SHOWN: Final = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
PATH: Final = "/from-telegram"
PROCESSES: Final = (1, 2, 4)
PATIENCE_S: Final = 120.0
LOOK_S: Final = 0.02
MEASURED: Final = (
    "core seconds of an update with four web processes, PostgreSQL's with them, against those with one: whole "
    "interviews of {at_once} people at once, each of whom answers as soon as the next screen is there; updates come "
    "by the webhook, to one process after the other, are durable before the 200, and are answered through a Bot API "
    "that takes every call at once; one, two and four by turns, {people} new people each, medians of {rounds} rounds; "
    "by the clock beside it: whoever presses, that Bot API, PostgreSQL and all of them share {cores} cores"
)


@dataclass
class Crowd:
    """People who answer by the webhook, each as soon as they see the next screen."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    seen: dict[int, asyncio.Event] = field(default_factory=dict)
    answered: int = 0
    sent_again: int = 0
    patience_s: float = PATIENCE_S

    def see(self, _method: str, person_id: int, _text: str, is_screen: bool) -> None:  # noqa: FBT001, as it is told
        """Note that a screen has come."""
        if is_screen and person_id in self.seen:
            self.seen[person_id].set()

    async def answer(self, addresses: Sequence[str], guests: Mapping[int, Interview], at_once: int) -> None:
        """Let all guests go through their interviews, so many at once."""
        behind, waiting = cycle(addresses), iter(guests.items())
        async with aiohttp.ClientSession(headers=SHOWN) as telegram:

            async def one_after_another() -> None:
                for person_id, interview in waiting:
                    async for _ in self.go(telegram, behind, person_id, interview.acts):
                        pass

            await asyncio.gather(*(one_after_another() for _ in range(at_once)))

    async def go(
        self, telegram: aiohttp.ClientSession, behind: Iterator[str], person_id: int, acts: Iterable[Act]
    ) -> AsyncIterator[float]:
        """Let a person do all that, and say of each act after how many seconds the next screen was there."""
        seen = self.seen[person_id] = asyncio.Event()
        for act in acts:
            seen.clear()
            began = time.perf_counter()
            await self._send(telegram, behind, update_of(act, person_id, next(self.numbers)))
            async with asyncio.timeout(self.patience_s):
                await seen.wait()
            self.answered += 1
            yield time.perf_counter() - began
        del self.seen[person_id]

    async def _send(self, telegram: aiohttp.ClientSession, behind: Iterator[str], update: Update) -> None:
        """Send an update until it is taken, as Telegram does: a connection may just have been silent for too long."""
        for address in behind:
            with contextlib.suppress(aiohttp.ClientConnectionError):
                async with telegram.post(address + PATH, json=update) as taken:
                    if taken.ok:
                        return
            self.sent_again += 1


@dataclass
class Spent:
    """Of each round with so many processes: updates a second, core seconds an update, and who has spent them."""

    per_second: list[float] = field(default_factory=list)
    cores_an_update: list[float] = field(default_factory=list)
    shares: dict[str, list[float]] = field(default_factory=lambda: {"web": [], "postgresql": [], "load": []})


async def web_processes(
    _folder: Path, people: int = 48, rounds: int = 5, at_once: int = 24, numbers: Sequence[int] = PROCESSES
) -> Figure | Skipped:
    """Measure updates answered a second, and what each of them costs."""
    if programs() is None:
        return Skipped(NAME, MISSING)
    key, spent = Fernet.generate_key().decode(), {number: Spent() for number in numbers}
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(postgres_server())
        database = await server.new_database()
        world = await stack.enter_async_context(world_at(database, Cipher([key])))
        product = dispatcher_for(world)
        interviews = await rehearsed(product, world, range(1, people + 1))
        crowd, person_ids = Crowd(), count(people + 1)
        telegram = await stack.enter_async_context(quick_telegram(crowd.see))
        for number in range(rounds):
            for processes in numbers[:: 1 if number % 2 else -1]:
                guests = {next(person_ids): interview for interview in interviews}
                await make_known(world, guests)
                async with webs(processes, telegram, database, key) as behind:
                    await _round(crowd, behind, guests, at_once, server, spent[processes])
                await expect_answers_of(world, guests)
    return _figure(spent, people, rounds, at_once)


async def _round(
    crowd: Crowd,
    behind: Mapping[str, int],
    guests: Mapping[int, Interview],
    at_once: int,
    server: PostgresServer,
    spent: Spent,
) -> None:
    def cores() -> dict[str, float]:
        web = sum(cores_of(process) for process in behind.values())
        return {"web": web, "postgresql": server.core_seconds(), "load": time.process_time()}

    answered, began, at_first = crowd.answered, time.perf_counter(), cores()
    await crowd.answer(list(behind), guests, at_once)
    seconds, busy = time.perf_counter() - began, {who: now - at_first[who] for who, now in cores().items()}
    updates = crowd.answered - answered
    spent.per_second.append(updates / seconds)
    spent.cores_an_update.append((busy["web"] + busy["postgresql"]) / updates)
    for who, share in busy.items():
        spent.shares[who].append(share / seconds)


@asynccontextmanager
async def webs(number: int, telegram: str, database: str, key: str) -> AsyncIterator[dict[str, int]]:
    """Run so many web processes for the length of a block; yields their addresses, and the process at each."""
    ports = [free_port() for _ in range(number)]
    async with AsyncExitStack() as stack:
        behind = {
            f"http://127.0.0.1:{port}": await stack.enter_async_context(child(_run_web, port, telegram, database, key))
            for port in ports
        }
        await asyncio.gather(*map(_listens, behind))
        yield behind


def _run_web(port: int, telegram: str, database: str, key: str) -> None:
    settings = Settings(
        bot_token=SecretStr(SANDBOX_TOKEN),
        telegram_api_base=telegram,
        database_url=database,
        data_keys=(SecretStr(key),),
        http_port=port,
        webhook_url=f"http://127.0.0.1:{port}{PATH}",
        webhook_secret=SecretStr(SECRET),
        log_level="WARNING",
        double_tap_seconds=0,  # nobody presses as fast as these people
    )
    with contextlib.redirect_stdout(sys.stderr):  # the bench's own output is one JSON object a line
        asyncio.run(run(settings, Role.WEB))


async def _listens(address: str) -> None:
    """Wait until a process answers."""
    async with aiohttp.ClientSession() as asking, asyncio.timeout(START_SECONDS):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with asking.get(f"{address}/readyz") as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(LOOK_S)


def _figure(spent: Mapping[int, Spent], people: int, rounds: int, at_once: int) -> Figure:
    one, four = spent[min(spent)], spent[max(spent)]
    return Figure(
        NAME,
        median(four.cores_an_update) * 1000,
        "core ms/update",
        LIMIT,
        MEASURED.format(people=people, rounds=rounds, at_once=at_once, cores=os.cpu_count()),
        yardstick=median(one.cores_an_update) * 1000,
        ratio=median(ratios(four.cores_an_update, one.cores_an_update)),
        details={
            "updates_per_second": {number: median(of.per_second) for number, of in spent.items()},
            "by_clock_over_one": {n: median(ratios(of.per_second, one.per_second)) for n, of in spent.items()},
            "cores_busy": {number: _medians(of.shares) for number, of in spent.items()},
        },
    )


def _medians(shares: Mapping[str, Iterable[float]]) -> dict[str, Any]:
    return {who: median(of) for who, of in shares.items()}
