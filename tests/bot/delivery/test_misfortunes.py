"""Thousands of notices through a Telegram that refuses, stumbles and breaks off at random: none is lost.

Of one whose reply was cut off twice it is said that nobody knows. Meanwhile people block the bot and come back, or
delete their accounts.
"""

import asyncio
import contextlib
import dataclasses
import random
from collections import Counter
from collections.abc import AsyncIterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

import pytest

from bot.delivery import UNPACED
from bot.sandbox import Fault, LocalTelegram
from bot.store import outbox
from bot.store.notice_keys import NoticeKey, of_event
from bot.telegram.wire import MOST_COPIES
from tests.bot.delivery.family import CASE, Family

PACE: Final = dataclasses.replace(UNPACED, first_pause_s=0.02, longest_pause_s=0.2)
REASONS: Final = {"blocked", "deactivated"}


class Trial(NamedTuple):
    """So many notices to so many people, and the seed of what befalls them."""

    notices: int
    people: int
    seed: int
    too_many: int
    """How often Telegram answers with 429."""

    @property
    def person_ids(self) -> range:
        """Telegram's ids of the people."""
        return range(1_000, 1_000 + self.people)


TRIALS: Final = [Trial(2_000, 200, seed=1, too_many=9), *(Trial(500, 50, seed, too_many=6) for seed in (2, 3, 4))]


def order_misfortunes(telegram: LocalTelegram, trial: Trial) -> dict[str, int]:
    """Order everything that Telegram and the way to it have in store, in shares of all calls; return how much of it."""
    shares: list[tuple[Literal["server_error", "cut_before", "cut_after", "deactivated"], float]] = [
        ("server_error", 0.08),
        ("cut_before", 0.04),
        ("cut_after", 0.03),
        ("deactivated", 0.01),
    ]
    mixture = [
        Fault(kind="too_many_requests", times=trial.too_many, probability=0.02, seed=trial.seed),
        *(
            Fault(kind=kind, times=round(trial.notices * of_all), probability=of_all, seed=trial.seed + place)
            for place, (kind, of_all) in enumerate(shares, start=1)
        ),
    ]
    random.Random(trial.seed).shuffle(mixture)  # noqa: S311, any order: the first that strikes is suffered
    for fault in mixture:
        telegram.faults.order(fault)
    return {fault.kind: fault.times for fault in mixture}


@contextlib.asynccontextmanager
async def people_come_and_go(family: Family, trial: Trial) -> AsyncIterator[set[int]]:
    """Let some block the bot at any moment, and come back or not, and some delete their accounts; gives those."""
    chance, gone = random.Random(trial.seed), set[int]()  # noqa: S311, any moment

    async def wander() -> None:
        while True:
            await asyncio.sleep(chance.uniform(0, 0.05))
            person_id = chance.choice(trial.person_ids)
            if person_id not in gone and chance.random() < 0.1:
                family.deletes_account(person_id)
                gone.add(person_id)
            family.blocks(person_id, blocked=chance.random() < 0.5)

    wandering = asyncio.create_task(wander())
    try:
        yield gone
    finally:
        wandering.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await wandering


async def queue_for_all(family: Family, trial: Trial) -> None:
    """Queue all notices, to one person after the other; each tells its number."""
    async with family.world.database.transaction() as transaction:
        for number in range(trial.notices):
            person_id = trial.person_ids[number % trial.people]
            await outbox.queue(
                transaction,
                family.world.cipher,
                key=NoticeKey(of_event(CASE, f"e{number}"), family.followers[person_id]),
                person_id=person_id,
                case_id=CASE,
                kind="case-received",
                details={"number": number},
                due_at=family.world.now(),
            )


def seen_by(family: Family, person_id: int) -> list[int]:
    """Return the numbers that a person reads, in the order in which they came."""
    return [int(text.rpartition(" ")[2]) for text in family.sees(person_id)]


@pytest.mark.parametrize("trial", TRIALS, ids=str)
async def test_everything_is_delivered_or_reported_and_each_person_reads_it_in_order(
    family: Family, telegram: LocalTelegram, trial: Trial
) -> None:
    for person_id in trial.person_ids:
        await family.joins(person_id)
    await queue_for_all(family, trial)
    ordered = order_misfortunes(telegram, trial)
    async with people_come_and_go(family, trial) as gone:
        await family.is_told(PACE, seconds=100)
    happened = Counter(ordered) - Counter({fault.kind: fault.times for fault in telegram.faults.pending()})
    assert happened.keys() == ordered.keys(), "each misfortune has happened"
    assert gone

    fates = dict(enumerate(sorted(await family.fates(), key=lambda fate: fate.id)))
    assert Counter(fate.state for fate in fates.values()).keys() - {"failed"} == {"delivered", "undeliverable"}
    assert {fate.reason for fate in fates.values() if fate.state == "failed"} <= {outbox.REPLY_LOST}
    assert {fate.reason for fate in fates.values() if fate.state == "undeliverable"} == REASONS
    repeats, unmarked = 0, 0
    for person_id in trial.person_ids:
        seen = seen_by(family, person_id)
        once = [number for number, _ in groupby(seen)]
        assert once == sorted(set(once)), "in order, and a repeat follows at once"
        assert max(Counter(seen).values(), default=0) <= MOST_COPIES
        mine = [number for number in fates if trial.person_ids[number % trial.people] == person_id]
        delivered = {number for number in mine if fates[number].state == "delivered"}
        assert delivered <= set(once) <= set(mine)
        repeats, unmarked = repeats + len(seen) - len(once), unmarked + len(set(once) - delivered)
    # only what was cut off on its way back comes twice, or was read by somebody who could not be reached again
    assert repeats + unmarked <= happened["cut_after"]
    await is_reported(family, fates)


async def is_reported(family: Family, fates: dict[int, outbox.Fate]) -> None:
    """Check that the authority learns of each notice what became of it, once."""
    told = Counter((change.kind, change.details["person"]) for change in await family.changes())
    kind_of = {"delivered": "delivered", "undeliverable": "undeliverable", "failed": "undeliverable"}
    assert told == Counter((kind_of[fate.state], fate.alias) for fate in fates.values())
