"""The next answer begins with what the last one left, once, and nobody gets what somebody else left."""

from handlers.remembered import LastAnswer, Recent
from rules.interview.questionnaire import walk
from rules.interview.questions import QUESTIONS
from tests.cast.interview import NOW, ORDINARY, tell

ANSWERS = tell(ORDINARY).answers
LAST = LastAnswer(walk(QUESTIONS, ANSWERS, NOW))


def test_what_an_answer_left_is_there_for_the_next_one() -> None:
    recent = Recent()
    recent.keep(7, LAST)
    assert recent.take(7) is LAST


def test_it_is_taken_once() -> None:
    """Nothing stays of a person who then asks to be forgotten, nor of an answer that could not be saved."""
    recent = Recent()
    recent.keep(7, LAST)
    recent.take(7)
    assert recent.take(7) is None


def test_nobody_gets_what_somebody_else_left() -> None:
    recent = Recent()
    recent.keep(7, LAST)
    assert recent.take(8) is None


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    recent, later = Recent(), LAST._replace(question_in=8)
    recent.keep(7, LAST)
    recent.keep(7, later)
    assert recent.take(7) is later


def test_only_so_many_people_are_kept_and_the_silent_go_first() -> None:
    recent = Recent(most=3)
    for person_id in (1, 2, 3, 4):
        recent.keep(person_id, LAST)
    assert [recent.take(person_id) is not None for person_id in (1, 2, 3, 4)] == [False, True, True, True]
