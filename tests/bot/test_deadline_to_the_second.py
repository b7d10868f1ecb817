"""The bot looks at the offers as soon as a deadline has passed, and not up to a minute later."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot import casework
from bot.casework import Shown
from bot.reminders.case_reminders import PASS_SECONDS, keep_reminding
from bot.reminders.offer_reminders import seconds_to_deadline
from bot.world import World
from rules.offer import OfferState
from tests.bot.case_story import AIGUL, Story, kz

NOON = kz(2026, 11, 20, 12)


async def offered(story: Story, *deadlines: datetime) -> None:
    """Aigul follows the case; an offer for each deadline is made."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    for number, respond_by in enumerate(deadlines, start=1):
        await story.offer(f"o{number}", respond_by=respond_by.isoformat())


async def test_the_next_pass_is_made_when_the_next_deadline_has_passed(story: Story) -> None:
    """Of several the nearest, the deadline itself still being in time; at the latest in a minute."""
    await offered(story, NOON, NOON + timedelta(seconds=30))
    for moment, wanted in (
        (NOON - timedelta(hours=1), 60),
        (NOON - timedelta(seconds=10), 10),
        (NOON, 0),
        (NOON + timedelta(seconds=1), 29),
        (NOON + timedelta(seconds=31), 60),
    ):
        story.at = moment
        assert round(await seconds_to_deadline(story.world, 60), 1) == wanted
        assert await seconds_to_deadline(story.world, 60) > 0


async def test_an_offer_that_awaits_nothing_wakes_nobody(story: Story) -> None:
    """Its deadline means nothing to the clock any more."""
    await offered(story, NOON)
    await casework.accept_offer(story.world, 1, 0, AIGUL, Shown("kk", 11, "Ұсыныс"))
    story.at = NOON - timedelta(seconds=10)
    assert await seconds_to_deadline(story.world, 60) == 60


async def test_that_no_answer_came_is_known_within_the_second(story: Story) -> None:
    """The reminders run by a real clock, half a second before the deadline; the next pass would be a minute later."""
    begins, ahead = datetime.now(UTC), kz(2026, 11, 18, 12) - datetime.now(UTC)
    await offered(story, kz(2026, 11, 18, 12) + timedelta(milliseconds=700))
    world = World(story.database, story.cipher, lambda: datetime.now(UTC) + ahead)
    stop = asyncio.Event()
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        tasks.create_task(keep_reminding(world, stop))
        while (await story.the_offer()).state is OfferState.OPEN:  # noqa: ASYNC110, it comes into the database
            await asyncio.sleep(0.02)
        stop.set()
    assert timedelta(milliseconds=700) < datetime.now(UTC) - begins < timedelta(seconds=PASS_SECONDS / 4)
    assert (await story.the_offer()).state is OfferState.UNDELIVERED
