"""The details of a job offer as they are stored: what the event gave, and what was said of it since.

Instants are in ISO 8601. What is not required lacks where the event did not give it, or where nobody has said it yet.
"""

from typing import NotRequired, TypedDict


class Offered(TypedDict):
    """What is offered to a member of the family; `measure` is a word of `rules.offer.Measure`."""

    member_label: str
    measure: str
    title: str
    employer: NotRequired[str]
    wage_tenge: NotRequired[int]
    hours: NotRequired[int | str]
    place: str
    starts_on: NotRequired[str]
    contact: str
    details: NotRequired[str]


class ListedFile(TypedDict):
    """A file that was sent with an answer."""

    id: str
    size_bytes: int


class Reasons(TypedDict):
    """What was chosen, written and sent beside an answer: only the officer reads it."""

    reason: NotRequired[str]
    text: NotRequired[str]
    files: NotRequired[list[ListedFile]]


class Answered(TypedDict):
    """Who has answered by which alias, and as what the offer stands for that."""

    state: str
    person: str
    at: str


class Answer(Answered, Reasons):
    """An answer with its reasons."""

    is_of_removed: NotRequired[bool]
    """The officer has sent the person away since."""


class Refusing(TypedDict):
    """How far somebody has got with a refusal; `sequence` is the offer's then."""

    sequence: int
    message_id: int
    begun_at: str | None


class Stood(TypedDict):
    """Where an offer stood before the decision on its case withdrew it."""

    state: str
    note: str | None


class OfferDetails(Offered):
    """All of it; what has a name of a person is by alias."""

    note: NotRequired[str | None]
    answer: NotRequired[Answer | None]
    """The last one; None where it was taken back."""
    opened: NotRequired[dict[str, str]]
    cards: NotRequired[dict[str, list[str]]]
    refusing: NotRequired[dict[str, Refusing]]
    asked: NotRequired[list[str]]
    delete_words_of: NotRequired[list[str]]
    stood: NotRequired[Stood]
    stopped: NotRequired[list[str]]
    not_excused_at: NotRequired[str]
