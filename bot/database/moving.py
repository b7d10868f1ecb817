"""Everything of a database, moved into one of the other kind: table by table, in batches by key, and compared.

Until all is there and the same on both sides a record in the target's schema says that the move is not finished: no
program starts on half of the people, and the same move, begun again, goes on at the first table that is not whole.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, Final, NamedTuple

from bot.database.copies import expect_whole, nobody_at
from bot.database.migrations import UNFINISHED_MOVE, Migration, expect_complete, migrate, recorded_in
from bot.database.opening import open_database
from bot.database.queries import queries_beside
from bot.database.sqlite import SQLiteReader, open_reader
from bot.database.types import Connection, Database
from bot.errors import CopyError, MigrationError

queries = queries_beside(__file__)

SQLITE: Final = "sqlite:///"
BATCH: Final = 500  # rows
BATCH_OF: Final = {"offer_files": 4}  # each may be a whole photo
AS_MIGRATED: Final = {"number_series": " where value <> 0", "health": " where id <> 1"}
"""Which rows of a table say that somebody has worked with it: others stand in an empty database, too."""
DIGESTS: Final = 2**256


class Table(NamedTuple):
    """A table with its columns, and those that tell its rows apart and give them their order."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


class Content(NamedTuple):
    """How many rows a table has, and a digest of all of them.

    It is the sum of their SHA-256, whatever their order: of texts the two databases have different ones.
    """

    rows: int
    digest: int

    def with_rows(self, rows: Sequence[tuple[Any, ...]]) -> "Content":
        """Return what it is together with these rows."""
        told = (json.dumps(row).encode("ascii") for row in rows)
        added = sum(int.from_bytes(hashlib.sha256(row).digest(), "big") for row in told)
        return Content(self.rows + len(rows), (self.digest + added) % DIGESTS)


EMPTY: Final = Content(0, 0)


class Moved(NamedTuple):
    """A table after the move: what is in it on both sides."""

    table: str
    source: Content
    target: Content

    @property
    def is_same(self) -> bool:
        """Whether nothing is missing, and nothing different."""
        return self.source == self.target


class Ends(NamedTuple):
    """The two databases of a move, and the tables that it goes through: those first to which others refer."""

    source: Connection
    target: Database
    tables: Sequence[Table]


@asynccontextmanager
async def between(source: str, target: str) -> AsyncIterator[Ends]:
    """Open both for the length of a block, one SQLite, the other PostgreSQL; nobody else may have one of them open.

    CopyError where somebody has, or where the target holds anything but what this move has brought; MigrationError
    where one of them has another schema than this program. An empty target is given the schema.
    """
    async with AsyncExitStack() as opened:
        here = await opened.enter_async_context(_only_read(source))
        identity = await _identity_of(here)
        there = await opened.enter_async_context(_alone_at(target))
        async with there.reading() as connection:
            tables = await _tables_of(here if source.startswith(SQLITE) else connection)
        await _begin(there, tables, identity)
        yield Ends(here, there, tables)


async def move(ends: Ends) -> AsyncIterator[Moved]:
    """Bring every table that is not there as a whole, and say of each what is on both sides then."""
    is_going_on = True
    for place, table in enumerate(ends.tables):
        if is_going_on:
            found = await _compared(ends, table)
            if found.is_same:
                yield found
                continue
            is_going_on = False
            async with ends.target.transaction() as transaction:  # of those behind it none is whole
                await _empty(transaction, ends.tables[place:])
        await _copy(ends, table)
        yield await _compared(ends, table)


async def finish(ends: Ends) -> None:
    """Let programs start on the target: all is there."""
    async with ends.target.statement() as connection:
        await connection.fetch("analyze", {})  # else the first plans would be made for empty tables
    async with ends.target.transaction() as transaction:
        await queries.finish(transaction, name=UNFINISHED_MOVE)


# Opening


@asynccontextmanager
async def _only_read(url: str) -> AsyncIterator[Connection]:
    if url.startswith(SQLITE):
        path = Path(url.removeprefix(SQLITE))
        expect_whole(path)
        with nobody_at(path), closing(open_reader(path)) as driver:
            yield SQLiteReader(driver)
        return
    async with open_database(url) as database, database.reading() as connection:
        await _expect_alone(connection)
        row = await queries.migrated_postgresql(connection)
        if not row["is_migrated"]:
            raise MigrationError("--from: this is no database of this program")
        yield connection


