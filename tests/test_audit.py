"""`make audit` calls nothing well that it could not look up."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.audit import main, verdict

WELL: dict[str, Any] = {"name": "aiogram", "version": "3.31", "vulns": []}
SKIPPED = {"name": "yarl", "skip_reason": "could not be audited"}
HOLE = {"name": "babel", "version": "2.1", "vulns": [{"id": "CVE-1", "fix_versions": ["2.2"], "aliases": []}]}


def report(*libraries: dict[str, Any]) -> str:
    return json.dumps({"dependencies": libraries, "fixes": []})


def test_all_is_well_only_when_every_library_was_looked_up() -> None:
    assert verdict(report(WELL, WELL)) == (["no hole is known in 2 libraries"], 0)
    lines, code = verdict(report(WELL, SKIPPED))
    assert (lines, code) == (["the list of known holes cannot be reached: nothing is known of 1 of 2 libraries"], 2)


def test_a_hole_is_named_with_the_version_that_repairs_it() -> None:
    lines, code = verdict(report(WELL, HOLE, SKIPPED))
    assert (lines[0], len(lines), code) == ("babel 2.1: CVE-1, repaired in 2.2", 2, 1)


@pytest.mark.parametrize("broken", ["", "ERROR: no connection", "{}", "[]", report()])
def test_no_report_is_no_good_news(broken: str) -> None:
    lines, code = verdict(broken)
    assert (lines, code) == (["the list of known holes cannot be reached: nothing is known of any"], 2)


def test_a_program_that_fails_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "fails"
    program.write_text(f"#!{sys.executable}\nraise SystemExit('no network')\n")
    program.chmod(0o700)
    assert main(str(program), "requirements.lock") == 2
    assert capsys.readouterr().out.count("\n") == 1
