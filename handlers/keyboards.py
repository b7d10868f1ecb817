"""Buttons: every kind of callback, and the keyboard for each kind of answer.

A button carries the key of its question, so that a press on an old message never lands in the next field.
"""

from collections.abc import Iterable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Language, Texts

LONGEST_CAPTION = 40
SHORT_CAPTION = 15  # two such captions fit side by side on a narrow phone


class Speak(CallbackData, prefix="lang"):
    """Choose a language."""

    language: Language


class Consent(CallbackData, prefix="consent"):
    """Allow the answers to be kept, or not."""

    given: bool


class Choose(CallbackData, prefix="a", sep="|"):
    """Answer the question of a key with a word."""

    key: str
    word: str


class Tick(CallbackData, prefix="t", sep="|"):
    """Tick a word of a question of several answers."""

    key: str
    word: str


class Ready(CallbackData, prefix="d", sep="|"):
    """Take what is ticked as the answer."""

    key: str


class Settle(CallbackData, prefix="s", sep="|"):
    """Say what was meant by an amount that was asked back."""

    key: str
    choice: str


class Back(CallbackData, prefix="b", sep="|"):
    """Ask the question before this one again."""

    key: str


class Show(CallbackData, prefix="v", sep="|"):
    """Show a view: the review, the family, the last result, the languages."""

    view: str
    about: str = ""


class Explain(CallbackData, prefix="w", sep="|"):
    """Show a part of the explanation of one frozen result, or the result itself."""

    view: str
    id: str


class Again(CallbackData, prefix="e", sep="|"):
    """Ask one question again, from the review."""

    key: str


class Do(CallbackData, prefix="x", sep="|"):
    """Do something: add or remove a member, calculate, go on, begin anew, forget."""

    what: str
    about: str = ""


Button = tuple[str, CallbackData]
Row = Sequence[Button]


def keyboard(rows: Iterable[Row]) -> InlineKeyboardMarkup:
    """Return a keyboard of rows of buttons, each a caption and what a press sends."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=shortened(text), callback_data=data.pack()) for text, data in row]
            for row in rows
            if row
        ]
    )


def in_columns(buttons: Sequence[Button]) -> list[Row]:
    """Return rows of two short captions, or of one long one."""
    rows: list[list[Button]] = []
    for button in buttons:
        fits = rows and len(rows[-1]) == 1 and len(button[0]) <= SHORT_CAPTION and len(rows[-1][0][0]) <= SHORT_CAPTION
        if fits:
            rows[-1].append(button)
        else:
            rows.append([button])
    return list(rows)


def languages(texts: Texts) -> InlineKeyboardMarkup:
    """Return the two languages."""
    return keyboard([[(texts.say(f"button-language-{language}"), Speak(language=language)) for language in Language]])


def menu(texts: Texts) -> InlineKeyboardMarkup:
    """Return what the bot can do."""
    items = (
        ("check", Do(what="check")),
        ("result", Show(view="result")),
        ("language", Show(view="language")),
        ("about", Show(view="about")),
        ("help", Show(view="help")),
        ("forget", Do(what="forget")),
    )
    return keyboard([(texts.say(f"button-menu-{name}"), data)] for name, data in items)


def shortened(caption: str, longest: int = LONGEST_CAPTION) -> str:
    """Return a caption of at most so many characters: a phone would cut it at a worse place."""
    return caption if len(caption) <= longest else caption[: longest - 1].rstrip(" ,:") + "…"
