"""A notice in words."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True)
class Told:
    """What a person reads: a text (HTML), which no notice makes too long for one message, and buttons below it.

    `is_protected`: the person wants that nobody can forward or copy it.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    is_protected: bool = False
