"""The stages of an application at the authority, and which may follow which."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class CaseStatus(StrEnum):
    """Where an application stands."""

    OPENED = "opened"
    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    ASSIGNED = "assigned"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


FOLLOWS: Final[Mapping[CaseStatus, frozenset[CaseStatus]]] = {
    CaseStatus.OPENED: frozenset(
        {CaseStatus.RECEIVED, CaseStatus.UNDER_REVIEW, CaseStatus.ASSIGNED, CaseStatus.REFUSED}
    ),
    CaseStatus.RECEIVED: frozenset({CaseStatus.UNDER_REVIEW, CaseStatus.ASSIGNED, CaseStatus.REFUSED}),
    CaseStatus.UNDER_REVIEW: frozenset({CaseStatus.ASSIGNED, CaseStatus.REFUSED}),
    # assigned again: the sum was calculated anew
    CaseStatus.ASSIGNED: frozenset({CaseStatus.ASSIGNED, CaseStatus.SUSPENDED, CaseStatus.TERMINATED}),
    CaseStatus.SUSPENDED: frozenset({CaseStatus.ASSIGNED, CaseStatus.TERMINATED}),
    CaseStatus.REFUSED: frozenset(),
    CaseStatus.TERMINATED: frozenset(),
}

UNDECIDED: Final = frozenset({CaseStatus.OPENED, CaseStatus.RECEIVED, CaseStatus.UNDER_REVIEW})
"""The commission may still examine, and nothing is decided."""

OVER: Final = frozenset({CaseStatus.REFUSED, CaseStatus.TERMINATED})
"""Nothing follows, and nobody of such a case takes part in employment measures."""


def may_follow(now: CaseStatus, then: CaseStatus) -> bool:
    """Whether an application may go from one stage to another."""
    return then in FOLLOWS[now]
