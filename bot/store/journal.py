"""The journal of a case: what happened, in order, never changed."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.number_series import next_number

queries = queries_beside(__file__)


@dataclass(frozen=True)
class Entry:
    """One thing that happened."""

    number: int
    at: datetime
    kind: str
    details: dict[str, Any]


async def write(
    transaction: Connection, cipher: Cipher, case_id: str, kind: str, details: Mapping[str, Any], now: datetime
) -> int:
    """Write down what happens, in the transaction in which it happens, and return the number of the entry."""
    number = await next_number(transaction, "journal")
    await queries.write(
        transaction, number=number, case_id=case_id, at=to_text(now), kind=kind, details=cipher.seal(details)
    )
    return number


async def readable(
    connection: Connection, cipher: Cipher, case_id: str, kinds: Collection[str] | None = None
) -> list[Entry]:
    """Return what happened in a case, of some kinds or of all, as far as it can be read, the oldest first.

    It is for whoever reads it. What is decided by it needs all of it (`of_case`).
    """
    found = []
    async for row in queries.of_case(connection, case_id=case_id):
        if kinds is None or row["kind"] in kinds:
            with suppress(WrongKeyError):  # a damaged one must not hide the others; `komek doctor` names it
                details = cipher.open(row["details"])
                found.append(Entry(row["number"], from_text(row["at"]), row["kind"], details))
    return found


async def of_case(connection: Connection, cipher: Cipher, case_id: str) -> list[Entry]:
    """Return all that happened in a case, the oldest first; WrongKeyError where some of it is damaged."""
    return [
        Entry(row["number"], from_text(row["at"]), row["kind"], cipher.open(row["details"]))
        async for row in queries.of_case(connection, case_id=case_id)
    ]


async def replace(transaction: Connection, cipher: Cipher, number: int, details: Mapping[str, Any]) -> None:
    """Let an entry say less: whoever wrote some of it has asked for that to be deleted."""
    await queries.replace(transaction, number=number, details=cipher.seal(details))
