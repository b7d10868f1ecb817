"""The short form of `python -m tests.soak hour`, the same faults each time; and an hour without Telegram."""

from datetime import timedelta

import pytest

from bot.database import Database
from tests.soak.slow_hour import away, lived_through

pytestmark = pytest.mark.timeout(900)  # a machine that has much else to do is no fault

MINUTES = 12


async def test_after_a_slow_telegram_everybody_was_told_once_and_open_chats_were_answered(database: Database) -> None:
    hour = await lived_through(database, MINUTES, seed=5)
    assert {name: which for name, which in hour.wrong().items() if which} == {}
    assert hour.due == MINUTES
    assert hour.repeated <= hour.cut_after
    assert hour.faults > 0
    assert hour.answered_meanwhile > 0


async def test_after_an_hour_without_telegram_everything_comes_and_comes_once(database: Database) -> None:
    hour = await lived_through(database, MINUTES, seed=6, weather=away, step=timedelta(minutes=5))
    assert {name: which for name, which in hour.wrong().items() if which} == {}
    assert (hour.due, hour.repeated) == (MINUTES, 0)
    assert hour.faults > MINUTES
