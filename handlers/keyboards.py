"""Buttons: every kind of callback, and the keyboard for each kind of answer.

A button carries the key of its question, so that a press on an old message never lands in the next field.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Annotated, Final, Literal, TypeVar

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import AfterValidator, Field

from bot.store import assessments
from bot.store.own_reminders import Occasion
from bot.texts import Language, Texts
from bot.wording.button_styles import style_of

LONGEST_CAPTION: Final = 40
HELP_LINE: Final = "1414"
SHORT_CAPTION: Final = 14  # two such captions fit side by side on a narrow phone
BUTTONS_KEPT: Final = 5_000
"""So many are drawn once. To draw them anew costs an answered question 1.15 to 1.2 times the processor's time
(families of the bench, beside other work, 2 cores, November 2026)."""

NUMBER: Final = rf"^{assessments.NUMBER}$"
"""Of a result, in a button."""
Number = Annotated[int, Field(ge=0, lt=2**31)]
"""A number in a button: whatever a forged one says, the database can be asked for it."""


def _a_day(written: str) -> str:
    """Return a day as a button carries it; ValueError for what somebody made up."""
    return date.fromisoformat(written).isoformat()


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


class StillSo(CallbackData, prefix="q", sep="|"):
    """Say of answers of an earlier quarter, the first of which has that key, whether they are still so."""

    what: Literal["yes", "no", "all", "each", "back"]
    key: str


class Show(CallbackData, prefix="v", sep="|"):
    """Show a view: the review, the family, the last result, the languages."""

    view: str
    about: str = ""


class Explain(CallbackData, prefix="w", sep="|"):
    """Show a part of the explanation of one frozen result, or the result itself."""

    view: str
    id: str


class Remind(CallbackData, prefix="r", sep="|"):
    """Ask to be reminded of a frozen result, of a day that it names, or no more."""

    about: Occasion
    day: Annotated[str, AfterValidator(_a_day)]  # 2026-12-31
    id: str
    wanted: bool


class OfHelp(CallbackData, prefix="h", sep="|"):
    """Show the other help beside one frozen result: in short, a page of all of it, or one kind by its place."""

    what: str
    id: str
    number: Number = 0


class Again(CallbackData, prefix="e", sep="|"):
    """Ask one question again, from the review."""

    key: str


class Do(CallbackData, prefix="x", sep="|"):
    """Do something: add or remove a member, calculate, go on, begin anew, forget."""

    what: str
    about: str = ""


class WhatIf(CallbackData, prefix="if", sep="|"):
    """Look at a change of the family beside how it is now; `who` is the key of a member, or empty."""

    change: str
    who: str = ""


class SpeakThenJoin(CallbackData, prefix="jl", sep="|"):
    """Choose a language on the way to a case: the link's token travels in the buttons, until it is confirmed."""

    language: Language
    token: str


class ConsentThenJoin(CallbackData, prefix="jc", sep="|"):
    """Allow the answers to be kept, or not, on the way to a case."""

    given: bool
    token: str


class Join(CallbackData, prefix="j", sep="|"):
    """Follow the case of a link, or not now."""

    yes: bool
    token: str


class OfCase(CallbackData, prefix="case", sep="|"):
    """Show a case, its whole history, how to complain, or ask about leaving it; `alias`: the person's own there."""

    what: str
    alias: str


class OfFollower(CallbackData, prefix="who", sep="|"):
    """Say something of another follower of a case: not known, may answer for me; `own` is the person's own alias."""

    what: str
    own: str
    other: str


class Leave(CallbackData, prefix="leave", sep="|"):
    """Leave a case that is followed since an instant: whoever came back is not sent away by an earlier press."""

    alias: str
    since: Annotated[int, Field(ge=0, lt=2**63)]  # milliseconds since 1970


class OfVisit(CallbackData, prefix="visit", sep="|"):
    """Answer to a visit as it was at a sequence: home, move, calendar or nobody."""

    number: Number
    sequence: Number
    word: str


class Wish(CallbackData, prefix="wish", sep="|"):
    """Tick windows for another time, send them, or drop it; `ticked` has a bit for each window from `first_day` on."""

    what: str
    number: Number
    sequence: Number
    first_day: str
    ticked: Number


class OfOffer(CallbackData, prefix="offer", sep="|"):
    """Answer a job offer as it was at a sequence, or look at it; `about` is an Excuse, or the key of a member."""

    number: Number
    sequence: Number
    word: str
    about: str = ""


class OfNews(CallbackData, prefix="news", sep="|"):
    """Show what stands behind the button of a notice, or hide it again."""

    notice: Annotated[int, Field(ge=0, lt=2**63)]
    is_open: bool


class OfCheck(CallbackData, prefix="check", sep="|"):
    """Begin a check of another family; look at one, open, rename or delete it. Number 0 is the person's own family."""

    what: str
    number: Number = 0


class Renew(CallbackData, prefix="renew", sep="|"):
    """Look at the saved answers again, for the next application."""

    case_id: str


