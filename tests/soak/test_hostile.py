"""The short form of `python -m tests.soak updates`."""

import pytest

from bot.database import Database
from tests.soak.hostile import fed

pytestmark = pytest.mark.timeout(900)  # a machine that has much else to do is no fault

UPDATES = 600


@pytest.mark.filterwarnings("ignore:Detected unknown update type")  # aiogram says so of every update of next year
async def test_hostile_updates_change_nothing_of_others_and_stall_nobody(database: Database) -> None:
    found = await fed(database, UPDATES, seed=20_261_129)
    assert {name: which for name, which in found.wrong().items() if which} == {}
    assert found.updates == UPDATES
    assert found.presses > UPDATES // 20
