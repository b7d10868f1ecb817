"""While another process has SQLite's lock, a writer waits without holding anybody up."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import Database, sqlite


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A file with one counter."""
    path = tmp_path / "komek.sqlite3"
    async with Database.opened(f"sqlite:///{path}") as database, database.statement() as connection:
        await connection.fetch("create table counters (value integer)", {})
        await connection.fetch("insert into counters values (0)", {})
    return path


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """The program's own connections to that file."""
    async with Database.opened(f"sqlite:///{file}") as database:
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
    """The loop turns and readers read, although nothing runs in a thread."""
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


async def test_patience_ends(database: Database, another: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_S", 0.02)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        await write(database, 7)
    another.close()
    await write(database, 8)
    assert await value(database) == 8


async def test_who_stops_waiting_leaves_the_turn_to_others(database: Database, another: sqlite3.Connection) -> None:
    writing = asyncio.create_task(write(database, 7))
    await asyncio.sleep(0.01)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    another.execute("ROLLBACK")
    another.close()
    await write(database, 8)
    assert await value(database) == 8
