"""That something is still so, or has changed, in words instead of by its button."""

from itertools import chain
from typing import Final

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.keyboards import StillSo, read_button
from handlers.screens.whose import read_whose
from rules.interview.typed_words import plain, read_yes_or_no, skeleton

STILL_SO: Final = frozenset(
    map(
        skeleton,
        ("солай", "әлі солай", "сол күйінде", "бұрынғыдай", "өзгермеді", "өзгерген жоқ", "өзгеріс жоқ", "так и есть",
         "всё так", "всё так же", "так же", "по-прежнему", "как раньше", "без изменений", "не изменилось",
         "ничего не изменилось"),
    )
)  # fmt: skip
CHANGED: Final = frozenset(
    map(
        skeleton,
        ("өзгерді", "өзгерген", "өзгеріс бар", "солай емес", "изменилось", "изменился", "изменилась", "изменились",
         "поменялось", "есть изменения", "уже не так", "не так"),
    )
)  # fmt: skip
MEANT: Final = {True: frozenset({"yes", "all"}), False: frozenset({"no", "each"})}


def still_so_typed(shown: InlineKeyboardMarkup | None, text: str) -> InlineKeyboardButton | None:
    """Return the button on the screen that a text means where it says that lines are still so, or that they are not."""
    said = _says_still_so(text)
    for button in chain.from_iterable(shown.inline_keyboard if shown else []):
        carried = read_whose(button.callback_data)[1]
        pressed = read_button(carried)
        if said is not None and isinstance(pressed, StillSo) and pressed.what in MEANT[said]:
            return button.model_copy(update={"callback_data": carried})
    return None


def _says_still_so(text: str) -> bool | None:
    words = skeleton(plain(text).strip(" .!,"))
    if words in STILL_SO or words in CHANGED:
        return words in STILL_SO
    return read_yes_or_no(text)
