"""A notice in words."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True)
class Told:
    """What a person reads: a text (HTML), which no notice makes too long for one message, and buttons below it."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None
