"""What a web page of somebody else asks of this machine through the person's browser is refused."""

from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

STRANGE: Final = frozenset({"cross-site", "same-site"})
"""What browsers say of a request that a page of another origin makes; `none` is the address bar."""


class OwnPages:
    """Lets through requests without a browser, of the address bar, and of the pages of this very address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request of another page, whatever it asks for."""
        if scope["type"] == "http" and _is_of_another_page(Headers(scope=scope)):
            refusal = JSONResponse({"error": "another web page may not ask this"}, HTTPStatus.FORBIDDEN)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_of_another_page(headers: Headers) -> bool:
    origin = headers.get("origin")
    is_ours = origin is None or origin.partition("://")[2] == headers.get("host")
    return not is_ours or headers.get("sec-fetch-site") in STRANGE
