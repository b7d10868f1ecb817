"""The short form of `python -m tests.soak wide`: the same people, nginx and processes, each killed once."""

from pathlib import Path

import pytest

from tests.browser.chromium import WITH_CHROMIUM
from tests.databases import ON_POSTGRESQL
from tests.deploy.behind_nginx import WITH_NGINX
from tests.soak.wide import IN_TURN, killed_in_turn

pytestmark = [
    ON_POSTGRESQL,
    WITH_NGINX,
    WITH_CHROMIUM,
    pytest.mark.timeout(300),
]  # a machine that has much else to do is no fault
CONVERSATIONS = 32


async def test_no_conversation_and_no_notice_shows_that_each_process_was_killed_in_turn(
    database_url: str, tmp_path: Path
) -> None:
    toll = await killed_in_turn(database_url, tmp_path, CONVERSATIONS, seed=20_261_130)
    assert toll.wrong == []
    assert toll.conversations == CONVERSATIONS
    assert toll.kills == dict.fromkeys(IN_TURN, 1)
    assert toll.notices > 0
    assert toll.in_browser > 0
