"""Whose family a screen is of, where it is not the person's own: its name at the head, its number in every button.

So that nothing is mixed: whatever is pressed says for which family it was drawn.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from aiogram.types import InlineKeyboardMarkup

from bot.store.assessments import FrozenAssessment
from bot.store.checks import OWN
from bot.texts import Texts, escape, texts_of_another
from handlers.screens.screen_input import Screen

OF_CHECK: Final = re.compile(r"(\d{1,6})~(.*)", re.ASCII | re.DOTALL)
Rest = ParamSpec("Rest")
Drawn = TypeVar("Drawn", bound=Screen | None)


def words_for(texts: Texts, check: int) -> Texts:
    """Return the texts in which a family is spoken of: another than one's own is not addressed."""
    return texts if check == OWN else texts_of_another(texts.language)


def of_family(shown: Screen, texts: Texts, check: int, called: str) -> Screen:
    """Return a screen as that of a check: with the name at its head; as it is where the family is the person's own."""
    return Screen(headed(texts, called, shown.text), marked(shown.keyboard, check))


def headed(texts: Texts, called: str, text: str) -> str:
    """Return a text below the name of the family; as it is without a name."""
    return f"{texts.say('check-head', name=escape(called))}\n{text}" if called else text


def said_below_name(called: str, said_back: str, text: str) -> str:
    """Return what was kept of an answer above what is asked next; the name of the family stays at the head."""
    if not said_back:
        return text
    head, below = text.split("\n", 1) if called else ("", text)
    return "\n".join([*([head] if head else []), f"{said_back}\n\n{below}"])


def marked(keyboard: InlineKeyboardMarkup | None, check: int) -> InlineKeyboardMarkup | None:
    """Return a keyboard whose buttons carry the number of a check; those of the person's own family carry none."""
    if keyboard is None or check == OWN:
        return keyboard
    rows = [
        [
            button.model_copy(update={"callback_data": f"{check}~{button.callback_data}"})
            if button.callback_data and not OF_CHECK.fullmatch(button.callback_data)
            else button
            for button in row
        ]
        for row in keyboard.inline_keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def read_whose(carried: str | None) -> tuple[int, str | None]:
    """Return the number of the check for which a button was drawn, 0 for one's own family, and what else it carries."""
    found = OF_CHECK.fullmatch(carried or "")
    return (int(found[1]), found[2]) if found else (OWN, carried)


def under_its_name(
    draw: Callable[Concatenate[Texts, FrozenAssessment, Rest], Drawn],
) -> Callable[Concatenate[Texts, FrozenAssessment, Rest], Drawn]:
    """Let a screen of a result say at its head whose family it is, and speak of that family."""

    @wraps(draw)
    def of_its_family(texts: Texts, frozen: FrozenAssessment, /, *rest: Rest.args, **named: Rest.kwargs) -> Any:
        shown = draw(words_for(texts, frozen.check), frozen, *rest, **named)
        return None if shown is None else of_family(shown, texts, frozen.check, frozen.called)

    return of_its_family
