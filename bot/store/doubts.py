"""Who says of which other follower that they do not know them: kept until the officer has decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

from bot.database import Connection, queries_beside
from bot.store import cases
from bot.store.instants import from_text, to_text

queries = queries_beside(__file__)
BY_UNKNOWN: Final = ""
"""The alias of nobody: the doubt is from before it was noted whose it is."""


class Doubt(NamedTuple):
    """The follower `by_alias` does not know the follower `alias`, and has said so then."""

    alias: str
    by_alias: str
    at: datetime


async def note(transaction: Connection, case_id: str, alias: str, by_alias: str, now: datetime) -> bool:
    """Note that a follower does not know another one; False when they had said so already."""
    row = await queries.note(transaction, case_id=case_id, alias=alias, by_alias=by_alias, now=to_text(now))
    return row is not None


async def of_case(connection: Connection, case_id: str) -> list[Doubt]:
    """Return the doubts of a case that the officer has not decided, the oldest first."""
    rows = queries.of_case(connection, case_id=case_id)
    return [Doubt(row["alias"], row["by_alias"], from_text(row["at"])) async for row in rows]


def doubters_of(found: Iterable[Doubt], alias: str) -> list[Doubt]:
    """Return the doubts about a follower by somebody who is known."""
    return [doubt for doubt in found if doubt.alias == alias and doubt.by_alias != BY_UNKNOWN]


async def settle(transaction: Connection, case_id: str, alias: str) -> None:
    """Let a follower answer again: nobody doubts them any more."""
    await queries.settle(transaction, case_id=case_id, alias=alias)
    await cases.settle_doubt(transaction, case_id, alias)


async def drop_by(transaction: Connection, case_id: str, by_alias: str) -> list[str]:
    """Drop the doubts of somebody who did not belong to the family; returns who answers again."""
    freed = [str(row["alias"]) async for row in queries.free(transaction, case_id=case_id, by_alias=by_alias)]
    await queries.drop_by(transaction, case_id=case_id, by_alias=by_alias)
    return sorted(freed)
