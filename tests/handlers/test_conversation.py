"""The conversation by itself: pure, loaded and saved whole, whatever is said in whatever order."""

import json
from datetime import date
from typing import Any

import pytest

from handlers.conversation import STORED, Conversation, View
from rules import PovertyLines, Quarter
from rules.interview.answers import NotUnderstoodError
from rules.interview.people_told import members
from rules.interview.questionnaire import AssessmentDay
from tests.handlers.wandering import assessment_day_of, wander

TODAY = date(2026, 5, 12)
SETTING = Conversation().assessment_day(TODAY, PovertyLines())


def say(conversation: Conversation, *told: str) -> Conversation:
    for raw in told:
        conversation.say(raw, SETTING)
    return conversation


def key_of(conversation: Conversation, assessment_day: AssessmentDay = SETTING) -> str | None:
    asked = conversation.current(assessment_day)
    return asked and asked.key


@pytest.fixture
def family() -> Conversation:
    """A couple with children of 9 and 3 who have answered everything."""
    told = ("KZ-79", "all", "spouse,children", "9 3", "employed", "none", "wage", "150000", "none", "none")
    return say(Conversation(), *told)


# The document


def test_an_empty_conversation_asks_the_first_question() -> None:
    assert key_of(Conversation()) == "region"
    assert not Conversation().is_complete(SETTING)


@pytest.mark.parametrize("seed", range(3))
def test_a_conversation_is_the_same_after_it_was_stored(seed: int) -> None:
    for conversation in wander(seed):
        stored = json.loads(json.dumps(conversation.document()))
        again = Conversation.of(stored)
        assert again.document() == conversation.document()
        assert key_of(again, assessment_day_of(again)) == key_of(conversation, assessment_day_of(conversation))


def test_the_document_holds_what_is_state_and_nothing_else(family: Conversation) -> None:
    assert tuple(family.document()) == STORED


def test_what_a_later_version_does_not_know_is_left_out() -> None:
    stored: dict[str, Any] = {**Conversation(answers={"region": "KZ-79"}).document(), "mood": "good"}
    assert Conversation.of(stored).answers == {"region": "KZ-79"}


def test_what_an_earlier_version_did_not_have_is_empty() -> None:
    conversation = Conversation.of({"answers": {"region": "KZ-79"}})
    assert (conversation.view, conversation.ticks, conversation.doubt) == (View.INTERVIEW, None, None)


def test_an_answer_to_a_question_that_no_longer_exists_is_left_out(family: Conversation) -> None:
    family.answers["shoe-size"] = 43
    family.ask_again("region")
    family.say("KZ-10", SETTING)
    assert "shoe-size" not in family.walk(SETTING).kept


# Answering


def test_a_complete_conversation_asks_nothing(family: Conversation) -> None:
    assert family.is_complete(SETTING)
    assert key_of(family) is None


def test_text_at_the_review_is_not_understood(family: Conversation) -> None:
    before = dict(family.answers)
    with pytest.raises(NotUnderstoodError, match="hint-press-button"):
        family.say("150000", SETTING)
    with pytest.raises(NotUnderstoodError):
        family.say_ticked(SETTING)
    assert family.answers == before


def test_what_is_not_understood_changes_nothing() -> None:
    conversation = say(Conversation(), "KZ-79", "all", "children")
    before = conversation.document()
    with pytest.raises(NotUnderstoodError, match="hint-child"):
        conversation.say("үшеу", SETTING)
    assert conversation.document() == before


def test_ages_are_kept_with_the_day_on_which_they_were_told(family: Conversation) -> None:
    assert family.answers["people:child"] == [["c1", 9, "2026-05-12"], ["c2", 3, "2026-05-12"]]


def test_ticks_are_sorted_as_the_buttons_are() -> None:
    conversation = say(Conversation(), "KZ-79", "all")
    for word in ("mother", "spouse"):
        conversation.tick(word, SETTING)
    assert conversation.ticked(SETTING) == ["mother", "spouse"]
    conversation.say_ticked(SETTING)
    assert conversation.answers["household"] == ["spouse", "mother"]
    assert conversation.ticks is None


def test_ticking_twice_is_ticking_not_at_all() -> None:
    conversation = say(Conversation(), "KZ-79", "all")
    conversation.tick("spouse", SETTING)
    conversation.tick("spouse", SETTING)
    assert conversation.ticked(SETTING) == []


def test_the_first_unknown_asks_for_a_range_and_the_second_is_kept() -> None:
    conversation = say(Conversation(), "KZ-79", "all", "none", "employed", "wage", "unknown")
    assert conversation.doubt == {"kind": "dont_know", "value": None}
    assert "amount:wage.self" not in conversation.answers
    say(conversation, "unknown")
    assert conversation.answers["amount:wage.self"] == "unknown"


def test_nothing_is_settled_where_nothing_was_asked_back(family: Conversation) -> None:
    before = family.document()
    family.settle_doubt("quarter", SETTING)
    assert family.document() == before


