"""People at different places of the conversation."""

from collections.abc import AsyncIterator
from typing import Final

import pytest

from bot.database import Database
from bot.store.cipher import Cipher
from handlers import paper
from tests.chat import Clock, Telegram
from tests.handlers.authority import Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review

# What is asked, in which words and in which order, rests on no database: these read and write through the same store
# that tests/bot/store and the stories of offers, visits, cases and robustness prove on both.
ON_SQLITE_ALONE: Final = frozenset(
    {
        "test_case", "test_corrections", "test_family_word", "test_interview", "test_joining", "test_languages",
        "test_law_of_today", "test_menu", "test_notices_read", "test_offer_bill", "test_offer_list",
        "test_offer_price", "test_other_help", "test_paper", "test_privacy", "test_region_typed", "test_replies",
        "test_result",
        "test_screens", "test_shared_phone", "test_start", "test_telegrams_means", "test_topics", "test_typed_text",
        "test_verify", "test_who_may_what",
    }
)  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the second database where the first proves as much."""
    twice = [item for item in items if item.path.stem in ON_SQLITE_ALONE and _is_on_postgresql(item)]
    if twice:
        config.hook.pytest_deselected(items=twice)
        items[:] = [item for item in items if item not in set(twice)]


def _is_on_postgresql(item: pytest.Item) -> bool:
    called = getattr(item, "callspec", None)
    return called is not None and called.params.get("database_url") == "postgresql"


@pytest.fixture
def clock() -> Clock:
    """The time of day: noon of 12 May 2026 at first."""
    return Clock()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, a picture is waited for."""
    monkeypatch.setattr(paper, "PATIENCE_S", 60.0)


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
