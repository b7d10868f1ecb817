"""Thousands of notices through a Telegram that refuses, stumbles and breaks off at random: none is lost."""

import dataclasses
from collections import Counter
from itertools import groupby

import pytest

from bot.delivery import UNPACED
from bot.sandbox import Fault, LocalTelegram
from bot.store import outbox
from tests.bot.delivery.family import CASE, Family

NOTICES = 5_000
PEOPLE = range(1_000, 1_500)
BLOCKING = {person_id for person_id in PEOPLE if person_id % 17 == 0}
PACE = dataclasses.replace(UNPACED, first_pause_s=0.02, longest_pause_s=0.2)


def order_misfortunes(telegram: LocalTelegram, seed: int) -> None:
    mixture = [
        Fault(kind="too_many_requests", retry_after=1, times=6, probability=0.003, seed=seed),
        Fault(kind="server_error", times=500, probability=0.1, seed=seed + 1),
        Fault(kind="cut_before", times=200, probability=0.05, seed=seed + 2),
        Fault(kind="cut_after", times=100, probability=0.03, seed=seed + 3),
    ]
    for fault in mixture:
        telegram.faults.order(fault)


async def queue_for_all(family: Family) -> dict[int, list[int]]:
    """Queue all notices, to one person after the other, and return the numbers of each."""
    numbers: dict[int, list[int]] = {person_id: [] for person_id in PEOPLE}
    async with family.world.database.transaction() as transaction:
        for number in range(NOTICES):
            person_id = PEOPLE[number % len(PEOPLE)]
            numbers[person_id].append(number)
            await outbox.queue(
                transaction,
                family.world.cipher,
                dedup_key=f"{CASE} e{number} {family.followers[person_id]}",
                person_id=person_id,
                case_id=CASE,
                kind="case-received",
                details={"number": number},
                due_at=family.world.now(),
            )
    return numbers


@pytest.mark.parametrize("seed", [1])
async def test_everything_is_delivered_or_reported_and_each_person_reads_it_in_order(
    family: Family, telegram: LocalTelegram, seed: int
) -> None:
    for person_id in PEOPLE:
        await family.joins(person_id)
        family.blocks(person_id, blocked=person_id in BLOCKING)
    numbers = await queue_for_all(family)
    order_misfortunes(telegram, seed)
    await family.is_told(PACE, seconds=60)

    repeats = 0
    for person_id, expected in numbers.items():
        seen = [int(text.rpartition(" ")[2]) for text in family.sees(person_id)]
        once = [number for number, _ in groupby(seen)]
        assert once == ([] if person_id in BLOCKING else expected)
        repeats += len(seen) - len(once)
    assert repeats <= 100 - sum(fault.times for fault in telegram.faults.pending() if fault.kind == "cut_after")

    blocked = sum(len(numbers[person_id]) for person_id in BLOCKING)
    assert await family.counts() == {"delivered": NOTICES - blocked, "undeliverable": blocked}
    told = Counter((change.kind, change.details["person"]) for change in await family.changes())
    assert set(told.values()) == {NOTICES // len(PEOPLE)}
    assert sum(told.values()) == NOTICES
