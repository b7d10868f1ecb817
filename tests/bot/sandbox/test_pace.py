"""429: how fast the bot may write."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from bot.sandbox import Limits, LocalTelegram
from bot.sandbox.errors import BotApiError
from bot.sandbox.limits import Pace
from tests.bot.sandbox.playing import Clock, Phone


def taken(pace: Pace, chats: list[int]) -> int:
    """How many messages pass, one after the other at the same instant."""
    for count, chat in enumerate(chats):
        try:
            pace.take(chat)
        except BotApiError:
            return count
    return len(chats)


def test_30_a_second_pass_in_all() -> None:
    clock = Clock()
    pace = Pace(Limits(), clock)
    assert taken(pace, list(range(1, 100))) == 30
    clock.advance(0.5)
    assert taken(pace, list(range(101, 200))) == 15
    clock.advance(60)
    assert taken(pace, list(range(201, 300))) == 30, "what was not used does not pile up"


def test_a_short_burst_to_one_chat_passes_then_one_a_second() -> None:
    clock = Clock()
    pace = Pace(Limits(), clock)
    assert taken(pace, [1] * 20) == 10
    clock.advance(1)
    assert taken(pace, [1] * 20) == 1
    assert taken(pace, [2]) == 1, "another chat is not held up"
    clock.advance(3)
    assert taken(pace, [1] * 20) == 3


def test_a_sustained_message_a_second_always_passes() -> None:
    clock = Clock()
    pace = Pace(Limits(), clock)
    for _ in range(200):
        pace.take(1)
        clock.advance(1)


def test_a_group_takes_20_a_minute() -> None:
    clock = Clock()
    pace = Pace(Limits(), clock)
    assert taken(pace, [-1] * 30) == 20
    clock.advance(3)
    assert taken(pace, [-1] * 30) == 1


def test_retry_after_is_exactly_long_enough() -> None:
    clock = Clock()
    pace = Pace(Limits(private_chat_burst=1, private_chat_per_second=0.25), clock)
    pace.take(1)
    with pytest.raises(BotApiError) as refused:
        pace.take(1)
    assert refused.value.retry_after == 4
    assert refused.value.description == "Too Many Requests: retry after 4"
    clock.advance(4)
    pace.take(1)


def test_a_clock_set_back_neither_gives_nor_takes() -> None:
    clock = Clock()
    pace = Pace(Limits(), clock)
    assert taken(pace, [1] * 20) == 10
    clock.advance(-3600)
    assert taken(pace, [1]) == 0
    clock.advance(1)
    assert taken(pace, [1] * 20) == 1


def test_the_pace_can_be_lifted_for_measurements() -> None:
    assert taken(Pace(Limits(paced=False), Clock()), [1] * 1000) == 1000


async def test_the_bot_is_told_how_long_to_wait(bot: Bot, person: Phone, clock: Clock) -> None:
    for number in range(10):
        await bot.send_message(person.id, str(number))
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(person.id, "тағы")
    assert refused.value.retry_after == 1
    clock.advance(1)
    await bot.send_message(person.id, "тағы")
    assert len(await person.sees()) == 12, "a refused message did not take effect"


async def test_edits_count_and_refused_calls_do_not(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(person.id, "0")
    for number in range(1, 10):
        await bot.edit_message_text(str(number), chat_id=person.id, message_id=sent.message_id)
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("10", chat_id=person.id, message_id=sent.message_id)
    assert await bot.delete_message(person.id, sent.message_id), "deleting is not writing"
    assert await bot.send_chat_action(person.id, "typing"), "nor is typing"
    assert telegram.calls.of("editMessageText")[-1].status == 429
