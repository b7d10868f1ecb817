"""The door: what the rest of the program sees of a database, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

MIGRATIONS = Path(__file__).parents[1] / "migrations"


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
    async def close(self) -> None:
        """Finish what is under way and let go."""

    async def migrate(self, folder: Path = MIGRATIONS) -> list[str]:
        """Apply the missing migrations and return their names. MigrationError when they do not fit."""
        from bot.database.migrations import migrate  # noqa: PLC0415 - it imports this module

        return await migrate(self, folder)
