"""Databases of a test's own, and tests of what only one of them does."""

import asyncio
import contextlib
import secrets
from collections.abc import Iterable, Iterator
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol, runtime_checkable

import pytest

from bot.database import Row
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
