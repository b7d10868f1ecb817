"""Kinds of answer and how each is read from what people type or press.

`parse` takes the text as typed (or the value of a button) and returns what is kept, which goes into JSON as it
stands; it raises `NotUnderstood` with the Fluent id of a hint. A range and a missing upper end mean an estimate.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from rules.household import Birth

UNKNOWN: Final = "unknown"
DIFFERS: Final = "differs"
ONCE: Final = "once"
NONE: Final = "none"
YES: Final = "yes"
NO: Final = "no"

THOUSAND: Final = r"мың\w*|мын|myn|тыс\w*|[кkт]"
MILLION: Final = r"миллион\w*|млн|mln"
CURRENCY: Final = re.compile(r"(?:теңге\w*|тенге|tenge|тг|tg|kzt|₸)\.?")
NOTHING: Final = frozenset(
    {
        "жоқ",
        "жок",
        "нет",
        "ничего",
        "ничего не было",
        "не было",
        "ештеңе",
        "тимеді",
        "түспеді",
        "болмады",
        "ноль",
        "нөл",
    }
)
AMOUNT: Final = re.compile(rf"(?P<number>\d+(?:[ .,]\d+)*)\s*(?P<scale>(?:{THOUSAND}|{MILLION})(?!\w)\.?)?")
MILLION_AND_THOUSAND: Final = re.compile(rf"(\d+)\s*(?:{MILLION})\.?\s+(\d{{1,3}})\s*(?:{THOUSAND})\.?")
FILLERS: Final = re.compile(
    r"(?<!\w)(?:шамамен|шамасында|жуық|дейін|астам|аралығында|арасында|айына|айлық|ай сайын|болды|"
    r"примерно|около|где-то|от|до|между|в месяц|"
    r"жалақы|жалақысы|зейнетақы|жәрдемақы|табыс|табысы|зарплата|пенсия|пособие|доход\w*)(?!\w)"
)
ENDS_OF_RANGE: Final = re.compile(
    r"(?<=\d)\s*-\s*(?:нан|нен|дан|ден|тан|тен)(?!\w)\s*|(?<=\d)\s+(?:до|и|мен|бен|пен)\s+(?=\d)"
)
MOST_TENGE: Final = 1_000_000_000
WIDEST_RANGE: Final = 100  # its ends are not further apart than that

MONTHS: Final = {
    stem: number
    for number, stems in enumerate(
        ("қаң қан янв", "ақп фев", "нау мар", "сәу сау апр", "мам май мая", "мау июн", "шіл шил июл", "там авг",
         "қыр кыр сен", "қаз каз окт", "қар кар ноя", "жел дек"),
        start=1,
    )
    for stem in stems.split()
}  # fmt: skip
WORDS_OF_DATE: Final = frozenset({"ж", "г", "жыл", "жылы", "жылғы", "год", "года"})
FIRST_YEAR_IN_FULL: Final = 100  # "19 января 15": a number below it is a day, or a year of two digits

AGE_WORDS: Final = r"(?:жас\w*|лет|год\w*)"
MONTH_WORDS: Final = r"(?:айлық|ай|месяц\w*|мес)(?!\w)\.?"


class NotUnderstood(ValueError):
    """What was typed is no such answer; `hint` is the Fluent id of a sentence with an example."""

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.hint = hint


class Answer(Protocol):
    """A kind of answer."""

    def parse(self, raw: str, today: date) -> Any:
        """Read what was typed or pressed; NotUnderstood with a hint when it is no such answer."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words, each a button."""

    options: tuple[str, ...]

    def parse(self, raw: str, today: date) -> str:
        """Return the word when it is one of the options."""
        del today
        if raw not in self.options:
            raise NotUnderstood("hint-press-button")
        return raw


