"""Puts the parts of the API together."""

from collections.abc import Awaitable, Callable, Sequence
from types import ModuleType
from typing import Any, Final

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api import (
    cases,
    changes,
    events,
    files,
    health,
    lines,
    metrics,
    offer_batch,
    offers,
    offers_table,
    recent_cases,
    waiting,
)
from bot.api.authentication import Allowance, Rate, WrongKeys
from bot.api.bodies import COMPONENTS, BodyLimit
from bot.api.docs import serve_docs
from bot.api.errors import answer_errors
from bot.api.request_origin import RequestOrigin
from bot.api.unavailable import Unavailable
from bot.world import World

ABOUT: Final = """The authority tells the bot of cases, visits and job offers, and learns what became of its notices.

Every call under /v1 needs a key: `Authorization: Bearer komek_...`, made by `komek key add`. A name that a call does
not know is refused, in a body and in the address.

What no schema can say is answered with 422 and the reason: what the day allows (a visit and a deadline lie ahead, an
application does not), how fields stand to each other, a text of nothing but signs that cannot be seen, the columns of a
CSV file. Events of a batch and rows of a file are answered one by one, whatever the others are.

A `case_id` is the region's own: another region may have a case of the same id, and neither learns of the other's. Where
a key of several regions has more than one such case, `region` says which; without it the answer is 409.
"""
PARTS: Final = (
    events,
    waiting,
    recent_cases,
    cases,
    changes,
    offers,
    offers_table,
    offer_batch,
    files,
    lines,
    health,
    metrics,
)
BODIES: Final[Sequence[type[BaseModel]]] = (*events.BODIES, *cases.BODIES, *lines.BODIES)


class Api(FastAPI):
    """FastAPI that also describes the bodies that the API reads itself, more strictly than FastAPI does."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API in the OpenAPI format."""
        if self.openapi_schema is None:  # made once: whoever asks again and again costs no more than a reply
            template = COMPONENTS + "{model}"
            _, models = models_json_schema([(model, "validation") for model in BODIES], ref_template=template)
            described = super().openapi()
            described["components"]["schemas"] |= models["$defs"]
        return super().openapi()


def api_app(world: World, bot_name: Callable[[], Awaitable[str]], rate: Rate | None = None) -> FastAPI:
    """Return the API; `bot_name` tells the bot's username, without @, and `rate` how fast a key may ask."""
    app = Api(
        title="Kömek",
        version="1",
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        routes=_routes(*PARTS),
    )
    app.state.world, app.state.bot_name = world, bot_name
    app.state.allowance, app.state.wrong_keys = Allowance(rate or Rate()), WrongKeys()
    app.add_middleware(BodyLimit)
    app.add_middleware(Unavailable, world=world)
    app.add_middleware(RequestOrigin)  # around all others
    answer_errors(app)
    serve_docs(app)
    return app


def health_app(world: World) -> FastAPI:
    """Return an app that says whether the program runs and can work, with its figures, and nothing else."""
    app = FastAPI(
        title="Kömek",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        routes=_routes(health, metrics),
    )
    app.state.world = world
    answer_errors(app)
    return app


def _routes(*parts: ModuleType) -> list[BaseRoute]:
    """Return the routes of some parts as they are: a router that is included has all of its own made a second time."""
    return [route for part in parts for route in part.router.routes]


def beside(api: FastAPI, other: ASGIApp) -> ASGIApp:
    """Return an app in which another one answers what is not the API's.

    What begins with /v1 is the API's whatever the method: its refusals are JSON, not the other's page.
    """

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        is_ours = path == "/v1" or path.startswith("/v1/") or any(_answers(route, scope) for route in api.routes)
        await (api if is_ours else other)(scope, receive, send)

    return either


def _answers(route: BaseRoute, scope: Scope) -> bool:
    match, _ = route.matches(scope)
    return match is not Match.NONE
