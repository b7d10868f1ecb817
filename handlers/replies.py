"""The only functions that send. A press is answered in place, something typed with a new message below it."""

import asyncio
import contextlib
from collections.abc import Iterable

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

LONGEST_MESSAGE = 4_096
Event = Message | CallbackQuery


async def say(message: Message, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Send a new message, in parts where it is longer than Telegram takes; the last one holds the buttons."""
    parts = in_parts([text])
    for part in parts[:-1]:
        await message.answer(part)
    await message.answer(parts[-1], reply_markup=keyboard)


async def show(event: Event, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Show a screen: in place of the message whose button was pressed, or as a new message."""
    if isinstance(event, Message):
        await say(event, text, keyboard)
        return
    shown = event.message
    if not isinstance(shown, Message):
        await _acknowledge(event)
        return
    await asyncio.gather(_acknowledge(event), _put_in_place(shown, text, keyboard))


async def _acknowledge(query: CallbackQuery) -> None:
    # A press that waited too long cannot be acknowledged any more; what it asked for is done all the same.
    with contextlib.suppress(TelegramBadRequest, TelegramRetryAfter):
        await query.answer()


async def _put_in_place(shown: Message, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    try:
        await shown.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as refused:
        if "not modified" not in refused.message:
            await say(shown, text, keyboard)


async def show_below(event: Event, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Send a new message after a press, leaving the pressed one as it is."""
    message = event if isinstance(event, Message) else event.message
    if isinstance(event, CallbackQuery):
        await _acknowledge(event)
    if isinstance(message, Message):
        await say(message, text, keyboard)


async def hint(query: CallbackQuery, text: str = "") -> None:
    """Answer a press with a short line above the chat, or with nothing."""
    with contextlib.suppress(TelegramBadRequest, TelegramRetryAfter):
        await query.answer(text)


def in_parts(paragraphs: Iterable[str]) -> list[str]:
    """Join paragraphs into as few messages as Telegram's length allows, never breaking one that fits."""
    parts: list[str] = []
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            if parts and len(parts[-1]) + len(piece) + 2 <= LONGEST_MESSAGE:
                parts[-1] += f"\n\n{piece}"
            else:
                parts.append(piece)
    return parts or [""]


def _pieces(paragraph: str) -> list[str]:
    if len(paragraph) <= LONGEST_MESSAGE:
        return [paragraph]
    lines = paragraph.split("\n")
    middle = max(1, len(lines) // 2)
    if len(lines) == 1:
        return [paragraph[:LONGEST_MESSAGE], *_pieces(paragraph[LONGEST_MESSAGE:])]
    return [*_pieces("\n".join(lines[:middle])), *_pieces("\n".join(lines[middle:]))]
