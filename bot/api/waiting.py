"""GET /v1/waiting: what waits for the officer, oldest first."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from bot.api.authentication import CasesKey, WorldOf
from bot.api.errors import OF_KEYS, described
from bot.casework.waiting import Kind, Waiting, what_waits
from rules.offer import OfferState

USUAL: Final = 100
MOST: Final = 500

router = APIRouter(prefix="/v1", tags=["cases"])


class DoubtedBySeen(BaseModel):
    """A follower who does not know another one, and since when; `is_doubted`: somebody does not know them either."""

    person: str
    member_label: str | None
    since: AwareDatetime
    is_doubted: bool


class WaitingSeen(BaseModel):
    """One thing that waits; `since` is when somebody asked, was not reached, or a term was over.

    `excuse`: a member wishes to be excused from an offer, which `about` names. `move`: somebody asks for another time
    of a visit. `nobody_came`: somebody says that the commission did not come. `asks`: somebody wants to answer for the
    family. `doubted`: those in `doubted_by` do not know somebody, whose answers are not taken where `is_stopped`; an
    offer that they cannot answer meanwhile is `offer_id`, of several the one whose deadline `respond_by` comes first.
    `answer_of_removed`: an offer's `answer` is of somebody whom an officer has removed since; it stands until it is
    acknowledged, taken back by the family, or the offer withdrawn. `unreached`: somebody cannot be told anything.
    `unexamined`, `undecided`: the term of the commission, or of the whole service, ended on `due_on`. `person` is an
    alias, `member_label` the name that the authority has given.
    """

    kind: Kind
    since: AwareDatetime
    case_id: str
    region: str
    person: str | None
    member_label: str | None
    offer_id: str | None
    visit_id: str | None
    about: str | None
    due_on: date | None
    doubted_by: list[DoubtedBySeen]
    is_stopped: bool | None
    respond_by: AwareDatetime | None
    answer: OfferState | None


class WaitingList(BaseModel):
    """What waits, the oldest first, and whether there is more than was asked for."""

    waiting: list[WaitingSeen]
    more: bool


@router.get("/waiting", responses={**OF_KEYS, **described(422)})
async def get_waiting(
    key: CasesKey, world: WorldOf, limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL
) -> WaitingList:
    """Return what waits for the officer in the key's regions."""
    found, is_more = await what_waits(world, key.regions, limit)
    return WaitingList(waiting=[_seen(one) for one in found], more=is_more)


def _seen(one: Waiting) -> WaitingSeen:
    return WaitingSeen(
        kind=one.kind,
        since=one.since,
        case_id=one.case.number,
        region=one.case.region,
        person=one.person,
        member_label=one.member_label,
        offer_id=one.offer_id,
        visit_id=one.visit_id,
        about=one.about,
        due_on=one.due_on,
        doubted_by=[DoubtedBySeen(**by._asdict()) for by in one.doubted_by or ()],
        is_stopped=one.is_stopped,
        respond_by=one.respond_by,
        answer=one.answer,
    )
