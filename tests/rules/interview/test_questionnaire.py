"""One forward pass over the questions is asking, resuming, going back, editing and leaving out what is orphaned."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.interview.answers import Answer, Day, ManyOf, NotUnderstoodError, OneOf, Years
from rules.interview.places import FAMILY, Subject, of_member
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Question, Repeat, Walk, parse, walk
from rules.interview.questions import QUESTIONS
from tests.cast.interview import NOW, ORDINARY, TODAY, assessment_day, say, tell

# A questionnaire of its own about a shelf of books: two plain questions, one that is asked only of readers, and
# one for each shelf, with one for each book of a shelf.


def words(*options: str) -> Any:
    """Return the kind of an answer of one word."""
    return lambda _context: OneOf(options)


def shelves(context: Context) -> Sequence[Subject]:
    """Return the shelves that were ticked."""
    return [of_member(shelf) for shelf in context.answers.get("shelves", [])]


def books(context: Context) -> Sequence[Subject]:
    """Return the two books of a shelf that is full, and none of an empty one."""
    is_full = context.answers.get(f"full:{context.subject}") == "yes"
    return [Subject(str(context.subject), number) for number in ("1", "2")] if is_full else []


def reads(context: Context) -> bool:
    """Whether the person said that they read."""
    return context.answers.get("reads") == "yes"


READS: Final = Question("reads", words("yes", "no"), "B1")
LANGUAGE: Final = Question("language", words("kk", "ru"), "B2", reads)
SHELVES: Final = Question("shelves", lambda _context: ManyOf(("left", "right")), "B3", reads)
FULL: Final = Question("full", words("yes", "no"), "B4")
GOOD: Final = Question("good", words("yes", "no"), "B5")
LAST: Final = Question("last", words("yes", "no"), "B6", lambda context: "full:left" in context.answers)
BOOKS: Final = (READS, LANGUAGE, Repeat(shelves, (FULL, Repeat(books, (GOOD,)))), SHELVES)
LIBRARY: Final = (READS, LANGUAGE, SHELVES, Repeat(shelves, (FULL, Repeat(books, (GOOD,)))), LAST)

ALL_READ: Final[dict[str, Any]] = {
    "reads": "yes",
    "language": "kk",
    "shelves": ["left", "right"],
    "full:left": "yes",
    "good:left.1": "yes",
    "good:left.2": "no",
    "full:right": "no",
    "last": "yes",
}


def keys(walked: Walk) -> list[str]:
    """Return the keys of the questions that are asked, in order."""
    return [question.key for question in walked.asked]


def next_key(answers: dict[str, Any], questions: Sequence[Question | Repeat] = LIBRARY) -> str | None:
    """Return the key of the first question without an answer."""
    found = walk(questions, answers, NOW).next
    return found.key if found else None


# Asking


def test_the_first_question_is_asked_of_somebody_who_said_nothing() -> None:
    walked = walk(LIBRARY, {}, NOW)
    assert keys(walked) == ["reads"]
    assert walked.kept == {}
    assert next_key({}) == "reads"


def test_a_question_that_depends_on_an_answer_comes_after_that_answer() -> None:
    assert next_key({"reads": "yes"}) == "language"
    assert keys(walk(LIBRARY, {"reads": "no"}, NOW)) == ["reads"]


def test_nothing_is_asked_any_more_when_all_is_said() -> None:
    walked = walk(LIBRARY, ALL_READ, NOW)
    assert walked.next is None
    assert walked.kept == ALL_READ
    assert keys(walked) == list(ALL_READ)


def test_a_question_is_asked_once_for_each_subject_and_within_it_for_each_of_its_own() -> None:
    answers = {"reads": "yes", "language": "kk", "shelves": ["left", "right"], "full:left": "yes"}
    assert keys(walk(LIBRARY, answers, NOW))[3:] == ["full:left", "good:left.1", "good:left.2", "full:right", "last"]


def test_the_key_names_the_question_and_its_subject() -> None:
    assert Asked(FULL, of_member("left")).key == "full:left"
    assert Asked(READS, FAMILY).key == "reads"


def test_the_answer_no_is_an_answer_and_so_is_an_empty_list() -> None:
    """What counts is that something was said, not whether it is true in the sense of the language."""
    assert next_key({"reads": "yes", "language": "kk", "shelves": []}) is None


# What a predicate sees


def test_a_predicate_sees_only_answers_that_were_kept_before_it() -> None:
    """A question before the one that it depends on is never asked: its turn is past."""
    assert keys(walk(BOOKS, ALL_READ, NOW)) == ["reads", "language", "shelves"]


def test_a_predicate_does_not_see_an_answer_that_was_left_out() -> None:
    answers = {**ALL_READ, "reads": "no"}
    assert keys(walk(LIBRARY, answers, NOW)) == ["reads"]
    assert walk(LIBRARY, answers, NOW).kept == {"reads": "no"}


def test_a_predicate_sees_the_day_and_its_subject() -> None:
    seen: list[tuple[Subject, date]] = []

    def look(context: Context) -> bool:
        seen.append((context.subject, context.assessment_day.on))
        return True

    left, right = of_member("left"), of_member("right")
    questions = (
        Question("first", words("yes"), "B1", look),
        Repeat(lambda _context: [left, right], (Question("each", words("yes"), "B2", look),)),
    )
    walk(questions, {}, assessment_day(date(2023, 5, 10)))
    assert seen == [(FAMILY, date(2023, 5, 10)), (left, date(2023, 5, 10)), (right, date(2023, 5, 10))]


def test_a_predicate_always_sees_the_newest_answers() -> None:
    """Whatever is remembered during a walk, an answer kept in between is seen by the next question."""
    seen: list[list[str]] = []

    def look(context: Context) -> bool:
        seen.append(sorted(context.answers))
        return True

    questions = [Question(name, words("yes"), "B1", look) for name in ("a", "b", "c")]
    walk(questions, {"a": "yes", "b": "yes"}, NOW)
    assert seen == [[], ["a"], ["a", "b"]]


def test_a_walk_neither_changes_the_answers_nor_hands_out_its_own() -> None:
    answers = json.loads(json.dumps(ALL_READ))
    walked = walk(LIBRARY, answers, NOW)
    walked.kept["reads"] = "no"
    assert answers == ALL_READ
    assert walk(LIBRARY, answers, NOW).kept == ALL_READ


# Leaving out what no longer belongs


def test_answers_about_a_subject_that_is_gone_are_left_out() -> None:
    kept = walk(LIBRARY, {**ALL_READ, "shelves": ["right"]}, NOW).kept
    assert kept == {"reads": "yes", "language": "kk", "shelves": ["right"], "full:right": "no"}


def test_leaving_out_goes_on_to_what_depended_on_what_is_left_out() -> None:
    """A shelf that is empty after all has no books, so nobody asks whether they are good."""
    kept = walk(LIBRARY, {**ALL_READ, "full:left": "no"}, NOW).kept
    assert "good:left.1" not in kept
    assert kept["last"] == "yes"


def test_answers_to_questions_that_were_never_there_are_left_out() -> None:
    assert walk(LIBRARY, {**ALL_READ, "shoe-size": 42, "full:attic": "yes"}, NOW).kept == ALL_READ


def test_what_is_kept_is_kept_in_the_order_of_the_questions() -> None:
    backwards = dict(reversed(ALL_READ.items()))
    assert list(walk(LIBRARY, backwards, NOW).kept) == list(ALL_READ)


@given(st.dictionaries(st.sampled_from([*ALL_READ, "good:right.1", "x"]), st.sampled_from(["yes", "no"])))
def test_what_is_kept_stays_kept(answers: dict[str, Any]) -> None:
    """A second walk over what a first one kept changes nothing."""
    answers.pop("shelves", None)
    once = walk(LIBRARY, answers, NOW)
    twice = walk(LIBRARY, once.kept, NOW)
    assert (twice.kept, keys(twice)) == (once.kept, keys(once))


# Resuming


def test_a_person_goes_on_where_they_stopped_after_the_answers_were_stored() -> None:
    stored = json.loads(json.dumps({name: ALL_READ[name] for name in ("reads", "language", "shelves")}))
    assert next_key(stored) == "full:left"


def test_a_gap_in_the_middle_is_asked_first_and_what_follows_is_not_lost() -> None:
    """A question that a later version adds is asked next; the answers after it stay."""
    answers = {name: answer for name, answer in ALL_READ.items() if name != "language"}
    walked = walk(LIBRARY, answers, NOW)
    assert walked.next == Asked(LANGUAGE, FAMILY)
    assert walked.kept == answers


def test_a_question_that_a_later_version_drops_takes_only_its_own_answer_along() -> None:
    shorter = tuple(question for question in LIBRARY if question is not LANGUAGE)
    answers = {name: answer for name, answer in ALL_READ.items() if name != "language"}
    walked = walk(shorter, ALL_READ, NOW)
    assert (walked.kept, walked.next) == (answers, None)


def test_every_pause_in_a_real_interview_resumes_with_the_very_next_question() -> None:
    """A month later the same family is asked what it would have been asked at once."""
    told = tell(ORDINARY)
    said: dict[str, Any] = {}
    for key in told.keys:
        resumed = walk(QUESTIONS, json.loads(json.dumps(said)), assessment_day(today=TODAY))
        assert resumed.next is not None
        assert resumed.next.key == key
        said = say(said, key, ORDINARY.get(key, ORDINARY.get(resumed.next.question.id, "")))
    assert said == told.answers


# Going back and finding


def test_before_the_first_question_there_is_none() -> None:
    assert walk(LIBRARY, ALL_READ, NOW).before("reads") is None


def test_going_back_from_end_to_beginning_passes_every_question_once() -> None:
    walked = walk(LIBRARY, ALL_READ, NOW)
    passed = ["last"]
    while (earlier := walked.before(passed[-1])) is not None:
        passed.append(earlier.key)
    assert passed == list(reversed(keys(walked)))


def test_going_back_passes_over_a_question_without_an_answer() -> None:
    answers = {name: answer for name, answer in ALL_READ.items() if name != "language"}
    earlier = walk(LIBRARY, answers, NOW).before("shelves")
    assert earlier == Asked(READS, FAMILY)


def test_going_back_from_the_end_leads_to_the_last_answer() -> None:
    """Whoever has said everything, or stands at a question that is no longer asked, goes back to the last answer."""
    assert walk(LIBRARY, {"reads": "no"}, NOW).before("") == Asked(READS, FAMILY)
    assert walk(LIBRARY, {"reads": "no"}, NOW).before("full:left") == Asked(READS, FAMILY)
    assert walk(LIBRARY, {}, NOW).before("full:left") is None


def test_a_question_is_found_by_its_key_while_it_is_asked() -> None:
    walked = walk(LIBRARY, ALL_READ, NOW)
    assert walked.find("good:left.2") == Asked(GOOD, Subject("left", "2"))
    assert walked.find("full:attic") is None
    assert walked.find("") is None


def test_an_old_button_finds_no_question_once_its_subject_is_gone() -> None:
    assert walk(LIBRARY, {**ALL_READ, "shelves": ["right"]}, NOW).find("good:left.2") is None


# Answering


def test_an_answer_is_read_by_the_kind_that_the_question_makes_of_what_was_said() -> None:
    """A kind of answer may depend on earlier answers: here the options are the shelves that there are."""
    question = Question("best", lambda context: OneOf(tuple(context.answers["shelves"])), "B7")
    assert parse(Asked(question, FAMILY), "left", ALL_READ, NOW) == "left"
    with pytest.raises(NotUnderstoodError):
        parse(Asked(question, FAMILY), "left", {"shelves": ["right"]}, NOW)


def test_the_kind_of_answer_knows_about_whom_it_is() -> None:
    seen: list[Subject] = []

    def kind(context: Context) -> Answer:
        seen.append(context.subject)
        return Years()

    assert parse(Asked(Question("years", kind, "P5"), of_member("spouse")), "61", {}, NOW) == 61
    assert seen == [of_member("spouse")]


def test_a_day_is_measured_by_the_day_of_telling_not_by_the_quarter_looked_at() -> None:
    """Whoever looks at a quarter of 2021 may still tell a birthday of 2025."""
    born = Asked(Question("birthday", lambda _context: Day(), "A4"), of_member("c1"))
    earlier = AssessmentDay(TODAY, date(2021, 1, 1), NOW.lines)
    assert parse(born, "15.01.2025", {}, earlier) == "2025-01-15"


# Editing


def test_editing_one_answer_asks_only_what_that_answer_opens() -> None:
    """A family that finds it forgot the mother's pension is asked who received it and how much, and nothing else."""
    told = tell(ORDINARY)
    edited = say(told.answers, "income-kinds", "wage,pension")
    again = tell({**ORDINARY, "earners:pension": "spouse", "amount:pension.spouse": "60 мың"}, answers=edited)
    assert again.keys == ["earners:pension", "amount:pension.spouse"]
    assert {**told.answers, "income-kinds": ["wage", "pension"]}.items() <= {**again.answers, **edited}.items()


def test_editing_back_asks_again_what_had_been_left_out() -> None:
    """What is left out is gone: a wage that is unticked and ticked again is asked anew, not remembered."""
    told = tell(ORDINARY)
    without_wage = say(told.answers, "income-kinds", "none")
    assert "amount:wage.self" not in without_wage
    with_wage = say(without_wage, "income-kinds", "wage")
    assert tell(ORDINARY, answers=with_wage).keys == ["earners:wage", "amount:wage.self"]


def test_an_edit_that_changes_nothing_asks_nothing() -> None:
    told = tell(ORDINARY)
    for key in told.keys:
        raw = ORDINARY.get(key, ORDINARY.get(key.partition(":")[0], ""))
        assert tell(ORDINARY, answers=say(told.answers, key, raw)) == (told.answers, [])


def test_a_wrong_answer_leaves_everything_as_it_was() -> None:
    told = tell(ORDINARY)
    before = json.dumps(told.answers)
    with pytest.raises(NotUnderstoodError):
        say(told.answers, "amount:wage.self", "көп")
    assert json.dumps(told.answers) == before
