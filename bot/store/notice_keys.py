"""The key of a notice: what makes it one that is told once, written in the outbox as words with spaces between.

    CASE event NAME ALIAS                   what an event of the authority tells
    CASE visit NUMBER SEQUENCE KIND ALIAS
    CASE offer NUMBER SEQUENCE KIND ALIAS   an instant behind the kind where it is told once more
    CASE offer NUMBER KIND DEADLINE ALIAS   a reminder: each deadline has its own
    CASE examination-overdue ALIAS
    CASE renewal-reminder DAY ALIAS
    CASE joined ALIAS INSTANT ALIAS         who has joined, and to whom that is told
    CASE doubted INSTANT ALIAS
    result ID KIND DAY PERSON               what somebody asked to be reminded of
    result ID KIND PERSON                   that the law has made this result of another one
    broadcast HASH PERSON

Some queries write the same words (`visits.sql`, `offers.sql`, `due_cases.sql`).
"""

from typing import NamedTuple, Self

from bot.store.notice_kinds import NoticeKind


class Cause(NamedTuple):
    """Why something is told: `of` which case, or that of a broadcast, and words of which none has a space.

    One with fewer words stands for every cause that begins so: all that is told of a visit, of a case.
    """

    of: str
    words: tuple[str, ...] = ()

    def then(self, *words: str | int) -> Self:
        """Return the cause with further words."""
        return self._replace(words=(*self.words, *map(str, words)))

    @property
    def beginning(self) -> str:
        """How the keys begin of all notices that are told for it."""
        return " ".join((self.of, *self.words, ""))


class NoticeKey(NamedTuple):
    """Why something is told, and to whom: the alias, where there is no case the person's number."""

    cause: Cause
    to: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key as it stands in the outbox; ValueError when it is none."""
        of, *words, to = text.split(" ")
        return cls(Cause(of, tuple(words)), to)

    def __str__(self) -> str:
        return self.cause.beginning + self.to


def of_event(case_id: str, name: str) -> Cause:
    """Return that an event of the authority, known by its name, tells it."""
    return Cause(case_id).then("event", name)


def of_visit(case_id: str, number: int) -> Cause:
    """Return that it is told of a visit."""
    return Cause(case_id).then("visit", number)


def of_offer(case_id: str, number: int) -> Cause:
    """Return that it is told of a job offer."""
    return Cause(case_id).then("offer", number)


def of_broadcast(text_hash: str) -> Cause:
    """Return that it is told to everybody of a region."""
    return Cause(NoticeKind.BROADCAST).then(text_hash)


def of_result(assessment_id: str) -> Cause:
    """Return that it is told of a result, to whose it is."""
    return Cause("result").then(assessment_id)
