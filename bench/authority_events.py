"""Events of the authority through its API: how many a second, and how long each takes, with one key and a hundred."""

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import count, cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Annotated, Any, Final, NamedTuple

import aiohttp
from fastapi import FastAPI, HTTPException, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from bench.figures import AtLeast, Figure
from bench.filled import let_families_follow
from bench.known_people import world_in
from bench.processes import child, cores_of, received
from bench.turns import ratios
from bot.api import api_app
from bot.api.authentication import Rate
from bot.app import stop_asked
from bot.serving import serving
from bot.store import authority_keys, inbox
from bot.store.authority_keys import AuthorityKey
from bot.world import World, utc_now

NAME: Final = "events_through_the_api"
LIMIT: Final = AtLeast(0.15)
REGION: Final = "KZ-79"
SOURCE: Final = "/bench"
END: Final = date(2027, 12, 31)
KEYS: Final = 100
LIFTED: Final = Rate(a_second=1_000_000, at_once=1_000_000)
ONE_KEY, MANY_KEYS, BARE = "one_key", "hundred_keys", "bare"
PATH: Final = "/v1/events"
MEASURED: Final = (
    "events by HTTP to a process on SQLite (WAL, synchronous=FULL), {at_once} at a time: by turns a case is opened, "
    "the application is received, and what another family gets is suspended, of which a notice is queued; how fast a "
    "key may ask is lifted; events for each second of its core with {keys} keys, against a bare FastAPI call in a "
    "process of its own that looks up the same keys and notes the event's id durably; {events} a slice, by turns with "
    "one key alone, medians of {rounds} rounds; by the clock beside it"
)


class Server(NamedTuple):
    """A process that takes events: its number, its address and the keys that it knows."""

    process: int
    base: str
    secrets: Sequence[str]


@dataclass
class Taken:
    """Of each slice, events a second and for a second of the server's core; the seconds of each event."""

    per_second: list[float] = field(default_factory=list)
    per_core_second: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def ms_within(self, share: float) -> float:
        """Return the milliseconds within which so great a share of all was answered."""
        return sorted(self.seconds)[int(len(self.seconds) * share)] * 1000


async def authority_events(folder: Path, events: int = 600, rounds: int = 5, at_once: int = 8) -> Figure:
    """Measure so many events a slice."""
    numbers, taken = count(), {name: Taken() for name in (ONE_KEY, MANY_KEYS, BARE)}
    families = events * rounds * len(taken)
    async with _server(folder, families, is_bare=False) as ours, _server(folder, 1, is_bare=True) as bare:
        turns = {ONE_KEY: (ours, ours.secrets[:1]), MANY_KEYS: (ours, ours.secrets), BARE: (bare, bare.secrets)}
        for number in range(rounds):
            for name in list(turns)[:: 1 if number % 2 else -1]:
                server, secrets = turns[name]
                await _slice(server, secrets, list(islice(_events(numbers), events)), at_once, taken[name])
    return _figure(taken, events, rounds, at_once)


