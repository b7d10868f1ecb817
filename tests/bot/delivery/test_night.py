"""At night the worker tells only what is about the hours to come, however late it took it up; at eight it goes on."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery import UNPACED, Told
from bot.notices import broadcasts
from bot.notices.broadcasts import Broadcast
from bot.store import outbox
from bot.store.outbox import Notice, Urgency
from tests.bot.case_story import kz
from tests.bot.delivery.family import FATHER, MOTHER, Clock, Family

SOON_S = 1.5  # longer than the worker rests when nothing may be told


@pytest.fixture
def clock(family: Family) -> Clock:
    """The family's clock, turned by the test; it is half past eight in the evening."""
    clock = Clock(kz(2026, 11, 17, 20, 30))
    family.world.now = clock
    return clock


@contextlib.asynccontextmanager
async def told(family: Family, count: int) -> AsyncIterator[None]:
    """Deliver for the length of a block, which begins when so many notices were delivered and no more came."""
    async with family.delivering():
        async with asyncio.timeout(60):
            while (await family.counts()).get("delivered", 0) < count:  # noqa: ASYNC110, the database tells nobody
                await asyncio.sleep(0.02)
        await asyncio.sleep(SOON_S)
        assert (await family.counts()).get("delivered", 0) == count
        yield


async def is_told_at_last(family: Family) -> None:
    async with asyncio.timeout(60):
        while (await family.counts()).get("waiting"):  # noqa: ASYNC110, the database tells nobody
            await asyncio.sleep(0.02)


async def test_a_worker_that_was_down_in_the_evening_sends_at_night_only_what_cannot_wait(
    family: Family, clock: Clock
) -> None:
    """Down from half past eight to two: a visit at ten was far off when it was queued, and is eight hours away now."""
    await family.queue(MOTHER)  # the application was received
    await family.queue(MOTHER, about=kz(2026, 11, 18, 10), kind="visit-scheduled")
    await family.queue(MOTHER, about=kz(2026, 11, 18, 18), kind="visit-scheduled")
    await family.queue(FATHER, about=kz(2026, 11, 17, 21), kind="visit-reminder-hours", urgency=Urgency.URGENT)
    clock.now = kz(2026, 11, 18, 2)
    async with told(family, 1):
        assert family.sees(MOTHER) == ["Сәлем, 2"]
        assert family.sees(FATHER) == []
        clock.now = kz(2026, 11, 18, 7, 59)
        await asyncio.sleep(SOON_S)
        assert family.sees(MOTHER) == ["Сәлем, 2", "Сәлем, 3"], "by then the evening's visit is near as well"
        clock.now = kz(2026, 11, 18, 8)
        await is_told_at_last(family)
    assert family.sees(MOTHER) == ["Сәлем, 2", "Сәлем, 3", "Сәлем, 1"]
    assert family.sees(FATHER) == ["Здравствуйте, 4"]


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        (kz(2026, 11, 17, 20, 59), True),
        (kz(2026, 11, 17, 21), False),
        (kz(2026, 11, 18, 7, 59), False),
        (kz(2026, 11, 18, 8), True),
    ],
)
async def test_the_night_is_from_nine_to_eight(family: Family, clock: Clock, now: datetime, *, is_told: bool) -> None:
    await family.queue(MOTHER)
    clock.now = now
    async with told(family, int(is_told)):
        pass


async def test_what_failed_before_the_night_is_tried_again_in_the_morning(family: Family, clock: Clock) -> None:
    """A retry is no reason to wake anybody."""
    fails = [RuntimeError("the words are not found")]

    def words_for(notice: Notice) -> Told:
        for fault in fails:
            raise fault
        return Told(f"Сәлем, {notice.details['number']}")

    family.words_for = words_for
    await family.queue(MOTHER)
    async with family.delivering():
        async with asyncio.timeout(10):
            while (await family.counts()).get("failed", 0) == 0:  # noqa: ASYNC110, the database tells nobody
                await asyncio.sleep(0.02)
        fails.clear()
        clock.now = kz(2026, 11, 17, 23)
        async with family.world.database.transaction() as transaction:
            assert await outbox.retry(transaction, clock.now, clock.now) == 1
        await asyncio.sleep(SOON_S)
        assert family.sees(MOTHER) == []
        clock.now = kz(2026, 11, 18, 8)
        await is_told_at_last(family)


def ticking_from(begin: datetime) -> Callable[[], datetime]:
    """Return a clock that goes on from an instant."""
    ahead = begin - datetime.now(UTC)
    return lambda: datetime.now(UTC) + ahead


async def test_a_broadcast_that_runs_into_the_night_stops_at_nine_and_goes_on_at_eight(family: Family) -> None:
    """Forty people at eight a second, begun a second and a half before nine."""
    for person_id in range(100, 138):
        await family.joins(person_id)
    family.words_for = lambda notice: Told(notice.details[notice.language])
    begin = kz(2026, 11, 17, 20, 59) + timedelta(seconds=57)
    family.world.now = ticking_from(begin)
    text = Broadcast("KZ-79", {"kk": "Мансап орталығы көшті.", "ru": "Карьерный центр переехал."})
    assert sum([count async for count in broadcasts.queue(family.world, text)]) == 40
    family.world.now = ticking_from(begin + timedelta(seconds=1.5))
    async with family.delivering(dataclasses.replace(UNPACED, per_second=8)):
        await asyncio.sleep(3.5)
        by_nine = (await family.counts())["delivered"]
        assert 0 < by_nine < 40
        await asyncio.sleep(SOON_S)
        assert await family.counts() == {"delivered": by_nine, "waiting": 40 - by_nine}
        family.world.now = ticking_from(kz(2026, 11, 18, 8))
        await is_told_at_last(family)
    assert await family.counts() == {"delivered": 40}
