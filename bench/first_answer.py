"""From the start of `komek run` to its first answer, beside an echo in aiogram, whose import is most of it."""

import asyncio
import os
import resource
import subprocess
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench.figures import Below, Figure
from bench.interviews import message_update
from bench.processes import cores_of
from bench.quick_telegram import quick_telegram
from bench.turns import ratios
from bot.sandbox import SANDBOX_TOKEN

NAME: Final = "start_to_first_answer"
LIMIT: Final = Below(3.0)
PATIENCE_S: Final = 240.0
OURS, ECHO = "ours", "echo"
MEASURED: Final = (
    "processor seconds of `komek run` from its start, on a SQLite file that is there, until it has answered the /start "
    "that waits for it, with polling, to a Bot API that takes every call at once; against a process that imports "
    "aiogram and answers the same as an echo; each once a round, medians of {rounds}; by the clock beside it"
)
ECHOING: Final = """
import asyncio, sys
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

dispatcher = Dispatcher()

@dispatcher.message()
async def say_again(message):
    await message.answer(message.text)

base, token = sys.argv[1:]
bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
asyncio.run(dispatcher.start_polling(bot))
"""


@dataclass
class Waiting:
    """One person after the other who has written /start and waits for an answer."""

    numbers: "count[int]" = field(default_factory=lambda: count(1))
    news: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def write(self) -> None:
        """Let somebody new write."""
        self.answered.clear()
        self.news = asyncio.Queue()  # a process that was killed may still wait at the one before
        number = next(self.numbers)
        self.news.put_nowait(message_update(number, number, "/start"))

    async def next_ones(self) -> list[dict[str, Any]]:
        """Return what was written, as to a bot that polls."""
        return [await self.news.get()]

    def see(self, _method: str, _person_id: int, _text: str, _is_screen: bool) -> None:  # noqa: FBT001, as it is told
        """Note that an answer has come."""
        self.answered.set()


@dataclass
class Started:
    """Processor seconds of each start until the answer, and those by the clock."""

    cores: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


async def first_answer(folder: Path, rounds: int = 7, warm_up: int = 1) -> Figure:
    """Measure a start; so many of each before that, which compile and make the file, do not count."""
    waiting, started, imports = Waiting(), {OURS: Started(), ECHO: Started()}, list[float]()
    async with quick_telegram(waiting.see, waiting.next_ones) as telegram:
        commands = {OURS: ["-m", "bot", "run"], ECHO: ["-c", ECHOING, telegram, SANDBOX_TOKEN]}
        environment = {
            "BOT_TOKEN": SANDBOX_TOKEN,
            "TELEGRAM_API_BASE": telegram,
            "DATABASE_URL": f"sqlite:///{folder}/start.sqlite3",
            "HTTP_PORT": "0",
        }
        for _ in range(warm_up + rounds):
            for name, command in commands.items():
                await _start(command, {**os.environ, **environment}, waiting, started[name])
            imports.append(await asyncio.to_thread(_of_import))
    for measured in (*(each for one in started.values() for each in (one.cores, one.seconds)), imports):
        del measured[:warm_up]
    return _figure(started, imports, rounds)


async def _start(command: Sequence[str], environment: dict[str, str], waiting: Waiting, started: Started) -> None:
    waiting.write()
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, env=environment, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        async with asyncio.timeout(PATIENCE_S):
            await waiting.answered.wait()
        started.seconds.append(time.perf_counter() - began)
        started.cores.append(cores_of(process.pid))
    finally:
        process.kill()
        await process.wait()


def _of_import() -> float:
    """Return the processor seconds of a process that imports aiogram and ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import aiogram"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _figure(started: dict[str, Started], imports: Sequence[float], rounds: int) -> Figure:
    ours, echo = started[OURS], started[ECHO]
    return Figure(
        NAME,
        median(ours.cores),
        "s of the processor",
        LIMIT,
        MEASURED.format(rounds=rounds),
        yardstick=median(echo.cores),
        ratio=median(ratios(ours.cores, echo.cores)),
        details={
            "import_of_aiogram": median(imports),
            "part_that_is_its_import": median(ratios(imports, ours.cores)),
            "by_clock_s": {name: median(one.seconds) for name, one in started.items()},
        },
    )
