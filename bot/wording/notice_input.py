"""What a notice is about, on its way into words: what happened, to which case, told in which language."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from bot.store.notice_kinds import NoticeKind
from bot.texts import Texts, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.citations import source_in_brackets
from rules.parameters import value_of
from rules.record import Record
from rules.sources import LAW_BEGINS_ON, Edition, edition_on, provision

Button = tuple[str, str]
"""The id of a caption, and what a press sends."""

LONGEST_CALLBACK = 64  # bytes that Telegram carries in a button
LONGEST: Final = 4_096  # UTF-16 units; Telegram counts them without the formatting, we with it


class Application(Protocol):
    """The case that a notice is about, as the store has it."""

    @property
    def id(self) -> str:
        """The program's own id of the case: it is in buttons, and no word."""

    @property
    def number(self) -> str:
        """The number by which the authority and the family know the case."""

    @property
    def applied_on(self) -> date:
        """The day of application, whose law decides."""

    @property
    def region(self) -> str:
        """ISO 3166-2:KZ."""


class Told(NamedTuple):
    """A notice in words: Telegram's HTML, and rows of buttons whose captions are ids of texts.

    `may_be_appealed`: it tells of a decision that can be complained of.
    """

    text: str
    rows: list[list[Button]]
    may_be_appealed: bool = False


Values = TypeVar("Values", bound=Mapping[str, object])


class Matter(NamedTuple, Generic[Values]):
    """What a notice tells: the values that were queued with it, and the family's own last estimate."""

    texts: Texts
    kind: NoticeKind
    values: Values
    case: Application | None
    estimate: Record | None
    now: datetime

    @property
    def today(self) -> date:
        """The day that it is in Kazakhstan."""
        return self.now.astimezone(KAZAKHSTAN_TIME).date()

    @property
    def applied_on(self) -> date:
        """The day whose law decides, at the earliest the first day of the encoded law."""
        told = self.values.get("applied_on")
        day = self.case.applied_on if self.case else date.fromisoformat(str(told)) if told else self.today
        return max(day, LAW_BEGINS_ON)

    @property
    def edition(self) -> Edition:
        """The edition of the law by which the case is decided."""
        return edition_on(self.applied_on)

    def say(self, message_id: str, /, **values: str | int) -> str:
        """Return a message with those of the values that it names; the office that decides is always known."""
        office = f"office-{self.edition}"
        return self.texts.say_with(
            message_id, office=self.texts.say(office), office_to=self.texts.say(f"{office}.to"), **values
        )

    def source(self, rule: str) -> str:
        """Write on what a provision rests, as it stands in brackets inside a sentence."""
        return source_in_brackets(self.texts, provision(rule, self.edition)._asdict())

    def term(self, name: str) -> int:
        """Return a term of the law, in its own unit."""
        return int(value_of(name, self.applied_on).value)

    def note(self, note: str | None) -> list[str]:
        """Return a paragraph with the authority's own words; none where it wrote nothing."""
        return [self.say("notice-note", note=escape(note))] if note else []

    def contact(self, contact: str | None) -> list[str]:
        """Return a paragraph that says whom to ask; none where the authority named nobody."""
        return [self.say("notice-contact", contact=escape(contact))] if contact else []
