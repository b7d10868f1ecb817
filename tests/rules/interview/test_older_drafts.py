"""Drafts of before are read as they were meant: no sum is tripled, nobody is lost, nothing is asked twice."""

from datetime import date
from typing import Any

import pytest

from handlers.conversation import Conversation
from rules import PovertyLines
from rules.household import Holding, IncomeKind
from rules.interview.household_from_answers import household_from
from rules.interview.older_drafts import FORM, as_meant

TODAY = date(2026, 11, 23)
TOLD: dict[str, Any] = {
    "region": "KZ-79",
    "status": "all",
    "household": ["parents"],
    "people:parent": [["p1", 61, "2026-11-20"]],
    "activity:self": "none",
    "activity:p1": "none",
    "income-kinds": ["farm", "gift", "alimony"],
    "amount:farm.self": [30_000, 30_000],
    "amount:gift.self": {"month": [5_000, 5_000]},
    "amount:alimony.self": [5_000, 5_000],
    "circumstances": ["disability", "work_refused", "loan"],
    "amount:loan.self": [30_000, 30_000],
    "disabled": [],
    "work-refused-on": "2026-10-01",
    "property": ["cars"],
    "sex:p1": "female",
}


def read(**changed: Any) -> Conversation:
    return Conversation.of({"answers": {**TOLD, **changed}, "view": "interview", "told_in": "2026-Q4"})


def test_an_old_draft_is_complete_and_every_sum_is_what_was_said() -> None:
    """Farm and gifts were told for three months together."""
    conversation = read()
    assessment_day = conversation.assessment_day(TODAY, PovertyLines())
    assert conversation.is_complete(assessment_day)
    household = household_from(conversation.walk(assessment_day).kept, assessment_day)
    incomes = {income.kind: income.low_tenge for income in household.members[0].incomes}
    assert incomes == {
        IncomeKind.FARM: 30_000,
        IncomeKind.GIFT: 15_000,
        IncomeKind.ALIMONY: 15_000,
        IncomeKind.LOAN: 30_000,
    }
    assert household.history.refused_measures_on == date(2026, 10, 1)
    assert household.property.holdings == {Holding.CARS}
    assert [member.label for member in household.members] == ["self", "p1"]


def test_what_nobody_was_asked_yet_is_asked_with_the_old_ticks() -> None:
    answers = {place: value for place, value in TOLD.items() if place != "property"}
    conversation = Conversation.of({"answers": answers, "told_in": "2026-Q4"})
    assessment_day = conversation.assessment_day(TODAY, PovertyLines())
    asked = conversation.current(assessment_day)
    assert asked is not None
    assert asked.key == "history"
    assert conversation.ticked(assessment_day) == ["loan", "work_refused"]


def test_a_parent_of_before_can_be_left_out_and_is_not_offered_to_others() -> None:
    conversation = read()
    assessment_day = conversation.assessment_day(TODAY, PovertyLines())
    conversation.ask_again("household")
    assert conversation.ticked(assessment_day) == ["parents"]
    conversation.tick("parents", assessment_day)
    conversation.tick("mother", assessment_day)
    conversation.say_ticked(assessment_day)
    assert conversation.answers["household"] == ["mother"]
    assert "people:parent" not in conversation.answers


@pytest.mark.parametrize("document", [{"form": FORM, "answers": {"amount:farm.self": [1, 1]}}])
def test_a_draft_of_today_is_left_as_it_is(document: dict[str, Any]) -> None:
    assert as_meant(document) == document
