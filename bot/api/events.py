"""POST /v1/events: what the authority does with a case, as CloudEvents, one or many at once."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, WithJsonSchema, create_model

from bot.api.authentication import EventsKey, WorldOf, forbidden
from bot.api.bodies import COMPONENTS, JSON, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS, Mistake, Mistakes
from bot.casework import Accepted, accept
from bot.casework.events import TYPES, Envelope, EventRejectedError
from bot.store.authority_keys import AuthorityKey
from bot.world import World

ONE: Final = "application/cloudevents+json"
MANY: Final = "application/cloudevents-batch+json"
OUTSIDE: Final = 403  # a EventRejectedError's status for a region that the key is not for

router = APIRouter(prefix="/v1", tags=["events"])


class EventTaken(BaseModel):
    """An event was accepted, or had been before."""

    id: str
    status: Accepted


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


@router.post(
    "/events",
    status_code=202,
    response_model=EventTaken,
    openapi_extra=BODY,
    responses={
        **OF_KEYS,
        **OF_BODIES,
        200: {"model": EventTaken, "description": "The same event had been accepted before; nothing is changed"},
        207: {"model": list[EventTaken | EventRefused], "description": "A batch: an answer for each event"},
        409: {"model": EventRefused, "description": "It does not fit what is stored"},
        422: {"model": EventRefused | Mistakes, "description": "A field is wrong"},
    },
)
async def post_events(request: Request, key: EventsKey, world: WorldOf) -> JSONResponse:
    """Take one event, or a batch, each event by itself: the same event again changes nothing."""
    media_type, document = await json_body(request, (ONE, MANY, JSON))
    if media_type == MANY and not isinstance(document, list):
        raise EventRejectedError("", "a batch is a JSON array of events")
    if isinstance(document, list) and media_type != ONE:
        return JSONResponse([(await _take(world, key, event))[1] for event in document], 207)
    status, answer = await _take(world, key, document)
    if status == OUTSIDE:
        raise forbidden()
    return JSONResponse(answer, status)


async def _take(world: World, key: AuthorityKey, document: Any) -> tuple[int, dict[str, Any]]:
    """Return the HTTP status and the answer for one event."""
    event_id = document.get("id") if isinstance(document, dict) else None
    known_id = event_id if isinstance(event_id, str) else None
    try:
        accepted = await accept(world, key, document)
    except EventRejectedError as refused:
        hidden = [{"field": "", "message": forbidden().detail}]
        errors = hidden if refused.status == OUTSIDE else refused.errors
        return refused.status, {"id": known_id, "status": "refused", "errors": errors}
    return 202 if accepted is Accepted.ACCEPTED else 200, {"id": known_id, "status": accepted}
