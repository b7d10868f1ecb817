"""In which language somebody writes, where that is surely not the one in which the bot answers."""

from typing import Final

from bot.texts import Language
from rules.interview.typed_words import plain

KAZAKH_LETTERS: Final = frozenset("әғқңөұүһі")
# Words of one language alone: «не» is "or" in Kazakh and "not" in Russian, so it tells nothing.
KAZAKH_WORDS: Final = frozenset(
    {"бар", "емес", "маған", "біз", "мен", "қалай", "балам", "керек", "қашан", "менің", "ақша", "сонда"}
)
RUSSIAN_WORDS: Final = frozenset(
    {
        "я", "мне", "меня", "моя", "мой", "нас", "нам", "что", "как", "где", "когда", "сколько", "это", "есть", "если",
        "или", "вам", "дети", "муж", "жена", "можно", "нужно", "хочу", "знаю", "почему", "у", "на", "за", "для",
    }
)  # fmt: skip


def other_language(text: str, spoken: Language) -> Language | None:
    """Return the language in which somebody writes, where it is surely the other one."""
    words = set(plain(text).split())
    is_kazakh = bool(set(text.casefold()) & KAZAKH_LETTERS or words & KAZAKH_WORDS)
    is_russian = bool(words & RUSSIAN_WORDS)
    if is_kazakh == is_russian:
        return None
    language = Language.KK if is_kazakh else Language.RU
    return None if language is spoken else language
