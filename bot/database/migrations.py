"""Numbered migrations, forward only, each applied and recorded in one transaction."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.database.queries import queries_beside
from bot.database.types import Connection, Database
from bot.errors import MigrationError

queries = queries_beside(__file__)
MIGRATIONS: Final = Path(__file__).with_name("schema")
UNFINISHED_MOVE: Final = "unfinished move"
"""Recorded behind the steps while `komek move` fills a database: half of it is nothing to work with."""


@dataclass(frozen=True)
class Migration:
    """One step of the schema; name and checksum prove that it is the step that was applied."""

    number: int
    name: str
    checksum: str


async def migrate(database: Database, folder: Path = MIGRATIONS) -> list[str]:
    """Apply what is missing and return the names. Of processes that start at once each step happens once."""
    files = found_in(folder)
    applied = []
    while step := await apply_next(database, files):
        applied.append(step.name)
    return applied


async def expect_newest(database: Database, folder: Path = MIGRATIONS) -> None:
    """Migrate an empty database; MigrationError when it has another schema than this program, older or newer."""
    async with database.transaction() as transaction:
        recorded = await recorded_in(database, transaction)
        if recorded:
            expect_complete(recorded, folder)
    if not recorded:
        await migrate(database, folder)


def expect_complete(recorded: Sequence[Migration], folder: Path = MIGRATIONS) -> None:
    """MigrationError unless exactly the steps of this program were applied."""
    if missing := first_missing(list(found_in(folder)), recorded):
        raise MigrationError(
            f"the database is older than this program: it lacks {missing.name}; `komek migrate` brings it up to date"
        )


def found_in(folder: Path) -> dict[Migration, Path]:
    """Every step with its file, in the order of their names."""
    return {read(path): path for path in sorted(folder.glob("*.sql"))}


def read(path: Path) -> Migration:
    """The step in a file whose name begins with its number: 0001_first.sql."""
    number = path.name.partition("_")[0]
    if not number.isdecimal():
        raise MigrationError(f"migration {path.name} does not begin with a number")
    return Migration(int(number), path.name, hashlib.sha256(path.read_bytes()).hexdigest())


async def apply_next(database: Database, files: dict[Migration, Path]) -> Migration | None:
    """Apply the first missing step, whatever another process did meanwhile; None when all are there."""
    async with database.transaction() as transaction:
        step = first_missing(list(files), await recorded_in(database, transaction))
        if step:
            await apply(transaction, step, files[step].read_text(encoding="utf-8"))
        return step


async def recorded_in(database: Database, transaction: Connection) -> list[Migration]:
    """What was applied, in order; nobody else applies anything until the transaction ends."""
    await database.lock_schema(transaction)
    await queries.keep_record(transaction)
    return [Migration(**row) async for row in queries.recorded(transaction)]


def first_missing(files: Sequence[Migration], recorded: Sequence[Migration]) -> Migration | None:
    """The step after the recorded ones. MigrationError unless these are exactly the first of the files."""
    for expected, step in enumerate(files, start=1):
        if step.number != expected:
            raise MigrationError(f"migration {expected:04} is missing: {step.name} follows a gap or a double")
    if recorded and recorded[-1].name == UNFINISHED_MOVE:
        raise MigrationError("a move into this database is not finished: run the same `komek move` again")
    if len(recorded) > len(files):
        raise MigrationError(f"the database is newer than this program: it has {recorded[-1].name}")
    for step, record in zip(files, recorded, strict=False):
        if step != record:
            raise MigrationError(f"migration {step.name} is not the one that was applied as {record.name}")
    return files[len(recorded)] if len(recorded) < len(files) else None


async def apply(transaction: Connection, step: Migration, script: str) -> None:
    """Run the script and record it."""
    for statement in statements(script):
        await transaction.fetch(statement, {})
    now = datetime.now(UTC).isoformat()
    await queries.record(transaction, number=step.number, name=step.name, checksum=step.checksum, applied_at=now)


def statements(script: str) -> Iterator[str]:
    """Statement by statement, each ending its line: a driver's own script call would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
