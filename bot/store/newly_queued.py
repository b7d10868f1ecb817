"""The notices that the running transaction has queued: what an event that is only tried out would tell."""

from datetime import datetime
from typing import Any, NamedTuple

from bot.database import Connection, queries_beside
from bot.store.cipher import Cipher
from bot.store.instants import from_text
from bot.store.notice_keys import Cause

queries = queries_beside(__file__)


class Queued(NamedTuple):
    """A notice on its way to a person, known by the alias; `names_case` says whether it is about the case."""

    kind: str
    values: dict[str, Any]
    alias: str
    due_at: datetime
    names_case: bool


async def last_number(connection: Connection) -> int:
    """Return the number of the notice that was queued last."""
    row = await queries.last_number(connection)
    number: int = row["value"]
    return number


async def of_case(transaction: Connection, cipher: Cipher, case_id: str, number: int) -> list[Queued]:
    """Return the notices of a case that were queued behind a number, the oldest first.

    They are those of this transaction alone where it has locked the case before it asked for the number.
    """
    return [
        Queued(
            row["kind"],
            cipher.open(row["details"]),
            row["alias"],
            from_text(row["due_at"]),
            row["case_id"] is not None,
        )
        async for row in queries.of_case(
            transaction, case_id=case_id, number=number, dedup_prefix=Cause(case_id).beginning
        )
    ]
