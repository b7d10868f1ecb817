"""GET /v1/waiting: what waits for the officer, oldest first."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from bot.api.authentication import CasesKey, WorldOf
from bot.api.errors import OF_KEYS, described
from bot.casework.waiting import Kind, Waiting, what_waits

USUAL: Final = 100
MOST: Final = 500

router = APIRouter(prefix="/v1", tags=["cases"])


class WaitingSeen(BaseModel):
    """One thing that waits; `since` is when somebody asked, was not reached, or a term was over.

    `excuse`: a member wishes to be excused from an offer, which `about` names. `move`: somebody asks for another time
    of a visit. `nobody_came`: somebody says that the commission did not come. `asks`: somebody wants to answer for the
    family. `doubted`: the family does not know somebody. `unreached`: somebody cannot be told anything. `unexamined`,
    `undecided`: the term of the commission, or of the whole service, ended on `due_on`. `person` is an alias,
    `member_label` the name that the authority has given.
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
    )