def _events(numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    """Yield what happens in one case after the other."""
    today = utc_now().date().isoformat()
    for number in numbers:
        case, of_family = {"case_id": f"79-{number}", "region": REGION}, {"case_id": f"f{number}", "region": REGION}
        for kind, data in (
            ("case.opened", {**case, "applied_on": today}),
            ("case.status", {**case, "status": "received", "on": today}),
            ("case.status", {**of_family, "status": "suspended", "on": today, "note": "Анықтама мерзімі өтті"}),
        ):
            yield {
                "specversion": "1.0",
                "id": f"{data['case_id']}-{kind}",
                "source": SOURCE,
                "type": f"kz.komek.{kind}",
                "data": data,
            }


async def _slice(
    server: Server, secrets: Sequence[str], events: Sequence[dict[str, Any]], at_once: int, taken: Taken
) -> None:
    """Send events, those of one case one after the other, and note how fast they were taken."""
    keys, cases = cycle(secrets), iter([events[place : place + 3] for place in range(0, len(events), 3)])
    async with aiohttp.ClientSession(server.base) as http:

        async def one_after_another() -> None:
            for case in cases:
                for event in case:
                    began = time.perf_counter()
                    headers = {"Authorization": f"Bearer {next(keys)}"}
                    async with http.post(PATH, json=event, headers=headers) as answer:
                        if answer.status != 202:  # noqa: PLR2004, accepted
                            raise RuntimeError(f"{event['type']}: {answer.status} {await answer.text()}")
                    taken.seconds.append(time.perf_counter() - began)

        began, at_first = time.perf_counter(), cores_of(server.process)
        await asyncio.gather(*(one_after_another() for _ in range(at_once)))
        taken.per_second.append(len(events) / (time.perf_counter() - began))
        taken.per_core_second.append(len(events) / (cores_of(server.process) - at_first))


@asynccontextmanager
async def _server(folder: Path, families: int, *, is_bare: bool) -> AsyncIterator[Server]:
    here, there = multiprocessing.Pipe()
    async with child(_serve, there, folder / ("bare" if is_bare else "events"), families, is_bare) as process:
        base, secrets = await asyncio.to_thread(received, here)
        yield Server(process, base, secrets)


def _serve(connection: Connection, folder: Path, families: int, is_bare: bool) -> None:  # noqa: FBT001, across processes
    folder.mkdir()
    asyncio.run(_until_stopped(connection, folder, families, is_bare=is_bare))


async def _until_stopped(connection: Connection, folder: Path, families: int, *, is_bare: bool) -> None:
    stop = stop_asked()
    async with world_in(folder) as world:
        await let_families_follow(world, range(families), END)
        async with world.database.transaction() as transaction:
            may = frozenset({REGION}), frozenset({"events"})
            keys = [AuthorityKey(f"key-{number}", *may) for number in range(KEYS)]
            secrets = [await authority_keys.add(transaction, key, world.now()) for key in keys]
        app = bare_app(world) if is_bare else api_app(world, _nobody, LIFTED)
        async with serving(app, "127.0.0.1", 0) as base:
            connection.send((base, secrets))
            await stop.wait()


async def _nobody() -> str:
    return "komek_local_bot"


def bare_app(world: World) -> FastAPI:
    """Return the least that takes an event: it knows whose key it is, and notes the id on the disk."""
    app = FastAPI(openapi_url=None)
    bearer = HTTPBearer()

    @app.post(PATH, status_code=202)
    async def take(
        event: dict[str, Any], given: Annotated[HTTPAuthorizationCredentials, Security(bearer)]
    ) -> dict[str, str]:
        async with world.database.reading() as connection:
            key = await authority_keys.find(connection, given.credentials)
        if key is None:
            raise HTTPException(401)
        async with world.database.statement() as connection:
            await inbox.note(connection, REGION, event["source"], event["id"], "", world.now())
        return {"id": event["id"], "status": "accepted"}

    return app


def _figure(taken: dict[str, Taken], events: int, rounds: int, at_once: int) -> Figure:
    ours, one_key, bare = taken[MANY_KEYS], taken[ONE_KEY], taken[BARE]
    return Figure(
        NAME,
        median(ours.per_core_second),
        "events/s of a core",
        LIMIT,
        MEASURED.format(at_once=at_once, keys=KEYS, events=events, rounds=rounds),
        yardstick=median(bare.per_core_second),
        ratio=median(ratios(ours.per_core_second, bare.per_core_second)),
        details={
            "by_clock": {name: median(of.per_second) for name, of in taken.items()},
            "hundred_keys_over_one": median(ratios(ours.per_core_second, one_key.per_core_second)),
            "median_ms": {name: of.ms_within(0.5) for name, of in taken.items()},
            "p99_ms": {name: of.ms_within(0.99) for name, of in taken.items()},
            "events": {name: len(of.seconds) for name, of in taken.items()},
        },
    )
