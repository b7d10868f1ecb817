"""SQLite: one writer that everybody queues for, and a reader apart that waits for nobody.

A row found by its key takes 5 microseconds, so reads run where they are called: in WAL mode they wait for no lock. A
durable write takes as long as the disk, so the writer runs in a thread of its own and holds nobody up.
"""

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from errno import EISDIR
from pathlib import Path
from typing import Any, Self, cast

from bot.database import locks
from bot.database.sqlite_writer import SharedCommits, SQLiteWriter
from bot.database.types import Connection, Database, Row, Transaction
from bot.errors import DatabaseReplacedError, DatabaseUnavailableError

BUSY_TIMEOUT_S = 10.0  # another process may be writing, for instance importing poverty lines
OWNER_ONLY = 0o600
FORGET = "secure_delete = ON"  # what is deleted is overwritten, too; no slower as measured


class SQLiteReader:
    """A connection that only reads, each statement what was committed when it began."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.driver = driver

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Execute and fetch all."""
        return cast("list[Row]", self.driver.execute(sql, parameters).fetchall())


class SQLiteTransaction:
    """The writer inside BEGIN and COMMIT, or in autocommit."""

    def __init__(self, driver: SQLiteWriter) -> None:
        self.driver = driver

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """One trip to the driver's thread: execute and fetch all."""
        return cast("list[Row]", await self.driver.execute_fetchall(sql, parameters))

    async def run_each(self, sql: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """One trip to the driver's thread for all of them."""
        await self.driver.execute_each(sql, rows)


class Place:
    """The path of an open file, and which file that was: one that is moved is read and written on, without a name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = self._stands_there()
        self._was_told = False

    def is_taken_by_it(self) -> bool:
        """Whether the file still stands there; where not, that is logged once."""
        is_it = self._stands_there() == self._file
        if not (is_it or self._was_told):
            import structlog  # noqa: PLC0415, what only opens a database does without it

            structlog.get_logger("komek.database").error("database_replaced")
        self._was_told = not is_it
        return is_it

    def expect(self) -> None:
        """DatabaseReplacedError unless it does."""
        if not self.is_taken_by_it():
            raise DatabaseReplacedError

    def _stands_there(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


class SQLiteDatabase(Database):
    """One SQLite file, owner-only, in WAL mode with every commit synced to the disk."""

    def __init__(self, place: Place, writer: SQLiteWriter, reader: sqlite3.Connection) -> None:
        self._place = place
        self._held = {locks.OPEN}
        self._turn = asyncio.Lock()
        self._writer = SQLiteTransaction(writer)
        self._statements = SharedCommits(writer, self._turn)
        self._reader = SQLiteReader(reader)

    @classmethod
    async def connect(cls, url: str) -> Self:
        """Open the file, and make it with its folder if missing."""
        path = Path(os.path.abspath(url.removeprefix("sqlite:///")))  # noqa: PTH100, ASYNC240, it asks no disk
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not locks.hold(path):
                raise DatabaseUnavailableError(f"{path}: a copy is being put back just now; try again when it is there")
            try:
                return await cls._opened(path)
            except BaseException:
                locks.let_go(path)
                raise
        except (OSError, sqlite3.Error) as error:
            raise DatabaseUnavailableError(f"{path}: {error}") from error

    @classmethod
    async def _opened(cls, path: Path) -> Self:
        make_owner_only(path)
        place = Place(path)
        writer = await open_writer(path, place.expect)
        try:
            return cls(place, writer, open_reader(path))
        except BaseException:
            await writer.close()
            raise

    def reading(self) -> AbstractAsyncContextManager[Connection]:
        """Read what is committed."""
        return nullcontext(self._reader)

    def statement(self) -> AbstractAsyncContextManager[Connection]:
        """Write together with whoever else waits for the turn, never inside somebody's transaction."""
        return nullcontext(self._statements)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Take the write lock at once: a transaction that only later asks for it may find the data changed.

        A cancelled task leaves nothing open: the driver's thread works off what was sent in order, so the
        rollback comes after a BEGIN whose answer nobody waited for, and before the next one's turn.
        """
        async with self._turn:
            try:
                await self._writer.fetch("BEGIN IMMEDIATE", {})
                yield self._writer
                await self._writer.driver.commit()
            except BaseException:
                await self._writer.driver.rollback()
                raise

    async def lock_schema(self, transaction: Connection) -> None:
        """BEGIN IMMEDIATE has locked the whole file already."""

    def is_temporary(self, fault: Exception) -> bool:
        """The disk is full or broken, or another process holds the file; a wrong statement stays wrong.

        Also while another file stands in its place: nothing is confirmed, and the program begins with it when started.
        """
        if isinstance(fault, DatabaseReplacedError):
            return True
        code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # Python's own errors have none
        return isinstance(fault, sqlite3.OperationalError) and code & 0xFF != sqlite3.SQLITE_ERROR

    async def hold(self, number: int) -> None:
        """Hold a lock of the file beside it, which the kernel lets go of when this process ends."""
        if number not in self._held and locks.hold(self._place.path, number):
            self._held.add(number)

    async def is_held(self, number: int) -> bool:
        """Try it: whoever is at this file is on this machine, in whatever container."""
        return not locks.is_free(self._place.path, number)

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Nobody says anything: of what another process has written one learns by looking."""

    def is_in_place(self) -> bool:
        """Whether the file at the path is the one that is open."""
        return self._place.is_taken_by_it()

    async def close(self) -> None:
        """Let those finish who have the turn or wait for it, then close."""
        await self._statements.finish()
        async with self._turn:
            self._reader.driver.close()
            await self._writer.driver.close()  # the last to close folds the WAL into the file
        while self._held:
            locks.let_go(self._place.path, self._held.pop())


def make_owner_only(path: Path) -> None:
    """Create the file before SQLite does: its WAL takes over the rights of the file.

    A file that is there is not opened: to close it would drop the locks that this process holds on it.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except FileExistsError:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "Is a directory") from None
        path.chmod(OWNER_ONLY)


def connected(path: Path) -> sqlite3.Connection:
    """A connection in autocommit."""
    driver = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_S)
    driver.row_factory = sqlite3.Row
    return driver


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    driver = connected(path)
    try:
        driver.execute("PRAGMA query_only = ON")
    except BaseException:
        driver.close()
        raise
    return driver


async def open_writer(path: Path, expect_in_place: Callable[[], None]) -> SQLiteWriter:
    """A connection in a thread of its own that syncs every commit; the file is in WAL mode from then on."""
    writer = SQLiteWriter(lambda: connected(path), expect_in_place)
    await writer
    try:
        for pragma in ("synchronous = FULL", "foreign_keys = ON", FORGET):
            await writer.execute_fetchall(f"PRAGMA {pragma}")
        await switch_to_wal(writer)
        await writer.make_checkpoints()
    except BaseException:
        await writer.close()
        raise
    return writer


async def switch_to_wal(writer: SQLiteWriter) -> None:
    """Try until it succeeds: only here SQLite itself does not wait for another process that starts, too."""
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            await writer.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        else:
            return
        await asyncio.sleep(0.01)
