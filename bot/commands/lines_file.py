"""A CSV file of published poverty lines: every row is read as it was meant, or the whole file is refused.

The columns are region, quarter, tenge, source. Commas or semicolons part them, as spreadsheets write either.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Final

from bot.commands.arguments import is_line_in_tenge
from bot.commands.one_line import what_is_wrong
from bot.errors import CommandError
from bot.published_lines import FIRST_QUARTER, known_quarter, last_quarter, plausible_tenge, sums_allowed
from rules import PovertyLine, Quarter
from rules.regions import FORMED, REGIONS, exists

COLUMNS: Final = ("region", "quarter", "tenge", "source")

CsvLine = tuple[int, list[str]]  # the line of the file on which it ends, and its fields


class RowError(CommandError):
    """A row of the file is wrong; nothing of the file was taken. The message names the row and the column."""


def read_lines(file: Path) -> list[PovertyLine]:
    """Read the lines of a file in its order; RowError at the first row that is wrong."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as wrong:
        raise RowError(f"{file}: {what_is_wrong(wrong)}") from wrong
    lines: dict[tuple[str, Quarter], PovertyLine] = {}
    for number, fields in _rows(file, text):
        place = f"{file}: row {number}"
        line = _line(place, fields)
        if (line.region, line.quarter) in lines:
            raise RowError(f"{place}: {line.region} {line.quarter} stands there twice; once is allowed")
        lines[line.region, line.quarter] = line
    return list(lines.values())


def _rows(file: Path, text: str) -> Iterator[CsvLine]:
    head, _, _ = text.partition("\n")
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    try:
        if tuple(name.strip() for name in next(reader, ())) != COLUMNS:
            raise RowError(f"{file}: row 1: the columns {','.join(COLUMNS)} are needed")
        for fields in reader:
            if any(fields):
                yield reader.line_num, [field.strip() for field in fields]
    except csv.Error as wrong:
        raise RowError(f"{file}: row {reader.line_num}: is no CSV: {wrong}") from wrong


def _line(place: str, fields: list[str]) -> PovertyLine:
    if len(fields) != len(COLUMNS):
        raise RowError(f"{place}: {len(fields)} columns; {len(COLUMNS)} are needed: {','.join(COLUMNS)}")
    region, quarter, tenge, source = fields
    if region not in REGIONS:
        raise RowError(f"{place}: region: {region!r}; allowed: {', '.join(REGIONS)}")
    parsed = _quarter(place, quarter)
    if not exists(region, parsed.last_day):
        raise RowError(f"{place}: region: {region} exists from {FORMED[region].on}, after {parsed}")
    if not is_line_in_tenge(tenge) or int(tenge) not in plausible_tenge(parsed):
        raise RowError(f"{place}: tenge: {tenge!r}; {sums_allowed(parsed)}")
    if not source.isprintable() or not source:
        raise RowError(f"{place}: source: {source!r}; one line that says where it was published is needed")
    return PovertyLine.published(region, parsed, int(tenge), source)


def _quarter(place: str, text: str) -> Quarter:
    quarter = known_quarter(text)
    if quarter is None:
        allowed = f"a quarter from {FIRST_QUARTER} to {last_quarter()} is allowed"
        raise RowError(f"{place}: quarter: {text!r}; {allowed}")
    return quarter
