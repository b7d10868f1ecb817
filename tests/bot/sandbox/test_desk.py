"""The authority's desk: what it serves, and the key that it hands to its page."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet
from starlette.types import Receive, Scope, Send

import bot.sandbox
import bot.serving
from bot.api import api_app
from bot.commands.keys import NAME
from bot.database import migrate, open_database
from bot.sandbox import Clock, Desk, opened_desk, sandbox_app, serving
from bot.store import authority_keys
from bot.store.authority_keys import SCOPES, AuthorityKey
from bot.store.cipher import Cipher
from bot.wording.notices import TELL
from bot.world import World
from rules.regions import REGIONS

PAGE = Path(bot.sandbox.__file__).parent / "page"
FILES = sorted(path.name for path in PAGE.glob("desk*") if path.suffix != ".html")
SCRIPTS = [name for name in FILES if name.endswith(".js")]
KEY = r'(?:[{,] |^ +)"?([\w-]+)"?: (?=["{\[])'


def script(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A database on disk, as a newcomer has it."""
    async with open_database(f"sqlite:///{tmp_path / 'komek.sqlite3'}") as database:
        await migrate(database)
        yield World(database, Cipher([Fernet.generate_key().decode()]))


@pytest.fixture
async def beside(world: World) -> AsyncIterator[str]:
    """The address of the authority's API with the sandbox below it, on one port, as the program serves them."""

    async def bot_name() -> str:
        return "komek_bot"

    async with opened_desk(world, Clock()) as desk:
        api, local = api_app(world, bot_name), sandbox_app(desk=desk)
        api.mount("/", local)
        async with serving(local, within=api) as base:
            yield base


# The page


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("desk", "text/html"), *((name, "text/css" if name.endswith("css") else "text/javascript") for name in FILES)],
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
    kazakh, russian = (re.findall(KEY, part, re.MULTILINE) for part in script("desk-words.js").split("const RUSSIAN"))
    assert kazakh == russian
    used = set(re.findall(r'data-(?:word|label)="(\w+)"', script("desk.html")))
    for several in re.findall(r'data-words="([\w ]+)"', script("desk.html")):
        used |= set(several.split())
    for name in SCRIPTS:
        used |= set(re.findall(r'\bword\("(\w+)"\)', script(name)))
        used |= set(re.findall(r'\["(stop\w+)"', script(name)))
    assert used <= set(kazakh)


def test_the_desk_knows_every_word_of_the_api() -> None:
    """Statuses, grounds, conclusions and kinds of changes are never shown as the API's own words."""
    from bot.api.offer_batch import Totals  # noqa: PLC0415, beside its only use
    from bot.api.offers import ANSWERS, SHOWN  # noqa: PLC0415
    from bot.store.notice_kinds import About  # noqa: PLC0415
    from bot.store.outbox import Settled  # noqa: PLC0415
    from rules.case import CaseStatus  # noqa: PLC0415
    from rules.offer import Excuse, Measure, OfferState  # noqa: PLC0415
    from rules.refusals import Ground  # noqa: PLC0415

    known = set(re.findall(KEY, script("desk-words.js"), re.MULTILINE))
    kinds = {
        "joined",
        "left",
        "delivered",
        "opened",
        "undeliverable",
        "not_told",
        "visit_confirmed",
        "visit_move_requested",
    }
    of_case = {kind for kind in TELL if kind.about not in {About.REGION, About.RESULT}}  # the others it never sees
    kinds |= of_case | {*ANSWERS, *SHOWN, "nobody_came"} - {"offer_shown"}
    kinds |= {"offer_opened", "offer_no_answer", "offer_undeliverable", "not_in_time", "offer_nobody_may_answer"}
    kinds |= {
        "follower_asks",
        "follower_doubted",
        "offer_answer_of_removed",
        "follower_may_answer",
        "follower_may_not_answer",
        "link_stopped",
    }
    offers = {*Measure, *OfferState, *Excuse, *Totals.model_fields}
    words = {*CaseStatus, *Ground, *Settled.__args__, "waiting", *kinds, *offers}  # type: ignore[attr-defined]
    assert {str(word) for word in words} <= known


def test_everything_that_may_wait_for_the_officer_has_words() -> None:
    """In both languages."""
    from bot.casework.waiting import Kind  # noqa: PLC0415, beside its only use

    for words in script("desk-words.js").split("const RUSSIAN"):
        known = words.partition("waitingFor: {")[2].partition(" },")[0]
        assert set(Kind.__args__) <= set(re.findall(r"(\w+): \"", known))  # type: ignore[attr-defined]


