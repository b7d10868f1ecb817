"""What is remembered of a chat for a day beside the conversation, by whichever process answers it."""

from datetime import datetime, timedelta
from typing import Final

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import to_text

queries = queries_beside(__file__)
REMEMBERED_FOR: Final = timedelta(days=1)


async def keep_link(connection: Connection, cipher: Cipher, person_id: int, token: str, now: datetime) -> None:
    """Keep the token of the link that somebody opened, in place of an earlier one."""
    await queries.keep_link(connection, person_id=person_id, sealed=cipher.seal({"token": token}), now=to_text(now))


async def link_of(connection: Connection, cipher: Cipher, person_id: int, now: datetime) -> str:
    """Return the token that a person came with; empty when there is none, or no key opens it."""
    row = await queries.link_of(connection, person_id=person_id, since=to_text(now - REMEMBERED_FOR))
    try:
        return str(cipher.open(row["sealed"])["token"]) if row else ""
    except WrongKeyError:
        return ""


async def forget_link(connection: Connection, person_id: int) -> None:
    """Let go of a person's token: it was used, or is not wanted."""
    await queries.forget_link(connection, person_id=person_id)


async def is_first(connection: Connection, chat_id: int, what: str, value: str, update_id: int, now: datetime) -> bool:
    """Whether a chat was not answered to that last, or to this very update, which comes again; from now on it was."""
    row = await queries.is_first(
        connection, chat_id=chat_id, what=what, value=value, update_id=update_id, now=to_text(now)
    )
    return row is not None


async def forget(connection: Connection, person_id: int) -> None:
    """Let go of whatever is remembered of a person's chat."""
    await queries.forget_link(connection, person_id=person_id)
    await queries.forget_answered(connection, chat_id=person_id)
