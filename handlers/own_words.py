"""Whether a text that was pasted is the bot's own: it has its sentences, and nothing that a swindler adds."""

import re
from functools import cache
from typing import Final

from bot.texts import Language, texts
from handlers.topics import topic_of
from rules.interview.typed_words import plain

SHORTEST_PIECE: Final = 10  # letters: a shorter piece is anybody's
ENOUGH: Final = 40  # letters of a text that can be told at all
MOST_OF_IT: Final = 0.5  # is the bot's: the rest may be values, but no call to do something else
LONG_NUMBER: Final = re.compile(r"(?:\d[\s()+-]*){9,}")  # a phone, a card, an individual number
LONGEST: Final = 4_096  # a message of Telegram
TAG: Final = re.compile(r"</?\w+>")


def is_own(text: str) -> bool:
    """Whether most of a text is sentences of the bot, in either language, with no link, code, card or phone."""
    if len(text) < ENOUGH or topic_of(text) == "fraud" or LONG_NUMBER.search(text):
        return False
    pasted = plain(text[:LONGEST])
    known = bytearray(len(pasted))
    for piece in _pieces():
        at = pasted.find(piece)
        if at >= 0:
            known[at : at + len(piece)] = b"\1" * len(piece)
    return sum(known) >= MOST_OF_IT * len(pasted)


@cache
def _pieces() -> frozenset[str]:
    """Return what stands between the values of all sentences, as a pasted text is read."""
    lines = (line for language in Language for piece in texts(language).pieces() for line in piece.splitlines())
    read = (plain(TAG.sub("", line)).strip(" .,:;–-") for line in lines)
    return frozenset(piece for piece in read if len(piece) >= SHORTEST_PIECE)
