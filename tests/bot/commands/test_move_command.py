"""`komek move`: all that was ever stored goes from one database into one of the other kind, and the program goes on."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.database import migrate, moving, open_database
from bot.database.migrations import MIGRATIONS
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from tests.bot.case_story import AIGUL, Story, kz
from tests.bot.commands.terminal import Said, komek, refusal_of
from tests.bot.every_document import of_every_kind
from tests.databases import Migrated, columns_of, skip_without_postgres

pytestmark = pytest.mark.postgres


@pytest.fixture
async def file(tmp_path: Path, migrated: Migrated) -> str:
    """The address of a SQLite file with the newest schema."""
    return await migrated.file(tmp_path / "from.sqlite3")


@pytest.fixture
async def server(migrated: Migrated) -> AsyncIterator[str]:
    """The address of an empty PostgreSQL database with the newest schema."""
    skip_without_postgres()
    async with migrated.postgres_database() as url:
        yield url


@pytest.fixture
async def told(file: str, cipher: Cipher) -> str:
    """The file, when everything that a database can hold has happened in it."""
    async with open_database(file) as database:
        await of_every_kind(Story(database, cipher, kz(2026, 11, 16, 10)))
    return file


async def moved(source: str, target: str) -> Said:
    return await asyncio.to_thread(komek, "move", "--from", source, "--to", target)


TABLES = sorted(set(re.findall(r"create table (\w+)", "".join(file.read_text() for file in MIGRATIONS.glob("*.sql")))))
GONE = {"senders"}


async def stored(url: str) -> dict[str, list[str]]:
    """Everything in a database, by the schema's own tables."""
    async with open_database(url) as database, database.reading() as connection:
        found = {
            name: await connection.fetch(f"select * from {name}", {})  # noqa: S608, own names
            for name in TABLES
            if name not in GONE
        }
    return {name: sorted(str(sorted(columns_of(row).items())) for row in rows) for name, rows in found.items()}


async def test_a_full_story_is_moved_and_goes_on(told: str, server: str, cipher: Cipher) -> None:
    said = await moved(told, server)
    assert (said.err, said.code) == ("", 0)
    lines = dict(line.split(": ", 1) for line in said.out.splitlines()[:-1])
    assert all(line.endswith(" rows, the same on both sides") for line in lines.values())
    assert int(lines["journal"].split()[0]) > 20
    assert said.out.splitlines()[-1].startswith("All is there. It opens with the same keys")
    assert await stored(server) == await stored(told)
    async with open_database(server) as database:
        assert await unsound(database, cipher) == []
        story = Story(database, cipher, kz(2026, 12, 1, 10), "79-after")
        await story.begin(kz(2026, 12, 3, 10))
        await story.offer(respond_by="2026-12-05T12:00:00+05:00")
        await story.is_told()
        assert "offer-made" in await story.kinds("delivered")


async def test_and_back_into_a_file_that_is_not_there_yet(told: str, server: str, tmp_path: Path) -> None:
    assert (await moved(told, server)).code == 0
    back = f"sqlite:///{tmp_path}/back/komek.sqlite3"
    said = await moved(server, back)
    assert (said.err, said.code) == ("", 0)
    assert await stored(back) == await stored(told)


async def test_nothing_of_a_person_is_printed(told: str, server: str) -> None:
    said = await moved(told, server)
    for personal in (str(AIGUL), "Айгүл", "postgres@", "p1"):
        assert personal not in said.out + said.err


