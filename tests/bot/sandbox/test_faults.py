"""Misfortunes on order."""

import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import User

from bot.sandbox import Fault, LocalTelegram
from bot.sandbox.faults import Faults
from tests.bot.sandbox.playing import Phone


async def seen(person: Phone) -> list[str]:
    return [message["text"] for message in await person.sees() if message["from"]["is_bot"]]


async def test_too_many_requests_on_order(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=7, times=2))
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as refused:
            await bot.send_message(person.id, "бір")
        assert refused.value.retry_after == 7
    await bot.send_message(person.id, "бір")
    assert await seen(person) == ["бір"]


async def test_a_server_error_takes_no_effect(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="server_error"))
    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.send_message(person.id, "бір")
    assert await seen(person) == []


async def test_an_account_may_be_gone_for_a_call(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="deactivated"))
    telegram.faults.order(Fault(kind="chat_not_found"))
    with pytest.raises(TelegramForbiddenError, match="Forbidden: user is deactivated"):
        await bot.send_message(person.id, "бір")
    with pytest.raises(TelegramBadRequest, match="Bad Request: chat not found"):
        await bot.send_message(person.id, "бір")
    await bot.send_message(person.id, "бір")
    assert await seen(person) == ["бір"]


async def test_a_slow_call_is_late_and_takes_effect(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="slow", seconds=0.2))
    started = time.monotonic()
    await bot.send_message(person.id, "бір")
    assert time.monotonic() - started >= 0.2
    assert await seen(person) == ["бір"]


async def test_the_connection_is_cut_before_the_effect(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="cut_before"))
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(person.id, "бір")
    assert await seen(person) == []
    assert telegram.calls.of("sendMessage")[-1].status is None
    await bot.send_message(person.id, "екі")


async def test_the_connection_is_cut_after_the_effect(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    """The bot cannot know that the person has the message."""
    telegram.faults.order(Fault(kind="cut_after"))
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(person.id, "бір")
    assert await seen(person) == ["бір"]


async def test_a_fault_may_wait_for_one_method_or_one_chat(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="server_error", method="sendChatAction"))
    telegram.faults.order(Fault(kind="server_error", chat_id=4040))
    await bot.send_message(person.id, "бір")
    with pytest.raises(TelegramServerError):
        await bot.send_chat_action(person.id, "typing")
    with pytest.raises(TelegramServerError):
        await bot.send_message(4040, "бір")
    assert telegram.faults.pending() == []


async def test_polling_suffers_only_when_it_is_named(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    await person.says("сәлем")
    telegram.faults.order(Fault(kind="server_error"))
    assert len(await bot.get_updates()) == 1
    telegram.faults.clear()
    telegram.faults.order(Fault(kind="server_error", method="getUpdates"))
    with pytest.raises(TelegramServerError):
        await bot.get_updates()


def test_probability_with_a_seed_is_the_same_every_time() -> None:
    def struck() -> list[bool]:
        faults = Faults()
        faults.order(Fault(kind="server_error", times=1000, probability=0.3, seed=5))
        return [faults.strike("sendMessage", {}) is not None for _ in range(200)]

    assert struck() == struck()
    assert 30 < sum(struck()) < 90


async def test_faults_are_ordered_over_http_too(bot: Bot, person: Phone) -> None:
    order = {"kind": "server_error", "times": 2, "method": "getMe"}
    status, pending = await person.request("POST", "faults", order)
    assert (status, pending[0]["times"]) == (201, 2)
    with pytest.raises(TelegramServerError):
        await bot.me()
    assert (await person.request("GET", "faults"))[1][0]["times"] == 1
    await person.request("DELETE", "faults")
    assert isinstance(await bot.me(), User)


@pytest.mark.parametrize("order", [{"kind": "earthquake"}, {"kind": "slow", "minutes": 1}, {"times": 1}])
async def test_an_unknown_misfortune_is_refused(person: Phone, order: dict[str, object]) -> None:
    status, refusal = await person.request("POST", "faults", order)
    assert status == 422
    assert refusal["error"]
