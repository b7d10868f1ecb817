"""Every figure is measured on a very small scale: it runs, and says what it promises. How fast, no test asks."""

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

import bench.__main__ as program
from bench import among_many as among_many_bench
from bench import authority_events as authority_events_bench
from bench import beside_pages as beside_pages_bench
from bench import beside_peers, delivery, typed_answers
from bench import beside_renewals as beside_renewals_bench
from bench import command_start as command_start_bench
from bench import evening as evening_bench
from bench import explained_assessments as assessments_bench
from bench import extra_earnings as extra_earnings_bench
from bench import first_answer as first_answer_bench
from bench import killed_workers as killed_workers_bench
from bench import many_updates as many_updates_bench
from bench import one_answer as one_answer_bench
from bench import over_http as over_http_bench
from bench import web_processes as web_processes_bench
from bench.beside_pages import beside_pages
from bench.beside_renewals import beside_renewals
from bench.command_start import command_start
from bench.explained_assessments import by_bare_formula, explained_assessments
from bench.extra_earnings import extra_earnings
from bench.families import families_of_six
from bench.figures import AtLeast, Below, Figure, machine
from bench.interviews import Act, Interview, acts_on, is_review, rehearse, update_of
from bench.known_people import make_known, world_in
from bench.one_answer import one_answer
from bench.over_http import over_http
from bench.stub_session import Shown
from bench.turns import Measured, in_turns, play, updates_of
from bot.app import dispatcher_for
from rules import PovertyLines, assess
from rules.income_within_line import Outcome
from rules.result import Step


def line_of(figure: Figure) -> dict[str, Any]:
    """Return a figure as somebody who reads the output sees it."""
    text = figure.as_json()
    assert "\n" not in text
    line: dict[str, Any] = json.loads(text)
    return line


def assert_promised_fields(line: dict[str, Any]) -> None:
    assert line["name"]
    assert line["figure"] > 0
    assert line["unit"]
    assert line["measured"]
    assert len(line["limit"]) == 1
    assert isinstance(line["ok"], bool)


async def test_one_answered_question_is_measured_against_an_echo(tmp_path: Path) -> None:
    line = line_of(await one_answer(tmp_path, people=2, rounds=2))
    assert_promised_fields(line)
    assert line["name"] == "one_answered_question"
    assert line["limit"] == {"at_least": 0.5}
    assert line["ratio"] == pytest.approx(line["figure"] / line["yardstick"], rel=0.9)


async def test_the_answers_measured_are_a_mix_of_a_whole_interview(tmp_path: Path) -> None:
    figure = await one_answer(tmp_path, people=4, rounds=1)
    assert {"choose", "tick", "ready", "ages", "amount"} <= figure.details["answers"].keys()
    assert sum(figure.details["answers"].values()) > 4 * 10


async def test_several_people_may_be_answered_at_once(tmp_path: Path) -> None:
    figure = await one_answer(tmp_path, people=3, rounds=1, at_once=3)
    assert "3 at a time" in figure.measured


async def test_the_same_answers_over_http_are_measured_from_end_to_end(tmp_path: Path) -> None:
    line = line_of(await over_http(tmp_path, connections=2, interviews_each=1))
    assert_promised_fields(line)
    assert line["unit"] == "ms"
    assert line["limit"] == {"below": 3.0}
    assert line["ratio"] >= 1
    assert line["yardstick"] <= line["figure"] <= line["details"]["longest_ms"]
    assert line["details"]["answers"] > 2 * 10


async def test_answers_are_measured_beside_pages_and_without(tmp_path: Path) -> None:
    line = line_of(await beside_pages(tmp_path, connections=2, families=2, pages_each=2))
    assert_promised_fields(line)
    assert line["limit"] == {"below": 2.0}
    assert line["ratio"] == pytest.approx(line["figure"] / line["yardstick"], rel=0.01)
    assert line["details"]["answers"].keys() == {"beside", "without"}
    assert "16 pages" in line["measured"]


async def test_answers_are_measured_beside_renewals_and_without(tmp_path: Path) -> None:
    line = line_of(await beside_renewals(tmp_path, families=400, people=2))
    assert_promised_fields(line)
    assert line["limit"] == {"below": 2.0}
    assert line["ratio"] == pytest.approx(line["figure"] / line["yardstick"], rel=0.01)
    assert "400 families" in line["measured"]
    assert line["details"]["longest_loop_lag_ms"].keys() == {"beside", "without"}


def test_explained_assessments_are_counted_for_a_variety_of_families() -> None:
    line = line_of(explained_assessments(families=300, rounds=2))
    assert_promised_fields(line)
    assert line["limit"] == {"at_least": 0.02}
    assert line["yardstick"] > 0
    assert line["details"]["editions"].keys() == {"E2020", "E2023"}
    assert line["details"]["outcomes"].keys() == {"eligible", "refused", "too_close", "undecided"}
    assert line["details"]["mean_steps"] > 7