def test_every_reason_that_the_page_puts_into_words_has_its_words() -> None:
    """Each refusal of the API that is known by its sentence, in both languages."""
    reasons = set(re.findall(r'/, "(\w+)"\],', script("desk-refusals.js")))
    fields = set(re.findall(r': "(\w+)"', script("desk-refusals.js").partition("const FIELDS")[2].partition("}")[0]))
    assert len(reasons) > 10
    assert reasons | fields | {"backwards", "too_far", "other", "field", "key"} <= set(
        re.findall(KEY, script("desk-words.js"), re.MULTILINE)
    )


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("data.visit_id", "the visit has not begun yet"),
        ("data.visit_id", "the visit is cancelled"),
        ("data.visit_id", "the case is refused: there is nothing to examine"),
        ("data.status", "assigned cannot follow refused"),
        ("data.on", "is before 2026-11-23, when the case became received"),
        ("data.starts_at", "lies in the past"),
        ("data.ends_at", "a visit lasts 12 hours at most"),
        ("quarter", "allowed: 2020-Q1 to 2031-Q2"),
        ("data.respond_by", "lies more than 60 days ahead"),
        ("data.respond_by", "is not later than it was: withdraw the offer and make another"),
        ("data.offer_id", "the offer is accepted, and its answer is acknowledged"),
        ("data.case_id", "the case is terminated: nothing can be offered"),
        ("data.offer_id", "the case has an offer of this id already"),
        ("data.offer_id", "the case has no such offer"),
        ("offer_id", "an earlier row offers something else under this id"),
        ("", "has 6 cells, and the header 9"),
        ("", "'wage' is unknown; the first row names the columns: case_id"),
        ("", "the file has no offers: only the names of the columns"),
        ("", "line 3 is no CSV: unexpected end of data"),
        ("", "the body is no text in UTF-8"),
    ],
)
def test_a_refusal_of_the_api_is_known_by_its_sentence(field: str, message: str) -> None:
    """The patterns of the page match the sentences that the API has today."""
    del field
    patterns = re.findall(r"\[/(\^.+)/, \"", script("desk-refusals.js"))
    assert [pattern for pattern in patterns if re.search(pattern, message)]


def test_the_sample_of_a_table_has_columns_that_the_api_takes() -> None:
    """All that it needs, and no other; the region, without which a key of several may not find the case."""
    from bot.api.offers_csv import COLUMNS, NEEDED  # noqa: PLC0415, beside its only use

    columns = re.findall(r'"(\w+)"', script("desk-batch.js").partition("const COLUMNS = [")[2].partition("]")[0])
    assert {*NEEDED, "region"} <= set(columns) <= set(COLUMNS)


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
    assert (found.name, found.regions, found.scopes) == ("desk of the sandbox", frozenset(REGIONS), frozenset(SCOPES))
    assert key not in [stored[column] for column in ("name", "key_hash", "regions", "scopes")]


async def test_a_key_ends_with_the_program_and_the_next_one_is_another(world: World) -> None:
    """Also after kill -9, when nothing could be taken back: the next start takes the name over."""

    async def opens(key: str) -> bool:
        async with world.database.reading() as connection:
            return await authority_keys.find(connection, key) is not None

    async with opened_desk(world, Clock()) as first:
        assert await opens(first.key)
        async with opened_desk(world, Clock()) as second:  # the first was never closed
            assert (await opens(first.key), await opens(second.key)) == (False, True)
    assert not await opens(second.key)


async def test_nobody_elses_key_is_taken_over(world: World) -> None:
    """Whatever it is called: the desk's own name is none that `komek key add` takes."""
    own = AuthorityKey("desk", frozenset({"KZ-79"}), frozenset({"events"}))
    async with world.database.statement() as connection:
        secret = await authority_keys.add(connection, own, world.now())
    assert secret is not None
    async with opened_desk(world, Clock()) as desk, world.database.reading() as connection:
        assert await authority_keys.find(connection, secret) == own
        opened = await authority_keys.find(connection, desk.key)
    assert opened is not None
    assert NAME.fullmatch(opened.name) is None
    async with world.database.reading() as connection:
        assert await authority_keys.find(connection, secret) == own


async def test_without_an_api_beside_it_there_is_no_key(base: str, web: aiohttp.ClientSession) -> None:
    """The local Bot API also runs alone, for tests and scripts."""
    async with web.get(f"{base}/desk/key") as answer:
        assert (answer.status, list(await answer.json())) == (404, ["error"])


async def test_another_host_name_gets_no_key(beside: str, web: aiohttp.ClientSession) -> None:
    """So no stranger's page can have its own name point to this machine and read the key."""
    async with web.get(f"{beside}/desk/key", headers={"Host": "stranger.example"}) as answer:
        assert answer.status == 400
        assert "komek_" not in await answer.text()


async def test_another_machine_gets_no_key(web: aiohttp.ClientSession, world: World) -> None:
    """Even if somebody let the sandbox listen to the world."""
    app = sandbox_app(desk=Desk(world, "komek_secret", Clock()))

    async def from_elsewhere(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "client": ("192.0.2.7", 1234)}, receive, send)

    async with bot.serving.serving(from_elsewhere, "127.0.0.1", 0) as base, web.get(f"{base}/desk/key") as answer:
        assert answer.status == 404
        assert "komek_" not in await answer.text()


async def test_no_other_site_is_let_read_the_key(beside: str, web: aiohttp.ClientSession) -> None:
    """A browser shows an answer to another site only when the server allows it; this one never does."""
    async with web.get(f"{beside}/desk/key", headers={"Origin": "https://stranger.example"}) as answer:
        assert [name for name in answer.headers if name.lower().startswith("access-control")] == []
