"""`python -m tests.soak`: a line for the machine, then one for each figure; what is not well ends it with code 1."""

import json
from collections.abc import Iterator

import pytest

import tests.soak.__main__ as program
from tests.soak.figures import NONE, Figure
from tests.soak.kills import is_what_was_said


@pytest.mark.parametrize(("lost", "code"), [(0, 0), (1, 1)])
def test_whatever_was_lost_fails_the_command_and_every_figure_is_printed(
    lost: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def figures(url: str, database: str, count: int, seed: int) -> Iterator[Figure]:
        asked.append((url.startswith("sqlite:///"), database, count, seed))
        yield Figure("lost", lost, "acts", NONE, "kills")
        yield Figure("broken", 0, "rules", NONE, "kills")

    monkeypatch.setattr(program, "TRIALS", {"kills": program.Trial(figures, 200)})
    monkeypatch.setattr("sys.argv", ["soak", "kills", "--database", "sqlite", "--count", "3", "--seed", "7"])
    assert program.main() == code
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("name") for line in lines] == [None, "lost", "broken"]
    assert asked == [(True, "sqlite", 3, 7)]


def test_every_long_form_is_there() -> None:
    assert {name: trial.times for name, trial in program.TRIALS.items()} == {
        "kills": 200,
        "updates": 100_000,
        "parsers": 20_000,
        "routes": 500,
        "hour": 60,
        "wide": 20_000,
    }


@pytest.mark.parametrize(
    ("key", "kept", "is_so"),
    [
        ("amount:wage.spouse", [100_007, 100_007], True),
        ("amount:wage.spouse", [100_008, 100_008], False),
        ("amount:wage.spouse", None, False),
        ("people:child", [["c1", 4, "2026-05-12"], ["c2", 9, "2026-05-12"], ["c3", 14, "2026-05-12"]], True),
        ("people:child", [["c1", 4, "2026-05-12"]], False),
        ("region", "KZ-79", True),
        ("region", None, False),
        ("circumstances", [], True),
    ],
)
def test_an_answer_that_is_gone_or_another_is_found(key: str, kept: object, *, is_so: bool) -> None:
    assert is_what_was_said(key, kept, wage=100_007) is is_so
