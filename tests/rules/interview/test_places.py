"""A place among the answers is read and written without loss: what was stored yesterday is found today."""

import pytest

from rules.household import IncomeKind
from rules.interview.people_told import GROUP_OF_NAME, GROUPS, SELF, members, place_of
from rules.interview.places import EARNERS, FAMILY, MONTHS, PEOPLE, Place, Subject, of_member, stored_at, told_of
from rules.interview.questionnaire import Walk
from tests.handlers.wandering import assessment_day_of, wander

PLACES = {
    "region": Place("region"),
    "activity:self": Place("activity", Subject(member="self")),
    "birthday:c12": Place("birthday", Subject(member="c12")),
    "people:child": Place(PEOPLE, Subject(group="child")),
    "people:other": Place(PEOPLE, Subject(group="other")),
    "earners:wage": Place(EARNERS, Subject(kind="wage")),
    "amount:other.self": Place("amount", Subject("other", "self")),
    "amount:stipend.u1": Place("amount", Subject("stipend", "u1")),
    "once:sale.self": Place("once", Subject("sale", "self")),
    "month:casual_work.spouse.3": Place("month", Subject("casual_work", "spouse", 3)),
}


@pytest.mark.parametrize(("text", "place"), PLACES.items())
def test_a_place_is_read_and_written_as_it_is_stored(text: str, place: Place) -> None:
    assert Place.parse(text) == place
    assert str(place) == text


@pytest.mark.parametrize("seed", range(6))
def test_every_place_of_a_draft_is_found_by_its_text(seed: int) -> None:
    """No word for a member, a kind of income or a group is taken for another."""
    for conversation in wander(seed):
        stored = [*conversation.answers, *conversation.earlier]
        assert [str(Place.parse(text)) for text in stored] == stored
        walked = conversation.walk(assessment_day_of(conversation))
        for asked in walked.asked:
            assert Place.parse(asked.key) == (asked.question.id, asked.subject)
            assert_is_known(asked.subject, walked)


def assert_is_known(subject: Subject, walked: Walk) -> None:
    assert subject.member in {"", *members(walked.kept)}
    assert subject.kind in {"", *map(str, IncomeKind)}
    assert subject.group in {"", *GROUP_OF_NAME}
    assert subject.month in {0, *MONTHS}


def test_the_people_of_every_group_ever_asked_for_are_found() -> None:
    assert [Place.parse(place_of(group)).subject.group for group in GROUPS] == [group.name for group in GROUPS]


def test_what_no_question_has_is_kept_as_it_stands() -> None:
    """A draft is opened whatever it holds."""
    for text in ("month:wage.self.4", "month:wage.self.x", "amount:wage.self.1.2", "earners:wage.self.x"):
        assert str(Place.parse(text)) == text
        assert Place.parse(text).subject.member == ""


def test_short_ways_to_a_place_lead_to_the_same() -> None:
    assert of_member(SELF) == Subject(member=SELF)
    assert stored_at(EARNERS, Subject("wage")) == "earners:wage"
    assert told_of({"activity:self": "student"}, "activity", SELF) == "student"
    assert told_of({"activity:self": "student"}, "activity", "spouse") is None
    assert str(FAMILY) == ""
