"""A person at a terminal: runs `komek` on a family's file and reads what it says."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from bot.__main__ import app
from tests.family_file import FAMILY

ROOT = Path(__file__).parents[3]


class Said(NamedTuple):
    """What a command said and how it ended."""

    out: str
    err: str
    code: int


def komek(*arguments: object) -> Said:
    """Run the command line in this process."""
    ended = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    return Said(ended.stdout, ended.stderr, ended.exit_code)


def python(*arguments: object, **environment: str) -> Said:
    """Run Python in a process of its own, in the working directory, with the project to be imported."""
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *map(str, arguments)],
        env={"PYTHONPATH": str(ROOT), "PATH": "", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Said(ended.stdout, ended.stderr, ended.returncode)


def refusal_of(said: Said) -> str:
    """Return the one line with which a command was refused."""
    assert said.code == 2
    assert "Traceback" not in said.err
    assert said.err.endswith("\n")
    assert said.err.count("\n") == 1
    assert said.err.startswith("komek: ")
    return said.err.removeprefix("komek: ").removesuffix("\n")


def refusal(*arguments: object) -> str:
    """Run a command that must be refused and return the one line that says why."""
    return refusal_of(komek(*arguments))


def objects(*arguments: object) -> list[dict[str, Any]]:
    """Return the objects that `komek assess --json` prints, one a line, and nothing else."""
    said = komek("assess", *arguments, "--json")
    assert (said.err, said.code) == ("", 0)
    return [json.loads(line) for line in said.out.splitlines()]


def file_of(document: str, name: str = "family.toml") -> Path:
    """Write a family into the working directory."""
    path = Path(name)
    path.write_text(document, encoding="utf-8")
    return path


def as_toml(document: dict[str, Any]) -> str:
    """Write a family that is at hand as tables."""
    return "".join(f"{key} = {_inline(value)}\n" for key, value in document.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {_inline(part)}' for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return str(value) if isinstance(value, date | Decimal) else json.dumps(value, ensure_ascii=False)


def changed(old: str, new: str, document: str = FAMILY) -> str:
    """Return a document with one place changed."""
    assert document.count(old) == 1
    return document.replace(old, new)
