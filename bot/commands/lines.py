"""`komek lines`: the published poverty lines, of the law's files and of the administrator."""

import asyncio
import csv
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from bot.database import Database
from rules import PovertyLine, PovertyLines, Quarter
from rules.regions import REGIONS

COLUMNS = ("region", "quarter", "tenge", "source")
MOST_TENGE = 10_000_000


class RowRefused(ValueError):
    """A row of the file is wrong; nothing of the file was taken. The message names the row and the column."""


def known_lines() -> PovertyLines:
    """Return the lines of law/ with those that the administrator added, if there is a database yet."""
    return PovertyLines(asyncio.run(_added_lines()) if _may_have_database() else ())


def print_lines() -> None:
    """Print every published line: region, quarter, tenge, source."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in known_lines():
        writer.writerow((line.region, line.quarter, line.tenge, line.source))


def import_lines(file: Path) -> int:
    """Add the lines of a CSV file, all rows or none, and return how many; RowRefused names a bad row."""
    return asyncio.run(_put_lines(read_lines(file)))


def read_lines(file: Path) -> list[PovertyLine]:
    """Read `region,quarter,tenge,source`; RowRefused at the first row that is wrong."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as rows:
            reader = csv.DictReader(rows)
            if reader.fieldnames is None or tuple(name.strip() for name in reader.fieldnames) != COLUMNS:
                raise RowRefused(f"{file}: row 1: the columns are {','.join(COLUMNS)}")
            lines = [_line(f"{file}: row {reader.line_num}", row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise RowRefused(f"{file}: cannot be read as CSV in UTF-8") from wrong
    _refuse_repeats(file, lines)
    return lines


def _line(place: str, row: dict[str, str | None]) -> PovertyLine:
    region, quarter, tenge, source = ((row.get(name) or "").strip() for name in COLUMNS)
    if None in row:
        raise RowRefused(f"{place}: more than {len(COLUMNS)} columns")
    if region not in REGIONS:
        raise RowRefused(f"{place}: region: {region!r}; allowed: {', '.join(REGIONS)}")
    try:
        parsed = Quarter.parse(quarter)
    except ValueError:
        raise RowRefused(f"{place}: quarter: {quarter!r}; a quarter such as 2026-Q4 is allowed") from None
    if not tenge.isascii() or not tenge.isdecimal() or not 0 < int(tenge) <= MOST_TENGE:
        raise RowRefused(f"{place}: tenge: {tenge!r}; whole tenge from 1 to {MOST_TENGE} are allowed")
    if not source:
        raise RowRefused(f"{place}: source: missing; say where the line was published")
    return PovertyLine.published(region, parsed, int(tenge), source)


def _refuse_repeats(file: Path, lines: list[PovertyLine]) -> None:
    seen: set[tuple[str, Quarter]] = set()
    for number, line in enumerate(lines, 2):
        if (line.region, line.quarter) in seen:
            raise RowRefused(f"{file}: row {number}: {line.region} {line.quarter} stands there twice")
        seen.add((line.region, line.quarter))


def _may_have_database() -> bool:
    from bot.settings import load_settings, sqlite_path  # noqa: PLC0415, `assess --line` needs no settings

    path = sqlite_path(load_settings().database_url)
    return path is None or path.exists()


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    from bot.settings import load_settings  # noqa: PLC0415, as above

    async with Database.opened(load_settings().database_url) as database:
        await database.migrate()
        yield database


async def _added_lines() -> list[PovertyLine]:
    from bot.store import poverty_lines  # noqa: PLC0415, only where there is a database

    async with _database() as database, database.reading() as connection:
        added = await poverty_lines.all_lines(connection)
    return [PovertyLine.published(line.region, Quarter.parse(line.quarter), line.tenge, line.source) for line in added]


async def _put_lines(lines: list[PovertyLine]) -> int:
    from bot.store import poverty_lines  # noqa: PLC0415, as above

    today = date.today()  # noqa: DTZ011, the administrator's own day
    rows = [poverty_lines.AddedLine(line.region, str(line.quarter), line.tenge, line.source, today) for line in lines]
    async with _database() as database, database.transaction() as transaction:
        return await poverty_lines.put_lines(transaction, rows)
