"""Kinds of answer and how each is read from what people type or press.

`parse` takes the text as typed (or the value of a button) and returns what is kept, which goes into JSON as it
stands; it raises `NotUnderstoodError` with the Fluent id of a hint. A range and a missing upper end mean an estimate.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol

from rules.errors import RulesError
from rules.household import Birth
from rules.interview.typed_ages import MayBeMonthsError, MayBeTwoError, read_age, read_ages
from rules.interview.typed_days import read_day
from rules.interview.typed_money import Period, may_lack_thousands, read_money
from rules.quarters import MONTHS_IN_QUARTER

UNKNOWN: Final = "unknown"
DIFFERS: Final = "differs"
ONCE: Final = "once"
ANOTHER: Final = "another"
BY_LAW: Final = "by_law"
NONE: Final = "none"
YES: Final = "yes"
NO: Final = "no"

# What a question about a month may be answered with as well, and the other way round; a week or a year may not.
OF_THREE_MONTHS: Final = (Period.MONTH, Period.QUARTER, Period.ONCE)
MOST_TENGE: Final = 1_000_000_000
NUMBER: Final = re.compile(r"\d+")


class NotUnderstoodError(RulesError):
    """What was typed is no such answer; `hint` is the Fluent id of a sentence with an example."""

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.hint = hint


class Answer(Protocol):
    """A kind of answer."""

    def parse(self, raw: str, today: date) -> Any:
        """Read what was typed or pressed; NotUnderstoodError with a hint when it is no such answer."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words, each a button."""

    options: tuple[str, ...]

    def parse(self, raw: str, today: date) -> str:
        """Return the word when it is one of the options."""
        del today
        if raw not in self.options:
            raise NotUnderstoodError("hint-press-button")
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
            raise NotUnderstoodError("hint-press-button")
        if self.required and not chosen:
            raise NotUnderstoodError("hint-pick-at-least-one")
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
        try:
            ages = self._of_one(raw) if self.most == 1 else read_ages(raw)
        except MayBeTwoError:
            raise NotUnderstoodError("hint-one-or-two") from None
        except MayBeMonthsError:
            raise NotUnderstoodError(self.hint if self.youngest else "hint-years-or-months") from None
        if ages is None or len(ages) > self.most:
            raise NotUnderstoodError(self.hint)
        if not all(self.youngest <= age <= self.oldest for age in ages):
            raise NotUnderstoodError(f"{self.hint}-range")
        return ages

    @staticmethod
    def _of_one(raw: str) -> list[int] | None:
        age = read_age(raw)
        return None if age is None else [age]


@dataclass(frozen=True, slots=True)
class Years:
    """A grown-up's age in whole years."""

    youngest: int = 18
    oldest: int = 120

    def parse(self, raw: str, today: date) -> int:
        """Return the age."""
        del today
        age = read_age(raw)
        if age is None or not self.youngest <= age <= self.oldest:
            raise NotUnderstoodError("hint-years")
        return age


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the past: `15.01.2019`, `2019 жылғы 15 қаңтар`, `15 января 2019`; or `unknown`.

    `near`: the day must lie between these two, as a birthday must fit the age that was told. `fits`: the year in which
    a day without one lies.
    """

    oldest_years: int = 120
    may_be_unknown: bool = True
    near: tuple[date, date] | None = None
    fits: tuple[date, date] | None = None

    def parse(self, raw: str, today: date) -> str:
        """Return the day as `2019-01-15`, or `unknown`."""
        if raw == UNKNOWN and self.may_be_unknown:
            return UNKNOWN
        day = read_day(raw, self.fits)
        if day is None:
            raise NotUnderstoodError("hint-day")
        if day > today:
            raise NotUnderstoodError("hint-day-future")
        if today.year - day.year > self.oldest_years:
            raise NotUnderstoodError("hint-day-past")
        if self.near and not self.near[0] <= day <= self.near[1]:
            raise NotUnderstoodError("hint-day-age")
        return day.isoformat()


@dataclass(frozen=True, slots=True)
class Tenge:
    """A sum of money for a month or for the three months, or a range where it is an estimate, or `unknown`.

    `asked_for`: the period that the question names. `may_differ`: each month by itself, or a sum received once, are
    offered beside it; `may_be_another`: that another member received it. `by_law`: the sums in tenge that the law
    fixes for that period, one of which can be taken instead of typing it (`pressed_by_law`).
    """

    may_differ: bool = False
    may_be_another: bool = False
    asked_for: Period = Period.MONTH
    by_law: tuple[int, ...] = ()

    def parse(self, raw: str, today: date) -> Any:
        """Return `[low, high]` in tenge, `unknown`, `differs`, `once` or `another`.

        Where another period was named than the question asks for, that is said beside it: `{"quarter": [low, high]}`;
        a sum taken from the law is kept as that: `{"by_law": [low, high]}`.
        """
        del today
        if raw.startswith(BY_LAW):
            return self._of_law(raw)
        if raw == UNKNOWN or (raw in {DIFFERS, ONCE} and self.may_differ):
            return raw
        if raw == ANOTHER and self.may_be_another:
            return raw
        typed = read_money(raw)
        if typed is None:
            is_of_each_month = self.may_differ and len(NUMBER.findall(raw)) == MONTHS_IN_QUARTER
            raise NotUnderstoodError("hint-money-months" if is_of_each_month else "hint-money")
        if typed.high > MOST_TENGE:
            raise NotUnderstoodError("hint-money-large")
        ends = [typed.low, typed.high]
        if typed.period is None or typed.period is self.asked_for or typed.high == 0:
            return ends
        if typed.period is Period.ONCE and not self.may_differ:
            return ends
        if typed.period not in OF_THREE_MONTHS or (self.asked_for is Period.MONTH and not self.may_differ):
            raise NotUnderstoodError("hint-money-period")
        if may_lack_thousands(*ends):
            raise NotUnderstoodError("hint-money")  # two things to ask back of one sum
        return {str(typed.period): ends}

    def _of_law(self, raw: str) -> dict[str, list[int]]:
        tenge = next((tenge for tenge in self.by_law if raw == pressed_by_law(tenge)), None)
        if tenge is None:  # an old button: the answers that it was made from have changed
            raise NotUnderstoodError("hint-press-button")
        return {BY_LAW: [tenge, tenge]}


def pressed_by_law(tenge: int) -> str:
    """Return the word of a button that takes a sum of the law as the answer."""
    return f"{BY_LAW}-{tenge}"


def birth_of(age: int, told_on: date, birthday: str | None) -> Birth:
    """Return a birth from the age told on a day, or from the birthday where it is known."""
    if birthday is None or birthday == UNKNOWN:
        return Birth.at_age(age, told_on)
    return Birth.on(date.fromisoformat(birthday))
