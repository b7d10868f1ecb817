"""A database that times what is done at it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.database.types import Connection, Database, Transaction

Timing = Callable[[str], AbstractAsyncContextManager[None]]


class MeasuredDatabase(Database):
    """Another database, of which each block is timed by what it is: reading, statement or transaction."""

    def __init__(self, database: Database, timed: Timing) -> None:
        self._database, self._timed = database, timed

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """For reads."""
        async with self._timed("reading"), self._database.reading() as connection:
            yield connection

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[Connection]:
        """For one write."""
        async with self._timed("statement"), self._database.statement() as connection:
            yield connection

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """For several writes that hold together."""
        async with self._timed("transaction"), self._database.transaction() as transaction:
            yield transaction

    async def lock_schema(self, transaction: Connection) -> None:
        """Let only this transaction change the schema until it ends."""
        await self._database.lock_schema(transaction)

    def is_temporary(self, fault: Exception) -> bool:
        """Whether it is a fault of the way to the database."""
        return self._database.is_temporary(fault)

    async def hold(self, number: int) -> None:
        """Let everybody see that whoever has that number lives."""
        await self._database.hold(number)

    async def is_held(self, number: int) -> bool:
        """Whether somebody lives who has that number."""
        return await self._database.is_held(number)

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Call `heard` whenever something is said on a channel."""
        await self._database.listen(channel, heard)

    def is_in_place(self) -> bool:
        """Whether what is open here is what stands at its address now."""
        return self._database.is_in_place()

    async def close(self) -> None:
        """Let go."""
        await self._database.close()
