"""A table of who may ask what of the local Telegram and the desk, held against the routes: all of them are asked.

All of it is for this machine alone: what another page asks through the person's browser, or under another name of the
host, is refused whatever it is.
"""

from collections.abc import AsyncIterator, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final, NamedTuple

import aiohttp
import pytest
from aiogram import Bot
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.database import Database
from bot.privacy import Cipher
from bot.sandbox import SANDBOX_TOKEN, Clock, LocalTelegram, opened_desk, sandbox_app, serving
from bot.sandbox.person_api import PAGE
from bot.world import World
from tests.bot.sandbox.playing import Phone


class For(Enum):
    """For whom a route is, of this machine."""

    BROWSER = "whoever opens the page"
    PHONE = "the played phones"
    BOT = "who has the bot's token"
    DESK = "the desk, as long as it is open"


class Way(NamedTuple):
    """A row: a route, for whom it is, the address that is asked, and what is sent."""

    methods: str
    route: str
    whom: For
    asks: str
    body: Any = None


WAYS: Final = (
    Way("POST", "/bot{token}/{method}", For.BOT, "bot{token}/sendMessage", {"chat_id": 1001, "text": "a"}),
    Way("GET", "/bot{token}/{method}", For.BOT, "bot{token}/getMe"),
    Way("GET", "/file/bot{token}/{path:path}", For.BOT, "file/bot{token}/{file}"),
    Way("GET", "/", For.BROWSER, ""),
    Way("GET", "/desk", For.BROWSER, "desk"),
    *(Way("GET", f"/{file.name}", For.BROWSER, file.name) for file in sorted(PAGE.glob("*")) if file.suffix != ".html"),
    Way("GET", "/people", For.PHONE, "people"),
    Way("POST", "/people", For.PHONE, "people", {"first_name": "Ұры"}),
    Way("GET", "/people/{person:int}", For.PHONE, "people/1001"),
    Way("PATCH", "/people/{person:int}", For.PHONE, "people/1001", {"first_name": "Ұры"}),
    Way("GET", "/people/{person:int}/bot", For.PHONE, "people/1001/bot"),
    Way("POST", "/people/{person:int}/messages", For.PHONE, "people/1001/messages", {"text": "Иә"}),
    Way(
        "POST", "/people/{person:int}/albums", For.PHONE, "people/1001/albums",
        {"kind": "document", "files": [{"content": "aGk="}, {"content": "aGk="}]},
    ),
    Way("PATCH", "/people/{person:int}/messages/{message:int}", For.PHONE, "people/1001/messages/1", {"text": "Жоқ"}),
    Way("POST", "/people/{person:int}/presses", For.PHONE, "people/1001/presses",
        {"message_id": 1, "data": "x", "force": True}),
    Way("GET", "/presses/{press}", For.PHONE, "presses/{press}"),
    Way("DELETE", "/people/{person:int}/messages/{message:int}", For.PHONE, "people/1001/messages/1"),
    Way("PUT", "/people/{person:int}/block", For.PHONE, "people/1001/block"),
    Way("DELETE", "/people/{person:int}/block", For.PHONE, "people/1001/block"),
    Way("PUT", "/people/{person:int}/account", For.PHONE, "people/1001/account"),
    Way("DELETE", "/people/{person:int}/account", For.PHONE, "people/1001/account"),
    Way("POST", "/groups", For.PHONE, "groups", {"title": "Отбасы", "members": [1001]}),
    Way("GET", "/chats/{chat}/messages", For.PHONE, "chats/1001/messages"),
    Way("GET", "/files/{file}", For.PHONE, "files/{file id}"),
    Way("GET", "/changes", For.PHONE, "changes"),
    Way("GET", "/calls", For.PHONE, "calls"),
    Way("DELETE", "/calls", For.PHONE, "calls"),
    Way("GET", "/faults", For.PHONE, "faults"),
    Way("POST", "/faults", For.PHONE, "faults", {"kind": "server_error", "method": "getMyName"}),
    Way("DELETE", "/faults", For.PHONE, "faults"),
    Way("GET", "/desk/key", For.DESK, "desk/key"),
    Way("GET", "/desk/regions", For.BROWSER, "desk/regions"),
    Way("GET", "/desk/clock", For.DESK, "desk/clock"),
    Way("PUT", "/desk/clock", For.DESK, "desk/clock", {"now": "2999-01-01T00:00:00+05:00"}),
    Way("DELETE", "/desk/clock", For.DESK, "desk/clock"),
)  # fmt: skip
TOO_FAR: Final = 409
"""How the desk refuses the year 2999: it was heard."""
OF_OTHERS: Final = (
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Host": "evil.example"}, 400),
)


