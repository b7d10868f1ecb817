"""A CSV file of job offers, as an officer makes it in a spreadsheet: each row is one offer.

Commas or semicolons part the columns, as spreadsheets write either; the first row names them, in any order.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any, Final, NamedTuple

from bot.casework.events import EventRejectedError, OfferMade

COLUMNS: Final = tuple(OfferMade.model_fields)
NEEDED: Final = tuple(name for name, field in OfferMade.model_fields.items() if field.is_required())
WHOLE_NUMBERS: Final = ("wage_tenge", "hours")
MOST_FIGURES: Final = 12  # more than any wage has
SPACES: Final = str.maketrans("", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


class CsvRow(NamedTuple):
    """One row; `number` counts from the header, which is 1, as a spreadsheet does."""

    number: int
    offer: dict[str, Any]
    """By the names of the columns; an empty cell is left out."""
    wrong: str | None = None
    """What is wrong with the row as a whole."""


def read_rows(text: str) -> list[CsvRow]:
    """Read the rows of a file; EventRejectedError in one line when it has no header, no offers or is no CSV."""
    head, _, _ = text.partition("\n")
    reader = csv.reader(StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    try:
        header = _header([name.strip() for name in next(reader, [])])
        rows = list(_rows(reader, header))
    except csv.Error as wrong:
        raise EventRejectedError("", f"line {reader.line_num} is no CSV: {wrong}") from None
    if not rows:
        raise EventRejectedError("", "the file has no offers: only the names of the columns")
    return rows


def _header(names: list[str]) -> list[str]:
    allowed = f"the first row names the columns: {','.join(COLUMNS)}"
    if not any(names):
        raise EventRejectedError("", f"the file is empty; {allowed}")
    wrong = [f"{name!r} is unknown" for name in names if name not in COLUMNS]
    wrong += [f"{name} is missing" for name in NEEDED if name not in names]
    wrong += [f"{name} stands there twice" for name in COLUMNS if names.count(name) > 1]
    if wrong:
        raise EventRejectedError("", f"{wrong[0]}; {allowed}")
    return names


def _rows(reader: Iterator[list[str]], header: list[str]) -> Iterator[CsvRow]:
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        found = {name: _value(name, cell.strip()) for name, cell in zip(header, cells, strict=False) if cell.strip()}
        fits = len(cells) == len(header)
        yield CsvRow(number, found, None if fits else f"has {len(cells)} cells, and the header {len(header)}")


def _value(name: str, cell: str) -> Any:
    """Return a whole number where the cell is one, with or without spaces between the thousands; else its text."""
    figures = cell.translate(SPACES)
    is_whole = figures.removeprefix("-").isascii() and figures.removeprefix("-").isdecimal()
    return int(figures) if name in WHOLE_NUMBERS and is_whole and len(figures) <= MOST_FIGURES else cell
