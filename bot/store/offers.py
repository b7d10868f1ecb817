"""Job offers: what was offered, until when an answer is awaited, and where it stands."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, cast

from bot.database import Connection, Row, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import from_text, to_text
from bot.store.notice_keys import of_offer
from bot.store.number_series import next_number
from bot.store.offer_details import OfferDetails, Offered
from rules.offer import OfferState

queries = queries_beside(__file__)

BATCH = 200


@dataclass(frozen=True)
class Offer:
    """An offer; `number` is ours, `id` the authority's."""

    number: int
    case_id: str
    id: str
    state: OfferState
    sequence: int
    announced_at: datetime
    respond_by: datetime
    acknowledged_at: datetime | None
    details: OfferDetails

    @property
    def answered_by(self) -> str | None:
        """The alias of whoever has given the last answer; None where there is none."""
        answer = self.details.get("answer")
        return None if answer is None else answer["person"]


class OfRegion(NamedTuple):
    """An offer with the region of its case, and the number that the case has there."""

    region: str
    case_number: str
    offer: Offer


class DamagedOffer(NamedTuple):
    """An offer of which nothing can be read but where it belongs; `komek doctor` names it."""

    region: str
    case_number: str
    id: str


class Page(NamedTuple):
    """Some offers in their order, those among them that are damaged, and the number up to which was looked."""

    offers: list[OfRegion]
    damaged: list[DamagedOffer]
    reached: int


async def make(
    transaction: Connection,
    cipher: Cipher,
    *,
    case_id: str,
    offer_id: str,
    respond_by: datetime,
    details: Offered,
    now: datetime,
) -> Offer | None:
    """Make an offer; None when the case has one of that id."""
    number = await next_number(transaction, "offer")
    row = await queries.make(
        transaction,
        number=number,
        case_id=case_id,
        offer_id=offer_id,
        respond_by=to_text(respond_by),
        details=cipher.seal(details),
        now=to_text(now),
    )
    return row and _offer(cipher, row)


async def move(
    transaction: Connection,
    cipher: Cipher,
    offer: Offer,
    state: OfferState,
    details: OfferDetails,
) -> Offer | None:
    """Let an offer stand elsewhere; None when another transaction was quicker."""
    row = await queries.move(
        transaction, number=offer.number, sequence=offer.sequence, state=state, details=cipher.seal(details)
    )
    return row and _with_details(row, details)


async def extend(
    transaction: Connection, offer: Offer, state: OfferState, respond_by: datetime, now: datetime
) -> Offer | None:
    """Set a later deadline, announced now; None when another transaction was quicker."""
    row = await queries.extend(
        transaction,
        number=offer.number,
        sequence=offer.sequence,
        state=state,
        respond_by=to_text(respond_by),
        now=to_text(now),
    )
    return row and _with_details(row, offer.details)


async def acknowledge(transaction: Connection, offer: Offer, now: datetime) -> Offer | None:
    """Note that the officer has acted on the answer; None when that was noted before."""
    row = await queries.acknowledge(transaction, number=offer.number, now=to_text(now))
    return row and _with_details(row, offer.details)


async def note(transaction: Connection, cipher: Cipher, offer: Offer, details: OfferDetails) -> None:
    """Keep among the details what changes nothing: who opened it, who has made the first tap of a refusal."""
    await queries.note(transaction, number=offer.number, details=cipher.seal(details))


async def load(connection: Connection, cipher: Cipher, number: int) -> Offer | None:
    """Return an offer by its number."""
    row = await queries.load(connection, number=number)
    return row and _offer(cipher, row)


async def case_of(connection: Connection, number: int) -> str | None:
    """Return the case of an offer, which is not opened for that."""
    row = await queries.case_of(connection, number=number)
    return row and cast("str", row["case_id"])


async def lock(transaction: Connection, cipher: Cipher, number: int) -> Offer | None:
    """Return an offer that nobody else can change until the transaction ends. Lock its case before."""
    row = await queries.lock(transaction, number=number)
    return row and _offer(cipher, row)


async def find(connection: Connection, cipher: Cipher, case_id: str, offer_id: str) -> Offer | None:
    """Return an offer by the authority's id."""
    row = await queries.find(connection, case_id=case_id, offer_id=offer_id)
    return row and _offer(cipher, row)


