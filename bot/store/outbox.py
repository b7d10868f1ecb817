"""The outbox: notices that must reach a person, written in the transaction of their cause.

A notice waits until a worker has leased it, sent it and settled it. A worker that dies leaves a lease that runs
out, and the notice is free again: it may then be told twice, and is never lost.

Whoever changes several notices in one transaction first holds the numbers of the journal, and a claim passes over what
somebody changes: so two transactions never wait for each other in a ring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Final, Literal, NamedTuple

from bot.database import Connection, Row, Transaction, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.entry_details import EntryDetails
from bot.store.instants import from_text, to_text
from bot.store.notice_keys import Cause, NoticeKey
from bot.store.number_series import lock_series, next_number
from bot.watching.origin import origin

queries = queries_beside(__file__)

UNREADABLE: Final = "unreadable"  # the kind of a notice whose values no key opens
REPLY_LOST: Final = "reply_lost"
"""Why a notice has failed that was sent as often as it may be: nobody knows whether it arrived."""

Settled = Literal["delivered", "undeliverable", "failed", "withdrawn"]


class Urgency(IntEnum):
    """What overtakes what."""

    URGENT = 0
    USUAL = 1
    BULK = 2


@dataclass(frozen=True)
class Notice:
    """One notice to one person; `kind` says what is told from `due_at` on, `details` the values."""

    id: int
    key: NoticeKey
    person_id: int
    language: str
    case_id: str | None
    kind: str
    details: dict[str, Any]
    attempts: int
    alias: str | None = None
    """How the authority knows the person; None when the person does not follow the case (any more)."""
    is_private: bool = False
    """The phone is shared: what is told opens behind a button."""
    replies_lost: int = 0
    """How often it was sent and Telegram's reply was lost: each time it may have arrived."""
    due_at: datetime | None = None
    origin: str | None = None
    """What it came of, as the log names it (bot/watching/origin.py)."""

    @property
    def who_and_what(self) -> EntryDetails:
        """To whom it goes and what it is about, as the authority knows them."""
        told: EntryDetails = {"person": self.alias, "notice": self.kind}
        for name in ("visit_id", "offer_id"):
            if name in self.details:
                told[name] = self.details[name]
        return told


@dataclass(frozen=True)
class Fate:
    """What has become of a notice so far; `settled_at` is None while it waits."""

    id: int
    kind: str
    alias: str | None
    state: Literal["waiting"] | Settled
    due_at: datetime
    settled_at: datetime | None
    attempts: int
    reason: str | None
    leased_until: datetime | None = None

    def state_at(self, now: datetime) -> Literal["waiting", "leased"] | Settled:
        """Return the state; `leased` where a worker has it, which is sending it or holds it for another attempt."""
        is_leased = self.state == "waiting" and self.leased_until is not None and self.leased_until > now
        return "leased" if is_leased else self.state


class Queued(NamedTuple):
    """What was queued once; on its way it may have been read already, though nobody has noted it yet."""

    kind: str
    details: dict[str, Any]
    may_have_been_read: bool


class Reply(NamedTuple):
    """What Telegram said of a notice that it took."""

    notice_id: int
    message_id: int | None
    reason: str | None


class Late(NamedTuple):
    """How many notices are due and wait, and since when the first of them does."""

    notices: int
    since: datetime | None


async def queue(
    transaction: Connection,
    cipher: Cipher,
    *,
    key: NoticeKey,
    person_id: int,
    case_id: str | None,
    kind: str,
    details: Mapping[str, Any],
    due_at: datetime,
    urgency: Urgency = Urgency.USUAL,
    about: datetime | None = None,
    good_until: datetime | None = None,
) -> bool:
    """Queue a notice; False when there is one of that key that was not withdrawn, or the person is gone.

    `about` is when what it tells of happens, None where it happens at no hour.
    """
    number = await next_number(transaction, "notice")
    row = await queries.queue(
        transaction,
        number=number,
        dedup_key=str(key),
        person_id=person_id,
        case_id=case_id,
        kind=kind,
        details=cipher.seal(details),
        urgency=int(urgency),
        due_at=to_text(due_at),
        about_at=None if about is None else to_text(about),
        good_until=None if good_until is None else to_text(good_until),
        origin=origin(),
    )
    return row is not None


