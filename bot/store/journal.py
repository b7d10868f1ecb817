"""The journal of a case: what happened, in order, never changed."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.database import Connection, Row, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.entry_details import EntryDetails
from bot.store.instants import from_text, to_text
from bot.store.number_series import next_number

queries = queries_beside(__file__)


@dataclass(frozen=True)
class Entry:
    """One thing that happened."""

    number: int
    at: datetime
    kind: str
    details: EntryDetails

    @property
    def person(self) -> str:
        """Who has said or read it, where it is something that somebody has."""
        return cast("str", self.details["person"])


async def write(
    transaction: Connection, cipher: Cipher, case_id: str, kind: str, details: EntryDetails, now: datetime
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
                found.append(_entry(cipher, row))
    return found


async def of_case(connection: Connection, cipher: Cipher, case_id: str) -> list[Entry]:
    """Return all that happened in a case, the oldest first; WrongKeyError where some of it is damaged."""
    return [_entry(cipher, row) async for row in queries.of_case(connection, case_id=case_id)]


async def replace(transaction: Connection, cipher: Cipher, number: int, details: EntryDetails) -> None:
    """Let an entry say less: whoever wrote some of it has asked for that to be deleted."""
    await queries.replace(transaction, number=number, details=cipher.seal(details))


def _entry(cipher: Cipher, row: Row) -> Entry:
    details = cast("EntryDetails", cipher.open(row["details"]))
    return Entry(row["number"], from_text(row["at"]), row["kind"], details)
