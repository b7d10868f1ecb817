"""What the ages told on an earlier day have become: people have birthdays, grow up, and end to study elsewhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rules.household import Disability
from rules.interview.answers import UNKNOWN
from rules.interview.people_told import (
    ADULT_AGE,
    CHILDREN,
    GROUP_AT,
    GROWN,
    STUDENTS,
    Group,
    Person,
    ages_on,
    people,
    place_of,
    with_person,
    without,
)
from rules.interview.places import Place, of_member, stored_at, told_of

Answers = Mapping[str, Any]

OLDEST: Final = {CHILDREN: ADULT_AGE - 1, STUDENTS: 22}
"""The age in whole years up to which somebody belongs to a group; a student elsewhere counts no longer (P3)."""
OF_ONE_AGE: Final = frozenset({"years", "cared-age"})
"""Questions that are answered with one age, which is kept with the day on which it was told."""


def oldest_to_tell(answers: Answers, group: Group, today: date) -> int:
    """Return the greatest age that can be told of a group: whoever was in it may have left it by a birthday since."""
    since = (ages_on(answers, told, today)[1] for told in people(answers, group))
    return max([OLDEST[group], *since])


def with_ages_of(day: date, answers: Answers) -> dict[str, Any]:
    """Return the answers with the age of a day for everybody whose birthday is known.

    A student of 23 is still named, to be seen: the law counts them by their birthday.
    """
    of_day = dict(answers)
    for place in GROUP_AT:
        if place in answers:
            of_day[place] = [_of_day(answers, Person(*told), day) for told in answers[place]]
    return moved_on(of_day, CHILDREN)


def _of_day(answers: Answers, told: Person, day: date) -> list[Any]:
    is_known = told_of(answers, "birthday", told.key) not in {None, UNKNOWN}
    return [told.key, ages_on(answers, told, day)[0], day.isoformat()] if is_known else list(told)


def moved_on(answers: Answers, group: Group) -> dict[str, Any]:
    """Return the answers in which a child who is 18 is a grown child, and a student who is 23 is left out."""
    moved = dict(answers)
    if group not in OLDEST:
        return moved
    for told in people(answers, group):
        if told.age > OLDEST[group]:
            moved = _as_grown_child(moved, told) if group is CHILDREN else without(moved, told.key)
    return moved


def _as_grown_child(answers: Answers, told: Person) -> dict[str, Any]:
    """Return the answers with a child among the grown children; what was said of them stays with them.

    The disability of a child is none of a grown-up, who has a group of it: it is asked anew.
    """
    added = with_person(answers, GROWN, told.age, told.on)
    key = added[place_of(GROWN)][-1][0]
    said = {_of_other(place, told.key, key): _named(value, told.key, key) for place, value in added.items()}
    if told_of(said, "disability", key) == Disability.CHILD:
        del said[stored_at("disability", of_member(key))]
    children = [list(other) for other in people(answers, CHILDREN) if other.key != told.key]
    if children:
        return {**said, place_of(CHILDREN): children}
    del said[place_of(CHILDREN)]
    return {**said, CHILDREN.chosen_in: [word for word in said[CHILDREN.chosen_in] if word != CHILDREN.word]}


def _of_other(place: str, before: str, key: str) -> str:
    question, subject = Place.parse(place)
    return stored_at(question, subject._replace(member=key)) if subject.member == before else place


def _named(value: Any, before: str, key: str) -> Any:
    return [key if entry == before else entry for entry in value] if isinstance(value, list) else value


def still_may_be(answers: Answers, place: str, today: date) -> bool:
    """Whether nobody is surely older by now than an answer about ages says; True of any other answer."""
    told = answers[place]
    if place in GROUP_AT:
        return all(ages_on(answers, one, today)[0] <= one.age for one in map(Person._make, told))
    if Place.parse(place).question in OF_ONE_AGE:
        return ages_on({}, Person("", *told), today)[0] <= int(told[0])
    return True


def told_again(answers: Answers, places: list[str], today: date) -> dict[str, Any]:
    """Return the answers in which the ages at some places are those of today, as they were said to be the same."""
    again = dict(answers)
    for place in places:
        if place in GROUP_AT:
            again[place] = [[key, age, today.isoformat()] for key, age, _ in answers[place]]
        elif Place.parse(place).question in OF_ONE_AGE:
            again[place] = [answers[place][0], today.isoformat()]
    return again
