"""The engine that asks questions which are data.

`walk` is one forward pass over the questions: asking, resuming after a month, going back, editing and leaving out
answers that no longer belong are all this function. A predicate sees only the answers kept so far.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from rules.interview.answers import Answer
from rules.interview.kept import Kept
from rules.interview.places import FAMILY, Subject, stored_at
from rules.poverty_line import PovertyLines

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AssessmentDay:
    """What a question may depend on beside the answers.

    `today` is the day on which answers are told, `on` the day for which the family is assessed.
    """

    today: date
    on: date
    lines: PovertyLines


class Context(NamedTuple):
    """What a predicate sees: the answers kept so far, the day, and about whom or what is asked."""

    answers: Answers
    assessment_day: AssessmentDay
    subject: Subject


def always(context: Context) -> bool:
    """Ask whatever was answered before."""
    del context
    return True


def never(context: Context) -> bool:
    """Have nothing follow from other answers."""
    del context
    return False


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is its Fluent id (`question-<id>`), never reused with another meaning.

    `answer` makes the kind of answer; `asked_when` says whether it can still change the result; `rule` is the
    provision that needs it. `known`: whether the answer follows from others; then it is asked only
    of somebody who said that it is otherwise, and so has an answer there.
    """

    id: str
    answer: Callable[[Context], Answer]
    rule: str
    asked_when: Callable[[Context], bool] = always
    known: Callable[[Context], bool] = never


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked once for each of some subjects: members, kinds of income, months."""

    subjects: Callable[[Context], Sequence[Subject]]
    questions: Sequence["Question | Repeat"]


class Asked(NamedTuple):
    """A question about a subject; `key` is its place among the answers, as it is stored."""

    question: Question
    subject: Subject

    @property
    def key(self) -> str:
        """The place of the answer; short, for it stands in a button."""
        return stored_at(self.question.id, self.subject)


@dataclass(slots=True)
class Walk:
    """The questions that are asked of this family in order, and the answers that belong to them.

    `answers` and `assessment_day` are what the walk was made from. `next` is the first question without an answer; None
    when all is said. `keys` are those of the asked; `begun` has for each entry of the questionnaire how many questions
    were asked before it.
    """

    answers: Answers
    assessment_day: AssessmentDay
    asked: list[Asked] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    kept: Kept = field(default_factory=Kept)
    next: Asked | None = None
    begun: list[int] = field(default_factory=list)

    def find(self, key: str) -> Asked | None:
        """The question of that key if it is asked of this family."""
        return self.asked[self.keys.index(key)] if key in self.keys else None

    def before(self, key: str) -> Asked | None:
        """The answered question before one; None before the first."""
        place = self.keys.index(key) if key in self.keys else len(self.keys)
        earlier = zip(reversed(self.asked[:place]), reversed(self.keys[:place]), strict=True)
        return next((asked for asked, key in earlier if key in self.kept), None)


def walk(
    questions: Sequence[Question | Repeat], answers: Answers, assessment_day: AssessmentDay, last: Walk | None = None
) -> Walk:
    """Go once through the questions with the answers so far.

    `last`: an earlier walk through the same questions, with other answers perhaps. What is asked rests on the day
    and on the answers to what was asked before; so up to the first answer that changed, the walk is that one.
    """
    walked = (
        Walk(answers, assessment_day)
        if last is None or last.assessment_day != assessment_day
        else _unchanged(last, answers)
    )
    context = Context(walked.kept, assessment_day, FAMILY)
    for question in questions[len(walked.begun) :]:
        walked.begun.append(len(walked.asked))
        _ask(question, context, walked)
    return walked


def _unchanged(last: Walk, answers: Answers) -> Walk:
    """Return the part of a walk that other answers leave as it is: whole entries of the questionnaire."""
    entries, asked = len(last.begun), len(last.keys)
    for place, key in enumerate(last.keys):
        if answers.get(key) != last.answers.get(key):
            entries = bisect_right(last.begun, place) - 1  # the entry in which it was asked
            asked = last.begun[entries]
            break
    keys = last.keys[:asked]
    kept = last.kept.only(keys)
    still_open = last.next if len(kept) < len(keys) else None
    return Walk(answers, last.assessment_day, last.asked[:asked], keys, kept, still_open, last.begun[:entries])


def _ask(question: Question | Repeat, context: Context, walked: Walk) -> None:
    if isinstance(question, Repeat):
        for subject in question.subjects(context):
            about = Context(context.answers, context.assessment_day, subject)
            for inner in question.questions:
                _ask(inner, about, walked)
    elif question.asked_when(context):
        asked = Asked(question, context.subject)
        key = asked.key
        if question.known is not never and key not in walked.answers and question.known(context):
            return
        walked.asked.append(asked)
        walked.keys.append(key)
        if key in walked.answers:
            walked.kept[key] = walked.answers[key]
        elif walked.next is None:
            walked.next = asked


def parse(asked: Asked, raw: str, answers: Answers, assessment_day: AssessmentDay) -> Any:
    """Read what a person typed or pressed for a question; NotUnderstoodError with a hint when it is no answer."""
    context = Context(answers, assessment_day, asked.subject)
    return asked.question.answer(context).parse(raw, assessment_day.today)
