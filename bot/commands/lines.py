"""`komek lines`: the published poverty lines, of the law's files and of the administrator."""

import asyncio
import csv
import sys
from datetime import date
from pathlib import Path

from bot.commands.database import opened
from bot.commands.lines_file import COLUMNS, read_lines
from rules import PovertyLine, PovertyLines


def known_lines() -> PovertyLines:
    """Return the lines of law/ with those that the administrator added, if there is a database yet."""
    if not _may_have_database():
        return PovertyLines()
    return PovertyLines(asyncio.run(_added_lines()))


def print_lines() -> None:
    """Print every published line: region, quarter, tenge, source."""
    lines = known_lines()  # before the first row is printed: the database may be out of reach
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((line.region, line.quarter, line.tenge, line.source) for line in lines)


def import_lines(file: Path) -> int:
    """Add the lines of a CSV file, all rows or none, and return how many; RowRefused names a bad row."""
    return asyncio.run(_put_lines(read_lines(file)))


def _may_have_database() -> bool:
    from bot.settings import load_settings, sqlite_path  # noqa: PLC0415, `assess --line` needs no settings

    path = sqlite_path(load_settings().database_url)
    return path is None or path.exists()


async def _added_lines() -> list[PovertyLine]:
    from bot.store import poverty_lines  # noqa: PLC0415, only where there is a database

    async with opened() as database, database.reading() as connection:
        return await poverty_lines.published(connection)


async def _put_lines(lines: list[PovertyLine]) -> int:
    from bot.store import poverty_lines  # noqa: PLC0415, as above

    today = date.today()  # noqa: DTZ011, the administrator's own day
    rows = [poverty_lines.AddedLine(line.region, str(line.quarter), line.tenge, line.source, today) for line in lines]
    async with opened() as database, database.transaction() as transaction:
        return await poverty_lines.put_lines(transaction, rows)
