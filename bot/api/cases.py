"""/v1/cases: where a case stands, and links by which people of the family join it."""

import base64
from datetime import date, datetime
from http import HTTPStatus
from io import BytesIO
from typing import Annotated, Any, Final, Literal

import segno
from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot import casework
from bot.api import offers
from bot.api.authentication import CasesKey, EventsKey, WorldOf
from bot.api.bodies import COMPONENTS, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS, described
from bot.api.offers import OfferOut
from bot.casework.events import LAST_YEAR, Id, Label, Region, Strict, read_as
from bot.casework.written import WHOLE
from bot.database import Connection
from bot.store import cases, doubts, journal, outbox, visits
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import BY_OFFICER, Case
from bot.store.visits import Visit
from bot.world import World
from rules.case import CaseStatus

PNG_SCALE: Final = 8  # dots a module: about 400 in all, enough for a printed letter

router = APIRouter(prefix="/v1/cases", tags=["cases"])
CaseId = Annotated[Id, Path(description="the authority's id of the case, which is the region's own")]
WhichRegion = Annotated[
    Region | None, Query(description="needed only where several regions of the key have a case of that id: 409 says so")
]


class LinkWanted(Strict):
    """For whom of the family a link is, if it is for one; the person sees it when joining.

    With `applicant_birth_year` it works only for whoever knows that year; after three wrong ones it works no more.
    """

    member_label: Label | None = None
    applicant_birth_year: Annotated[int, Field(ge=1900, le=LAST_YEAR, strict=True), WHOLE] | None = None


class Link(BaseModel):
    """A link that lets one person join, shown this one time; the pictures hold the same address."""

    url: str
    token: str
    expires_at: AwareDatetime
    qr_svg: str
    qr_png_base64: str


class Happened(BaseModel):
    """Something that happened in a case; each kind has fields of its own beside these."""

    model_config = ConfigDict(extra="allow")

    at: AwareDatetime
    kind: str


class VisitSeen(BaseModel):
    """A visit; `answers` are what people of the family said last, `wished` their other times, by their alias."""

    visit_id: str
    state: visits.State
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    address: str | None = None
    contact: str | None = None
    conclusion: str | None = None
    note: str | None = None
    answers: dict[str, str] = {}
    wished: dict[str, list[dict[str, AwareDatetime]] | None] = {}


class DoubtSeen(BaseModel):
    """A follower who does not know another one, by the alias, and since when."""

    person: str
    at: AwareDatetime


class FollowerSeen(BaseModel):
    """A person of the family who follows the case, by the alias.

    Answers only offers made to that member, unless `is_confirmed` by the officer, or by the members `confirmed_by`.
    `doubted_by` are those who do not know the person; `doubted_at`: since then the person answers nothing until an
    officer has decided.
    """

    person: str
    member_label: str | None
    joined_at: AwareDatetime
    is_confirmed: bool
    confirmed_by: list[str]
    doubted_at: AwareDatetime | None
    doubted_by: list[DoubtSeen]


class NoticeSeen(BaseModel):
    """A notice to a person and what became of it; nobody is named who asked to be forgotten.

    It is `waiting`; `leased` while it is on its way or held until the next attempt; then `delivered` to Telegram,
    `undeliverable` as the person cannot be reached, `failed` by our fault or, as `reply_lost`, where nobody knows
    whether it arrived, or `withdrawn` before it was told.
    """

    person: str | None
    kind: str
    state: Literal["waiting", "leased", "delivered", "undeliverable", "failed", "withdrawn"]
    due_at: AwareDatetime
    attempts: int
    settled_at: AwareDatetime | None
    reason: str | None


class CaseSeen(BaseModel):
    """A case as it stands; `decision` is what was decided last."""

    case_id: str
    region: str
    applied_on: date
    status: CaseStatus
    status_on: date
    decision: dict[str, Any] | None
    opened_at: AwareDatetime
    history: list[Happened]
    visits: list[VisitSeen]
    offers: list[OfferOut]
    followers: list[FollowerSeen]
    notices: list[NoticeSeen]


BODIES: Final = (LinkWanted,)


