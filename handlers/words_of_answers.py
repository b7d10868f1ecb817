"""How people call what a button says in other words: by beginnings of words, in either language and alphabet."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rules.interview.typed_words import plain, skeleton

SHORTEST_BEGINNING: Final = 4  # letters of a caption: «зарп» is a wage, «зар» may be anything
DENIED: Final = frozenset(map(skeleton, ("не", "емес", "жоқ", "нет", "без")))


def _stems(words: str) -> tuple[str, ...]:
    return tuple(map(skeleton, words.split()))


WORDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "status": {"all": _stems("все барі бәрі барлығ граждан азамат")},
    "activity": {
        "casual": _stems("шабашк калым подработ подрабат подённ поденн временн сезонн маусымд уақытша күнделікті"),
        "self_employed": _stems("кәсіпкер самозанят предпринимател бизнес саудамен"),
        "unemployed": _stems("безработн жұмыссыз ищу іздеп іздеу"),
        "student": _stems("учусь учится студент оқимын оқып оқиды"),
        "pensioner": _stems("пенси зейнет"),
        "with_baby": _stems("декрет сәби малыш младенц"),
        "none": _stems("домохоз үйде үйдемін шаруа"),
    },
    "income-kinds": {
        "wage": _stems("зарплат жалақы айлығы оклад"),
        "casual_work": _stems("шабашк калым подработ временн сезонн маусымд уақытша күнделікті"),
        "pension": _stems("пенси зейнетақы"),
        "allowance": _stems("пособи жәрдемақы"),
        "alimony": _stems("алимент"),
        "farm": _stems("скот огород мал малдан бақша сиыр қой корова коров"),
        "stipend": _stems("стипенди шәкіртақы"),
    },
}


def option_named(question: str, captions: Mapping[str, str], text: str) -> str | None:
    """Return the one option that a text names: by its caption or the beginning of it, or by another word for it."""
    named = skeleton(plain(text))
    exact = [word for word, caption in captions.items() if skeleton(plain(caption)) == named]
    if len(exact) == 1:
        return exact[0]
    words = [skeleton(word) for word in re.findall(r"[^\W\d_]+", plain(text))]
    if DENIED & set(words) or any(word.startswith("емес") for word in words):
        return None
    if len(named) >= SHORTEST_BEGINNING:
        begun = [word for word, caption in captions.items() if skeleton(plain(caption)).startswith(named)]
        if len(begun) == 1:
            return begun[0]
    return _only(word for word in _called(question, words) if word in captions)


def _called(question: str, words: list[str]) -> list[str]:
    known = WORDS.get(question, {})
    return [option for option, stems in known.items() if any(word.startswith(stems) for word in words)]


def _only(found: Iterable[str]) -> str | None:
    several = list(found)
    return several[0] if len(several) == 1 else None
