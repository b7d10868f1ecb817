"""The same door, the same promises, whichever database is behind it."""

import asyncio
import os
import secrets
import sqlite3
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.database import Connection, Database, migrate, open_database
from bot.database.opening import connect
from bot.errors import DatabaseUnavailableError
from tests.databases import run_on_postgres


@pytest.fixture
async def counter(database: Database) -> Database:
    """A database with a row to count in."""
    async with database.transaction() as transaction:
        await transaction.fetch("create table tallies (name text primary key, value integer)", {})
        await transaction.fetch("insert into tallies values ('visits', 0)", {})
    return database


@pytest.fixture
def _no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


async def add_one(connection: Connection) -> None:
    """Read, let others run, write: loses counts unless writers take turns."""
    rows = await connection.fetch("select value from tallies where name = :name", {"name": "visits"})
    await asyncio.sleep(0)
    value = rows[0]["value"] + 1
    await connection.fetch("update tallies set value = :value where name = :name", {"value": value, "name": "visits"})


async def count(database: Database) -> int:
    async with database.reading() as connection:
        rows = await connection.fetch("select value from tallies", {})
    value: int = rows[0]["value"]
    return value


async def test_a_transaction_is_seen_once_it_ends_and_not_before(counter: Database) -> None:
    async with counter.transaction() as transaction:
        await add_one(transaction)
        assert await count(counter) == 0
    assert await count(counter) == 1


async def test_one_statement_for_many_rows_belongs_to_its_transaction(counter: Database) -> None:
    rows = [{"name": f"tally {number}", "value": number} for number in range(100)]
    insert = "insert into tallies (name, value) values (:name, :value)"

    async def change_one_mind() -> None:
        async with counter.transaction() as transaction:
            await transaction.run_each(insert, rows)
            raise LookupError

    with pytest.raises(LookupError):
        await change_one_mind()
    async with counter.transaction() as transaction:
        await transaction.run_each(insert, rows)
        await transaction.run_each("update tallies set value = value + 1 where name = :name", rows)
    async with counter.reading() as connection:
        sums = await connection.fetch("select count(*) as tallies, sum(value) as total from tallies", {})
    assert (sums[0]["tallies"], sums[0]["total"]) == (101, sum(range(100)) + 100)


async def test_an_exception_undoes_the_whole_transaction(counter: Database) -> None:
    async def change_one_mind() -> None:
        async with counter.transaction() as transaction:
            await add_one(transaction)
            raise LookupError

    with pytest.raises(LookupError):
        await change_one_mind()
    assert await count(counter) == 0


async def test_a_cancelled_transaction_is_undone_and_blocks_nobody(counter: Database) -> None:
    """Wherever the cancellation hits: at BEGIN, at a statement, at COMMIT."""

    async def write() -> None:
        async with counter.transaction() as transaction:
            await add_one(transaction)
            await asyncio.sleep(0)

    for steps in range(12):
        before = await count(counter)
        task = asyncio.create_task(write())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with counter.transaction() as transaction:
            await add_one(transaction)
        assert await count(counter) - before in {1, 2}  # 2 when COMMIT had been sent already


