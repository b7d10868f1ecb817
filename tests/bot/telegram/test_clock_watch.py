"""A clock that is wrong for a minute or a year closes no offer and tells nobody; right again, it goes on."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.reminders import case_reminders
from bot.reminders.case_reminders import keep_reminding
from bot.sandbox import sandbox_app, serving
from bot.telegram.clock_watch import ClockWatch, date_of
from rules.offer import OfferState
from tests.bot.case_story import AIGUL, Story, kz
from tests.bot.sandbox.playing import until
from tests.bot.telegram.elsewhere import Elsewhere

YEAR = timedelta(days=365)
DEADLINE = kz(2026, 11, 20, 12)


async def passes(story: Story, elsewhere: Elsewhere, count: int = 2) -> None:
    """Let the reminders make so many passes."""
    stop, before = asyncio.Event(), elsewhere.asked
    watch = ClockWatch(lambda: story.at, elsewhere.date, elsewhere.monotonic)
    running = asyncio.create_task(keep_reminding(story.world, stop, watch))
    await until(lambda: elsewhere.asked >= before + count)
    stop.set()
    await running


@pytest.fixture
async def offered(story: Story, monkeypatch: pytest.MonkeyPatch) -> Story:
    monkeypatch.setattr(case_reminders, "PASS_SECONDS", 0.01)
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.offer()
    return story


@pytest.mark.parametrize(
    "off", [YEAR, -YEAR, timedelta(days=5)], ids=["a year ahead", "a year behind", "five days ahead"]
)
async def test_a_wrong_clock_closes_no_offer_and_tells_nobody(offered: Story, off: timedelta) -> None:
    elsewhere, right = Elsewhere(offered.at), offered.at
    before = await offered.kinds()
    offered.at = right + off
    await passes(offered, elsewhere)
    offered.at = right
    assert ((await offered.the_offer()).state, await offered.kinds()) == (OfferState.OPEN, before)


async def test_a_clock_that_is_right_closes_it_in_time(offered: Story) -> None:
    offered.at = DEADLINE + timedelta(minutes=1)
    await passes(offered, Elsewhere(offered.at))
    assert (await offered.the_offer()).state is OfferState.UNDELIVERED


async def test_while_telegram_is_away_the_time_that_has_passed_is_counted(story: Story) -> None:
    elsewhere = Elsewhere(story.at)
    watch = ClockWatch(lambda: story.at, elsewhere.date, elsewhere.monotonic)
    assert await watch.is_right()
    elsewhere.is_away = True
    elsewhere.passes(timedelta(hours=3))
    assert not await watch.is_right(), "three hours have passed, and the clock has stood still"
    story.at += timedelta(hours=3)
    assert await watch.is_right()
    story.at += YEAR
    assert not await watch.is_right()


async def test_who_was_never_told_the_time_believes_the_clock(story: Story) -> None:
    elsewhere = Elsewhere(story.at)
    elsewhere.is_away = True
    assert await ClockWatch(lambda: story.at + YEAR, elsewhere.date, elsewhere.monotonic).is_right()


async def test_a_servers_date_is_read_from_its_answer_and_a_dead_one_gives_none() -> None:
    async with serving(sandbox_app()) as base:
        found = await date_of(base)
        assert found is not None
        assert abs(found - datetime.now(UTC)) < timedelta(seconds=5)
    assert await date_of(base) is None