@pytest.mark.parametrize(
    ("typed", "choice", "kept"),
    [
        ("150", "typed", [150, 150]),
        ("150", "larger", [150_000, 150_000]),
        ("100–150", "larger", [100_000, 150_000]),
        ("450000", "quarter", {"quarter": [450_000, 450_000]}),
    ],
)
def test_what_was_asked_back_is_kept_as_it_was_meant(typed: str, choice: str, kept: object) -> None:
    conversation = say(Conversation(), "KZ-79", "all", "none", "employed", "wage", typed)
    conversation.settle_doubt(choice, SETTING)
    assert conversation.answers["amount:wage.self"] == kept
    assert conversation.doubt is None


# Leaving out what no longer belongs


def test_another_answer_leaves_out_what_depended_on_it(family: Conversation) -> None:
    family.ask_again("household")
    say(family, "none")
    assert "people:child" not in family.answers
    assert "activity:spouse" not in family.answers
    assert family.answers["activity:self"] == "employed"


def test_answers_that_another_quarter_does_not_ask_are_kept(family: Conversation) -> None:
    family.ask_again("history")
    say(family, "loan")
    say(family, "300000")
    family.look_at_quarter(Quarter(2020, 1), TODAY)
    past = assessment_day_of(family)
    family.ask_again("region")
    family.say("KZ-10", past)
    assert family.answers["amount:loan.self"] == [300_000, 300_000]
    family.look_at_quarter(Quarter.of(TODAY), TODAY)
    assert family.is_complete(SETTING)


# Going about


def test_going_back_asks_the_question_before(family: Conversation) -> None:
    family.ask_again("income-kinds")
    family.go_back(SETTING)
    assert key_of(family) == "activity:spouse"


def test_going_back_from_the_first_question_stays_there() -> None:
    conversation = Conversation()
    conversation.go_back(SETTING)
    assert key_of(conversation) == "region"


def test_going_back_from_the_review_stays_there(family: Conversation) -> None:
    family.go_back(SETTING)
    assert key_of(family) is None


def test_a_question_asked_again_that_is_no_longer_there_gives_way_to_the_open_one() -> None:
    conversation = say(Conversation(), "KZ-79", "all")
    conversation.ask_again("activity:spouse")
    assert key_of(conversation) == "household"


def test_looking_elsewhere_drops_what_was_begun(family: Conversation) -> None:
    family.ask_again("circumstances")
    family.tick("illness", SETTING)
    family.look_at(View.EDIT)
    assert (family.asking, family.ticks, family.doubt) == (None, None, None)


# Days and quarters


def test_today_is_the_day_that_counts_in_todays_quarter() -> None:
    assert Conversation().assessment_day(TODAY, PovertyLines()).on == TODAY
    assert Conversation(quarter="2026-Q2").assessment_day(TODAY, PovertyLines()).on == TODAY


def test_another_quarter_is_assessed_on_its_first_day() -> None:
    assessment_day = Conversation(quarter="2020-Q3").assessment_day(TODAY, PovertyLines())
    assert (assessment_day.today, assessment_day.on) == (TODAY, date(2020, 7, 1))


def test_a_quarter_that_was_another_one_becomes_todays_when_its_time_comes() -> None:
    conversation = Conversation(quarter="2026-Q3")
    assert conversation.assessment_day(date(2026, 8, 20), PovertyLines()).on == date(2026, 8, 20)


def test_choosing_todays_quarter_is_choosing_no_other() -> None:
    conversation = Conversation(quarter="2020-Q1")
    conversation.look_at_quarter(Quarter(2026, 2), TODAY)
    assert conversation.quarter is None


# The family


def test_the_spouse_is_added_once(family: Conversation) -> None:
    family.add_spouse()
    assert family.answers["household"].count("spouse") == 1


def test_several_members_may_be_added_in_one_line(family: Conversation) -> None:
    family.look_at(View.ADD_AGE, "child")
    family.add_people("12 1", SETTING)
    assert [age for _, age, _ in family.answers["people:child"]] == [9, 3, 12, 1]
    assert family.view is View.INTERVIEW


def test_a_key_is_not_given_to_somebody_else_while_answers_are_kept(family: Conversation) -> None:
    family.remove("c1")
    family.look_at(View.ADD_AGE, "child")
    family.add_people("7", SETTING)
    assert [key for key, _, _ in family.answers["people:child"]] == ["c2", "c3"]


def test_whoever_is_removed_is_named_nowhere(family: Conversation) -> None:
    family.remove("spouse")
    assert members(family.answers) == ["self", "c1", "c2"]
    assert "spouse" not in json.dumps(family.answers)
    assert family.view is View.FAMILY


def test_an_income_that_nobody_receives_any_more_goes_with_its_earner() -> None:
    told = ("KZ-79", "all", "spouse", "none", "employed", "wage", "50000", "none", "none")
    conversation = say(Conversation(), *told)
    conversation.remove("spouse")
    assert conversation.answers["income-kinds"] == []
    assert conversation.is_complete(SETTING)


@pytest.mark.parametrize("key", ["self", "c9", "", "dragon"])
def test_the_applicant_and_nobody_cannot_be_removed(family: Conversation, key: str) -> None:
    assert not family.can_remove(key)
