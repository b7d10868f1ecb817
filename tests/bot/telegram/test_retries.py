"""Telegram asks to wait, stumbles, or is out of reach: the person gets every answer all the same."""

import asyncio
import contextlib
import io
import json
import logging
import socket
import time
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Any

import pytest
import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetMe,
    GetUpdates,
    SendMessage,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.errors import SettingError
from bot.sandbox import SANDBOX_TOKEN, Fault, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.person_requests import NewMessage, NewPerson, NewPress
from bot.telegram.retries import Pauses, RetryMiddleware
from bot.telegram.wire import ReplyLostError, counted_for_one_update
from bot.watching.logs import configure_logs

QUICK = Pauses(first=0.01, longest=0.04, message=0.3, press=0.1)
AIGUL = 1001
BUTTON = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
PAGE = Response("<html>502 Bad Gateway</html>", 502, media_type="text/html")
SURPRISE = Response(json.dumps({"ok": True, "result": "surprise"}), media_type="application/json")


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    """A Telegram in which Айгүл has started the bot."""
    telegram = LocalTelegram()
    aigul = people.arrive(telegram, NewPerson(id=AIGUL, first_name="Айгүл"))
    people.write(telegram, aigul, NewMessage(text="/start"))
    yield telegram
    await telegram.close()


@contextlib.asynccontextmanager
async def bot_of(base: str, token: str = SANDBOX_TOKEN, pauses: Pauses = QUICK) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    session.middleware(RetryMiddleware(pauses))
    try:
        yield Bot(token, session=session)
    finally:
        await (await session.create_session()).close()  # without the rest that aiogram takes at the end


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with serving(sandbox_app(telegram)) as base, bot_of(base) as bot:
        yield bot


def seen(telegram: LocalTelegram) -> list[str]:
    """What the bot has in the chat."""
    messages = telegram.chats[AIGUL].messages.values()
    return [message["text"] for message in messages if message["from"]["is_bot"]]


# What passes


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="server_error", times=3),
        Fault(kind="slow", seconds=0.2),
        Fault(kind="cut_before", times=3),
    ],
    ids=lambda fault: fault.kind,
)
async def test_after_a_misfortune_the_message_arrives_once(bot: Bot, telegram: LocalTelegram, fault: Fault) -> None:
    telegram.faults.order(fault)
    sent = await bot.send_message(AIGUL, "70 060 ₸")
    assert sent.text == "70 060 ₸"
    assert seen(telegram) == ["70 060 ₸"]


async def test_telegram_is_obeyed_as_often_as_it_asks_for_a_short_wait(telegram: LocalTelegram) -> None:
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=1, times=2))
    began = time.monotonic()
    async with serving(sandbox_app(telegram)) as base, bot_of(base, pauses=Pauses(message=2.5)) as bot:
        await bot.send_message(AIGUL, "70 060 ₸")
    assert 2 <= time.monotonic() - began < 3
    assert len(telegram.calls.of("sendMessage")) == 3


async def test_a_chat_that_stays_closed_for_long_gets_no_call_until_it_opens(bot: Bot, telegram: LocalTelegram) -> None:
    """Whoever waits for it is told at once; other chats are open, and the closed one opens when Telegram said."""
    telegram.faults.order(Fault(kind="too_many_requests", chat_id=AIGUL, retry_after=1))
    for _ in range(20):
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(AIGUL, "бір")
    assert len(telegram.calls.of("sendMessage")) == 1
    other = people.arrive(telegram, NewPerson(first_name="Болат"))
    people.write(telegram, other, NewMessage(text="/start"))
    await bot.send_message(other.id, "екі")
    await asyncio.sleep(1)
    await bot.send_message(AIGUL, "үш")
    assert seen(telegram) == ["үш"]


async def test_a_message_cut_off_after_telegram_took_it_comes_twice(bot: Bot, telegram: LocalTelegram) -> None:
    """The Bot API has no sign by which it knows a repeated call, and none is better than a lost answer."""
    telegram.faults.order(Fault(kind="cut_after"))
    await bot.send_message(AIGUL, "70 060 ₸")
    assert seen(telegram) == ["70 060 ₸", "70 060 ₸"]


