"""GET /healthz and /readyz: whether the program runs, and whether it can work."""

from datetime import UTC, datetime

import aiohttp
from fastapi import FastAPI

from bot.api import api_app
from bot.database import Database
from bot.privacy import Cipher
from bot.world import World
from tests.bot.api.authority import Authority, served


async def nobody() -> str:
    raise AssertionError("nobody asked for a link")


async def test_both_answer_without_a_key(akimat: Authority) -> None:
    stranger = Authority(akimat.web, akimat.base, None)
    for path in ("/healthz", "/readyz"):
        answer = await stranger.asks("GET", path)
        assert (answer.status, answer.body) == (200, {"status": "ok"})


async def test_without_its_tables_the_program_runs_and_is_not_ready(
    database_url: str, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    async with Database.opened(database_url) as empty:
        app: FastAPI = api_app(World(empty, cipher, lambda: datetime.now(UTC)), nobody)
        async with served(app) as base:
            stranger = Authority(web, base, None)
            assert (await stranger.asks("GET", "/healthz")).status == 200
            answer = await stranger.asks("GET", "/readyz")
    assert answer.status == 503
    assert answer.body == {"errors": [{"field": "", "message": "the database does not answer"}]}


async def test_our_own_fault_is_answered_in_json_and_says_nothing_of_the_inside(
    database_url: str, cipher: Cipher, web: aiohttp.ClientSession
) -> None:
    """Without tables every call fails that needs one."""
    async with Database.opened(database_url) as empty, served(api_app(World(empty, cipher), nobody)) as base:
        answer = await Authority(web, base, "komek_key").asks("GET", "/v1/changes")
    assert (answer.status, answer.body) == (500, {"errors": [{"field": "", "message": "Internal Server Error"}]})
