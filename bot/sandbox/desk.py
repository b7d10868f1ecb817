"""The authority's desk: a page beside the chat page that calls the authority's API with a key of its own.

GET  /desk            the page
GET  /desk/key        {"key": "komek_..."}, for this machine only; 404 where no authority's API runs beside
GET  /desk/regions    {"kk": {"KZ-79": ...}, "ru": {...}}: the official names
"""

import contextlib
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.addresses import is_loopback
from bot.sandbox.person_api import page_file
from bot.store import authority_keys
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.texts import Language, texts
from bot.world import World
from rules.regions import REGIONS

DESK: Final = AuthorityKey("desk", frozenset(REGIONS), frozenset(SCOPES))
NOT_KEPT: Final = {"Cache-Control": "no-store"}


@contextlib.asynccontextmanager
async def desk_key(world: World) -> AsyncIterator[str]:
    """Make the desk's key, which works as long as the context is open: the one before it no longer does."""
    async with world.database.statement() as connection:
        key = await authority_keys.renew(connection, DESK, world.now())
    try:
        yield key
    finally:
        async with world.database.statement() as connection:
            await authority_keys.revoke(connection, DESK.name, world.now())


async def give_key(request: Request) -> Response:
    """Hand the key to the page. A page of another site may ask, too, but its browser lets it read no answer."""
    key: str | None = request.app.state.desk_key
    if key is None or request.client is None or not is_loopback(request.client.host):
        return JSONResponse({"error": "there is no desk here"}, HTTPStatus.NOT_FOUND, NOT_KEPT)
    return JSONResponse({"key": key}, headers=NOT_KEPT)


async def list_regions(request: Request) -> Response:
    """Name the regions in both languages, in the order of the law's list."""
    del request
    names = {
        language.value: {region: texts(language).say(f"region-{region}") for region in REGIONS} for language in Language
    }
    return JSONResponse(names)


ROUTES = [
    Route("/desk", page_file("desk.html")),
    *(Route(f"/{name}", page_file(name)) for name in ("desk.css", "desk.js", "desk-api.js", "desk-words.js")),
    Route("/desk/key", give_key, methods=["GET"]),
    Route("/desk/regions", list_regions, methods=["GET"]),
]
