"""GET /v1/offers: every job offer with where it stands, who was reached, what was answered, and the proofs."""

from datetime import date, datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from bot.api.authentication import CasesKey, WorldOf
from bot.api.changes import USUAL, Cursor, cursor_of, number_of
from bot.api.errors import OF_KEYS, described
from bot.api.files import FileLink, link_to
from bot.casework.events import Region
from bot.database import Connection
from bot.store import journal, offers
from bot.store.cases import Case
from bot.store.entry_details import EntryDetails, ScreenText
from bot.store.journal import Entry
from bot.store.offers import Offer, OfRegion
from bot.wording.shown_words import without_answers
from bot.world import World
from rules.offer import OVERDUE, Measure, OfferState

MOST: Final = 500
ANSWERS: Final = ("offer_accepted", "offer_refused", "offer_excuse_requested", "offer_taken_back")
BACK: Final = "offer_back"
MOVES: Final = {
    "offer_made": OfferState.OPEN,
    "offer_accepted": OfferState.ACCEPTED,
    "offer_refused": OfferState.REFUSED,
    "offer_excuse_requested": OfferState.EXCUSE_REQUESTED,
    "offer_taken_back": OfferState.TAKEN_BACK,
    "offer_excused": OfferState.EXCUSED,
    "offer_not_excused": OfferState.NOT_EXCUSED,
    "offer_withdrawn": OfferState.WITHDRAWN,
    "offer_no_answer": OfferState.NO_ANSWER,
    "offer_undeliverable": OfferState.UNDELIVERED,
    "offer_extended": OfferState.OPEN,
    BACK: OfferState.OPEN,
}
"""What lets an offer stand so; an extension only where the deadline had passed; back is where it says itself."""
DECIDED: Final = frozenset({OfferState.EXCUSED, OfferState.NOT_EXCUSED, OfferState.WITHDRAWN})
"""Where only an officer lets it stand."""
ACKNOWLEDGED: Final = "offer_acknowledged"
TOLD: Final = "offer_told"
SHOWN: Final = ("offer_shown", "offer_price_seen")

router = APIRouter(prefix="/v1", tags=["offers"])

RegionWanted = Annotated[Region | None, Query(description="only offers of this region; all of the key's if left out")]
StateWanted = Annotated[OfferState | None, Query(description="only offers that stand so")]


class Once(BaseModel):
    """A person of the family, by the alias, and when."""

    person: str
    at: AwareDatetime


class AnswerSeen(BaseModel):
    """What a person of the family said, and when; `kind` is that of the change that told of it."""

    kind: str
    person: str
    at: AwareDatetime
    reason: str | None = None
    text: str | None = None
    files: list[FileLink] = []


class Proof(BaseModel):
    """A text that was on a person's screen: of a notice that Telegram took, or above the button that was pressed.

    `of` is the kind of the notice, of what was pressed, or `offer_card`: the offer itself, opened. `text` is null where
    Telegram's reply could not be read, `language` where it cannot be told. «…» stands for what was worked out of the
    person's interview.
    """

    person: str
    at: AwareDatetime
    of: str
    language: str | None
    message_id: int | None
    text: str | None


class OfferOut(BaseModel):
    """An offer as it stands; `answer` is the one that holds, `answers` are all there were, in their order.

    `state_since` is when it came to stand so. `decided_by` is the name of the key under which an officer excused, did
    not excuse, withdrew or acknowledged; null where the family or the deadline has had the last word.
    """

    case_id: str
    offer_id: str
    region: str
    member_label: str
    measure: Measure
    title: str
    employer: str | None
    wage_tenge: int | None
    hours: str | int | None
    place: str
    starts_on: date | None
    contact: str
    details: str | None
    note: str | None
    announced_at: AwareDatetime
    respond_by: AwareDatetime
    state: OfferState
    state_since: AwareDatetime
    decided_by: str | None
    acknowledged_at: AwareDatetime | None
    reached: list[Once]
    opened: list[Once]
    answer: AnswerSeen | None
    answers: list[AnswerSeen]
    proofs: list[Proof]


class DamagedOut(BaseModel):
    """An offer of which nothing can be read any more but where it belongs: ask the family."""

    region: str
    case_id: str
    offer_id: str


class Offers(BaseModel):
    """Offers in the order in which they were made, and where to go on reading: the same place when that was all."""

    offers: list[OfferOut]
    damaged: list[DamagedOut]
    next: str


