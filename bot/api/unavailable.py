"""While the database takes nothing, every call says so: nothing is confirmed, and the same may be sent again."""

import time
from http import HTTPStatus
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.errors import mistakes
from bot.errors import DeadlockError
from bot.world import World

log = structlog.get_logger("komek.api")

RETRY_AFTER_S: Final = 10
AWAY: Final = "the database takes nothing just now: nothing is confirmed, send the same again later"
LOGGED_EVERY_S: Final = 60.0
"""A disk is full for hours, and the log lies on a disk as well."""


class Unavailable:
    """Answers 503 where a call met with a fault of the way to the database: a full disk, no connection, no writes."""

    def __init__(self, app: ASGIApp, world: World) -> None:
        self._app, self._world = app, world
        self._logged_at = -LOGGED_EVERY_S

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        has_begun = False

        async def sent(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception as fault:
            is_away = isinstance(fault, DeadlockError) or self._world.database.is_temporary(fault)
            if has_begun or not is_away:
                raise
            self._log(fault)
            told = mistakes(
                HTTPStatus.SERVICE_UNAVAILABLE,
                [{"field": "", "message": AWAY}],
                {"Retry-After": str(RETRY_AFTER_S)},
            )
            await told(scope, receive, send)

    def _log(self, fault: Exception) -> None:
        now = time.monotonic()
        if now - self._logged_at >= LOGGED_EVERY_S:
            self._logged_at = now
            log.warning("call_refused_by_the_database", error=type(fault).__name__)