@dataclass(frozen=True, slots=True)
class ManyOf:
    """Several of some words at once, or none of them unless `required`; comes as words separated by commas."""

    options: tuple[str, ...]
    required: bool = False

    def parse(self, raw: str, today: date) -> list[str]:
        """Return the chosen words in the order of the options."""
        del today
        chosen = set(raw.split(",")) - {"", NONE}
        if not chosen <= set(self.options):
            raise NotUnderstood("hint-press-button")
        if self.required and not chosen:
            raise NotUnderstood("hint-pick-at-least-one")
        return [option for option in self.options if option in chosen]


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages of several people in one line, in whole years: `12 7 3`; months mean 0 years."""

    youngest: int
    oldest: int
    hint: str
    most: int = 20

    def parse(self, raw: str, today: date) -> list[int]:
        """Return the ages as they were typed."""
        del today
        text = re.sub(rf"(\d+)\s*{AGE_WORDS}\s*(?:және|мен|и)?\s*\d+\s*{MONTH_WORDS}", r" \1 ", raw.lower())
        text = re.sub(rf"(\d+)\s*{MONTH_WORDS}", lambda months: f" {int(months[1]) // 12} ", text)
        if re.search(rf"\d[.,]\d+\s*{AGE_WORDS}", text):
            raise NotUnderstood(self.hint)  # "1,5 года" would be two children
        if re.search(r"\b0\d|\d[./]\d+[./]\d{4}", text):
            raise NotUnderstood(self.hint)  # a birthday, which would be three children
        if re.fullmatch(r"\s*\d+(\s*[-–—]\s*\d+){2,}\s*", text):  # "3-7" may be a range
            text = re.sub(r"[-–—]", " ", text)
        rest = re.sub(rf"(?<![^\W\d])(?:{AGE_WORDS}|және|мен|пен|и)(?!\w)|[,;.\s]|\d+", "", text)
        ages = [int(number) for number in re.findall(r"\d+", text)]
        if rest or not 1 <= len(ages) <= self.most:
            raise NotUnderstood(self.hint)
        if not all(self.youngest <= age <= self.oldest for age in ages):
            raise NotUnderstood(f"{self.hint}-range")
        return ages


@dataclass(frozen=True, slots=True)
class Years:
    """A grown-up's age in whole years."""

    youngest: int = 18
    oldest: int = 120

    def parse(self, raw: str, today: date) -> int:
        """Return the age."""
        del today
        found = re.fullmatch(rf"\s*(\d{{1,3}})\s*{AGE_WORDS}?\.?\s*", raw.lower())
        if not found or not self.youngest <= int(found[1]) <= self.oldest:
            raise NotUnderstood("hint-years")
        return int(found[1])


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the past: `15.01.2019`, `2019 жылғы 15 қаңтар`, `15 января 2019`; or `unknown`.

    `near`: the day must lie between these two, as a birthday must fit the age that was told.
    """

    oldest_years: int = 120
    may_be_unknown: bool = True
    near: tuple[date, date] | None = None

    def parse(self, raw: str, today: date) -> str:
        """Return the day as `2019-01-15`, or `unknown`."""
        if raw == UNKNOWN and self.may_be_unknown:
            return UNKNOWN
        day = read_day(raw)
        if day is None:
            raise NotUnderstood("hint-day")
        if day > today:
            raise NotUnderstood("hint-day-future")
        if today.year - day.year > self.oldest_years:
            raise NotUnderstood("hint-day-past")
        if self.near and not self.near[0] <= day <= self.near[1]:
            raise NotUnderstood("hint-day-age")
        return day.isoformat()


@dataclass(frozen=True, slots=True)
class Tenge:
    """A sum of money, or a range where it is an estimate, or `unknown`.

    `may_differ`: it is asked for a month, and each month by itself, or a sum received once, are offered.
    """

    may_differ: bool = False

    def parse(self, raw: str, today: date) -> Any:
        """Return `[low, high]` in tenge, `unknown`, `differs` or `once`."""
        del today
        if raw == UNKNOWN or (raw in {DIFFERS, ONCE} and self.may_differ):
            return raw
        amounts = read_tenge(raw)
        if amounts is None:
            raise NotUnderstood("hint-money")
        if amounts[1] > MOST_TENGE:
            raise NotUnderstood("hint-money-large")
        return amounts


def read_tenge(raw: str) -> list[int] | None:
    """Read `150 000`, `150 мың`, `150к`, `1,5 млн`, `80–120 тыс`, `жоқ` as `[low, high]`; None when it is no sum."""
    text = raw.lower().replace("\u00a0", " ").replace("\u202f", " ")
    text = FILLERS.sub(" ", ENDS_OF_RANGE.sub("-", text))
    text = CURRENCY.sub(" ", text).strip(" .,!~≈+").rstrip("- ")
    if text in NOTHING:
        return [0, 0]
    if both := MILLION_AND_THOUSAND.fullmatch(text):
        tenge = int(both[1]) * 1_000_000 + int(both[2]) * 1_000
        return [tenge, tenge]
    parts = [part.strip(" .,") for part in re.split(r"[-–—]|\.\.\.|…", text)]
    found = [AMOUNT.fullmatch(part) for part in parts]
    if len(found) > 2 or not all(found):  # noqa: PLR2004, a range has two ends
        return None
    last_scale = found[-1]["scale"] if found[-1] else None
    amounts = [_tenge(match["number"], match["scale"] or last_scale) for match in found if match]
    known = sorted(amount for amount in amounts if amount is not None)
    if len(known) < len(amounts) or known[-1] > WIDEST_RANGE * known[0] > 0:
        return None  # in "800-1,2 млн" the first end cannot have the scale of the second
    return [known[0], known[-1]]


def _tenge(number: str, scale: str | None) -> int | None:
    scale = (scale or "").rstrip(".")
    factor = 1_000_000 if re.fullmatch(MILLION, scale) else 1_000 if scale else 1
    decimal = re.fullmatch(r"(\d+)[.,](\d{1,3})", number.replace(" ", ""))
    if decimal and factor > 1:
        places: int = 10 ** len(decimal[2])
        return int(decimal[1]) * factor + int(decimal[2]) * factor // places
    if number.isdecimal() or re.fullmatch(r"\d{1,3}([ .,]\d{3})+", number):
        return int(re.sub(r"\D", "", number)) * factor
    # 1500,50 and the like: tiyn are not counted; `15 0000` is no number
    has_tiyn = decimal is not None and len(decimal[2]) <= 2 and factor == 1  # noqa: PLR2004, tiyn have two places
    return int(decimal[1]) if decimal and has_tiyn else None


def read_day(raw: str) -> date | None:
    """Read a day as people of either language write it; None when it is no day."""
    text = raw.lower().strip(" .")
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    words = re.findall(r"[^\W\d_]+", text)
    month = next((number for word in words for stem, number in MONTHS.items() if word.startswith(stem)), None)
    if month is not None and len(numbers) == 2:  # noqa: PLR2004, a day and a year
        day, year = sorted(numbers) if max(numbers) >= FIRST_YEAR_IN_FULL else numbers
        return _day(year, month, day)
    if words and not set(words) <= WORDS_OF_DATE:
        return None
    if len(numbers) != 3:  # noqa: PLR2004, day, month, year
        return None
    if numbers[0] > 31:  # noqa: PLR2004, no day is that large: the year comes first
        return _day(*numbers)
    return _day(numbers[2], numbers[1], numbers[0])


def _day(year: int, month: int, day: int) -> date | None:
    full_year = year + (2000 if year < 40 else 1900) if year < 100 else year  # noqa: PLR2004, a year of two digits
    try:
        return date(full_year, month, day)
    except (ValueError, OverflowError):
        return None


def birth_of(age: int, told_on: date, birthday: str | None) -> Birth:
    """Return a birth from the age told on a day, or from the birthday where it is known."""
    if birthday is None or birthday == UNKNOWN:
        return Birth.at_age(age, told_on)
    return Birth.on(date.fromisoformat(birthday))
