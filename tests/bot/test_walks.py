"""The next answer begins with the walk of the last one, and only with that."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.walks import Walked, Walks
from rules.questionnaire import Setting, walk
from rules.questions import QUESTIONS
from tests.rules.interview import NOW, ORDINARY, tell


@pytest.fixture
def answers() -> dict[str, Any]:
    """The answers of an ordinary family."""
    return tell(ORDINARY).answers


def walked(answers: dict[str, Any], setting: Setting = NOW) -> Walked:
    return Walked(answers, setting, walk(QUESTIONS, answers, setting))


def test_a_walk_is_taken_for_the_same_answers_and_setting(answers: dict[str, Any]) -> None:
    """Equal is enough: the answers were read from the database meanwhile."""
    walks, kept = Walks(), walked(answers)
    walks.keep(7, kept)
    assert walks.take(7, dict(answers), replace(NOW)) is kept.walk


def test_a_walk_is_taken_once(answers: dict[str, Any]) -> None:
    """Nothing stays of a person who then asks to be forgotten."""
    walks = Walks()
    walks.keep(7, walked(answers))
    assert walks.take(7, answers, NOW) is not None
    assert walks.take(7, answers, NOW) is None


def test_other_answers_need_another_walk(answers: dict[str, Any]) -> None:
    """Another process may have taken an answer in between."""
    walks = Walks()
    walks.keep(7, walked(answers))
    assert walks.take(7, {**answers, "region": "KZ-75"}, NOW) is None


def test_another_day_needs_another_walk(answers: dict[str, Any]) -> None:
    walks = Walks()
    walks.keep(7, walked(answers))
    assert walks.take(7, answers, replace(NOW, today=NOW.today + timedelta(days=1))) is None


def test_nobody_gets_the_walk_of_somebody_else(answers: dict[str, Any]) -> None:
    walks = Walks()
    walks.keep(7, walked(answers))
    assert walks.take(8, answers, NOW) is None


def test_a_later_walk_takes_the_place_of_an_earlier_one(answers: dict[str, Any]) -> None:
    walks = Walks()
    fewer = {place: answers[place] for place in ("region", "household")}
    walks.keep(7, walked(fewer))
    walks.keep(7, walked(answers))
    assert walks.take(7, fewer, NOW) is None


def test_only_so_many_people_are_kept_and_the_silent_go_first(answers: dict[str, Any]) -> None:
    walks = Walks(most=3)
    for person_id in (1, 2, 3, 4):
        walks.keep(person_id, walked(answers))
    assert [walks.take(person_id, answers, NOW) is not None for person_id in (1, 2, 3, 4)] == [False, True, True, True]
