"""What was said of somebody who was taken out is never taken for what was said of somebody new."""

from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.interview.people_told import CHILDREN, people, with_answer, with_people, with_person, with_spouse, without
from tests.cast.interview import LARGE, ORDINARY, Answers, keys_of, said_of, tell

TODAY: Final = "2026-11-23"


@pytest.fixture(scope="module")
def large_family() -> Answers:
    """The answers of the large family, everything told."""
    return tell(LARGE).answers


@pytest.mark.parametrize(("key", "age"), [("c1", 6), ("c2", 9), ("c2", 6)])
def test_somebody_new_inherits_nothing_of_a_child_who_was_taken_out(key: str, age: int) -> None:
    """Not even when the one taken out was the last of the line, and the new one is as old."""
    script = {**LARGE, "disabled": "c1,c2", "disability": "child", "disability:e1": "group_2", "elsewhere": "c1,c2"}
    answers = with_person(without(tell(script).answers, key), CHILDREN, age, TODAY)
    new = keys_of(answers, CHILDREN)[-1]
    assert said_of(answers, new) == {}


def test_a_child_added_after_all_were_taken_out_inherits_nothing(large_family: Answers) -> None:
    alone = without(without(large_family, "c1"), "c2")
    answers = with_person(alone, CHILDREN, 6, TODAY)
    assert all(said_of(answers, key) == {} for key in keys_of(answers, CHILDREN))


def test_a_new_spouse_inherits_nothing_of_the_former(large_family: Answers) -> None:
    answers = with_spouse(without(large_family, "spouse"))
    assert said_of(answers, "spouse") == {"household": answers["household"]}
    assert tell(LARGE, answers=answers).keys == ["activity:spouse"]


def test_keys_of_one_group_are_not_those_of_another(large_family: Answers) -> None:
    """A brother and a child who are both the first of their group are two people."""
    answers = without(large_family, "z1")
    assert said_of(answers, "c1") == {**said_of(large_family, "c1"), "elsewhere": ["c1"]}


def test_a_tenth_child_is_not_the_first() -> None:
    answers = tell({**ORDINARY, "people:child": " ".join(["9"] * 12), "amount": "0"}).answers
    answers = {**answers, "birthday:c1": "2017-05-01", "birthday:c10": "2017-05-02", "elsewhere": ["c1", "c10"]}
    left = without(answers, "c1")
    assert left["birthday:c10"] == "2017-05-02"
    assert left["elsewhere"] == ["c10"]
    assert "birthday:c1" not in left


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 17)),
        st.tuples(st.just("remove"), st.integers(0, 20)),
        st.tuples(st.just("retype"), st.lists(st.integers(0, 17), min_size=1, max_size=4)),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(ACTIONS)
def test_whatever_is_done_to_the_children_nobody_bears_the_mark_of_another(actions: list[tuple[str, Any]]) -> None:
    """Every child is marked with its age; after any changes a mark still names the age of its bearer."""
    answers: Answers = {"household": ["children"]}
    for name, argument in actions:
        answers = _marked(_done(answers, name, argument))
        ages = {told.key: told.age for told in people(answers, CHILDREN)}
        marks = {place: value for place, value in answers.items() if place.startswith("mark:")}
        assert marks == {f"mark:{key}": age for key, age in ages.items()}


def _done(answers: Answers, name: str, argument: Any) -> Answers:
    keys = keys_of(answers, CHILDREN)
    if name == "add":
        return with_person(answers, CHILDREN, argument, TODAY)
    if name == "retype":
        return with_people({**answers, "household": ["children"]}, CHILDREN, argument, TODAY)
    return without(answers, keys[argument % len(keys)]) if keys else answers


def _marked(answers: Answers) -> Answers:
    """Mark whoever bears no mark yet; who bears another's keeps it, and is found out."""
    return {**{f"mark:{told.key}": told.age for told in people(answers, CHILDREN)}, **answers}


def test_an_income_of_the_spouse_alone_goes_when_the_spouse_was_none() -> None:
    """The amount must not count as told, nor as nothing."""
    answers = {
        "household": ["spouse", "mother"],
        "income-kinds": ["wage"],
        "earners:wage": ["spouse"],
        "amount:wage.spouse": [900_000, 900_000],
    }
    changed = with_answer(answers, "household", ["mother"])
    assert changed == {"household": ["mother"], "income-kinds": []}


def test_children_who_were_unticked_leave_no_mark() -> None:
    """Whoever is told next was not away, and is not registered elsewhere."""
    answers = {"household": ["children"], "people:child": [["c1", 5, TODAY]], "elsewhere": ["c1"], "away": ["c1"]}
    changed = with_answer(answers, "household", [])
    assert (changed["elsewhere"], changed["away"]) == ([], [])


def test_an_age_that_is_told_again_is_as_of_today() -> None:
    """Seven told two years ago is nine by now; seven told today is seven."""
    before = {"household": ["children"], "people:child": [["c1", 7, "2025-01-01"]]}
    (child,) = people(with_people(before, CHILDREN, [7], TODAY), CHILDREN)
    assert (child.key, child.age, child.on) == ("c1", 7, TODAY)


def test_a_new_brother_does_not_make_the_others_younger() -> None:
    """Only the one who is added is told today."""
    before = {"household": ["children"], "people:child": [["c1", 7, "2025-01-01"]]}
    added = people(with_person(before, CHILDREN, 3, TODAY), CHILDREN)
    assert [(child.key, child.on) for child in added] == [("c1", "2025-01-01"), ("c2", TODAY)]