@asynccontextmanager
async def _alone_at(url: str) -> AsyncIterator[Database]:
    if url.startswith(SQLITE):
        path = Path(url.removeprefix(SQLITE))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with nobody_at(path):  # for a moment: to have it open is to share it
            pass
    async with open_database(url) as database:
        if not url.startswith(SQLITE):
            async with database.reading() as connection:
                await _expect_alone(connection)
        async with database.transaction() as transaction:
            is_new = not await recorded_in(database, transaction)
        if is_new:
            await migrate(database)
        yield database


async def _expect_alone(postgresql: Connection) -> None:
    row = await queries.others_at_postgresql(postgresql)
    if row["others"]:
        raise CopyError("somebody is connected to the PostgreSQL database; stop every program that has it open first")


async def _identity_of(source: Connection) -> str:
    """Return what tells a database from every other: when its schema was made."""
    steps, made = list[Migration](), hashlib.sha256()
    async for row in queries.applied(source):
        steps.append(Migration(row["number"], row["name"], row["checksum"]))
        made.update(row["applied_at"].encode())
    expect_complete(steps)
    return made.hexdigest()


async def _tables_of(sqlite: Connection) -> list[Table]:
    """Return the tables in an order in which each comes behind those that it refers to."""
    found, referred = dict[str, Table](), dict[str, set[str]]()
    async for row in queries.tables(sqlite):
        name: str = row["name"]
        columns = [(column["name"], column["pk"]) async for column in queries.columns(sqlite, table_name=name)]
        key = tuple(column for column, place in sorted(columns, key=_place_in_key) if place)
        names = tuple(column for column, _ in columns)
        found[name] = Table(name, names, key or names)
        referred[name] = {of["name"] async for of in queries.referred(sqlite, table_name=name)}
    return [found[name] for name in TopologicalSorter(referred).static_order()]


def _place_in_key(column: tuple[str, int]) -> int:
    return column[1]


async def _begin(target: Database, tables: Iterable[Table], identity: str) -> None:
    """Note that the move is not finished, and empty the target of what the schema itself has brought."""
    async with target.transaction() as transaction:
        steps = await recorded_in(target, transaction)
        expect_complete([step for step in steps if step.name != UNFINISHED_MOVE])
        if steps[-1].name == UNFINISHED_MOVE:
            if steps[-1].checksum != identity:
                raise CopyError("--to: another database was being moved into this one; take an empty one")
            return
        for table in tables:
            worked_with = AS_MIGRATED.get(table.name, "")
            if await transaction.fetch(f"select 1 from {table.name}{worked_with} limit 1", {}):  # noqa: S608, own names
                raise CopyError("--to: this database is not empty; take one in which there is nothing")
        await _empty(transaction, tables)
        now = datetime.now(UTC).isoformat()
        await queries.begin(transaction, number=len(steps) + 1, name=UNFINISHED_MOVE, checksum=identity, now=now)


# Tables


async def _compared(ends: Ends, table: Table) -> Moved:
    async with ends.target.reading() as connection:
        return Moved(table.name, await _content(ends.source, table), await _content(connection, table))


async def _content(connection: Connection, table: Table) -> Content:
    found = EMPTY
    async for rows in _batches(connection, table):
        found = found.with_rows(rows)
    return found


async def _copy(ends: Ends, table: Table) -> None:
    names, values = ", ".join(table.columns), ", ".join(f":{column}" for column in table.columns)
    insert = f"insert into {table.name} ({names}) values ({values})"  # noqa: S608, own names
    async for rows in _batches(ends.source, table):
        async with ends.target.transaction() as transaction:
            await transaction.run_each(insert, [dict(zip(table.columns, row, strict=True)) for row in rows])


async def _batches(connection: Connection, table: Table) -> AsyncIterator[list[tuple[Any, ...]]]:
    """Give the rows of a table, a batch at a time, in the order in which this database has its keys."""
    names, key = ", ".join(table.columns), ", ".join(table.key)
    most = BATCH_OF.get(table.name, BATCH)
    behind, place = "", dict[str, Any]()
    while True:
        select = f"select {names} from {table.name}{behind} order by {key} limit {most}"  # noqa: S608, own names
        rows = await connection.fetch(select, place)
        if rows:
            yield [tuple(row[column] for column in table.columns) for row in rows]
        if len(rows) < most:
            return
        place = {f"after_{column}": rows[-1][column] for column in table.key}
        behind = f" where ({key}) > ({', '.join(f':{name}' for name in place)})"


async def _empty(transaction: Connection, tables: Iterable[Table]) -> None:
    for table in reversed(list(tables)):
        await transaction.fetch(f"delete from {table.name}", {})  # noqa: S608, own names
