"""The engine that asks questions which are data.

`walk` is one forward pass over the questions: asking, resuming after a month, going back, editing and leaving out
answers that no longer belong are all this function. A predicate sees only the answers kept so far.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from rules.answers import Answer
from rules.kept import Kept
from rules.poverty_line import PovertyLines

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question may depend on beside the answers.

    `today` is the day on which answers are told, `on` the day for which the family is assessed.
    """

    today: date
    on: date
    lines: PovertyLines


class Context(NamedTuple):
    """What a predicate sees: the answers kept so far, the setting, and about whom or what is asked."""

    answers: Answers
    setting: Setting
    subject: str


def always(context: Context) -> bool:
    """Ask whatever was answered before."""
    del context
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is its Fluent id (`question-<id>`), never reused with another meaning.

    `answer` makes the kind of answer; `asked_when` says whether it can still change the result; `rule` is the
    provision of the rulebook that needs it.
    """

    id: str
    answer: Callable[[Context], Answer]
    rule: str
    asked_when: Callable[[Context], bool] = always


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked once for each of some subjects: members, kinds of income, months."""

    subjects: Callable[[Context], Sequence[str]]
    questions: Sequence["Question | Repeat"]


class Asked(NamedTuple):
    """A question about a subject (empty: about the family); `key` is its place among the answers."""

    question: Question
    subject: str

    @property
    def key(self) -> str:
        """The place of the answer; short, for it stands in a button."""
        return f"{self.question.id}:{self.subject}" if self.subject else self.question.id


@dataclass(slots=True)
class Walk:
    """The questions that are asked of this family in order, and the answers that belong to them.

    `next` is the first question without an answer; None when all is said.
    """

    asked: list[Asked] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    next: Asked | None = None

    def find(self, key: str) -> Asked | None:
        """The question of that key if it is asked of this family."""
        return next((asked for asked in self.asked if asked.key == key), None)

    def before(self, key: str) -> Asked | None:
        """The answered question before one; None before the first."""
        earlier = None
        for asked in self.asked:
            if asked.key == key:
                return earlier
            if asked.key in self.kept:
                earlier = asked
        return earlier


def walk(questions: Sequence[Question | Repeat], answers: Answers, setting: Setting) -> Walk:
    """Go once through the questions with the answers so far."""
    kept = Kept()
    walked = Walk(kept=kept)
    _ask(questions, Context(kept, setting, ""), answers, walked)
    walked.kept = dict(kept)
    return walked


def _ask(questions: Sequence[Question | Repeat], context: Context, answers: Answers, walked: Walk) -> None:
    for question in questions:
        if isinstance(question, Repeat):
            for inner in question.subjects(context):
                _ask(question.questions, Context(context.answers, context.setting, inner), answers, walked)
        elif question.asked_when(context):
            asked = Asked(question, context.subject)
            key = asked.key
            walked.asked.append(asked)
            if key in answers:
                walked.kept[key] = answers[key]
            elif walked.next is None:
                walked.next = asked


def parse(asked: Asked, raw: str, answers: Answers, setting: Setting) -> Any:
    """Read what a person typed or pressed for a question; NotUnderstood with a hint when it is no answer."""
    context = Context(answers, setting, asked.subject)
    return asked.question.answer(context).parse(raw, setting.today)
