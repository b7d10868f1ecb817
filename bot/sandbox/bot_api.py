"""The bot's side over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import re
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.sandbox.call_log import LoggedCall
from bot.sandbox.calls import Parameters, read_parameters
from bot.sandbox.errors import BotApiError, bad_request, forbidden, not_found, too_many_requests
from bot.sandbox.faults import Fault
from bot.sandbox.methods import perform
from bot.sandbox.telegram import LocalTelegram
from bot.serving import TRANSPORT

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
"""Where the server that runs the app puts the connection into the ASGI scope, so that it can be cut."""


class CutConnection(Response):
    """No answer: the connection ends, as when the network fails."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Abort the connection and wait until the server has noticed."""
        transport: asyncio.Transport | None = scope.get(TRANSPORT)
        if transport is None:  # another server runs the app: the best that ASGI allows is a broken answer
            head = [(b"content-length", b"1")]
            await send({"type": "http.response.start", "status": 500, "headers": head})
            return
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


async def receive_call(request: Request) -> Response:
    """One call of the bot, with the misfortunes that were ordered for it.

    Telegram takes every method by GET as well. Here that is left to what only reads: any web page can make a browser
    get an address.
    """
    telegram: LocalTelegram = request.app.state.telegram
    method = request.path_params["method"]
    try:
        _check_token(telegram, request.path_params["token"])
        _check_verb(request.method, method)
        parameters = await read_parameters(request)
    except BotApiError as error:
        return JSONResponse(error.envelope(), error.code)
    logged = telegram.calls.add(method, parameters)
    fault = telegram.faults.strike(method, parameters)
    if fault is not None and fault.kind == "cut_before":
        return CutConnection()
    status, body = await _outcome(telegram, method, parameters, fault)
    if fault is not None and fault.kind == "cut_after":
        return CutConnection()
    return _answer(logged, status, body)


async def send_file(request: Request) -> Response:
    """A file that getFile named."""
    telegram: LocalTelegram = request.app.state.telegram
    try:
        _check_token(telegram, request.path_params["token"])
    except BotApiError as error:
        return JSONResponse(error.envelope(), error.code)
    file = telegram.files.by_path(request.path_params["path"])
    if file is None:
        return JSONResponse(not_found().envelope(), 404)
    return Response(file.content, media_type="application/octet-stream")


async def _outcome(
    telegram: LocalTelegram, method: str, parameters: Parameters, fault: Fault | None
) -> tuple[int, dict[str, Any]]:
    error = _ordered_error(fault)
    if error is not None:
        return error.code, error.envelope()
    if fault is not None and fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    outcome = await perform(telegram, method, parameters)
    telegram.settle()
    return outcome


def _ordered_error(fault: Fault | None) -> BotApiError | None:
    if fault is None:
        return None
    errors = {
        "too_many_requests": too_many_requests(fault.retry_after),
        "server_error": BotApiError(500, "Internal Server Error"),
        "deactivated": forbidden("user is deactivated"),
        "chat_not_found": bad_request("chat not found"),
    }
    return errors.get(fault.kind)


def _answer(logged: LoggedCall, status: int, body: dict[str, Any]) -> Response:
    logged.status = status
    logged.description = body.get("description")
    return JSONResponse(body, status)


def _check_token(telegram: LocalTelegram, token: str) -> None:
    if not TOKEN.fullmatch(token):
        raise not_found()
    if not secrets.compare_digest(token, telegram.token):
        raise BotApiError(401, "Unauthorized")


def _check_verb(verb: str, method: str) -> None:
    only_reads = method.lower().startswith("get") and method.lower() != "getupdates"
    if verb == "GET" and not only_reads:
        raise BotApiError(405, "Method Not Allowed: this one is to be posted")


ROUTES = [
    Route("/bot{token}/{method}", receive_call, methods=["GET", "POST"]),
    Route("/file/bot{token}/{path:path}", send_file, methods=["GET"]),
]
