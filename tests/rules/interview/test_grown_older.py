"""Ages that were told on an earlier day: who is who by now, who has grown up, and what cannot be true any more."""

from datetime import date
from typing import Any

import pytest

from rules.interview.grown_older import moved_on, still_may_be, told_again, with_ages_of
from rules.interview.people_told import CHILDREN, GROWN, STUDENTS, members, with_people

MAY, JULY, NEXT_JULY = "2026-05-12", date(2026, 7, 21), date(2027, 7, 21)


def children(*ages: int, **said: Any) -> dict[str, Any]:
    """Answers of somebody with children of some ages, told in May."""
    told = [[f"c{number}", age, MAY] for number, age in enumerate(ages, 1)]
    return {"household": ["children"], "people:child": told, **said}


@pytest.mark.parametrize(
    ("before", "now", "keys"),
    [
        ((12, 9, 3), [12, 9, 3], ["c1", "c2", "c3"]),
        ((12, 9, 3), [3, 10, 12], ["c3", "c2", "c1"]),
        ((9, 8), [10, 9], ["c1", "c2"]),  # no new child of ten beside the one of nine
        ((9, 8), [9, 9], ["c2", "c1"]),
        ((12, 9, 3), [12, 9, 5], ["c1", "c2", "c4"]),  # nobody of three is five two months later
        ((12, 9), [12, 9, 0], ["c1", "c2", "c3"]),
        ((12, 9, 3), [12, 3], ["c1", "c3"]),
    ],
)
def test_whoever_may_have_that_age_by_now_keeps_their_key(before: Any, now: list[int], keys: list[str]) -> None:
    told = with_people(children(*before), CHILDREN, now, JULY.isoformat())
    assert [(key, age) for key, age, _ in told["people:child"]] == list(zip(keys, now, strict=True))


def test_a_birthday_that_is_known_tells_the_age() -> None:
    told = with_ages_of(JULY, children(9, 8, **{"birthday:c1": "2016-06-01", "birthday:c2": "unknown"}))
    assert told["people:child"] == [["c1", 10, "2026-07-21"], ["c2", 8, MAY]]


def test_a_child_of_18_is_a_grown_child_with_all_that_was_said_of_them() -> None:
    said = {"disabled": ["c1", "c2"], "disability:c1": "group_2", "ill": [], "birthday:c1": "2008-06-01"}
    grown = with_ages_of(JULY, children(17, 9, **said))
    assert members(grown) == ["self", "a1", "c2"]
    assert grown["disabled"] == ["a1", "c2"]
    assert (grown["disability:a1"], grown["birthday:a1"]) == ("group_2", "2008-06-01")
    assert not [place for place in grown if place.endswith(":c1")]


def test_the_last_child_to_grow_up_leaves_no_children() -> None:
    grown = with_ages_of(JULY, children(17, **{"birthday:c1": "2008-06-01"}))
    assert grown["household"] == ["grown"]
    assert "people:child" not in grown
    assert grown["people:grown"] == [["a1", 18, "2026-07-21"]]


def test_a_second_grown_child_has_a_key_of_their_own() -> None:
    family = children(17, **{"people:grown": [["a1", 20, MAY]]})
    family["household"] = ["children", "grown"]
    grown = moved_on(with_people(family, CHILDREN, [18], JULY.isoformat()), CHILDREN)
    assert [told[:2] for told in grown["people:grown"]] == [["a1", 20], ["a2", 18]]
    assert moved_on(grown, GROWN) == grown


def test_a_student_of_23_is_left_out() -> None:
    family = {"circumstances": ["student"], "people:student": [["u1", 22, MAY], ["u2", 19, MAY]]}
    told = moved_on(with_people(family, STUDENTS, [23, 19], JULY.isoformat()), STUDENTS)
    assert told["people:student"] == [["u2", 19, "2026-07-21"]]


@pytest.mark.parametrize(("day", "may_be"), [(JULY, True), (date(2027, 5, 11), True), (date(2027, 5, 12), False)])
def test_a_year_later_nobody_has_the_age_that_was_told(day: date, may_be: bool) -> None:  # noqa: FBT001, a table
    assert still_may_be(children(9), "people:child", day) is may_be
    assert still_may_be({"years:self": [61, MAY]}, "years:self", day) is may_be
    assert still_may_be({"region": "KZ-79"}, "region", NEXT_JULY)


def test_ages_that_are_still_so_are_those_of_the_day() -> None:
    answers = children(9, **{"years:self": [61, MAY]})
    again = told_again(answers, ["people:child", "years:self", "household"], JULY)
    assert again == {**answers, "people:child": [["c1", 9, "2026-07-21"]], "years:self": [61, "2026-07-21"]}
