"""The yardsticks of the delivery: messages sent bare with a durable mark after each, or evenly by the clock."""

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.connection import Connection
from typing import Final, NamedTuple

from aiogram import Bot

from bench.followed_cases import case_of, queue_by_turns
from bench.processes import child, received
from bot.app import bot_at, stop_asked
from bot.sandbox import SANDBOX_TOKEN
from bot.store import outbox
from bot.world import World

TEXT: Final = "Сіздің істе жаңалық бар."
NOT_YET: Final = timedelta(days=1)  # no worker takes what is due so late


class Marked(NamedTuple):
    """A row of the outbox that is marked once a person is sent a text."""

    notice_id: int
    person_id: int


async def queue_bare(world: World, numbers: range, persons: int) -> list[Marked]:
    """Queue a notice for each number as the delivery's are queued, but so that no worker takes it."""
    await queue_by_turns(world, numbers, persons, world.now() + NOT_YET)
    person_ids = sorted({1 + number % persons for number in numbers})
    async with world.database.reading() as connection:
        return [
            Marked(fate.id, person_id)
            for person_id in person_ids
            for fate in await outbox.of_case(connection, case_of(person_id))
            if fate.state == "waiting"
        ]


async def send_bare(world: World, bot: Bot, rows: Sequence[Marked], in_flight: int = 1) -> None:
    """Send a text for each row and mark it, so many at a time: no program that remembers what it sent can do less."""
    waiting = iter(rows)

    async def one_after_another() -> None:
        for row in waiting:
            sent = await bot.send_message(row.person_id, TEXT)
            async with world.database.statement() as connection:
                await outbox.settle(connection, row.notice_id, "delivered", world.now(), sent.message_id)

    await asyncio.gather(*(one_after_another() for _ in range(in_flight)))


@dataclass(slots=True)
class Evenly:
    """How many a second were sent, once the sending has ended."""

    per_second: float = 0.0


@asynccontextmanager
async def sending_evenly(base: str, per_second: int, persons: int) -> AsyncIterator[Evenly]:
    """Send by the clock for the length of a block, in a process that does nothing else."""
    here, there = multiprocessing.Pipe()
    evenly = Evenly()
    async with child(_send_evenly, there, base, per_second, persons):
        await asyncio.to_thread(received, here)  # that the first was sent
        yield evenly
    evenly.per_second = received(here)


def _send_evenly(connection: Connection, base: str, per_second: int, persons: int) -> None:
    connection.send(asyncio.run(_evenly(connection, base, per_second, persons)))


async def _evenly(connection: Connection, base: str, per_second: int, persons: int) -> float:
    """Send until SIGTERM, and catch up with what is late. Returns how many a second it was, from first to last."""
    stop, number = stop_asked(), 0
    async with bot_at(base, SANDBOX_TOKEN) as bot:
        await bot.send_message(1, TEXT)
        connection.send(number)
        began = last = time.perf_counter()
        while not stop.is_set():
            number += 1
            await asyncio.sleep(began + number / per_second - time.perf_counter())
            await bot.send_message(1 + number % persons, TEXT)
            last = time.perf_counter()
    return number / (last - began) if number else 0.0
