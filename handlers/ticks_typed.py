"""Several answers named in words instead of ticked; who lives together may be told before it is asked."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.screens.captions import captions_of, own_caption
from handlers.screens.screen_input import ScreenInput
from handlers.topics import topic_of
from handlers.words_of_answers import option_named
from rules.interview.answers import ManyOf
from rules.interview.questionnaire import Asked
from rules.interview.typed_words import plain, skeleton

PARTED: Final = re.compile(r"[,;+\n]|(?<!\w)(?:и|және|мен|пен|бен|да|та)(?!\w)")
# How people call those they live with, by beginnings of words; the captions of the buttons are known besides.
HOUSEHOLD: Final[Mapping[str, tuple[str, ...]]] = {
    who: tuple(map(skeleton, words.split()))
    for who, words in {
        "spouse": "жұбай күйеу ерім әйелім зайыб муж жена жено жену супруг",
        "children": "бала дети детей детьми деток ребен ребён сына сыном сынов сыном дочер дочк ұлым қызым",
        "mother": "анам шешем мама мамой маму матер мать",
        "father": "әкем папа папой отец отцом",
        "husbands_mother": "енем свекров",
        "husbands_father": "қайын свекор свекра свекру свекром",
    }.items()
}
NOT_THERE: Final = tuple(
    map(skeleton, ("жоқ", "нет", "без", "емес", "бөлек", "отдельно", "умер", "қайтыс", "развел", "ажырас"))
)


def ticks_typed(screen_input: ScreenInput, asked: Asked, answer: ManyOf, text: str) -> list[str] | None:
    """Return the options that a text names, each part of it one; None where a part names none of them."""
    if asked.question.id == "household" and topic_of(text) is None and (household := household_typed(text)):
        return [word for word in household if word in answer.options]
    captions = {
        word: own_caption(screen_input.texts, captions_of(asked), word) or screen_input.names.get(word, word)
        for word in answer.options
    }
    parts = [part for part in PARTED.split(plain(text)) if part.strip()]
    found = [option_named(asked.question.id, captions, part) for part in parts]
    named = [word for word in found if word is not None]
    return named if named and len(named) == len(found) else None


def household_typed(text: str) -> list[str]:
    """Return who lives with somebody by their own words; nobody where a word says that somebody is not there."""
    words = [skeleton(word) for word in re.findall(r"[^\W\d_]+", plain(text))]
    if any(word.startswith(NOT_THERE) for word in words):
        return []
    return [who for who, stems in HOUSEHOLD.items() if any(word.startswith(stems) for word in words)]
