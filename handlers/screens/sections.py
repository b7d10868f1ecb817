"""The sections of the interview, as they stand above every question."""

from functools import lru_cache

from bot.texts import Texts
from rules.questions import Section


def headed(texts: Texts, section: Section, text: str) -> str:
    """Return a text below the sections of the interview, of which one is where the person stands."""
    return f"{sections_of(texts, section)}\n\n{text}"


@lru_cache(maxsize=len(Section) * 2)
def sections_of(texts: Texts, here: Section) -> str:
    """Return the sections in one line: those done are ticked, the one where the person stands is bold."""
    names = {section: texts.say(f"section-{section}") for section in Section}
    done = list(Section)[: list(Section).index(here)]
    marked = [f"✓ {name}" if section in done else name for section, name in names.items()]
    marked[len(done)] = f"<b>{names[here]}</b>"
    return " · ".join(marked)
