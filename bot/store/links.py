"""Links by which a person joins a case: long, random, stored as a hash, good for one use."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.database import Connection, queries_beside
from bot.store.authority_keys import hash_of
from bot.store.cipher import Cipher
from bot.store.instants import to_text

queries = queries_beside(__file__)

TOKEN_BYTES = 32  # 43 characters; Telegram takes up to 64 behind ?start=


@dataclass(frozen=True)
class Link:
    """A link that still works; `member_label` is for whom of the family it was made, if for one.

    `birth_year` is the applicant's, where the officer lets it be asked; it was answered wrongly so many times.
    """

    case_id: str
    member_label: str | None
    birth_year: int | None = None
    wrong_answers: int = 0


async def make(
    transaction: Connection,
    cipher: Cipher,
    case_id: str,
    member_label: str | None,
    expires_at: datetime,
    birth_year: int | None = None,
) -> str:
    """Make a token and return it, the only time that it can be seen."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await queries.make(
        transaction,
        token_hash=hash_of(token),
        case_id=case_id,
        member_label=None if member_label is None else cipher.seal({"label": member_label}),
        birth_year=None if birth_year is None else cipher.seal({"year": birth_year}),
        expires_at=to_text(expires_at),
    )
    return token


async def find(connection: Connection, cipher: Cipher, token: str, now: datetime) -> Link | None:
    """Return the link of a token; None when it is unknown, used or expired."""
    row = await queries.find(connection, token_hash=hash_of(token), now=to_text(now))
    if row is None:
        return None
    label = row["member_label"] and cipher.open(row["member_label"])["label"]
    birth_year = row["birth_year"] and cipher.open(row["birth_year"])["year"]
    return Link(row["case_id"], label, birth_year, row["wrong_answers"])


async def case_of(connection: Connection, token: str) -> str | None:
    """Return the case of a token, whether it works or not; None when it was never made."""
    row = await queries.case_of(connection, token_hash=hash_of(token))
    return row and str(row["case_id"])


async def use(transaction: Connection, token: str, now: datetime) -> bool:
    """Use a token up; False when somebody was quicker or it has expired."""
    return await queries.use(transaction, token_hash=hash_of(token), now=to_text(now)) is not None


async def note_wrong_answer(transaction: Connection, token: str) -> None:
    """Count an answer that does not fit what the officer lets ask."""
    await queries.note_wrong_answer(transaction, token_hash=hash_of(token))


async def revoke(transaction: Connection, case_id: str) -> int:
    """Let no link of a case work any more that nobody has used; how many there were."""
    return len([row async for row in queries.revoke(transaction, case_id=case_id)])