async def test_however_many_replies_are_cut_in_a_row_a_message_comes_twice(bot: Bot, telegram: LocalTelegram) -> None:
    """Also where the answer is begun anew, as it is when Telegram did not take another part of it."""
    telegram.faults.order(Fault(kind="cut_after", times=6, method="sendMessage"))
    with counted_for_one_update():
        for _ in range(2):
            with pytest.raises(ReplyLostError):
                await bot.send_message(AIGUL, "70 060 ₸")
        assert seen(telegram) == ["70 060 ₸"] * 2
        with pytest.raises(ReplyLostError):
            await bot.send_message(AIGUL, "50 000 ₸")
    assert seen(telegram) == ["70 060 ₸", "70 060 ₸", "50 000 ₸", "50 000 ₸"]


async def test_what_was_lost_of_one_update_is_not_counted_for_the_next(bot: Bot, telegram: LocalTelegram) -> None:
    for _ in range(3):
        telegram.faults.order(Fault(kind="cut_after", method="sendMessage"))
        with counted_for_one_update():
            await bot.send_message(AIGUL, "70 060 ₸")
    assert seen(telegram) == ["70 060 ₸"] * 6


async def test_an_edit_cut_off_after_telegram_did_it_says_that_nothing_changed(
    bot: Bot, telegram: LocalTelegram
) -> None:
    shown = await bot.send_message(AIGUL, "бір")
    telegram.faults.order(Fault(kind="cut_after"))
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_text("екі", chat_id=AIGUL, message_id=shown.message_id)
    assert seen(telegram) == ["екі"]


class Gateway:
    """What stands before Telegram: it gives its own answer to the first calls, having passed them on or not."""

    def __init__(self, app: ASGIApp, answer: Response, *, passes_on: bool, times: int = 1) -> None:
        self.app, self.answer, self.passes_on, self.times = app, answer, passes_on, times

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.times:
            await self.app(scope, receive, send)
            return
        self.times -= 1
        if self.passes_on:
            await self.app(scope, receive, self._swallow)
        await self.answer(scope, receive, send)

    async def _swallow(self, message: object) -> None:
        """Telegram's own answer does not reach the bot."""


def behind_gateway(telegram: LocalTelegram, answer: Response, *, passes_on: bool) -> Starlette:
    app = sandbox_app(telegram)
    app.add_middleware(Gateway, answer=answer, passes_on=passes_on)
    return app


async def test_a_page_of_a_gateway_is_a_fault_that_passes(telegram: LocalTelegram) -> None:
    async with serving(behind_gateway(telegram, PAGE, passes_on=False)) as base, bot_of(base) as bot:
        await bot.send_message(AIGUL, "70 060 ₸")
    assert seen(telegram) == ["70 060 ₸"]


async def test_an_answer_that_is_not_understood_means_that_the_message_was_sent(telegram: LocalTelegram) -> None:
    """Telegram may add what aiogram does not know; sending again would fill the chat with the same message."""
    async with serving(behind_gateway(telegram, SURPRISE, passes_on=True)) as base, bot_of(base) as bot:
        with pytest.raises(ClientDecodeError):
            await bot.send_message(AIGUL, "70 060 ₸")
    assert seen(telegram) == ["70 060 ₸"]


async def test_asking_for_updates_outlives_an_answer_that_is_not_understood(telegram: LocalTelegram) -> None:
    async with serving(behind_gateway(telegram, SURPRISE, passes_on=False)) as base, bot_of(base) as bot:
        assert [update.message.text for update in await bot.get_updates() if update.message] == ["/start"]


async def test_a_telegram_out_of_reach_is_waited_for(telegram: LocalTelegram) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    async with bot_of(f"http://127.0.0.1:{port}", pauses=Pauses(0.01, 0.04)) as bot:
        sending = asyncio.create_task(bot.send_message(AIGUL, "70 060 ₸"))
        await asyncio.sleep(0.2)
        assert not sending.done()
        async with serving(sandbox_app(telegram), port=port):
            await sending
    assert seen(telegram) == ["70 060 ₸"]


# What does not pass


async def test_what_telegram_refuses_is_not_sent_again(bot: Bot, telegram: LocalTelegram) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(AIGUL, "x" * 4_097)
    people.block(telegram, telegram.persons[AIGUL], blocked=True)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(AIGUL, "70 060 ₸")
    assert len(telegram.calls.of("sendMessage")) == 2


