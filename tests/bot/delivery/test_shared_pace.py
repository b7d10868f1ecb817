"""Several processes at one database write no faster together than one alone."""

import asyncio
import dataclasses
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import bot_at
from bot.database import Database, open_database
from bot.delivery import Pace
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram
from bot.store import turns
from bot.telegram.shared_pace import Replies
from bot.world import World
from tests.bot.delivery.family import Family, by_day

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
CROWD = range(2_000, 2_100)
ANSWERED = 40


@pytest.fixture
async def telegram() -> LocalTelegram:
    """A Telegram that takes 26 messages a second in all, hardly more than one worker sends."""
    return LocalTelegram(Limits(messages_per_second=26))


async def take(database: Database, seconds_later: float, count: int) -> list[float]:
    async with database.statement() as connection:
        return await turns.take(connection, NOW + timedelta(seconds=seconds_later), count, 25)


async def test_two_workers_together_keep_the_pace_of_one(
    family: Family, telegram: LocalTelegram, database_url: str
) -> None:
    for person_id in CROWD:
        await family.joins(person_id)
    await family.queue(*CROWD)
    async with open_database(database_url) as another:
        twin = dataclasses.replace(family, world=World(another, family.world.cipher, by_day))
        began = time.monotonic()
        async with family.delivering(Pace()), twin.delivering(Pace()):
            await family.nothing_waits()
        took = time.monotonic() - began
    assert [call.status for call in telegram.calls.of("sendMessage")] == [200] * len(CROWD)
    assert 3 <= took < len(CROWD) / 25 * 1.25
    assert {tuple(family.sees(person_id)) for person_id in CROWD} == {("Сәлем, 1",)}


async def test_notices_leave_room_for_what_people_are_answered(
    family: Family, telegram: LocalTelegram, base: str, database_url: str
) -> None:
    """Telegram takes 26 a second: answers of one process, and notices of another one."""
    for person_id in CROWD:
        await family.joins(person_id)
    replies, stop = Replies(), asyncio.Event()
    async with open_database(database_url) as another, bot_at(base, SANDBOX_TOKEN, note=replies.note) as answering:
        telling = asyncio.create_task(replies.tell(World(another, family.world.cipher, by_day), stop))
        await family.queue(*CROWD[:ANSWERED])
        began = time.monotonic()
        async with family.delivering(Pace()):
            for person_id in CROWD[-ANSWERED:]:
                await answering.send_message(person_id, "иә")
                await asyncio.sleep(0.06)
            await family.nothing_waits()
        took = time.monotonic() - began
        stop.set()
        await telling
    assert [call.status for call in telegram.calls.of("sendMessage")] == [200] * 2 * ANSWERED
    assert took >= (2 * ANSWERED - 26) / 26


async def use(database: Database, seconds_later: float, count: int) -> None:
    async with database.statement() as connection:
        await turns.use(connection, NOW + timedelta(seconds=seconds_later), count)


async def test_what_was_answered_takes_turns_that_notices_then_do_not_have(database: Database) -> None:
    await use(database, 0, 5)
    assert await take(database, 0, 1) == [0], "in the fifth of a second before it nothing else was sent"
    await use(database, 0, 10)
    assert await take(database, 0, 2) == pytest.approx([0.44, 0.48])


async def test_however_much_is_answered_some_notices_leave_each_second(database: Database) -> None:
    for _ in range(10):
        await use(database, 0, 100)
    assert await take(database, 0, 5) == pytest.approx([1, 1.04, 1.08, 1.12, 1.16])
    await use(database, 0, 100)
    assert await take(database, 1, 1) == pytest.approx([0.2])


async def test_who_asks_next_gets_the_turns_after_those(database: Database) -> None:
    assert await take(database, 0, 5) == [0] * 5, "nobody has sent anything for a while"
    assert await take(database, 0, 5) == pytest.approx([0, 0.04, 0.08, 0.12, 0.16])
    assert await take(database, 0.1, 2) == pytest.approx([0.1, 0.14])


async def test_turns_that_nobody_took_do_not_pile_up(database: Database) -> None:
    """After an hour without notices as many leave at once as after a fifth of a second."""
    await take(database, 0, 5)
    assert await take(database, 3_600, 7) == pytest.approx([0, 0, 0, 0, 0, 0, 0.04])


async def test_a_clock_that_was_set_back_holds_nobody_up(database: Database) -> None:
    """The sandbox's clock may be a quarter ahead, and then be set to the real time."""
    await take(database, 90 * 24 * 3_600, 5)
    assert await take(database, 0, 1) == [0]
