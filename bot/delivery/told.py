"""A notice in words, and the calls that say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aiogram.methods import SendDocument, SendMessage
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup

LONGEST_CAPTION: Final = 1_024  # UTF-16 units; Telegram counts them without the formatting, we with it


@dataclass(frozen=True, slots=True)
class Told:
    """What a person reads: a text (HTML), buttons below it, and a file if one belongs to it."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    document: BufferedInputFile | None = None


def calls_for(told: Told, person_id: int) -> Iterator[SendMessage | SendDocument]:
    """Give the calls that say it: one, or two where the text is too long for a caption; the last has the buttons."""
    document, keyboard = told.document, told.keyboard
    if document is not None and len(told.text.encode("utf-16-le")) // 2 <= LONGEST_CAPTION:
        yield SendDocument(chat_id=person_id, document=document, caption=told.text, reply_markup=keyboard)
        return
    if document is not None:
        yield SendDocument(chat_id=person_id, document=document)
    yield SendMessage(chat_id=person_id, text=told.text, reply_markup=keyboard)
