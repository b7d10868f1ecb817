"""kill -9 of the worker between any two steps: nothing is lost, and what comes twice comes at most so."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.delivery.words import words_from
from bot.sandbox import LocalTelegram, sandbox_app, serving
from bot.store.cipher import Cipher
from bot.texts import Language, texts
from tests.bot.delivery.delivering import work_until_killed
from tests.bot.delivery.family import MOTHER, Family
from tests.running import FORKING

KEY = Fernet.generate_key().decode()
# Longer than a first message may take on a busy machine: what ends is claimed again.
LEASE_S = 5.0
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


@pytest.fixture
def family(family: Family) -> Family:
    """The family, told in the program's own words."""
    family.words_for = words_from(family.world)
    return family


class Worker:
    """A worker in a process of its own; `start` makes one that does not outlive its test."""

    def __init__(self, said: Path, url: str, base: str, where: str) -> None:
        self._said = said
        self._said.touch()
        self._process = FORKING.Process(target=work_until_killed, args=(said, url, KEY, base, LEASE_S, where))
        self._process.start()

    async def stands(self, *said: str) -> None:
        """Wait until it has said these words, the last of which tells where it stands."""
        async with asyncio.timeout(START_SECONDS):
            while len(words := self._said.read_text().split()) < len(said):  # noqa: ASYNC110, a file tells nobody
                await asyncio.sleep(0.01)
        assert words == [*said]

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


Start = Callable[..., Worker]


@pytest.fixture
def start(database_url: str, base: str, tmp_path: Path) -> Iterator[Start]:
    """Start a worker, and let none outlive the test, however that ends."""
    started: list[Worker] = []

    def start(where: str = "never") -> Worker:
        started.append(Worker(tmp_path / f"said-{len(started)}", database_url, base, where))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


def day_of(number: int) -> date:
    """The day that makes the notice of a number another than all others."""
    return date(2026, 1, 1) + timedelta(days=number)


async def queue(family: Family) -> int:
    """Queue one notice to the mother and return its number."""
    return await family.queue(MOTHER, details={"on": day_of(family.queued + 1).isoformat()})


def numbers_seen(family: Family) -> list[int]:
    """Return the numbers of the notices that the mother reads, each in the program's own words."""
    words, today = texts(Language.KK), family.world.today()
    number_of = {
        words.say("case-received", date=words.day(day_of(number), today)).partition("\n")[0]: number
        for number in range(1, family.queued + 1)
    }
    return [number_of[text.partition("\n")[0]] for text in family.sees(MOTHER)]


async def until_seen(family: Family, count: int) -> None:
    async with asyncio.timeout(START_SECONDS):
        while len(family.sees(MOTHER)) < count:  # noqa: ASYNC110, a phone tells nobody
            await asyncio.sleep(0.005)


async def test_killed_between_claim_and_sending_nothing_is_lost_and_nothing_repeated(
    family: Family, start: Start
) -> None:
    await queue(family)
    worker = start("in_words")
    await worker.stands("claimed")
    worker.kill()
    assert family.sees(MOTHER) == []
    await family.is_told()
    assert numbers_seen(family) == [1]


async def test_what_a_killed_worker_held_is_free_at_once_for_the_next_one(
    family: Family, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not when its lease ends, which is in a minute as in the program."""
    monkeypatch.setattr("tests.bot.delivery.test_killed_worker.LEASE_S", 60.0)
    await queue(family)
    worker = start("in_words")
    await worker.stands("claimed")
    worker.kill()
    await family.is_told(seconds=20)
    assert numbers_seen(family) == [1]


async def test_what_a_living_worker_holds_stays_its_own_also_where_its_number_and_machine_have_the_same_name(
    family: Family, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in two containers: each has the number 1, and both may be called the same."""
    monkeypatch.setattr("tests.bot.delivery.test_killed_worker.LEASE_S", 60.0)
    await queue(family)
    worker = start("in_words")
    await worker.stands("claimed")
    monkeypatch.setattr(os, "getpid", lambda: worker.pid)
    async with family.delivering():
        await asyncio.sleep(1)
    assert (family.sees(MOTHER), await family.counts()) == ([], {"waiting": 1})


async def test_killed_between_sending_and_marking_one_message_is_repeated_and_reported_once(
    family: Family, start: Start, gate: Gate
) -> None:
    await queue(family)
    gate.holds = True
    worker = start()
    await until_seen(family, 1)
    worker.kill()
    gate.holds = False
    assert await family.counts() == {"waiting": 1}
    await family.is_told()
    assert numbers_seen(family) == [1, 1]
    assert [change.kind for change in await family.changes()] == ["delivered"]


async def test_killed_while_the_marks_are_written_nothing_of_them_is_there_and_one_message_is_repeated(
    family: Family, start: Start
) -> None:
    """The change for the authority, and the mark itself: all was written, and nothing was committed."""
    await queue(family)
    worker = start("before_commit")
    await worker.stands("claimed", "before_commit")
    worker.kill()
    assert (await family.counts(), await family.changes()) == ({"waiting": 1}, [])
    await family.is_told()
    assert numbers_seen(family) == [1, 1]
    assert [change.kind for change in await family.changes()] == ["delivered"]


async def test_killed_as_soon_as_the_marks_are_committed_nothing_is_repeated(family: Family, start: Start) -> None:
    await queue(family)
    worker = start("after_commit")
    await worker.stands("claimed", "after_commit")
    worker.kill()
    await family.is_told()
    assert (await family.counts(), numbers_seen(family)) == ({"delivered": 1}, [1])
    assert [change.kind for change in await family.changes()] == ["delivered"]


async def test_killed_after_marking_nothing_is_repeated(family: Family, start: Start) -> None:
    await queue(family)
    worker = start()
    await family.nothing_waits(START_SECONDS)
    worker.kill()
    await queue(family)
    await family.is_told()
    assert numbers_seen(family) == [1, 2]


async def test_killed_at_any_moment_a_row_of_notices_is_complete_and_in_order(family: Family, start: Start) -> None:
    """Twice in a row; each death may repeat the one message that was on its way to each person."""
    notices, deaths = 100, 2
    for _ in range(notices):
        await queue(family)
    for _ in range(deaths):
        seen = len(family.sees(MOTHER))
        worker = start()
        await until_seen(family, min(seen + 5, notices))
        await asyncio.sleep(random.uniform(0, 0.1))  # noqa: S311 - any moment
        worker.kill()
    await family.is_told()
    numbers = numbers_seen(family)
    assert sorted(set(numbers)) == list(range(1, notices + 1))
    assert numbers == sorted(numbers)
    assert max(Counter(numbers).values()) <= 1 + deaths
    assert len(numbers) <= notices + deaths
    assert Counter(change.kind for change in await family.changes()) == {"delivered": notices}
