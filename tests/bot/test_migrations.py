"""The schema moves forward step by step, and the program refuses a database that it does not understand."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import cast

import pytest

from bot.database import Database, expect_newest, migrate, open_database
from bot.database.migrations import MIGRATIONS
from bot.errors import MigrationError

STEPS = {
    "0001_first.sql": "create table a (id integer primary key); -- with a ; in a comment\n",
    "0002_second.sql": "create table b (\n  note text\n);\ninsert into b values ('kept; whole');\n",
    "0003_third.sql": "alter table a add column name text;\ninsert into a values (1, 'x');\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three migrations."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for name, script in STEPS.items():
        (folder / name).write_text(script)
    return folder


@pytest.fixture
async def empty(empty_database_url: str) -> AsyncIterator[Database]:
    """An open database without any table."""
    async with open_database(empty_database_url) as database:
        yield database


async def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    async with database.reading() as connection:
        return [tuple(cast("Iterable[object]", row)) for row in await connection.fetch(sql, {})]


async def test_every_step_is_applied_once_and_in_order(empty: Database, folder: Path) -> None:
    assert await migrate(empty, folder) == list(STEPS)
    assert await migrate(empty, folder) == []
    assert await rows(empty, "select * from b") == [("kept; whole",)]
    recorded = await rows(empty, "select number, name from schema_migrations order by number")
    assert recorded == list(enumerate(STEPS, start=1))


async def test_an_older_database_ends_like_a_fresh_one(empty: Database, folder: Path) -> None:
    for name in list(STEPS)[1:]:
        (folder / name).rename(folder / f"{name}.later")
    assert await migrate(empty, folder) == ["0001_first.sql"]
    for name in list(STEPS)[1:]:
        (folder / f"{name}.later").rename(folder / name)
    assert await migrate(empty, folder) == ["0002_second.sql", "0003_third.sql"]
    assert await rows(empty, "select id, name from a") == [(1, "x")]


async def test_a_step_that_fails_leaves_the_database_as_it_was(empty: Database, folder: Path) -> None:
    good = (folder / "0002_second.sql").read_text()
    (folder / "0002_second.sql").write_text("create table c (id integer);\ninsert into nowhere values (1);\n")
    with pytest.raises(Exception, match="nowhere"):
        await migrate(empty, folder)
    assert await rows(empty, "select name from schema_migrations") == [("0001_first.sql",)]
    (folder / "0002_second.sql").write_text(f"{good}create table c (id integer);\n")
    assert await migrate(empty, folder) == ["0002_second.sql", "0003_third.sql"]


async def test_a_gap_is_refused_before_anything_is_done(empty: Database, folder: Path) -> None:
    (folder / "0002_second.sql").unlink()
    with pytest.raises(MigrationError, match="migration 0002 is missing"):
        await migrate(empty, folder)
    (folder / "0001_twin.sql").write_text("select 1;")
    with pytest.raises(MigrationError, match=r"0001_twin\.sql follows a gap or a double"):
        await migrate(empty, folder)


async def test_a_name_without_a_number_is_refused(empty: Database, folder: Path) -> None:
    (folder / "notes.sql").write_text("select 1;")
    with pytest.raises(MigrationError, match=r"notes\.sql does not begin with a number"):
        await migrate(empty, folder)


async def test_a_changed_step_is_refused(empty: Database, folder: Path) -> None:
    await migrate(empty, folder)
    (folder / "0002_second.sql").write_text("create table other (id integer);")
    with pytest.raises(MigrationError, match=r"0002_second\.sql is not the one that was applied"):
        await migrate(empty, folder)


async def test_a_renamed_step_is_refused(empty: Database, folder: Path) -> None:
    await migrate(empty, folder)
    (folder / "0002_second.sql").rename(folder / "0002_renamed.sql")
    with pytest.raises(MigrationError, match=r"0002_renamed\.sql is not .* applied as 0002_second\.sql"):
        await migrate(empty, folder)


async def test_a_database_newer_than_the_program_is_refused(empty: Database, folder: Path) -> None:
    await migrate(empty, folder)
    (folder / "0003_third.sql").unlink()
    with pytest.raises(MigrationError, match=r"newer than this program: it has 0003_third\.sql"):
        await migrate(empty, folder)


async def test_processes_that_start_at_once_apply_each_step_once(empty_database_url: str, folder: Path) -> None:
    async def start() -> list[str]:
        async with open_database(empty_database_url) as database:
            return await migrate(database, folder)

    applied = await asyncio.gather(*(start() for _ in range(4)))
    assert sorted(name for names in applied for name in names) == list(STEPS)


async def test_the_programs_own_steps_have_no_gap_and_are_found(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(MIGRATIONS, copy)
    assert await migrate(database, copy) == []
    assert len(await rows(database, "select * from schema_migrations")) == len(list(copy.glob("*.sql"))) > 0


async def test_who_only_uses_the_database_gets_an_empty_one_made_and_changes_no_other(
    empty: Database, folder: Path
) -> None:
    later = folder / "0003_third.sql"
    script = later.read_text()
    later.unlink()
    await expect_newest(empty, folder)
    await expect_newest(empty, folder)
    later.write_text(script)
    with pytest.raises(MigrationError, match=r"older than this program: it lacks 0003_third\.sql; `komek migrate`"):
        await expect_newest(empty, folder)
    assert await rows(empty, "select id from a") == []
    await migrate(empty, folder)
    await expect_newest(empty, folder)
    later.unlink()
    with pytest.raises(MigrationError, match=r"newer than this program: it has 0003_third\.sql"):
        await expect_newest(empty, folder)
