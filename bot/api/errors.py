"""Errors: whatever is wrong with a request is answered as JSON, with a field and a message for each mistake."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from bot.casework.events import EventRejectedError


class Mistake(BaseModel):
    """One mistake: where it is, empty for the request as a whole, and what is wrong or allowed."""

    field: str
    message: str


class Mistakes(BaseModel):
    """Why a request was not carried out."""

    errors: list[Mistake]


DESCRIBED: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Mistakes, "description": "The body is no JSON, or no text in UTF-8"},
    401: {"model": Mistakes, "description": "There is no valid key"},
    403: {"model": Mistakes, "description": "The key has no right to this"},
    404: {"model": Mistakes, "description": "There is no such thing"},
    405: {"model": Mistakes, "description": "Another method is needed"},
    409: {"model": Mistakes, "description": "Several regions of the key have such a case: name the `region`"},
    413: {"model": Mistakes, "description": "The body is longer than 256 KiB"},
    415: {"model": Mistakes, "description": "The body is of another type"},
    422: {"model": Mistakes, "description": "A field is wrong"},
    429: {"model": Mistakes, "description": "Too fast: wait for the seconds of Retry-After"},
    503: {
        "model": Mistakes,
        "description": "The database takes nothing just now, as when the disk is full: nothing is confirmed. "
        "Send the same again after the seconds of Retry-After",
    },
}


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how errors are described in the API's own documentation."""
    return {status: DESCRIBED[status] for status in statuses}


OF_KEYS: Final = described(401, 403, 429, 503)
OF_BODIES: Final = described(400, 413, 415, 422)


def answer_errors(app: FastAPI) -> None:
    """Let an app answer every error in this shape."""
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_parameters)
    app.add_exception_handler(EventRejectedError, _of_fields)
    app.add_exception_handler(ClientDisconnect, _of_nobody)
    app.add_exception_handler(Exception, _of_ours)


def mistakes(
    status: int, errors: Sequence[Mapping[str, str]], headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return an answer that lists mistakes."""
    return JSONResponse({"errors": [dict(error) for error in errors]}, status, headers)


async def _of_http(_request: Request, wrong: Exception) -> JSONResponse:
    if not isinstance(wrong, HTTPException):
        raise wrong
    return mistakes(wrong.status_code, [{"field": "", "message": wrong.detail}], wrong.headers)


async def _of_parameters(_request: Request, wrong: Exception) -> JSONResponse:
    if not isinstance(wrong, RequestValidationError):
        raise wrong
    return mistakes(422, [{"field": str(error["loc"][-1]), "message": error["msg"]} for error in wrong.errors()])


async def _of_fields(_request: Request, wrong: Exception) -> JSONResponse:
    if not isinstance(wrong, EventRejectedError):
        raise wrong
    return mistakes(wrong.status, wrong.errors)


async def _of_nobody(_request: Request, _wrong: Exception) -> JSONResponse:
    """Whoever asked has hung up before the body was there: nobody reads this, and nothing is wrong here."""
    return mistakes(400, [{"field": "", "message": "the body did not arrive"}])


async def _of_ours(_request: Request, _wrong: Exception) -> JSONResponse:
    """The server writes the error into the log; the caller learns nothing of the program's inside."""
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return mistakes(status, [{"field": "", "message": status.phrase}])
