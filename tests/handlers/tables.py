"""What the database holds, counted past the program's own queries, in every table that the migrations made."""

import json
import re
from functools import cache
from typing import Any, Final

from bot.database import Database
from bot.database.migrations import MIGRATIONS
from bot.store import sealed
from tests.chat import Telegram
from tests.databases import columns_of

UNCOUNTED: Final = frozenset({"number_series", "schema_migrations"})
"""A number may be taken in vain."""
OWN_TABLES: Final = {
    "people": "id",
    "drafts": "person_id",
    "assessments": "person_id",
    "checks": "person_id",
    "opened_links": "person_id",
}
Row = tuple[tuple[str, Any], ...]
Stored = dict[str, frozenset[Row]]


@cache
def all_tables() -> list[str]:
    """Return every table that the migrations make."""
    migrations = "".join(path.read_text(encoding="utf-8") for path in sorted(MIGRATIONS.glob("*.sql")))
    changes = re.findall(r"^(create|drop) table (\w+)", migrations, re.MULTILINE)
    last = {table: change for change, table in changes}  # some are made anew later
    return sorted(table for table, change in last.items() if change == "create")


@cache
def tables_of_people() -> dict[str, str]:
    """Return the tables that hold something of a person, each with its column for Telegram's id."""
    migrations = "".join(path.read_text(encoding="utf-8") for path in sorted(MIGRATIONS.glob("*.sql")))
    found = {"people": "id"}
    for table, columns in re.findall(r"create table (\w+) \((.*?)\n\)", migrations, re.DOTALL):
        referring = re.search(r"(\w+)[^\n]*references people", columns)
        if referring:
            found[table] = referring[1]
    return found


async def rows_of_people(database: Database) -> dict[str, int]:
    """Return how many rows each table has that holds something of anybody; empty ones are left out."""
    counted = {}
    async with database.reading() as connection:
        for table in tables_of_people():
            counted[table] = len(await connection.fetch(f"select 1 from {table}", {}))  # noqa: S608, names of ours
    return {table: count for table, count in counted.items() if count}


async def rows_of(database: Database, person_id: int) -> dict[str, int]:
    """Return the same of one person."""
    counted = {}
    async with database.reading() as connection:
        for table, column in tables_of_people().items():
            query = f"select 1 from {table} where {column} = :person_id"  # noqa: S608, names of ours
            counted[table] = len(await connection.fetch(query, {"person_id": person_id}))
    return {table: count for table, count in counted.items() if count}


async def stored(database: Database) -> Stored:
    """Return every row of every table that anybody's press might change, as it lies there."""
    found = {}
    async with database.reading() as connection:
        for table in all_tables():
            if table not in UNCOUNTED:
                rows = await connection.fetch(f"select * from {table}", {})  # noqa: S608, names of ours
                found[table] = frozenset(tuple(columns_of(row).items()) for row in rows)
    return found


def changed(before: Stored, after: Stored, person_id: int) -> dict[str, frozenset[Row]]:
    """Return what differs, by table; of a person's own tables what differs of others stands under `others`."""
    found = {table: rows for table in before if (rows := before[table] ^ after[table])}
    others = [row for table, key in OWN_TABLES.items() for row in found.get(table, ()) if dict(row)[key] != person_id]
    return found | ({"others": frozenset(others)} if others else {})


async def everything(telegram: Telegram) -> str:
    """Return every sealed document of the database, opened, in one text."""
    found = []
    async with telegram.database.reading() as connection:
        for column in sealed.COLUMNS:
            rows = [row async for row in column.after(connection, key=column.lowest, batch=10_000)]
            found += [json.dumps(telegram.cipher.open(row["sealed"]), ensure_ascii=False) for row in rows]
    return "\n".join(found)
