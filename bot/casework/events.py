"""The authority's messages: CloudEvents 1.0, JSON structured mode, with strict data for each type.

Unknown fields are refused, instants need an offset, texts have a length. What depends on the clock or on what is
stored is checked in casework/.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Any, Final, Literal, TypeVar, cast

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from bot.casework.written import FOUR_DIGITS, LAST_DIGITS, READABLE, READABLE_AS_SENT, WHOLE, OneLine, Plain, written_as
from bot.errors import KomekError
from bot.store.entry_details import EntryDetails
from rules.case import CaseStatus
from rules.kind_of_assistance import Assistance
from rules.offer import Measure
from rules.refusals import Ground
from rules.regions import REGIONS

CONFLICT: Final = 409
FORBIDDEN: Final = 403
LONGEST_VISIT: Final = timedelta(hours=12)
LONGEST_PAYMENT: Final = timedelta(days=366)  # the assistance is paid by quarters: what lies farther is a slip
MOST_HOURS: Final = 168
MOST_TENGE: Final = 100_000_000
FIRST_YEAR: Final = 2000  # a day before it or a century later is a slip, and near the calendar's ends sums fail
LAST_YEAR: Final = 2099
ONE_OFFSET_SINCE: Final = datetime(2024, 3, 1, tzinfo=timezone(timedelta(hours=5)))
"""Since then all of Kazakhstan has one time. What names another offset was written by a clock that is an hour off."""
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*", re.ASCII)

Time = TypeVar("Time", date, datetime)


def one_of(words: Iterable[str]) -> BeforeValidator:
    """Return the check that a text is one of some words, which are data."""
    allowed = tuple(words)

    def check(word: Any) -> Any:
        if word not in allowed:
            raise ValueError(f"allowed: {', '.join(allowed)}")
        return word

    return BeforeValidator(check)


def _within_our_time(time: Time) -> Time:
    if not FIRST_YEAR <= time.year <= LAST_YEAR:
        raise ValueError(f"allowed: {FIRST_YEAR} to {LAST_YEAR}")
    return time


def _of_kazakhstan(at: datetime) -> datetime:
    offset = at.utcoffset()
    if at >= ONE_OFFSET_SINCE and offset not in {timedelta(hours=5), timedelta()}:
        raise ValueError("has an offset that Kazakhstan no longer has: give +05:00, or Z")
    return at


def _words(words: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(words)})


OF_FIRST_PAYMENT: Final = frozenset({"paid_on", "account_ends_with"})
OF_PAYMENT: Final = frozenset(
    {"assistance", "monthly_tenge", "supplement_tenge", "paid_from", "paid_until", *OF_FIRST_PAYMENT}
)
CONTRADICTS: Final = {
    CaseStatus.RECEIVED: OF_PAYMENT | {"ground"},
    CaseStatus.UNDER_REVIEW: OF_PAYMENT | {"ground"},
    CaseStatus.ASSIGNED: frozenset({"ground"}),
    CaseStatus.REFUSED: OF_PAYMENT,
    CaseStatus.SUSPENDED: OF_FIRST_PAYMENT,
    CaseStatus.TERMINATED: OF_FIRST_PAYMENT,
}
"""What a status leaves no place for."""
COSTS_MONEY: Final = frozenset({CaseStatus.REFUSED, CaseStatus.SUSPENDED, CaseStatus.TERMINATED})
"""Such a status needs a ground, or a note in the officer's words."""
WHICH_CASE: Final = {"case_id", "region"}
"""The fields that say of which case something is told."""
STATUSES: Final = tuple(status for status in CaseStatus if status is not CaseStatus.OPENED)
Id = Annotated[str, StringConstraints(pattern=r"^\w[\w.:/-]{0,63}$")]
Text = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Plain, READABLE]
Line = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Plain, READABLE]
Label = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Plain, READABLE]
Alias = Annotated[str, StringConstraints(pattern=r"^p\d{1,18}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), Plain, READABLE_AS_SENT]
Tenge = Annotated[int, Field(ge=0, le=MOST_TENGE, strict=True), WHOLE]
AccountEnd = Annotated[str, LAST_DIGITS, Field(json_schema_extra={"pattern": FOUR_DIGITS.pattern})]
Day = Annotated[date, written_as(DAY, "2026-11-23"), AfterValidator(_within_our_time)]
Instant = Annotated[
    AwareDatetime,
    written_as(INSTANT, "2026-11-23T10:00:00+05:00"),
    AfterValidator(_within_our_time),
    AfterValidator(_of_kazakhstan),
]
Region = Annotated[str, one_of(REGIONS), _words(REGIONS)]


class Strict(BaseModel):
    """A message of the authority: an unknown field is a mistake of its sender."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that do not fit the others, each with the reason."""
        yield from ()


class CaseOpened(Strict):
    """An application was taken up; `case_id` is the region's own, whatever ids other regions give."""

    case_id: Id
    region: Region
    applied_on: Day


class OfCase(Strict):
    """Something of a case; `region` is needed only by a key of several regions that have a case of that id."""

    case_id: Id
    region: Region | None = None

    def told(self, *, exclude_none: bool = False) -> EntryDetails:
        """Return what it tells of the case, as the journal keeps it."""
        return cast("EntryDetails", self.model_dump(mode="json", exclude=WHICH_CASE, exclude_none=exclude_none))


class CaseStatusChanged(OfCase):
    """An application moved on; sums are tenge a month.

    `paid_on` is the day of the first payment, `account_ends_with` the last four digits of the account it goes to.
    """

    status: Annotated[CaseStatus, one_of(STATUSES), _words(STATUSES)]
    on: Day
    assistance: Assistance | None = None
    monthly_tenge: Tenge | None = None
    supplement_tenge: Tenge | None = None
    paid_from: Day | None = None
    paid_until: Day | None = None
    paid_on: Day | None = None
    account_ends_with: AccountEnd | None = None
    ground: Ground | None = None
    note: Text | None = None

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """Only a decision has what is decided: a refusal has a ground and no money, an assignment the reverse."""
        given = {name for name in OF_PAYMENT | {"ground"} if getattr(self, name) is not None}
        for name in sorted(given & CONTRADICTS.get(self.status, frozenset())):
            yield name, f"does not go with the status {self.status}"
        if self.status in COSTS_MONEY and self.ground is None and self.note is None:
            yield "note", "is needed: the family loses money, and has to know why"
        if self.paid_from and self.paid_until and self.paid_until < self.paid_from:
            yield "paid_until", "is before paid_from"
        if self.paid_on and self.paid_on < self.on:
            yield "paid_on", "is before the decision"
        for name in ("paid_from", "paid_until", "paid_on"):
            day: date | None = getattr(self, name)
            if day is not None and abs(day - self.on) > LONGEST_PAYMENT:
                yield name, f"lies more than {LONGEST_PAYMENT.days} days from the decision"


class CaseCorrected(OfCase):
    """What was sent last of a case is withdrawn: a mistake, or changed on appeal.

    Whoever has read it reads that it is withdrawn, with the note; whom it has not reached yet reads neither.
    """

    reason: Literal["mistake", "appeal"]
    note: Text


class VisitScheduled(OfCase):
    """The commission will come, or will come at another time."""

    visit_id: Id
    starts_at: Instant
    ends_at: Instant
    address: Text
    contact: Text | None = None

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """A visit is a window of some hours."""
        if self.ends_at <= self.starts_at:
            yield "ends_at", "is not after starts_at"
        elif self.ends_at - self.starts_at > LONGEST_VISIT:
            yield "ends_at", "a visit lasts 12 hours at most"


class VisitCancelled(OfCase):
    """The commission will not come."""

    visit_id: Id
    note: Text | None = None


class VisitHeld(OfCase):
    """The commission was there. Another conclusion, with a note, corrects the one that was sent before."""

    visit_id: Id
    conclusion: Literal["need", "no_need", "nobody_home", "examination_refused"]
    note: Text | None = None


class OfferMade(OfCase):
    """A job, a course or another measure is offered to a member of the family.

    `wage_tenge` is tenge a month; of a grant and of a resettlement it is the sum, and no income of a month.
    """

    offer_id: Id
    member_label: Label
    measure: Annotated[Measure, one_of(Measure), _words(Measure)]
    title: Line
    employer: Line | None = None
    wage_tenge: Tenge | None = None
    hours: Line | Annotated[int, Field(ge=1, le=MOST_HOURS, strict=True), WHOLE] | None = None
    place: Text
    starts_on: Day | None = None
    respond_by: Instant
    contact: Line
    details: Text | None = None


class OfferWithdrawn(OfCase):
    """The offer no longer stands."""

    offer_id: Id
    note: Text | None = None


class OfferExtended(OfCase):
    """There is more time to answer."""

    offer_id: Id
    respond_by: Instant


class OfferExcused(OfCase):
    """The officer has decided whether the member is excused."""

    offer_id: Id
    accepted: Annotated[bool, Field(strict=True)]
    note: Text | None = None

    def contradictions(self) -> Iterator[tuple[str, str]]:
        """Whoever is not excused may lose the assistance of six months, and has to know why."""
        if not self.accepted and self.note is None:
            yield "note", "is needed: whoever is not excused has to know why"


class OfferAcknowledged(OfCase):
    """The officer has acted on the answer: from now on it stands."""

    offer_id: Id


class FollowerConfirmed(OfCase):
    """A follower belongs to the family and may answer for it; `member_label` says which member it is."""

    person: Alias
    member_label: Label | None = None


class FollowerRemoved(OfCase):
    """Somebody follows the case no more who does not belong to it."""

    person: Alias
    note: Text | None = None


class LinksRevoked(OfCase):
    """No link to the case works any more that nobody has used."""


TYPES: Final[Mapping[str, type[Strict]]] = {
    "kz.komek.case.opened": CaseOpened,
    "kz.komek.case.status": CaseStatusChanged,
    "kz.komek.case.corrected": CaseCorrected,
    "kz.komek.visit.scheduled": VisitScheduled,
    "kz.komek.visit.rescheduled": VisitScheduled,
    "kz.komek.visit.cancelled": VisitCancelled,
    "kz.komek.visit.held": VisitHeld,
    "kz.komek.offer.made": OfferMade,
    "kz.komek.offer.withdrawn": OfferWithdrawn,
    "kz.komek.offer.extended": OfferExtended,
    "kz.komek.offer.excused": OfferExcused,
    "kz.komek.offer.acknowledged": OfferAcknowledged,
    "kz.komek.follower.confirmed": FollowerConfirmed,
    "kz.komek.follower.removed": FollowerRemoved,
    "kz.komek.links.revoked": LinksRevoked,
}


class Envelope(Strict):
    """A CloudEvent around the data of its type."""

    specversion: Literal["1.0"]
    id: Name
    source: Name
    type: Annotated[str, one_of(TYPES), _words(TYPES)]
    time: Instant | None = None
    datacontenttype: Literal["application/json"] = "application/json"
    subject: Annotated[str, StringConstraints(max_length=200)] | None = None
    dataschema: Annotated[str, StringConstraints(max_length=500)] | None = None
    data: dict[str, Any]


class EventRejectedError(KomekError):
    """An event is not accepted. `status` is HTTP's: 422 for what it says, 409 for what is stored already."""

    def __init__(self, field: str, message: str, *, status: int = 422) -> None:
        super().__init__(f"{field}: {message}")
        self.errors = [{"field": field, "message": message}]
        self.status = status


class Event(BaseModel):
    """An event whose envelope and data were read."""

    model_config = ConfigDict(frozen=True)

    envelope: Envelope
    data: Any

    @property
    def type(self) -> str:
        """The type, such as kz.komek.case.opened."""
        return str(self.envelope.type)

    @property
    def name(self) -> str:
        """A short name that no other event has: a source and an id may hold any sign."""
        return hashlib.sha256(json.dumps([self.envelope.source, self.envelope.id]).encode()).hexdigest()[:32]


Message = TypeVar("Message", bound=Strict)


def read_event(document: Any) -> Event:
    """Read one event; EventRejectedError with every field that is wrong and what is allowed."""
    if not isinstance(document, dict):
        raise EventRejectedError("", "an event is a JSON object")
    envelope = read_as(Envelope, document)
    return Event(envelope=envelope, data=read_as(TYPES[envelope.type], envelope.data, "data."))


def read_as(model: type[Message], document: Any, before: str = "") -> Message:
    """Read a document; EventRejectedError with every field that is wrong, its name behind `before`."""
    try:
        read = model.model_validate(document)
    except ValidationError as wrong:
        raise _refusal(_wrong_fields(wrong), before) from None
    contradictions = list(read.contradictions())
    if contradictions:
        raise _refusal(contradictions, before)
    return read


def _wrong_fields(wrong: ValidationError) -> list[tuple[str, str]]:
    found = wrong.errors(include_url=False, include_context=False, include_input=False)
    return [(".".join(map(str, error["loc"])), error["msg"].removeprefix("Value error, ")) for error in found]


def _refusal(wrong: list[tuple[str, str]], before: str) -> EventRejectedError:
    refusal = EventRejectedError(*wrong[0])
    refusal.errors = [{"field": (before + name).rstrip("."), "message": message} for name, message in wrong]
    return refusal
