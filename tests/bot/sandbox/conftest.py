"""The local Bot API on a free port, a bot and a person who has started it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox import SANDBOX_TOKEN, LocalTelegram, sandbox_app, serving
from tests.bot.sandbox.playing import Clock, Phone


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram(clock=clock)
    yield telegram
    await telegram.close()


@pytest.fixture
async def base(telegram: LocalTelegram) -> AsyncIterator[str]:
    async with serving(sandbox_app(telegram)) as base:
        yield base


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def bot(base: str) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    yield Bot(SANDBOX_TOKEN, session=session)
    await (await session.create_session()).close()  # without the rest of aiogram's own close


@pytest.fixture
async def stranger(web: aiohttp.ClientSession, base: str) -> Phone:
    """A person who has not started the bot."""
    phone = Phone(web, base, 1001)
    status, _ = await phone.request("POST", "people", {"first_name": "Айгүл", "id": phone.id})
    assert status == 201
    return phone


@pytest.fixture
async def person(stranger: Phone, telegram: LocalTelegram) -> Phone:
    """A person who has started the bot; the bot has read that."""
    await stranger.says("/start")
    telegram.updates.drop_all()
    return stranger