def test_a_curve_is_measured_beside_as_many_assessments() -> None:
    line = line_of(extra_earnings(families=10, rounds=2))
    assert_promised_fields(line)
    assert (line["limit"], line["unit"]) == ({"below": 1.5}, "ms/curve")
    assert line["details"]["points"] == 141
    assert line["figure"] <= line["details"]["slowest_family_ms"] * 3


def test_the_bare_formula_is_what_the_law_comes_to_where_everybody_and_everything_counts() -> None:
    """A yardstick that worked out something else would measure nothing."""
    lines, compared = PovertyLines(), 0
    for household, day in families_of_six(1_000):
        assessment = assess(household, day, lines)
        counts_whole = len(assessment.family.counted) == 6 and not assessment.income.not_counted
        if counts_whole and assessment.outcome is Outcome.ELIGIBLE and assessment.likely_tenge is not None:
            assert by_bare_formula(household, day, lines) == assessment.likely_tenge
            compared += 1
    assert compared > 20


def test_families_have_six_members_and_are_all_different() -> None:
    cases = families_of_six(500)
    assert {len(household.members) for household, _ in cases} == {6}
    assert len({repr(case) for case in cases}) == 500
    assert cases == families_of_six(500), "the same families are measured every time"


def test_what_is_measured_explains_itself() -> None:
    household, day = families_of_six(1)[0]
    steps = assess(household, day, PovertyLines()).steps
    assert all(isinstance(step, Step) and step.sources for step in steps)


async def test_a_rehearsed_interview_ends_at_the_review_with_answers_on_the_disk(tmp_path: Path) -> None:
    async with world_in(tmp_path) as world:
        await make_known(world, [7])
        interview = await rehearse(dispatcher_for(world), world, 7)
    assert interview.answers["region"].startswith("KZ-")
    assert "income-kinds" in interview.answers
    assert len(interview.acts) > 10


async def test_two_people_answer_differently_and_the_same_one_alike(tmp_path: Path) -> None:
    async with world_in(tmp_path) as world:
        await make_known(world, [7, 8])
        first, second = [await rehearse(dispatcher_for(world), world, person_id) for person_id in (7, 8)]
    (tmp_path / "again").mkdir()
    async with world_in(tmp_path / "again") as world:
        await make_known(world, [7])
        again = await rehearse(dispatcher_for(world), world, 7)
    assert first.answers != second.answers
    assert first.answers == again.answers


def chance() -> Random:
    """Return the same chances for every test."""
    return Random(1)  # noqa: S311, nothing is kept secret with it


def shown(*buttons: str) -> Shown:
    """Return a screen with a column of buttons that carry these words."""
    return Shown("?", {"inline_keyboard": [[{"text": "·", "callback_data": data}] for data in buttons]})


def test_a_person_presses_one_of_the_words_shown() -> None:
    (act,) = acts_on(shown("a|region|KZ-71", "a|region|KZ-75"), chance())
    assert act.kind == "choose"
    assert act.sent in {"a|region|KZ-71", "a|region|KZ-75"}


def test_a_person_ticks_and_then_says_that_this_is_all() -> None:
    *ticks, ready = acts_on(shown("t|household|spouse", "t|household|children", "d|household"), chance())
    assert {act.sent for act in ticks} == {"t|household|spouse", "t|household|children"}
    assert ready.sent == "d|household"


def test_a_person_types_the_ages_of_children() -> None:
    (act,) = acts_on(shown("b|people:child"), chance())
    assert act.kind == "ages"
    assert all(0 <= int(age) < 18 for age in act.sent.split())


def test_the_review_is_where_an_interview_ends() -> None:
    assert is_review(shown("x|calculate|"))
    assert not is_review(shown("a|region|KZ-71"))


def test_a_press_comes_with_the_message_it_was_made_on() -> None:
    (act,) = acts_on(shown("a|region|KZ-71"), chance())
    query = update_of(act, person_id=5, update_id=9)["callback_query"]
    assert query["data"] == "a|region|KZ-71"
    assert query["from"]["id"] == query["message"]["chat"]["id"] == 5
    assert query["message"]["reply_markup"] == act.seen.markup


@pytest.mark.parametrize(("limit", "kept", "missed"), [(AtLeast(0.3), 0.3, 0.29), (Below(3), 2.99, 3)])
def test_a_limit_is_kept_or_missed(limit: AtLeast | Below, kept: float, missed: float) -> None:
    assert Figure("x", kept, "s", limit, "y").ok
    assert not Figure("x", missed, "s", limit, "y").ok


