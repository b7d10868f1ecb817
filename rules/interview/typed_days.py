"""A day as people of either language write it, also without its year where only one fits."""

import re
from datetime import date
from typing import Final

from rules.interview.typed_words import plain, skeleton, skeletons

MONTHS: Final = {
    stem: number
    for number, stems in enumerate(
        ("қаң қан янв", "ақп фев", "нау мар", "сәу сау апр", "мам май мая", "мау июн", "шіл шил июл", "там авг",
         "қыр кыр сен", "қаз каз окт", "қар кар ноя", "жел дек"),
        start=1,
    )
    for stem in map(skeleton, stems.split())
}  # fmt: skip
WORDS_OF_DATE: Final = skeletons("ж г жыл жылы жылғы жылдың год года")
FIRST_YEAR_IN_FULL: Final = 100  # "19 января 15": a number below it is a day, or a year of two digits


def read_day(raw: str, fits: tuple[date, date] | None = None) -> date | None:
    """Read a day; None when it is none. One without a year is taken where it lies once between the two of `fits`."""
    text = re.sub(r"[^\W\d_]+", lambda word: skeleton(word[0]), plain(raw)).strip(" .")
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    words = re.findall(r"[^\W\d_]+", text)
    month = next((number for word in words for stem, number in MONTHS.items() if word.startswith(stem)), None)
    if month is not None and len(numbers) == 2:  # noqa: PLR2004, a day and a year
        day, year = sorted(numbers) if max(numbers) >= FIRST_YEAR_IN_FULL else numbers
        return _day(year, month, day)
    if month is not None and len(numbers) == 1:
        return _in_the_year_that_fits(month, numbers[0], fits)
    if words and not set(words) <= WORDS_OF_DATE:
        return None
    if re.fullmatch(r"\d{1,2}[./ -]\d{1,2}", text):
        return _in_the_year_that_fits(numbers[1], numbers[0], fits)
    if len(numbers) != 3:  # noqa: PLR2004, day, month, year
        return None
    if numbers[0] > 31:  # noqa: PLR2004, no day is that large: the year comes first
        return _day(*numbers)
    return _day(numbers[2], numbers[1], numbers[0])


def _in_the_year_that_fits(month: int, day: int, fits: tuple[date, date] | None) -> date | None:
    first, last = fits or (date.max, date.min)
    days = [_day(year, month, day) for year in range(first.year, last.year + 1)]
    found = [one for one in days if one and first <= one <= last]
    return found[0] if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    full_year = year + (2000 if year < 40 else 1900) if year < 100 else year  # noqa: PLR2004, a year of two digits
    try:
        return date(full_year, month, day)
    except (ValueError, OverflowError):
        return None