@router.post(
    "/{case_id:path}/link",
    status_code=201,
    openapi_extra=body_of({"$ref": COMPONENTS + LinkWanted.__name__}),
    responses={**OF_KEYS, **OF_BODIES, **described(404, 409)},
)
async def post_link(
    request: Request, case_id: CaseId, key: EventsKey, world: WorldOf, region: WhichRegion = None
) -> Link:
    """Make a link by which one person can join a case, once, within seven days."""
    _, document = await json_body(request)
    wanted = read_as(LinkWanted, document)
    async with world.database.reading() as connection:
        case = await _case(connection, world, key, case_id, region)
    token, expires_at = await casework.make_link(world, case.id, wanted.member_label, wanted.applicant_birth_year)
    url = f"https://t.me/{await request.app.state.bot_name()}?start={token}"
    svg, png = _pictures(url)
    return Link(url=url, token=token, expires_at=datetime.fromisoformat(expires_at), qr_svg=svg, qr_png_base64=png)


@router.get("/{case_id:path}", responses={**OF_KEYS, **described(404, 409, 422)})
async def get_case(case_id: CaseId, key: CasesKey, world: WorldOf, region: WhichRegion = None) -> CaseSeen:
    """Return where a case stands, what happened, who follows it and what became of each notice."""
    async with world.database.reading() as connection:
        case = await _case(connection, world, key, case_id, region)
        return CaseSeen(
            case_id=case.number,
            region=case.region,
            applied_on=case.applied_on,
            status=case.status,
            status_on=case.status_on,
            decision=None if case.decision is None else dict(case.decision),
            opened_at=case.opened_at,
            history=[
                Happened.model_validate({**offers.read_out(entry), "at": entry.at, "kind": entry.kind})
                for entry in await journal.readable(connection, world.cipher, case.id)
            ],
            visits=[_visit(visit) for visit in await visits.of_case(connection, world.cipher, case.id)],
            offers=await offers.of_case(connection, world, case),
            followers=await _followers(connection, world, case.id),
            notices=[_notice(fate, world.now()) for fate in await outbox.of_case(connection, case.id)],
        )


async def _followers(connection: Connection, world: World, case_id: str) -> list[FollowerSeen]:
    confirmations = await cases.confirmations(connection, case_id)
    found = await doubts.of_case(connection, case_id)
    return [
        FollowerSeen(
            person=one.alias,
            member_label=one.member_label,
            joined_at=one.joined_at,
            is_confirmed=BY_OFFICER in confirmations.get(one.alias, ()),
            confirmed_by=sorted(confirmations.get(one.alias, frozenset()) - {BY_OFFICER}),
            doubted_at=one.doubted_at,
            doubted_by=[DoubtSeen(person=by.by_alias, at=by.at) for by in doubts.doubters_of(found, one.alias)],
        )
        for one in await cases.followers(connection, world.cipher, case_id)
    ]


async def _case(connection: Connection, world: World, key: AuthorityKey, number: str, region: str | None) -> Case:
    case = await casework.case_numbered(connection, world, key, number, region)
    if case is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such case")
    return case


def _visit(visit: Visit) -> VisitSeen:
    fixed = {"visit_id": visit.id, "state": visit.state, "starts_at": visit.starts_at, "ends_at": visit.ends_at}
    return VisitSeen.model_validate({**fixed, **visit.details})


def _notice(fate: outbox.Fate, now: datetime) -> NoticeSeen:
    return NoticeSeen(
        person=fate.alias,
        kind=fate.kind,
        state=fate.state_at(now),
        due_at=fate.due_at,
        attempts=fate.attempts,
        settled_at=fate.settled_at,
        reason=fate.reason,
    )


def _pictures(url: str) -> tuple[str, str]:
    """Return the QR picture of an address as SVG and as PNG in base64."""
    picture = segno.make(url, micro=False)
    svg, png = BytesIO(), BytesIO()
    picture.save(svg, kind="svg", xmldecl=False, scale=4)
    picture.save(png, kind="png", scale=PNG_SCALE)
    return svg.getvalue().decode(), base64.b64encode(png.getvalue()).decode()
