"""What the journal keeps of something that happened, and what a change tells of it.

Days and instants are in ISO 8601. People are named by alias.
"""

from typing import TypedDict

from bot.store.cases import Decision
from bot.store.notice_values import Sums
from bot.store.offer_details import ListedFile


class ScreenText(TypedDict):
    """A text that was on a person's screen; None of it where it cannot be told."""

    language: str | None
    message_id: int | None
    text: str | None


class AnsweredOffer(TypedDict):
    """An offer, and what somebody has answered to it."""

    offer_id: str
    answer: str


class EntryDetails(Decision, total=False):
    """All that there may be: each kind of entry and of change has some of it."""

    # Of the case
    applied_on: str
    status: str
    on: str
    withdrawn: str
    withdrawn_on: str
    withdrawn_sums: Sums
    key: str
    """The name of the key under which the authority sent it."""
    count: int
    """How many links work no more."""
    wrong_answers: int

    # Of a visit
    visit_id: str
    starts_at: str
    ends_at: str
    address: str
    contact: str | None
    conclusion: str
    wished: list[dict[str, str]]
    """The other times that somebody has asked for: `from` and `to`."""

    # Of an offer
    offer_id: str
    respond_by: str
    state: str
    member_label: str
    measure: str
    title: str
    employer: str
    wage_tenge: int
    hours: int | str
    place: str
    starts_on: str
    details: str
    acknowledged_at: str

    # Of a person
    person: str | None
    """Who has said or read it, or whom it is about; None where a notice or a deadline had nobody."""
    by: str
    is_stopped: bool
    is_mutual: bool
    answers: list[AnsweredOffer]
    answer_again: list[str]
    stopped: list[str]
    reason: str | None
    text: str | None
    files: list[ListedFile]
    answer: str
    answered_at: str
    of: str
    """Of which kind it is what was on the screen, `shown`."""
    shown: ScreenText

    # Of a notice
    notice: str
    anybody_reached: bool | None
    language: str | None
    message_id: int | None

    # Of a change
    is_damaged: bool
    """Nothing of it can be read: said in its place, and not stored."""