@router.get("/offers", responses={**OF_KEYS, **described(422)})
async def get_offers(
    key: CasesKey,
    world: WorldOf,
    region: RegionWanted = None,
    state: StateWanted = None,
    after: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> Offers:
    """Return the offers of the key's regions, page by page."""
    number = number_of(after) if after else 0
    return await page(world, key.regions & {region} if region else key.regions, state, number, limit)


async def page(world: World, regions: frozenset[str], state: OfferState | None, after: int, limit: int) -> Offers:
    """Return the next offers behind a number."""
    async with world.database.reading() as connection:
        found = await offers.page(connection, world.cipher, after, regions, state, limit)
        happened = {of.offer.case_id: await _happened(connection, world, of.offer.case_id) for of in found.offers}
    return Offers(
        offers=[seen_offer(of, happened[of.offer.case_id]) for of in found.offers],
        damaged=[DamagedOut(region=one.region, case_id=one.case_number, offer_id=one.id) for one in found.damaged],
        next=cursor_of(found.reached),
    )


async def of_case(connection: Connection, world: World, case: Case) -> list[OfferOut]:
    """Return the offers of a case, as the list shows them."""
    found = await offers.of_case(connection, world.cipher, case.id)
    happened = await _happened(connection, world, case.id) if found else []
    return [seen_offer(OfRegion(case.region, case.number, offer), happened) for offer in found]


async def _happened(connection: Connection, world: World, case_id: str) -> list[Entry]:
    return await journal.readable(connection, world.cipher, case_id, (*MOVES, ACKNOWLEDGED, TOLD, *SHOWN))


def seen_offer(of: OfRegion, happened: list[Entry]) -> OfferOut:
    """Return an offer with what the journal of its case tells of it."""
    offer, said = of.offer, of.offer.details
    about = [entry for entry in happened if entry.details["offer_id"] == offer.id]
    answers = [_answer(entry) for entry in about if entry.kind in ANSWERS]
    since, decided_by = stands_since(offer, about)
    starts_on = said.get("starts_on")
    return OfferOut(
        case_id=of.case_number,
        offer_id=offer.id,
        region=of.region,
        member_label=said["member_label"],
        measure=Measure(said["measure"]),
        title=said["title"],
        employer=said.get("employer"),
        wage_tenge=said.get("wage_tenge"),
        hours=said.get("hours"),
        place=said["place"],
        starts_on=date.fromisoformat(starts_on) if starts_on else None,
        contact=said["contact"],
        details=said.get("details"),
        note=said.get("note"),
        announced_at=offer.announced_at,
        respond_by=offer.respond_by,
        state=offer.state,
        state_since=since,
        decided_by=decided_by,
        acknowledged_at=offer.acknowledged_at,
        reached=_first_of_each((entry.person, entry.at) for entry in about if entry.kind == TOLD),
        opened=_first_of_each(said.get("opened", {}).items()),
        answer=answers[-1] if said.get("answer") else None,
        answers=answers,
        proofs=[_proof(entry) for entry in about if entry.kind in {TOLD, *SHOWN}],
    )


def stands_since(offer: Offer, about: list[Entry]) -> tuple[datetime, str | None]:
    """Return since when an offer stands as it does, and which key has decided that, or acted on it."""
    state, since, decided_by = OfferState.OPEN, offer.announced_at, None
    for entry in about:
        if entry.kind == ACKNOWLEDGED:
            decided_by = entry.details.get("key")
        elif _has_moved(entry, state):
            state = OfferState(entry.details["state"]) if entry.kind == BACK else MOVES[entry.kind]
            since = entry.at
            decided_by = entry.details.get("key") if state in DECIDED else None
    return since, decided_by


def _has_moved(entry: Entry, state: OfferState) -> bool:
    """Whether something let an offer of a state stand elsewhere; one person who was not reached does not."""
    if entry.kind == "offer_undeliverable":
        return entry.details["reason"] == "not_in_time"
    return entry.kind in MOVES and (entry.kind != "offer_extended" or state in OVERDUE)


def _answer(entry: Entry) -> AnswerSeen:
    told = entry.details
    files = [link_to(file) for file in told.get("files", [])]
    reason, text = told.get("reason"), told.get("text")
    return AnswerSeen(kind=entry.kind, person=entry.person, at=entry.at, reason=reason, text=text, files=files)


def read_out(entry: Entry) -> EntryDetails:
    """Return what the journal tells of something: of a screen nothing that was worked out of the person's answers.

    It is kept without that, but what was kept before that was so still has it.
    """
    shown = entry.details.get("shown")
    if entry.kind not in SHOWN or not shown or not shown["text"]:
        return entry.details
    return {**entry.details, "shown": {**shown, "text": without_answers(shown["text"])}}


def _proof(entry: Entry) -> Proof:
    told = read_out(entry)
    words: ScreenText = told.get("shown") or {
        "language": told["language"],
        "message_id": told["message_id"],
        "text": told["text"],
    }
    of = told.get("of") or told.get("notice") or entry.kind
    return Proof(person=entry.person, at=entry.at, of=of, **words)


def _first_of_each(told: Any) -> list[Once]:
    first: dict[str, Any] = {}
    for person, at in told:
        first.setdefault(person, at)
    return [Once(person=person, at=at) for person, at in first.items()]
