"""SQLite's writer: statements that wait at the same time share one trip to its thread and one durable commit."""

import asyncio
import sqlite3
from asyncio import Future
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, cast

import aiosqlite

from bot.database.checkpoints import Checkpoints
from bot.database.types import Row

Outcome = list[Row] | Exception  # the rows of a statement, or why it changed nothing
FETCH_CHUNK = 64  # rows; only for cursors, which are not used here


class Waiting(NamedTuple):
    """A statement whose caller waits for its rows."""

    sql: str
    parameters: Mapping[str, Any]
    rows: "Future[Sequence[Row]]"


class SQLiteWriter(aiosqlite.Connection):
    """The driver in its own thread, with some trips more than it has; checkpoints come behind its commits.

    Before each of them `expect_in_place` raises where what would be written would be lost.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection], expect_in_place: Callable[[], None]) -> None:
        super().__init__(connector, FETCH_CHUNK)
        self._connect_again = connector
        self._expect_in_place = expect_in_place
        self._checkpoints: Checkpoints | None = None

    async def make_checkpoints(self) -> None:
        """Make the checkpoints of this file, in place of SQLite's own; it is in WAL mode."""
        await self._trip(self._make_checkpoints)

    async def commit(self) -> None:
        """End the transaction: what it has written is durable."""
        await self._trip(self._commit)

    async def close(self) -> None:
        """Let go of the file."""
        if self._checkpoints is not None:
            await self._trip(self._checkpoints.close)
            self._checkpoints = None
        await super().close()

    async def commit_together(self, statements: Sequence[Waiting]) -> list[Outcome]:
        """Run statements in one transaction. Return, once all is durable, the rows of each or why it changed nothing.

        Raises the error that undid all of them.
        """
        return cast("list[Outcome]", await self._trip(self._commit_together, statements))

    async def execute_each(self, sql: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for each row of parameters."""
        await self._trip(self._conn.executemany, sql, rows)

    async def _trip(self, function: Callable[..., Any], *args: Any) -> Any:
        return await self._execute(function, *args)  # type: ignore[no-untyped-call] # aiosqlite leaves it open

    def _commit_together(self, statements: Sequence[Waiting]) -> list[Outcome]:
        driver = self._conn
        try:
            driver.execute("BEGIN IMMEDIATE")
            outcomes = [self._outcome(driver, statement) for statement in statements]
            self._expect_in_place()
            driver.execute("COMMIT")
        except BaseException:
            driver.rollback()
            raise
        self._checkpoint()
        return outcomes

    def _commit(self) -> None:
        self._expect_in_place()
        self._conn.execute("COMMIT")
        self._checkpoint()

    def _checkpoint(self) -> None:
        """What was committed is durable, whatever becomes of the checkpoint: it is tried again after the next."""
        if self._checkpoints is not None:
            with suppress(sqlite3.Error):
                self._checkpoints.make_when_due(self._conn)

    def _make_checkpoints(self) -> None:
        self._conn.execute("PRAGMA wal_autocheckpoint = 0")
        self._checkpoints = Checkpoints(self._connect_again)

    @staticmethod
    def _outcome(driver: sqlite3.Connection, statement: Waiting) -> Outcome:
        try:
            return cast("list[Row]", driver.execute(statement.sql, statement.parameters).fetchall())
        except Exception as error:
            # SQLite has undone what this statement had changed: that alone, unless the disk is full or broken.
            if not driver.in_transaction:
                raise
            return error


class SharedCommits:
    """What single statements run on: each durable when it returns, in the order in which they came.

    While one commit is under way, the next statements gather for the one after it. So the disk and the way to the
    thread are paid once for all people who answer at the same moment.
    """

    def __init__(self, writer: SQLiteWriter, turn: asyncio.Lock) -> None:
        self._writer = writer
        self._turn = turn
        self._waiting: list[Waiting] = []
        self._commits: set[asyncio.Task[None]] = set()

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Execute, commit and fetch all. Who is cancelled before the commit began has changed nothing."""
        rows = asyncio.get_running_loop().create_future()
        self._waiting.append(Waiting(sql, parameters, rows))
        if len(self._waiting) == 1:
            commit = asyncio.create_task(self._commit())
            self._commits.add(commit)
            commit.add_done_callback(self._commits.discard)
        return cast("list[Row]", await rows)

    async def finish(self) -> None:
        """Wait until nobody waits any more."""
        while self._commits:
            await asyncio.wait(self._commits)

    async def _commit(self) -> None:
        async with self._turn:
            together = [statement for statement in self._waiting if not statement.rows.cancelled()]
            self._waiting = []
            try:
                outcomes: Sequence[Outcome] = await self._writer.commit_together(together)
            except Exception as error:  # noqa: BLE001, each caller raises it
                outcomes = [error] * len(together)
        for statement, outcome in zip(together, outcomes, strict=True):
            _tell(statement.rows, outcome)


def _tell(waiting: "Future[Sequence[Row]]", outcome: Outcome) -> None:
    if waiting.done():  # cancelled meanwhile
        return
    if isinstance(outcome, Exception):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)
