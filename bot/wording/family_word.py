"""The word that only a person and the bot know: below every notice, so that the family sees who has written.

It is theirs alone: what is kept of a message that was read, as a proof for the authority, is kept without it.
"""

from typing import Final

from bot.texts import Texts, escape
from bot.wording.notice_input import LONGEST

SIGN: Final = "◆"
"""The word's paragraph begins with it in every language, and no other paragraph does."""


def with_word(texts: Texts, text: str, word: str | None) -> str:
    """Return a notice with the word of its person below it; as it is without a word, or where it would be too long."""
    if word is None:
        return text
    both = f"{text}\n\n{texts.say('notice-word', word=escape(word))}"
    return both if len(both.encode("utf-16-le")) // 2 <= LONGEST else text


def without_word(text: str) -> str:
    """Return what a person read without their word, whatever it was then."""
    before, _, last = text.rpartition("\n\n")
    return before if last.startswith(SIGN) else text
