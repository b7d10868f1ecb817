"""A region typed instead of pressed: in plain letters, with or without «город» and «облысы», or its beginning."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from bot.formats import NUR_SULTAN_FROM
from bot.texts import Language, Texts, texts
from rules.regions import REGIONS

# A telephone without the Kazakh letters writes the Russian ones that look or sound like them.
PLAIN_LETTERS: Final = str.maketrans("әғқңөұүһіё", "агкноуухие")
# The words of a name that say what it is, in plain letters, with their case forms.
CITY: Final = frozenset({"каласы", "каласында", "к", "город", "городе", "г"})
OBLAST: Final = frozenset({"облысы", "облысында", "область", "области", "обл"})
SAID_NO_KIND: Final = frozenset[str]()
PREPOSITION: Final = "в"
SHORTEST_BEGINNING: Final = 3  # letters
WORDS_WITH_INITIALS: Final = 3  # «Батыс Қазақстан облысы» is БҚО
# How people say, in plain letters, that they are registered nowhere; «не прописан в Шымкенте» is not that.
NOWHERE: Final = re.compile(
    r"(?:(?:я|мы|у меня|у нас|мен|биз) )?"
    r"(?:(?:еш ?жерде|ешкайда|нигде)(?: (?:не )?(?:\w*регистрирован|прописан|тиркел|тиркеуде)\w*)?(?: жок\w*| емес\w*)?"
    r"|(?:нет|без|не имею|не имеем) (?:прописки|регистрации)|(?:прописки|регистрации) нет"
    r"|не (?:зарегистрирован|прописан)\w*"
    r"|тиркелме\w*|(?:тиркеу|прописка)\w* жок\w*)"
)


class Place(NamedTuple):
    """The name of a place in plain letters, and whether it is a city, an oblast or not said to be either."""

    name: str
    kind: frozenset[str]


def region_typed(text: str) -> str | None:
    """Return the region that was typed, in either language; None where it is none or may be several."""
    typed = _place(text)
    if not typed.name:
        return None
    known = [(place.name, region) for place, region in _places() if typed.kind in {place.kind, SAID_NO_KIND}]
    exactly = {region for name, region in known if name == typed.name}
    if exactly or len(typed.name) < SHORTEST_BEGINNING:
        return exactly.pop() if len(exactly) == 1 else None
    beginning = {region for name, region in known if name.startswith(typed.name)}
    return beginning.pop() if len(beginning) == 1 else None


def is_nowhere(text: str) -> bool:
    """Whether somebody typed, in either language, that they are registered nowhere."""
    return NOWHERE.fullmatch(" ".join(_words(text))) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().translate(PLAIN_LETTERS))


def _place(text: str) -> Place:
    words = _words(text)
    kind = next((kind for kind in (CITY, OBLAST) if kind.intersection(words)), SAID_NO_KIND)
    return Place(" ".join(word for word in words if word not in {*kind, PREPOSITION}), kind)


@cache
def _places() -> tuple[tuple[Place, str], ...]:
    """Return every name of every region, as the texts of both languages have it."""
    return tuple(
        (place, region) for region in REGIONS for language in Language for place in _names(texts(language), region)
    )


def _names(said: Texts, region: str) -> Iterator[Place]:
    name = said.region(region)
    kind = _place(name).kind
    for day in (None, NUR_SULTAN_FROM):  # the capital was called otherwise for a time
        for text in (said.region(region, day), said.region_in(region, day)):
            yield Place(_place(text).name, kind)
    words = re.findall(r"\w+", name)
    if len(words) == WORDS_WITH_INITIALS:
        yield Place("".join(word[0] for word in words).casefold().translate(PLAIN_LETTERS), kind)
