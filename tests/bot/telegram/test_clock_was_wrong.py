"""The clock was a year ahead for a while: what waits since then comes, once; what was answered in time is in time."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from bot import casework
from bot.app import bot_at
from bot.casework import OfferReply, Shown
from bot.database import Database
from bot.reminders.case_reminders import remind
from bot.sandbox import SANDBOX_TOKEN, sandbox_app, serving
from bot.store import outbox, people, waits
from bot.telegram.clock_watch import ClockWatch
from rules.offer import OfferState
from tests.bot.case_story import AIGUL, Story, kz
from tests.bot.telegram.elsewhere import Elsewhere

YEAR = timedelta(days=365)
LEASE = timedelta(seconds=60)
NEXT_YEAR = kz(2027, 12, 1, 12).isoformat()
SHOWN = Shown("kk", 11, "Ұсыныс")


@pytest.fixture
async def offered(story: Story) -> Story:
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    return story


async def claim(story: Story) -> list[int]:
    async with story.database.statement() as connection:
        claimed = await outbox.claim(connection, story.cipher, story.at, story.at + LEASE, 10)
    return [notice.id for notice in claimed]


async def test_a_notice_that_was_queued_a_year_ahead_is_due_at_once(offered: Story) -> None:
    """It was night by that clock: it was to wait until eight in the morning of the next year."""
    right, offered.at = offered.at, offered.at.replace(hour=20) + YEAR
    await offered.offer(respond_by=NEXT_YEAR, starts_on="2027-12-10")
    offered.at = right
    assert await claim(offered) == []
    await remind(offered.world)
    assert len(await claim(offered)) == 1


async def test_a_lease_that_ends_in_a_year_ends_in_a_minute_so_that_nothing_is_sent_twice(offered: Story) -> None:
    """A worker may be sending it at this moment."""
    right, offered.at = offered.at, offered.at + YEAR
    await offered.offer(respond_by=NEXT_YEAR, starts_on="2027-12-10")
    (held,) = await claim(offered)
    offered.at = right
    await remind(offered.world)
    assert await claim(offered) == []
    offered.at += LEASE - timedelta(seconds=1)
    await remind(offered.world)
    assert await claim(offered) == []
    offered.at += timedelta(seconds=1)
    assert await claim(offered) == [held]


async def test_what_a_right_clock_lets_wait_goes_on_waiting(offered: Story) -> None:
    offered.at = kz(2026, 11, 16, 21, 30)
    await offered.offer()
    await remind(offered.world)
    offered.at = kz(2026, 11, 17, 7, 59)
    assert await claim(offered) == []
    offered.at = kz(2026, 11, 17, 8)
    assert len(await claim(offered)) == 1


async def test_whoever_asked_a_year_ahead_to_be_forgotten_is_in_a_day(offered: Story) -> None:
    async with offered.database.transaction() as transaction:
        await people.forget_at(transaction, AIGUL, offered.at + YEAR)
    await remind(offered.world)
    offered.at += timedelta(days=1, seconds=1)
    await remind(offered.world)
    async with offered.database.reading() as connection:
        assert await people.find(connection, AIGUL) is None


async def test_what_is_answered_in_time_by_telegrams_date_is_in_time_whatever_our_clock_says(offered: Story) -> None:
    """A tap has no date of its own: it counts by the answer of Telegram's server that brought it."""
    await offered.offer()
    elsewhere = Elsewhere(offered.at)
    watch = ClockWatch(lambda: elsewhere.at + YEAR, elsewhere.date, elsewhere.monotonic)
    world = dataclasses.replace(offered.world, now=watch.now)
    assert await casework.accept_offer(world, 1, 0, AIGUL, SHOWN) is not OfferReply.DONE, "nobody has told the time yet"
    watch.hear(elsewhere.at)
    assert world.now() == offered.at
    await casework.accept_offer(world, 1, 0, AIGUL, SHOWN)
    assert (await offered.the_offer()).state is OfferState.ACCEPTED


async def test_a_clock_that_is_right_to_a_minute_is_believed(story: Story) -> None:
    elsewhere = Elsewhere(story.at)
    watch = ClockWatch(lambda: story.at + timedelta(seconds=59), elsewhere.date, elsewhere.monotonic)
    watch.hear(elsewhere.at)
    assert watch.now() == story.at + timedelta(seconds=59)


async def test_every_answer_of_telegram_tells_its_date() -> None:
    heard = list[datetime]()
    async with serving(sandbox_app()) as base, bot_at(base, SANDBOX_TOKEN, hear=heard.append) as bot:
        await bot.get_updates(timeout=0)
        await bot.get_me()
    assert len(heard) == 2
    assert all(abs(date - datetime.now(UTC)) < timedelta(seconds=30) for date in heard)


async def test_what_was_written_a_year_ahead_is_said(offered: Story, database: Database) -> None:
    assert await waits.ahead(database, offered.at) == {}
    right, offered.at = offered.at, offered.at + YEAR
    await offered.offer(respond_by=NEXT_YEAR, starts_on="2027-12-10")
    found = await waits.ahead(database, right)
    assert set(found) >= {"journal"}
    assert min(found.values()) > YEAR - timedelta(days=1)
    async with database.reading() as connection:
        assert await waits.last_is_ahead_by(connection, right) == found["journal"]
        assert await waits.last_is_ahead_by(connection, offered.at) is None
