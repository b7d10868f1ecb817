"""The values of a notice, as they are stored with it: plain ones, which are put into words when it is sent.

A broadcast's are its text by language.

Days and instants are in ISO 8601, sums in tenge a month. What is not required lacks where there was nothing to say, or
in notices that were queued before it was said.
"""

from typing import NotRequired, TypedDict

from bot.store.cases import Decision
from bot.store.offer_details import Answered, Offered


class Sums(TypedDict, total=False):
    """What is paid a month; empty where no sum was named."""

    monthly_tenge: int | None
    supplement_tenge: int | None


class StatusValues(Decision):
    """Of an application that moved on: what the authority sent, and of which application."""

    status: str
    on: str
    applied_on: str
    region: str
    before: NotRequired[Sums]
    """What was assigned last, before this was."""
    entry: NotRequired[int]
    """The number of the entry of the journal that it tells of."""


class CorrectedValues(TypedDict):
    """Of a status that is withdrawn, and of the one that the case has again."""

    withdrawn: str
    withdrawn_on: NotRequired[str]
    withdrawn_sums: NotRequired[Sums]
    reason: str
    note: NotRequired[str]
    status: str
    sums: NotRequired[Sums]
    on: str


class Window(TypedDict):
    """When and where the commission comes."""

    starts_at: str
    ends_at: str
    address: str | None


class VisitValues(Window):
    """Of a visit: `visit` is our number, `visit_id` the authority's id."""

    visit: int
    visit_id: str
    sequence: int
    contact: str | None
    note: str | None
    before: NotRequired[Window]
    """What the reader knew of it until now."""
    is_confirmed: NotRequired[bool]
    """Whether the reader has said that somebody will be at home."""
    is_corrected: NotRequired[bool]
    """Whether the reader has read another conclusion before, in whose place this one is."""
    is_decided: NotRequired[bool]
    """Whether there was a decision on the case already."""


class ExaminationValues(TypedDict):
    """Of an examination that is overdue."""

    due_on: str
    applied_on: str
    planned: NotRequired[VisitValues]
    """The visit that is still to come: looked up when the notice is told, and not stored."""


class RenewalValues(TypedDict):
    """Of an assistance whose last day is near."""

    paid_until: str


class OwnReminderValues(TypedDict):
    """Of what somebody asked to be reminded of: the id of their result, and the day that it is about."""

    result: str
    day: str


class OutcomeValues(TypedDict):
    """What a result came to: the outcome, and the least and the greatest payment of a month, with the supplement."""

    outcome: str
    low: int
    high: int


class LineValues(TypedDict):
    """A poverty line: the least and the greatest tenge that it may be, and whether it is published."""

    low: int
    high: int
    is_published: bool


class ResultChangedValues(TypedDict):
    """Of a result that came out otherwise by the law as it is now: the id of the new one, and both of them."""

    result: str
    before: OutcomeValues
    now: OutcomeValues
    line_before: NotRequired[LineValues]
    """Where the line is another one: until now, and in `line` the one since."""
    line: NotRequired[LineValues]


class FollowerValues(TypedDict):
    """Of somebody who follows the case: the reader's own alias, for the button, and whom of the family it is about."""

    alias: str
    label: NotRequired[str]


class NoValues(TypedDict):
    """Of what its kind alone tells."""


class OfferValues(Offered):
    """Of a job offer: what was offered, and what was said of it last. Who reads a card reads these, too."""

    offer: int
    offer_id: str
    sequence: int
    state: str
    respond_by: str
    acknowledged_at: str | None
    note: NotRequired[str | None]
    answer: NotRequired[Answered | None]
    stopped: NotRequired[list[str]]
    not_excused_at: NotRequired[str]
    is_named: NotRequired[bool]
    """Whether it was offered to the reader."""
    by_label: NotRequired[str]
    """Which member has done what the notice tells of."""
    case_is_over: NotRequired[bool]
    """Whether the case was refused or terminated: looked up when a card is shown, and not stored."""


class Hidden(TypedDict):
    """Of a notice behind a button: its own number, which is known when it is told, and not stored."""

    notice: int


class HiddenVisit(Window, Hidden):
    """Of one about a visit: its day is told."""


NoticeValues = (
    StatusValues
    | CorrectedValues
    | VisitValues
    | ExaminationValues
    | RenewalValues
    | OwnReminderValues
    | ResultChangedValues
    | OfferValues
    | FollowerValues
    | NoValues
)
"""What a notice about a case is queued with."""
