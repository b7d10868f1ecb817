"""What is worked out once in a walk is never an answer behind."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.interview.household_from_answers import household_from
from rules.interview.kept import SAY_WHO_IS_THERE, Kept, while_answers_stay, while_members_stay
from rules.interview.people_told import GROUPS, adults, everybody_told, members, person
from rules.interview.questionnaire import walk
from rules.interview.questions import QUESTIONS
from rules.interview.still_matters import may_be_due
from tests.cast.interview import NOW, ORDINARY, tell


class Counting:
    """Counts how often something is worked out."""

    def __init__(self) -> None:
        self.times = 0

    def work_out(self, answers: Mapping[str, Any], *args: int) -> int:
        """Return the number of answers, and whatever else was given."""
        self.times += 1
        return len(answers) + sum(args)


@pytest.fixture
def counting() -> Counting:
    return Counting()


def test_a_thing_is_worked_out_once_for_the_same_answers(counting: Counting) -> None:
    length = while_answers_stay(counting.work_out)
    kept = Kept({"region": "KZ-79"})
    assert [length(kept, 5) for _ in range(3)] == [6, 6, 6]
    assert counting.times == 1


def test_it_is_worked_out_anew_once_an_answer_is_added(counting: Counting) -> None:
    length = while_answers_stay(counting.work_out)
    kept = Kept()
    assert length(kept) == 0
    kept["region"] = "KZ-79"
    assert length(kept) == 1
    assert counting.times == 2


def test_what_rests_on_the_members_outlives_answers_about_other_things(counting: Counting) -> None:
    length = while_members_stay(counting.work_out)
    kept = Kept()
    assert length(kept) == 0
    kept["region"] = "KZ-79"
    assert length(kept) == 0
    assert counting.times == 1


@pytest.mark.parametrize("place", ["household", "relatives", "circumstances", "people:child", "people:other"])
def test_what_rests_on_the_members_is_worked_out_anew_once_members_are_told(counting: Counting, place: str) -> None:
    length = while_members_stay(counting.work_out)
    kept = Kept()
    assert length(kept) == 0
    kept[place] = []
    assert length(kept) == 1


def test_answers_outside_of_a_walk_are_worked_out_every_time(counting: Counting) -> None:
    """They may change without anybody noticing."""
    for remembered in (while_answers_stay(counting.work_out), while_members_stay(counting.work_out)):
        answers: dict[str, Any] = {}
        assert remembered(answers) == 0
        answers["region"] = "KZ-79"
        assert remembered(answers) == 1


def test_one_walk_knows_nothing_of_another(counting: Counting) -> None:
    length = while_answers_stay(counting.work_out)
    assert [length(Kept()), length(Kept({"region": "KZ-79"}))] == [0, 1]


def test_two_things_are_not_taken_for_one_another() -> None:
    first, second = (
        while_members_stay(lambda _answers: "first"),
        while_members_stay(lambda _answers: "second"),
    )
    kept = Kept()
    assert [first(kept), second(kept), first(kept)] == ["first", "second", "first"]


def test_every_question_that_says_who_is_there_is_named() -> None:
    """Those in which a group is chosen, and the people of the groups."""
    assert {group.chosen_in for group in GROUPS} | {"household", "people", "spouse-apart"} == SAY_WHO_IS_THERE


class Watched(dict[str, Any]):
    """Answers that note which questions were looked at."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        super().__init__(answers)
        self.seen: set[str] = set()

    def get(self, place: str, default: Any = None) -> Any:
        """Return an answer, and note the question."""
        self.seen.add(place.partition(":")[0])
        return super().get(place, default)


def test_who_is_there_rests_on_no_other_answer() -> None:
    answers = Watched(tell(ORDINARY).answers)
    everybody_told(answers)
    adults(answers)
    members(answers)
    person(answers, "c1")
    assert answers.seen <= SAY_WHO_IS_THERE


@given(st.data())
def test_whatever_order_answers_come_in_nothing_is_behind(data: st.DataObject) -> None:
    """After each answer all is as if it were worked out from the plain answers."""
    answers = tell(ORDINARY).answers
    region = answers.pop("region")
    kept, plain = Kept({"region": region}), {"region": region}
    for place in data.draw(st.permutations(sorted(answers))):
        kept[place] = plain[place] = answers[place]
        assert (members(kept), adults(kept)) == (members(plain), adults(plain))
        assert [person(kept, key) for key in members(kept)] == [person(plain, key) for key in members(plain)]
        assert may_be_due(kept, NOW) == may_be_due(plain, NOW)


def test_what_a_walk_keeps_says_the_same_as_the_plain_answers() -> None:
    kept = walk(QUESTIONS, tell(ORDINARY).answers, NOW).kept
    plain = dict(kept)
    assert (members(kept), adults(kept), may_be_due(kept, NOW)) == (
        members(plain),
        adults(plain),
        may_be_due(plain, NOW),
    )
    assert household_from(kept, NOW) == household_from(plain, NOW)


def test_it_is_worked_out_anew_on_another_day(counting: Counting) -> None:
    length = while_answers_stay(counting.work_out)
    kept = Kept({"region": "KZ-79"})
    assert [length(kept, 5), length(kept, 6), length(kept, 5)] == [6, 7, 6]
    assert counting.times == 2


def test_the_first_answers_take_along_who_is_there(counting: Counting) -> None:
    """An amount told anew changes nothing about the members."""
    length = while_members_stay(counting.work_out)
    kept = Kept({"household": [], "amount:wage.self": [0, 0]})
    assert length(kept) == 2
    assert length(kept.only(["household"])) == 2
    assert counting.times == 1


def test_the_first_answers_do_not_take_along_who_was_told_later(counting: Counting) -> None:
    length = while_members_stay(counting.work_out)
    kept = Kept({"household": ["children"], "people:child": [["c1", 3, "2026-11-23"]]})
    assert length(kept) == 2
    assert length(kept.only(["household"])) == 1


def test_the_first_answers_take_along_nothing_that_rests_on_all_of_them(counting: Counting) -> None:
    length = while_answers_stay(counting.work_out)
    kept = Kept({"region": "KZ-79", "household": []})
    assert length(kept) == 2
    assert length(kept.only(["region"])) == 1