async def test_a_cancelled_statement_blocks_nobody(counter: Database) -> None:
    task = asyncio.create_task(write_statement(counter, "update tallies set value = 7"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await write_statement(counter, "update tallies set value = 8")
    assert await count(counter) == 8


async def write_statement(database: Database, sql: str, **parameters: object) -> None:
    async with database.statement() as connection:
        await connection.fetch(sql, parameters)


async def test_a_single_statement_is_committed_when_it_returns(counter: Database, database_url: str) -> None:
    await write_statement(counter, "update tallies set value = 5")
    async with open_database(database_url) as another:
        assert await count(another) == 5


async def test_statements_that_wait_together_are_all_committed(counter: Database, database_url: str) -> None:
    """Each is told its own rows."""

    async def visit(name: str) -> str:
        async with counter.statement() as connection:
            sql = "insert into tallies values (:name, 1) returning name"
            (row,) = await connection.fetch(sql, {"name": name})
        returned: str = row["name"]
        return returned

    names = [f"person {number}" for number in range(30)]
    assert await asyncio.gather(*map(visit, names)) == names
    async with open_database(database_url) as another, another.reading() as connection:
        rows = await connection.fetch("select name from tallies where value = 1", {})
    assert {row["name"] for row in rows} == set(names)


async def test_a_statement_that_fails_fails_alone(counter: Database) -> None:
    """Also one of several rows of which only the second is refused: the first is not kept either."""
    statements = [
        "update tallies set value = value + 1",
        "insert into tallies values ('other', 1), ('visits', 1)",
        "insert into nowhere values (1)",
        "update tallies set value = value + 1",
    ]
    results = await asyncio.gather(*(write_statement(counter, sql) for sql in statements), return_exceptions=True)
    assert [isinstance(result, Exception) for result in results] == [False, True, True, False]
    assert await count(counter) == 2
    async with counter.reading() as connection:
        assert len(await connection.fetch("select * from tallies", {})) == 1


async def test_statements_are_executed_in_the_order_in_which_they_came(counter: Database) -> None:
    """Of one connection, that is; PostgreSQL has several."""
    for value in range(5):
        await write_statement(counter, "update tallies set value = :value", value=value)
    assert await count(counter) == 4


async def test_one_of_several_waiting_statements_may_be_cancelled(counter: Database) -> None:
    writing = [
        asyncio.create_task(write_statement(counter, "insert into tallies values (:name, 1)", name=name))
        for name in "abcde"
    ]
    writing[2].cancel()
    results = await asyncio.gather(*writing, return_exceptions=True)
    assert [isinstance(result, BaseException) for result in results] == [False, False, True, False, False]
    async with counter.reading() as connection:
        rows = await connection.fetch("select name from tallies where name <> 'visits' order by name", {})
    assert [row["name"] for row in rows] == ["a", "b", "d", "e"]


async def test_transactions_and_statements_take_turns(counter: Database) -> None:
    """Forty writers of both kinds, and no count is lost."""

    async def write_transaction() -> None:
        async with counter.transaction() as transaction:
            await transaction.fetch("update tallies set value = value + 1", {})

    writers = [write_transaction() for _ in range(20)]
    writers += [write_statement(counter, "update tallies set value = value + 1") for _ in range(20)]
    await asyncio.gather(*writers)
    assert await count(counter) == 40


async def test_a_single_statement_never_joins_the_transaction_of_another_task(counter: Database) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def fail_slowly() -> None:
        async with counter.transaction() as transaction:
            await transaction.fetch("insert into tallies values ('lost', 1)", {})
            inside.set()
            await go_on.wait()
            raise LookupError

    failing = asyncio.create_task(fail_slowly())
    await inside.wait()
    writing = asyncio.create_task(write_statement(counter, "update tallies set value = 3"))
    await asyncio.sleep(0.01)
    go_on.set()
    await asyncio.gather(failing, writing, return_exceptions=True)
    assert await count(counter) == 3


async def test_a_reader_waits_for_no_writer(counter: Database) -> None:
    async with counter.transaction() as transaction:
        await add_one(transaction)
        async with asyncio.timeout(1):
            assert [await count(counter) for _ in range(3)] == [0, 0, 0]


async def test_what_waits_when_the_database_is_closed_is_written_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/komek.sqlite3"
    database = await connect(url)
    await write_statement(database, "create table tallies (name text primary key, value integer)")
    writing = [
        asyncio.create_task(write_statement(database, "insert into tallies values (:name, 1)", name=name))
        for name in "abc"
    ]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*writing)
    async with open_database(url) as again, again.reading() as connection:
        assert len(await connection.fetch("select * from tallies", {})) == 3


async def test_a_value_that_sqlite_cannot_take_fails_alone(tmp_path: Path) -> None:
    """Not only SQLite refuses: a number of more than 64 bits and half a letter never reach it."""
    async with open_database(f"sqlite:///{tmp_path}/komek.sqlite3") as database:
        await write_statement(database, "create table tallies (value integer)")
        sql, values = "insert into tallies values (:value)", (1, 2**64, "\ud83d", 2)
        writing = [write_statement(database, sql, value=value) for value in values]
        results = await asyncio.gather(*writing, return_exceptions=True)
        assert [type(result) for result in results] == [type(None), OverflowError, UnicodeEncodeError, type(None)]
        async with database.reading() as connection:
            rows = await connection.fetch("select value from tallies", {})
        assert [row["value"] for row in rows] == [1, 2]


async def test_readers_of_sqlite_cannot_write(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path}/komek.sqlite3") as database:
        await migrate(database)
        async with database.reading() as connection:
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                await connection.fetch("delete from people", {})


async def test_writers_of_sqlite_take_turns(tmp_path: Path) -> None:
    """Twenty tasks on each of two connections, as in two processes, and no count is lost."""
    url = f"sqlite:///{tmp_path}/komek.sqlite3"
    async with open_database(url) as one, open_database(url) as other:
        await write_statement(one, "create table tallies (name text primary key, value integer)")
        await write_statement(one, "insert into tallies values ('visits', 0)")

        async def write(database: Database) -> None:
            async with database.transaction() as transaction:
                await add_one(transaction)

        await asyncio.gather(*(write(database) for database in (one, other) for _ in range(20)))
        assert await count(one) == 40


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_sqlite_is_opened_for_durable_writes_and_real_deletes(tmp_path: Path, pragma: str, value: object) -> None:
    """Synchronous = 2 is FULL: a commit waits for the disk."""
    url = f"sqlite:///{tmp_path}/komek.sqlite3"
    async with open_database(url) as database, database.statement() as connection:
        assert (await connection.fetch(f"pragma {pragma}", {}))[0][pragma] == value


@pytest.mark.usefixtures("_no_umask")
async def test_the_files_of_sqlite_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    async with open_database(f"sqlite:///{folder}/komek.sqlite3") as database:
        await migrate(database)
        rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert rights == dict.fromkeys(
        ["komek.sqlite3", "komek.sqlite3-wal", "komek.sqlite3-shm", ".komek.sqlite3.lock"], 0o600
    )
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_a_database_file_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "komek.sqlite3"
    file.touch(0o644)
    async with open_database(f"sqlite:///{file}"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_relative_path_begins_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_database("sqlite:///var/deep/komek.sqlite3"):
        assert (tmp_path / "var/deep/komek.sqlite3").is_file()


async def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "komek.sqlite3"
    file.write_text("not a database, but a long enough text to be taken for one" * 20)
    with pytest.raises(DatabaseUnavailableError, match=r"cannot be opened: \S+: file is not a database$"):
        await connect(f"sqlite:///{file}")


async def test_a_folder_in_place_of_the_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match="Is a directory"):
        await connect(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://komek:hush@127.0.0.1:1/komek",
        "postgresql://komek:hush@127.0.0.1:none/komek",
    ],
)
async def test_a_server_that_does_not_answer_is_told_without_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailableError) as refusal:
        await connect(url)
    assert "hush" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_opening_sqlite_loads_neither_aiogram_nor_the_other_driver(tmp_path: Path) -> None:
    program = f"""
import asyncio, sys
import bot.store.cipher, bot.settings
from bot.database import migrate, open_database
from bot.store import assessments, drafts, people, poverty_lines, sealed

async def open_and_close():
    async with open_database("sqlite:///{tmp_path}/komek.sqlite3") as database:
        await migrate(database)

asyncio.run(open_and_close())
print(*{{"aiogram", "asyncpg", "handlers", "structlog"}} & set(sys.modules))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - this interpreter
    assert loaded.stdout == "\n"


@pytest.fixture
async def shut(database_url: str) -> AsyncIterator[tuple[Database, str]]:
    """A database behind a role of its own, and the role's name."""
    role = f"komek_{secrets.token_hex(4)}"
    await run_on_postgres(database_url, f"create role {role} login")
    parts = urlsplit(database_url)
    try:
        async with open_database(parts._replace(netloc=f"{role}@{parts.hostname}:{parts.port}").geturl()) as database:
            yield database, role
    finally:
        await run_on_postgres(database_url, f"drop role {role}")


