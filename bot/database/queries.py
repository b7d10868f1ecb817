"""Named queries: SQL stays in .sql files, aiosql turns each into a function of our Connection."""

from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import aiosql

from bot.database.types import Connection, Row, Transaction

Parameters = Mapping[str, Any]


class DoorAdapter:
    """What aiosql needs to run queries through the door.

    Its own adapter for aiosqlite goes to the driver's thread three times a query (execute, fetch, close),
    300 microseconds where the one trip of `Connection.fetch` takes 80.
    """

    is_aio_driver = True

    def process_sql(self, _name: str, _operation: Any, sql: str) -> str:
        """Keep the `:name` parameters: the connection knows how its driver wants them."""
        return sql

    async def select(
        self, connection: Connection, _name: str, sql: str, parameters: Parameters, _record_class: Any
    ) -> AsyncIterator[Row]:
        """Run a query declared without a sign: all rows."""
        for row in await connection.fetch(sql, parameters):
            yield row

    async def select_one(
        self, connection: Connection, _name: str, sql: str, parameters: Parameters, _record_class: Any
    ) -> Row | None:
        """Run a query declared with ^: the first row, None without any."""
        rows = await connection.fetch(sql, parameters)
        return rows[0] if rows else None

    async def insert_update_delete(self, connection: Connection, _name: str, sql: str, parameters: Parameters) -> None:
        """Run a query declared with !: no result."""
        await connection.fetch(sql, parameters)

    async def insert_update_delete_many(
        self, transaction: Transaction, _name: str, sql: str, rows: Sequence[Parameters]
    ) -> None:
        """Run a query declared with *!: once for each row of parameters, without a result."""
        await transaction.run_each(sql, rows)


def queries_beside(module_file: str) -> Any:
    """The queries of the .sql file that lies beside a module and bears its name."""
    return aiosql.from_path(Path(module_file).with_suffix(".sql"), cast("Any", DoorAdapter))
