"""SQLite's writer: statements that wait at the same time share one trip to its thread and one durable commit."""

import asyncio
import sqlite3
from asyncio import Future
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import aiosqlite

from bot.database.door import Row

FETCH_CHUNK = 64  # rows; only for cursors, which are not used here


class Waiting(NamedTuple):
    """A statement whose caller waits for its rows."""

    sql: str
    parameters: Mapping[str, Any]
    rows: "Future[Sequence[Row]]"


class SQLiteWriter(aiosqlite.Connection):
    """The driver in its own thread, with one trip more than it has: several statements in one transaction."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, FETCH_CHUNK)

    async def commit_together(self, statements: Sequence[Waiting]) -> "list[list[Row] | Exception]":
        """Return, once all is durable, the rows of each statement or why it alone changed nothing.

        Raises the error that undid all of them.
        """
        outcomes = await self._execute(self._commit_together, statements)
        return cast("list[list[Row] | Exception]", outcomes)

    def _commit_together(self, statements: Sequence[Waiting]) -> "list[list[Row] | Exception]":
        driver = self._conn
        try:
            driver.execute("BEGIN IMMEDIATE")
            outcomes = [self._outcome(driver, statement) for statement in statements]
            driver.execute("COMMIT")
        except BaseException:
            driver.rollback()
            raise
        return outcomes

    @staticmethod
    def _outcome(driver: sqlite3.Connection, statement: Waiting) -> "list[Row] | sqlite3.Error":
        try:
            return cast("list[Row]", driver.execute(statement.sql, statement.parameters).fetchall())
        except Exception as error:  # noqa: BLE001, its caller raises it; SQLite has undone what this one statement had changed
            if not driver.in_transaction:  # and all before it: the disk is full, or broken
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
            together = [statement for statement in self._waiting if not statement.rows.done()]
            self._waiting = []
            try:
                outcomes: Sequence[list[Row] | Exception] = await self._writer.commit_together(together)
            except Exception as error:  # noqa: BLE001, each caller raises it
                outcomes = [error] * len(together)
        for statement, outcome in zip(together, outcomes, strict=True):
            _tell(statement.rows, outcome)


def _tell(waiting: "Future[Sequence[Row]]", outcome: "list[Row] | Exception") -> None:
    if waiting.done():  # cancelled meanwhile
        return
    if isinstance(outcome, Exception):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)