KINDS: Final[dict[str, type[CallbackData]]] = {
    f"{kind.__prefix__}{kind.__separator__}": kind
    for kind in (
        Speak, Consent, Choose, Tick, Ready, Settle, Back, Show, Explain, OfHelp, Again, Do, SpeakThenJoin,
        ConsentThenJoin, Join, OfCase, OfFollower, Leave, OfVisit, Wish, OfOffer, OfNews, Renew, WhatIf, Remind,
        OfCheck, StillSo,
    )
}  # fmt: skip
"""Every kind of button by how what it carries begins."""
BEGINS: Final = re.compile(r"[a-z]+[|:]")


def kind_of_button(carried: str | None) -> type[CallbackData] | None:
    """Return the kind of a button by how what it carries begins; None where it is none of ours.

    A kind is known though the rest says nothing that the bot knows.
    """
    begins = BEGINS.match(carried or "")
    return KINDS.get(begins.group()) if begins else None


def read_button(carried: str | None) -> CallbackData | None:
    """Return all that a button says; None where the bot knows no such button."""
    kind = kind_of_button(carried)
    try:
        return kind.unpack(carried) if kind and carried else None
    except (TypeError, ValueError):
        return None


Button = tuple[str, CallbackData]
ButtonRow = Sequence[Button]
DrawnRow = Sequence[InlineKeyboardButton]
AnyButton = TypeVar("AnyButton", Button, InlineKeyboardButton)


def keyboard(rows: Iterable[ButtonRow | DrawnRow]) -> InlineKeyboardMarkup:
    """Return a keyboard of rows of buttons, each a caption and what a press sends; some may be drawn already."""
    return InlineKeyboardMarkup(inline_keyboard=[[drawn(button) for button in row] for row in rows if row])


def drawn(button: Button | InlineKeyboardButton) -> InlineKeyboardButton:
    """Return a button as Telegram takes it."""
    if isinstance(button, InlineKeyboardButton):
        return button
    caption, carried = button
    sent = carried.pack()
    return InlineKeyboardButton(text=shortened(caption), callback_data=sent, style=style_of(sent))


def copying(texts: Texts, copied: str) -> InlineKeyboardButton:
    """Return a button that puts a number into the phone's clipboard; its caption shows which."""
    caption = shortened(texts.say("button-copy", copied=copied))
    return InlineKeyboardButton(text=caption, copy_text=CopyTextButton(text=copied))


def leading(caption: str, address: str) -> InlineKeyboardButton:
    """Return a button that opens an address."""
    return InlineKeyboardButton(text=shortened(caption), url=address)


def to_result(texts: Texts, result: str) -> Button:
    """Return the button that leads back to a result, by its number."""
    return texts.say("button-result"), Explain(view="result", id=result)


def help_line(texts: Texts, told: str) -> list[DrawnRow]:
    """Return a row with the button that copies the number of the help line, where a text names it."""
    return [[copying(texts, HELP_LINE)]] if HELP_LINE in told else []


@lru_cache(maxsize=BUTTONS_KEPT)
def key_button(caption: str, kind: type[Ready | Back], key: str) -> InlineKeyboardButton:
    """Return a button that carries nothing but the key of its question; drawn once, as it comes again and again."""
    return drawn((caption, kind(key=key)))


@lru_cache(maxsize=BUTTONS_KEPT)
def word_button(caption: str, kind: type[Choose | Tick], key: str, word: str) -> InlineKeyboardButton:
    """Return a button that carries a word for a question; drawn once, as above."""
    return drawn((caption, kind(key=key, word=word)))


@lru_cache(maxsize=BUTTONS_KEPT)
def word_rows(kind: type[Choose | Tick], key: str, captions: tuple[tuple[str, str], ...]) -> Sequence[DrawnRow]:
    """Return the buttons for all words of a question, each with its caption, in columns; drawn once, as above."""
    return in_columns([word_button(caption, kind, key, word) for word, caption in captions])


def in_columns(buttons: Sequence[AnyButton]) -> list[Sequence[AnyButton]]:
    """Return rows of two short captions, or of one long one."""
    rows: list[list[AnyButton]] = []
    for button in buttons:
        if rows and len(rows[-1]) == 1 and _is_short(button) and _is_short(rows[-1][0]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return list(rows)


def _is_short(button: Button | InlineKeyboardButton) -> bool:
    caption = button.text if isinstance(button, InlineKeyboardButton) else button[0]
    return len(caption) <= SHORT_CAPTION


def languages(texts: Texts, token: str = "") -> InlineKeyboardMarkup:
    """Return the two languages; on the way to a case with the token of its link."""
    captions = {language: texts.say(f"button-language-{language}") for language in Language}
    if token:
        row: ButtonRow = [(text, SpeakThenJoin(language=language, token=token)) for language, text in captions.items()]
    else:
        row = [(text, Speak(language=language)) for language, text in captions.items()]
    return keyboard([row])


def to_menu(texts: Texts) -> Button:
    """Return the button by which a screen leads to the menu, which is shown below it."""
    return texts.say("button-menu"), Show(view="menu")


def shortened(caption: str, longest: int = LONGEST_CAPTION) -> str:
    """Return a caption of at most so many characters: a phone would cut it at a worse place."""
    return caption if len(caption) <= longest else caption[: longest - 1].rstrip(" ,:") + "…"
