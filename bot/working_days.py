"""Working days in Kazakhstan, of offices with a five-day week.

The holidays come from the package `holidays`; what it cannot know, or only estimates, is in working_days.toml.
A feast day that is only estimated counts as a holiday: nobody is called late because the moon was.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from holidays import country_holidays

from rules.parameters import known_value_of
from rules.sources import Grade

TABLE: Final = Path(__file__).with_suffix(".toml")
TEXTS: Final = ("reason", "source", "url")
KEYS: Final = frozenset({"on", "is_working", "read_on", "grade", *TEXTS})
HOLIDAYS: Final = country_holidays("KZ")
EXAMINATION_TERM: Final = "commission_examination_term"
SERVICE_TERMS: Final = {"centre": "service_term_career_centre", "village": "service_term_rural_akim"}
LONGEST_TERM: Final = timedelta(days=120)  # no term of the law is as long, whatever feasts fall into it


def is_working_day(day: date) -> bool:
    """Whether offices work on a day."""
    known = exceptions().get(day)
    return bool(HOLIDAYS.is_working_day(day)) if known is None else known


def first_working_day(day: date) -> date:
    """Return the day, or the first working day after it."""
    return day if is_working_day(day) else working_day_after(day, 1)


def working_day_after(day: date, working_days: int) -> date:
    """Return the last day of a term: that many working days after a day, which itself does not count."""
    if working_days < 1:
        raise ValueError("a term has at least one working day")
    return next(islice(_working_days_after(day), working_days - 1, None))


class Term(NamedTuple):
    """How many working days there are for something, and the last of them."""

    working_days: int
    ends_on: date


def examination_term(applied_on: date) -> Term | None:
    """Return the commission's term for the examination; None when none is known for an application of that day.

    Whether its days are working days the law that was read does not say: taken is what ends later.
    """
    days = known_value_of(EXAMINATION_TERM, applied_on)
    return None if days is None else Term(int(days.value), working_day_after(applied_on, int(days.value)))


def examination_due_on(applied_on: date) -> date | None:
    """Return until when the commission must examine; None when no term is known for an application of that day."""
    term = examination_term(applied_on)
    return None if term is None else term.ends_on


def decision_terms(applied_on: date) -> dict[str, Term]:
    """Return the terms of an application by who may have taken it up; empty unless both of them are known."""
    known = {place: known_value_of(name, applied_on) for place, name in SERVICE_TERMS.items()}
    days = {place: int(term.value) for place, term in known.items() if term is not None}
    terms = {place: Term(count, working_day_after(applied_on, count)) for place, count in days.items()}
    return terms if len(terms) == len(SERVICE_TERMS) else {}


def decision_due_on(applied_on: date) -> date | None:
    """Return until when a decision must come at the latest; None when no term is known for that day.

    Nobody knows who took the application up, so it is late only when the longer of the two terms is over.
    """
    return max((term.ends_on for term in decision_terms(applied_on).values()), default=None)


def last_overdue(due_on: Callable[[date], date | None], today: date) -> date:
    """Return the last day of application whose term is over today; the first day of all where there is none."""
    days = (today - timedelta(days=number) for number in range(1, LONGEST_TERM.days))
    return next((day for day in days if (due := due_on(day)) is not None and due < today), date.min)


def _working_days_after(day: date) -> Iterator[date]:
    return filter(is_working_day, (day + timedelta(days=number) for number in count(1)))


@cache
def exceptions(table: Path = TABLE) -> Mapping[date, bool]:
    """Return the days of the table and whether offices work on them; ValueError for what cannot be relied on."""
    found: dict[date, bool] = {}
    for entry in tomllib.loads(table.read_text(encoding="utf-8")).get("days", []):
        day = _checked(entry)
        if day in found:
            raise ValueError(f"{table.name}: {day} is there twice")
        found[day] = entry["is_working"]
    return found


def _checked(entry: Mapping[str, Any]) -> date:
    day = entry.get("on")
    if type(day) is not date:
        raise ValueError(f"working_days.toml: on is a day, not {day!r}")
    wrong = entry.keys() ^ KEYS
    if wrong:
        raise ValueError(f"working_days.toml: {day}: missing or unknown: {', '.join(sorted(wrong))}")
    is_sourced = all(isinstance(entry[name], str) and entry[name].strip() for name in TEXTS)
    if not is_sourced or type(entry["read_on"]) is not date or entry["grade"] not in set(Grade):
        raise ValueError(f"working_days.toml: {day}: reason, source, url, read_on and a known grade are needed")
    if type(entry["is_working"]) is not bool:
        raise ValueError(f"working_days.toml: {day}: is_working is true or false")
    return day
