"""Poverty lines that the administrator added to those of `rules/law`. Public figures, so not sealed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from bot.database import Connection, queries_beside
from bot.store.number_series import next_number
from rules import PovertyLine, Quarter

queries = queries_beside(__file__)


@dataclass(frozen=True)
class AddedLine:
    """One published line: region as ISO 3166-2:KZ, quarter as 2023-Q2, tenge a person a month."""

    region: str
    quarter: str
    tenge: int
    source: str
    added_on: date


async def all_lines(connection: Connection) -> list[AddedLine]:
    """Every added line, by quarter, then by region."""
    rows = [row async for row in queries.all_lines(connection)]
    return [
        AddedLine(row["region"], row["quarter"], row["tenge"], row["source"], date.fromisoformat(row["added_on"]))
        for row in rows
    ]


async def published(connection: Connection) -> list[PovertyLine]:
    """Every added line, as the rules take it."""
    added = await all_lines(connection)
    return [PovertyLine.published(line.region, Quarter.parse(line.quarter), line.tenge, line.source) for line in added]


async def version(connection: Connection) -> int:
    """Return what changes with every line that is added or corrected."""
    row = await queries.version(connection)
    number: int = row["value"]
    return number


async def put_lines(transaction: Connection, lines: Iterable[AddedLine]) -> int:
    """Add or correct lines and return how many. Needs a transaction: all of them are put, or none."""
    await next_number(transaction, "lines")
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007 - the last number is the result
        await queries.put_line(transaction, **asdict(line) | {"added_on": line.added_on.isoformat()})
    return count
