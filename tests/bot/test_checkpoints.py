"""SQLite's fault of two processes that write and checkpoint at the same time cannot happen to this program."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from bot.database import checkpoints, open_database
from bot.database.checkpoints import DUE_AFTER, Checkpoints, has_fault
from bot.database.sqlite import SQLiteDatabase, connected

PAGE_BYTES: Final = 4096
PROCESSES: Final = 3
COMMITS: Final = 150
WRITER: Final = """
import asyncio, sys
from bot.database import checkpoints, open_database

checkpoints.DUE_AFTER = 1  # behind every commit

async def write(url, who):
    async with open_database(url) as database:
        sys.stdin.readline()
        for number in range({commits}):
            async with database.transaction() as transaction:
                await transaction.fetch(
                    "insert into notes (who, number, text) values (:who, :number, :text)",
                    {{"who": who, "number": number, "text": who * (number % 97 * 40)}},
                )
            async with database.statement() as connection:
                await connection.fetch("update counters set value = value + 1", {{}})

asyncio.run(write(*sys.argv[1:]))
"""


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A file with a table and a counter."""
    path = tmp_path / "komek.sqlite3"
    async with open_database(f"sqlite:///{path}") as database, database.statement() as connection:
        await connection.fetch("create table notes (who text, number integer, text text)", {})
        await connection.fetch("create index notes_by_text on notes (text, who)", {})
        await connection.fetch("create table counters (value integer)", {})
        await connection.fetch("insert into counters values (0)", {})
    return path


@pytest.fixture
async def database(file: Path) -> AsyncIterator[SQLiteDatabase]:
    """The program's own connections to it."""
    async with open_database(f"sqlite:///{file}") as database:
        assert isinstance(database, SQLiteDatabase)
        yield database


@pytest.fixture
def writer(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that has something to copy into the file."""
    with closing(connected(file)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("insert into notes values ('a', 1, 'waits in the WAL')")
        yield writer


@pytest.fixture
def other(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection of somebody else, who does not wait."""
    with closing(connected(file)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        yield other


def made(writer: sqlite3.Connection, file: Path) -> bool:
    """Make a checkpoint, if nobody else writes."""
    with closing(Checkpoints(lambda: connected(file))) as guarded:
        return guarded.make(writer)


def test_while_a_checkpoint_is_made_nobody_can_commit(
    writer: sqlite3.Connection, other: sqlite3.Connection, file: Path
) -> None:
    """So no commit begins the WAL anew behind its back."""
    tried = list[str]()

    def try_to_write(statement: str) -> None:
        if "wal_checkpoint" in statement:
            with pytest.raises(sqlite3.OperationalError, match="database is locked"):
                other.execute("update counters set value = 7")
            tried.append(statement)

    writer.set_trace_callback(try_to_write)
    assert made(writer, file)
    assert tried == ["PRAGMA wal_checkpoint(PASSIVE)"]
    assert b"waits in the WAL" in file.read_bytes()
    other.execute("update counters set value = 7")


def test_while_another_process_writes_no_checkpoint_is_made(
    writer: sqlite3.Connection, other: sqlite3.Connection, file: Path
) -> None:
    other.execute("BEGIN IMMEDIATE")
    assert not made(writer, file)
    assert b"waits in the WAL" not in file.read_bytes()
    other.execute("COMMIT")
    assert made(writer, file)
    assert b"waits in the WAL" in file.read_bytes()


async def test_a_commit_that_finds_another_writing_is_durable_all_the_same(
    database: SQLiteDatabase, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checkpoint comes behind the next one."""
    monkeypatch.setattr(Checkpoints, "make", lambda *_: other.execute("select no_such_column"))
    monkeypatch.setattr(checkpoints, "DUE_AFTER", 1)
    async with database.statement() as connection:
        await connection.fetch("update counters set value = 5", {})
    async with database.transaction() as transaction:
        await transaction.fetch("update counters set value = value + 1", {})
    assert other.execute("select value from counters").fetchone()[0] == 6


async def test_sqlite_makes_no_checkpoint_by_itself_and_the_wal_does_not_grow(
    database: SQLiteDatabase, file: Path
) -> None:
    async with database.statement() as connection:
        (row,) = await connection.fetch("pragma wal_autocheckpoint", {})
    assert row["wal_autocheckpoint"] == 0
    for start in range(0, 10 * DUE_AFTER, 50):
        async with database.transaction() as transaction:
            rows = [{"number": number, "text": f"{number:400}"} for number in range(start, start + 50)]
            await transaction.run_each("insert into notes values ('a', :number, :text)", rows)
    in_file, in_wal = sizes(file)
    assert in_wal < 4 * DUE_AFTER * PAGE_BYTES
    assert in_file > 5 * DUE_AFTER * 400, "what was committed is in the file, too"


def sizes(file: Path) -> tuple[int, int]:
    """Return how many bytes the file has, and the WAL."""
    return file.stat().st_size, Path(f"{file}-wal").stat().st_size


def test_processes_that_write_and_checkpoint_at_the_same_time_lose_nothing(file: Path) -> None:
    writing = [
        subprocess.Popen(  # noqa: S603 - this interpreter, on this test's own file
            [sys.executable, "-c", WRITER.format(commits=COMMITS), f"sqlite:///{file}", who], stdin=subprocess.PIPE
        )
        for who in "abcdef"[:PROCESSES]
    ]
    for process in writing:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    for process in writing:
        process.communicate()
        assert process.returncode == 0
    with closing(sqlite3.connect(file)) as look:
        assert look.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert look.execute("select value from counters").fetchone()[0] == PROCESSES * COMMITS
        told = look.execute("select who, count(distinct number), count(*) from notes group by who").fetchall()
    assert told == [(who, COMMITS, COMMITS) for who in "abcdef"[:PROCESSES]]


@pytest.mark.parametrize(
    ("version", "has"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_the_versions_with_the_fault_are_known(version: tuple[int, ...], has: bool) -> None:  # noqa: FBT001
    assert has_fault(version) == has


def test_an_operator_is_told_of_the_fault_where_the_library_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    assert "only while nobody can write" in checkpoints.fault_told()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    assert checkpoints.fault_told() == ""


async def test_those_who_close_last_leave_one_file(file: Path) -> None:
    async with open_database(f"sqlite:///{file}") as database, database.statement() as connection:
        await connection.fetch("update counters set value = 3", {})
    await asyncio.sleep(0)
    assert sorted(path.name for path in file.parent.glob("[!.]*")) == [file.name]
