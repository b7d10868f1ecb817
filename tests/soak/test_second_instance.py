"""Two programs at one database and one Telegram: both work, and nothing is told or written down twice."""

import asyncio
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.sandbox import Limits, LocalTelegram
from tests.running import Prepared, TelegramAside
from tests.soak.kills import Killed, Toll, wait_for_acts, wait_until_told
from tests.soak.load import Load

pytestmark = pytest.mark.timeout(900)  # a machine that has much else to do is no fault

ACTS = 25


def beside_each_other(url: str, folder: Path) -> Toll:
    """Let people and two offices go about, each office at another of two programs."""
    key = Fernet.generate_key().decode()
    with TelegramAside(LocalTelegram(Limits(paced=False))) as aside:
        places = [folder / name for name in ("first", "second")]
        for place in places:
            place.mkdir()
        both = [Killed(url, (Prepared,), place, aside, key) for place in places]
        load = Load(aside.address, [one.address for one in both], asyncio.run(both[0].makes_key()), 1, 1, 2)
        with both[0].program, both[1].program:
            for one in both:
                one.program.kill()
                one.starts()
            load.begin()
            wait_for_acts(load, ACTS)
            load.end()
            wait_until_told(both[0])
            for one in both:
                one.program.stop()
        asyncio.run(both[0].is_examined(load, at_the_end=True))
        asyncio.run(both[0].is_counted(load))
    return both[0].toll


async def test_two_programs_on_one_database_both_work_and_nothing_is_told_twice(
    database_url: str, tmp_path: Path
) -> None:
    toll = await asyncio.to_thread(beside_each_other, database_url, tmp_path)
    assert (toll.lost, toll.doubled, toll.unasked, toll.unsound, toll.failures) == ([], [], [], [], [])
    assert toll.acknowledged["notices"] > 0
    assert toll.repeated == 0
