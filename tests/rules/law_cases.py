"""Law cases as data: read from cases/*.toml, put to the law, compared with what they expect."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from rules import (
    NobodyCountsError,
    PovertyLine,
    PovertyLines,
    Quarter,
    assess,
    other_help_record,
    record_of,
)
from rules.household_file import FieldError, read_application

CASES = Path(__file__).with_name("cases")
FAMILY_KEYS = {"applied_on", "region", "registered", "history", "property", "members"}
CHANGE_KEYS = {"change", "add", "without", "only_first"}
CASE_KEYS = {"name", "rules", "family", "line", "published", "on", "expect"} | FAMILY_KEYS | CHANGE_KEYS
NOTHING = "none"  # null, which TOML lacks; no word of a record
INSTEAD = {"age": "born_on", "born_on": "age"}

Table = dict[str, Any]


class LawCase(NamedTuple):
    """One sentence about the law: a family, the lines that are known, and what must come out."""

    file: str
    sentence: str
    rules: tuple[str, ...]
    document: Table
    on: date | None
    lines: tuple[Table, ...]
    line_tenge: int | None
    expect: Table

    def __str__(self) -> str:
        return f"{self.file}: {self.sentence}"


def law_cases(path: Path) -> Iterator[LawCase]:
    """Read the cases of a file; ValueError names a case that uses an unknown key, member or family."""
    document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    families = document.get("family", {})
    for raw in document["case"]:
        unknown = raw.keys() - CASE_KEYS
        if unknown:
            raise ValueError(f"{path.name}: {raw['name']}: unknown keys {sorted(unknown)}")
        yield LawCase(
            file=path.stem,
            sentence=raw["name"],
            rules=tuple(raw["rules"]),
            document=family_of_case(families, raw),
            on=raw.get("on"),
            lines=tuple(raw.get("published", ())),
            line_tenge=raw.get("line"),
            expect=raw["expect"],
        )


def formulas(path: Path) -> list[Table]:
    """Read the examples of a file that stand outside the encoded law and test its arithmetic alone."""
    found: list[Table] = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["formula"]
    return found


def family_of_case(families: Mapping[str, Table], raw: Table) -> Table:
    """Return the document of a case's family: the named one with the changes of the case."""
    family = deepcopy(families[raw["family"]]) if "family" in raw else {}
    family.update({key: raw[key] for key in FAMILY_KEYS & raw.keys()})
    members = [member for member in family["members"] if member.get("label") not in raw.get("without", ())]
    members = members[: raw.get("only_first", len(members))] + raw.get("add", [])
    by_label = {member.get("label"): member for member in members}
    for label, change in raw.get("change", {}).items():
        for key in change:
            by_label[label].pop(INSTEAD.get(key), None)
        by_label[label].update(change)
    return {**family, "members": members}


def outcome_of(case: LawCase) -> Table:
    """Put a case to the law and return the record as a reader of the JSON finds it."""
    try:
        application = read_application(case.document, case.on)
        assessment = assess(application.household, application.on, lines_of(case))
        record = {**record_of(assessment), "other_help": other_help_record(application.household, assessment)}
    except (FieldError, NobodyCountsError) as refusal:
        return {"error": str(refusal).partition(":")[0]}
    found: Table = json.loads(json.dumps(record))
    return found


def lines_of(case: LawCase) -> PovertyLines:
    """Return the lines that are known in a case."""
    added = [
        PovertyLine.published(raw["region"], Quarter.parse(raw["quarter"]), raw["tenge"], "administrator")
        for raw in case.lines
    ]
    if case.line_tenge is None:
        return PovertyLines(added)
    quarter = Quarter.of(case.on or case.document["applied_on"])
    always = PovertyLine.published(case.document["region"], quarter, case.line_tenge, "given")
    return PovertyLines(added, always=always)


def differences(expect: Table, record: Table) -> list[str]:
    """Return in words what a record lacks of what a case expects."""
    if "error" in record and "error" not in expect:
        return [f"the file is not accepted: {record['error']}"]
    found = []
    for key, value in expect.items():
        compare = COMPARISONS.get(key)
        right, seen = compare(value, record) if compare else _field(value, record.get(key, "no such field"))
        if not right:
            found.append(f"{key}: expected {value}, found {seen}")
    return found


