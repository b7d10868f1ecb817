"""kill -9 of the worker between any two steps: nothing is lost, and what comes twice comes at most so."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.privacy import Cipher
from bot.sandbox import LocalTelegram, sandbox_app, serving
from tests.bot.delivery.family import MOTHER, Family

DELIVERING = Path(__file__).with_name("delivering.py")
KEY = Fernet.generate_key().decode()
LEASE_SECONDS = "1"
START_SECONDS = 60


@pytest.fixture
def cipher() -> Cipher:
    """A cipher whose key the process is told."""
    return Cipher([KEY])


class Holding:
    """Between Telegram and the bot: lets every call through, and keeps the answers to messages while `holds`."""

    def __init__(self, app: ASGIApp, gate: "Gate") -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def answer(message: object) -> None:
            if self.gate.holds and scope["path"].endswith("/sendMessage"):
                await asyncio.sleep(START_SECONDS)
            await send(message)  # type: ignore[arg-type]

        await self.app(scope, receive, answer)


class Gate:
    """Whether answers are held."""

    holds = False


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
async def base(telegram: LocalTelegram, gate: Gate) -> AsyncIterator[str]:
    app = sandbox_app(telegram)
    app.add_middleware(Holding, gate=gate)
    async with serving(app) as base:
        yield base


class Worker:
    """A worker in a process of its own."""

    def __init__(self, url: str, base: str, how: str = "usually") -> None:
        self.process = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
            [sys.executable, str(DELIVERING), url, KEY, base, LEASE_SECONDS, how],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": ":".join(sys.path)},
        )

    async def has_claimed(self) -> None:
        assert self.process.stdout is not None
        line = await asyncio.wait_for(asyncio.to_thread(self.process.stdout.readline), START_SECONDS)
        assert line == b"claimed\n"

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


async def until_seen(family: Family, count: int) -> None:
    async with asyncio.timeout(START_SECONDS):
        while len(family.sees(MOTHER)) < count:  # noqa: ASYNC110, a phone tells nobody
            await asyncio.sleep(0.005)


async def test_killed_between_claim_and_sending_nothing_is_lost_and_nothing_repeated(
    family: Family, database_url: str, base: str
) -> None:
    await family.queue(MOTHER)
    worker = Worker(database_url, base, "slowly")
    await worker.has_claimed()
    worker.kill()
    assert family.sees(MOTHER) == []
    await family.is_told()
    assert family.sees(MOTHER) == ["Сәлем, 1"]


async def test_killed_between_sending_and_marking_one_message_is_repeated_and_reported_once(
    family: Family, database_url: str, base: str, gate: Gate
) -> None:
    await family.queue(MOTHER)
    gate.holds = True
    worker = Worker(database_url, base)
    await until_seen(family, 1)
    worker.kill()
    gate.holds = False
    assert await family.counts() == {"waiting": 1}
    await family.is_told()
    assert family.sees(MOTHER) == ["1", "Сәлем, 1"]
    assert [change.kind for change in await family.changes()] == ["delivered"]


async def test_killed_after_marking_nothing_is_repeated(family: Family, database_url: str, base: str) -> None:
    await family.queue(MOTHER)
    worker = Worker(database_url, base)
    await family.nothing_waits(START_SECONDS)
    worker.kill()
    await family.queue(MOTHER)
    await family.is_told()
    assert family.sees(MOTHER) == ["1", "Сәлем, 2"]


async def test_killed_at_any_moment_a_row_of_notices_is_complete_and_in_order(
    family: Family, database_url: str, base: str
) -> None:
    """Twice in a row; each death may repeat the one message that was on its way to each person."""
    notices, deaths = 100, 2
    for _ in range(notices):
        await family.queue(MOTHER)
    for _ in range(deaths):
        seen = len(family.sees(MOTHER))
        worker = Worker(database_url, base)
        await until_seen(family, min(seen + 5, notices))
        await asyncio.sleep(random.uniform(0, 0.1))  # noqa: S311 - any moment
        worker.kill()
    await family.is_told()
    numbers = [int(text.rpartition(" ")[2]) for text in family.sees(MOTHER)]
    assert sorted(set(numbers)) == list(range(1, notices + 1))
    assert numbers == sorted(numbers)
    assert max(Counter(numbers).values()) <= 1 + deaths
    assert len(numbers) <= notices + deaths
    assert Counter(change.kind for change in await family.changes()) == {"delivered": notices}
