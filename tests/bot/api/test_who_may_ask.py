"""A table of who may ask what over HTTP, held against the routes that there are: all are asked, by everybody."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, Final, NamedTuple

import aiohttp
import pytest
from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount

from bot import casework
from bot.api import api_app
from bot.casework import Shown
from bot.store import offer_files
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import ALL_SCOPES, ASTANA, OPENED, SHYMKENT, Authority
from tests.bot.api.conftest import AIGUL, MakeAuthority, follows
from tests.bot.api.offer_rows import HEADER, IN_TIME, row
from tests.handlers.tables import changed, stored

ANYBODY: Final = frozenset[str]()
EVENTS: Final = frozenset({"events"})
READERS: Final = frozenset({"events", "changes"})
CHANGES: Final = frozenset({"changes"})
LINES: Final = frozenset({"lines"})
CSV: Final = "text/csv"
JSON: Final = "application/json"
TITLE: Final = "Аспаз"
LINE: Final = {"tenge": 50_000, "source": "order of the akimat"}
VERBS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Way(NamedTuple):
    """A row: a route, the scopes of which a key needs one (none: it needs no key), and what a key elsewhere gets.

    `asks`: the address that is asked, with what is the akimat's own in braces.
    """

    method: str
    route: str
    scopes: frozenset[str]
    asks: str = ""
    elsewhere: int = 200
    content: Any = None
    media_type: str = JSON


NEW_CASE: Final = OPENED | {"data": {**OPENED["data"], "case_id": "79-77"}, "id": "e77"}
WAYS: Final = (
    Way("POST", "/v1/events", EVENTS, "", 403, NEW_CASE),
    Way("POST", "/v1/cases/{case_id:path}/link", EVENTS, "/v1/cases/79-1/link", 404, {"member_label": None}),
    Way("GET", "/v1/cases/{case_id:path}", READERS, "/v1/cases/79-1", 404),
    Way("GET", "/v1/cases", READERS),
    Way("GET", "/v1/waiting", READERS),
    Way("GET", "/v1/changes", CHANGES),
    Way("GET", "/v1/offers", READERS),
    Way("GET", "/v1/offers.csv", READERS),
    Way(
        "POST", "/v1/offers/batch", EVENTS, "/v1/offers/batch?dry_run=false", 200,
        f"{HEADER}\r\n{row(offer_id='o2')}", CSV,
    ),
    Way("GET", "/v1/files/{file_id}", READERS, "/v1/files/{file}", 404),
    Way("GET", "/v1/poverty-lines", LINES, "/v1/poverty-lines?quarter=2026-Q4"),
    Way("PUT", "/v1/poverty-lines/{region}/{quarter}", LINES, "/v1/poverty-lines/KZ-79/2026-Q4", 403, LINE),
    Way("GET", "/healthz", ANYBODY),
    Way("HEAD", "/healthz", ANYBODY),
    Way("GET", "/readyz", ANYBODY),
    Way("HEAD", "/readyz", ANYBODY),
    Way("GET", "/metrics", ANYBODY),
    Way("GET", "/openapi.json", ANYBODY),
    Way("HEAD", "/openapi.json", ANYBODY),
    Way("GET", "/docs", ANYBODY),
    Way("GET", "/docs/files", ANYBODY, "/docs/files/swagger-ui.css"),
)  # fmt: skip
OF_KEYS: Final = [way for way in WAYS if way.scopes]


def routes(app: FastAPI | Any) -> Iterator[tuple[str, str]]:
    """Return every route with every method that it takes; what is mounted is one that only reads."""
    for route in app.routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from routes(included)
        elif isinstance(route, Mount):
            yield "GET", route.path
        else:
            yield from ((method, path_of(route)) for method in sorted(getattr(route, "methods", ())))


def path_of(route: BaseRoute) -> str:
    path: str = getattr(route, "path", "")
    return path


def test_every_route_stands_in_the_table(world: World) -> None:
    async def bot_name() -> str:
        return "komek_bot"

    assert sorted(routes(api_app(world, bot_name))) == sorted((way.method, way.route) for way in WAYS)


@pytest.fixture
async def file_id(akimat: Authority, world: World) -> str:
    """A file that was sent with the wish to be excused from a job, in a case of the akimat."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    offer = {
        "case_id": "79-1", "offer_id": "o1", "member_label": "Айгүл", "measure": "vacancy", "title": TITLE,
        "place": "Шымкент", "respond_by": IN_TIME, "contact": "Сәуле",
    }  # fmt: skip
    assert (await akimat.tells("offer.made", **offer)).status == 202
    async with world.database.transaction() as transaction:
        file_id = await offer_files.keep(
            transaction,
            world.cipher,
            offer=1,
            person_id=AIGUL,
            name="a.jpg",
            media_type="image/jpeg",
            content=b"ill",
            now=world.now(),
        )
    await casework.ask_to_be_excused(world, 1, 0, AIGUL, Shown("kk", 1, ""), Excuse.OTHER, "ауырдым", [file_id])
    return file_id


