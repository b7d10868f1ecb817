"""Who asks: a bearer key with its regions and scopes, and how fast it may ask."""

import ipaddress
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Final

import structlog
from fastapi import Depends, HTTPException, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bot.casework.events import EventRejectedError
from bot.store import authority_keys
from bot.store.authority_keys import AuthorityKey
from bot.world import World

log = structlog.get_logger("komek.api")
SECOND_NS: Final = 1_000_000_000
IPV6: Final = 6
bearer: Final = HTTPBearer(auto_error=False, description="a key made by `komek key add`")


@dataclass(frozen=True)
class Rate:
    """How many requests a key may send a second, and how many at once after a pause."""

    a_second: int = 50
    at_once: int = 200


OF_WRONG_KEYS: Final = Rate(a_second=1, at_once=100)
"""How many wrong keys an address may show: more than any slip needs, and far fewer than a guess."""
MOST_ADDRESSES: Final = 10_000
"""So many addresses are remembered; of more, those are forgotten that were heard of longest ago."""
LOGGED_EVERY_S: Final = 60.0


class Allowance:
    """Counts the requests of each key, or address, in this process; of so many names at most.

    Each process defends its own loop, and by its few connections what it asks of the database. A count that all of them
    shared would make a write of every read and of every refusal, and let the requests of a key wait for one another.

    A request takes its share of a second from the time at which the key will have asked as fast as it may.
    """

    def __init__(self, rate: Rate, most_names: int = MOST_ADDRESSES) -> None:
        self._share_ns = SECOND_NS // rate.a_second
        self._most_ns = self._share_ns * rate.at_once
        self._used_until_ns: dict[str, int] = {}
        self._most_names = most_names

    def __len__(self) -> int:
        """Return how many names are remembered."""
        return len(self._used_until_ns)

    def seconds_to_wait(self, name: str) -> int:
        """Take one request from what a key may ask; when nothing is left, after how many seconds there is."""
        now = time.monotonic_ns()
        used_until = max(self._used_until_ns.pop(name, now), now)
        wanted_until = used_until + self._share_ns
        is_granted = wanted_until <= now + self._most_ns
        self._used_until_ns[name] = wanted_until if is_granted else used_until  # the last one heard of stands last
        if len(self._used_until_ns) > self._most_names:
            del self._used_until_ns[next(iter(self._used_until_ns))]
        return 0 if is_granted else math.ceil((wanted_until - now - self._most_ns) / SECOND_NS)


class WrongKeys:
    """Counts wrong keys for each address from which they come: whoever shows a right one never meets with it."""

    def __init__(self, rate: Rate = OF_WRONG_KEYS) -> None:
        self._allowance = Allowance(rate)
        self._logged_at = -math.inf
        self._count = 0

    def seconds_to_wait(self, address: str) -> int:
        """Count one, and return after how many seconds the next is looked at; 0 when it may come at once."""
        seconds = self._allowance.seconds_to_wait(_network_of(address))
        self._count += 1
        if seconds and time.monotonic() - self._logged_at >= LOGGED_EVERY_S:  # one line, however many there are
            log.warning("wrong_keys", count=self._count)
            self._logged_at, self._count = time.monotonic(), 0
        return seconds


def _network_of(address: str) -> str:
    """Return an address, of version 6 the network that one customer has."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(ipaddress.ip_network(f"{known}/64", strict=False)) if known.version == IPV6 else address


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
        address = request.client.host if request.client else ""
        _expect_patience(request.app.state.wrong_keys.seconds_to_wait(address))
        status = HTTPStatus.UNAUTHORIZED
        raise HTTPException(status, status.phrase, {"WWW-Authenticate": "Bearer"})
    _expect_patience(request.app.state.allowance.seconds_to_wait(key.name))
    _expect_known_query(request)
    return key


def _expect_patience(seconds: int) -> None:
    if seconds:
        status = HTTPStatus.TOO_MANY_REQUESTS
        raise HTTPException(status, status.phrase, {"Retry-After": str(seconds)})


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
