"""Two transactions that want the same rows: neither waits for ever, and nobody is told of an error for it."""

import asyncio
from datetime import timedelta

import pytest

from bot import casework
from bot.database import Connection, Database, open_database, retry_on_deadlock
from bot.errors import DeadlockError
from bot.store import cases, outbox
from bot.world import World
from tests.bot.case_story import AIGUL, IVAN, Story, kz
from tests.databases import ON_POSTGRESQL

VISIT_AT = kz(2026, 11, 18, 10)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def told(story: Story) -> Story:
    """Two people, each with a visit and a status that are still to be told."""
    await story.open()
    await story.join(AIGUL)
    await story.join(IVAN, "ru")
    await story.decide("received")
    await story.visit(VISIT_AT)
    return story


async def claim(world: World) -> list[str]:
    async with world.database.statement() as connection:
        claimed = await outbox.claim(connection, world.cipher, world.now(), world.now() + MINUTE, 10)
    return [notice.kind for notice in claimed]


async def lock_in(connection: Connection, person_id: int) -> None:
    """Change the rows of a person, as somebody does who takes their notices back or deletes them."""
    sql = "update outbox set attempts = attempts where person_id = :person_id"
    await connection.fetch(sql, {"person_id": person_id})


@ON_POSTGRESQL
async def test_a_claim_waits_for_nobody_and_takes_what_is_free(told: Story, database_url: str) -> None:
    """Whoever never waits while it holds something can be in no ring of people who wait for each other."""
    async with open_database(database_url) as another, another.transaction() as holding:
        await lock_in(holding, AIGUL)
        async with asyncio.timeout(2):
            assert await claim(told.world) == ["case-received"], "the one of the other person"
    assert await claim(told.world) == ["follower-joined"], "of each person the first"


async def test_events_withdrawals_claims_and_farewells_at_once_all_succeed(told: Story, database_url: str) -> None:
    """From two connections each, as the API, the worker and the conversation have them."""
    async with open_database(database_url) as another:
        twin = World(another, told.cipher, lambda: told.at)

        async def moves() -> None:
            for day in range(12):
                await told.move(VISIT_AT + timedelta(hours=day))

        async def claims(world: World) -> None:
            for _ in range(25):
                await claim(world)
                async with world.database.transaction() as transaction:
                    await outbox.withdraw_outdated(transaction, world.now())

        async def comes_and_goes() -> None:
            for _ in range(6):
                assert await casework.leave(twin, await told.id(), IVAN)
                assert await casework.join(twin, await told.link(), IVAN)
            await casework.forget_person(twin, IVAN)

        async with asyncio.timeout(60):
            await asyncio.gather(moves(), claims(told.world), claims(twin), comes_and_goes())
    async with told.database.reading() as connection:
        assert [one.person_id for one in await cases.followers(connection, told.cipher, await told.id())] == [AIGUL]


async def test_who_is_forgotten_while_an_event_comes_in_is_told_nothing_and_breaks_nothing(
    told: Story, database_url: str
) -> None:
    """Of the two the second waits for the first, at the row of the case."""
    async with open_database(database_url) as another:
        twin = World(another, told.cipher, lambda: told.at)
        await asyncio.gather(
            told.move(VISIT_AT + timedelta(hours=1)),
            casework.forget_person(twin, IVAN),
            told.decide("under_review"),
        )
    assert {row.person_id for row in await told.queued()} == {AIGUL}


@ON_POSTGRESQL
async def test_a_change_that_the_server_undid_for_another_one_begins_again(told: Story, database_url: str) -> None:
    """Two real transactions that take two rows in the opposite order: a ring, which the server breaks."""
    begun: list[int] = []
    both, one_is_through = asyncio.Barrier(2), asyncio.Event()

    @retry_on_deadlock
    async def change(database: Database, first: int, second: int) -> None:
        begun.append(first)
        is_first_time = len(begun) <= both.parties
        if not is_first_time:
            await one_is_through.wait()  # otherwise the two may make a ring again
        async with database.transaction() as transaction:
            await lock_in(transaction, first)
            if is_first_time:
                await both.wait()
            await lock_in(transaction, second)
        one_is_through.set()

    async with open_database(database_url) as another:
        await asyncio.gather(change(told.database, AIGUL, IVAN), change(another, IVAN, AIGUL))
    assert len(begun) == 3


async def test_a_change_that_is_always_undone_is_refused_in_the_end() -> None:
    begun = []

    @retry_on_deadlock
    async def change() -> None:
        begun.append(1)
        raise DeadlockError

    with pytest.raises(DeadlockError, match="try again"):
        await change()
    assert len(begun) == 4
