"""Working days in Kazakhstan, of offices with a five-day week.

The holidays come from the package `holidays`; what it cannot know, or only estimates, is in working_days.toml.
A feast day that is only estimated counts as a holiday: nobody is called late because the moon was.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

from holidays import country_holidays

from rules.parameters import known_value_of
from rules.sources import Grade

TABLE: Final = Path(__file__).with_suffix(".toml")
TEXTS: Final = ("reason", "source", "url")
KEYS: Final = frozenset({"on", "is_working", "read_on", "grade", *TEXTS})
HOLIDAYS: Final = country_holidays("KZ")
EXAMINATION_TERM: Final = "commission_examination_term"


def is_working_day(day: date) -> bool:
    """Whether offices work on a day."""
    known = exceptions().get(day)
    return bool(HOLIDAYS.is_working_day(day)) if known is None else known


def working_day_after(day: date, working_days: int) -> date:
    """Return the last day of a term: that many working days after a day, which itself does not count."""
    if working_days < 1:
        raise ValueError("a term has at least one working day")
    return next(islice(_working_days_after(day), working_days - 1, None))


def examination_due_on(applied_on: date) -> date | None:
    """Return until when the commission must examine; None when no term is known for an application of that day."""
    term = known_value_of(EXAMINATION_TERM, applied_on)
    return None if term is None else working_day_after(applied_on, int(term.value))


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
