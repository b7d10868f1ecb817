"""Reminders to very many families on one day: each is told once, whoever shares the pass and wherever it stops."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bot.database import open_database
from bot.reminders import reminders_by_day
from bot.reminders.reminders_by_day import remind_by_day
from bot.store import cases, due_cases, people
from bot.store.due_cases import Batch, Due, Walk
from bot.world import World
from rules.case import CaseStatus
from tests.bot.case_story import SHYMKENT, Story, kz

FAMILIES = 800
BATCH, LOOKED_AT = 40, 160
LONGEST = reminders_by_day.LOOKED_AT
MORNING = kz(2026, 12, 29, 11)
ENDS = date(2026, 12, 31)
RENEWAL, OVERDUE = "renewal-reminder", "examination-overdue"


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders_by_day, "BATCH", BATCH)
    monkeypatch.setattr(reminders_by_day, "LOOKED_AT", LOOKED_AT)
    monkeypatch.setattr(reminders_by_day, "MOST_SECONDS", 600.0)


@pytest.fixture
async def many(story: Story) -> Story:
    """So many families whose assistance ends on the same day, and a few whose examination is overdue."""
    await families(story, range(1, FAMILIES + 1))
    story.at = MORNING
    return story


async def families(story: Story, numbers: range) -> None:
    cipher, applied_on = story.cipher, date(2026, 11, 2)
    async with story.database.transaction() as transaction:
        for number in numbers:
            case_id = f"case-{number}"
            await people.choose_language(transaction, number, "kk", story.at)
            await cases.open_case(transaction, case_id, case_id, SHYMKENT, applied_on, story.at)
            await cases.join(transaction, cipher, case_id, number, f"p{number}", None, story.at)
            if number % 20:
                case = await cases.load(transaction, cipher, case_id)
                assert case is not None
                decision: cases.Decision = {"paid_until": ENDS.isoformat()}
                await cases.change_status(transaction, cipher, case, CaseStatus.ASSIGNED, applied_on, decision)


async def told(story: Story) -> Counter[tuple[str, int]]:
    """How often each person was told what."""
    async with story.database.reading() as connection:
        rows = await connection.fetch("select kind, person_id from outbox", {})
    return Counter((row["kind"], row["person_id"]) for row in rows)


def everybody() -> dict[tuple[str, int], int]:
    return {(RENEWAL if number % 20 else OVERDUE, number): 1 for number in range(1, FAMILIES + 1)}


async def test_all_families_are_told_once_by_however_many_passes(many: Story) -> None:
    assert await remind_by_day(many.world, MORNING) == FAMILIES
    assert await remind_by_day(many.world, MORNING) == 0
    assert await told(many) == everybody()


async def test_two_workers_at_once_share_a_pass(many: Story, database_url: str) -> None:
    """Each has connections of its own: together they tell everybody once, and each has a part in it."""
    async with open_database(database_url) as another:
        twin = World(another, many.cipher, lambda: MORNING)
        queued = await asyncio.gather(remind_by_day(many.world, MORNING), remind_by_day(twin, MORNING))
    assert sum(queued) == FAMILIES
    assert min(queued) > FAMILIES // 10
    assert await told(many) == everybody()


async def test_a_pass_whose_worker_died_between_batches_is_gone_on_with(
    many: Story, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in the middle of one, which then was never there; another worker meanwhile tells the others."""
    deaths = claims_until_death(12)
    monkeypatch.setattr(due_cases, "claim", next(deaths))
    dying = asyncio.create_task(remind_by_day(many.world, MORNING))
    with suppress(asyncio.CancelledError):
        await dying
    monkeypatch.setattr(due_cases, "claim", next(deaths))
    told_before = (await told(many)).total()
    assert 11 * (BATCH - 2) <= told_before <= 12 * BATCH, "whole batches, and nothing of the one it died in"
    async with open_database(database_url) as another:
        assert await remind_by_day(World(another, many.cipher, lambda: MORNING), MORNING) == FAMILIES - told_before
    assert await told(many) == everybody()


def claims_until_death(count: int) -> Iterator[object]:
    """Give a claim that ends its worker at the so-manieth batch, and then the one that does not."""
    really, left = due_cases.claim, iter(range(count))

    async def claim(transaction: object, walk: Walk, batch: Batch) -> set[str]:
        claimed = await really(transaction, walk, batch)  # type: ignore[arg-type]
        if next(left, None) is None:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
            await asyncio.sleep(0)
        return claimed

    yield claim
    yield really


async def test_a_pass_never_has_more_than_a_batch_in_its_hands(many: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """And lets others have their turn after each: its memory and the pause of the loop are those of a batch."""
    sizes, turns = list[int](), 0
    really = due_cases.untold

    async def untold(connection: object, walk: Walk, batch: Batch, kind: str) -> list[Due]:
        found = await really(connection, walk, batch, kind)  # type: ignore[arg-type]
        sizes.append(len(found))
        return found

    async def count_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.001)

    monkeypatch.setattr(due_cases, "untold", untold)
    others = asyncio.create_task(count_turns())
    await remind_by_day(many.world, MORNING)
    others.cancel()
    assert max(sizes) == LOOKED_AT
    assert turns > len(sizes) // 2, "two looks a batch"


async def test_what_cannot_wait_is_looked_at_before_a_long_pass_goes_on(
    many: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders_by_day, "MOST_SECONDS", 0.0)
    world = many.world
    assert 0 < await remind_by_day(world, MORNING) <= BATCH
    assert world.remind.is_set(), "the next pass begins at once"
    monkeypatch.setattr(reminders_by_day, "MOST_SECONDS", 600.0)
    world.remind.clear()
    await remind_by_day(world, MORNING)
    assert await told(many) == everybody()


async def test_a_long_pass_ends_when_the_program_is_to_stop(many: Story) -> None:
    """And is gone on with by the next one."""
    world = many.world
    passing = asyncio.create_task(remind_by_day(world, MORNING))
    while (await told(many)).total() < BATCH:  # noqa: ASYNC110, nobody tells when it is
        await asyncio.sleep(0.01)
    world.remind.set()
    assert BATCH <= await asyncio.wait_for(passing, 10) < FAMILIES
    world.remind.clear()
    await remind_by_day(world, MORNING)
    assert await told(many) == everybody()


def test_no_batch_is_longer_than_its_queries_say() -> None:
    """What lies beyond their limit would be passed over."""
    limits = re.findall(
        r"^\s*limit (\d+)", Path(due_cases.__file__).with_suffix(".sql").read_text("utf-8"), re.MULTILINE
    )
    assert len(limits) == 4
    assert {int(limit) for limit in limits} == {LONGEST}
