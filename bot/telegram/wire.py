"""The way to Telegram after a call whose reply was lost: nobody knows whether Telegram did what it was asked.

To ask again at once, and again, would fill the chat with the same message while only the replies are lost. So nothing
is sent before Telegram has answered a question that changes nothing: what was lost comes at most twice.
"""

from typing import Final

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError
from aiogram.methods import GetMe
from aiohttp import ClientConnectorError

PATIENCE_S: Final = 5


class Wire:
    """Whether the last reply was lost."""

    def __init__(self) -> None:
        self._is_doubtful = False

    def note(self, fault: AiogramError) -> None:
        """Note a fault: a connection that was never made has carried no call."""
        if isinstance(fault, TelegramNetworkError) and not isinstance(fault.__context__, ClientConnectorError):
            self._is_doubtful = True

    async def answers(self, bot: Bot) -> None:
        """Return once Telegram has answered since the last reply was lost; AiogramError when it does not."""
        if self._is_doubtful:
            await bot.session.make_request(bot, GetMe(), timeout=PATIENCE_S)
            self._is_doubtful = False
