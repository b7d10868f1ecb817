"""As fast as Telegram allows, and never faster."""

import asyncio
import time

import pytest

from bot.delivery import Pace
from bot.delivery.pace import Chats, Turns
from bot.sandbox import Limits, LocalTelegram
from bot.store.outbox import Urgency
from tests.bot.delivery.family import MOTHER, Family
from tests.databases import ON_SQLITE


def turns_taken(turns: Turns, seconds: float) -> list[float]:
    """Take every turn as soon as it comes, for so long."""
    taken: list[float] = []
    while not taken or taken[-1] < 100 + seconds:
        taken.append(turns.take(max(100.0, taken[-1] if taken else 0)))
    return taken


def test_in_no_second_whenever_it_begins_there_are_more_turns_than_allowed() -> None:
    taken = turns_taken(Turns(25), 20)
    for first in taken:
        assert sum(first <= turn < first + 0.999_999 for turn in taken) <= 25
    assert len(taken) >= 20 * 25


def test_after_a_pause_turns_come_apart_from_each_other() -> None:
    """Answers to people who press buttons need room between them."""
    turns = Turns(25)
    turns_taken(turns, 3)
    after = [turns.take(200.0) for _ in range(3)]
    assert after == pytest.approx([200.0, 200.02, 200.04])


def test_without_a_limit_every_turn_is_now() -> None:
    turns = Turns(None)
    assert {turns.take(100.0) for _ in range(1_000)} == {100.0}


def test_a_person_is_written_to_once_a_second_and_forgotten_afterwards() -> None:
    chats = Chats(1.0)
    chats.write(1, 100.0)
    assert chats.free_at(1, 100.4) == 101.0
    assert chats.free_at(2, 100.4) == 100.4
    chats.write(2, 101.5)
    assert chats._free_at == {2: 102.5}


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 1), (1, 2), (5, 32), (6, 60), (1_000_000, 60)])
def test_pauses_after_faults_double_up_to_a_minute(attempts: int, seconds: float) -> None:
    assert Pace().pause_after(attempts) == seconds


def test_a_lease_outlasts_the_longest_sending() -> None:
    pace = Pace()
    assert pace.lease_s > 2 * pace.send_s + 1


@pytest.fixture
async def telegram() -> LocalTelegram:
    """A Telegram that takes one message a second to a person without any burst, and 26 in all."""
    return LocalTelegram(Limits(messages_per_second=26, private_chat_burst=1, private_chat_per_second=1.0))


@ON_SQLITE
async def test_four_seconds_at_telegrams_pace_without_a_single_refusal(family: Family, telegram: LocalTelegram) -> None:
    crowd = range(2_000, 2_050)
    for person_id in crowd:
        await family.joins(person_id)
    await family.queue(*crowd)
    await family.queue(*crowd)
    began = time.monotonic()
    await family.is_told(Pace())
    took = time.monotonic() - began
    assert [call.status for call in telegram.calls.of("sendMessage")] == [200] * 100
    assert 3 <= took < 100 / 25 * 1.25


@ON_SQLITE
async def test_one_person_is_written_to_once_a_second_and_others_meanwhile(
    family: Family, telegram: LocalTelegram
) -> None:
    for _ in range(3):
        await family.queue(MOTHER)
    await family.joins(77)
    await family.queue(77)
    began = time.monotonic()
    async with family.delivering(Pace()):
        await asyncio.sleep(0.7)
        assert (len(family.sees(MOTHER)), len(family.sees(77))) == (1, 1)
        await family.nothing_waits()
    assert time.monotonic() - began >= 2
    assert family.sees(MOTHER) == ["Сәлем, 1", "Сәлем, 2", "Сәлем, 3"]
    assert {call.status for call in telegram.calls.of("sendMessage")} == {200}
    assert {fate.attempts for fate in await family.fates()} == {0}


@ON_SQLITE
async def test_an_urgent_notice_leaves_within_a_second_while_a_broadcast_runs(family: Family) -> None:
    crowd = range(2_000, 2_100)
    for person_id in crowd:
        await family.joins(person_id)
    await family.queue(*crowd, urgency=Urgency.BULK)
    async with family.delivering(Pace()):
        await asyncio.sleep(0.5)
        began = time.monotonic()
        await family.queue(MOTHER, urgency=Urgency.URGENT)
        while not family.sees(MOTHER):  # noqa: ASYNC110, a phone tells nobody
            await asyncio.sleep(0.01)
        assert time.monotonic() - began < 1


@ON_SQLITE
async def test_when_nothing_else_waits_a_notice_leaves_within_a_second(family: Family) -> None:
    took = []
    async with family.delivering(Pace()):
        for person_id in range(2_000, 2_015):
            await family.joins(person_id)
            await asyncio.sleep((person_id - 2_000) * 0.02)
            began = time.monotonic()
            await family.queue(person_id)
            await family.nothing_waits()
            took.append(time.monotonic() - began)
    assert max(took) < 1
