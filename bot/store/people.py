"""People: who speaks which language and has consented. No name, no phone, no individual number."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from bot.database import Connection, queries_beside
from bot.errors import UnknownPersonError, WrongKeyError
from bot.store import remembered, waiting_updates
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text

queries = queries_beside(__file__)

Language = Literal["kk", "ru"]


@dataclass(frozen=True)
class Person:
    """Somebody who chose a language; `id` is Telegram's, `consented_at` is None until consent is given.

    `private_since`: somebody else uses the phone too, so what a notice is about opens behind a button. `forget_at`:
    when everything of theirs is deleted, as they asked. `protected_since`: nobody can forward what they are told.
    """

    id: int
    language: Language
    consented_at: datetime | None
    created_at: datetime
    private_since: datetime | None = None
    forget_at: datetime | None = None
    protected_since: datetime | None = None


class Wishes(NamedTuple):
    """How a person wants to be told: with the word that only they know, None without one; and not to be passed on."""

    word: str | None
    is_protected: bool


async def find(connection: Connection, person_id: int) -> Person | None:
    """The person, or None before the first choice of a language."""
    row = await queries.find(connection, person_id=person_id)
    if row is None:
        return None
    consented_at = row["consented_at"] and from_text(row["consented_at"])
    private_since = row["private_since"] and from_text(row["private_since"])
    forget_at = row["forget_at"] and from_text(row["forget_at"])
    protected_since = row["protected_since"] and from_text(row["protected_since"])
    return Person(
        id=person_id,
        language=row["language"],
        consented_at=consented_at,
        created_at=from_text(row["created_at"]),
        private_since=private_since,
        forget_at=forget_at,
        protected_since=protected_since,
    )


async def choose_language(connection: Connection, person_id: int, language: Language, now: datetime) -> None:
    """Remember the language; the first choice makes the person known."""
    await queries.choose_language(connection, person_id=person_id, language=language, now=to_text(now))


async def give_consent(connection: Connection, person_id: int, now: datetime) -> datetime:
    """Remember the consent and return when it was first given. UnknownPersonError before a language is chosen."""
    row = await queries.give_consent(connection, person_id=person_id, now=to_text(now))
    if row is None:
        raise UnknownPersonError(person_id)
    return from_text(row["consented_at"])


async def keep_private(connection: Connection, person_id: int, now: datetime) -> None:
    """Let what notices are about open behind a button from now on; the first wish for it keeps its date."""
    await queries.keep_private(connection, person_id=person_id, now=to_text(now))


async def keep_open(connection: Connection, person_id: int) -> None:
    """Let notices say at once what they are about."""
    await queries.keep_open(connection, person_id=person_id)


async def protect(connection: Connection, person_id: int, now: datetime) -> None:
    """Let nobody forward or copy what the person is told from now on; the first wish for it keeps its date."""
    await queries.protect(connection, person_id=person_id, now=to_text(now))


async def protect_no_more(connection: Connection, person_id: int) -> None:
    """Let what the person is told be forwarded and copied."""
    await queries.protect_no_more(connection, person_id=person_id)


async def keep_word(connection: Connection, cipher: Cipher, person_id: int, word: str) -> None:
    """Keep the word by which the person knows the bot's notices, in place of an earlier one."""
    await queries.keep_word(connection, person_id=person_id, sealed=cipher.seal({"word": word}))


async def drop_word(connection: Connection, person_id: int) -> None:
    """Let notices come without a word."""
    await queries.drop_word(connection, person_id=person_id)


async def wishes(connection: Connection, cipher: Cipher, person_id: int) -> Wishes:
    """Return how the person wants to be told; of somebody unknown no wish."""
    row = await queries.wishes(connection, person_id=person_id)
    word = None
    if row is not None and row["family_word"] is not None:
        with suppress(WrongKeyError):  # notices come all the same, and the row is named by those who look for damage
            word = str(cipher.open(row["family_word"])["word"])
    return Wishes(word, is_protected=row is not None and row["protected_since"] is not None)


async def forget_at(connection: Connection, person_id: int, at: datetime) -> None:
    """Let everything of the person be deleted at an instant; an earlier wish keeps its own."""
    await queries.forget_at(connection, person_id=person_id, at=to_text(at))


async def forget_never(connection: Connection, person_id: int) -> None:
    """Take that wish back."""
    await queries.forget_never(connection, person_id=person_id)


async def to_forget(connection: Connection, now: datetime, batch: int) -> list[int]:
    """Return whom to delete now, those first who have waited longest."""
    return [row["id"] async for row in queries.to_forget(connection, now=to_text(now), batch=batch)]


async def forget(connection: Connection, person_id: int) -> None:
    """Delete the person and everything of theirs: the answers, every assessment, what they sent and is not answered."""
    await waiting_updates.forget(connection, person_id)
    await remembered.forget(connection, person_id)
    await queries.forget(connection, person_id=person_id)


async def not_reached(connection: Connection, person_id: int, now: datetime) -> None:
    """Note that a notice does not reach somebody: they have blocked the bot, or are gone."""
    await queries.not_reached(connection, person_id=person_id, now=to_text(now))


async def was_reached(connection: Connection, person_id: int) -> None:
    """Note that somebody is back."""
    await queries.was_reached(connection, person_id=person_id)
