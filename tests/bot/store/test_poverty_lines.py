"""The administrator enters the lines of a quarter: all of them, or none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.database import Database
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine

SHYMKENT = AddedLine("KZ-79", "2023-Q2", 30_000, "order of the akimat", date(2023, 4, 5))
ASTANA = AddedLine("KZ-71", "2023-Q2", 35_000, "order of the akimat", date(2023, 4, 5))


async def put(database: Database, *lines: AddedLine) -> int:
    async with database.transaction() as transaction:
        return await poverty_lines.put_lines(transaction, lines)


async def lines_of(database: Database) -> list[AddedLine]:
    async with database.reading() as connection:
        return await poverty_lines.all_lines(connection)


async def test_lines_come_back_by_quarter_and_region(database: Database) -> None:
    later = replace(ASTANA, quarter="2023-Q3")
    assert await put(database, later, SHYMKENT, ASTANA) == 3
    assert await lines_of(database) == [ASTANA, SHYMKENT, later]


async def test_a_line_entered_again_is_a_correction(database: Database) -> None:
    await put(database, SHYMKENT)
    corrected = replace(SHYMKENT, tenge=31_000, source="corrected order", added_on=date(2023, 4, 6))
    assert await put(database, corrected) == 1
    assert await lines_of(database) == [corrected]


async def test_one_impossible_line_keeps_all_of_them_out(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)check constraint"):
        await put(database, SHYMKENT, replace(ASTANA, tenge=0))
    assert await lines_of(database) == []


async def test_no_line_is_no_error(database: Database) -> None:
    assert await put(database) == 0
