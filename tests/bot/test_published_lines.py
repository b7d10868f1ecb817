"""Which poverty lines nobody has published: found by the calendar alone, and logged once a day."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.published_lines import last_quarter, missing_lines, regions_without_line
from bot.reminders.case_reminders import keep_reminding
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.watching.logs import configure_logs
from bot.world import World
from rules import PovertyLine, PovertyLines, Quarter
from rules.regions import FORMED, REGIONS
from tests.bot.case_story import Story, kz

DAY = date(2026, 11, 23)
NOW, NEXT = Quarter(2026, 4), Quarter(2027, 1)

DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


def line(region: str, quarter: Quarter) -> PovertyLine:
    return PovertyLine.published(region, quarter, 50_000, "order")


# What is missing


def test_a_line_is_missing_until_it_is_published_for_that_very_region_and_quarter() -> None:
    lines = PovertyLines([line("KZ-79", NOW), line("KZ-71", NEXT), line("KZ-75", NOW.previous)])
    missing = missing_lines(lines, DAY)
    assert ("KZ-79", NOW) not in missing
    assert ("KZ-71", NEXT) not in missing
    assert {("KZ-79", NEXT), ("KZ-71", NOW), ("KZ-75", NOW), ("KZ-75", NEXT)} <= set(missing)
    assert len(missing) == 2 * len(REGIONS) - 2


def test_an_estimate_that_was_asked_for_is_no_published_line() -> None:
    lines = PovertyLines()
    before = missing_lines(lines, DAY)
    lines.of("KZ-79", DAY)
    assert missing_lines(lines, DAY) == before
    assert ("KZ-79", NOW) in before


def test_the_running_quarter_comes_before_the_coming_one_and_the_regions_in_the_order_of_the_law() -> None:
    assert missing_lines(PovertyLines(), DAY) == [(region, quarter) for quarter in (NOW, NEXT) for region in REGIONS]


def test_a_region_is_missing_from_the_quarter_in_which_it_was_formed() -> None:
    lines = PovertyLines()
    assert set(FORMED).isdisjoint(regions_without_line(lines, Quarter(2022, 1)))
    assert set(FORMED) <= set(regions_without_line(lines, Quarter(2022, 2)))


@given(day=DAYS, published=st.sets(st.tuples(st.sampled_from(REGIONS), st.booleans())))
def test_whatever_is_published_on_whatever_day_nothing_is_both_missing_and_published(
    day: date, published: set[tuple[str, bool]]
) -> None:
    """Each region that exists, in this quarter and the next, is one of the two; no other region or quarter is there."""
    running = Quarter.of(day)
    lines = PovertyLines(line(region, running.next if is_next else running) for region, is_next in published)
    missing = missing_lines(lines, day)
    assert len(set(missing)) == len(missing)
    there = {(one.region, one.quarter) for one in lines}
    assert there.isdisjoint(missing)
    quarters = {quarter for quarter in (running, running.next) if quarter <= last_quarter()}
    assert {quarter for _, quarter in missing} <= quarters
    for quarter in quarters:
        existing = {region for region in REGIONS if region not in FORMED or FORMED[region].on <= quarter.last_day}
        known = {region for region, of in there if of == quarter}
        assert {region for region, of in missing if of == quarter} == existing - known


# The line in the log


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """Where the log goes; whatever was configured before comes back afterwards."""
    handlers, level = logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    configure_logs("INFO", stream)
    yield stream
    logging.captureWarnings(capture=False)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


class Passes:
    """The program's passes by the clock of the story, made when a test moves it."""

    def __init__(self, story: Story, world: World, out: io.StringIO) -> None:
        self.story, self.world, self.out = story, world, out

    async def at(self, *moment: int) -> None:
        """Move the clock of Kazakhstan and let a pass be made: when the next one begins, it is over."""
        self.story.at = kz(*moment)
        async with asyncio.timeout(10):
            for _ in range(2):
                self.world.remind.set()
                while self.world.remind.is_set():  # noqa: ASYNC110, whoever begins a pass clears it
                    await asyncio.sleep(0.01)

    @property
    def logged(self) -> list[dict[str, Any]]:
        """What was logged of missing lines."""
        written = [json.loads(line) for line in self.out.getvalue().splitlines()]
        assert [line for line in written if line["event"] == "reminding_failed"] == []
        return [line for line in written if line["event"] == "poverty_lines_missing"]


@pytest.fixture
async def passes(story: Story, out: io.StringIO) -> AsyncIterator[Passes]:
    """The passes, going on while the test lasts."""
    world, stop = story.world, asyncio.Event()
    keeping = asyncio.create_task(keep_reminding(world, stop))
    yield Passes(story, world, out)
    stop.set()
    async with asyncio.timeout(5):
        await keeping


async def test_once_a_day_a_line_in_the_log_names_how_many_and_which_are_missing(passes: Passes) -> None:
    await passes.at(2026, 11, 16, 10)
    (said,) = passes.logged
    assert (said["quarter"], said["count"], said["coming_count"]) == ("2026-Q4", 20, 20)
    assert said["regions_without_line"] == said["coming_regions_without_line"] == list(REGIONS)
    for moment in ((2026, 11, 16, 10, 1), (2026, 11, 16, 23, 59)):
        await passes.at(*moment)
    assert len(passes.logged) == 1
    await passes.at(2026, 11, 17)
    await passes.at(2026, 11, 17, 12)
    assert len(passes.logged) == 2


async def test_the_day_and_the_quarter_are_those_of_kazakhstan(passes: Passes) -> None:
    """Five hours before the new year of the clock of Greenwich."""
    await passes.at(2026, 12, 31, 23, 59)
    await passes.at(2027, 1, 1)
    assert [line["quarter"] for line in passes.logged][-2:] == ["2026-Q4", "2027-Q1"]


async def test_what_was_entered_is_named_no_more(passes: Passes) -> None:
    await passes.at(2026, 11, 16, 10)
    added_on = date(2026, 11, 16)
    async with passes.story.database.transaction() as transaction:
        lines = [AddedLine(region, "2026-Q4", 50_000, "order", added_on) for region in REGIONS]
        lines.append(AddedLine("KZ-79", "2027-Q1", 50_000, "order", added_on))
        await poverty_lines.put_lines(transaction, lines)
    await passes.at(2026, 11, 17, 10)
    said = passes.logged[-1]
    assert (said["count"], said["regions_without_line"], said["coming_count"]) == (0, [], 19)
    assert "KZ-79" not in said["coming_regions_without_line"]


async def test_a_clock_that_was_set_ahead_by_days_is_told_of_once(passes: Passes) -> None:
    await passes.at(2026, 11, 16, 10)
    ahead = kz(2026, 11, 16, 10) + timedelta(days=60)
    await passes.at(ahead.year, ahead.month, ahead.day, 10)
    assert [line["quarter"] for line in passes.logged] == ["2026-Q4", "2027-Q1"]
