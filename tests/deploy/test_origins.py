"""One word leads through the logs of all processes: from an update or an event to every call because of it."""

import asyncio
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.sandbox import Limits, LocalTelegram, sandbox_app, serving
from tests.databases import ON_POSTGRESQL
from tests.deploy.behind_nginx import WITH_NGINX
from tests.soak.conversations import Follower, Office, Phones
from tests.soak.wide import UNANSWERED, Wide, key_of_office, wide_at

pytestmark = [ON_POSTGRESQL, WITH_NGINX, pytest.mark.timeout(240)]


def lines_of(wide: Wide) -> dict[str, list[dict[str, Any]]]:
    """Return what all processes have logged, by what it came of."""
    found = defaultdict(list)
    for name, process in wide.processes.items():
        for line in process.log.splitlines():
            told = json.loads(line)
            found[told.get("origin", "")].append({**told, "process": name})
    return found


async def test_one_word_leads_from_an_update_or_an_event_to_every_call_because_of_it(
    database_url: str, tmp_path: Path
) -> None:
    telegram, phones = (made := LocalTelegram(Limits(paced=False))), Phones(made)
    secret, key = await key_of_office(database_url), Fernet.generate_key().decode()
    async with (
        serving(sandbox_app(telegram)) as base,
        wide_at(database_url, key, tmp_path, base, "DEBUG") as wide,
    ):
        listening = asyncio.create_task(phones.listen())
        follower = Follower(phones, 1, Office(wide.web, wide.front, secret))
        await follower.joins()
        await follower.is_offered()
        async with asyncio.timeout(60):
            while not follower.heard_of(follower.offers[0]):  # noqa: ASYNC110, a phone shows it
                await asyncio.sleep(0.02)
        assert await wide.waits_until(UNANSWERED, is_none=True)
        listening.cancel()
        async with wide.web.get(f"{wide.front}/v1/changes", headers=follower.office.headers) as answer:
            named = answer.headers["X-Request-Id"]
        found = lines_of(wide)

    for number in range(1, phones.sent + 1):
        events = [line["event"] for line in found[f"update.{number}"]]
        assert (events.count("update_taken"), "call_sent" in events) == (1, True), (number, events)
    (sent,) = [line for lines in found.values() for line in lines if line.get("notice") == "offer-made"]
    (taken,) = [line for line in found[sent["origin"]] if line["event"] == "request_answered"]
    assert (sent["event"], sent["process"][:6], taken["process"][:3], taken["status"]) == (
        "notice_sent",
        "worker",
        "web",
        202,
    )
    assert [line["status"] for line in found[named]] == [200]
    of_nothing = {line.get("method", "") for line in found[""] if line["event"] in {"call_sent", "notice_sent"}}
    assert not [method for method in of_nothing if method.startswith(("send", "edit", "answer"))]
    whole = "".join(process.log for process in wide.processes.values())
    assert not [word for word in ("Айгүл", str(follower.id), "Жұмыс", follower.case_id) if word in whole]
