"""While another process has SQLite's lock, a writer waits without holding anybody up."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import Database, open_database, sqlite


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A file with one counter."""
    path = tmp_path / "komek.sqlite3"
    async with open_database(f"sqlite:///{path}") as database, database.statement() as connection:
        await connection.fetch("create table counters (value integer)", {})
        await connection.fetch("insert into counters values (0)", {})
    return path


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """The program's own connections to that file."""
    async with open_database(f"sqlite:///{file}") as database:
        yield database


@pytest.fixture
def another(file: Path) -> sqlite3.Connection:
    """A connection of somebody else, who has begun to write."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


async def write(database: Database, value: int) -> None:
    async with database.statement() as connection:
        await connection.fetch("update counters set value = :value", {"value": value})


async def value(database: Database) -> int:
    async with database.reading() as connection:
        (row,) = await connection.fetch("select value from counters", {})
    found: int = row["value"]
    return found


async def test_a_writer_waits_for_the_lock_and_then_writes(database: Database, another: sqlite3.Connection) -> None:
    writing = asyncio.create_task(write(database, 7))
    await asyncio.sleep(0.05)
    assert not writing.done()
    another.execute("COMMIT")
    await writing
    assert await value(database) == 7
    another.close()


async def test_everybody_else_goes_on_meanwhile(database: Database, another: sqlite3.Connection) -> None:
    """The loop turns and readers read, though they read on the loop itself."""
    writing = asyncio.create_task(write(database, 7))
    for _ in range(20):
        async with asyncio.timeout(1):
            await asyncio.sleep(0.001)
            assert await value(database) == 0
    assert not writing.done()
    another.execute("ROLLBACK")
    another.close()
    await writing


async def test_a_transaction_waits_as_well(database: Database, another: sqlite3.Connection) -> None:
    async def add() -> None:
        async with database.transaction() as transaction:
            await transaction.fetch("update counters set value = value + 1", {})

    adding = asyncio.create_task(add())
    await asyncio.sleep(0.02)
    another.execute("update counters set value = 10")
    another.execute("COMMIT")
    another.close()
    await adding
    assert await value(database) == 11


async def test_patience_ends_for_all_who_wait_and_the_next_can_write(
    file: Path, another: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_S", 0.02)
    async with open_database(f"sqlite:///{file}") as database:
        refused = await asyncio.gather(write(database, 7), write(database, 9), return_exceptions=True)
        assert [str(error) for error in refused] == ["database is locked"] * 2
        another.close()
        await write(database, 8)
        assert await value(database) == 8


async def test_those_who_wait_for_the_lock_share_one_commit_then(
    database: Database, another: sqlite3.Connection
) -> None:
    """Whoever came while the first waited is in the next commit, in the order in which they came."""
    writing = [asyncio.create_task(write(database, number)) for number in (1, 2, 3)]
    await asyncio.sleep(0.02)
    writing += [asyncio.create_task(write(database, number)) for number in (4, 5)]
    another.execute("ROLLBACK")
    another.close()
    await asyncio.gather(*writing)
    assert await value(database) == 5


async def test_a_commit_that_the_disk_refuses_is_told_to_all_and_undone(database: Database) -> None:
    """The file may not grow: the transaction is undone as a whole, and later ones are not hindered."""
    async with database.statement() as connection:
        await connection.fetch("create table papers (text text)", {})
        (row,) = await connection.fetch("pragma page_count", {})
        await connection.fetch(f"pragma max_page_count = {row['page_count'] + 1}", {})

    async def fill(text: str) -> None:
        async with database.statement() as connection:
            await connection.fetch("insert into papers values (:text)", {"text": text})

    results = await asyncio.gather(write(database, 7), fill("x" * 100_000), write(database, 8), return_exceptions=True)
    assert all("full" in str(result) for result in results if result is not None)
    assert results[1] is not None
    assert await value(database) in {0, 8}, "all or, where SQLite undid only the one, the others"
    await write(database, 9)
    assert await value(database) == 9


async def test_who_stops_waiting_leaves_the_turn_to_others(database: Database, another: sqlite3.Connection) -> None:
    writing = asyncio.create_task(write(database, 7))
    await asyncio.sleep(0.01)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    another.execute("ROLLBACK")
    another.close()
    await write(database, 8)
    assert await value(database) == 8
