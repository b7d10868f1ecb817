"""A session without a network: every call is answered at once with a result that was made before."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, Message

from handlers.keyboards import read_button

Button = TypeVar("Button", bound=CallbackData)
SENT: Final = Message(message_id=1, date=datetime(2026, 1, 1, tzinfo=UTC), chat=Chat(id=1, type="private"), text=".")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the bot has shown last; `markup` is the inline keyboard as Telegram sends it."""

    text: str = ""
    markup: dict[str, Any] = field(default_factory=lambda: {"inline_keyboard": []})

    def buttons(self, kind: type[Button]) -> list[Button]:
        """Return the buttons of one kind, unpacked."""
        sent = [button["callback_data"] for row in self.markup["inline_keyboard"] for button in row
                if "callback_data" in button]  # fmt: skip
        return [pressed for pressed in map(read_button, sent) if isinstance(pressed, kind)]


class StubSession(BaseSession):
    """Remembers what was shown last."""

    def __init__(self) -> None:
        super().__init__()
        self._last: SendMessage | EditMessageText | None = None

    @property
    def shown(self) -> Shown:
        """What was shown last."""
        if self._last is None or self._last.text is None:
            return Shown()
        keyboard = self._last.reply_markup
        if not isinstance(keyboard, InlineKeyboardMarkup):
            return Shown(self._last.text)
        return Shown(self._last.text, keyboard.model_dump(exclude_none=True))

    async def make_request(self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None) -> Any:  # noqa: ASYNC109, as aiogram declares it
        """Return the sent message, or that it was done."""
        del bot, timeout
        if isinstance(method, SendMessage | EditMessageText):
            if isinstance(method, SendMessage) or method.reply_markup is not None:
                self._last = method  # an edit without buttons leaves a line of what was answered
            return SENT
        return True

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109, as above
        chunk_size: int = 65_536,
        raise_for_status: bool = True,  # noqa: FBT001, FBT002, as above
    ) -> AsyncGenerator[bytes, None]:
        """No files here."""
        del url, headers, timeout, chunk_size, raise_for_status
        raise NotImplementedError("no conversation of the bench sends a file")
        yield b""  # makes it a generator

    async def close(self) -> None:
        """Nothing is open."""
