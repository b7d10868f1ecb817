"""Notices that did not reach their person, and may yet."""

from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text

queries = queries_beside(__file__)


class Unreached(NamedTuple):
    """A notice that did not reach its person; the case is None where it names none."""

    id: int
    case_id: str | None
    kind: str
    values: dict[str, Any]
    good_until: datetime | None


async def of_person(connection: Connection, cipher: Cipher, person_id: int) -> list[Unreached]:
    """Return what did not reach a person of their cases, and that they follow one no more; the oldest first."""
    found = []
    async for row in queries.unreached(connection, person_id=person_id):
        good_until = row["good_until"] and from_text(row["good_until"])
        with suppress(WrongKeyError):  # what no key opens can be told to nobody
            values = cipher.open(row["details"])
            found.append(Unreached(row["id"], row["case_id"], row["kind"], values, good_until))
    return found


async def queue_again(transaction: Connection, notice_id: int, now: datetime) -> None:
    """Let a notice wait again that did not reach its person."""
    await queries.queue_again(transaction, notice_id=notice_id, now=to_text(now))
