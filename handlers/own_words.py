"""Whether a text that was pasted is the bot's own: it has its sentences, and nothing that a swindler adds."""

import re
from functools import cache
from typing import Final

from bot.texts import Language, texts
from handlers.topics import topic_of
from rules.typed_words import plain

SHORTEST_PIECE: Final = 24  # letters: a shorter one may be anybody's
ENOUGH: Final = 40  # letters of the bot's in a text
LONGEST: Final = 4_096  # a message of Telegram
TAG: Final = re.compile(r"</?\w+>")


def is_own(text: str) -> bool:
    """Whether a text holds sentences of the bot, in either language, and no link, code or card."""
    if len(text) < ENOUGH or topic_of(text) == "fraud":
        return False
    pasted = plain(text[:LONGEST])
    return sum(len(piece) for piece in _pieces() if piece in pasted) >= ENOUGH


@cache
def _pieces() -> frozenset[str]:
    """Return what stands between the values of all sentences, as a pasted text is read."""
    lines = (line for language in Language for piece in texts(language).pieces() for line in piece.splitlines())
    read = (plain(TAG.sub("", line)).strip(" .,:;–-") for line in lines)
    return frozenset(piece for piece in read if len(piece) >= SHORTEST_PIECE)
