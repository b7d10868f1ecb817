"""Who asks: a bearer key with its regions and scopes, and how fast it may ask."""

import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import Depends, HTTPException, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.casework.events import EventRejectedError
from bot.store import authority_keys
from bot.store.authority_keys import AuthorityKey
from bot.world import World

SECOND_NS: Final = 1_000_000_000
bearer: Final = HTTPBearer(auto_error=False, description="a key made by `komek key add`")


@dataclass(frozen=True)
class Rate:
    """How many requests a key may send a second, and how many at once after a pause."""

    a_second: int = 50
    at_once: int = 200


class Allowance:
    """Counts the requests of each key, in this process.

    A request takes its share of a second from the time at which the key will have asked as fast as it may.
    """

    def __init__(self, rate: Rate) -> None:
        self._share_ns = SECOND_NS // rate.a_second
        self._most_ns = self._share_ns * rate.at_once
        self._used_until_ns: dict[str, int] = {}

    def seconds_to_wait(self, name: str) -> int:
        """Take one request from what a key may ask; when nothing is left, after how many seconds there is."""
        now = time.monotonic_ns()
        used_until = max(self._used_until_ns.get(name, now), now) + self._share_ns
        if used_until > now + self._most_ns:
            return math.ceil((used_until - now - self._most_ns) / SECOND_NS)
        self._used_until_ns[name] = used_until
        return 0


def world_of(request: Request) -> World:
    """Return the world that the app was made with."""
    world: World = request.app.state.world
    return world


WorldOf = Annotated[World, Depends(world_of)]


async def key_of(
    request: Request, world: WorldOf, given: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)]
) -> AuthorityKey:
    """Return the key that a request shows, if it is valid and may ask again already."""
    async with world.database.reading() as connection:
        key = await authority_keys.find(connection, given.credentials) if given else None
    if key is None:
        status = HTTPStatus.UNAUTHORIZED
        raise HTTPException(status, status.phrase, {"WWW-Authenticate": "Bearer"})
    seconds = request.app.state.allowance.seconds_to_wait(key.name)
    if seconds:
        status = HTTPStatus.TOO_MANY_REQUESTS
        raise HTTPException(status, status.phrase, {"Retry-After": str(seconds)})
    _expect_known_query(request)
    return key


def _expect_known_query(request: Request) -> None:
    """Refuse a name that the call does not read: whoever writes `regoin=` would take all regions for the one."""
    allowed = [parameter.alias for parameter in request.scope["route"].dependant.query_params]
    for name in request.query_params:
        if len(request.query_params.getlist(name)) > 1:
            raise EventRejectedError(name, "is given more than once in the address")
        if name not in allowed:
            raise EventRejectedError(name, f"is unknown; allowed in the address: {', '.join(allowed) or 'nothing'}")


def with_scope(*scopes: str) -> Callable[..., Awaitable[AuthorityKey]]:
    """Return the dependency on a key that has one of these scopes."""

    async def key_with_scope(key: Annotated[AuthorityKey, Depends(key_of)]) -> AuthorityKey:
        if key.scopes.isdisjoint(scopes):
            raise forbidden()
        return key

    return key_with_scope


def forbidden() -> HTTPException:
    """Return the refusal of a key that is valid but not for this; it says no more than that."""
    return HTTPException(HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN.phrase)


EventsKey = Annotated[AuthorityKey, Depends(with_scope("events"))]
ChangesKey = Annotated[AuthorityKey, Depends(with_scope("changes"))]
CasesKey = Annotated[AuthorityKey, Depends(with_scope("events", "changes"))]
LinesKey = Annotated[AuthorityKey, Depends(with_scope("lines"))]
