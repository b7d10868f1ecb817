"""The door: what the rest of the program sees of a database, whichever it is."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar

from bot.errors import TransactionUndone

MIGRATIONS = Path(__file__).parents[1] / "migrations"
BEGUN_AGAIN = 3  # times
PAUSE_S = 0.05

P = ParamSpec("P")
T = TypeVar("T")


class Row(Protocol):
    """One row of an answer; columns are taken by name."""

    def __getitem__(self, column: str, /) -> Any: ...


class Connection(Protocol):
    """What a named query runs on. Both drivers do with this one method."""

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run one statement with `:name` parameters and return all its rows, none for a plain write."""
        ...


class Transaction(Connection, Protocol):
    """A connection inside a transaction."""

    async def run_each(self, sql: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement once for each row of parameters, all in one trip; there is no result."""
        ...


class Database(ABC):
    """An open database. Nothing is acknowledged before the disk has it."""

    @staticmethod
    @asynccontextmanager
    async def opened(url: str) -> AsyncIterator[Database]:
        """Open the database for the length of a block."""
        database = await Database.open(url)
        try:
            yield database
        finally:
            await database.close()

    @staticmethod
    async def open(url: str) -> Database:
        """Open `sqlite:///PATH` or `postgresql://...`. DatabaseUnavailableError when that fails."""
        if url.startswith("sqlite:"):
            from bot.database.sqlite import SQLiteDatabase  # noqa: PLC0415 - only the driver in use is loaded

            return await SQLiteDatabase.connect(url)
        from bot.database.postgres import PostgresDatabase  # noqa: PLC0415 - as above

        return await PostgresDatabase.connect(url)

    @abstractmethod
    def reading(self) -> AbstractAsyncContextManager[Connection]:
        """For reads. Each statement sees what was committed when it began, and waits for no writer."""

    @abstractmethod
    def statement(self) -> AbstractAsyncContextManager[Connection]:
        """For one write that is a transaction by itself: durable when it returns, and the cheapest way."""

    @abstractmethod
    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """For several writes that hold together: all durable at the block's end, none after an exception."""

    @abstractmethod
    async def lock_schema(self, transaction: Connection) -> None:
        """Let only this transaction change the schema until it ends."""

    @abstractmethod
    def may_pass(self, fault: Exception) -> bool:
        """Whether it is a fault of the way to the database, so that the same may succeed later."""

    @abstractmethod
    async def close(self) -> None:
        """Finish what is under way and let go."""

    async def migrate(self, folder: Path = MIGRATIONS) -> list[str]:
        """Apply the missing migrations and return their names. MigrationError when they do not fit."""
        from bot.database.migrations import migrate  # noqa: PLC0415 - it imports this module

        return await migrate(self, folder)

    async def expect_newest(self, folder: Path = MIGRATIONS) -> None:
        """Migrate an empty database, and leave any other as it is. MigrationError when its schema is not the newest."""
        from bot.database.migrations import expect_newest  # noqa: PLC0415 - as above

        await expect_newest(self, folder)


def again_when_undone(change: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Let a change begin again whose transaction the database undid in favour of another one.

    For a function that is one transaction and does nothing beside it: so nothing of it is done twice.
    TransactionUndone when the database did so each time.
    """

    @wraps(change)
    async def begun_again(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(BEGUN_AGAIN):
            with suppress(TransactionUndone):
                return await change(*args, **kwargs)
            await asyncio.sleep(PAUSE_S)  # at once again, it might take the other one's next lock from it
        return await change(*args, **kwargs)

    return begun_again
