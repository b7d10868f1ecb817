"""How figures, days and places are written in a language: Babel for the figures, our own words for the rest.

The names of months with their case endings and the order of a date are in `calendar.ftl`, the regions with
their case forms in `regions.ftl`; here is only the choice between them.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, parse_pattern

# The whole country since 1 March 2024; the bot writes only of hours that are to come.
KAZAKHSTAN_TIME: Final = timezone(timedelta(hours=5))

NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
WHOLE: Final = "#,##0"
HUNDREDTHS: Final = "#,##0.00"
WHOLE_READ: Final = parse_pattern(WHOLE)  # to read it takes longer than to write the figure
DIGITS_TOGETHER: Final = 3
TENGE: Final = NO_BREAK_SPACE + "₸"
QUARTERS: Final = {"1": "I", "2": "II", "3": "III", "4": "IV"}
RUSSIAN: Final = "ru"
SECOND: Final = 2  # of a month: «со второго», while every other day has «с»

ASTANA: Final = "KZ-71"
NUR_SULTAN_FROM: Final = date(2019, 3, 23)
NUR_SULTAN_UNTIL: Final = date(2022, 9, 16)

Exact = Fraction | Decimal | int | str
"""An exact figure: never a float. A text is a decimal fraction such as 23513.33."""


class Formats(ABC):
    """Figures, days and places in one language. Spaces inside a figure do not break."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    @abstractmethod
    def say(self, message_id: str, /, **values: str | int) -> str:
        """Return a message of this language; see `bot.texts.Texts.say`."""

    # Figures

    def money(self, tenge: int) -> str:
        """Write whole tenge: 70 060 ₸."""
        return WHOLE_READ.apply(tenge, self._locale).replace("-", "−") + TENGE

    def money_exact(self, tenge: Exact) -> str:
        """Write tenge to the nearest hundredth, and whole tenge without a fraction: 23 513,33 ₸."""
        return self._figure(Fraction(tenge)) + TENGE

    def money_range(self, low: Exact, high: Exact) -> str:
        """Write 52 000–70 060 ₸, or one sum when both ends are equal; ValueError when low is above high."""
        least, most = Fraction(low), Fraction(high)
        if least > most:
            raise ValueError(f"a range from {low} down to {high}")
        start = "" if least == most else self._figure(least) + "–"
        return start + self.money_exact(most)

    def decimal(self, figure: Decimal, places: int = 2) -> str:
        """Write a decimal fraction with at most so many places: 1,5."""
        exact = _rounded(Fraction(figure), places)
        return self._written(exact, WHOLE + "." * (places > 0) + "#" * places)

    def share(self, share: Decimal) -> str:
        """Write a share of the whole, 0.7 as 70% in Kazakh and 70 % in Russian; two places at most."""
        pattern = self._locale.percent_formats[None].pattern.replace("#0", "#0.##")
        return format_percent(_rounded(Fraction(share), 4), pattern, locale=self._locale)

    def _figure(self, figure: Fraction) -> str:
        rounded = _rounded(figure, 2)
        return self._written(rounded, WHOLE if rounded == int(rounded) else HUNDREDTHS)

    def _written(self, figure: Decimal, pattern: str) -> str:
        written: str = format_decimal(figure, pattern, locale=self._locale)
        return written.replace("-", "−")

    # Days

    def day(self, day: date, today: date | None = None) -> str:
        """Write 15 қаңтар / 15 января; with its year unless that is the year of `today`."""
        return self._day(day, today, "in-date")

    def day_to(self, day: date, today: date | None = None) -> str:
        """Write the day as it stands before «дейін» and after «до»: 15 қаңтарға / 15 января."""
        return self._day(day, today, "to")

    def day_after(self, day: date, today: date | None = None) -> str:
        """Write the day as it stands before «кешіктірмей» and after «не позже»: 15 қаңтардан / 15 января."""
        return self._day(day, today, "to" if self._locale.language == RUSSIAN else "from")

    def day_from(self, day: date, today: date | None = None) -> str:
        """Write since when: 15 қаңтардан, behind which the text has «бастап» / с 15 января, со 2 января."""
        since = "" if self._locale.language != RUSSIAN else "со " if day.day == SECOND else "с "
        return since + self._day(day, today, "from")

    def _day(self, day: date, today: date | None, case: str) -> str:
        month = self.say(f"calendar-month-{day.month}.{case}")
        if today is not None and today.year == day.year:
            return self.say("calendar-day", day=str(day.day), month=month)
        return self.say("calendar-day-and-year", day=str(day.day), month=month, year=str(day.year))

    def time(self, moment: time | datetime) -> str:
        """Write 09:05; an aware datetime is told in Kazakhstan's time."""
        if isinstance(moment, datetime):
            moment = _in_kazakhstan(moment).time()
        return f"{moment:%H:%M}"

    def instant(self, moment: datetime, today: date | None = None) -> str:
        """Write day and time: 15 қаңтар, 18:00 / 18:00 15 января. The datetime must be aware."""
        local = _in_kazakhstan(moment)
        return self.say("calendar-instant", day=self.day(local.date(), today), time=self.time(local))

    def days(self, count: int) -> str:
        """Write a number of days: 3 күн / 3 дня."""
        return self.say("calendar-days", days=count)

    # Months and quarters

    def month(self, year: int, month: int) -> str:
        """Write 2025 жылғы қазан / октябрь 2025 года."""
        return self._months_of_year(year, [month])

    def base_month(self, month: str) -> str:
        """Write a month given as 2025-10."""
        return self.base_months([month])

    def base_months(self, months: Sequence[str]) -> str:
        """Write months given as 2025-10, in their order, each year once.

        2025 жылғы қазан, қараша, желтоқсан / октябрь, ноябрь и декабрь 2025 года.
        """
        pairs = [(int(month[:4]), int(month[5:])) for month in months]
        years = groupby(pairs, key=lambda pair: pair[0])
        return ", ".join(self._months_of_year(year, [month for _, month in group]) for year, group in years)

    def period(self, first: date, last: date, today: date | None = None) -> str:
        """Write the whole months from the first day's to the last day's: 2026 жылғы қаңтар–наурыз.

        Without the year where it is that of `today`. ValueError when the last day lies before the first.
        """
        if last < first:
            raise ValueError(f"a period from {first} back to {last}")
        if first.year != last.year:
            start, end = self.month(first.year, first.month), self.month(last.year, last.month)
            return self.say("calendar-period", first=start, last=end)
        is_one = first.month == last.month
        months = self._month(first.month) + ("" if is_one else f"–{self._month(last.month)}")
        if today is not None and today.year == first.year:
            return months
        if is_one:
            return self.month(first.year, first.month)
        return self.say("calendar-months", months=months, year=str(first.year))

    def quarter(self, quarter: str) -> str:
        """Write a quarter given as 2026-Q1: 2026 жылғы I тоқсан / I квартал 2026 года."""
        year, _, number = quarter.partition("-Q")
        return self.say("calendar-quarter", quarter=QUARTERS[number], year=year)

    def _months_of_year(self, year: int, months: Iterable[int]) -> str:
        names = self.list_of([self._month(month) for month in months])
        return self.say("calendar-months", months=names, year=str(year))

    def _month(self, month: int, case: str = "") -> str:
        return self.say(f"calendar-month-{month}{case}")

    # Places and lists

    def region(self, region: str, on: date | None = None) -> str:
        """Write a region by its ISO 3166-2:KZ id, as it was called on that day (today without one)."""
        return self.say(_region_id(region, on))

    def region_in(self, region: str, on: date | None = None) -> str:
        """Write where: Абай облысында / в области Абай."""
        return self.say(_region_id(region, on) + ".in")

    def region_short(self, region: str, on: date | None = None) -> str:
        """Write a region for a button, at most 24 characters: Абай облысы / Область Абай."""
        return self.say(_region_id(region, on) + ".short")

    def list_of(self, items: Sequence[str]) -> str:
        """Write a list as a sentence would have it: a, b, c / a, b и c."""
        return format_list(items, locale=self._locale)


def read_out(number: str) -> str:
    """Return the number of a result in groups of three digits; one of letters and digits as it stands."""
    if not number.isdecimal():
        return number
    return NO_BREAK_SPACE.join(number[at : at + DIGITS_TOGETHER] for at in range(0, len(number), DIGITS_TOGETHER))


def _rounded(figure: Fraction, places: int) -> Decimal:
    """Round exactly, halves away from zero, as the act does."""
    units = math.floor(abs(figure) * 10**places + Fraction(1, 2))
    return (Decimal(units) if figure >= 0 else -Decimal(units)).scaleb(-places)


def _in_kazakhstan(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} is nowhere: it has no time zone")
    return moment.astimezone(KAZAKHSTAN_TIME)


def _region_id(region: str, on: date | None) -> str:
    """Return the id of the name of that day: the capital was Nur-Sultan for three and a half years."""
    if region == ASTANA and on is not None and NUR_SULTAN_FROM <= on <= NUR_SULTAN_UNTIL:
        return f"region-{ASTANA}-nur-sultan"
    return f"region-{region}"
