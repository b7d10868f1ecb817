"""Telegram's webhook: an update is durable before Telegram hears that it was taken.

Telegram sends again whatever is not answered with 200, and holds back what comes behind it. So what only the database
refuses gets 503 and comes again, and what is no update gets 200: sent once more it would be none either, and nobody but
Telegram knows the secret.
"""

import asyncio
import json
import secrets
import time
from http import HTTPStatus
from typing import Any, Final

import structlog
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.errors import DeadlockError
from bot.store import waiting_updates
from bot.telegram.taken import RawUpdate, sender_of
from bot.watching.origin import coming_of, of_update
from bot.world import World

log = structlog.get_logger("komek.telegram")
HEADER: Final = b"x-telegram-bot-api-secret-token"
LONGEST_BODY: Final = 1024 * 1024
"""In bytes; a text of the greatest length that quotes another one is far below."""
KEEP_WITHIN_S: Final = 10.0
"""So long the database may take to keep an update: Telegram waits a minute, and then sends it again."""
RETRY_AFTER_S: Final = 1
LOGGED_EVERY_S: Final = 60.0
"""Strangers may knock as often as they like."""


class Webhook:
    """Takes the updates that Telegram sends to a path; whatever is sent to another one is the other app's."""

    def __init__(self, other: ASGIApp, path: str, secret: str, world: World) -> None:
        self._other, self._path, self._secret, self._world = other, path, secret.encode(), world
        self._logged_at = dict[str, float]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] != self._path:
            await self._other(scope, receive, send)
            return
        status = await self._answer(scope, receive)
        wait = {"Retry-After": str(RETRY_AFTER_S)} if status is HTTPStatus.SERVICE_UNAVAILABLE else None
        await PlainTextResponse(status.phrase, status, wait)(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> HTTPStatus:
        if scope["method"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        if not secrets.compare_digest(dict(scope["headers"]).get(HEADER, b""), self._secret):
            self._log("webhook_refused")
            return HTTPStatus.FORBIDDEN
        update = update_in(await _body(receive))
        if update is None:
            log.warning("no_update_came")
            return HTTPStatus.OK
        with coming_of(of_update(update["update_id"])):
            return await self._keep(update)

    async def _keep(self, update: RawUpdate) -> HTTPStatus:
        world = self._world
        try:
            async with asyncio.timeout(KEEP_WITHIN_S), world.database.statement() as connection:
                await waiting_updates.take(connection, world.cipher, sender_of(update), update, world.now())
        except Exception as fault:
            is_away = isinstance(fault, TimeoutError | DeadlockError) or world.database.is_temporary(fault)
            if not is_away:
                raise
            self._log("updates_wait_at_telegram", error=type(fault).__name__)
            return HTTPStatus.SERVICE_UNAVAILABLE
        log.debug("update_taken")
        world.arrived.set()
        return HTTPStatus.OK

    def _log(self, event: str, **told: str) -> None:
        now = time.monotonic()
        if now - self._logged_at.get(event, -LOGGED_EVERY_S) >= LOGGED_EVERY_S:
            self._logged_at[event] = now
            log.warning(event, **told)


def update_in(body: bytes | None) -> RawUpdate | None:
    """Return the update that a body holds; None where it holds none that has a number of Telegram's."""
    try:
        read: Any = json.loads(body or b"")
        json.dumps(read, ensure_ascii=False).encode()  # half a character can be read, and never be kept
    except (ValueError, RecursionError):
        return None
    number = read.get("update_id") if isinstance(read, dict) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63
    return read if is_number else None


async def _body(receive: Receive) -> bytes | None:
    """Read a body to its end; None where it is too long, of which nothing is held."""
    read, length = bytearray(), 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        length += len(part)
        if length <= LONGEST_BODY:
            read += part
        if not message.get("more_body"):
            return bytes(read) if length <= LONGEST_BODY else None
