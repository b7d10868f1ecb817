"""Many notices queued in one trip to the database: nobody else's write waits while each of them goes there and back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from bot.database import Transaction
from bot.store import outbox
from bot.store.cipher import Cipher
from bot.store.instants import to_text
from bot.store.notice_keys import NoticeKey
from bot.store.number_series import lock_series, next_numbers
from bot.store.outbox import Urgency
from bot.watching.origin import origin


class Prepared(NamedTuple):
    """A notice whose values are sealed; it has no number yet."""

    key: NoticeKey
    person_id: int
    case_id: str | None
    kind: str
    sealed: str
    due_at: datetime
    urgency: Urgency
    good_until: datetime | None


def prepared(
    cipher: Cipher,
    *,
    key: NoticeKey,
    person_id: int,
    case_id: str | None,
    kind: str,
    details: Mapping[str, Any],
    due_at: datetime,
    urgency: Urgency = Urgency.USUAL,
    good_until: datetime | None = None,
) -> Prepared:
    """Seal the values of a notice about what happens at no hour: before the transaction, as it takes its time."""
    return Prepared(key, person_id, case_id, kind, cipher.seal(details), due_at, urgency, good_until)


async def queue_together(transaction: Transaction, notices: Sequence[Prepared]) -> None:
    """Queue notices, each unless there is one of its key that was not withdrawn, or the person is gone."""
    if not notices:
        return
    await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
    numbers = await next_numbers(transaction, "notice", len(notices))
    rows = [
        {
            "number": number,
            "dedup_key": str(notice.key),
            "person_id": notice.person_id,
            "case_id": notice.case_id,
            "kind": notice.kind,
            "details": notice.sealed,
            "urgency": int(notice.urgency),
            "due_at": to_text(notice.due_at),
            "about_at": None,
            "good_until": None if notice.good_until is None else to_text(notice.good_until),
            "origin": origin(),
        }
        for number, notice in zip(numbers, notices, strict=True)
    ]
    await transaction.run_each(outbox.queries.queue.sql, rows)  # what it returns is not asked for
