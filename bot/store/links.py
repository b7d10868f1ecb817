"""Links by which a person joins a case: long, random, stored as a hash, good for one use."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.database import Connection, queries_beside
from bot.privacy import Cipher
from bot.store.authority_keys import hash_of
from bot.store.instants import to_text

queries = queries_beside(__file__)

TOKEN_BYTES = 32  # 43 characters; Telegram takes up to 64 behind ?start=


@dataclass(frozen=True)
class Link:
    """A link that still works; `member_label` is for whom of the family it was made, if for one."""

    case_id: str
    member_label: str | None


async def make(
    transaction: Connection, cipher: Cipher, case_id: str, member_label: str | None, expires_at: datetime
) -> str:
    """Make a token and return it, the only time that it can be seen."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await queries.make(
        transaction,
        token_hash=hash_of(token),
        case_id=case_id,
        member_label=None if member_label is None else cipher.seal({"label": member_label}),
        expires_at=to_text(expires_at),
    )
    return token


async def find(connection: Connection, cipher: Cipher, token: str, now: datetime) -> Link | None:
    """Return the link of a token; None when it is unknown, used or expired."""
    row = await queries.find(connection, token_hash=hash_of(token), now=to_text(now))
    if row is None:
        return None
    return Link(row["case_id"], row["member_label"] and cipher.open(row["member_label"])["label"])


async def case_of(connection: Connection, token: str) -> str | None:
    """Return the case of a token, whether it works or not; None when it was never made."""
    row = await queries.case_of(connection, token_hash=hash_of(token))
    return row and str(row["case_id"])


async def use(transaction: Connection, token: str, now: datetime) -> bool:
    """Use a token up; False when somebody was quicker or it has expired."""
    return await queries.use(transaction, token_hash=hash_of(token), now=to_text(now)) is not None
