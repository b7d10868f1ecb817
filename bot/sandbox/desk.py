"""The authority's desk: a page beside the chat page that calls the authority's API with a key of its own.

GET    /desk            the page
GET    /desk/key        {"key": "komek_..."}, for this machine only
GET    /desk/regions    {"kk": {"KZ-79": ...}, "ru": {...}}: the official names
GET    /desk/clock      {"now": "2026-11-23T20:30:00+05:00", "ahead_seconds": 0}
PUT    /desk/clock      {"now": an instant with its offset}: the program's clock goes forward to it; 409 with a
                        "code" when that is `backwards` or `too_far`
DELETE /desk/clock      back to the real time: what was told stays told, what waits for a later time waits for it

Key and clock are 404 where no authority's API runs beside.
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.addresses import is_loopback
from bot.sandbox.clock import Clock, set_clock
from bot.sandbox.errors import ClockError
from bot.sandbox.person_api import PAGE, page_file
from bot.store import authority_keys
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.texts import Language, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from rules.regions import REGIONS

NAME: Final = "desk of the sandbox"
"""With its spaces no name that `komek key add` takes: so nobody's own key is taken over."""
KEY: Final = AuthorityKey(NAME, frozenset(REGIONS), frozenset(SCOPES))
NOT_KEPT: Final = {"Cache-Control": "no-store"}
FILES: Final = sorted(path.name for path in PAGE.glob("desk*") if path.suffix != ".html")


@dataclass(frozen=True)
class Desk:
    """What the page works with; the key opens the API as long as the desk is open."""

    world: World
    key: str
    clock: Clock


@contextlib.asynccontextmanager
async def opened_desk(world: World, clock: Clock) -> AsyncIterator[Desk]:
    """Let the world go by this clock, and make the desk's key: the one before it no longer works."""
    world.now = clock
    async with world.database.statement() as connection:
        key = await authority_keys.renew(connection, KEY, world.now())
    try:
        yield Desk(world, key, clock)
    finally:
        async with world.database.statement() as connection:
            await authority_keys.revoke(connection, NAME, world.now())


def at_desk(answer: Callable[[Desk, Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Answer with what the function returns for the desk beside; for this machine only, whatever is listened to."""

    @wraps(answer)
    async def respond(request: Request) -> Response:
        desk: Desk | None = request.app.state.desk
        if desk is None or request.client is None or not is_loopback(request.client.host):
            return _refusal(HTTPStatus.NOT_FOUND, {"error": "there is no desk here"})
        return await answer(desk, request)

    return respond


@at_desk
async def give_key(desk: Desk, request: Request) -> Response:
    """Hand the key to the page. A page of another site may ask, too, but its browser lets it read no answer."""
    del request
    return JSONResponse({"key": desk.key}, headers=NOT_KEPT)


async def list_regions(request: Request) -> Response:
    """Name the regions in both languages, in the order of the law's list."""
    del request
    names = {
        language.value: {region: texts(language).say(f"region-{region}") for region in REGIONS} for language in Language
    }
    return JSONResponse(names)


class Wanted(BaseModel):
    """To when the clock shall be set."""

    model_config = ConfigDict(extra="forbid")

    now: AwareDatetime


@at_desk
async def show_clock(desk: Desk, request: Request) -> Response:
    """Tell what time it is for the program."""
    del request
    return _told(desk.clock)


@at_desk
async def put_clock(desk: Desk, request: Request) -> Response:
    """Set the clock ahead. A browser lets no page of another site send this method."""
    try:
        wanted = Wanted.model_validate_json(await request.body())
        await set_clock(desk.world, desk.clock, desk.clock.lead_at(wanted.now))
    except ValidationError as error:
        return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": error.errors()[0]["msg"]})
    except ClockError as error:
        return _refusal(HTTPStatus.CONFLICT, {"error": str(error), "code": error.code})
    return _told(desk.clock)


@at_desk
async def reset_clock(desk: Desk, request: Request) -> Response:
    """Set the clock to the real time."""
    del request
    await set_clock(desk.world, desk.clock, timedelta())
    return _told(desk.clock)


def _told(clock: Clock) -> JSONResponse:
    now = clock().astimezone(KAZAKHSTAN_TIME).isoformat(timespec="seconds")
    return JSONResponse({"now": now, "ahead_seconds": clock.ahead.total_seconds()}, headers=NOT_KEPT)


def _refusal(status: HTTPStatus, told: dict[str, Any]) -> JSONResponse:
    return JSONResponse(told, status, NOT_KEPT)


ROUTES = [
    Route("/desk", page_file("desk.html")),
    *(Route(f"/{name}", page_file(name)) for name in FILES),
    Route("/desk/key", give_key, methods=["GET"]),
    Route("/desk/regions", list_regions, methods=["GET"]),
    Route("/desk/clock", show_clock, methods=["GET"]),
    Route("/desk/clock", put_clock, methods=["PUT"]),
    Route("/desk/clock", reset_clock, methods=["DELETE"]),
]
