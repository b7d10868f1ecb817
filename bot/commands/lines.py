"""`komek lines`: the published poverty lines, of the law's files and of the administrator, and where none is known."""

from __future__ import annotations

import asyncio
import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.commands.database import opened
from bot.commands.lines_file import COLUMNS, read_lines
from bot.published_lines import missing_lines
from rules import PovertyLine, PovertyLines

if TYPE_CHECKING:
    from bot.commands.changed_results import Change
    from bot.database import Database
    from bot.store.cipher import Cipher

CHANGED: Final = (
    "region", "quarter", "old_tenge", "old_basis", "new_tenge",
    "saved_results", "outcome_changes", "amount_changes", "not_recomputed",
)  # fmt: skip


def known_lines() -> PovertyLines:
    """Return the lines of law/ with those that the administrator added, if there is a database yet."""
    if not _may_have_database():
        return PovertyLines()
    return PovertyLines(asyncio.run(_added_lines()))


def print_lines() -> None:
    """Print every published line: region, quarter, tenge, source."""
    lines = known_lines()  # before the first row is printed: the database may be out of reach
    _print_table(COLUMNS, ((line.region, line.quarter, line.tenge, line.source) for line in lines))


def print_missing() -> None:
    """Print the regions without a published line in this quarter and the next, by today's day in Kazakhstan."""
    from bot.texts.formats import KAZAKHSTAN_TIME  # noqa: PLC0415, `assess --line` needs no words

    _print_table(("region", "quarter"), missing_lines(known_lines(), datetime.now(KAZAKHSTAN_TIME).date()))


def import_lines(file: Path, *, dry_run: bool) -> None:
    """Add the lines of a CSV file, all rows or none, and print how many and what they change for saved results.

    A dry run writes nothing and prints what would change. RowError names a bad row.
    """
    lines = read_lines(file)
    if dry_run:
        changes = _changes_without_database(lines) if not _may_have_database() else asyncio.run(_changes(lines))
    else:
        changes, count = asyncio.run(_put_lines(lines))
        sys.stdout.write(f"lines added: {count}\n")
    _print_table(CHANGED, map(_row, changes))


def _print_table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)


def _row(change: Change) -> tuple[Any, ...]:
    line, before = change.line, change.before
    known = (before.tenge, before.basis) if before else ("", "")
    counted = (change.saved, change.outcomes, change.amounts, change.not_recomputed)
    return (line.region, line.quarter, *known, line.tenge, *counted)


def _may_have_database() -> bool:
    from bot.settings import load_settings, sqlite_path  # noqa: PLC0415, `assess --line` needs no settings

    path = sqlite_path(load_settings().database_url)
    return path is None or path.exists()


async def _added_lines() -> list[PovertyLine]:
    from bot.store import poverty_lines  # noqa: PLC0415, only where there is a database

    async with opened() as database, database.reading() as connection:
        return await poverty_lines.published(connection)


def _changes_without_database(lines: list[PovertyLine]) -> list[Change]:
    from bot.commands.changed_results import changes_without_results  # noqa: PLC0415, as above

    return changes_without_results(lines)


async def _changes(lines: list[PovertyLine]) -> list[Change]:
    async with opened() as database:
        return await _changes_in(database, lines)


async def _changes_in(database: Database, lines: list[PovertyLine]) -> list[Change]:
    from bot.commands.changed_results import changes_by  # noqa: PLC0415, as above
    from bot.store import poverty_lines  # noqa: PLC0415, as above

    async with database.reading() as connection:
        return await changes_by(connection, cache(_cipher), await poverty_lines.published(connection), lines)


def _cipher() -> Cipher:
    """Return the cipher that opens results, never with a key just made: there are results, so there was one."""
    from bot.errors import WrongKeyError  # noqa: PLC0415, as above
    from bot.settings import load_settings  # noqa: PLC0415, as above
    from bot.store.cipher import cipher_for  # noqa: PLC0415, as above

    settings = load_settings()
    if not settings.data_keys and not settings.key_file.exists():
        raise WrongKeyError
    return cipher_for(settings)


async def _put_lines(lines: list[PovertyLine]) -> tuple[list[Change], int]:
    """Add the lines and return what they change, worked out before: then a wrong key stops the import as a whole."""
    from bot.store import poverty_lines  # noqa: PLC0415, as above

    today = date.today()  # noqa: DTZ011, the administrator's own day
    rows = [poverty_lines.AddedLine(line.region, str(line.quarter), line.tenge, line.source, today) for line in lines]
    async with opened() as database:
        changes = await _changes_in(database, lines)
        async with database.transaction() as transaction:
            return changes, await poverty_lines.put_lines(transaction, rows)
