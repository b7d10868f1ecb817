"""A walk that goes on from an earlier one is exactly the walk from the first question."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Quarter
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import SELF, adults, everybody_told, members, with_answer, without
from rules.interview.questionnaire import AssessmentDay, Question, Walk, walk
from rules.interview.questions import QUESTIONS
from rules.interview.still_matters import may_be_due
from tests.cast.interview import LARGE, NEAR_THE_LINE, NOW, ORDINARY, TODAY, Answers, assessment_day, tell

FAMILIES = [tell(script, at).answers for script in (ORDINARY, LARGE) for at in (NOW, NEAR_THE_LINE)]
OTHER_ANSWERS: dict[str, list[Any]] = {
    "region": ["KZ-71", "KZ-79"],
    "household": [[], ["spouse"], ["spouse", "children"], ["children", "mother", "relatives"]],
    "relatives": [["sister"], ["other", "grandchild"]],
    "people:child": [[["c1", 6, "2026-11-23"]], [["c1", 0, "2026-11-23"], ["c7", 17, "2026-11-23"]]],
    "people:mother": [[["m1", 62, "2026-11-23"]]],
    "activity:self": ["pensioner", "carer", "employed"],
    "activity:spouse": ["student", "none"],
    "years:self": [[62, "2026-11-23"]],
    "income-kinds": [[], ["wage"], ["allowance", "farm"], ["wage", "pension"]],
    "allowance-kinds": [["large_family_allowance"], ["allowance"]],
    "earners:wage": [["self"], ["self", "spouse"]],
    "amount:wage.self": [[0, 0], [900_000, 900_000], "differs", "unknown"],
    "amount:farm.self": [{"quarter": [30_000, 60_000]}],
    "month:wage.self.2": [[90_000, 90_000]],
    "circumstances": [[], ["student", "away", "disability"], ["care", "pension_age", "award"]],
    "history": [[], ["loan"], ["property"]],
    "birthday:c1": ["2020-01-15"],
    "disabled": [["self"], ["c1"]],
    "sex:self": ["male"],
}
PLACES = sorted({*OTHER_ANSWERS, *(place for answers in FAMILIES for place in answers)})


def parts_of(walked: Walk) -> dict[str, Any]:
    """Return all that a walk says."""
    return {name: getattr(walked, name) for name in Walk.__slots__}


def changed(answers: Answers, place: str, data: st.DataObject) -> Answers:
    """Return the answers with another one at a place, or none, or without a member."""
    removable = [key for key in members(answers) if key != SELF]
    match data.draw(st.sampled_from(["another", "another", "none", "member"])):
        case "none" if place != "region":  # which is asked first, and never taken back
            return {key: value for key, value in answers.items() if key != place}
        case "member" if removable:
            return without(answers, data.draw(st.sampled_from(removable)))
    told = OTHER_ANSWERS.get(place) or [family[place] for family in FAMILIES if place in family]
    return with_answer(answers, place, data.draw(st.sampled_from(told)))


@given(st.data())
def test_after_any_changes_it_is_the_walk_from_the_first_question(data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([NOW, NEAR_THE_LINE]))
    answers = data.draw(st.sampled_from([{"region": "KZ-71"}, *FAMILIES]))
    last = walk(QUESTIONS, answers, at)
    for _ in range(data.draw(st.integers(1, 6))):
        answers = changed(answers, data.draw(st.sampled_from(PLACES)), data)
        last = walk(QUESTIONS, answers, at, last)
        assert parts_of(last) == parts_of(walk(QUESTIONS, answers, at))


@given(st.data())
def test_what_it_takes_along_is_what_would_be_worked_out_anew(data: st.DataObject) -> None:
    answers = data.draw(st.sampled_from(FAMILIES))
    last = walk(QUESTIONS, answers, NOW)
    for _ in range(3):
        answers = changed(answers, data.draw(st.sampled_from(PLACES)), data)
        last = walk(QUESTIONS, answers, NOW, last)
        plain = dict(last.kept)
        assert (members(last.kept), adults(last.kept)) == (members(plain), adults(plain))
        assert everybody_told(last.kept) == everybody_told(plain)
        assert household_from(last.kept, NOW) == household_from(plain, NOW)
        assert may_be_due(last.kept, NOW) == may_be_due(plain, NOW)


@pytest.mark.parametrize(
    "other",
    [
        replace(NOW, today=TODAY + timedelta(days=1)),
        assessment_day(Quarter(2021, 2).first_day, TODAY),
        assessment_day(line=1),
    ],
    ids=["another day", "another quarter", "another line"],
)
def test_on_another_day_it_begins_anew(other: AssessmentDay) -> None:
    answers = tell(LARGE).answers
    gone_on = walk(QUESTIONS, answers, other, walk(QUESTIONS, answers, NOW))
    assert parts_of(gone_on) == parts_of(walk(QUESTIONS, answers, other))


def test_it_leaves_the_earlier_walk_as_it_was() -> None:
    """The earlier one may be taken up again, when the later answer could not be saved."""
    answers = tell(LARGE).answers
    last = walk(QUESTIONS, answers, NOW)
    walk(QUESTIONS, {**answers, "household": []}, NOW, last)
    assert parts_of(last) == parts_of(walk(QUESTIONS, answers, NOW))


def test_what_was_asked_before_the_change_is_not_asked_again() -> None:
    asked: list[str] = []

    def noting(question: Question) -> Question:
        def asked_when(context: Any) -> bool:
            asked.append(question.id)
            return question.asked_when(context)

        return replace(question, asked_when=asked_when)

    questions = [noting(question) if isinstance(question, Question) else question for question in QUESTIONS]
    answers = tell(ORDINARY).answers
    last = walk(questions, answers, NOW)
    asked.clear()
    walk(questions, {**answers, "circumstances": ["illness"]}, NOW, last)
    assert asked[0] == "circumstances"
