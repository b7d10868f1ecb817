"""Whatever is answered, corrected or looked at, the interview ends and the family has a result."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.interview.answers import DIFFERS, NONE, UNKNOWN, Ages, Answer, Day, ManyOf, OneOf, Tenge, Years
from rules.interview.people_told import members
from rules.interview.questionnaire import Asked, AssessmentDay, Context, walk
from rules.interview.questions import QUESTIONS
from tests.cast.interview import NOW, TODAY, Answers, assessment_day, result_of, say


class Stranger:
    """Somebody who answers each question with any valid answer."""

    def __init__(self, data: st.DataObject, now: AssessmentDay) -> None:
        self.data, self.now = data, now
        self.answers: Answers = {}

    def answer(self, asked: Asked) -> None:
        """Answer one question, in the words that its kind of answer takes."""
        kept = walk(QUESTIONS, self.answers, self.now).kept
        kind = asked.question.answer(Context(kept, self.now, asked.subject))
        raw = self.data.draw(raw_answers(kind, self.now.today), label=asked.key)
        self.answers = say(self.answers, asked.key, raw, self.now)

    def answer_all(self) -> Iterator[Asked]:
        """Answer whatever is asked next, until nothing is."""
        while (asked := walk(QUESTIONS, self.answers, self.now).next) is not None:
            self.answer(asked)
            yield asked


def raw_answers(kind: Answer, today: date) -> st.SearchStrategy[str]:
    """Return what people answer to a kind of question; a grown-up is at least eighteen."""
    match kind:
        case OneOf(options):
            return st.sampled_from(options)
        case ManyOf(options, required):
            word = st.sampled_from(options) if options else st.nothing()
            most = min(3, len(options))
            return st.lists(word, unique=True, min_size=int(required), max_size=most).map(
                lambda words: ",".join(words) or NONE
            )
        case Ages(youngest, oldest, most=most):
            return st.lists(st.integers(youngest, oldest), min_size=1, max_size=min(3, most)).map(
                lambda ages: " ".join(map(str, ages))
            )
        case Years(youngest, oldest):
            return st.integers(youngest, oldest).map(str)
        case Day(near=(first, last)):
            return st.just(UNKNOWN) | st.dates(first, last).map(date.isoformat)
        case Day(oldest_years, may_be_unknown):
            days = st.integers(0, 365 * min(oldest_years, 18)).map(lambda days: (today - timedelta(days)).isoformat())
            return st.just(UNKNOWN) | days if may_be_unknown else days
        case Tenge(may_differ):
            sums = ["0", "жоқ", "5 мың", "20–40 мың", "90 000", "1,5 млн", UNKNOWN]
            return st.sampled_from([*sums, DIFFERS] if may_differ else sums)
    raise AssertionError(kind)


def most_questions(answers: Mapping[str, Any]) -> int:
    """Return how many questions a family of that size can be asked.

    Of each member what they do, whom they care for (twice), age, birthday, sex, disability, absence, and at most
    six kinds of income, each with three months; of the family its own thirty, and ten incomes with their months.
    """
    return len(members(answers)) * (8 + 6 * 4) + 30 + 10 * 4


DAYS: Final = st.sampled_from(
    [TODAY, TODAY, date(2020, 1, 1), date(2022, 12, 31), date(2023, 7, 1), date(2025, 9, 1), date(2027, 12, 31)]
)
SOME: Final = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(st.data(), DAYS, st.booleans())
def test_whatever_is_answered_the_interview_ends_and_has_a_result(
    data: st.DataObject,
    on: date,
    looks_at_another_quarter: bool,  # noqa: FBT001, drawn
) -> None:
    """No question comes twice, no answer already given is lost, the end is reached, and a result can be kept."""
    now = assessment_day(on, TODAY if looks_at_another_quarter else on)
    stranger = Stranger(data, now)
    before: Answers = {}
    asked_keys = []
    for asked in stranger.answer_all():
        asked_keys.append(asked.key)
        assert before.items() <= stranger.answers.items()
        before = dict(stranger.answers)
    assert len(asked_keys) == len(set(asked_keys)) <= most_questions(stranger.answers)
    assert walk(QUESTIONS, stranger.answers, now).kept == stranger.answers
    assert json.loads(json.dumps(stranger.answers)) == stranger.answers
    json.dumps(result_of(stranger.answers, now))


@SOME
@given(st.data())
def test_whatever_is_corrected_afterwards_the_interview_ends_again(data: st.DataObject) -> None:
    """An edit keeps every answer before the question that is corrected, and opens at most a family's questions."""
    stranger = Stranger(data, NOW)
    list(stranger.answer_all())
    walked = walk(QUESTIONS, stranger.answers, NOW)
    corrected = data.draw(st.sampled_from([asked for asked in walked.asked if asked.question.id != "people"]))
    earlier = [asked.key for asked in walked.asked[: walked.asked.index(corrected)]]
    untouched = {key: stranger.answers[key] for key in earlier}
    stranger.answer(corrected)
    opened = len(list(stranger.answer_all()))
    assert untouched.items() <= stranger.answers.items()
    assert opened <= most_questions(stranger.answers)
    assert walk(QUESTIONS, stranger.answers, NOW).next is None
    result_of(stranger.answers)


@SOME
@given(st.data(), DAYS)
def test_a_family_of_today_can_look_at_any_quarter_and_come_back(data: st.DataObject, on: date) -> None:
    """The other quarter may ask more; back in today's nothing is missing and the result is the same."""
    stranger = Stranger(data, NOW)
    list(stranger.answer_all())
    answers, result = stranger.answers, result_of(stranger.answers)
    elsewhere = assessment_day(on, TODAY)
    assert walk(QUESTIONS, answers, elsewhere).kept.items() <= answers.items()
    assert (walk(QUESTIONS, answers, NOW).kept, result_of(answers)) == (answers, result)


@SOME
@given(st.data())
def test_half_an_interview_already_has_a_household(data: st.DataObject) -> None:
    """Predicates look at the family as far as it was told, so that must work after every answer to come."""
    stranger = Stranger(data, NOW)
    for _asked in stranger.answer_all():
        result_of(stranger.answers)
