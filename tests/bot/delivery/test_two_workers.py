"""Two workers at one outbox, as two processes have it on PostgreSQL."""

import asyncio
import dataclasses
from collections import Counter
from datetime import timedelta

import pytest

from bot.database import open_database
from bot.delivery import UNPACED
from bot.delivery.worker import CHANNEL
from bot.store import outbox
from bot.store.notice_keys import of_event
from bot.world import World
from tests.bot.delivery.family import FATHER, MOTHER, Family, by_day
from tests.databases import ON_POSTGRESQL

LEASE = timedelta(seconds=60)


async def claims(world: World, batch: int) -> list[int]:
    now = world.now()
    async with world.database.statement() as connection:
        claimed = await outbox.claim(connection, world.cipher, now, now + LEASE, batch)
    return [notice.person_id for notice in claimed]


async def test_two_workers_never_send_the_same_notice(family: Family, database_url: str) -> None:
    """Each has connections of its own, and is quick enough to stand on the other's feet."""
    crowd = range(2_000, 2_040)
    for person_id in crowd:
        await family.joins(person_id)
    for _ in range(8):
        await family.queue(*crowd)
    async with open_database(database_url) as another:
        twin = dataclasses.replace(family, world=World(another, family.world.cipher, by_day))
        pace = dataclasses.replace(UNPACED, in_flight=8)
        async with family.delivering(pace), twin.delivering(pace):
            await family.nothing_waits(60)
    for person_id in crowd:
        assert family.sees(person_id) == [f"Сәлем, {number}" for number in range(1, 9)]
    assert Counter(change.kind for change in await family.changes()) == {"delivered": 320}


async def test_of_claims_at_the_same_moment_each_notice_goes_to_one(family: Family, database_url: str) -> None:
    for _ in range(20):
        await family.queue(MOTHER, FATHER)
    async with open_database(database_url) as another:
        worlds = [family.world, World(another, family.world.cipher, by_day)]
        claimed = await asyncio.gather(*(claims(world, 5) for world in worlds * 4))
    assert Counter(person_id for batch in claimed for person_id in batch) == {MOTHER: 1, FATHER: 1}


async def test_a_person_has_one_notice_on_its_way_at_a_time(family: Family) -> None:
    await family.queue(MOTHER)
    await family.queue(MOTHER)
    assert await claims(family.world, 10) == [MOTHER]
    assert await claims(family.world, 10) == []


@ON_POSTGRESQL
async def test_what_one_process_queues_the_worker_of_another_one_hears_of(family: Family, database_url: str) -> None:
    heard = asyncio.Event()
    async with open_database(database_url) as another:
        await another.listen(CHANNEL, heard.set)
        await family.queue(MOTHER)
        async with asyncio.timeout(10):
            await heard.wait()


async def test_whom_one_worker_has_just_told_something_the_other_lets_rest(family: Family) -> None:
    await family.queue(MOTHER)
    await family.queue(MOTHER)
    world, rest = family.world, timedelta(seconds=1)

    async def claimed_by(mark: str, later: timedelta = timedelta()) -> list[int]:
        now = world.now() + later
        async with world.database.statement() as connection:
            found = await outbox.claim(connection, world.cipher, now, now + LEASE, 10, mark=mark, rest=rest)
        return [notice.id for notice in found]

    (first,) = await claimed_by("one")
    async with world.database.transaction() as transaction:
        await outbox.settle_delivered(transaction, [outbox.Reply(first, 7, None)], world.now())
    assert await claimed_by("other") == []
    assert await claimed_by("other", later=rest) == [first + 1]


@pytest.mark.parametrize("state", ["undeliverable", "failed"])
async def test_what_one_worker_has_settled_the_other_cannot_settle_again(family: Family, state: outbox.Settled) -> None:
    await family.queue(MOTHER)
    fate = (await family.fates())[0]
    async with family.world.database.transaction() as transaction:
        assert await outbox.settle(transaction, fate.id, "delivered", family.world.now(), 5)
        assert not await outbox.settle(transaction, fate.id, state, family.world.now())
    assert (await family.fates())[0].state == "delivered"


async def test_marking_and_withdrawing_at_once_never_wait_for_each_other(family: Family) -> None:
    for _ in range(30):
        await family.queue(MOTHER, FATHER)

    async def withdraw_all() -> None:
        for number in range(30, 0, -1):
            async with family.world.database.transaction() as transaction:
                await outbox.withdraw(transaction, of_event("79-000123", f"e{number}"), family.world.now())

    async with family.delivering():
        await withdraw_all()
        await family.nothing_waits()
    counts = await family.counts()
    assert sum(counts.values()) == 60
    assert set(counts) <= {"delivered", "withdrawn"}
