"""Drafts: the answers of a person so far, sealed. They are the whole state of a conversation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.database import Connection, Row, queries_beside
from bot.errors import StaleDraftError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.people import Language

queries = queries_beside(__file__)

UPDATES_ARE_KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Draft:
    """The questionnaire's document, and what tells a newer save or a repeated update from an older one."""

    document: dict[str, Any]
    version: int
    last_update_id: int
    updated_at: datetime

    def has_seen(self, update_id: int, now: datetime) -> bool:
        """Whether this update was answered before and Telegram delivers it again, as after a crash.

        A lower number alone does not prove it: Telegram keeps updates for 24 hours, and after a week of
        silence numbers may begin anew anywhere. So a draft older than those 24 hours has seen nothing.
        """
        return update_id <= self.last_update_id and now - self.updated_at < UPDATES_ARE_KEPT_FOR

    def was_left_by(self, update_id: int) -> bool:
        """Whether this very update was answered last: of updates that are claimed one by one only that comes again.

        One that was overtaken on its way here has a lower number, and nobody has answered it yet.
        """
        return update_id == self.last_update_id


@dataclass(frozen=True)
class KnownPerson:
    """All that is needed to answer an update of a known person; at `forget_at` everything of theirs is deleted.

    `is_unreached`: notices did not reach them, as they had blocked the bot. `is_protected`: they want that nobody
    can forward what they are told. `check`: of which other family the draft is (bot/store/checks.py); 0: of their own.
    `has_opened_link`: they opened a link to a case, and have not said whether to follow it (bot/store/remembered.py).
    `lines_version`: that of the published lines, by which every step is worked out.
    """

    person_id: int
    language: Language
    consented_at: datetime | None
    draft: Draft | None
    forget_at: datetime | None = None
    is_unreached: bool = False
    is_protected: bool = False
    check: int = 0
    has_opened_link: bool = False
    lines_version: int = 0


async def known_person(connection: Connection, cipher: Cipher, person_id: int) -> KnownPerson | None:
    """The person and the open draft in one query; None for somebody new. WrongKeyError when it cannot be opened."""
    row = await queries.known_person(connection, person_id=person_id)
    if row is None:
        return None
    return KnownPerson(
        person_id=person_id,
        language=row["language"],
        consented_at=row["consented_at"] and from_text(row["consented_at"]),
        draft=opened(cipher, row) if row["answers"] else None,
        forget_at=row["forget_at"] and from_text(row["forget_at"]),
        is_unreached=row["unreached_since"] is not None,
        is_protected=row["protected_since"] is not None,
        check=row["check_number"],
        has_opened_link=row["link_opened_at"] is not None,
        lines_version=row["lines_version"],
    )


async def own(connection: Connection, cipher: Cipher, person_id: int) -> Draft | None:
    """The draft of the person's own family, whichever family they are answering for."""
    row = await queries.own(connection, person_id=person_id)
    return row and opened(cipher, row)


def opened(cipher: Cipher, row: Row) -> Draft:
    """Return the draft of a row. WrongKeyError when no key opens it."""
    return Draft(
        document=cipher.open(row["answers"]),
        version=row["version"],
        last_update_id=row["last_update_id"],
        updated_at=from_text(row["updated_at"]),
    )


async def save(
    connection: Connection,
    cipher: Cipher,
    person_id: int,
    document: Mapping[str, Any],
    expected_version: int,
    update_id: int,
    now: datetime,
    check: int = 0,
) -> int:
    """Save in one statement and return the new version; version 0 expects that there is no draft yet.

    `check`: whose answers these are, as in KnownPerson. A check is begun in bot/store/checks.py, with version 1.
    StaleDraftError when somebody else was quicker, or the person was forgotten: nothing was changed then.
    """
    values = {
        "person_id": person_id,
        "answers": cipher.seal(document),
        "update_id": update_id,
        "now": to_text(now),
    }
    if check:
        row = await queries.save_check(connection, check_number=check, expected_version=expected_version, **values)
    elif expected_version == 0:
        row = await queries.begin(connection, **values)
    else:
        row = await queries.save(connection, expected_version=expected_version, **values)
    if row is None:
        raise StaleDraftError(person_id, expected_version)
    version: int = row["version"]
    return version


async def discard(connection: Connection, person_id: int) -> None:
    """Throw the draft away; the person and the assessments stay."""
    await queries.discard(connection, person_id=person_id)


async def set_aside(transaction: Connection, person_id: int, now: datetime) -> None:
    """Put the open draft away that no key opens, so that its person can begin anew; it is kept as it is."""
    row = await queries.open_check(transaction, person_id=person_id)
    if row is not None:
        check = {"person_id": person_id, "check_number": row["number"]}
        await queries.keep_damaged_check(transaction, **check, now=to_text(now))
        await queries.discard_results_of_check(transaction, **check)
        await queries.discard_check(transaction, **check)
        return
    await queries.keep_damaged(transaction, person_id=person_id, now=to_text(now))
    await queries.discard(transaction, person_id=person_id)