class Asked(NamedTuple):
    """What came of a call: its status, what was read, and the tables that are not as they were."""

    status: int
    text: str
    differs: set[str]


class Caller(NamedTuple):
    """Somebody with a key or without one."""

    web: aiohttp.ClientSession
    base: str
    key: str | None
    world: World
    file_id: str

    async def asks(self, way: Way, method: str = "") -> Asked:
        """Ask what a row says, maybe by another method."""
        content = way.content if way.content is None or isinstance(way.content, str) else None
        document = None if content is not None or way.content is None else way.content
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        headers |= {"Content-Type": way.media_type} if content is not None else {}
        path = (way.asks or way.route).replace("{file}", self.file_id)
        before = await stored(self.world.database)
        asked = self.web.request(method or way.method, self.base + path, headers=headers, data=content, json=document)
        async with asked as answer:
            text = await answer.text(errors="replace")
        return Asked(answer.status, text, set(changed(before, await stored(self.world.database), 0)))


def mark_of(way: Way) -> str:
    """Return what the akimat finds in the answer to a call that another region may make, too, and that one does not."""
    return SHYMKENT if way.scopes == LINES else "o2" if way.method == "POST" else "79-1"


@pytest.mark.parametrize("way", OF_KEYS, ids=lambda way: f"{way.method} {way.route}")
async def test_a_route_answers_the_keys_that_may_and_tells_the_others_nothing(
    way: Way, make_authority: MakeAuthority, akimat: Authority, world: World, file_id: str
) -> None:
    """Nothing changes by those who may not, and they read nothing of the family."""
    keys = {scope: (await make_authority(scope, (SHYMKENT,), (scope,))).key for scope in ALL_SCOPES}
    elsewhere = (await make_authority("astana", (ASTANA,))).key
    who = {None: 401, "komek_wrong": 401, elsewhere: way.elsewhere}
    who |= {key: 403 for scope, key in keys.items() if scope not in way.scopes}
    for key, status in who.items():
        asked = await Caller(akimat.web, akimat.base, key, world, file_id).asks(way)
        assert (asked.status, asked.differs) == (status, set()), (key == elsewhere, asked)
        assert not [word for word in (TITLE, "Айгүл", "ауырдым") if word in asked.text]
        is_list = way.method == "GET" and way.elsewhere == HTTPStatus.OK
        assert not (is_list and status == HTTPStatus.OK and mark_of(way) in asked.text), (way, asked)
    for scope in way.scopes:
        asked = await Caller(akimat.web, akimat.base, keys[scope], world, file_id).asks(way)
        assert way.elsewhere != HTTPStatus.OK or mark_of(way) in asked.text, (way, asked)
        assert asked.status in {200, 201, 202}, (scope, asked)
        assert bool(asked.differs) == (way.method != "GET"), (scope, asked)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.method} {way.route}")
async def test_a_route_takes_no_other_method(way: Way, akimat: Authority, world: World, file_id: str) -> None:
    taken = {other.method for other in WAYS if (other.asks or other.route) == (way.asks or way.route)} | {"HEAD"}
    for method in set(VERBS) - taken:
        asked = await Caller(akimat.web, akimat.base, akimat.key, world, file_id).asks(way, method)
        assert (asked.status in {404, 405}, asked.differs) == (True, set()), (method, asked)


@pytest.mark.parametrize("way", [way for way in WAYS if not way.scopes], ids=lambda way: f"{way.method} {way.route}")
async def test_what_needs_no_key_tells_nothing_of_anybody(
    way: Way, akimat: Authority, world: World, file_id: str
) -> None:
    asked = await Caller(akimat.web, akimat.base, None, world, file_id).asks(way)
    assert (asked.status, asked.differs - {"health"}) == (200, set())
    assert not [word for word in ("ауырдым", file_id, "akimat/") if word in asked.text]
