"""`komek assess`: families in TOML files, assessed and explained, or printed as JSON lines."""

import gc
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from bot.commands.one_line import what_is_wrong
from bot.errors import CommandError
from rules import (
    Application,
    Assessment,
    Household,
    PovertyLine,
    PovertyLines,
    Quarter,
    assess,
    other_help_record,
    read_application,
    record_of,
)

GIVEN = "given on the command line"
LINE_OF_ERROR: Final = re.compile(r"at line (\d+)")


class FamilyFileError(CommandError):
    """A file cannot be assessed; the message names the file, the field and what is allowed."""


def print_assessments(
    files: Sequence[Path], on: date | None, line: int | None, language: str, *, as_json: bool
) -> None:
    """Print the assessment of each file in order; FamilyFileError at the first that is wrong."""
    gc.disable()  # an assessment leaves no cycles; looking for them took a fifth of the time to the first word
    try:
        lines = _lines(line)
        for file, application, assessment in _assessed(files, on, lines):
            household = application.household
            told = (
                _as_json(application, assessment) if as_json else _told(household, assessment, lines, language) + "\n"
            )
            title = "" if as_json or len(files) == 1 else f"{file}:\n\n"
            sys.stdout.write(f"{title}{told}\n")
    finally:
        gc.enable()


def _assessed(
    files: Sequence[Path], on: date | None, lines: PovertyLines
) -> Iterator[tuple[Path, Application, Assessment]]:
    for file in files:
        try:
            application = read_application(_document(file), on)
            yield file, application, assess(application.household, application.on, lines)
        except (OSError, ValueError, RecursionError) as wrong:
            raise FamilyFileError(f"{file}: {what_is_wrong(wrong)}") from wrong


def _document(file: Path) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8-sig")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        line = LINE_OF_ERROR.search(str(wrong))
        quoted = ": " + text.split("\n")[int(line[1]) - 1].strip() if line else ""  # as TOML counts lines
        raise ValueError(f"{wrong}{quoted}") from wrong


def _lines(tenge: int | None) -> PovertyLines:
    if tenge is not None:
        return PovertyLines(always=PovertyLine.published("KZ", Quarter.of(date.min), tenge, GIVEN))
    from bot.commands.lines import known_lines  # noqa: PLC0415, `--line` needs no settings and no database

    return known_lines()


def _as_json(application: Application, assessment: Assessment) -> str:
    found = {**record_of(assessment), "other_help": other_help_record(application.household, assessment)}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _told(household: Household, assessment: Assessment, lines: PovertyLines, language: str) -> str:
    from bot.texts import Language, texts  # noqa: PLC0415, as above
    from bot.wording import children, headline, next_steps, notes, plain, why  # noqa: PLC0415, --json needs no words
    from bot.wording.member_names import naming  # noqa: PLC0415, as above
    from rules.what_would_change import record_of_doors, what_would_change  # noqa: PLC0415, as above

    words = texts(Language(language))
    name = naming(words, assessment.family)
    record = record_of(assessment)
    today = assessment.law.day
    doors = record_of_doors(what_would_change(household, today, lines))
    head = headline(words, record, today, name, doors)
    parts = [
        head,
        *why(words, record, name, today),
        *(note for note in notes(words, record, name) if note not in head),
        *children(words, record, name),
        *(step for step in next_steps(words, record, today, name) if step not in head),
    ]
    return "\n\n".join(plain(part) for part in parts)
