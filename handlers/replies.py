"""The only functions that send. A press is answered in place, something typed with a new message below it."""

import asyncio
import contextlib
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

LONGEST_MESSAGE: Final = 4_096  # UTF-16 units; Telegram counts them without the formatting, we with it
TYPED: Final = "typed"
"""The id of a press that was typed: Telegram knows of none."""
IS_PROTECTED: Final = ContextVar("is_protected", default=False)
"""Whether whoever is answered wants that nobody can forward or copy it. A file is theirs to be kept, so it can."""
Event = Message | CallbackQuery


async def say(event: Event, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
    """Send a new message, in parts where it is longer than Telegram takes; the last one holds the buttons.

    Returns the id of the last one.
    """
    bot, chat_id = _bot_of(event), _chat_of(event)
    *first, last = in_parts(text.split("\n\n"))
    protected = True if IS_PROTECTED.get() else None
    for part in first:
        await bot.send_message(chat_id, part, protect_content=protected)
    sent = await bot.send_message(chat_id, last, reply_markup=keyboard, protect_content=protected)
    return sent.message_id


async def say_anew(event: Event, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Say something in place of an own earlier message, or as a new one where that is not possible."""
    bot = _bot_of(event)
    try:
        await bot.edit_message_text(text, chat_id=_chat_of(event), message_id=message_id, reply_markup=keyboard)
    except TelegramBadRequest as refused:
        if "not modified" not in refused.message:
            await say(event, text, keyboard)


async def show(event: Event, text: str, keyboard: InlineKeyboardMarkup | None = None, toast: str = "") -> None:
    """Show a screen: in place of the message whose button was pressed, with a line above the chat, or as a new one."""
    if isinstance(event, Message):
        await say(event, text, keyboard)
    else:
        answering = asyncio.create_task(hint(event, toast))  # while the screen is on its way
        try:
            await _put_in_place(event, text, keyboard)
        finally:
            await answering


async def show_below(event: Event, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
    """Send a new message after a press, leaving the pressed one as it is; returns its id."""
    if isinstance(event, CallbackQuery):
        await hint(event)
    return await say(event, text, keyboard)


async def send_file(event: Event, content: bytes, name: str, caption: str) -> None:
    """Send a file that the phone opens, as a new message."""
    if isinstance(event, CallbackQuery):
        await hint(event)
    await send_document(event, content, name, caption)


async def send_document(
    event: Event, content: bytes, name: str, caption: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Send a file; a press is answered before, as making the file took its time."""
    file = BufferedInputFile(content, name)
    await _bot_of(event).send_document(_chat_of(event), file, caption=caption, reply_markup=keyboard)


async def send_photo(
    event: Event,
    content: bytes,
    name: str,
    caption: str,
    keyboard: InlineKeyboardMarkup | None = None,
    *,
    may_be_forwarded: bool = False,
) -> None:
    """Send a picture that stands open in the chat; one that is made to be forwarded is never protected."""
    protected = True if IS_PROTECTED.get() and not may_be_forwarded else None
    file = BufferedInputFile(content, name)
    await _bot_of(event).send_photo(
        _chat_of(event), file, caption=caption, reply_markup=keyboard, protect_content=protected
    )


async def hint(query: CallbackQuery, text: str = "") -> None:
    """Answer a press with a short line above the chat, or with nothing."""
    if query.id == TYPED:
        if text:
            await say(query, text)
        return
    # A press that waited too long cannot be answered any more; what it asked for is done all the same.
    with contextlib.suppress(TelegramAPIError):
        await query.answer(text)


async def remark(event: Event, text: str) -> None:
    """Say a short line: above the chat after a press, as a message after something typed."""
    if isinstance(event, CallbackQuery):
        await hint(event, text)
    else:
        await say(event, text)


async def without_buttons(event: Event, message_id: int) -> None:
    """Take the buttons off an own earlier message: they are not taken any more."""
    if message_id:
        with contextlib.suppress(TelegramAPIError):
            await _bot_of(event).edit_message_reply_markup(chat_id=_chat_of(event), message_id=message_id)


async def leave(event: Event, message_id: int, line: str) -> None:
    """Leave one line, without buttons, of an own earlier message."""
    if message_id:
        with contextlib.suppress(TelegramAPIError):
            await _bot_of(event).edit_message_text(line, chat_id=_chat_of(event), message_id=message_id)


async def _put_in_place(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    shown = query.message
    if not isinstance(shown, Message) or _length(text) > LONGEST_MESSAGE:
        await say(query, text, keyboard)
        return
    try:
        await shown.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as refused:
        if "not modified" not in refused.message:
            await say(query, text, keyboard)


def _bot_of(event: Event) -> Bot:
    if event.bot is None:
        raise RuntimeError("an update that no bot received cannot be answered")
    return event.bot


def _chat_of(event: Event) -> int:
    # A press may come from a message that is too old to be read; a private chat has the person's id.
    return event.chat.id if isinstance(event, Message) else event.from_user.id


def in_parts(paragraphs: Iterable[str]) -> list[str]:
    """Join paragraphs into as few messages as Telegram's length allows, never breaking one that fits."""
    parts: list[str] = []
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            if parts and _length(parts[-1]) + _length(piece) + 2 <= LONGEST_MESSAGE:
                parts[-1] += f"\n\n{piece}"
            else:
                parts.append(piece)
    return parts or [""]


def _pieces(paragraph: str) -> list[str]:
    if _length(paragraph) <= LONGEST_MESSAGE:
        return [paragraph]
    lines = paragraph.split("\n")
    if len(lines) == 1:
        half = LONGEST_MESSAGE // 2  # characters, of at most two units each
        return [paragraph[:half], *_pieces(paragraph[half:])]
    middle = len(lines) // 2
    return [*_pieces("\n".join(lines[:middle])), *_pieces("\n".join(lines[middle:]))]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
