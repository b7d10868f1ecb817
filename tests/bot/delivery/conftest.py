"""A family of two, the local Telegram with its pace lifted, and the bot."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

from bot.database import Database
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram, sandbox_app, serving
from bot.store.cipher import Cipher
from bot.telegram.retries import RetryMiddleware
from bot.world import World
from tests.bot.delivery.family import FATHER, MOTHER, Family, by_day


@pytest.fixture
async def telegram() -> LocalTelegram:
    return LocalTelegram(Limits(paced=False))


@pytest.fixture
async def base(telegram: LocalTelegram) -> AsyncIterator[str]:
    async with serving(sandbox_app(telegram)) as base:
        yield base


@pytest.fixture
async def bot(base: str) -> AsyncIterator[Bot]:
    """The bot as the program has it, patience and all."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    session.middleware(RetryMiddleware())
    yield Bot(SANDBOX_TOKEN, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    await (await session.create_session()).close()  # without the rest that aiogram takes at the end


@pytest.fixture
async def family(database: Database, cipher: Cipher, telegram: LocalTelegram, bot: Bot) -> Family:
    """A mother who reads Kazakh and a father who reads Russian; both follow the case."""
    family = Family(World(database, cipher, by_day), telegram, bot)
    await family.open_case()
    await family.joins(MOTHER, "kk")
    await family.joins(FATHER, "ru")
    return family