@pytest.mark.parametrize(
    ("kind", "error"), [("server_error", TelegramServerError), ("cut_before", TelegramNetworkError)]
)
async def test_after_its_time_a_message_is_given_up(
    bot: Bot, telegram: LocalTelegram, kind: str, error: type[Exception]
) -> None:
    telegram.faults.order(Fault.model_validate({"kind": kind, "times": 1_000}))
    began = time.monotonic()
    with pytest.raises(error):
        await bot.send_message(AIGUL, "70 060 ₸")
    assert QUICK.message - QUICK.longest <= time.monotonic() - began < QUICK.message + 0.3
    assert len(telegram.calls) >= 4  # after a lost reply it is first asked whether Telegram answers at all


async def test_a_press_is_given_up_sooner_than_a_message(bot: Bot, telegram: LocalTelegram) -> None:
    press_id = await pressed(bot, telegram)
    telegram.faults.order(Fault(kind="server_error", times=1_000))
    began = time.monotonic()
    with pytest.raises(TelegramServerError):
        await bot.answer_callback_query(press_id)
    assert time.monotonic() - began < QUICK.message


async def test_a_press_does_not_wait_when_telegram_asks_for_it(bot: Bot, telegram: LocalTelegram) -> None:
    press_id = await pressed(bot, telegram)
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=30))
    with pytest.raises(TelegramRetryAfter):
        await bot.answer_callback_query(press_id)
    await bot.answer_callback_query(press_id)


async def pressed(bot: Bot, telegram: LocalTelegram) -> str:
    """The id of a press that waits for its answer."""
    shown = await bot(SendMessage.model_validate({"chat_id": AIGUL, "text": "?", "reply_markup": BUTTON}))
    return people.press(telegram, telegram.persons[AIGUL], NewPress(message_id=shown.message_id, data="yes")).id


@pytest.mark.parametrize("token", ["1000000:someone-elses-token", "1000000:not.of.telegrams.form"])
async def test_a_refused_token_is_said_by_the_name_of_its_setting(telegram: LocalTelegram, token: str) -> None:
    """It is no use to go on; what the operator reads names the variable and not the secret."""
    async with serving(sandbox_app(telegram)) as base, bot_of(base, token) as bot:
        for call in (bot.get_updates(), bot.set_my_commands([]), bot.send_message(AIGUL, "?")):
            with pytest.raises(SettingError) as refused:
                await call
            assert str(refused.value) == "BOT_TOKEN: the Bot API knows no bot with this token"


# How long


def test_pauses_double_up_to_the_longest() -> None:
    assert list(islice(Pauses().between(), 7)) == [0.5, 1, 2, 4, 8, 10, 10]


def test_a_message_is_tried_for_five_seconds_and_a_press_for_three() -> None:
    """Then the update waits: what the person sends next is not held up."""
    pauses = Pauses()
    assert pauses.patience_for(SendMessage(chat_id=AIGUL, text="?")) == 5
    assert pauses.patience_for(AnswerCallbackQuery(callback_query_id="1")) == 3


@pytest.mark.parametrize(
    "call",
    [GetUpdates(), DeleteWebhook(), GetMe(), SetMyCommands(commands=[]), SetMyDescription(), SetMyShortDescription()],
)
def test_what_the_program_cannot_do_without_is_tried_for_ever(call: TelegramMethod[Any]) -> None:
    """A start while Telegram is away waits for it."""
    assert Pauses().patience_for(call) == float("inf")


# What is said about it


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    handlers, level = logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    configure_logs("DEBUG", stream)
    yield stream
    logging.captureWarnings(capture=False)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


async def test_the_operator_reads_why_it_takes_long_and_nothing_of_the_message(
    telegram: LocalTelegram, log: io.StringIO
) -> None:
    telegram.faults.order(Fault(kind="too_many_requests", retry_after=1))
    telegram.faults.order(Fault(kind="server_error"))
    async with serving(sandbox_app(telegram)) as base, bot_of(base, pauses=Pauses(first=0.01)) as bot:
        await bot.send_message(AIGUL, "70 060 ₸")
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    for line in lines:
        del line["timestamp"]
    sent = {"event": "call_sent", "level": "debug", "method": "sendMessage"}
    assert [line for line in lines if line["level"] == "debug"] == [sent] * 3
    assert [line for line in lines if line["level"] != "debug"] == [
        {"event": "asked_to_wait", "level": "warning", "method": "sendMessage", "retry_after_s": 1},
        {"event": "call_failed", "level": "warning", "method": "sendMessage", "error": "TelegramServerError"},
    ]
