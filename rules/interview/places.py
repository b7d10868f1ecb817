"""Places among the answers: which question, and about whom or what; stored answers and buttons name them by a text.

`region` is about the family, `activity:self` about a member, `people:child` about a group, `earners:wage` about a kind
of income, `amount:wage.self` about what a member received of it, `month:wage.self.2` about one month of that.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

PEOPLE: Final = "people"
EARNERS: Final = "earners"
MONTHS: Final = (1, 2, 3)
"""The three months before the quarter, in the order in which they are asked."""
PLACES_KEPT: Final = 20_000  # of every question about every member and kind of income that families usually have


class Subject(NamedTuple):
    """About whom or what a question is asked; with nothing given it is the family.

    `kind`: of income; `member`: a member's key; `month`: one of MONTHS, or 0; `group`: the name of a group of members.
    """

    kind: str = ""
    member: str = ""
    month: int = 0
    group: str = ""

    @classmethod
    def parse(cls, text: str, question: str) -> "Subject":
        """Read the subject of a question: one word alone is a member to most of them, to two a group or a kind.

        A form that no question has is read as a kind, as it stands: a draft is opened whatever it holds.
        """
        if question == PEOPLE:
            return cls(group=text)
        if question == EARNERS:
            return cls(text)
        match text.split("."):
            case [member]:
                return cls(member=member)
            case [kind, member]:
                return cls(kind, member)
            case [kind, member, ("1" | "2" | "3") as month]:
                return cls(kind, member, int(month))
        return cls(text)

    def __str__(self) -> str:
        return ".".join(str(part) for part in self if part)


FAMILY: Final = Subject()


class Place(NamedTuple):
    """Where an answer stands: the id of its question, and its subject."""

    question: str
    subject: Subject = FAMILY

    @classmethod
    @lru_cache(maxsize=PLACES_KEPT)
    def parse(cls, text: str) -> "Place":
        """Read a place as stored answers name it."""
        question, _, subject = text.partition(":")
        return cls(question, Subject.parse(subject, question))

    def __str__(self) -> str:
        return stored_at(self.question, self.subject)


@lru_cache(maxsize=PLACES_KEPT)
def stored_at(question: str, subject: Subject) -> str:
    """Return the place of a question about a subject as it is stored; a walk needs one for every question."""
    return question if subject == FAMILY else f"{question}:{subject}"


@lru_cache(maxsize=PLACES_KEPT)
def of_member(key: str) -> Subject:
    """Return the subject of a question about a member."""
    return Subject(member=key)


def told_of(answers: Mapping[str, Any], question: str, key: str) -> Any | None:
    """Return the answer to a question about a member; None before it was given."""
    return answers.get(_stored_at_member(question, key))


@lru_cache(maxsize=PLACES_KEPT)
def _stored_at_member(question: str, key: str) -> str:
    return stored_at(question, of_member(key))
