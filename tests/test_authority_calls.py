"""The authority's calls do what docs/authority-api.md says, typed as they stand there."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import ROOT, Prepared

CALLS = (ROOT / "docs" / "authority-api.md").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_authority_plays_a_whole_case_and_reads_what_became_of_it(tmp_path: Path) -> None:
    """Each answer is as the API promises; nobody has joined yet, so nobody is reached, and it is said."""
    (commands,) = re.findall(r"```sh\n(.*?)```", CALLS, re.DOTALL)
    with Prepared(tmp_path) as komek:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        variables = {**os.environ, **komek.settings, "API": komek.address.rstrip("/"), "PATH": path}
        said = subprocess.run(  # noqa: S603, our own commands
            ["/bin/bash", "-euc", commands.replace("\ncurl", "\necho; curl")],
            cwd=tmp_path, env=variables, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    answers = [json.loads(line) for line in said.stdout.splitlines() if line.strip()]
    (
        opened, tried, link, scheduled, moved, held, offered, batch, offers, decided, case, line,
        waiting, recent, changes,
    ) = answers  # fmt: skip
    assert opened == {"id": "e1", "status": "accepted"}
    assert tried == {"id": "e7", "status": "accepted", "family_reads": []}
    assert link["url"].startswith("https://t.me/")
    assert scheduled == {"id": "e2", "status": "accepted"}
    assert moved == {"id": "e4", "status": "accepted"}
    too_early = {"field": "data.visit_id", "message": "the visit has not begun yet"}
    assert held == {"id": "e5", "status": "refused", "errors": [too_early]}
    assert offered == {"id": "e3", "status": "accepted"}
    assert (batch["dry_run"], batch["totals"]["accepted"], batch["totals"]["families_nobody_joined"]) == (True, 1, 1)
    assert offers["offers"] == []
    archive = (tmp_path / "archive.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[2] for line in archive] == ["offer_id", "o1"]
    assert decided == {"id": "e6", "status": "accepted"}
    assert (case["status"], case["decision"]["monthly_tenge"]) == ("assigned", 31_000)
    assert [visit["visit_id"] for visit in case["visits"]] == ["v1"]
    assert line == {"region": "KZ-79", "quarter": "2026-Q4", "tenge": 45_000, "source": "order of the akimat"}
    assert waiting == {"waiting": [], "more": False}
    assert [(one["case_id"], one["status"]) for one in recent["cases"]] == [("79-000123", "assigned")]
    assert [change.get("notice", change["kind"]) for change in changes["changes"]] == [
        "visit-scheduled", "visit-rescheduled", "offer-made", "case-assigned",
    ]  # fmt: skip
