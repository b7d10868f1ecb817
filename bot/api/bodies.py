"""Bodies of requests: of a limited length, JSON as strict as it is written, read after the key was checked."""

import json
from collections.abc import Collection, Iterable
from email.message import Message as MediaType
from http import HTTPStatus
from typing import Any, Final, Never

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY: Final = 256 * 1024  # bytes
LONGEST_IGNORED: Final = 16 * LONGEST_BODY
JSON: Final = "application/json"
COMPONENTS: Final = "#/components/schemas/"


class BodyLimit:
    """Counts what comes in, whatever the request says of its length, and refuses a body that is too long.

    The rest of it is read and dropped, within limits: a client that is still sending would miss the answer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LONGEST_BODY:
                await _drop_the_rest(message, receive)
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "a body has 256 KiB at most")
            return message

        await self._app(scope, counted, send)


async def _drop_the_rest(message: Message, receive: Receive) -> None:
    dropped = 0
    while message.get("more_body") and dropped < LONGEST_IGNORED:
        message = await receive()
        dropped += len(message.get("body", b""))


async def json_body(request: Request, allowed: Collection[str] = (JSON,)) -> tuple[str, Any]:
    """Read a body as JSON; returns its media type, one of those allowed, and the document."""
    media_type = _media_type(request)
    if media_type not in allowed:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-Type: allowed: {', '.join(allowed)}")
    return media_type, read_json(await request.body())


async def text_body(request: Request, allowed: str) -> str:
    """Read a body as text in UTF-8, which may begin with a mark that says so; `allowed` is its media type."""
    if _media_type(request) != allowed:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-Type: allowed: {allowed}")
    try:
        return (await request.body()).decode("utf-8-sig")
    except UnicodeError:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "the body is no text in UTF-8") from None


def read_json(body: bytes) -> Any:
    """Read JSON that every other program reads in the same way: no name twice, no NaN, nothing that is no text."""
    try:
        document = json.loads(body.decode(), object_pairs_hook=_each_name_once, parse_constant=_no_number)
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()  # half a character cannot be encoded
    except RecursionError:
        wrong = "is nested too deeply"
    except UnicodeError:
        wrong = "is no text in UTF-8"
    except json.JSONDecodeError as error:
        wrong = str(error)
    except ValueError as error:
        wrong = str(error).partition(";")[0]
    else:
        return document
    raise HTTPException(HTTPStatus.BAD_REQUEST, f"the body is no JSON: {wrong}")


def body_of(schema: dict[str, Any], media_types: Iterable[str] = (JSON,)) -> dict[str, Any]:
    """Return how a body that is read here is described in the API's own documentation."""
    return {"requestBody": {"required": True, "content": {name: {"schema": schema} for name in media_types}}}


def _media_type(request: Request) -> str:
    header = MediaType()
    header["Content-Type"] = (
        request.headers.get("content-type", "").replace("\n", " ").replace("\r", " ") or "none/none"
    )
    if header.get_content_charset("utf-8") not in {"utf-8", "utf8", "us-ascii"}:
        return ""
    return header.get_content_type()


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("an object has a name twice")
    return found


def _no_number(word: str) -> Never:
    raise ValueError(f"{word} is no number")
