"""The word that only a person and the bot know, on the screen: asked for, kept, shown, taken away."""

from typing import Final

from bot.texts import Texts, escape
from handlers.keyboards import ButtonRow, Do, Show, keyboard
from handlers.screens.screen_input import Screen

FEWEST: Final = 3
MOST: Final = 30
"""Letters of a word: what is longer is no word that somebody knows again at a glance."""


def asked(texts: Texts, hint: str = "") -> Screen:
    """Return the question for a word; with a hint only what was wrong, and how a word looks."""
    limits = {"fewest": FEWEST, "most": MOST}
    text = texts.say(hint, **limits) if hint == "word-not-taken" else texts.say(hint) if hint else None
    return Screen(text or texts.say("word-ask", **limits), keyboard([_back(texts)]))


def kept(texts: Texts, word: str) -> Screen:
    """Return that the word is kept, and what a message without it is."""
    return Screen(texts.say("word-kept", word=escape(word)), keyboard([_go_on(texts), *_rows(texts)]))


def shown(texts: Texts, word: str) -> Screen:
    """Return the word, and how to change it or take it away."""
    return Screen(texts.say("word-shown", word=escape(word)), keyboard([*_rows(texts), _back(texts)]))


def removed(texts: Texts) -> Screen:
    """Return that notices come without a word from now on."""
    return Screen(texts.say("word-removed"), keyboard([_go_on(texts), _back(texts)]))


def _rows(texts: Texts) -> list[ButtonRow]:
    return [[(texts.say(f"button-word-{name}"), Do(what=f"word_{name}"))] for name in ("change", "remove")]


def _go_on(texts: Texts) -> ButtonRow:
    return [(texts.say("button-continue"), Do(what="resume"))]


def _back(texts: Texts) -> ButtonRow:
    return [(texts.say("button-back"), Show(view="private"))]
