"""A person at a terminal: runs `komek` and reads what it says; and the files of families they have at hand."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from bot.__main__ import app

ROOT = Path(__file__).parents[3]

# Every key of the format; the family counts three people and is paid 10 350 tenge for its children.
FAMILY = """
applied_on = 2023-05-10
region = "KZ-79"
[[members]]
label = "mother"
relationship = "applicant"
born_on = 1988-04-02
sex = "female"
activity = "carer"
cares_for = "child_under_3"
disability = "none"
long_illness = false
absence = "none"
registered_here = true
[[members.incomes]]
kind = "wage"
monthly = 60_000
[[members.incomes]]
kind = "sale"
total = 60_000
[[members.incomes]]
kind = "gift"
months = { "2023-01" = 20_000, "2023-03" = 10_000 }
[[members]]
relationship = "child"
age = 2
[[members]]
label = "son"
relationship = "child"
born_on = 2018-02-01
[history]
refused_measures_on = 2022-01-15
contract_broken_on = 2022-02-01
commission = "unknown"
false_data = false
awarded_mother = "none"
"""

# Nothing but what is needed.
ALONE = """
applied_on = 2023-05-10
region = "KZ-79"
[[members]]
relationship = "applicant"
age = 35
"""


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
