"""GET /healthz and /readyz: whether the program runs, and whether it can work."""

import re
import time
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from fastapi import FastAPI

from bot.api import api_app, health
from bot.database import Database, open_database
from bot.store import cases, journal
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import Authority, served
from tests.misfortune import database_that_goes_away


async def nobody() -> str:
    raise AssertionError("nobody asked for a link")


async def test_both_answer_without_a_key(akimat: Authority) -> None:
    stranger = Authority(akimat.web, akimat.base, None)
    for path in ("/healthz", "/readyz"):
        answer = await stranger.asks("GET", path)
        assert (answer.status, answer.body) == (200, {"status": "ok"})


async def test_without_its_tables_the_program_runs_and_is_not_ready(
    empty_database_url: str, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    async with open_database(empty_database_url) as empty:
        app: FastAPI = api_app(World(empty, cipher, lambda: datetime.now(UTC)), nobody)
        async with served(app) as base:
            stranger = Authority(web, base, None)
            assert (await stranger.asks("GET", "/healthz")).status == 200
            answer = await stranger.asks("GET", "/readyz")
    assert answer.status == 503
    assert answer.body == {"errors": [{"field": "", "message": "the database does not answer"}]}


async def test_a_database_that_takes_no_writes_is_not_ready(
    database_url: str, cipher: Cipher, web: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: everything is read, and nothing that people send can be kept."""
    monkeypatch.setattr(health, "WRITE_HOLDS_S", 0.0)
    async with (
        database_that_goes_away(database_url) as misfortune,
        served(api_app(World(misfortune.database, cipher), nobody)) as base,
    ):
        stranger = Authority(web, base, None)
        assert (await stranger.asks("GET", "/readyz")).status == 200
        await misfortune.strikes()
        answer = await stranger.asks("GET", "/readyz")
        assert answer.status == 503
        assert answer.body["errors"][0]["message"].startswith("the database ")
        await misfortune.passes()
        assert (await stranger.asks("GET", "/readyz")).status == 200


async def test_a_telegram_that_has_not_answered_for_a_minute_is_not_ready(
    database: Database, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    """The program runs and hears nobody, from its start or since a while."""
    world = World(database, cipher, heard_telegram_at=time.monotonic() - 61)
    async with served(api_app(world, nobody)) as base:
        stranger = Authority(web, base, None)
        answer = await stranger.asks("GET", "/readyz")
        assert answer.status == 503
        assert answer.body["errors"][0]["message"].startswith("Telegram has not answered for 6")
        world.heard_telegram_at = time.monotonic()
        assert (await stranger.asks("GET", "/readyz")).status == 200


async def test_what_was_written_in_the_future_is_said_by_a_program_that_is_ready(
    database: Database, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    """It works; but its clock is wrong, or was."""
    now = datetime.now(UTC)
    async with database.transaction() as transaction:
        await cases.open_case(transaction, "c1", "79-1", "KZ-79", now.date(), now)
        await journal.write(transaction, cipher, "c1", "opened", {}, now + timedelta(days=365))
    async with served(api_app(World(database, cipher), nobody)) as base:
        answer = await Authority(web, base, None).asks("GET", "/readyz")
    assert (answer.status, answer.body["status"]) == (200, "ok")
    assert re.fullmatch(r"what was written last lies 3\d{7} seconds ahead of the clock: .*", answer.body["note"])


async def test_our_own_fault_is_answered_in_json_and_says_nothing_of_the_inside(
    empty_database_url: str, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    """Without tables every call fails that needs one."""
    async with open_database(empty_database_url) as empty, served(api_app(World(empty, cipher), nobody)) as base:
        answer = await Authority(web, base, "komek_key").asks("GET", "/v1/changes")
    assert (answer.status, answer.body) == (500, {"errors": [{"field": "", "message": "Internal Server Error"}]})
