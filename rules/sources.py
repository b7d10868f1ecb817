"""Where a rule or a number comes from, and how far it can be relied on.

`law/provisions.toml` lists the provisions that the code applies, each under its id;
`provision("R4", Edition.E2020)` returns the source of that rule in that edition.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from rules.errors import RulesError

LAW = Path(__file__).with_name("law")
LAW_BEGINS_ON = date(2020, 1, 1)
SOCIAL_CODE_BEGINS_ON = date(2023, 7, 1)
READ_AS_OF = date(2026, 5, 5)  # the edition of the Social Code that was read; a later day is assessed by it
LAW_ENDS_ON = date(2027, 12, 31)


class LawError(RulesError):
    """A file under law/ cannot be relied on; the message names the file and the line."""


class Edition(StrEnum):
    """The two editions of the law: before and since the Social Code."""

    E2020 = "E2020"
    E2023 = "E2023"


class Grade(StrEnum):
    """How a statement was established, from the act itself down to nobody having checked it."""

    LEGAL_TEXT = "legal_text"
    OFFICIAL = "official"
    MEDIA = "media"
    DERIVED = "derived"
    UNVERIFIED = "unverified"

    @property
    def is_firm(self) -> bool:
        """Whether a result may rest on it without being preliminary."""
        return self in FIRM


FIRM: Final = frozenset({Grade.LEGAL_TEXT, Grade.OFFICIAL})


class Source(NamedTuple):
    """A provision of an act in one edition; `article` and `clause` are empty where the act was not read."""

    provision: str
    act: str
    article: str
    clause: str
    grade: Grade


class Provision(NamedTuple):
    """One provision: its words, what rests on it, its first and last day, its source in each edition.

    A day is None where the rule begins or ends with the editions that know it.
    """

    id: str
    rule: str
    decides: tuple[str, ...]
    valid_from: date | None
    valid_until: date | None
    sources: Mapping[Edition, Source]

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on a day, as far as its own days say."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


def edition_on(day: date) -> Edition:
    """Return the edition of the law by which an application of that day is decided."""
    if day < LAW_BEGINS_ON:
        raise LawError(f"the encoded law begins on {LAW_BEGINS_ON}: no assessment for {day}")
    if day > LAW_ENDS_ON:
        raise LawError(f"the encoded law ends on {LAW_ENDS_ON}: no assessment for {day}")
    return Edition.E2023 if day >= SOCIAL_CODE_BEGINS_ON else Edition.E2020


@cache
def provisions() -> Mapping[str, Provision]:
    """Return every provision by its id."""
    path = LAW / "provisions.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: _provision(path, key, entry) for key, entry in document.items()}


@cache
def provision(rule: str, edition: Edition) -> Source:
    """Return the source of a rule in an edition; KeyError when that edition does not know the rule."""
    return provisions()[rule].sources[edition]


def _provision(path: Path, key: str, entry: dict[str, Any]) -> Provision:
    if not entry.get("rule") or not entry.get("sources"):
        raise LawError(f"{path.name}: [{key}] needs a rule and its sources")
    sources = {Edition(raw["edition"]): _source(path, key, raw) for raw in entry["sources"]}
    days = entry.get("valid_from"), entry.get("valid_until")
    return Provision(key, entry["rule"], tuple(entry["decides"]), *days, sources)


def _source(path: Path, key: str, raw: dict[str, str]) -> Source:
    try:
        return Source(key, raw["act"], raw.get("article", ""), raw.get("clause", ""), Grade(raw["grade"]))
    except (KeyError, ValueError) as wrong:
        raise LawError(f"{path.name}: [{key}] has a source without act or grade: {wrong}") from wrong
