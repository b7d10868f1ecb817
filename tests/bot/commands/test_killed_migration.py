"""kill -9 in the middle of `komek migrate`: started again it goes on where it was, on both databases."""

import asyncio
from pathlib import Path
from typing import cast

import pytest

from bot.database import migrate, open_database
from bot.database.migrations import MIGRATIONS
from tests.bot.commands.migrating_until_killed import migrate_until_killed
from tests.bot.commands.terminal import komek
from tests.bot.halting import Point
from tests.person_api import until
from tests.running import FORKING, Prepared

STEPS = sorted(path.name for path in MIGRATIONS.glob("*.sql"))


async def killed_at(said: Path, url: str, point: Point, step: int) -> None:
    """Migrate in another process, and kill it at that point of that step."""
    await asyncio.to_thread(_killed_at, said, url, point, step)


def _killed_at(said: Path, url: str, point: Point, step: int) -> None:
    said.touch()
    process = FORKING.Process(target=migrate_until_killed, args=(said, url, point, step))
    process.start()
    try:
        until(lambda: point in said.read_text(), point)
    finally:
        process.kill()
        process.join()


async def applied(url: str) -> list[str]:
    """Return the steps that the database knows."""
    async with open_database(url) as database, database.reading() as connection:
        rows = await connection.fetch("select name from schema_migrations order by number", {})
    return [cast("str", row["name"]) for row in rows]


@pytest.mark.parametrize("step", [1, len(STEPS)])
@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_a_migration_that_was_killed_goes_on_where_it_was(
    empty_database_url: str, tmp_path: Path, point: Point, step: int
) -> None:
    """Each step is there as a whole or not at all, and what is there is not done again."""
    await killed_at(tmp_path / "said", empty_database_url, point, step)
    done = step - (point == "before_commit")
    async with open_database(empty_database_url) as database:
        assert await migrate(database) == STEPS[done:]
        assert await migrate(database) == []
    assert await applied(empty_database_url) == STEPS


async def test_the_command_completes_what_was_killed_half_way(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = len(STEPS) // 2
    await killed_at(tmp_path / "said", empty_database_url, "before_commit", half)
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    done = await asyncio.to_thread(komek, "migrate")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [f"{name} applied" for name in STEPS[half - 1 :]]


async def test_the_program_does_not_start_on_a_database_that_is_newer(empty_database_url: str, tmp_path: Path) -> None:
    """One line, exit code 2, and the database as it was."""
    async with open_database(empty_database_url) as database:
        await migrate(database)
        async with database.statement() as connection:
            later = "insert into schema_migrations values (99, '0099_later.sql', 'x', '2030-01-01')"
            await connection.fetch(later, {})
    refused = Prepared(tmp_path, DATABASE_URL=empty_database_url)
    refused.start()
    assert await asyncio.to_thread(refused.wait) == 2
    told = "komek: the database is newer than this program: it has 0099_later.sql\n"
    assert (refused.said, refused.log) == ("", told)
    assert await applied(empty_database_url) == [*STEPS, "0099_later.sql"]
