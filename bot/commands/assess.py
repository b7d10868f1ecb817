"""`komek assess`: families in TOML files, assessed and explained, or printed as JSON lines."""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.commands.lines import known_lines
from rules import NobodyCounts, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.household_file import FieldError, read_application
from rules.record import Record

GIVEN = "given on the command line"


class FileRefused(ValueError):
    """A file cannot be assessed; the message names the file, the field and what is allowed."""


def print_assessments(
    files: Sequence[Path], on: date | None, line: int | None, language: str, *, as_json: bool
) -> None:
    """Print the assessment of each file in order; FileRefused at the first that is wrong."""
    lines = known_lines() if line is None else _always(line)
    for record in _records(files, on, lines):
        if as_json:
            sys.stdout.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        else:
            sys.stdout.write(_told(record, language) + "\n\n")


def _records(files: Sequence[Path], on: date | None, lines: PovertyLines) -> Iterator[Record]:
    for file in files:
        try:
            application = read_application(tomllib.loads(file.read_text(encoding="utf-8")), on)
            yield record_of(assess(application.household, application.on, lines))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, FieldError, NobodyCounts) as wrong:
            raise FileRefused(f"{file}: {_one_line(wrong)}") from wrong


def _one_line(wrong: Exception) -> str:
    if isinstance(wrong, OSError):
        return wrong.strerror or "cannot be read"
    if isinstance(wrong, UnicodeDecodeError):
        return "is no text in UTF-8"
    return " ".join(str(wrong).split())


def _always(tenge: int) -> PovertyLines:
    line = PovertyLine.published("KZ", Quarter.of(date.min), tenge, GIVEN)
    return PovertyLines(always=line)


def _told(record: Record, language: str) -> str:
    from bot.telling import children, headline, next_steps, plain, why  # noqa: PLC0415, --json needs no words
    from bot.texts import Language, texts  # noqa: PLC0415, as above

    words = texts(Language(language))
    today = date.fromisoformat(record["on"])
    parts = [
        headline(words, record, today),
        *why(words, record, str, today),
        *children(words, record, str),
        *next_steps(words, record),
    ]
    return "\n\n".join(plain(part) for part in parts)
