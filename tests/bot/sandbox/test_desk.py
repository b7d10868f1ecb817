"""The authority's desk: what it serves, and the key that it hands to its page."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet
from starlette.types import Receive, Scope, Send

import bot.sandbox
import bot.serving
from bot.api import api_app
from bot.database import Database
from bot.privacy import Cipher
from bot.sandbox import desk_key, sandbox_app, serving
from bot.store import authority_keys
from bot.store.authority_keys import SCOPES
from bot.world import World
from rules.regions import REGIONS

PAGE = Path(bot.sandbox.__file__).parent / "page"
DESK = ("desk.html", "desk.css", "desk.js", "desk-api.js", "desk-words.js")
Get = Callable[[str], Awaitable[tuple[int, str]]]


def script(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A database on disk, as a newcomer has it."""
    async with Database.opened(f"sqlite:///{tmp_path / 'komek.sqlite3'}") as database:
        await database.migrate()
        yield World(database, Cipher([Fernet.generate_key().decode()]))


@pytest.fixture
async def beside(world: World) -> AsyncIterator[str]:
    """The address of the authority's API with the sandbox below it, on one port, as the program serves them."""

    async def bot_name() -> str:
        return "komek_bot"

    async with desk_key(world) as key:
        api, local = api_app(world, bot_name), sandbox_app(desk_key=key)
        api.mount("/", local)
        async with serving(local, within=api) as base:
            yield base


# The page


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("desk", "text/html"), *((name, "text/css" if name.endswith("css") else "text/javascript") for name in DESK[1:])],
)
async def test_every_part_of_the_page_is_served_under_the_strict_policy(
    base: str, web: aiohttp.ClientSession, path: str, media_type: str
) -> None:
    """The desk may load nothing but its own files, and no other page may frame it."""
    async with web.get(f"{base}/{path}") as part:
        assert (part.status, part.content_type) == (200, media_type)
        policy = part.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_the_chat_page_leads_to_the_desk_and_back() -> None:
    assert 'href="desk"' in script("index.html")
    assert 'href="./"' in script("desk.html")


def test_the_desk_speaks_both_languages_completely() -> None:
    """The same words in Kazakh and Russian, and every word that the page asks for is among them."""
    kazakh, russian = (re.findall(r"(\w+): (?=[\"{])", part) for part in script("desk-words.js").split("const RUSSIAN"))
    assert kazakh == russian
    used = set(re.findall(r'data-(?:word|label)="(\w+)"', script("desk.html")))
    for several in re.findall(r'data-words="([\w ]+)"', script("desk.html")):
        used |= set(several.split())
    used |= set(re.findall(r'\bword\("(\w+)"\)', script("desk.js")))
    assert used <= set(kazakh)


def test_the_desk_knows_every_word_of_the_api() -> None:
    """Statuses, grounds, conclusions and kinds of changes are never shown as the API's own words."""
    from bot.store.outbox import Settled  # noqa: PLC0415, beside its only use
    from rules.case import CaseStatus  # noqa: PLC0415
    from rules.refusals import Ground  # noqa: PLC0415

    known = set(re.findall(r"(\w+): (?=[\"{])", script("desk-words.js")))
    kinds = {"joined", "left", "delivered", "opened", "undeliverable", "visit_confirmed", "visit_move_requested"}
    words = {*CaseStatus, *Ground, *Settled.__args__, "waiting", "nobody_came", *kinds}  # type: ignore[attr-defined]
    assert {str(word) for word in words} <= known


async def test_the_regions_are_named_in_both_languages(base: str, web: aiohttp.ClientSession) -> None:
    async with web.get(f"{base}/desk/regions") as answer:
        names = await answer.json()
    assert list(names) == ["kk", "ru"]
    assert [tuple(regions) for regions in names.values()] == [REGIONS, REGIONS]
    assert (names["kk"]["KZ-79"], names["ru"]["KZ-79"]) == ("Шымкент қаласы", "город Шымкент")


# The key


async def test_the_key_opens_the_whole_api_everywhere(beside: str, web: aiohttp.ClientSession, world: World) -> None:
    """All regions and all scopes; it is kept by nobody but the page that asks."""
    async with web.get(f"{beside}/desk/key") as answer:
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
        key = (await answer.json())["key"]
    headers = {"Authorization": f"Bearer {key}"}
    async with web.get(f"{beside}/v1/changes", headers=headers) as answer:
        assert await answer.json() == {"changes": [], "next": "AAAAAAAAAAA"}
    async with world.database.reading() as connection:
        found = await authority_keys.find(connection, key)
        (stored,) = await connection.fetch("select name, key_hash, regions, scopes from authority_keys", {})
    assert found is not None
    assert (found.name, found.regions, found.scopes) == ("desk", frozenset(REGIONS), frozenset(SCOPES))
    assert key not in [stored[column] for column in ("name", "key_hash", "regions", "scopes")]


async def test_a_key_ends_with_the_program_and_the_next_one_is_another(world: World) -> None:
    """Also after kill -9, when nothing could be taken back: the next start takes the name over."""

    async def opens(key: str) -> bool:
        async with world.database.reading() as connection:
            return await authority_keys.find(connection, key) is not None

    async with desk_key(world) as first:
        assert await opens(first)
        async with desk_key(world) as second:  # the first was never closed
            assert (await opens(first), await opens(second)) == (False, True)
    assert not await opens(second)


async def test_without_an_api_beside_it_there_is_no_key(base: str, web: aiohttp.ClientSession) -> None:
    """The local Bot API also runs alone, for tests and scripts."""
    async with web.get(f"{base}/desk/key") as answer:
        assert (answer.status, list(await answer.json())) == (404, ["error"])


async def test_another_host_name_gets_no_key(beside: str, web: aiohttp.ClientSession) -> None:
    """So no stranger's page can have its own name point to this machine and read the key."""
    async with web.get(f"{beside}/desk/key", headers={"Host": "stranger.example"}) as answer:
        assert answer.status == 400
        assert "komek_" not in await answer.text()


async def test_another_machine_gets_no_key(web: aiohttp.ClientSession) -> None:
    """Even if somebody let the sandbox listen to the world."""
    app = sandbox_app(desk_key="komek_secret")

    async def from_elsewhere(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "client": ("192.0.2.7", 1234)}, receive, send)

    async with bot.serving.serving(from_elsewhere, "127.0.0.1", 0) as base, web.get(f"{base}/desk/key") as answer:
        assert answer.status == 404
        assert "komek_" not in await answer.text()


async def test_no_other_site_is_let_read_the_key(beside: str, web: aiohttp.ClientSession) -> None:
    """A browser shows an answer to another site only when the server allows it; this one never does."""
    async with web.get(f"{beside}/desk/key", headers={"Origin": "https://stranger.example"}) as answer:
        assert [name for name in answer.headers if name.lower().startswith("access-control")] == []
