"""Notices that reached their person: what was told lately, and what stands behind the button of one."""

from datetime import datetime
from typing import NamedTuple

from bot.database import Connection, queries_beside
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.outbox import Notice, notice_of

queries = queries_beside(__file__)


class Reached(NamedTuple):
    """A notice, of which kind it is though no key may open it any more, and when it was told."""

    notice: Notice
    kind: str
    at: datetime


async def lately(connection: Connection, cipher: Cipher, person_id: int, most: int) -> list[Reached]:
    """Return what was told to a person last, or may have been, the newest first."""
    rows = queries.lately(connection, person_id=person_id, most=most)
    return [Reached(notice_of(cipher, row), row["kind"], from_text(row["settled_at"])) async for row in rows]


async def find(connection: Connection, cipher: Cipher, person_id: int, notice_id: int) -> Notice | None:
    """Return a notice that was told to this very person; None for another's, and for one that was deleted since."""
    row = await queries.find(connection, person_id=person_id, notice_id=notice_id)
    return row and notice_of(cipher, row)


async def messages_since(connection: Connection, person_id: int, since: datetime) -> list[int]:
    """Return the messages by which notices were told to a person since then, the newest first."""
    rows = queries.messages_since(connection, person_id=person_id, since=to_text(since))
    return [row["message_id"] async for row in rows]