async def claim(
    connection: Connection,
    cipher: Cipher,
    now: datetime,
    leased_until: datetime,
    batch: int,
    about_until: datetime | None = None,
    mark: str | None = None,
    rest: timedelta = timedelta(),
) -> list[Notice]:
    """Lease the next notices to the process of a mark, urgent ones first, of each person only the first that is due.

    One statement. With `about_until`, as at night, only those whose matter happens from now until then. Nobody is told
    anything for as long as the `rest` after a notice that another process has told them.
    """
    rows = queries.claim(
        connection,
        now=to_text(now),
        about_until="" if about_until is None else to_text(about_until),
        leased_until=to_text(leased_until),
        sender=mark,
        rests_since=to_text(now - rest),
        batch=batch,
    )
    return sorted([notice_of(cipher, row) async for row in rows], key=lambda notice: notice.id)


async def is_leased(connection: Connection, notice_id: int, now: datetime) -> bool:
    """Whether a claimed notice is still to be told: not taken back, and its lease has not run out."""
    return await queries.is_leased(connection, notice_id=notice_id, now=to_text(now)) is not None


async def settle(
    connection: Connection,
    notice_id: int,
    state: Settled,
    now: datetime,
    message_id: int | None = None,
    reason: str | None = None,
) -> bool:
    """Note what became of a notice; False when that was noted before, or the person is gone."""
    row = await queries.settle(
        connection, notice_id=notice_id, state=state, message_id=message_id, now=to_text(now), reason=reason
    )
    return row is not None


async def settle_delivered(transaction: Transaction, replies: Sequence[Reply], now: datetime) -> None:
    """Note of many at once that they were delivered; those that were settled before stay as they are."""
    rows = [{**reply._asdict(), "now": to_text(now)} for reply in replies]
    await queries.settle_delivered(transaction, rows)


async def postpone(
    connection: Connection,
    notice_id: int,
    now: datetime,
    wait_s: float,
    *,
    is_attempt: bool,
    is_reply_lost: bool = False,
    reason: str,
) -> None:
    """Let a leased notice wait so many seconds, and with it all that follows for the same person."""
    await queries.postpone(
        connection,
        notice_id=notice_id,
        now=to_text(now),
        until=to_text(now + timedelta(seconds=wait_s)),
        attempt=int(is_attempt),
        lost=int(is_reply_lost),
        reason=reason,
    )


async def tell_failing(connection: Connection, notice_id: int, now: datetime, since: datetime) -> bool:
    """Whether every attempt has failed since then or longer, and that was not noted before; it is noted now."""
    row = await queries.tell_failing(connection, notice_id=notice_id, now=to_text(now), since=to_text(since))
    return row is not None


async def is_unopened(connection: Connection, person_id: int, message_id: int) -> bool:
    """Whether a message to a person is a notice of a case below which no button was pressed yet."""
    return await queries.is_unopened(connection, person_id=person_id, message_id=message_id) is not None


async def press(
    transaction: Connection, cipher: Cipher, person_id: int, message_id: int, now: datetime
) -> Notice | None:
    """Note that a person presses a button below a notice of a case; None when that was noted before.

    The journal's numbers are held by whoever calls it.
    """
    row = await queries.press(transaction, person_id=person_id, message_id=message_id, now=to_text(now))
    return row and notice_of(cipher, row)


async def told_since(connection: Connection, cipher: Cipher, person_id: int, since: datetime | None) -> Notice | None:
    """Return the notice of a case that was told to a person last, if that was after an instant."""
    row = await queries.told_since(connection, person_id=person_id, since=to_text(since) if since else "")
    return row and notice_of(cipher, row)


async def about(connection: Connection, cipher: Cipher, cause: Cause, person_id: int, now: datetime) -> list[Queued]:
    """Return what was queued to a person about a thing of a case, the newest first."""
    rows = queries.about(connection, case_id=cause.of, person_id=person_id, dedup_prefix=cause.beginning)
    return [Queued(row["kind"], cipher.open(row["details"]), _may_have_been_read(row, now)) async for row in rows]


def _may_have_been_read(row: Row, now: datetime) -> bool:
    is_leased = row["leased_until"] is not None and from_text(row["leased_until"]) > now
    is_on_its_way = row["state"] == "waiting" and (is_leased or row["attempts"] > 0)
    return row["state"] == "delivered" or row["reason"] == REPLY_LOST or is_on_its_way


async def withdraw(transaction: Connection, cause: Cause, now: datetime) -> None:
    """Take back what is told for a cause, as far as it still waits or has failed."""
    await lock_series(transaction, "journal")  # as the marking of what was sent does: so they never wait for each other
    await queries.withdraw(transaction, dedup_prefix=cause.beginning, now=to_text(now))


