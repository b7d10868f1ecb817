"""POST /v1/events: what the authority does with a case, as CloudEvents, one or many at once."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, WithJsonSchema, create_model

from bot.api.authentication import EventsKey, WorldOf, forbidden
from bot.api.bodies import COMPONENTS, JSON, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS, Mistake, Mistakes
from bot.casework import Accepted, accept, preview
from bot.casework.events import TYPES, Envelope, EventRejectedError
from bot.casework.family_reads import Reads
from bot.store.authority_keys import AuthorityKey
from bot.texts import Language
from bot.world import World

ONE: Final = "application/cloudevents+json"
MANY: Final = "application/cloudevents-batch+json"
OUTSIDE: Final = 403  # an EventRejectedError's status for a region that the key is not for

router = APIRouter(prefix="/v1", tags=["events"])


Take = Callable[[World, AuthorityKey, Any], Awaitable[tuple[int, dict[str, Any]]]]


class EventTaken(BaseModel):
    """An event was accepted, or had been before."""

    id: str
    status: Accepted


class FamilyReads(BaseModel):
    """A text that people of the family would get, by their aliases, in each language as the chat shows it.

    `notice` is its kind. What a chat adds of its person alone is not there: how a decision compares with the person's
    own estimate, the line that names the case to whoever follows several, and the person's own word.
    """

    notice: str
    people: list[str]
    kk: str
    ru: str


class EventTriedOut(EventTaken):
    """What would become of an event now, and what the family would read; no text where nobody is told anything."""

    family_reads: list[FamilyReads]


class EventRefused(BaseModel):
    """An event changed nothing; `id` is null when the event has none."""

    id: str | None
    status: Literal["refused"]
    errors: list[Mistake]


def _described() -> tuple[type[BaseModel], ...]:
    """Return one model for each type of event: the envelope with the data that belong to the type."""
    return tuple(
        create_model(
            name.removeprefix("kz.komek").title().replace(".", "") + "Event",
            __base__=Envelope,
            type=(Annotated[str, WithJsonSchema({"const": name})], ...),
            data=(data, ...),
        )
        for name, data in TYPES.items()
    )


BODIES: Final = _described()
EVENT: Final = {
    "oneOf": [{"$ref": COMPONENTS + model.__name__} for model in BODIES],
    "discriminator": {
        "propertyName": "type",
        "mapping": {name: COMPONENTS + model.__name__ for name, model in zip(TYPES, BODIES, strict=True)},
    },
}
BODY: Final = body_of(EVENT, [ONE, JSON])
BODY["requestBody"]["content"] |= body_of({"type": "array", "items": EVENT}, [MANY])["requestBody"]["content"]


DryRun = Annotated[
    bool,
    Query(description="only say what would become of the event, and what the family would read; nothing is written"),
]


@router.post(
    "/events",
    status_code=202,
    response_model=EventTaken,
    openapi_extra=BODY,
    responses={
        **OF_KEYS,
        **OF_BODIES,
        200: {
            "model": EventTriedOut | EventTaken,
            "description": "The same event had been accepted before, or it was only tried out; nothing is changed",
        },
        207: {
            "model": list[EventTriedOut | EventTaken | EventRefused],
            "description": "A batch: an answer for each event; of those tried out, none counts for the next",
        },
        409: {"model": EventRefused, "description": "It does not fit what is stored"},
        422: {"model": EventRefused | Mistakes, "description": "A field is wrong"},
    },
)
async def post_events(
    request: Request,
    key: EventsKey,
    world: WorldOf,
    dry_run: DryRun = False,  # noqa: FBT002, a parameter of the address
) -> JSONResponse:
    """Take one event, or a batch, each event by itself: the same event again changes nothing."""
    media_type, document = await json_body(request, (ONE, MANY, JSON))
    if media_type == MANY and not isinstance(document, list):
        raise EventRejectedError("", "a batch is a JSON array of events")
    take = _try_out if dry_run else _accept
    if isinstance(document, list) and media_type != ONE:
        return JSONResponse([(await _answer(take, world, key, event))[1] for event in document], 207)
    status, answer = await _answer(take, world, key, document)
    if status == OUTSIDE:
        raise forbidden()
    return JSONResponse(answer, status)


async def _answer(take: Take, world: World, key: AuthorityKey, document: Any) -> tuple[int, dict[str, Any]]:
    """Return the HTTP status and the answer for one event."""
    event_id = document.get("id") if isinstance(document, dict) else None
    known_id = event_id if isinstance(event_id, str) else None
    try:
        status, told = await take(world, key, document)
    except EventRejectedError as refused:
        hidden = [{"field": "", "message": forbidden().detail}]
        errors = hidden if refused.status == OUTSIDE else refused.errors
        return refused.status, {"id": known_id, "status": "refused", "errors": errors}
    return status, {"id": known_id, **told}


async def _accept(world: World, key: AuthorityKey, document: Any) -> tuple[int, dict[str, Any]]:
    accepted = await accept(world, key, document)
    return 202 if accepted is Accepted.ACCEPTED else 200, {"status": accepted}


async def _try_out(world: World, key: AuthorityKey, document: Any) -> tuple[int, dict[str, Any]]:
    tried = await preview(world, key, document)
    return 200, {"status": tried.status, "family_reads": [_seen(reads).model_dump() for reads in tried.reads]}


def _seen(reads: Reads) -> FamilyReads:
    kk, ru = reads.texts[Language.KK], reads.texts[Language.RU]
    return FamilyReads(notice=reads.kind, people=reads.people, kk=kk, ru=ru)
