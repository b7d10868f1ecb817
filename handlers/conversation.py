"""One person's conversation: the answers and what is on the screen. Pure: it is loaded, changed and saved whole.

The document in the drafts row is `Conversation.document()`; nothing else is state.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self

from handlers.scale import doubt_about
from rules import PovertyLines, Quarter
from rules.answers import DIFFERS, UNKNOWN, NotUnderstood
from rules.law_on import law_ends_on
from rules.members import GROUPS, people_told, place_of
from rules.questionnaire import Asked, Setting, Walk, parse, walk
from rules.questions import QUESTIONS


class View(StrEnum):
    """What the person is looking at."""

    INTERVIEW = "interview"
    EDIT = "edit"
    FAMILY = "family"
    MEMBER = "member"
    ADD = "add"
    ADD_AGE = "add_age"
    RESULT = "result"


@dataclass(slots=True)
class Conversation:
    """The answers so far and what is being asked.

    `asking`: the key of a question that is asked again, before the first unanswered one. `ticks`: what is ticked
    in a question of several answers. `doubt`: an amount that is asked back. `quarter`: another quarter than
    today's. `about`: the member or group a view is about. `shown`: the frozen result last shown.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    view: View = View.INTERVIEW
    asking: str | None = None
    ticks: list[str] | None = None
    doubt: dict[str, Any] | None = None
    quarter: str | None = None
    about: str | None = None
    shown: str | None = None

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """Read a conversation back; what a later version of the program no longer knows is left out."""
        known = {name: document[name] for name in cls.__slots__ if name in document}
        return cls(**{**known, "view": View(known.get("view", View.INTERVIEW))})

    def document(self) -> dict[str, Any]:
        """Return the conversation as it is stored."""
        return asdict(self)

    def setting(self, today: date, lines: PovertyLines) -> Setting:
        """Return the day and the lines by which the family is assessed."""
        quarter = Quarter.parse(self.quarter) if self.quarter else Quarter.of(today)
        on = today if quarter == Quarter.of(today) else quarter.first_day
        return Setting(today, min(on, law_ends_on()), lines)

    def walk(self, setting: Setting) -> Walk:
        """Go through the questions with the answers so far."""
        return walk(QUESTIONS, self.answers, setting)

    def current(self, walked: Walk) -> Asked | None:
        """Return the question on the screen; None when all is said (the review)."""
        again = walked.find(self.asking) if self.asking else None
        return again or walked.next

    def say(self, raw: str, setting: Setting) -> None:
        """Take what was typed or pressed as the answer to the current question; NotUnderstood with a hint."""
        walked = self.walk(setting)
        asked = self.current(walked)
        if asked is None:
            raise NotUnderstood("hint-press-button")
        value = parse(asked, raw, walked.kept, setting)
        if raw == UNKNOWN and asked.question.id in {"amount", "month"} and self.doubt is None:
            self.doubt = {"kind": "dont_know"}
            return
        self.doubt = doubt_about(asked, value, setting)
        if self.doubt is None:
            self.keep(asked, value, setting)

    def keep(self, asked: Asked, value: Any, setting: Setting) -> None:
        """Keep an answer, leave out those that no longer belong, and go on."""
        self.answers[asked.key] = self._as_kept(asked, value, setting)
        if self.quarter is None:
            self.answers = self.walk(setting).kept
        self.asking = self.ticks = self.doubt = None

    def _as_kept(self, asked: Asked, value: Any, setting: Setting) -> Any:
        if asked.question.id == "people":
            group = next(group for group in GROUPS if group.name == asked.subject)
            return people_told(self.answers, group, value, setting.today.isoformat())
        if asked.question.id == "years":
            return [value, setting.today.isoformat()]
        return value

    def settle_doubt(self, choice: str, setting: Setting) -> None:
        """Resolve an amount that was asked back: as typed, for three months, or in thousands."""
        asked = self.current(self.walk(setting))
        if asked is None or self.doubt is None:
            return
        told = self.doubt.get("value")
        if choice == "unknown":
            told = UNKNOWN
        elif choice == "quarter":
            told = {"quarter": told}
        elif choice == "larger" and told:
            told = [amount * 1000 for amount in told]
        if told is None:
            self.doubt = None
        else:
            self.keep(asked, told, setting)

    def tick(self, word: str, setting: Setting) -> None:
        """Tick or untick one word of a question of several answers."""
        ticked = list(self.ticked(setting))
        self.ticks = [other for other in ticked if other != word] if word in ticked else [*ticked, word]

    def ticked(self, setting: Setting) -> list[str]:
        """Return what is ticked now: what was just ticked, or the earlier answer."""
        if self.ticks is not None:
            return self.ticks
        asked = self.current(self.walk(setting))
        before = self.answers.get(asked.key) if asked else None
        return list(before) if isinstance(before, list) else []

    def go_back(self, setting: Setting) -> bool:
        """Ask the question before the current one again; False when there is none."""
        walked = self.walk(setting)
        asked = self.current(walked)
        earlier = walked.before(asked.key) if asked else (walked.asked[-1] if walked.asked else None)
        if self.doubt is not None:
            self.doubt = None
            return True
        if earlier is None:
            return False
        self.view, self.asking, self.ticks = View.INTERVIEW, earlier.key, None
        return True

    def ask_again(self, key: str) -> None:
        """Ask one question again, from the review."""
        self.view, self.asking, self.ticks, self.doubt = View.INTERVIEW, key, None, None

    def look_at(self, view: View, about: str | None = None) -> None:
        """Show another view."""
        self.view, self.about = view, about
        self.asking = self.ticks = self.doubt = None


def place_of_group(name: str) -> str:
    """Return where the people of a group of that name stand among the answers."""
    return place_of(next(group for group in GROUPS if group.name == name))


__all__ = ["DIFFERS", "Conversation", "View", "place_of_group"]
