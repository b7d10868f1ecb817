"""What the database holds, counted past the program's own queries."""

import re
from typing import Final

from bot.database import Database
from bot.database.door import MIGRATIONS

TABLES: Final = {"people": "id", "drafts": "person_id", "assessments": "person_id"}
"""The tables that hold something of a person, and the column with Telegram's id."""


async def rows_of_people(database: Database) -> dict[str, int]:
    """Return how many rows each table has."""
    async with database.reading() as connection:
        return {table: len(await connection.fetch(f"select * from {table}", {})) for table in TABLES}  # noqa: S608, names of ours


async def rows_of(database: Database, person_id: int) -> dict[str, int]:
    """Return how many rows each table has of one person."""
    counted = {}
    async with database.reading() as connection:
        for table, column in TABLES.items():
            query = f"select * from {table} where {column} = :person_id"  # noqa: S608, names of ours
            counted[table] = len(await connection.fetch(query, {"person_id": person_id}))
    return counted


def tables_with_a_person() -> set[str]:
    """Return the names of all tables with a column for Telegram's id of somebody, as the migrations made them."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(MIGRATIONS.glob("*.sql")))
    tables = re.findall(r"create table (\w+) \((.*?)\n\)", text, re.DOTALL)
    return {name for name, columns in tables if name == "people" or "references people" in columns}
