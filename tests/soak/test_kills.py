"""The short form of `python -m tests.soak kills`: the same people, a few kills."""

import asyncio

import pytest

from tests.running import Prepared
from tests.soak.kills import killed_again_and_again

pytestmark = pytest.mark.timeout(900)  # a machine that has much else to do is no fault

KILLS = 3


async def test_whatever_was_acknowledged_before_a_kill_is_there_after_it_once(database_url: str) -> None:
    toll = await asyncio.to_thread(killed_again_and_again, database_url, KILLS, 20_261_129, (Prepared,), 2, 1)
    assert (toll.lost, toll.doubled, toll.unasked, toll.unsound, toll.failures) == ([], [], [], [], [])
    assert toll.kills.total() >= KILLS
    assert min(toll.acknowledged[what] for what in ("answers", "events", "notices")) > 0
