"""How questions call their answers: the captions of buttons, and whose an income is."""

from functools import lru_cache
from typing import Final

from bot.texts import Texts
from handlers.screens.screen_input import ScreenInput
from rules.interview.people_told import SELF
from rules.interview.questionnaire import Asked
from rules.interview.who_earned import KINDS_EARNED
from rules.regions import REGIONS

SAME_CAPTIONS: Final = {"cared-for": "cares-for", "spouse-apart": "absence", "region-lived": "region"}
OPTIONS_KEPT: Final = 100  # of every question of fixed options, in both languages


def caption(screen_input: ScreenInput, asked: Asked, word: str) -> str:
    """Return the caption of one of several words: the question's own word, or the name of a member."""
    return own_caption(screen_input.texts, captions_of(asked), word) or screen_input.names.get(word, word)


def own_caption(texts: Texts, name: str, word: str) -> str | None:
    """Return what a question calls one of its words; None where it does not name it."""
    own = f"button-{name}-{word}"
    return texts.say(own) if own in texts else None


@lru_cache(maxsize=OPTIONS_KEPT)
def options_of(texts: Texts, name: str, options: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the words of an answer, each with its caption."""
    return tuple((word, option(texts, name, word)) for word in options)


def option(texts: Texts, name: str, word: str) -> str:
    """Return the caption of one word of an answer."""
    return texts.region_short(word) if name == "region" and word in REGIONS else texts.say(f"button-{name}-{word}")


def captions_of(asked: Asked) -> str:
    """Return whose captions the answers of a question have: some answers are asked for in two places."""
    return SAME_CAPTIONS.get(asked.question.id, asked.question.id)


def whose(kind: str) -> str:
    """Return whether an income is somebody's own or the family's, as Fluent ids say it."""
    return "earned" if kind in KINDS_EARNED else "family"


def of_whom(member: str) -> str:
    """Return whether a question is about the applicant or another member, as Fluent ids say it."""
    return SELF if member == SELF else "member"


@lru_cache(maxsize=OPTIONS_KEPT)
def none_of(texts: Texts, name: str) -> str:
    """Return the Fluent id of the caption for choosing nothing: the question's own where it has one."""
    own = f"button-{name}-none"
    return own if own in texts else "button-none"
