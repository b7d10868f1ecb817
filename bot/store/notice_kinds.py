"""Every kind of notice: what it is about, until when it is worth telling, and what takes it back.

Its value stands in the outbox, in `/v1/changes`, in the texts and in the desk's words. How urgent a notice is depends
on the hour, not on its kind (`quiet_hours.py`); only a broadcast gives way to all others.
"""

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import Final, Self

from rules.case import CaseStatus
from rules.offer import OfferState


class About(Enum):
    """What a notice is about; one about a visit or an offer is taken back, too, when that changes."""

    CASE = auto()
    VISIT = auto()
    OFFER = auto()
    FOLLOWER = auto()
    REGION = auto()
    RESULT = auto()
    """A result of the reader's own, without any case."""


class Until(Enum):
    """Until when a notice is worth telling."""

    ALWAYS = auto()
    VISIT_ENDS = auto()
    DEADLINE = auto()
    """That of the offer: what asks for an answer comes in time or not at all."""
    HOUR_PASSES = auto()
    """A reminder is of its hour; whoever it did not reach is told what it reminds of anew."""


class TakenBackBy(Enum):
    """Which news of the case takes back what still waits."""

    NOTHING = auto()
    DECISION = auto()
    ANY_STATUS = auto()


class NoticeKind(StrEnum):
    """A kind of notice, with what holds of all notices of that kind."""

    about: About
    until: Until
    taken_back_by: TakenBackBy

    def __new__(
        cls,
        value: str,
        about: About,
        until: Until = Until.ALWAYS,
        taken_back_by: TakenBackBy = TakenBackBy.NOTHING,
    ) -> Self:
        """Make a member of its value and what is beside it."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.about, kind.until, kind.taken_back_by = about, until, taken_back_by
        return kind

    @classmethod
    def read(cls, value: str) -> "NoticeKind":
        """Return the kind that a row names; KeyError when there is none of that value."""
        return BY_VALUE[value]

    CASE_RECEIVED = "case-received", About.CASE
    CASE_UNDER_REVIEW = "case-under-review", About.CASE
    CASE_ASSIGNED = "case-assigned", About.CASE
    CASE_REFUSED = "case-refused", About.CASE
    CASE_SUSPENDED = "case-suspended", About.CASE
    CASE_TERMINATED = "case-terminated", About.CASE
    CASE_CORRECTED = "case-corrected", About.CASE
    EXAMINATION_OVERDUE = "examination-overdue", About.CASE, Until.HOUR_PASSES, TakenBackBy.DECISION
    RENEWAL_REMINDER = "renewal-reminder", About.CASE, Until.HOUR_PASSES, TakenBackBy.ANY_STATUS

    VISIT_SCHEDULED = "visit-scheduled", About.VISIT, Until.VISIT_ENDS
    VISIT_RESCHEDULED = "visit-rescheduled", About.VISIT, Until.VISIT_ENDS
    VISIT_CANCELLED = "visit-cancelled", About.VISIT
    VISIT_HELD_NEED = "visit-held-need", About.VISIT
    VISIT_HELD_NO_NEED = "visit-held-no-need", About.VISIT
    VISIT_HELD_NOBODY_HOME = "visit-held-nobody-home", About.VISIT
    VISIT_HELD_EXAMINATION_REFUSED = "visit-held-examination-refused", About.VISIT
    VISIT_REMINDER_EVENING = "visit-reminder-evening", About.VISIT, Until.HOUR_PASSES, TakenBackBy.DECISION
    VISIT_REMINDER_HOURS = "visit-reminder-hours", About.VISIT, Until.HOUR_PASSES, TakenBackBy.DECISION
    VISIT_WINDOW_PASSED = "visit-window-passed", About.VISIT, Until.HOUR_PASSES, TakenBackBy.DECISION

    OFFER_MADE = "offer-made", About.OFFER, Until.DEADLINE
    OFFER_BACK = "offer-back", About.OFFER, Until.DEADLINE
    OFFER_EXTENDED = "offer-extended", About.OFFER, Until.DEADLINE
    OFFER_WITHDRAWN = "offer-withdrawn", About.OFFER
    OFFER_EXCUSED = "offer-excused", About.OFFER
    OFFER_NOT_EXCUSED = "offer-not-excused", About.OFFER
    OFFER_ACKNOWLEDGED = "offer-acknowledged", About.OFFER
    OFFER_ANSWERED = "offer-answered", About.OFFER
    OFFER_ANSWER_OF_REMOVED = "offer-answer-of-removed", About.OFFER
    OFFER_NO_ANSWER = "offer-no-answer", About.OFFER
    OFFER_REMINDER_TWO_DAYS = "offer-reminder-two-days", About.OFFER, Until.HOUR_PASSES
    OFFER_REMINDER_DAY = "offer-reminder-day", About.OFFER, Until.HOUR_PASSES
    OFFER_REMINDER_HOURS = "offer-reminder-hours", About.OFFER, Until.HOUR_PASSES

    FOLLOWER_JOINED = "follower-joined", About.FOLLOWER
    FOLLOWER_CONFIRMED = "follower-confirmed", About.FOLLOWER
    FOLLOWER_REMOVED = "follower-removed", About.FOLLOWER
    FOLLOWER_DOUBTED = "follower-doubted", About.FOLLOWER
    FOLLOWER_ANSWERS_AGAIN = "follower-answers-again", About.FOLLOWER

    APPLY_REMINDER = "apply-reminder", About.RESULT, Until.HOUR_PASSES
    DOOR_REMINDER = "door-reminder", About.RESULT
    RESULT_CHANGED = "result-changed", About.RESULT

    BROADCAST = "broadcast", About.REGION


BY_VALUE: Final[Mapping[str, NoticeKind]] = {kind.value: kind for kind in NoticeKind}

OF_STATUS: Final[Mapping[CaseStatus, NoticeKind]] = {
    CaseStatus.RECEIVED: NoticeKind.CASE_RECEIVED,
    CaseStatus.UNDER_REVIEW: NoticeKind.CASE_UNDER_REVIEW,
    CaseStatus.ASSIGNED: NoticeKind.CASE_ASSIGNED,
    CaseStatus.REFUSED: NoticeKind.CASE_REFUSED,
    CaseStatus.SUSPENDED: NoticeKind.CASE_SUSPENDED,
    CaseStatus.TERMINATED: NoticeKind.CASE_TERMINATED,
}
"""By which notice a family learns where its case stands; a case that was opened tells nobody."""

OF_CONCLUSION: Final[Mapping[str, NoticeKind]] = {
    "need": NoticeKind.VISIT_HELD_NEED,
    "no_need": NoticeKind.VISIT_HELD_NO_NEED,
    "nobody_home": NoticeKind.VISIT_HELD_NOBODY_HOME,
    "examination_refused": NoticeKind.VISIT_HELD_EXAMINATION_REFUSED,
}
"""By which notice a family learns what came of a visit."""

OFFER_BY_OFFICER: Final[Mapping[OfferState, NoticeKind]] = {
    OfferState.WITHDRAWN: NoticeKind.OFFER_WITHDRAWN,
    OfferState.EXCUSED: NoticeKind.OFFER_EXCUSED,
    OfferState.NOT_EXCUSED: NoticeKind.OFFER_NOT_EXCUSED,
}
"""By which notice a family learns what the officer has made of an offer."""

ASKS_FOR_ANSWER: Final = frozenset(
    {NoticeKind.OFFER_MADE, NoticeKind.OFFER_BACK, NoticeKind.OFFER_EXTENDED, NoticeKind.OFFER_NOT_EXCUSED}
)
"""Each holds as long as an answer to the offer is awaited."""
