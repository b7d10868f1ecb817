"""Databases of a test's own, and tests of what only one of them does."""

import asyncio
import contextlib
import secrets
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol, runtime_checkable
from urllib.parse import urlsplit

import pytest

from bot.database import Row, migrate, open_database
from tests.postgres_server import postgres_dsn

ON_POSTGRESQL: Final = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
"""SQLite has one writer at a time and no connection that breaks off."""


@runtime_checkable
class NamedColumns(Row, Protocol):
    """A row as both drivers give it: it names its columns, for which the program never asks."""

    def keys(self) -> Iterable[str]: ...


def columns_of(row: Row) -> dict[str, Any]:
    """Return all that a row holds, by its columns in their order: for tests that look at whatever is stored."""
    assert isinstance(row, NamedColumns)
    return dict(row)


ON_SQLITE: Final = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is no business of the database."""


class Migrated:
    """A database of each kind with the newest schema, made once and copied for each test."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "migrated.sqlite3"
        self._name = ""

    async def file(self, path: Path) -> str:
        """Put a copy at the path; return its address."""
        if not self._file.exists():
            begun = self._file.with_name("begun.sqlite3")
            async with open_database(f"sqlite:///{begun}") as database:
                await migrate(database)
            with contextlib.closing(sqlite3.connect(begun)) as connection:
                connection.execute("vacuum into ?", (str(self._file),))  # what lies beside the file is in it then
        shutil.copyfile(self._file, path)
        return f"sqlite:///{path}"

    @contextlib.asynccontextmanager
    async def postgres_database(self) -> AsyncIterator[str]:
        """Give the address of a copy for the length of a block."""
        if not self._name:
            name = await _create_database()
            async with open_database(_of_database(name)) as database:
                await migrate(database)
            self._name = name
        name = await _create_database(self._name)
        yield _of_database(name)
        await run_on_postgres(postgres_dsn(), f"drop database {name} with (force)")

    async def drop(self) -> None:
        """Drop what the copies were made of."""
        if self._name:
            await run_on_postgres(postgres_dsn(), f"drop database {self._name}")


async def _create_database(template: str = "template1") -> str:
    name = f"test_{secrets.token_hex(6)}"
    await run_on_postgres(postgres_dsn(), f"create database {name} template {template} strategy file_copy")
    return name


def _of_database(name: str) -> str:
    return urlsplit(postgres_dsn())._replace(path=f"/{name}").geturl()


@contextlib.contextmanager
def empty_database(name: str) -> Iterator[str]:
    """Give the address of an empty database: a SQLite file, or a schema in PostgreSQL. OSError where there is none."""
    if name == "sqlite":
        with TemporaryDirectory(prefix="komek-") as folder:
            yield f"sqlite:///{folder}/komek.sqlite3"
        return
    schema = f"test_{secrets.token_hex(6)}"
    asyncio.run(run_on_postgres(postgres_dsn(), f"create schema {schema}"))
    try:
        yield in_schema(schema)
    finally:
        asyncio.run(run_on_postgres(postgres_dsn(), f"drop schema {schema} cascade"))


def skip_without_postgres() -> None:
    """Skip the test that runs, saying why this machine has no PostgreSQL."""
    try:
        postgres_dsn()
    except OSError as missing:
        pytest.skip(str(missing))


async def run_on_postgres(dsn: str, statement: str) -> None:
    """Run one statement outside the program's own door."""
    import asyncpg  # noqa: PLC0415 - needed only where there is a PostgreSQL

    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def in_schema(schema: str) -> str:
    """Return the address of a schema of the tests' PostgreSQL."""
    dsn = postgres_dsn()
    return f"{dsn}{'&' if '?' in dsn else '?'}search_path={schema}"