def routes() -> Iterator[tuple[str, str]]:
    """Return every route with every method that it takes; HEAD is GET without the answer."""
    for route in sandbox_app().routes:
        assert isinstance(route, Route)
        yield from ((method, route.path) for method in sorted(route.methods or ()) if method != "HEAD")


def test_every_route_stands_in_the_table() -> None:
    assert sorted(routes()) == sorted((way.methods, way.route) for way in WAYS)


@pytest.fixture
async def app(telegram: LocalTelegram, tmp_path: Path, cipher: Cipher) -> AsyncIterator[Starlette]:
    """The local Telegram with the desk beside it."""
    async with Database.opened(f"sqlite:///{tmp_path / 'komek.sqlite3'}") as database:
        await database.migrate()
        async with opened_desk(World(database, cipher), Clock()) as desk:
            yield sandbox_app(telegram, desk)


@pytest.fixture
async def base(app: Starlette) -> AsyncIterator[str]:
    async with serving(app) as base:
        yield base


@pytest.fixture
async def places(base: str, bot: Bot, person: Phone) -> dict[str, str]:
    """What the braces of the table stand for: the chat has a text, a file and a press."""
    del base
    sent = await person.sends(document={"file_name": "a.txt", "content": "aGk="})
    press = await person.presses(1, "y", force=True)
    file = await bot.get_file(sent["document"]["file_id"])
    return {"token": SANDBOX_TOKEN, "file id": file.file_id, "file": file.file_path or "", "press": press["id"]}


def state_of(telegram: LocalTelegram) -> Any:
    """Return all that somebody could have changed."""
    chats = {number: repr(chat.messages) for number, chat in telegram.chats.items()}
    phones = [repr(one) for one in telegram.persons.values()]
    return chats, phones, len(telegram.calls), len(telegram.presses), repr(telegram.faults.pending())


async def asked(web: aiohttp.ClientSession, base: str, way: Way, names: dict[str, str], **headers: str) -> int:
    """Return the status of a call; a stream is left at its beginning."""
    address = f"{base}/{way.asks.format_map(names)}"
    async with web.request(way.methods, address, json=way.body, headers=headers) as answer:
        return answer.status


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.methods} {way.route}")
async def test_what_is_not_of_this_machine_is_refused_and_changes_nothing(
    way: Way, telegram: LocalTelegram, base: str, web: aiohttp.ClientSession, places: dict[str, str]
) -> None:
    before = state_of(telegram)
    for headers, status in OF_OTHERS:
        assert await asked(web, base, way, places, **headers) == status, headers
    assert state_of(telegram) == before
    assert await asked(web, base, way, places) in {200, 201, 204, TOO_FAR}


@pytest.mark.parametrize("way", [way for way in WAYS if way.whom is For.BOT], ids=lambda way: way.asks)
async def test_without_the_token_nobody_speaks_for_the_bot(
    way: Way, telegram: LocalTelegram, base: str, web: aiohttp.ClientSession, places: dict[str, str]
) -> None:
    before = state_of(telegram)
    for token, status in ((f"{SANDBOX_TOKEN}x", 401), (SANDBOX_TOKEN[:-1], 401), ("1000000:", 404), ("", 404)):
        assert await asked(web, base, way, {**places, "token": token}) == status
    assert state_of(telegram) == before


@pytest.mark.parametrize("way", [way for way in WAYS if way.whom is For.DESK], ids=lambda way: way.asks)
async def test_the_desk_is_there_for_this_machine_alone_and_only_with_the_authoritys_api_beside(
    way: Way, app: Starlette, telegram: LocalTelegram, web: aiohttp.ClientSession
) -> None:
    async def from_outside(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "client": ("192.0.2.7", 1234)}, receive, send)

    async with serving(app, within=from_outside) as base:
        assert await asked(web, base, way, {}) == 404
    async with serving(sandbox_app(telegram)) as base:
        assert await asked(web, base, way, {}) == 404
