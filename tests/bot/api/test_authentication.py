"""Who may do what: keys with their regions and scopes. Whoever may not learns nothing else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.api import api_app
from bot.api.authentication import Allowance, Rate, WrongKeys
from bot.database import Database
from bot.store import authority_keys
from bot.world import World
from tests.bot.api.authority import ASTANA, BATCH, OPENED, SHYMKENT, Authority, event, served, status, visit
from tests.bot.api.conftest import MakeAuthority
from tests.databases import columns_of

LINE = {"tenge": 50_000, "source": "order of the akimat"}
# Every call that needs a key, with the scopes that open it.
CALLS: list[tuple[str, str, Any, set[str]]] = [
    ("POST", "/v1/events", OPENED, {"events"}),
    ("POST", "/v1/cases/79-1/link", {"member_label": None}, {"events"}),
    ("GET", "/v1/cases/79-1", None, {"events", "changes"}),
    ("GET", "/v1/changes?after=&limit=100", None, {"changes"}),
    ("GET", "/v1/poverty-lines?quarter=2026-Q4", None, {"lines"}),
    ("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", LINE, {"lines"}),
]
UNAUTHORIZED = {"errors": [{"field": "", "message": "Unauthorized"}]}
FORBIDDEN = {"errors": [{"field": "", "message": "Forbidden"}]}


async def test_without_a_valid_key_every_call_is_refused_in_the_same_way(akimat: Authority) -> None:
    secret = akimat.key
    assert secret is not None
    wrong: list[dict[str, str]] = [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer "},
        {"Authorization": secret},
        {"Authorization": f"Basic {secret}"},
        {"Authorization": f"Bearer {secret}x"},
        {"Authorization": f"Bearer {secret[:-1]}"},
        {"Authorization": f"Bearer {secret.upper()}"},
        {"Authorization": "Bearer komek_ключ".encode().decode("latin-1")},
        {"Authorization": f"Bearer {authority_keys.hash_of(secret)}"},
    ]
    stranger = Authority(akimat.web, akimat.base, None)
    for method, path, _, _ in CALLS:
        for headers in wrong:
            answer = await stranger.asks_raw(method, path, b"no json", headers)
            assert (method, path, headers, answer.status, answer.body) == (method, path, headers, 401, UNAUTHORIZED)
            assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_a_key_opens_what_its_scopes_name_and_nothing_else(
    akimat: Authority, make_authority: MakeAuthority
) -> None:
    await akimat.opens("79-1")
    for scope in ("events", "changes", "lines"):
        program = await make_authority(f"only-{scope}", (SHYMKENT,), (scope,))
        for method, path, body, scopes in CALLS:
            answer = await program.asks(method, path, body)
            if scope in scopes:
                assert answer.status in {200, 201, 202}, (scope, path)
            else:
                assert (scope, path, answer.status, answer.body) == (scope, path, 403, FORBIDDEN)


async def test_the_scope_is_asked_before_the_body_is_read(make_authority: MakeAuthority) -> None:
    program = await make_authority("reader", (SHYMKENT,), ("changes",))
    answer = await program.asks_raw("POST", "/v1/events", b"{" * 1_000, {"Content-Type": "text/plain"})
    assert (answer.status, answer.body) == (403, FORBIDDEN)


async def test_a_region_is_closed_to_the_key_of_another(akimat: Authority, make_authority: MakeAuthority) -> None:
    """A case of another region is as if it were not there."""
    await akimat.opens("79-1")
    astana = await make_authority("astana", (ASTANA,))
    foreign = await astana.tells("case.opened", case_id="79-2", region=SHYMKENT, applied_on="2026-11-20")
    assert (foreign.status, foreign.body) == (403, FORBIDDEN)
    answer = await astana.asks("PUT", "/v1/poverty-lines/KZ-79/2026-Q4", LINE)
    assert (answer.status, answer.body) == (403, FORBIDDEN)
    for method, path, body in (("GET", "", None), ("POST", "/link", {"member_label": None})):
        seen = await astana.asks(method, f"/v1/cases/79-1{path}", body)
        missing = await astana.asks(method, f"/v1/cases/79-404{path}", body)
        assert (seen.status, seen.body) == (missing.status, missing.body)
        assert seen.status == 404
    for name, data in (("case.status", status("79-1", "received")), ("visit.scheduled", visit("79-1"))):
        assert (await astana.tells(name, **data)).status == 409
    assert (await astana.learns())[0] == []
    assert (await akimat.asks("GET", "/v1/cases/79-1")).body["status"] == "opened"


async def test_a_key_for_two_regions_works_in_both(make_authority: MakeAuthority) -> None:
    ministry = await make_authority("ministry", (SHYMKENT, ASTANA))
    await ministry.opens("79-1", SHYMKENT)
    await ministry.opens("71-1", ASTANA)
    assert (await ministry.asks("GET", "/v1/cases/71-1")).body["region"] == ASTANA


async def test_a_revoked_key_is_a_wrong_key_from_the_next_request_on(akimat: Authority, world: World) -> None:
    await akimat.opens("79-1")
    async with world.database.statement() as connection:
        assert await authority_keys.revoke(connection, "akimat", world.now())
    for method, path, body, _ in CALLS:
        answer = await akimat.asks(method, path, body)
        assert (answer.status, answer.body) == (401, UNAUTHORIZED)


async def test_no_secret_is_stored_as_it_is(akimat: Authority, database: Database) -> None:
    """Neither keys nor tokens of links: who reads the database cannot use them."""
    await akimat.opens("79-1")
    link = await akimat.asks("POST", "/v1/cases/79-1/link", {"member_label": "анасы"})
    kept = ""
    async with database.reading() as connection:
        for table in ("authority_keys", "case_links", "inbox", "cases", "journal", "changes"):
            select = f"select * from {table}"  # noqa: S608, a name from the line above
            kept += str([list(columns_of(row).values()) for row in await connection.fetch(select, {})])
    assert akimat.key is not None
    assert authority_keys.hash_of(akimat.key) in kept
    assert authority_keys.hash_of(link.body["token"]) in kept
    for secret in (akimat.key, akimat.key.removeprefix("komek_"), link.body["token"], "анасы"):
        assert secret not in kept


# How fast a key may ask


@pytest.fixture
async def slow_base(world: World) -> AsyncIterator[str]:
    """An API whose keys may send three requests at once and then one a second."""

    async def bot_name() -> str:
        return "komek_bot"

    async with served(api_app(world, bot_name, Rate(a_second=1, at_once=3))) as base:
        yield base


async def test_who_asks_too_fast_is_told_when_to_come_again(
    slow_base: str, make_authority: MakeAuthority, web: aiohttp.ClientSession
) -> None:
    akimat = await make_authority("akimat", (SHYMKENT,))
    other = await make_authority("other", (SHYMKENT,))
    fast, calm = Authority(web, slow_base, akimat.key), Authority(web, slow_base, other.key)
    answers = await asyncio.gather(*(fast.asks("GET", "/v1/changes") for _ in range(10)))
    assert sorted(answer.status for answer in answers) == [200] * 3 + [429] * 7
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.headers["Retry-After"] == "1"
    assert refused.body == {"errors": [{"field": "", "message": "Too Many Requests"}]}
    assert (await calm.asks("GET", "/v1/changes")).status == 200
    await asyncio.sleep(int(refused.headers["Retry-After"]))
    assert (await fast.asks("GET", "/v1/changes")).status == 200


async def test_each_process_has_room_for_what_a_key_may_ask(
    slow_base: str, world: World, akimat: Authority, web: aiohttp.ClientSession
) -> None:
    """Two at one database: what one refuses the other one still answers, as long as it was not asked as often."""

    async def bot_name() -> str:
        return "komek_bot"

    async with served(api_app(world, bot_name, Rate(a_second=1, at_once=3))) as another:
        asked = [await Authority(web, slow_base, akimat.key).asks("GET", "/v1/changes") for _ in range(6)]
        elsewhere = await Authority(web, another, akimat.key).asks("GET", "/v1/changes")
    assert ([answer.status for answer in asked[:3]], asked[-1].status, elsewhere.status) == ([200] * 3, 429, 200)


def test_the_page_for_the_authority_names_how_fast_a_key_may_ask() -> None:
    page = (Path(__file__).parents[3] / "docs" / "authority-api.md").read_text(encoding="utf-8")
    assert f"A key may ask {Rate().at_once} times at once and {Rate().a_second} times a second" in page


def test_what_was_not_used_is_saved_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000_000_000_000
    monkeypatch.setattr("time.monotonic_ns", lambda: now)
    allowance = Allowance(Rate(a_second=10, at_once=20))

    def taken() -> int:
        count = 0
        while not allowance.seconds_to_wait("akimat"):
            count += 1
        return count

    assert taken() == 20
    now += 550_000_000
    assert taken() == 5
    now += 3_600_000_000_000
    assert taken() == 20
    assert allowance.seconds_to_wait("akimat") == 1


async def test_an_outsider_cannot_use_up_what_a_key_may_ask_nor_guess_on_for_ever_nor_fill_the_log(
    akimat: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also from the very address of the authority, whose right key is always served."""
    stranger = Authority(akimat.web, akimat.base, "komek_wrong")
    answers = [await stranger.asks("GET", "/v1/changes") for _ in range(300)]
    assert [answer.status for answer in answers[:100]] == [401] * 100
    refused = [answer for answer in answers if answer.status == 429]
    assert len(refused) > 150, "but for one a second"
    assert refused[-1].headers["Retry-After"] == "1"
    assert (await akimat.asks("GET", "/v1/changes")).status == 200
    logged = [line for line in capsys.readouterr().out.splitlines() if line and "[debug" not in line]
    assert len(logged) == 1
    assert "wrong_keys" in logged[0]
    assert "127.0.0.1" not in logged[0]


