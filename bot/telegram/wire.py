"""The way to Telegram after a call whose reply was lost: nobody knows whether Telegram did what it was asked.

To ask again at once, and again, would fill the chat with the same message while only the replies are lost. So nothing
is sent before Telegram has answered a question that changes nothing, and no message is sent a third time whose reply
was lost twice: what was lost comes at most twice.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramEntityTooLarge, TelegramNetworkError
from aiogram.methods import GetMe, TelegramMethod
from aiohttp import ClientConnectorError

from bot.errors import KomekError

PATIENCE_S: Final = 5
MOST_COPIES: Final = 2
MAKE_A_MESSAGE: Final = ("send", "copy", "forward")
"""How the calls begin that leave one message more each time; any other one done twice is done once."""

Lost = Counter[tuple[object, ...]]
_lost: ContextVar[Lost | None] = ContextVar("lost", default=None)


class ReplyLostError(KomekError, AiogramError):
    """A message was sent as often as it may be, and each reply was lost: it is not known whether it arrived."""

    def __init__(self) -> None:
        super().__init__("a message was sent twice, and Telegram's reply was lost both times")


class Wire:
    """Whether the last reply was lost."""

    def __init__(self) -> None:
        self._is_doubtful = False

    def note(self, fault: AiogramError) -> bool:
        """Note a fault, and return whether a reply was lost: a connection that was never made has carried no call."""
        is_of_way = isinstance(fault, TelegramNetworkError) and not isinstance(fault, TelegramEntityTooLarge)
        is_lost = is_of_way and not isinstance(fault.__context__, ClientConnectorError)
        self._is_doubtful = self._is_doubtful or is_lost
        return is_lost

    async def answers(self, bot: Bot) -> None:
        """Return once Telegram has answered since the last reply was lost; AiogramError when it does not."""
        if self._is_doubtful:
            await bot.session.make_request(bot, GetMe(), timeout=PATIENCE_S)
            self._is_doubtful = False


@contextmanager
def counted_for_one_update() -> Iterator[None]:
    """Count the lost replies of an update together, however often its answer is begun anew within the block."""
    before = _lost.set(Counter())
    try:
        yield
    finally:
        _lost.reset(before)


class Copies:
    """How often the reply to one message was lost, in this call and in earlier ones of the same update."""

    def __init__(self, method: TelegramMethod[Any]) -> None:
        kept = _lost.get()
        self._lost: Lost = Counter() if kept is None else kept
        said = getattr(method, "text", None) or getattr(method, "caption", None)
        self._message = method.__api_method__, getattr(method, "chat_id", None), said
        self._are_counted = method.__api_method__.startswith(MAKE_A_MESSAGE)

    def one_more(self) -> None:
        """Count a lost reply."""
        if self._are_counted:
            self._lost[self._message] += 1

    def expect_room(self) -> None:
        """ReplyLostError where another sending might be one copy too many."""
        if self._lost[self._message] >= MOST_COPIES:
            raise ReplyLostError
