"""Ages as people type them: of one person or of several, in digits or in words, of babies in months (P3, P5)."""

import re
from fractions import Fraction
from typing import Final

from rules.errors import RulesError
from rules.interview.typed_words import number_in_words, numeral, plain, skeleton

MONTHS_IN_YEAR: Final = 12
LONGEST: Final = 200  # letters; whoever writes more does not answer with ages

# By their skeletons (typed_words).
YEARS: Final = r"(?:жас\w*|лет\w*|год\w*)"
MONTHS: Final = r"(?:аилик|аи|месяц\w*|месячн\w*|мес)(?!\w)\.?"
WEEKS: Final = r"(?:апта\w*|недел\w*|нед(?!\w)\.?)"
AND: Final = r"(?:жане|мен|пен|бен|и)"
WHO: Final = (
    r"(?:ул(?:им|дарим)?|киз(?:им|дарим)?|син|сину|доч|дочке|дочка|балам|ребенку|старш\w*|младш\w*|улкен\w*|киши\w*)"
)
# «Брату 24»: before the number only, for «2 брата» are two people.
RELATIVES: Final = tuple(
    skeleton(word)
    for word in (
        "әже", "апа", "ата", "аға", "іні", "әпке", "қарындас", "сіңлі", "бауыр", "келін", "күйеу", "немере", "жиен",
        "бабушк", "дедушк", "брат", "сестр", "невестк", "сноха", "зят", "внук", "внучк", "тёт", "дяд", "племянни",
    )
)  # fmt: skip
BARE_BEFORE_MONTHS: Final = re.compile(rf"\d(?:[\s,;.–—-]|(?<!\w){AND}(?!\w))+\d+\s*(?:{MONTHS}|{WEEKS})")
RELATIVE_BEFORE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(RELATIVES)})[^\W\d]*\s*[-–:]?\s*(?=\d)")
PARTED_BY_DASHES: Final = re.compile(r"\d+(?:\s*[-–—]\s*\d+){2,}")  # "3-7" may be a range
BIRTHDAY: Final = re.compile(r"\b0\d|\d[./]\d+[./]\d{4}")
NO_AGE: Final = re.compile(
    r"(?<!\w)(?:не|нет|емес|жок|без|или|немесе|алде|минус|скоро|жакинда|почти)(?!\w)|[-+−–]\d|\?"
)


HOW_MANY: Final = re.compile(
    rf"\s*(\d+)\s*(?:{skeleton('бала')}|{skeleton('дет')}|{skeleton('ребен')}|{skeleton('ребят')})[^\W\d]*"
    rf"(?:\s+{skeleton('бар')})?[\s,:–-]*"
)
"""«4 балам бар»: how many they are, and no age."""


class MayBeTwoError(RulesError):
    """«1,5» may be one child of a year and a half, or two of 1 and 5."""


class MayBeMonthsError(RulesError):
    """«7 и 9 месяцев» may be two babies, or one and a child of seven years."""


def read_ages(raw: str) -> list[int] | None:
    """Read the ages of several people in whole years, months and weeks as 0 years; None where they are none.

    A fraction is one person: «1,5 жас». Raises `MayBeTwoError` or `MayBeMonthsError` where nobody can say.
    """
    text = _numbers_in_digits(raw)
    if len(text) > LONGEST or BIRTHDAY.search(text):
        return None
    counted = HOW_MANY.match(text)
    if counted is not None:
        ages = read_ages(text[counted.end() :])
        return ages if ages is not None and len(ages) == int(counted[1]) else None
    text = re.sub(rf"(\d+)(?:[.,]\d| с половинои)\s*({YEARS})", r"\1 \2", text)
    text = re.sub(rf"(\d+)\s*{YEARS}\s*{AND}?\s*\d+\s*{MONTHS}", r" \1 ", text)
    if BARE_BEFORE_MONTHS.search(text):
        raise MayBeMonthsError
    text = re.sub(r"(?<!\w)(?:полгода|жарти жил)(?!\w)", " 0 ", _months_in_years(text))
    if re.search(r"(?<![\d.,])\d{1,2}[.,]\d(?![\d.,])", text):
        raise MayBeTwoError
    text = RELATIVE_BEFORE.sub(" ", text)
    if PARTED_BY_DASHES.fullmatch(text.strip()):
        text = re.sub(r"[-–—]", " ", text)
    rest = re.sub(rf"(?<![^\W\d])(?:{YEARS}|{AND}|{WHO})(?!\w)|[,;.\s]|\d+", "", text)
    ages = [int(number) for number in re.findall(r"\d+", text)]
    if len(ages) == 1 and not re.search(rf"{YEARS}|{MONTHS}|{WEEKS}|год|\d", _in_skeletons(raw)):
        return None  # «үш» may be how many they are
    return ages if ages and not rest else None


def read_age(raw: str) -> int | None:
    """Read the one age in what was typed, whatever else it says; None where there is none, or several numbers.

    Months are whole years: «2 ай» is less than one.
    """
    text = _numbers_in_digits(raw)
    if len(text) > LONGEST or NO_AGE.search(text):
        return None
    text = _months_in_years(text)
    found = re.findall(r"\d+(?:[.,]\d+)?", text)
    words = re.sub(r"[^\W\d_]+|\d+|[\s.,!-]", "", text)
    return int(found[0]) if len(found) == 1 and found[0].isdecimal() and not words else None


def _months_in_years(text: str) -> str:
    text = re.sub(rf"(\d+)\s*{MONTHS}", lambda months: f" {int(months[1]) // MONTHS_IN_YEAR} ", text)
    return re.sub(rf"\d+\s*{WEEKS}", " 0 ", text)


def _in_skeletons(raw: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: skeleton(word[0]), plain(raw))


def _numbers_in_digits(raw: str) -> str:
    """Return the skeletons of what was typed, its numerals as digits: «он екі жас» is "12 жас"."""
    said: list[str] = []
    numerals: list[Fraction] = []
    for word in (*re.findall(r"[^\W\d_]+|\d+|\s+|[^\w\s]|_", plain(raw)), ""):
        bare = skeleton(word) if word.isalpha() else word
        value = numeral(bare)
        if value is not None:
            if numerals and number_in_words([*numerals, value]) is None:
                said.append(f"{_whole(numerals)} ")
                numerals = []
            numerals.append(value)
        elif not (numerals and bare.isspace()):
            said += [f"{_whole(numerals)} ", bare] if numerals else [bare]
            numerals = []
    return "".join(said).strip()


def _whole(numerals: list[Fraction]) -> int:
    return int(number_in_words(numerals) or 0)
