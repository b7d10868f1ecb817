"""People at different places of the conversation, on every database that is there."""

from collections.abc import AsyncIterator

import pytest

from bot.database import Database
from bot.privacy import Cipher
from tests.chat import Clock, Telegram
from tests.handlers.authority import Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review


@pytest.fixture
def clock() -> Clock:
    """The time of day: noon of 12 May 2026 at first."""
    return Clock()


@pytest.fixture
async def telegram(database: Database, cipher: Cipher, clock: Clock) -> AsyncIterator[Telegram]:
    """The local Telegram with the bot on its other side."""
    async with Telegram.open(database, cipher, clock) as telegram:
        yield telegram


@pytest.fixture
def stranger(telegram: Telegram) -> Client:
    """Somebody whom the bot has never seen; the phone speaks Kazakh."""
    return Client.arrives(telegram)


@pytest.fixture
async def beginner(telegram: Telegram) -> Client:
    """Somebody who has consented and is asked the first question."""
    return await at_first_question(telegram)


@pytest.fixture
async def reviewer(telegram: Telegram) -> Client:
    """Somebody with two adults, three children and one wage, at the review."""
    return await at_the_review(telegram)


@pytest.fixture
async def recipient(telegram: Telegram) -> Client:
    """The same family, at its result: the assistance is due."""
    return await at_the_result(telegram)


@pytest.fixture
async def authority(telegram: Telegram) -> Authority:
    """The office in Shymkent, which has opened a case."""
    office = Authority(telegram)
    await office.opens()
    return office


@pytest.fixture
async def member(telegram: Telegram, authority: Authority) -> Client:
    """Somebody of the family, who follows its case."""
    return await follower(telegram, authority)