async def withdraw_of_case(transaction: Connection, cause: Cause, now: datetime) -> None:
    """Take back what is told about a case for a cause, as far as it still waits or has failed."""
    await lock_series(transaction, "journal")  # as above
    await queries.withdraw_of_case(transaction, case_id=cause.of, dedup_prefix=cause.beginning, now=to_text(now))


async def withdraw_kind(transaction: Connection, case_id: str, kind: str, now: datetime) -> None:
    """Take back the notices of a kind about a case, as far as they still wait or have failed."""
    await lock_series(transaction, "journal")  # as above
    await queries.withdraw_kind(transaction, case_id=case_id, kind=kind, now=to_text(now))


async def withdraw_from(transaction: Connection, case_id: str, person_id: int, now: datetime) -> None:
    """Take back what waits to be told to a person about a case."""
    await lock_series(transaction, "journal")  # as above
    await queries.withdraw_from(transaction, case_id=case_id, person_id=person_id, now=to_text(now))


async def withdraw_too_late(transaction: Connection, cipher: Cipher, now: datetime) -> list[Notice]:
    """Take back the announcements of visits that are over, and return them: somebody must know that nobody knew."""
    await lock_series(transaction, "journal")  # as above
    return [notice_of(cipher, row) async for row in queries.withdraw_too_late(transaction, now=to_text(now))]


async def withdraw_outdated(transaction: Connection, now: datetime) -> None:
    """Take back what else still waits and is no longer worth telling."""
    await lock_series(transaction, "journal")  # as above
    await queries.withdraw_outdated(transaction, now=to_text(now))


async def retry(
    transaction: Transaction,
    now: datetime,
    due_at: datetime,
    *,
    case_id: str | None = None,
    notice_id: int | None = None,
) -> int:
    """Queue again what has failed and is still worth telling, of everything, of a case, or one; how many those are.

    They are due at `due_at`, the urgent ones at once.
    """
    await lock_series(transaction, "journal")  # as above
    rows = [
        {"notice_id": row["id"], "now": to_text(now), "due_at": to_text(due_at)}
        async for row in queries.failed(transaction, now=to_text(now))
        if case_id in {None, row["case_id"]} and notice_id in {None, row["id"]}
    ]
    await queries.retry(transaction, rows)
    return len(rows)


async def was_anybody_reached(connection: Connection, notice: Notice) -> bool | None:
    """Whether somebody else who follows the case was told the same; None while that is still open."""
    rows = queries.states_of_cause(
        connection, case_id=notice.case_id, notice_id=notice.id, dedup_prefix=notice.key.cause.beginning
    )
    states = {row["state"] async for row in rows}
    if "delivered" in states:
        return True
    return None if "waiting" in states else False


async def counts(connection: Connection, cause: Cause | None = None) -> dict[str, int]:
    """Return how many notices there are in each state, of all or of those that are told for a cause."""
    if cause is None:
        rows = queries.counts(connection)
    else:
        rows = queries.counts_of_cause(connection, dedup_prefix=cause.beginning)
    return {row["state"]: row["count"] async for row in rows}


async def next_due_at(connection: Connection) -> datetime | None:
    """Return when the next waiting notice is due; None when none waits."""
    row = await queries.next_due_at(connection)
    return from_text(row["due_at"]) if row and row["due_at"] else None


async def of_case(connection: Connection, case_id: str) -> list[Fate]:
    """Return what has become of each notice of a case, the oldest first."""
    return [_fate(row) async for row in queries.of_case(connection, case_id=case_id)]


def notice_of(cipher: Cipher, row: Row) -> Notice:
    """Return the notice of a row."""
    kind, details = row["kind"], {}
    try:
        details = cipher.open(row["details"])
    except WrongKeyError:
        kind = UNREADABLE  # fails by itself, and does not take the others of the batch with it
    return Notice(
        due_at=from_text(row["due_at"]),
        id=row["id"],
        key=NoticeKey.parse(row["dedup_key"]),
        person_id=row["person_id"],
        language=row["language"],
        case_id=row["case_id"],
        kind=kind,
        details=details,
        attempts=row["attempts"],
        alias=row["alias"],
        is_private=bool(row["is_private"]),
        replies_lost=row["replies_lost"],
        origin=row["origin"],
    )


def _fate(row: Row) -> Fate:
    return Fate(
        id=row["id"],
        kind=row["kind"],
        alias=row["alias"],
        state=row["state"],
        due_at=from_text(row["due_at"]),
        settled_at=from_text(row["settled_at"]) if row["settled_at"] else None,
        attempts=row["attempts"],
        reason=row["reason"],
        leased_until=from_text(row["leased_until"]) if row["leased_until"] else None,
    )
