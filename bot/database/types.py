"""What the rest of the program sees of a database, whichever it is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol


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
    def is_temporary(self, fault: Exception) -> bool:
        """Whether it is a fault of the way to the database, so that the same may succeed later."""

    @abstractmethod
    async def hold(self, number: int) -> None:
        """Let everybody at this database see that whoever has that number lives, until it ends, however it does.

        To ask for it again costs nothing, and holds it anew where the way to the database was cut meanwhile.
        """

    @abstractmethod
    async def is_held(self, number: int) -> bool:
        """Whether somebody lives who has that number."""

    @abstractmethod
    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Call `heard` whenever a process at this database has committed something and says so on a channel.

        To ask for it again costs nothing, and listens anew where the way to the database was cut meanwhile. What was
        said while it was cut, or on a database on which nobody says anything, is not heard: look from time to time.
        """

    def is_in_place(self) -> bool:
        """Whether what is open here is what stands at its address now; a server lets nobody take it away meanwhile."""
        return True

    @abstractmethod
    async def close(self) -> None:
        """Finish what is under way and let go."""