async def of_case(connection: Connection, cipher: Cipher, case_id: str) -> list[Offer]:
    """Return every offer of a case that can be read, in the order in which they were made."""
    found = await each_of_case(connection, cipher, case_id)
    return [offer for offer in found if offer is not None]


async def each_of_case(connection: Connection, cipher: Cipher, case_id: str) -> list[Offer | None]:
    """Return every offer of a case; None for one that is damaged, with which nothing can be done."""
    return [_readable(cipher, row) async for row in queries.of_case(connection, case_id=case_id)]


def _readable(cipher: Cipher, row: Row) -> Offer | None:
    with suppress(WrongKeyError):
        return _offer(cipher, row)
    return None


async def awaited(
    connection: Connection, cipher: Cipher, until: datetime, behind: Offer | None, batch: int
) -> list[Offer]:
    """Return so many offers that await an answer, due until an instant, the most urgent first; behind one of them."""
    rows = queries.awaited(connection, until=to_text(until), **_place(behind), batch=batch)
    return [_offer(cipher, row) async for row in rows]


async def undecided_of_settled(connection: Connection, settled_before: date, number: int, batch: int) -> list[int]:
    """Return so many numbers of offers with a wish that nobody decides, of cases that were over before a day.

    They are the next ones behind a number.
    """
    rows = queries.undecided_of_settled(
        connection, settled_before=settled_before.isoformat(), number=number, batch=batch
    )
    return [row["number"] async for row in rows]


async def next_deadline(connection: Connection, after: datetime) -> datetime | None:
    """Return until when the next answer is awaited; None when none is."""
    row = await queries.next_deadline(connection, after=to_text(after))
    return row and row["respond_by"] and from_text(row["respond_by"])


async def to_remind(
    connection: Connection,
    cipher: Cipher,
    kind: str,
    after: datetime,
    until: datetime,
    behind: Offer | None,
    batch: int,
) -> list[Offer]:
    """Return offers that await an answer and are due within a time, of which nobody has had that reminder.

    So many at most, behind the last one that was returned before.
    """
    rows = queries.to_remind(
        connection, kind=kind, after=to_text(after), until=to_text(until), **_place(behind), batch=batch
    )
    return [_offer(cipher, row) async for row in rows]


async def page(
    connection: Connection,
    cipher: Cipher,
    after: int,
    regions: Collection[str],
    state: OfferState | None,
    limit: int,
) -> Page:
    """Return the next offers of some regions, in the order in which they were made."""
    found, damaged = list[OfRegion](), list[DamagedOffer]()
    while len(found) < limit:
        rows = [row async for row in queries.in_order(connection, after=after, batch=BATCH)]
        for row in rows:
            if len(found) == limit:
                break
            after = row["number"]
            if row["region"] in regions and state in {None, row["state"]}:
                try:
                    found.append(OfRegion(row["region"], row["case_number"], _offer(cipher, row)))
                except WrongKeyError:  # a damaged one must not hide the others
                    damaged.append(DamagedOffer(row["region"], row["case_number"], row["id"]))
        if len(rows) < BATCH:
            break
    return Page(found, damaged, after)


async def was_told(connection: Connection, offer: Offer) -> bool:
    """Whether anybody was reached with the offer since it was announced last."""
    told = of_offer(offer.case_id, offer.number)
    row = await queries.was_told(
        connection, case_id=offer.case_id, dedup_prefix=told.beginning, since=to_text(offer.announced_at)
    )
    return row is not None


def _place(behind: Offer | None) -> dict[str, str | int]:
    if behind is None:
        return {"respond_by": "", "number": 0}
    return {"respond_by": to_text(behind.respond_by), "number": behind.number}


def _offer(cipher: Cipher, row: Row) -> Offer:
    return _with_details(row, cast("OfferDetails", cipher.open(row["details"])))


def _with_details(row: Row, details: OfferDetails) -> Offer:
    return Offer(
        number=row["number"],
        case_id=row["case_id"],
        id=row["id"],
        state=OfferState(row["state"]),
        sequence=row["sequence"],
        announced_at=from_text(row["announced_at"]),
        respond_by=from_text(row["respond_by"]),
        acknowledged_at=row["acknowledged_at"] and from_text(row["acknowledged_at"]),
        details=details,
    )
