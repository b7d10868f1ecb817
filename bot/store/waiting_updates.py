"""Updates that wait for their answer: durable here, so that Telegram may forget them meanwhile."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import to_text

queries = queries_beside(__file__)
KEPT_FOR: Final = timedelta(hours=24)
"""As long as Telegram itself keeps an update; nobody waits for an answer that is older."""


async def keep(connection: Connection, cipher: Cipher, person_id: int, update: dict[str, Any], now: datetime) -> None:
    """Keep an update, as Telegram sent it."""
    await queries.keep(
        connection, update_id=update["update_id"], person_id=person_id, sealed=cipher.seal(update), now=to_text(now)
    )


async def waiting(connection: Connection, cipher: Cipher, now: datetime) -> list[dict[str, Any]]:
    """Return what waits, the oldest first; what is too old is dropped, and what no key opens is left where it is."""
    await queries.too_old(connection, before=to_text(now - KEPT_FOR))
    found = []
    async for row in queries.waiting(connection):
        with suppress(WrongKeyError):
            found.append(cipher.open(row["sealed"]))
    return found


async def answered(connection: Connection, update_id: int) -> None:
    """Let go of an update that was answered."""
    await queries.answered(connection, update_id=update_id)


async def forget(connection: Connection, person_id: int) -> None:
    """Let go of whatever a person sent."""
    await queries.of_person(connection, person_id=person_id)
