"""An event is accepted once, whoever else sends it at the same time."""

import asyncio
from datetime import datetime

from bot.database import Database
from bot.store import inbox
from tests.bot.store.failing import failing_transaction


async def note(database: Database, source: str, event_id: str, body_hash: str, now: datetime) -> bool:
    async with database.transaction() as transaction:
        return await inbox.note(transaction, "KZ-79", source, event_id, body_hash, now)


async def seen(database: Database, source: str, event_id: str) -> str | None:
    async with database.reading() as connection:
        return await inbox.seen(connection, "KZ-79", source, event_id)


async def test_an_event_is_noted_once_and_its_first_body_stays(database: Database, now: datetime) -> None:
    assert await note(database, "/akimat", "e1", "first", now)
    assert not await note(database, "/akimat", "e1", "second", now)
    assert await seen(database, "/akimat", "e1") == "first"


async def test_two_sources_may_use_the_same_id(database: Database, now: datetime) -> None:
    assert await note(database, "/akimat", "e1", "one", now)
    assert await note(database, "/centre", "e1", "other", now)
    assert await seen(database, "/centre", "e1") == "other"


async def test_two_regions_may_use_the_same_source_and_id(database: Database, now: datetime) -> None:
    """Nobody takes an id away from another authority."""
    async with database.transaction() as transaction:
        assert await inbox.note(transaction, "KZ-79", "/akimat", "e1", "one", now)
        assert await inbox.note(transaction, "KZ-71", "/akimat", "e1", "other", now)
        assert await inbox.seen(transaction, "KZ-79", "/akimat", "e1") == "one"


async def test_an_event_that_never_came_was_not_seen(database: Database) -> None:
    assert await seen(database, "/akimat", "e1") is None


async def test_what_is_rolled_back_was_not_seen(database: Database, now: datetime) -> None:
    """A refused event can be mended and sent again with its id."""
    async with failing_transaction(database) as transaction:
        await inbox.note(transaction, "KZ-79", "/akimat", "e1", "refused", now)
    assert await seen(database, "/akimat", "e1") is None
    assert await note(database, "/akimat", "e1", "mended", now)


async def test_of_ten_at_once_one_is_first(database: Database, now: datetime) -> None:
    noted = await asyncio.gather(*(note(database, "/akimat", "e1", str(number), now) for number in range(10)))
    assert noted.count(True) == 1
    assert await seen(database, "/akimat", "e1") == str(noted.index(True))


async def test_who_comes_second_waits_for_what_becomes_of_the_first(database: Database, now: datetime) -> None:
    """The first one fails after the second has begun: then the second is the first."""
    began = asyncio.Event()

    async def fail() -> None:
        async with database.transaction() as transaction:
            await inbox.note(transaction, "KZ-79", "/akimat", "e1", "failed", now)
            began.set()
            await asyncio.sleep(0.1)
            raise RuntimeError

    async def follow() -> bool:
        await began.wait()
        return await note(database, "/akimat", "e1", "second", now)

    failed, followed = await asyncio.gather(fail(), follow(), return_exceptions=True)
    assert isinstance(failed, RuntimeError)
    assert followed is True
