"""Notes to the administrator about a result: the words and the amount that was shown, sealed; never whose they are.

A note is deleted with its result: when the person is forgotten, and when the result is older than it may be.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypedDict, cast

from bot.database import Connection, Row, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.number_series import next_number
from rules.record import Span

queries = queries_beside(__file__)
SERIES: Final = "note"


class Note(TypedDict):
    """What is sealed: the words as they were typed, the outcome and the amount of a month that the result showed."""

    words: str
    outcome: str
    monthly_tenge: Span


@dataclass(frozen=True)
class KeptNote:
    """A note about a result; `note` is None where no key opens it."""

    number: int
    result: str
    written_at: datetime
    note: Note | None
    done_at: datetime | None


async def keep(transaction: Connection, cipher: Cipher, result: str, note: Note, now: datetime) -> int:
    """Keep a note and return its number."""
    number = await next_number(transaction, SERIES)
    await queries.keep(transaction, number=number, result=result, written_at=to_text(now), note=cipher.seal(note))
    return number


async def written_since(connection: Connection, person_id: int, since: datetime) -> int:
    """How many notes a person has written since an instant."""
    row = await queries.written_since(connection, person_id=person_id, since=to_text(since))
    return int(row["notes"])


async def of_person(connection: Connection, cipher: Cipher, person_id: int) -> list[KeptNote]:
    """The notes of a person, the oldest first."""
    return [_opened(cipher, row) async for row in queries.of_person(connection, person_id=person_id)]


async def drop(connection: Connection, person_id: int, number: int) -> bool:
    """Delete a note of a person's own; False where it is not there, or somebody else's."""
    return await queries.drop(connection, person_id=person_id, number=number) is not None


async def newest(connection: Connection, cipher: Cipher, *, is_done_too: bool) -> list[KeptNote]:
    """All notes, or those that are not done, the newest first."""
    found = queries.newest(connection, is_done_too=int(is_done_too))
    return [_opened(cipher, row) async for row in found]


async def settle(connection: Connection, number: int, now: datetime) -> bool:
    """Note that a note is done; False where there is none of that number."""
    return await queries.settle(connection, number=number, now=to_text(now)) is not None


def _opened(cipher: Cipher, row: Row) -> KeptNote:
    try:
        note = cast("Note", cipher.open(row["note"]))
    except (WrongKeyError, ValueError):
        note = None
    done_at = row["done_at"] and from_text(row["done_at"])
    return KeptNote(row["number"], row["result"], from_text(row["written_at"]), note, done_at)
