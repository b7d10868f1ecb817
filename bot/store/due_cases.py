"""Cases whose day makes a notice due, in batches by key: at the end of a quarter that is nearly all of them.

A batch is a stretch of the order of day and id. Whoever has looked at one goes on where it ended, so that no statement
reads more than a batch, however many cases there are and however many of them were told before.
"""

from datetime import date
from typing import Any, Final, NamedTuple

from bot.database import Connection, queries_beside
from bot.store.cases import Follower
from bot.store.instants import from_text

queries = queries_beside(__file__)


class Walk(NamedTuple):
    """The queries by which the cases of one kind are walked through."""

    after: Any
    untold: Any
    claim: Any


PAID: Final = Walk(queries.paid_after, queries.paid_untold, queries.claim_paid)
"""Assigned, by the last day for which the assistance is paid."""
UNEXAMINED: Final = Walk(queries.unexamined_after, queries.unexamined_untold, queries.claim_unexamined)
"""Undecided, and not examined by the commission, by the day of the application."""


class Place(NamedTuple):
    """How far a walk has come: behind a case of a day, ISO 8601; behind no case where the id is empty."""

    day: str
    case_id: str


class Batch(NamedTuple):
    """The cases behind one place up to another."""

    after: Place
    until: Place


class Due(NamedTuple):
    """Who follows a case and was told nothing of its day yet; what the family calls them is not read for that."""

    follower: Follower
    day: date


async def next_batch(connection: Connection, walk: Walk, after: Place, last: date, most: int) -> Batch | None:
    """Return the next cases, of `last` at the latest and so many `most`; None where there are no more."""
    until = None
    rows = walk.after(connection, after_day=after.day, after_id=after.case_id, last=last.isoformat(), batch=most)
    async for row in rows:
        until = Place(row["day"], row["id"])
    return until and Batch(after, until)


async def untold(connection: Connection, walk: Walk, batch: Batch, kind: str) -> list[Due]:
    """Return who of a batch has had no notice of that kind about that day."""
    rows = walk.untold(connection, **_bounds(batch), kind=kind)
    return [
        Due(
            Follower(row["case_id"], row["person_id"], row["alias"], None, from_text(row["joined_at"])),
            date.fromisoformat(row["day"]),
        )
        async for row in rows
    ]


async def claim(transaction: Connection, walk: Walk, batch: Batch) -> set[str]:
    """Keep everybody else from changing the cases of a batch until the transaction ends, and return which those are.

    It waits for nobody: a case that somebody else has is left out. Take no other lock before.
    """
    return {row["id"] async for row in walk.claim(transaction, **_bounds(batch))}


def _bounds(batch: Batch) -> dict[str, str]:
    (after_day, after_id), (until_day, until_id) = batch
    return {"after_day": after_day, "after_id": after_id, "until_day": until_day, "until_id": until_id}
