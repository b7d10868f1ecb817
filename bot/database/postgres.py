"""PostgreSQL: a pool of connections; the server orders the writers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache, partial
from typing import Any, Self, cast

import asyncpg
from aiosql.adapters.asyncpg import AsyncPGAdapter
from aiosql.types import SQLOperationType

from bot.database.types import Connection, Database, Row, Transaction
from bot.errors import DatabaseUnavailableError, DeadlockError

POOL_SIZE = 8
CONNECT_TIMEOUT_S = 10.0
CUT = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # the wire was cut in the middle of what the driver does by itself
    asyncpg.InsufficientResourcesError,  # the disk is full, or there are too many connections
    asyncpg.PostgresSystemError,  # its own files cannot be read or written
    asyncpg.ReadOnlySQLTransactionError,  # a server that is no longer, or not yet, the first
    asyncpg.InvalidAuthorizationSpecificationError,  # it lets nobody in just now, or has not yet our name
    asyncpg.InvalidPasswordError,
    asyncpg.InvalidCatalogNameError,  # the database is being put back
    asyncpg.ObjectNotInPrerequisiteStateError,  # it takes no connections
)
UNDONE = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
SCHEMA_LOCK = 0x6B6F6D656B  # "komek": a number that other programs on the server will not lock


class PostgresConnection:
    """A connection of the pool, in autocommit unless a transaction was begun."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    async def fetch(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """One round trip to the server."""
        if not parameters:
            return cast("list[Row]", await self._driver.fetch(sql))
        numbered, names = with_numbers(sql)
        return cast("list[Row]", await self._driver.fetch(numbered, *(parameters[name] for name in names)))

    async def run_each(self, sql: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """One round trip for all of them."""
        numbered, names = with_numbers(sql)
        await self._driver.executemany(numbered, [[row[name] for name in names] for row in rows])


class PostgresDatabase(Database):
    """A PostgreSQL database behind a pool."""

    def __init__(self, pool: Any, connect: Callable[[], Awaitable[Any]]) -> None:
        self._pool = pool
        self._connect = connect
        self._session: Any = None
        self._turn = asyncio.Lock()
        self._held = set[int]()
        self._heard = set[str]()

    @classmethod
    async def connect(cls, url: str) -> Self:
        """Open the pool with one connection, so that a wrong address shows at once."""
        try:
            pool = await asyncpg.create_pool(
                url, min_size=1, max_size=POOL_SIZE, timeout=CONNECT_TIMEOUT_S, reset=keep_as_it_is
            )
        except (OSError, asyncpg.PostgresError) as error:
            raise DatabaseUnavailableError(str(error) or type(error).__name__) from error
        except (ValueError, asyncpg.InterfaceError) as error:  # may quote the address, and so a password
            raise DatabaseUnavailableError(type(error).__name__) from None
        return cls(pool, partial(asyncpg.connect, url, timeout=CONNECT_TIMEOUT_S))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """Any connection will do."""
        async with self._pool.acquire() as driver:
            yield PostgresConnection(driver)

    def statement(self) -> Any:
        """Outside a transaction every statement commits by itself, just as for reading."""
        return self.reading()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """One connection in one transaction. DeadlockError when the server let another one go before it."""
        try:
            async with self._pool.acquire() as driver, driver.transaction():
                yield PostgresConnection(driver)
        except UNDONE as undone:
            raise DeadlockError from undone

    async def lock_schema(self, transaction: Connection) -> None:
        """Hold an advisory lock until the transaction ends."""
        await transaction.fetch(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})", {})

    def is_temporary(self, fault: Exception) -> bool:
        """The connection was cut or refused; what is wrong with a statement or its values stays wrong."""
        return isinstance(fault, CUT) and not isinstance(fault, asyncpg.DataError)

    async def hold(self, number: int) -> None:
        """Hold an advisory lock in a session of its own, which the server ends with this process or the way to it.

        It is shared: the server may not have noticed yet that an earlier session of this process was cut.
        """
        async with self._turn:
            session = await self._own_session()
            if number not in self._held:
                await session.execute(f"SELECT pg_advisory_lock_shared({number})")
                self._held.add(number)

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Listen in the session that also holds the locks."""
        async with self._turn:
            session = await self._own_session()
            if channel not in self._heard:
                await session.add_listener(channel, lambda *_: heard())
                self._heard.add(channel)

    async def _own_session(self) -> Any:
        if self._session is None or self._session.is_closed():
            self._held.clear()
            self._heard.clear()
            self._session = await self._connect()
        return self._session

    async def is_held(self, number: int) -> bool:
        """Try it for the length of a statement."""
        async with self._pool.acquire() as driver:
            return not await driver.fetchval("SELECT pg_try_advisory_xact_lock($1)", number)

    async def close(self) -> None:
        """Let the borrowed connections come back, then close them all."""
        if self._session is not None:
            self._session.terminate()
        await self._pool.close()


async def keep_as_it_is(_driver: Any) -> None:
    """No session state is ever set here, so the round trip that would reset it is saved."""


@cache
def with_numbers(sql: str) -> tuple[str, tuple[str, ...]]:
    """The statement with $1, $2 for its `:name` parameters, and the names in that order.

    What stands between `/*+` and `*/` is for PostgreSQL alone: to SQLite it is a comment.
    """
    sql = sql.replace("/*+", "").replace("*/", "")
    adapter: Any = cast("Any", AsyncPGAdapter)()  # aiosql leaves its adapters unannotated
    numbered = adapter.process_sql("", SQLOperationType.SELECT, sql)
    return numbered, tuple(adapter.var_sorted[""])
