"""Telegram's webhook: who may send, what is kept before the answer, and what comes again."""

import contextlib
import io
from collections.abc import AsyncIterator
from typing import Final

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.api import api_app
from bot.database import Database
from bot.serving import serving
from bot.store import waiting_updates
from bot.store.cipher import Cipher
from bot.telegram.webhook import LONGEST_BODY, Webhook
from bot.world import World
from tests.bot.telegram.sent import update
from tests.misfortune import database_that_goes_away

PATH: Final = "/telegram"
SECRET: Final = "only-telegram_knows-it"
KNOWN: Final = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@contextlib.asynccontextmanager
async def telegram_at(world: World) -> AsyncIterator[aiohttp.ClientSession]:
    async def name() -> str:
        return "komek_bot"

    app = Webhook(api_app(world, name), PATH, SECRET, world)
    async with serving(app, "127.0.0.1", 0) as base, aiohttp.ClientSession(base) as web:
        yield web


@pytest.fixture
async def telegram(world: World) -> AsyncIterator[aiohttp.ClientSession]:
    async with telegram_at(world) as web:
        yield web


@pytest.fixture
def world(database: Database, cipher: Cipher) -> World:
    return World(database, cipher)


async def kept(world: World) -> list[int]:
    async with world.database.statement() as connection:
        found = await waiting_updates.waiting(connection, world.cipher, world.now())
    return [one["update_id"] for one in found]


async def test_an_update_is_kept_before_telegram_hears_that_it_was_taken(
    telegram: aiohttp.ClientSession, world: World
) -> None:
    answer = await telegram.post(PATH, json=update(1), headers=KNOWN)
    assert (answer.status, await kept(world), world.arrived.is_set()) == (200, [1], True)


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}])
async def test_nobody_without_the_secret_sends_an_update(
    telegram: aiohttp.ClientSession, world: World, headers: dict[str, str]
) -> None:
    answer = await telegram.post(PATH, json=update(1), headers=headers)
    assert (answer.status, await kept(world)) == (403, [])


async def test_the_same_update_again_is_taken_once_also_when_it_was_answered(
    telegram: aiohttp.ClientSession, world: World
) -> None:
    for _ in range(2):
        assert (await telegram.post(PATH, json=update(1), headers=KNOWN)).status == 200
    assert await kept(world) == [1]
    async with world.database.statement() as connection:
        await waiting_updates.settle(connection, 1, "mark", world.now())
    assert (await telegram.post(PATH, json=update(1), headers=KNOWN)).status == 200
    assert await kept(world) == []
    async with world.database.reading() as connection:
        rows = await connection.fetch("select sealed, person_id from waiting_updates", {})
    assert [(row["sealed"], row["person_id"]) for row in rows] == [("", 0)]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"update_id": "1"}', b'{"update_id": true}', b'{"update_id": 1, "text": "\\ud800"}',
     b"[" * 100_000, b'{"update_id": 1, "text": "' + b"x" * LONGEST_BODY + b'"}'],
    ids=["empty", "broken", "list", "text", "truth", "half-a-character", "deep", "long"],
)  # fmt: skip
async def test_what_is_no_update_is_not_asked_for_again(
    telegram: aiohttp.ClientSession, world: World, body: bytes
) -> None:
    with capture_logs() as logs:
        answer = await telegram.post(PATH, data=io.BytesIO(body), headers=KNOWN)
    assert (answer.status, await kept(world)) == (200, [])
    assert [line["event"] for line in logs] == ["no_update_came"]


async def test_while_the_database_is_away_telegram_keeps_the_update_and_sends_it_again(
    database_url: str, cipher: Cipher
) -> None:
    async with database_that_goes_away(database_url) as misfortune:
        world = World(misfortune.database, cipher)
        async with telegram_at(world) as telegram:
            await misfortune.strikes()
            answer = await telegram.post(PATH, json=update(1), headers=KNOWN)
            assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
            await misfortune.passes()
            assert (await telegram.post(PATH, json=update(1), headers=KNOWN)).status == 200
        assert await kept(world) == [1]


async def test_the_authority_is_served_beside_it(telegram: aiohttp.ClientSession) -> None:
    assert (await telegram.get("/healthz")).status == 200
    assert (await telegram.get(PATH, headers=KNOWN)).status == 405
