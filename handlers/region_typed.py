"""A region typed instead of pressed: in either alphabet, with or without «город» and «облысы», a part of it, a slip."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from bot.texts import Language, Texts, texts
from bot.texts.formats import NUR_SULTAN_FROM
from rules.interview.typed_words import plain, skeleton, skeletons
from rules.regions import REGIONS

# The words of a name that say what it is, with their case forms.
CITY: Final = skeletons("қаласы қаласында қ город городе г")
OBLAST: Final = skeletons("облысы облысында область области обл")
SAID_NO_KIND: Final = frozenset[str]()
PREPOSITION: Final = "в"
SHORTEST_BEGINNING: Final = 3  # letters
WORDS_WITH_INITIALS: Final = 3  # «Батыс Қазақстан облысы» is БҚО
# The chief towns of regions that are not called like them.
CHIEF_TOWNS: Final = {
    "Көкшетау": "KZ-11", "Қонаев": "KZ-19", "Орал": "KZ-27", "Уральск": "KZ-27", "Тараз": "KZ-31",
    "Талдықорған": "KZ-33", "Ақтау": "KZ-47", "Петропавл": "KZ-59", "Петропавловск": "KZ-59", "Жезқазған": "KZ-62",
    "Өскемен": "KZ-63", "Усть-Каменогорск": "KZ-63", "Семей": "KZ-10", "Семипалатинск": "KZ-10",
}  # fmt: skip
NOT_THERE: Final = skeletons("не емес")
LIKE_ENOUGH: Final = 85  # of 100: one slip in a name of seven letters; no two regions are as alike
SHORTEST_LIKE: Final = 5  # letters: a shorter word with a slip may be anything

# How people say that they are registered nowhere; «не прописан в Шымкенте» is not that.
NOWHERE: Final = re.compile(
    re.sub(
        "[а-яёәғқңөұүһі]+",
        lambda word: skeleton(word[0]),
        r"(?:(?:я|мы|у меня|у нас|мен|біз) )?"
        r"(?:(?:еш ?жерде|ешқайда|нигде)(?: (?:не )?(?:\w*регистрирован|прописан|тіркел|тіркеуде)\w*)?"
        r"(?: жоқ\w*| емес\w*)?"
        r"|(?:нет|без|не имею|не имеем) (?:прописки|регистрации)|(?:прописки|регистрации) нет"
        r"|не (?:зарегистрирован|прописан)\w*"
        r"|тіркелме\w*|(?:тіркеу|прописка)\w* жоқ\w*)",
        flags=re.IGNORECASE,
    )
)


class Place(NamedTuple):
    """The skeleton of a place's name, and whether it is a city, an oblast or not said to be either."""

    name: str
    kind: frozenset[str]


def region_typed(text: str) -> str | None:
    """Return the region that was typed, in either language; None where it is none or may be several."""
    typed = _place(text)
    if not typed.name or NOT_THERE.intersection(_words(text)):
        return None
    known = [(place.name, region) for place, region in _places() if typed.kind in {place.kind, SAID_NO_KIND}]
    if typed.kind == CITY and not any(name == typed.name for name, _ in known):
        known = [(place.name, region) for place, region in _places()]  # «Түркістан қаласы» is the town of an oblast
    exactly = {region for name, region in known if name == typed.name}
    if exactly or len(typed.name) < SHORTEST_BEGINNING:
        return exactly.pop() if len(exactly) == 1 else None
    words = typed.name.split()
    parts = {region for name, region in known if _follow_each_other(name.split(), words)}
    beginning = {region for name, region in known if name.startswith(typed.name)}
    for found in (beginning, parts, _alike(typed.name, known)):
        if len(found) == 1:
            return found.pop()
    return None


def _follow_each_other(name: list[str], words: list[str]) -> bool:
    """Whether a name stands among other words, as in «Түркістан облысы Сауран ауданы»."""
    return any(words[place : place + len(name)] == name for place in range(len(words)))


def _alike(typed: str, known: list[tuple[str, str]]) -> set[str]:
    """Return the regions whose name is what was typed but for a slip."""
    if len(typed) < SHORTEST_LIKE:
        return set()
    return {region for name, region in known if fuzz.ratio(name, typed) >= LIKE_ENOUGH}


def is_nowhere(text: str) -> bool:
    """Whether somebody typed, in either language, that they are registered nowhere."""
    return NOWHERE.fullmatch(" ".join(_words(text))) is not None


def _words(text: str) -> list[str]:
    return [skeleton(word) for word in re.findall(r"\w+", plain(text))]


def _place(text: str) -> Place:
    words = _words(text)
    kind = next((kind for kind in (CITY, OBLAST) if kind.intersection(words)), SAID_NO_KIND)
    return Place(" ".join(word for word in words if word not in {*kind, PREPOSITION}), kind)


@cache
def _places() -> tuple[tuple[Place, str], ...]:
    """Return every name of every region, as the texts of both languages have it."""
    towns = ((Place(_place(town).name, CITY), region) for town, region in CHIEF_TOWNS.items())
    named = (
        (place, region) for region in REGIONS for language in Language for place in _names(texts(language), region)
    )
    return (*named, *towns)


def _names(said: Texts, region: str) -> Iterator[Place]:
    name = said.region(region)
    kind = _place(name).kind
    for day in (None, NUR_SULTAN_FROM):  # the capital was called otherwise for a time
        for text in (said.region(region, day), said.region_in(region, day)):
            yield Place(_place(text).name, kind)
    words = re.findall(r"\w+", name)
    if len(words) == WORDS_WITH_INITIALS:
        yield Place(skeleton("".join(word[0] for word in words)), kind)
