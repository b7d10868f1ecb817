"""The sections of the interview, as they stand above every question."""

from functools import lru_cache

from bot.texts import Texts
from rules.interview.questions import Section


def headed(texts: Texts, section: Section, text: str) -> str:
    """Return a text below the sections of the interview, of which one is where the person stands."""
    return f"{sections_of(texts, section)}\n\n{text}"


@lru_cache(maxsize=len(Section) * 4)  # of one's own family and of another, in both languages
def sections_of(texts: Texts, here: Section) -> str:
    """Return the sections in one line; the one where the person stands is bold."""
    names = ((section, texts.say(f"section-{section}")) for section in Section)
    return " · ".join(f"<b>{name}</b>" if section is here else name for section, name in names)
