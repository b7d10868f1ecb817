"""Photos and files that a person sends with the wish to be excused: kept sealed, for the officer alone."""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.database import Connection, Row, queries_beside
from bot.store.cipher import Cipher
from bot.store.instants import to_text

queries = queries_beside(__file__)

ID_BYTES = 24


@dataclass(frozen=True)
class OfferFile:
    """One file with its content; `case_id` says to whose officer it may be shown."""

    id: str
    case_id: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Listed:
    """A file without its content."""

    id: str
    size_bytes: int


async def keep(
    transaction: Connection,
    cipher: Cipher,
    *,
    offer: int,
    person_id: int,
    name: str,
    media_type: str,
    content: bytes,
    now: datetime,
) -> str:
    """Keep a file that is not sent on yet, and return its id."""
    file_id = secrets.token_urlsafe(ID_BYTES)
    sealed = cipher.seal({"name": name, "media_type": media_type, "content": b64encode(content).decode()})
    await queries.keep(
        transaction,
        file_id=file_id,
        offer=offer,
        person_id=person_id,
        size_bytes=len(content),
        sealed=sealed,
        now=to_text(now),
    )
    return file_id


async def send_on(
    transaction: Connection, offer: int, person_id: int, file_ids: Sequence[str], now: datetime
) -> list[Listed]:
    """Let the officer see files of a person; those that are not theirs or not of this offer are left out."""
    rows = [
        await queries.send_on(transaction, file_id=file_id, offer=offer, person_id=person_id, now=to_text(now))
        for file_id in file_ids
    ]
    return [Listed(row["id"], row["size_bytes"]) for row in rows if row]


async def load_sent(connection: Connection, cipher: Cipher, file_id: str) -> OfferFile | None:
    """Return a file that was sent on."""
    row = await queries.load_sent(connection, file_id=file_id)
    return row and _file(cipher, row)


async def drop_unsent(transaction: Connection, before: datetime) -> None:
    """Delete what was kept before an instant and never sent on."""
    await queries.drop_unsent(transaction, before=to_text(before))


async def drop(transaction: Connection, person_id: int, file_ids: Sequence[str]) -> None:
    """Delete files of a person that are not sent on."""
    for file_id in file_ids:
        await queries.drop(transaction, file_id=file_id, person_id=person_id)


async def delete(transaction: Connection, file_ids: Sequence[str]) -> None:
    """Delete files, whoever sent them."""
    for file_id in file_ids:
        await queries.delete(transaction, file_id=file_id)


async def delete_unsent_of(transaction: Connection, person_id: int) -> None:
    """Delete what a person has not sent on."""
    await queries.delete_unsent_of(transaction, person_id=person_id)


def _file(cipher: Cipher, row: Row) -> OfferFile:
    opened = cipher.open(row["sealed"])
    content = b64decode(opened["content"])
    return OfferFile(row["id"], row["case_id"], opened["name"], opened["media_type"], content)
