"""Checks: what a person answers for other families whom they help, each apart from the others and from their own.

A check is known by its number, which is the person's own and never given twice; 0 is the person's own family, whose
answers are the draft of drafts.py.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from bot.database import Connection, Row, queries_beside
from bot.errors import StaleDraftError, WrongKeyError
from bot.store.cipher import Cipher
from bot.store.drafts import Draft, opened, own
from bot.store.instants import to_text

queries = queries_beside(__file__)

OWN: Final = 0
MOST: Final = 20
"""Checks that a person may keep at a time: more is no help for neighbours, and no list on a phone."""
ID_BYTES: Final = 9


class Check(NamedTuple):
    """A check with its answers; None where no key opens them."""

    number: int
    draft: Draft | None


async def begin(
    transaction: Connection, cipher: Cipher, person_id: int, document: Mapping[str, Any], update_id: int, now: datetime
) -> int | None:
    """Begin a check, open it and return its number; None where the person has as many as they may."""
    await queries.count_one_more(transaction, person_id=person_id)
    if len([row async for row in queries.of_person(transaction, person_id=person_id)]) >= MOST:
        return None
    row = await queries.begin(
        transaction,
        check_id=secrets.token_urlsafe(ID_BYTES),
        person_id=person_id,
        answers=cipher.seal(document),
        update_id=update_id,
        now=to_text(now),
    )
    if row is None:
        return None
    number: int = row["number"]
    await turn_to(transaction, person_id, number)
    return number


async def turn_to(transaction: Connection, person_id: int, number: int) -> bool:
    """Let the person answer for another family from now on; False where that check is not there any more."""
    if number == OWN:
        await queries.open_own(transaction, person_id=person_id)
        return True
    return await queries.open_one(transaction, person_id=person_id, number=number) is not None


async def find(connection: Connection, cipher: Cipher, person_id: int, number: int) -> Draft | None:
    """The answers of a check, or of the person's own family; None where there are none, or it is not there any more.

    WrongKeyError when no key opens them.
    """
    if number == OWN:
        return await own(connection, cipher, person_id)
    row = await queries.find(connection, person_id=person_id, number=number)
    return row and opened(cipher, row)


async def of_person(connection: Connection, cipher: Cipher, person_id: int) -> list[Check]:
    """All checks of a person, those first that were begun first."""
    rows = [row async for row in queries.of_person(connection, person_id=person_id)]
    return [Check(row["number"], _opened_if_possible(cipher, row)) for row in rows]


async def keep_document(
    transaction: Connection, cipher: Cipher, person_id: int, number: int, draft: Draft, document: Mapping[str, Any]
) -> None:
    """Keep another document in place of that of `draft`: no answer of the person, so its age stays as it is.

    StaleDraftError when it was saved meanwhile.
    """
    row = await queries.keep_name(
        transaction,
        person_id=person_id,
        number=number,
        answers=cipher.seal(document),
        expected_version=draft.version,
    )
    if row is None:
        raise StaleDraftError(person_id, draft.version)


async def delete(transaction: Connection, person_id: int, number: int) -> None:
    """Delete a check with its results. Whoever had it open is with their own family again."""
    await queries.delete_results(transaction, person_id=person_id, number=number)
    await queries.delete_one(transaction, person_id=person_id, number=number)


def _opened_if_possible(cipher: Cipher, row: Row) -> Draft | None:
    try:
        return opened(cipher, row)
    except WrongKeyError:
        return None