async def test_a_move_that_was_interrupted_keeps_programs_away_and_goes_on_when_repeated(
    told: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of a table: what was whole stays, and the rest is brought anew."""
    await die_at("journal", told, server, monkeypatch)
    monkeypatch.setenv("DATABASE_URL", server)
    refused = await asyncio.to_thread(komek, "outbox")
    assert refusal_of(refused) == "a move into this database is not finished: run the same `komek move` again"
    said = await moved(told, server)
    assert (said.err, said.code) == ("", 0)
    assert await stored(server) == await stored(told)
    assert (await asyncio.to_thread(komek, "outbox")).code == 0


async def die_at(table_name: str, source: str, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a move that ends in the middle of a table, after some batches of it."""
    with monkeypatch.context() as dying:
        dying.setattr(moving, "_batches", until_power_is_gone(table_name))
        dying.setattr(moving, "BATCH", 5)
        with pytest.raises(RuntimeError, match="the power is gone"):
            await moved(source, target)


def until_power_is_gone(table_name: str) -> Any:
    """Give batches of the table that end in the middle of it."""
    really = moving._batches

    async def batches(connection: Any, table: moving.Table) -> AsyncIterator[list[tuple[Any, ...]]]:
        count = 0
        async for rows in really(connection, table):
            count += 1
            if table.name == table_name and count > 2:
                raise RuntimeError("the power is gone")
            yield rows

    return batches


async def test_what_differs_is_said_and_no_program_starts_on_it(
    told: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if a row had been lost and another one changed on the way."""
    really = moving._copy

    async def copy(ends: moving.Ends, table: moving.Table) -> None:
        await really(ends, table)
        async with ends.target.transaction() as transaction:
            if table.name == "changes":
                await transaction.fetch("delete from changes where number = 1", {})
            if table.name == "visits":
                await transaction.fetch("update visits set sequence = sequence + 1 where number = 1", {})

    with monkeypatch.context() as damaged:
        damaged.setattr(moving, "_copy", copy)
        said = await moved(told, server)
    assert said.code == 1
    (missing,) = [line for line in said.out.splitlines() if line.startswith("changes: ")]
    assert "differs" in missing
    (changed,) = [line for line in said.out.splitlines() if line.startswith("visits: ")]
    assert changed.endswith("rows on both sides, but not the same ones")
    assert (await moved(told, server)).code == 0, "and is put right by the same command"


async def test_a_target_in_which_there_is_something_is_refused_and_left_as_it_is(
    told: str, server: str, cipher: Cipher
) -> None:
    async with open_database(server) as database:
        await Story(database, cipher, kz(2026, 11, 16, 10)).begin()
    before = await stored(server)
    said = await moved(told, server)
    assert refusal_of(said) == "--to: this database is not empty; take one in which there is nothing"
    assert await stored(server) == before


async def test_half_of_another_move_is_refused(
    told: str, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await die_at("journal", told, server, monkeypatch)
    other = f"sqlite:///{tmp_path}/other.sqlite3"
    async with open_database(other) as database:
        await migrate(database)
    assert refusal_of(await moved(other, server)).startswith("--to: another database was being moved into this one")


async def test_a_database_that_a_program_has_open_is_not_moved(told: str, server: str) -> None:
    """What it writes meanwhile would be lost."""
    async with open_database(told):
        assert "a program has this database open" in refusal_of(await moved(told, server))
    async with open_database(server):
        assert "somebody is connected to the PostgreSQL database" in refusal_of(await moved(told, server))
    assert (await moved(told, server)).code == 0


async def test_another_schema_is_refused_on_either_side(told: str, server: str) -> None:
    newer = "insert into schema_migrations values (999, '0999_later.sql', 'x', '2030-01-01')"
    for url in (server, told):
        async with open_database(url) as database, database.statement() as connection:
            await connection.fetch(newer, {})
        assert refusal_of(await moved(told, server)) == (
            "the database is newer than this program: it has 0999_later.sql"
        )


@pytest.mark.parametrize(
    ("source", "target", "told_of"),
    [
        ("mysql://x", "postgresql://u:secret@h/n", "--from: not a database; allowed is sqlite:///PATH or"),
        ("sqlite:///a", "sqlite:///b", "--to: one of the two is SQLite, the other PostgreSQL"),
        ("sqlite:///nowhere", "postgresql://u:secret@127.0.0.1:1/n", "nowhere: there is no database"),
    ],
)
def test_what_cannot_be_moved_is_said_in_one_line(source: str, target: str, told_of: str) -> None:
    said = komek("move", "--from", source, "--to", target)
    assert refusal_of(said).startswith(told_of)
    assert "secret" not in said.err
