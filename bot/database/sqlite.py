"""SQLite: one writer that everybody queues for, and a reader apart that waits for nobody."""

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from errno import EISDIR
from pathlib import Path
from typing import Any, Self, cast

import aiosqlite

from bot.database.door import Connection, Database, Row
from bot.errors import DatabaseUnavailableError

BUSY_TIMEOUT_S = 10.0  # another process may be writing, for instance importing poverty lines
OWNER_ONLY = 0o600
FORGET = "secure_delete = ON"  # what is deleted is overwritten, too; no slower as measured


class SQLiteConnection:
    """A connection in autocommit: a statement outside BEGIN is a durable transaction by itself."""

    def __init__(self, driver: aiosqlite.Connection) -> None:
        self.driver = driver

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """One trip to the driver's thread: execute, fetch all, and with that commit."""
        return cast("list[Row]", await self.driver.execute_fetchall(sql, parameters))


class SQLiteDatabase(Database):
    """One SQLite file, owner-only, in WAL mode with every commit synced to the disk."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = SQLiteConnection(writer)
        self._reader = SQLiteConnection(reader)
        self._turn = asyncio.Lock()

    @classmethod
    async def connect(cls, url: str) -> Self:
        """Open the file, and make it with its folder if missing."""
        path = Path(url.removeprefix("sqlite:///"))
        try:
            make_owner_only(path)
            writer = await connect(path, "synchronous = FULL", "foreign_keys = ON", FORGET)
            try:
                await switch_to_wal(writer)
                reader = await connect(path, "query_only = ON")
            except BaseException:
                await writer.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise DatabaseUnavailableError(f"{path}: {error}") from error
        return cls(writer, reader)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """Read what is committed; the driver's thread puts the statements in order, so no lock."""
        yield self._reader

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[Connection]:
        """Wait for the turn, lest the statement become part of somebody else's transaction."""
        async with self._turn:
            yield self._writer

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Take the write lock at once: a transaction that only later asks for it may find the data changed.

        A cancelled task leaves nothing open: the driver's thread works off what was sent in order, so the
        rollback comes after a BEGIN whose answer nobody waited for, and before the next one's turn.
        """
        async with self._turn:
            try:
                await self._writer.fetch("BEGIN IMMEDIATE", {})
                yield self._writer
                await self._writer.fetch("COMMIT", {})
            except BaseException:
                await self._writer.driver.rollback()
                raise

    async def lock_schema(self, transaction: Connection) -> None:
        """BEGIN IMMEDIATE has locked the whole file already."""

    async def close(self) -> None:
        """Let the one who has the turn finish, then close."""
        async with self._turn:
            await self._reader.driver.close()
            await self._writer.driver.close()  # the last to close folds the WAL into the file


def make_owner_only(path: Path) -> None:
    """Create the file before SQLite does: its WAL takes over the rights of the file.

    A file that is there is not opened: to close it would drop the locks that this process holds on it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except FileExistsError:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "Is a directory") from None
        path.chmod(OWNER_ONLY)


async def connect(path: Path, *pragmas: str) -> aiosqlite.Connection:
    """A connection in autocommit with the given pragmas."""
    driver = await aiosqlite.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_S)
    try:
        driver.row_factory = cast("type", sqlite3.Row)
        for pragma in pragmas:
            await driver.execute_fetchall(f"PRAGMA {pragma}")
    except BaseException:
        await driver.close()
        raise
    return driver


async def switch_to_wal(driver: aiosqlite.Connection) -> None:
    """Try until it succeeds: only here SQLite itself does not wait for another process that starts, too."""
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            await driver.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        else:
            return
        await asyncio.sleep(0.01)
