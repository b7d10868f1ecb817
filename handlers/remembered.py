"""What a process remembers of the conversations beside what is stored: none of it is missed after a restart."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from rules.interview.questionnaire import Walk

PEOPLE_KEPT: Final = 500
CHATS_KEPT: Final = 1_000
LINKS_KEPT: Final = 10_000


class LastAnswer(NamedTuple):
    """The walk through the questions that an answer ended with, and where the question stands that comes next.

    The next walk goes on from it as far as the answers are still those: without it an answered question takes 1.1 to
    1.4 times as much of the processor (families of the bench, two runs beside other work, 2 cores, November 2026).
    `question_in`: the message whose buttons answer it; 0 where that is not known. `check`: whose answers they are, as
    in bot/store/checks.py; `update_id`: of the update that was answered.
    """

    walk: Walk
    question_in: int = 0
    check: int = 0
    update_id: int = 0

    def is_of(self, check: int, last_update_id: int) -> bool:
        """Whether it is what was answered last in this family: another process may have answered the person since."""
        return (self.check, self.update_id) == (check, last_update_id)


class Recent:
    """One answer a person, in memory only. Whoever stops answering, or is forgotten, soon is here no more."""

    def __init__(self, most: int = PEOPLE_KEPT) -> None:
        self._most = most
        self._answers: OrderedDict[int, LastAnswer] = OrderedDict()

    def take(self, person_id: int) -> LastAnswer | None:
        """Hand out what a person's last answer left, once."""
        return self._answers.pop(person_id, None)

    def asks_in(self, person_id: int, message_id: int) -> None:
        """Note in which message the question stands that follows a person's last answer."""
        last = self._answers.get(person_id)
        if last is not None:
            self._answers[person_id] = last._replace(question_in=message_id)

    def keep(self, person_id: int, answer: LastAnswer) -> None:
        """Keep an answer for the person's next one, in place of that of whoever has been silent for longest."""
        self._answers[person_id] = answer
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)


class Once:
    """What each chat was answered last, in memory only: the day in a group, the album in a private chat."""

    def __init__(self, most: int = CHATS_KEPT) -> None:
        self._most = most
        self._answered: OrderedDict[int, date | str] = OrderedDict()

    def is_first(self, chat_id: int, to: date | str) -> bool:
        """Whether a chat was not answered to that yet; from now on it was."""
        if self._answered.get(chat_id) == to:
            return False
        self._answered[chat_id] = to
        self._answered.move_to_end(chat_id)
        if len(self._answered) > self._most:
            self._answered.popitem(last=False)
        return True


class OpenedLinks:
    """The links to a case that people opened before they consented, the last of each: nothing is stored of them yet.

    The buttons of what they were told carry the link, too; this is for whoever writes instead of pressing.
    """

    def __init__(self, most: int = LINKS_KEPT) -> None:
        self._most = most
        self._tokens: OrderedDict[int, str] = OrderedDict()

    def keep(self, person_id: int, token: str) -> None:
        """Keep a token, in place of that of whoever has been silent for longest."""
        self._tokens[person_id] = token
        self._tokens.move_to_end(person_id)
        if len(self._tokens) > self._most:
            self._tokens.popitem(last=False)

    def of(self, person_id: int) -> str:
        """Return the token that a person came with, empty when there is none."""
        return self._tokens.get(person_id, "")

    def forget(self, person_id: int) -> None:
        """Let go of a person's token: it was used, or is not wanted."""
        self._tokens.pop(person_id, None)


@dataclass(frozen=True, slots=True)
class Remembered:
    """Passed to every handler as `remembered`."""

    recent: Recent = field(default_factory=Recent)
    groups: Once = field(default_factory=Once)
    albums: Once = field(default_factory=Once)
    opened_links: OpenedLinks = field(default_factory=OpenedLinks)
