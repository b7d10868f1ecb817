"""Databases of a test's own, and tests of what only one of them does."""

import asyncio
import contextlib
import secrets
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol, Self, cast
from urllib.parse import urlsplit

import pytest

from bot.database import Row, migrate, open_database
from tests.postgres_server import postgres_dsn

ON_POSTGRESQL: Final = pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
"""SQLite has one writer at a time and no connection that breaks off."""


class NamedColumns(Row, Protocol):
    """A row as both drivers give it: it names its columns, for which the program never asks."""

    def keys(self) -> Iterable[str]: ...


def columns_of(row: Row) -> dict[str, Any]:
    """Return all that a row holds, by its columns in their order: for tests that look at whatever is stored."""
    return dict(cast("NamedColumns", row))  # whatever names nothing is refused by dict: to ask first takes longer


ON_SQLITE: Final = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is no business of the database."""


class Migrated:
    """A database of each kind with the newest schema, made once; each test has it, or a copy of it, to itself."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "migrated.sqlite3"
        self._free: _Emptied | None = None

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
        """Give the address of one for the length of a block, after which whatever was written into it goes."""
        lent, self._free = self._free or await _Emptied.make(), None
        yield lent.address
        if self._free is None and await lent.empty():
            self._free = lent
        else:
            await lent.drop()

    async def drop(self) -> None:
        """Drop what the next test would have had."""
        if self._free is not None:
            await self._free.drop()


class _Emptied:
    """A PostgreSQL database that is emptied after a test: to make one anew takes forty times as long."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.address = urlsplit(postgres_dsn())._replace(path=f"/{name}").geturl()
        self._schema = ""

    @classmethod
    async def make(cls) -> Self:
        """Make one with the newest schema, and remember what it holds."""
        made = cls(f"test_{secrets.token_hex(6)}")
        await run_on_postgres(postgres_dsn(), f"create database {made._name} strategy file_copy")
        async with open_database(made.address) as database:
            await migrate(database)
        async with connected(made.address) as connection:
            await connection.execute(KEEP_WHAT_MIGRATIONS_WROTE)
            made._schema = await connection.fetchval(SCHEMA)
        return made

    async def empty(self) -> bool:
        """Put it back as it was made; False where a test has changed its schema."""
        async with connected(self.address) as connection:
            await connection.execute(END_ALL_OTHERS)
            if await connection.fetchval(SCHEMA) != self._schema:
                return False
            await connection.execute(PUT_BACK)
        return True

    async def drop(self) -> None:
        """Drop it, whoever is still connected."""
        await run_on_postgres(postgres_dsn(), f"drop database {self._name} with (force)")


END_ALL_OTHERS: Final = """
select pg_terminate_backend(pid, 5000) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid()
"""
SCHEMA: Final = r"""
select md5(string_agg(what, ';' order by what)) from (
    select format('%s %s %s', attrelid::regclass, attname, atttypid) as what from pg_attribute
    join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and not attisdropped
    union all select format('%s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
    union all select format('%s %s', tgname, tgenabled) from pg_trigger
    union all select proname || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
    union all select nspname from pg_namespace where nspname not like 'pg\_%'
) as all_of_it
"""
KEEP_WHAT_MIGRATIONS_WROTE: Final = """
create schema as_migrated;
do $$ declare name text; is_empty boolean; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create table as_migrated.%I as table public.%I', name, name);
        execute format('select not exists (select from as_migrated.%I)', name) into is_empty;
        if is_empty then execute format('drop table as_migrated.%I', name); end if;
    end loop;
end $$
"""
PUT_BACK: Final = """
set session_replication_role = replica; -- rows go whatever points at them
do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('delete from public.%I', name);
    end loop;
    for name in select tablename from pg_tables where schemaname = 'as_migrated' loop
        execute format('insert into public.%I table as_migrated.%I', name, name);
    end loop;
    for name in select sequencename from pg_sequences where schemaname = 'public' and last_value is not null loop
        perform setval(format('public.%I', name), 1, false);
    end loop;
end $$
"""


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


@contextlib.asynccontextmanager
async def connected(dsn: str) -> AsyncIterator[Any]:
    """Give a connection outside the program's own door."""
    import asyncpg  # noqa: PLC0415 - needed only where there is a PostgreSQL

    connection = await asyncpg.connect(dsn)
    try:
        yield connection
    finally:
        await connection.close()


async def run_on_postgres(dsn: str, statement: str) -> None:
    """Run one statement outside the program's own door."""
    async with connected(dsn) as connection:
        await connection.execute(statement)


def in_schema(schema: str) -> str:
    """Return the address of a schema of the tests' PostgreSQL."""
    dsn = postgres_dsn()
    return f"{dsn}{'&' if '?' in dsn else '?'}search_path={schema}"
