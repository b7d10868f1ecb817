"""Fixtures that all tests share: every test of the storage runs on each database that is there."""

import asyncio
import contextlib
import functools
import gc
import os
import secrets
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

import pytest
from cryptography.fernet import Fernet
from hypothesis import settings

from bot.database import Database, open_database
from bot.store.cipher import Cipher
from tests.databases import Migrated, in_schema, run_on_postgres, skip_without_postgres
from tests.postgres_server import VARIABLE, postgres_dsn

settings.register_profile("untimed", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL for all the processes among which the tests are shared out."""
    if config.getoption("numprocesses", None):
        with contextlib.suppress(OSError):
            os.environ[VARIABLE] = postgres_dsn()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect no garbage while tests are collected: all of it stays, and to look through it was a third of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()  # nor is it looked through in the tests: only what they leave behind


@pytest.fixture(scope="session", autouse=True)
def certificates_are_read_once() -> Iterator[None]:
    """For every bot aiogram reads all that the world trusts, a tenth of many a test; none of the tests speaks TLS."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ssl, "create_default_context", functools.cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Migrated]:
    """Whence each test has its database: to make the schema anew for each took a quarter of the tests' time."""
    migrated = Migrated(tmp_path_factory.mktemp("migrated"))
    yield migrated
    asyncio.run(migrated.drop())


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Migrated) -> AsyncIterator[str]:
    """Address of a database of the test's own that has the newest schema, and nothing in it."""
    if request.param == "sqlite":
        yield await migrated.file(tmp_path / "komek.sqlite3")
        return
    skip_without_postgres()
    async with migrated.postgres_database() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
async def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Address of a database of the test's own without a schema."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/komek.sqlite3"
        return
    skip_without_postgres()
    schema = f"test_{secrets.token_hex(6)}"
    await run_on_postgres(postgres_dsn(), f"create schema {schema}")
    yield in_schema(schema)
    await run_on_postgres(postgres_dsn(), f"drop schema {schema} cascade")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database with the newest schema."""
    async with open_database(database_url) as database:
        yield database


@pytest.fixture
def cipher() -> Cipher:
    """A cipher with one fresh key."""
    return Cipher([Fernet.generate_key().decode()])


WAITING_LONG: Final = {
    "test_running.py",
    "test_kill.py",
    "test_killed_worker.py",
    "test_killed_api.py",
    "test_misfortunes.py",
}


STAY_TOGETHER: Final = 4  # tests in a row that share a browser and a program
BEFORE_THE_END: Final = 0.85  # a test of a minute that comes last in its worker's share would hold up the end


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Spread the tests that wait long evenly among the others: each of the workers has a share of them."""
    workers = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    played = [item for item in items if "browser" in item.path.parts]
    waiting = [item for item in items if item.path.name in WAITING_LONG]
    others = [item for item in items if item not in {*played, *waiting}]
    place = {id(item): (at + 0.5) / len(others) for at, item in enumerate(others)}
    for some, together in ((played, STAY_TOGETHER), (waiting, 1)):
        for at, item in enumerate(some):
            worker, within = divmod(workers * (at // together + 0.5) * together / len(some), 1)
            place[id(item)] = (worker + within * BEFORE_THE_END) / workers
    items.sort(key=lambda item: place[id(item)])
