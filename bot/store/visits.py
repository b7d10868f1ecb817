"""Visits of the district commission."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, NotRequired, TypedDict, cast

from bot.database import Connection, Row, queries_beside
from bot.store.cases import Follower, follower_of
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.number_series import next_number

queries = queries_beside(__file__)

State = Literal["scheduled", "cancelled", "held"]

EXAMINED: Final = frozenset({"need", "no_need", "examination_refused"})
"""The conclusions of a commission that was there and met the family: they end the term of its examination."""


class VisitDetails(TypedDict):
    """What the event of a visit gave, and what was said of it since; what people have said is by alias."""

    address: str
    contact: NotRequired[str | None]
    conclusion: NotRequired[str]
    note: NotRequired[str | None]
    answers: NotRequired[dict[str, str]]
    """What each has said last: the kind of that change."""
    wished: NotRequired[dict[str, list[dict[str, str]] | None]]
    """The windows that somebody has asked for: `from` and `to` in ISO 8601."""
    presses: NotRequired[list[str]]
    """Telegram's ids of the presses that were taken."""


@dataclass(frozen=True)
class Visit:
    """A visit; `number` is ours, `id` the authority's."""

    number: int
    case_id: str
    id: str
    state: State
    starts_at: datetime
    ends_at: datetime
    sequence: int
    details: VisitDetails

    @property
    def was_examined(self) -> bool:
        """Whether the commission has seen the family at this visit, or was not let see it."""
        return self.details.get("conclusion") in EXAMINED


async def schedule(
    transaction: Connection,
    cipher: Cipher,
    *,
    case_id: str,
    visit_id: str,
    starts_at: datetime,
    ends_at: datetime,
    details: VisitDetails,
) -> int | None:
    """Schedule a visit and return its number; None when the case has one of that id."""
    number = await next_number(transaction, "visit")
    row = await queries.schedule(
        transaction,
        number=number,
        case_id=case_id,
        visit_id=visit_id,
        starts_at=to_text(starts_at),
        ends_at=to_text(ends_at),
        details=cipher.seal(details),
    )
    return int(row["number"]) if row else None


async def reschedule(
    transaction: Connection,
    cipher: Cipher,
    visit: Visit,
    starts_at: datetime,
    ends_at: datetime,
    details: VisitDetails,
) -> bool:
    """Move a visit that is still to come; False when it is not scheduled any more."""
    row = await queries.reschedule(
        transaction,
        number=visit.number,
        sequence=visit.sequence,
        starts_at=to_text(starts_at),
        ends_at=to_text(ends_at),
        details=cipher.seal(details),
    )
    return row is not None


async def settle(transaction: Connection, cipher: Cipher, visit: Visit, state: State, details: VisitDetails) -> bool:
    """Note a visit as held or cancelled; False when it is not scheduled any more."""
    row = await queries.settle(
        transaction,
        number=visit.number,
        state=state,
        was_examined=int(details.get("conclusion") in EXAMINED),
        details=cipher.seal(details),
    )
    return row is not None


async def correct(transaction: Connection, cipher: Cipher, visit: Visit, details: VisitDetails) -> None:
    """Put another conclusion in place of that of a visit that was held. Lock its case before."""
    await queries.correct(
        transaction,
        number=visit.number,
        was_examined=int(details.get("conclusion") in EXAMINED),
        details=cipher.seal(details),
    )


async def note(transaction: Connection, cipher: Cipher, visit: Visit, details: VisitDetails) -> None:
    """Keep what the family said of a visit among its details."""
    await queries.note(transaction, number=visit.number, details=cipher.seal(details))


async def load(connection: Connection, cipher: Cipher, number: int) -> Visit | None:
    """Return a visit by its number."""
    row = await queries.load(connection, number=number)
    return row and _visit(cipher, row)


async def lock(transaction: Connection, cipher: Cipher, number: int) -> Visit | None:
    """Return a visit that nobody else can change until the transaction ends."""
    row = await queries.lock(transaction, number=number)
    return row and _visit(cipher, row)


async def find(connection: Connection, cipher: Cipher, case_id: str, visit_id: str) -> Visit | None:
    """Return a visit by the authority's id."""
    row = await queries.find(connection, case_id=case_id, visit_id=visit_id)
    return row and _visit(cipher, row)


async def of_case(connection: Connection, cipher: Cipher, case_id: str) -> list[Visit]:
    """Return every visit of a case, the earliest first."""
    return [_visit(cipher, row) async for row in queries.of_case(connection, case_id=case_id)]


@dataclass(frozen=True)
class Unreminded:
    """A follower who has had no reminder of a visit; `told_at` is when this time of the visit was last announced."""

    visit: Visit
    follower: Follower
    told_at: datetime | None


async def to_remind(
    connection: Connection,
    cipher: Cipher,
    kind: str,
    after: datetime,
    until: datetime,
    behind: Unreminded | None,
    batch: int,
) -> list[Unreminded]:
    """Return whom to remind of the visits that start between two instants, as long as their cases are undecided.

    So many at most, behind the last one that was returned before.
    """
    begins = after if behind is None else max(after, behind.visit.starts_at - timedelta(microseconds=1))
    rows = queries.to_remind(
        connection,
        kind=kind,
        after=to_text(begins),  # as the index knows it: what lies before the last one is not read again
        until=to_text(until),
        starts_at="" if behind is None else to_text(behind.visit.starts_at),
        number=0 if behind is None else behind.visit.number,
        alias="" if behind is None else behind.follower.alias,
        batch=batch,
    )
    return [
        Unreminded(_visit(cipher, row), follower_of(cipher, row), row["told_at"] and from_text(row["told_at"]))
        async for row in rows
    ]


def _visit(cipher: Cipher, row: Row) -> Visit:
    return Visit(
        number=row["number"],
        case_id=row["case_id"],
        id=row["id"],
        state=row["state"],
        starts_at=from_text(row["starts_at"]),
        ends_at=from_text(row["ends_at"]),
        sequence=row["sequence"],
        details=cast("VisitDetails", cipher.open(row["details"])),
    )
