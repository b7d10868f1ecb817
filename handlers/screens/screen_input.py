"""What screens are drawn from, and what they are."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from aiogram.types import InlineKeyboardMarkup

from bot.texts import Texts
from bot.wording.member_names import names
from handlers.conversation import Conversation
from rules.interview.places import Subject
from rules.interview.questionnaire import AssessmentDay, Walk


class Screen(NamedTuple):
    """A message with its buttons."""

    text: str
    keyboard: InlineKeyboardMarkup | None


class ScreenInput:
    """A conversation at one moment, in one language."""

    def __init__(self, conversation: Conversation, texts: Texts, assessment_day: AssessmentDay) -> None:
        self.conversation = conversation
        self.texts = texts
        self.assessment_day = assessment_day

    @property
    def walked(self) -> Walk:
        """The questions of this family and the answers that belong to them."""
        return self.conversation.walk(self.assessment_day)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """How every member is called, by key."""
        return names(self.texts, self.walked.kept, self.assessment_day.today)

    def name_of(self, subject: Subject) -> str:
        """Return the name of the member whom a subject is about; empty where it is about none."""
        return self.names.get(subject.member, "")
