"""What may wait for the officer in some regions, as far as it can be seen without opening what is sealed."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple, NotRequired, TypedDict, cast

from bot.database import Connection, Row, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.instants import from_text
from bot.store.offer_details import OfferDetails
from bot.store.visits import VisitDetails

queries = queries_beside(__file__)


class NumberedCase(NamedTuple):
    """A case: its id, what the authority calls it, and its region."""

    case_id: str
    number: str
    region: str


class Excuse(NamedTuple):
    """An offer whose member wishes to be excused; `details` are the offer's."""

    case: NumberedCase
    offer_id: str
    details: OfferDetails


class Said(TypedDict):
    """What a change tells that somebody of the family made: who, and of which visit or offer."""

    person: str
    visit_id: NotRequired[str]
    offer_id: NotRequired[str]


class Asked(NamedTuple):
    """Something that somebody asked, and when; `visit_id` and the visit's `details` where it is of one to come."""

    case: NumberedCase
    at: datetime
    kind: str
    told: Said
    visit_id: str | None = None
    details: VisitDetails | None = None


class Person(NamedTuple):
    """A follower of whom something is so since then."""

    case: NumberedCase
    at: datetime
    alias: str
    member_label: str | None


class Doubted(NamedTuple):
    """Somebody whom another of the family does not know since then; `is_stopped`: they answer nothing meanwhile.

    `by_alias` is empty where it was not noted whose doubt it is.
    """

    case: NumberedCase
    at: datetime
    alias: str
    member_label: str | None
    is_stopped: bool
    by_alias: str
    by_label: str | None


class Answered(NamedTuple):
    """An offer whose answer is of somebody whom the officer has sent away since; `details` are the offer's."""

    case: NumberedCase
    at: datetime
    offer_id: str
    state: str
    details: OfferDetails


class Overdue(NamedTuple):
    """An undecided case, and the day of application."""

    case: NumberedCase
    applied_on: date


async def excuses(connection: Connection, cipher: Cipher, regions: Collection[str], most: int) -> list[Excuse]:
    """Return the wishes to be excused that nobody has decided."""
    found = []
    async for row in queries.excuses(connection, regions=_text(regions), most=most):
        with suppress(WrongKeyError):  # a damaged one must not hide the others; `komek doctor` names it
            found.append(Excuse(_case(row), row["offer_id"], _details(cipher, row)))
    return found


async def asked_of_visits(connection: Connection, cipher: Cipher, regions: Collection[str]) -> list[Asked]:
    """Return what was said of visits of cases that have one to come, the oldest first."""
    found = []
    async for row in queries.asked_of_visits(connection, regions=_text(regions)):
        with suppress(WrongKeyError):  # as above
            told, details = _told(cipher, row), cast("VisitDetails", cipher.open(row["details"]))
            found.append(Asked(_case(row), from_text(row["at"]), row["kind"], told, row["visit_id"], details))
    return found


async def asked_to_be_confirmed(connection: Connection, cipher: Cipher, regions: Collection[str]) -> list[Asked]:
    """Return who has ever asked to be confirmed, the oldest first."""
    found = []
    async for row in queries.asked_to_be_confirmed(connection, regions=_text(regions)):
        with suppress(WrongKeyError):  # as above
            found.append(Asked(_case(row), from_text(row["at"]), "follower_asks", _told(cipher, row)))
    return found


async def doubted(connection: Connection, cipher: Cipher, regions: Collection[str]) -> list[Doubted]:
    """Return who is doubted by whom of the family, the oldest first."""
    return [
        Doubted(
            _case(row),
            from_text(row["at"]),
            row["alias"],
            _label(cipher, row["member_label"]),
            row["doubted_at"] is not None,
            row["by_alias"],
            _label(cipher, row["by_label"]),
        )
        async for row in queries.doubted(connection, regions=_text(regions))
    ]


async def answered_by_removed(connection: Connection, cipher: Cipher, regions: Collection[str]) -> list[Answered]:
    """Return the answers that stand of people who were sent away since, the oldest first."""
    found = []
    async for row in queries.answered_by_removed(connection, regions=_text(regions)):
        with suppress(WrongKeyError):  # as above
            told, details = _told(cipher, row), _details(cipher, row)
            answer = details.get("answer")
            if answer and (told["offer_id"], told["person"]) == (row["offer_id"], answer["person"]):
                found.append(Answered(_case(row), from_text(row["at"]), row["offer_id"], row["state"], details))
    return found


async def unreached(connection: Connection, cipher: Cipher, regions: Collection[str], most: int) -> list[Person]:
    """Return whom a notice of their case has not reached, the oldest first."""
    rows = queries.unreached(connection, regions=_text(regions), most=most)
    return [_person(cipher, row) async for row in rows]


async def overdue(
    connection: Connection, regions: Collection[str], undecided_until: date, unexamined_until: date, most: int
) -> list[Overdue]:
    """Return the undecided cases of an application until one day, and the unexamined ones until another."""
    rows = queries.overdue(
        connection,
        regions=_text(regions),
        undecided_until=undecided_until.isoformat(),
        unexamined_until=unexamined_until.isoformat(),
        most=most,
    )
    return [Overdue(_case(row), date.fromisoformat(row["applied_on"])) async for row in rows]


def _text(regions: Collection[str]) -> str:
    return f" {' '.join(sorted(regions))} "


def _told(cipher: Cipher, row: Row) -> Said:
    return cast("Said", cipher.open(row["told"]))


def _details(cipher: Cipher, row: Row) -> OfferDetails:
    return cast("OfferDetails", cipher.open(row["details"]))


def _case(row: Row) -> NumberedCase:
    return NumberedCase(row["case_id"], row["number"], row["region"])


def _person(cipher: Cipher, row: Row) -> Person:
    return Person(_case(row), from_text(row["at"]), row["alias"], _label(cipher, row["member_label"]))


def _label(cipher: Cipher, sealed: str | None) -> str | None:
    with suppress(WrongKeyError):  # without a name all the same
        return sealed and cipher.open(sealed)["label"]
    return None
