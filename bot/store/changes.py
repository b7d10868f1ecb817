"""Changes: what the authority must learn, numbered in the order of commit, so that a reader skips none."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, cast

from bot.database import Connection, Row, Transaction, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.entry_details import EntryDetails
from bot.store.instants import from_text, to_text
from bot.store.number_series import next_number, next_numbers

queries = queries_beside(__file__)

BATCH = 200
Anew = Callable[[EntryDetails], EntryDetails | None]


@dataclass(frozen=True)
class Change:
    """One change; `details` are fields of their own for its kind, such as `person` and `visit_id`.

    `case_number` is by what the authority knows the case.
    """

    number: int
    at: datetime
    region: str
    case_number: str
    kind: str
    details: EntryDetails


class OfNotice(NamedTuple):
    """A change that tells what became of a notice."""

    notice_id: int
    kind: str
    details: EntryDetails


async def add(
    transaction: Connection,
    cipher: Cipher,
    *,
    case_id: str,
    kind: str,
    now: datetime,
    details: EntryDetails,
) -> None:
    """Tell the authority of a change, in the transaction that makes it."""
    number = await next_number(transaction, "change")
    await queries.add(
        transaction, number=number, at=to_text(now), case_id=case_id, kind=kind, details=cipher.seal(details)
    )


async def add_of_notices(transaction: Transaction, cipher: Cipher, told: Sequence[OfNotice], now: datetime) -> None:
    """Tell the authority what becomes of notices, before that is noted; nothing of those where it was noted already."""
    numbers = await next_numbers(transaction, "change", len(told))
    rows = [
        {**change._asdict(), "number": number, "at": to_text(now), "details": cipher.seal(change.details)}
        for number, change in zip(numbers, told, strict=True)
    ]
    await queries.add_each(transaction, rows)


async def after(
    connection: Connection, cipher: Cipher, number: int, regions: Sequence[str], limit: int
) -> tuple[list[Change], int]:
    """Return the next changes of these regions, and the number up to which everything was looked at."""
    found: list[Change] = []
    while len(found) < limit:
        rows = [row async for row in queries.after(connection, number=number, batch=BATCH)]
        for row in rows:
            if len(found) == limit:
                break
            number = row["number"]
            if row["region"] in regions:
                details = _details(cipher, row)
                at = from_text(row["at"])
                found.append(Change(number, at, row["region"], row["case_number"], row["kind"], details))
        if len(rows) < BATCH:
            break
    return found, number


def _details(cipher: Cipher, row: Row) -> EntryDetails:
    """Open what a change tells; one that is damaged says so, and keeps nobody from reading those behind it."""
    with suppress(WrongKeyError):  # `komek doctor` names it
        return cast("EntryDetails", cipher.open(row["details"]))
    return {"is_damaged": True}


async def rewrite(transaction: Connection, cipher: Cipher, case_id: str, anew: Anew) -> None:
    """Let changes of a case say less: `anew` returns their details as they shall be, None for those that stay."""
    for row in [row async for row in queries.of_case(transaction, case_id=case_id)]:
        with suppress(WrongKeyError):  # what no key opens tells nobody anything
            details = anew(cast("EntryDetails", cipher.open(row["details"])))
            if details is None:
                continue
            await queries.replace(transaction, number=row["number"], details=cipher.seal(details))
