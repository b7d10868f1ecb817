"""Patience with Telegram: when it asks to wait, or does not answer, the same call is sent again, for a while.

What a person waits for is tried for seconds: then their update waits, and holds up nothing else (taken.py).

The Bot API cannot tell that two calls are the same one: a message that Telegram had taken before the connection
broke is sent twice, and no more often (wire.py). An answer to the person that comes twice is better than none.
"""

import asyncio
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetMe,
    GetUpdates,
    GetWebhookInfo,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    SetWebhook,
    TelegramMethod,
)

from bot.errors import SettingError
from bot.telegram.wire import Copies, Wire

log = structlog.get_logger("komek.telegram")
FOREVER: Final = float("inf")
NEEDED_TO_RUN: Final = (
    GetUpdates, DeleteWebhook, SetWebhook, GetWebhookInfo, GetMe,
    SetMyCommands, SetMyDescription, SetMyShortDescription,
)  # fmt: skip
NO_SUCH_BOT: Final = "Not Found"  # the whole of what Telegram says of a token that it never gave


@dataclass(frozen=True, slots=True)
class Pauses:
    """How long to wait between two attempts after a fault, and for how long to try; all in seconds."""

    first: float = 0.5
    longest: float = 10.0
    message: float = 5.0
    """So long a message is tried, also where Telegram asks to wait: what the person sends next waits behind it."""
    press: float = 3.0
    """So long the answer to a press is tried: only a clock on a button is lost, and the next press waits behind it."""

    def between(self) -> Iterator[float]:
        """Give each pause twice as long as the one before, up to the longest."""
        pause = self.first
        while True:
            yield pause
            pause = min(pause * 2, self.longest)

    def patience_for(self, method: TelegramMethod[Any]) -> float:
        """Return for how long a call is tried after its first fault: without an end where nothing works without it."""
        if isinstance(method, NEEDED_TO_RUN):
            return FOREVER
        return self.press if isinstance(method, AnswerCallbackQuery) else self.message


class RetryMiddleware(BaseRequestMiddleware):
    """Sends a call again: after `retry_after` as asked, after a fault for as long as it makes sense.

    A chat that Telegram keeps closed for longer than that gets no call before it opens: each raises TelegramRetryAfter.
    What Telegram refuses is raised at once; a refused token as SettingError, as nothing can be done without one. A
    message that may have come twice is not sent again: ReplyLostError.

    `note` is told of each call, as often as it is sent.
    """

    def __init__(self, pauses: Pauses | None = None, note: Callable[[TelegramMethod[Any]], None] | None = None) -> None:
        self.pauses = pauses or Pauses()
        self._note = note or (lambda _: None)
        self._opens_at: dict[int | str, float] = {}
        self._wire = Wire()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        """Make one call."""
        loop, between, gives_up_at = asyncio.get_running_loop(), self.pauses.between(), FOREVER
        waits_until, copies = loop.time() + self.pauses.patience_for(method), Copies(method)
        while True:
            copies.expect_room()
            try:
                await self._let_open(method, waits_until)
                return await self._once(make_request, bot, method, copies)
            except TelegramRetryAfter as asked:
                if isinstance(method, AnswerCallbackQuery):
                    raise  # by then the press has expired
                opens_at = loop.time() + asked.retry_after
                if opens_at > waits_until:
                    self._keep_closed(chat_of(method), opens_at)
                    raise
                log.warning("asked_to_wait", method=method.__api_method__, retry_after_s=asked.retry_after)
                await asyncio.sleep(asked.retry_after)
            except AiogramError as fault:
                copies.expect_room()
                if is_refused_token(fault):
                    raise SettingError("BOT_TOKEN", "the Bot API knows no bot with this token") from None
                gives_up_at = min(gives_up_at, loop.time() + self.pauses.patience_for(method))
                pause = next(between)
                if not is_temporary(method, fault) or loop.time() + pause > gives_up_at:
                    raise
                log.warning("call_failed", method=method.__api_method__, error=type(fault).__name__)
                await asyncio.sleep(pause)

    async def _once(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any], copies: Copies
    ) -> Any:
        """Make a call once, and count it where its reply was lost."""
        if chat_of(method):
            await self._wire.answers(bot)
        self._note(method)
        log.debug("call_sent", method=method.__api_method__)
        try:
            return await make_request(bot, method)
        except AiogramError as fault:
            if self._wire.note(fault):
                copies.one_more()
            raise

    async def _let_open(self, method: TelegramMethod[Any], waits_until: float) -> None:
        """Wait until a chat opens that Telegram keeps closed; TelegramRetryAfter when that takes too long."""
        wait_s = self._opens_at.get(chat_of(method), 0) - asyncio.get_running_loop().time()
        if wait_s <= 0:
            return
        if asyncio.get_running_loop().time() + wait_s > waits_until:
            raise TelegramRetryAfter(method, "the chat is closed", math.ceil(wait_s))
        await asyncio.sleep(wait_s)

    def _keep_closed(self, chat: int | str, opens_at: float) -> None:
        if not chat:
            return  # a call to no chat says nothing of others
        now = asyncio.get_running_loop().time()
        self._opens_at = {other: at for other, at in self._opens_at.items() if at > now} | {chat: opens_at}


def chat_of(method: TelegramMethod[Any]) -> int | str:
    """Return the chat that a call goes to; empty for a call that goes to none."""
    chat: int | str = getattr(method, "chat_id", None) or ""
    return chat


def is_refused_token(fault: AiogramError) -> bool:
    """Whether Telegram refuses the bot itself, not this call."""
    unknown = isinstance(fault, TelegramNotFound) and fault.message == NO_SUCH_BOT
    return unknown or isinstance(fault, TelegramUnauthorizedError)


def is_temporary(method: TelegramMethod[Any], fault: AiogramError) -> bool:
    """Whether the same call may succeed later. Asking for updates always may: a bot that gives that up is deaf.

    A page instead of JSON comes from a gateway before Telegram. An answer in JSON that aiogram does not understand
    means that the call was done: sending it again would do it again.
    """
    return isinstance(method, GetUpdates) or is_passing(fault)


def is_passing(fault: AiogramError) -> bool:
    """Whether it is a fault of the way to Telegram, or of Telegram itself."""
    if isinstance(fault, ClientDecodeError):
        return isinstance(fault.original, json.JSONDecodeError)
    is_of_way = isinstance(fault, TelegramNetworkError | TelegramServerError)
    return is_of_way and not isinstance(fault, TelegramEntityTooLarge)