def test_where_there_is_a_ratio_the_limit_is_for_the_ratio() -> None:
    assert Figure("x", 1000, "s", Below(3), "y", yardstick=500, ratio=2).ok
    assert not Figure("x", 1, "s", Below(3), "y", yardstick=0.1, ratio=10).ok


def test_the_first_line_names_the_machine() -> None:
    named = json.loads(machine())["machine"]
    assert named["cpus"] >= 1
    assert named["model"]
    assert named["python"] == sys.version.split()[0]


async def test_several_are_answered_at_once_but_nobody_before_their_last_answer_was_taken() -> None:
    """So it is in Telegram: whoever answers has seen the question."""
    interview = Interview(tuple(Act("amount", str(number), Shown()) for number in range(3)), {})
    begun: list[tuple[int, str]] = []
    answering: list[int] = []
    together: set[int] = set()

    async def feed(update: dict[str, Any]) -> None:
        person_id = update["message"]["from"]["id"]
        assert person_id not in answering
        answering.append(person_id)
        begun.append((person_id, update["message"]["text"]))
        await asyncio.sleep(0)
        together.add(len(answering))
        answering.remove(person_id)

    await play(feed, updates_of(in_turns({7: interview, 8: interview})), Measured(), at_once=5)
    assert [text for person_id, text in begun if person_id == 7] == ["0", "1", "2"]
    assert [text for person_id, text in begun if person_id == 8] == ["0", "1", "2"]
    assert max(together) == 2


def test_the_readme_tells_every_limit_as_it_is() -> None:
    """And no other: nothing fails by a figure that is not in its table."""
    limits: dict[str, AtLeast | Below] = {
        "command_start": command_start_bench.LIMIT,
        "one_answered_question": one_answer_bench.LIMIT,
        **{stored.name: stored.limit for stored in (beside_peers.ON_SQLITE, beside_peers.ON_POSTGRESQL)},
        "answered_question_over_http_p99": over_http_bench.LIMIT,
        "answered_question_beside_pages_p99": beside_pages_bench.LIMIT,
        beside_renewals_bench.NAME: beside_renewals_bench.LIMIT,
        "explained_assessments": assessments_bench.LIMIT,
        "curve_of_extra_earnings": extra_earnings_bench.LIMIT,
        "outbox_to_accepted_send": delivery.OF_BARE,
        "telegrams_pace_held": delivery.HELD,
        "queued_to_accepted_longest": delivery.LATENCY,
        "typed_answers_understood": typed_answers.UNDERSTOOD,
        among_many_bench.NAME: among_many_bench.LIMIT,
        among_many_bench.NAME_ON_POSTGRESQL: among_many_bench.LIMIT,
        many_updates_bench.NAME: many_updates_bench.LIMIT,
        web_processes_bench.NAME: web_processes_bench.LIMIT,
        authority_events_bench.NAME: authority_events_bench.LIMIT,
        first_answer_bench.NAME: first_answer_bench.LIMIT,
        killed_workers_bench.NAME: killed_workers_bench.LIMIT,
        evening_bench.NAME: evening_bench.LIMIT,
    }
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (at least|below) ([\d.]+).* \|$", text, re.MULTILINE)
    told = {name: AtLeast(float(number)) if word == "at least" else Below(float(number)) for name, word, number in rows}
    assert told == limits
    assert told.keys() == program.FIGURES.keys()
    assert program.OF_THE_COUNTRY.keys() < program.FIGURES.keys()


@pytest.mark.parametrize(
    ("arguments", "limit", "code", "printed"),
    [
        ([], Below(3), 0, ["first", "second"]),
        ([], Below(1), 1, ["first", "second"]),
        (["second"], Below(1), 0, ["second"]),
    ],
)
def test_a_missed_limit_fails_the_command(
    arguments: list[str],
    limit: Below,
    code: int,
    printed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every figure is printed all the same, a line each after the one for the machine; one that is named, alone."""
    first, second = Figure("first", 2, "s", limit, "y"), Figure("second", 0.5, "s", limit, "y")
    monkeypatch.setattr(program, "FIGURES", {"first": lambda _: [first], "second": lambda _: [second]})
    assert program.main(arguments) == code
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("name") for line in lines] == [None, *printed]


def test_python_dash_m_bench_is_the_command() -> None:
    """Asked for its source only: to run it takes a minute."""
    code = "import runpy, sys; sys.exit(not runpy.run_module('bench.__main__', run_name='seen')['main'])"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0  # noqa: S603, our own Python


def test_the_start_of_a_command_is_measured_beside_its_yardstick(tmp_path: Path) -> None:
    figure = command_start(tmp_path, rounds=1)
    assert figure.yardstick is not None
    assert figure.ratio == pytest.approx(figure.figure / figure.yardstick)
    assert 0 < figure.yardstick < figure.figure