@pytest.mark.parametrize("database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
async def test_a_server_that_lets_nobody_in_just_now_is_away_and_comes_back(
    shut: tuple[Database, str], database_url: str
) -> None:
    database, role = shut
    await run_on_postgres(database_url, f"alter role {role} nologin")
    cut = f"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{role}'"  # noqa: S608, our own name
    await run_on_postgres(database_url, cut)
    for _ in range(3):
        with pytest.raises(Exception) as fault:  # noqa: PT011, whatever the driver makes of it
            async with database.reading() as connection:
                await connection.fetch("select 1", {})
        assert database.is_temporary(fault.value), repr(fault.value)
    await run_on_postgres(database_url, f"alter role {role} login")
    async with database.reading() as connection:
        assert len(await connection.fetch("select 1", {})) == 1


@pytest.mark.parametrize("database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
async def test_what_another_process_says_is_heard_also_after_the_way_was_cut(
    shut: tuple[Database, str], database_url: str
) -> None:
    database, role = shut
    heard = asyncio.Event()
    for _ in range(2):
        await database.listen("news", heard.set)
        await run_on_postgres(database_url, "notify news")
        async with asyncio.timeout(10):
            await heard.wait()
        heard.clear()
        cut = f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '{role}'"  # noqa: S608, our own name
        await run_on_postgres(database_url, cut)
