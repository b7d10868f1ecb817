"""Puts the parts of the API together."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.api import cases, changes, events, health, lines
from bot.api.authentication import Allowance, Rate
from bot.api.bodies import COMPONENTS, BodyLimit
from bot.api.docs import docs_page
from bot.api.errors import answer_errors
from bot.world import World

ABOUT: Final = """The authority tells the bot of cases and visits, and learns what became of its notices.

Every call under /v1 needs a key: `Authorization: Bearer komek_...`, made by `komek key add`.
"""
BODIES: Final[Sequence[type[BaseModel]]] = (*events.BODIES, *cases.BODIES, *lines.BODIES)


class Api(FastAPI):
    """FastAPI that also describes the bodies that the API reads itself, more strictly than FastAPI does."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API in the OpenAPI format."""
        described = super().openapi()
        _, models = models_json_schema([(model, "validation") for model in BODIES], ref_template=COMPONENTS + "{model}")
        described["components"]["schemas"] |= models["$defs"]
        return described


def api_app(world: World, bot_name: Callable[[], Awaitable[str]], rate: Rate | None = None) -> FastAPI:
    """Return the API; `bot_name` tells the bot's username, without @, and `rate` how fast a key may ask."""
    app = Api(title="Kömek", version="1", description=ABOUT, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.world, app.state.bot_name = world, bot_name
    app.state.allowance = Allowance(rate or Rate())
    app.add_middleware(BodyLimit)
    answer_errors(app)
    for module in (events, cases, changes, lines, health):
        app.include_router(module.router)

    @app.get("/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return docs_page(app)

    return app
