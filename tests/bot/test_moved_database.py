"""The file of a database that is open is moved or replaced: nothing more is confirmed, and whoever asks is told."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.api import api_app, health
from bot.database import Database, migrate, open_database
from bot.database.copies import nobody_at
from bot.errors import CopyError, DatabaseReplacedError
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import Authority, served

COUNT = "update number_series set value = value + 1 where name = 'notice'"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "komek.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """An open file with the newest schema."""
    async with open_database(f"sqlite:///{file}") as database:
        await migrate(database)
        yield database


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as web:
        yield web


def move(file: Path, to: Path) -> None:
    file.rename(to)


async def nobody() -> str:
    raise AssertionError("nobody asked for a link")


async def writes(database: Database) -> None:
    async with database.statement() as connection:
        await connection.fetch(COUNT, {})


async def writes_in_a_transaction(database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.fetch(COUNT, {})


@pytest.mark.parametrize("is_put_back", [True, False], ids=["another file is there", "nothing is there"])
async def test_what_would_go_into_a_file_without_a_name_is_not_confirmed(
    database: Database, file: Path, *, is_put_back: bool
) -> None:
    away = file.with_name("away")
    shutil.copy(file, file.with_name("copy"))
    move(file, away)
    if is_put_back:
        move(file.with_name("copy"), file)
    with capture_logs() as logs:
        for write in (writes, writes_in_a_transaction, writes):
            with pytest.raises(DatabaseReplacedError) as fault:
                await write(database)
            assert database.is_temporary(fault.value), "whoever wrote is told that it is not kept, and waits"
    assert [line["event"] for line in logs] == ["database_replaced"]
    move(away, file)
    await writes(database)


async def test_the_program_is_not_ready_until_it_is_started_on_the_file_that_is_there(
    database: Database, file: Path, cipher: Cipher, web: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "WRITE_HOLDS_S", 60.0)
    async with served(api_app(World(database, cipher), nobody)) as base:
        stranger = Authority(web, base, None)
        assert (await stranger.asks("GET", "/readyz")).status == 200
        move(file, file.with_name("away"))
        answer = await stranger.asks("GET", "/readyz")
    assert answer.status == 503
    assert "was moved or replaced while the program had it open" in answer.body["errors"][0]["message"]


async def test_while_a_copy_is_put_back_nobody_opens_the_place(file: Path) -> None:
    with nobody_at(file), pytest.raises(CopyError, match="has this database open"), nobody_at(file):
        pass
    async with open_database(f"sqlite:///{file}"):
        with pytest.raises(CopyError, match="has this database open"), nobody_at(file):
            pass
    with nobody_at(file):
        pass
