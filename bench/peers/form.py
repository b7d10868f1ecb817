"""A person's form in a peer: asked by the same rules and said in the same words as ours, the very same questions.

So nothing is compared but what a framework adds: how it finds the handler, keeps the state and sends the buttons.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from bot.texts import Language, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import utc_now
from handlers.conversation import Conversation
from handlers.presses import Pressed, take_press
from handlers.screens import Screen, ScreenInput, screen
from handlers.words_typed import word_typed
from rules import PovertyLines
from rules.interview.answers import NotUnderstoodError
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Question, Repeat
from rules.interview.questions import QUESTIONS

LINES: Final = PovertyLines()


@dataclass(slots=True)
class Form:
    """What a person has answered, and what they are asked now."""

    language: str
    conversation: Conversation
    assessment_day: AssessmentDay

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read a form back."""
        conversation, today = Conversation.of(kept["conversation"]), utc_now().astimezone(KAZAKHSTAN_TIME).date()
        conversation.begin_quarter(today)
        return cls(kept["language"], conversation, conversation.assessment_day(today, LINES))

    @classmethod
    def begun(cls, language: str) -> Self:
        """Return a form without answers."""
        return cls.of({"language": language, "conversation": {}})

    def kept(self) -> dict[str, Any]:
        """Return what a peer keeps of it."""
        return {"language": self.language, "conversation": self.conversation.document()}

    @property
    def asked(self) -> Asked | None:
        """The question on the screen; None when all is said."""
        return self.conversation.current(self.assessment_day)

    @property
    def screen(self) -> Screen:
        """The text and the buttons that a person sees."""
        return screen(ScreenInput(self.conversation, texts(Language(self.language)), self.assessment_day))

    def press(self, pressed: Pressed) -> bool:
        """Take a press, and say whether it was on the question that is asked now; NotUnderstoodError with a hint."""
        asked = self.asked
        if asked is None or asked.key != pressed.key:
            return False
        take_press(pressed, self.conversation, self.assessment_day)
        return True

    def type(self, text: str) -> None:
        """Take a typed answer; NotUnderstoodError with a hint."""
        asked = self.asked
        if asked is None:
            raise NotUnderstoodError("hint-press-button")
        context = Context(self.conversation.walk(self.assessment_day).kept, self.assessment_day, asked.subject)
        self.conversation.say(word_typed(texts(Language(self.language)), asked, context, text), self.assessment_day)

    def hint(self, why: NotUnderstoodError) -> str:
        """Return what is said to an answer that is none."""
        return texts(Language(self.language)).say(why.hint)


def question_ids(questions: Sequence[Question | Repeat] = QUESTIONS) -> Iterator[str]:
    """Yield the id of every question there is."""
    for question in questions:
        if isinstance(question, Repeat):
            yield from question_ids(question.questions)
        else:
            yield question.id


def answers_kept(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers in what a peer keeps, none where it keeps nothing."""
    answers: dict[str, Any] = kept.get("conversation", {}).get("answers", {})
    return answers