def test_wrong_keys_are_counted_for_each_address_by_itself() -> None:
    """Of version 6 for the network that one customer has."""
    wrong = WrongKeys()

    def shown(address: str, times: int = 1) -> int:
        return [wrong.seconds_to_wait(address) for _ in range(times)][-1]

    assert shown("198.51.100.7", 101) > 0
    assert shown("198.51.100.8") == 0
    assert shown("2001:db8::1", 101) > 0
    assert shown("2001:db8::2:2") > 0
    assert shown("2001:db8:0:1::1") == 0
    assert shown("no address", 101) > 0


def test_only_so_many_addresses_are_remembered_those_heard_of_last() -> None:
    """Whoever has many addresses takes no memory with them."""
    allowance = Allowance(Rate(a_second=1, at_once=2), most_names=3)
    for name in ("a", "a", "b", "c", "d", "a"):
        allowance.seconds_to_wait(name)
        assert len(allowance) <= 3
    assert allowance.seconds_to_wait("d") == 0
    assert allowance.seconds_to_wait("d") == 1
    assert [allowance.seconds_to_wait(name) for name in ("a", "a")] == [0, 1], (
        "it was forgotten, and heard of once since"
    )


async def test_a_batch_is_one_request(slow_base: str, akimat: Authority) -> None:
    program = Authority(akimat.web, slow_base, akimat.key)
    batch = [
        event(f"b{number}", "case.opened", case_id=f"79-{number}", region=SHYMKENT, applied_on="2026-11-20")
        for number in range(50)
    ]
    answer = await program.asks("POST", "/v1/events", batch, BATCH)
    assert {one["status"] for one in answer.body} == {"accepted"}