Found = tuple[bool, Any]


def _field(expected: Any, seen: Any) -> Found:
    if isinstance(expected, int) and isinstance(seen, dict) and seen.keys() >= {"low", "high"}:
        return set(seen.values()) - {None} == {expected} and None not in (seen["low"], seen["high"]), seen
    return _is_part(expected, seen), seen


def _is_part(expected: Any, seen: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(seen, dict) and all(_is_part(value, seen.get(key)) for key, value in expected.items())
    if isinstance(expected, list):
        return len(expected) == len(seen) and all(map(_is_part, expected, seen))
    if expected == NOTHING:
        return seen is None
    if isinstance(expected, date):
        return bool(seen == expected.isoformat())
    return type(expected) is type(seen) and bool(expected == seen)


def _provisions(record: Table) -> set[str]:
    return {source["provision"] for step in record["steps"] for source in step["sources"]}


def _packages(expected: Table, record: Table) -> Found:
    packages = {child["label"]: child["package"] for child in record["children"]}
    return all(packages.get(label) == package for label, package in expected.items()), packages


def _readings(expected: list[Table], record: Table) -> Found:
    """Compare the readings in any order: each that is expected is found once, and no other is there."""
    found = [{**reading, "if": [_in_words(one) for one in reading["if"]]} for reading in record["readings"]]
    matches = [[number for number, one in enumerate(found) if _is_reading(wanted, one)] for wanted in expected]
    only = sorted(numbers[0] for numbers in matches if len(numbers) == 1)
    return only == list(range(len(found))) and len(expected) == len(found), found


def _in_words(condition: Table) -> str:
    of = f" {condition['of']}" if condition["of"] else ""
    return f"{condition['doubt']}{of}: {'yes' if condition['counted'] else 'no'}"


def _is_reading(wanted: Table, found: Table) -> bool:
    return all(
        set(value) == set(found["if"]) if key == "if" else _field(value, found[key])[0] for key, value in wanted.items()
    )


def _other_help(expected: Table, record: Table) -> Found:
    """Compare each kind of help that is named with one that is found, its amount and those of its members."""
    found: dict[str, list[Table]] = {}
    for one in record["other_help"]["help"]:
        of = [label for claim in one["claims"] for label in claim["of"]]
        found.setdefault(one["help"], []).append({**one, "of": list(dict.fromkeys(of))})
    right = all(any(_is_help(wanted, one) for one in found.get(kind, ())) for kind, wanted in expected.items())
    named = {kind: found.get(kind, "not there") for kind in expected}
    return right, named


def _is_help(wanted: Table, found: Table) -> bool:
    return all(_field(value, found.get(key, "no such field"))[0] for key, value in wanted.items())


def _due_help(record: Table) -> list[str]:
    return [one["help"] for one in record["other_help"]["help"] if one["standing"] == "due"]


def _kinds_of_help(record: Table) -> set[str]:
    return {one["help"] for one in record["other_help"]["help"]}


COMPARISONS = {
    "warnings": lambda expected, record: (set(expected) <= set(record["warnings"]), record["warnings"]),
    "no_warnings": lambda expected, record: (not set(expected) & set(record["warnings"]), record["warnings"]),
    "cites": lambda expected, record: (set(expected) <= _provisions(record), _provisions(record)),
    "does_not_cite": lambda expected, record: (not set(expected) & _provisions(record), _provisions(record)),
    "empty": lambda expected, record: (all(record[key] is None for key in expected), record),
    "packages": _packages,
    "other_help": _other_help,
    "no_other_help": lambda expected, record: (not set(expected) & _kinds_of_help(record), _kinds_of_help(record)),
    "due": lambda expected, record: (expected == _due_help(record), _due_help(record)),
    "help_totals": lambda expected, record: (
        _is_help(expected, record["other_help"]["totals"]),
        record["other_help"]["totals"],
    ),
    "readings": _readings,
}
