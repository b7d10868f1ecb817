"""What is no longer true when its turn comes is not told, even by a worker that has it already."""

import asyncio
import dataclasses
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.database import open_database
from bot.delivery import UNPACED, Told, worker
from bot.delivery.outcomes import Outcome
from bot.delivery.settling import settle
from bot.store import outbox
from bot.store.notice_keys import of_event
from bot.store.outbox import Notice
from bot.world import World
from tests.bot.delivery.family import CASE, FATHER, MOTHER, Family, by_day, said_of

SLOW_S = 1.2


@pytest.fixture
def slow(family: Family) -> Family:
    """A family whose worker is slow in finding words: it has a notice for a second before it is sent."""

    async def slowly(notice: Notice) -> Told:
        await asyncio.sleep(SLOW_S)
        return said_of(notice)

    family.words_for = slowly
    return family


async def withdraw_the_first(world: World) -> None:
    async with world.database.transaction() as transaction:
        await outbox.withdraw_of_case(transaction, of_event(CASE, "e1"), world.now())


async def test_what_is_taken_back_a_second_before_it_would_be_sent_is_not_told(slow: Family) -> None:
    await slow.queue(MOTHER, kind="visit-scheduled")
    await slow.queue(FATHER, kind="visit-scheduled")
    async with slow.delivering():
        await asyncio.sleep(0.15)  # the worker has both by now
        await withdraw_the_first(slow.world)
        await slow.nothing_waits()
    assert slow.sees(MOTHER) == []
    assert slow.sees(FATHER) == ["Здравствуйте, 2"]
    assert await slow.counts() == {"delivered": 1, "withdrawn": 1}
    assert [change.details["person"] for change in await slow.changes()] == ["p2"]


async def test_by_another_process_too(slow: Family, database_url: str) -> None:
    await slow.queue(MOTHER, kind="visit-scheduled")
    async with open_database(database_url) as another, slow.delivering():
        await asyncio.sleep(0.15)
        await withdraw_the_first(World(another, slow.world.cipher))
        await asyncio.sleep(SLOW_S + 0.3)
    assert slow.sees(MOTHER) == []
    assert await slow.counts() == {"withdrawn": 1}


async def test_what_follows_for_the_same_person_is_told_after_it(slow: Family) -> None:
    """The cancellation of the visit, say, which is queued when the visit is taken back."""
    await slow.queue(MOTHER, kind="visit-scheduled")
    async with slow.delivering():
        await asyncio.sleep(0.15)
        await withdraw_the_first(slow.world)
        await slow.queue(MOTHER, kind="visit-cancelled")
        await slow.nothing_waits()
    assert slow.sees(MOTHER) == ["Сәлем, 2"]


async def test_a_worker_that_was_slower_than_its_lease_lets_go(slow: Family) -> None:
    """Somebody else may have it by now: only whoever has claimed it anew tells it."""
    await slow.queue(MOTHER)
    async with slow.delivering(dataclasses.replace(UNPACED, lease_s=SLOW_S / 2, in_flight=1)):
        await asyncio.sleep(SLOW_S + 0.3)
        assert slow.sees(MOTHER) == []
        slow.words_for = said_of
    await slow.is_told()
    assert slow.sees(MOTHER) == ["Сәлем, 1"]


async def test_a_clock_set_ahead_before_the_mark_is_written_sends_nothing_twice(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lease of what was sent has run out by that clock, as after a night in which the machine slept."""
    ahead = timedelta()
    family.world = dataclasses.replace(family.world, now=lambda: by_day() + ahead)

    async def settle_later(world: World, outcomes: Sequence[Outcome]) -> None:
        await asyncio.sleep(0.6)
        await settle(world, outcomes)

    monkeypatch.setattr(worker, "settle", settle_later)
    await family.queue(MOTHER)
    async with family.delivering():
        async with asyncio.timeout(30):
            while not family.sees(MOTHER):  # noqa: ASYNC110, a phone tells nobody
                await asyncio.sleep(0.01)
        ahead = timedelta(minutes=10)
        family.world.queued.set()
        await family.nothing_waits()
    assert family.sees(MOTHER) == ["Сәлем, 1"]
    assert await family.counts() == {"delivered": 1}


async def test_what_has_failed_is_taken_back_as_well(family: Family) -> None:
    """Otherwise a visit that has moved since would be told when it is queued again."""
    family.words_for = lambda _notice: Told("<blink>")
    await family.queue(MOTHER)
    await family.is_told()
    assert await family.counts() == {"failed": 1}
    await withdraw_the_first(family.world)
    assert await family.counts() == {"withdrawn": 1}


async def retries(family: Family, **which: object) -> int:
    now = family.world.now()
    async with family.world.database.transaction() as transaction:
        return await outbox.retry(transaction, now, now, **which)  # type: ignore[arg-type]  # as the test names them


async def test_what_failed_is_told_once_it_is_queued_again(family: Family) -> None:
    family.words_for = lambda _notice: Told("<blink>")
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    family.words_for = said_of
    assert await retries(family) == 2
    assert await retries(family) == 0
    await family.is_told()
    assert (family.sees(MOTHER), family.sees(FATHER)) == (["Сәлем, 1"], ["Здравствуйте, 1"])
    assert [change.kind for change in await family.changes()] == ["undeliverable"] * 2 + ["delivered"] * 2


async def test_one_case_or_one_notice_can_be_queued_again_alone(family: Family) -> None:
    family.words_for = lambda _notice: Told("<blink>")
    await family.queue(MOTHER, FATHER)
    await family.is_told()
    first, second = [fate.id for fate in await family.fates()]
    assert await retries(family, case_id="79-9") == 0
    assert await retries(family, notice_id=first) == 1
    assert await retries(family, case_id=CASE, notice_id=first) == 0
    assert {fate.id: fate.state for fate in await family.fates()} == {first: "waiting", second: "failed"}
    assert await retries(family, case_id=CASE) == 1


async def test_what_is_no_longer_worth_telling_stays_failed(family: Family) -> None:
    family.words_for = lambda _notice: Told("<blink>")
    await family.queue(MOTHER, good_until=family.world.now() + timedelta(seconds=1))
    await family.is_told()
    await asyncio.sleep(1)
    assert await retries(family) == 0
    assert await family.counts() == {"failed": 1}
