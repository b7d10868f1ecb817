"""The numbers of the law: one dated, sourced file each under law/.

A value has both ends where the act gives them. A day that no value covers raises `UncoveredError`:
last year's number is never returned for this year.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from rules.regions import COUNTRY, REGIONS
from rules.sources import LAW, Grade, LawError

UNITS: Final = frozenset(
    {
        "tenge", "tenge per month", "tenge per person", "tenge per person per month", "share",
        "MCI per month", "MCI per month per child", "months", "days", "working days", "years", "children", "cars",
        "jobs", "square metres", "MCI", "subsistence minimums per month", "minimum wages per month", "coefficient",
        "hours per day", "hours per year",
    }
)  # fmt: skip
VALUE_HEAD: Final = re.compile(r"\s*\[\[\s*values\s*\]\]")
COVERAGES: Final = frozenset({"continuous", "published"})
HEAD_KEYS: Final = frozenset({"description", "unit", "coverage", "decides", "values"})
VALUE_KEYS: Final = frozenset({"region", "valid_from", "valid_until", "value", "grade", "source", "url"})
NOT_PARAMETERS: Final = frozenset({"provisions"})


class UncoveredError(LawError):
    """No value is known for that day and region."""


class ParameterValue(NamedTuple):
    """A number of the law with its dates, its source and how far the source can be relied on.

    `valid_until` is the last day of the value; None while no end is known.
    """

    name: str
    value: Decimal
    unit: str
    region: str
    valid_from: date
    valid_until: date | None
    grade: Grade
    source: str
    url: str

    def covers(self, day: date) -> bool:
        """Whether the value is in force on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Parameter(NamedTuple):
    """All values of one number of the law; `decides` names the fields of an assessment that rest on it."""

    name: str
    description: str
    unit: str
    coverage: str
    decides: tuple[str, ...]
    values: tuple[ParameterValue, ...]

    def of(self, region: str) -> Iterator[ParameterValue]:
        """Yield the values of a region, oldest first."""
        return (value for value in self.values if value.region == region)


@cache
def parameters() -> Mapping[str, Parameter]:
    """Return every parameter by name, checked."""
    files = sorted(LAW.glob("*.toml"))
    return {path.stem: load(path) for path in files if path.stem not in NOT_PARAMETERS}


@cache
def value_of(name: str, on: date, region: str = COUNTRY) -> ParameterValue:
    """Return the value in force on a day; `UncoveredError` when none is known."""
    for value in parameters()[name].of(region):
        if value.covers(on):
            return value
    raise UncoveredError(f"{name}: no value is known for {region} on {on}")


def known_value_of(name: str, on: date, region: str = COUNTRY) -> ParameterValue | None:
    """Return the value in force on a day, or None when none is known."""
    try:
        return value_of(name, on, region)
    except UncoveredError:
        return None


def load(path: Path) -> Parameter:
    """Read one file of law/ and refuse whatever cannot be relied on; `LawError` names file and line."""
    file = _LawFile(path)
    head = file.document
    _check_head(file, head)
    numbered = [(_value(file, number, raw, head["unit"]), number) for number, raw in enumerate(head["values"])]
    _refuse_overlap_and_gap(file, numbered, may_have_gaps=head["coverage"] == "published")
    values = tuple(sorted((value for value, _ in numbered), key=lambda value: (value.region, value.valid_from)))
    return Parameter(path.stem, head["description"], head["unit"], head["coverage"], tuple(head["decides"]), values)


def _check_head(file: "_LawFile", head: dict[str, Any]) -> None:
    unknown = sorted(head.keys() - HEAD_KEYS)
    file.require(not unknown, f"unknown keys {unknown}", key=unknown[0] if unknown else "")
    file.require(bool(head.get("description")), "a description is missing")
    file.require(head.get("unit") in UNITS, f"unknown unit {head.get('unit')!r}", key="unit")
    file.require(head.get("coverage") in COVERAGES, f"coverage is one of {sorted(COVERAGES)}", key="coverage")
    decides = head.get("decides")
    file.require(isinstance(decides, list), "decides is a list of the fields that rest on it", key="decides")
    values = head.get("values")
    tables = isinstance(values, list) and bool(values) and all(isinstance(value, dict) for value in values)
    file.require(tables, "it has no [[values]]", key="values")


class _LawFile:
    """A file under law/ that can say on which line something stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()
        try:
            self.document: dict[str, Any] = tomllib.loads("\n".join(self.lines), parse_float=Decimal)
        except tomllib.TOMLDecodeError as wrong:
            raise LawError(f"{path.name}: {wrong}") from wrong
        self.starts = [n for n, line in enumerate(self.lines, 1) if VALUE_HEAD.match(line)]

    def require(self, holds: bool, problem: str, number: int | None = None, key: str = "") -> None:  # noqa: FBT001, reads as a sentence
        """Raise `LawError` with file and line unless a condition holds."""
        if not holds:
            raise LawError(f"{self.path.name}:{self.line_of(number, key)}: {problem}")

    def line_of(self, number: int | None, key: str) -> int:
        """Return the line of a key in the value of that number, or of the value, or the first."""
        start = 0 if number is None else self.starts[number]
        for offset, line in enumerate(self.lines[start:], start + 1):
            if key and re.match(rf"\s*{key}\s*=", line):
                return offset
            if VALUE_HEAD.match(line):
                break
        return max(start, 1)


def _value(file: _LawFile, number: int, raw: dict[str, Any], unit: str) -> ParameterValue:
    def require(holds: bool, problem: str, key: str) -> None:  # noqa: FBT001, reads as a sentence
        file.require(holds, problem, number, key)

    unknown = sorted(raw.keys() - VALUE_KEYS)
    require(not unknown, f"unknown keys {unknown}", unknown[0] if unknown else "")
    require(raw.get("region") in {COUNTRY, *REGIONS}, f"unknown region {raw.get('region')!r}", "region")
    require(type(raw.get("valid_from")) is date, "valid_from is a day", "valid_from")
    until = raw.get("valid_until")
    require(until is None or type(until) is date, "valid_until is a day", "valid_until")
    require(until is None or until >= raw["valid_from"], "valid_until is before valid_from", "valid_until")
    number_given = type(raw.get("value")) in {int, Decimal} and Decimal(raw["value"]).is_finite()
    require(number_given, "value is a number", "value")
    require(raw.get("grade") in set(Grade), f"unknown grade {raw.get('grade')!r}", "grade")
    require(bool(str(raw.get("source", "")).strip()), "a source is missing", "source")
    value = Decimal(raw["value"])
    return ParameterValue(
        file.path.stem, value, unit, raw["region"], raw["valid_from"], until,
        Grade(raw["grade"]), raw["source"], raw.get("url", ""),
    )  # fmt: skip


def _refuse_overlap_and_gap(file: _LawFile, numbered: list[tuple[ParameterValue, int]], *, may_have_gaps: bool) -> None:
    in_order = sorted(numbered, key=lambda pair: (pair[0].region, pair[0].valid_from))
    for (earlier, _), (later, number) in pairwise(in_order):
        if earlier.region != later.region:
            continue
        ends = earlier.valid_until
        overlaps = ends is None or later.valid_from <= ends
        file.require(not overlaps, f"overlaps the value of {earlier.valid_from}", number)
        follows = ends is not None and later.valid_from == ends + timedelta(days=1)
        file.require(may_have_gaps or follows, f"leaves a gap after {ends}", number)
