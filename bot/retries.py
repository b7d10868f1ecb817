"""Patience with Telegram: when it asks to wait, or does not answer, the same call is sent again."""

import asyncio
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import RestartingTelegram, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetUpdates, TelegramMethod

log = structlog.get_logger("komek.telegram")
ATTEMPTS: Final = 6
FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 30.0


class Patience(BaseRequestMiddleware):
    """Sends a call again: after `retry_after` as often as asked, after a fault of the network a few times."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        """Make one call."""
        if isinstance(method, GetUpdates):
            return await make_request(bot, method)
        pause, failures = FIRST_PAUSE_SECONDS, 0
        while True:
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as wait:
                if isinstance(method, AnswerCallbackQuery):
                    raise  # by then the press has expired, and nothing but a clock on a button is lost
                log.warning("asked_to_wait", method=method.__api_method__, retry_after=wait.retry_after)
                await asyncio.sleep(wait.retry_after)
            except (TelegramNetworkError, TelegramServerError, RestartingTelegram):
                failures += 1
                if failures == ATTEMPTS:
                    raise
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
