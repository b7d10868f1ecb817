"""Each request has a word by which the log is searched for all that was done because of it; its answer names it."""

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.watching.origin import coming_of, of_request

log = structlog.get_logger("komek.api")
HEADER = "X-Request-Id"


class RequestOrigin:
    """Gives each request an origin (bot/watching/origin.py), whatever it says of itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        origin = of_request()

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = origin
                log.debug("request_answered", method=scope["method"], status=int(message["status"]))
            await send(message)

        with coming_of(origin):
            await self._app(scope, receive, named)
