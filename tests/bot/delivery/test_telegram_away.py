"""Telegram is out of reach: the authority learns within a minute that a family was not told, and when it was."""

import asyncio
import dataclasses
from datetime import timedelta

import pytest

from bot.delivery import UNPACED
from bot.sandbox import Fault, LocalTelegram
from bot.store.outbox import Urgency
from tests.bot.case_story import kz
from tests.bot.delivery.family import MOTHER, Clock, Family

IMPATIENT = dataclasses.replace(UNPACED, first_pause_s=0.05, longest_pause_s=0.05)


async def attempts(family: Family, count: int) -> None:
    """Wait until the first notice of the case was tried so often."""
    async with asyncio.timeout(60):
        while (await family.fates())[0].attempts < count:  # noqa: ASYNC110, the database tells nobody
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("kind", ["server_error", "cut_before"])
async def test_after_a_minute_of_failing_attempts_the_authority_learns_it_once_and_that_it_got_through(
    family: Family, telegram: LocalTelegram, kind: str
) -> None:
    clock = Clock(kz(2026, 11, 17, 12))
    family.world.now = clock
    telegram.faults.order(Fault.model_validate({"kind": kind, "times": 10_000}))
    await family.queue(MOTHER, kind="visit-scheduled", details={"number": 1, "visit_id": "v1"})
    async with family.delivering(IMPATIENT):
        await attempts(family, 1)
        clock.now += timedelta(seconds=59)
        await attempts(family, 2)
        assert await family.changes() == []
        for passes in range(3, 6):
            clock.now += timedelta(seconds=30)
            await attempts(family, passes)
        (change,) = await family.changes()
        assert (change.kind, change.details) == (
            "undeliverable",
            {
                "person": "p1",
                "notice": "visit-scheduled",
                "visit_id": "v1",
                "reason": "telegram_unreachable",
                "anybody_reached": None,
            },
        )
        assert await family.counts() == {"waiting": 1}
        telegram.faults.clear()
        clock.now += timedelta(seconds=1)
        await family.nothing_waits()
    assert [change.kind for change in await family.changes()] == ["undeliverable", "delivered"]
    assert family.sees(MOTHER) == ["Сәлем, 1"]


async def test_being_asked_to_wait_is_no_failing(family: Family, telegram: LocalTelegram) -> None:
    """Telegram answers, and names the moment: the notice is on its way."""
    clock = Clock(kz(2026, 11, 17, 12))
    family.world.now = clock
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=1, times=2, chat_id=MOTHER))
    await family.queue(MOTHER, urgency=Urgency.URGENT)
    async with family.delivering(IMPATIENT):
        for _ in range(3):
            await asyncio.sleep(0.2)
            clock.now += timedelta(minutes=2)
        await family.nothing_waits()
    assert [change.kind for change in await family.changes()] == ["delivered"]
