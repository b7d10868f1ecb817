"""Words and numbers as people type them: either language, Cyrillic or Latin letters, digits of any script.

Two spellings of one word have one skeleton: «мың», «мын», "myn" and "mıñ" are all «мин».
"""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

INVISIBLE: Final = {"Cf", "So", "Mn"}  # zero-width spaces and marks of direction, emoji, their variations
REVERSING: Final = frozenset("\u202d\u202e")  # what stands behind them is not what was seen
LATIN_PAIRS: Final = (
    ("shch", "ш"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("gh", "г"),
    ("ts", "ц"),
    ("ya", "я"),
    ("yu", "ю"),
)
LETTERS: Final = str.maketrans(
    "әғқңөұүһіїёйыэщaáäbcçdefgğǵhiıíyýjkqlmnñńoöóprsştuüúūvwxz",
    "агкноуухииеииешааабцшдефгггхииииижкклмнннооопрсштуууувухз",
    "ъь",
)
DOUBLED: Final = re.compile(r"(\w)\1+")

UNITS: Final[dict[str, int | Fraction]] = {
    "нөл ноль": 0, "бір один одна одно одну": 1, "екі два две": 2, "үш три": 3, "төрт четыре": 4, "бес пять": 5,
    "алты шесть": 6, "жеті семь": 7, "сегіз восемь": 8, "тоғыз девять": 9, "он десять": 10, "одиннадцать": 11,
    "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19, "жиырма двадцать": 20, "отыз тридцать": 30, "қырық сорок": 40,
    "елу пятьдесят": 50, "алпыс шестьдесят": 60, "жетпіс семьдесят": 70, "сексен восемьдесят": 80,
    "тоқсан девяносто": 90, "жүз сто ста": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500,
    "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900,
}  # fmt: skip
HALF: Final = Fraction(1, 2)
HALVES: Final[dict[str, int | Fraction]] = {"жарым жарты пол половина": HALF, "полтора полторы": 3 * HALF}
HUNDRED: Final = 100
TEN: Final = 10
ENDING: Final = re.compile(r"(?<=\w\w)(?:да|де|та|те|га|ге|ка|ке)$")  # «бесте», «сегізге»
THERE: Final = "онда"  # no ten


def plain(text: str) -> str:
    """Return a text in small letters, its digits as 0 to 9, its spaces alike, and without what cannot be seen."""
    seen = (_digit(letter) for letter in text if letter in REVERSING or unicodedata.category(letter) not in INVISIBLE)
    return " ".join("".join(seen).casefold().split())


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def skeleton(word: str) -> str:
    """Return what the spellings of a word have in common, in Cyrillic letters."""
    small = word.casefold()
    for pair, letter in LATIN_PAIRS:
        small = small.replace(pair, letter)
    return DOUBLED.sub(r"\1", small.translate(LETTERS))


def skeletons(words: str) -> frozenset[str]:
    """Return the skeletons of some words."""
    return frozenset(skeleton(word) for word in words.split())


NUMERALS: Final[dict[str, Fraction]] = {
    one: Fraction(value) for words, value in {**UNITS, **HALVES}.items() for one in skeletons(words)
}


YES: Final = skeletons(
    "иә ия иэ да ага ок окей ok okay yes жарайды жақсы болады болсын мақұл әрине конечно хорошо можно давайте "
    "келісемін келісем келісім рұқсат беремін берем разрешаю согласен согласна"
)
DENIALS: Final = skeletons("жоқ нет не неа no болмайды келіспеймін келіспейм бермеймін бермейм")
NO: Final = DENIALS | skeletons("рұқсат разрешаю согласен согласна хочу")


def read_yes_or_no(raw: str) -> bool | None:
    """Return whether a short text says yes or no, in either language; None where it says neither, or more."""
    words = {skeleton(word) for word in re.findall(r"[^\W\d_]+", plain(raw))}
    if words and words <= NO and words & DENIALS:
        return False
    return True if words and words <= YES else None


def numeral(word: str) -> Fraction | None:
    """Return the number that a word names, by its skeleton and with a Kazakh ending or without; None if none."""
    bare = word if word in NUMERALS else ENDING.sub("", word)
    return None if word == THERE else NUMERALS.get(bare)


def number_in_words(numerals: Iterable[Fraction]) -> Fraction | None:
    """Return the number that numerals make one after another, «екі жүз елу» or «двадцать пять»; None if none."""
    number: Fraction | None = None
    for value in numerals:
        if number is None:
            number = value
        elif value == HUNDRED and 1 <= number < TEN:
            number *= HUNDRED
        elif _follows(value, number):
            number += value
        else:
            return None
    return number


def _follows(value: Fraction, number: Fraction) -> bool:
    """Whether a numeral goes on with a number: less than a hundred after hundreds, units after tens, then a half."""
    step = next((step for step in (HUNDRED, TEN) if number >= step and number % step == 0), 1)
    return 1 <= value < step or (value == HALF and number.denominator == 1)
