"""What the authority pays a family: the one reading of a decision that everything beside it shares."""

from datetime import date
from typing import NamedTuple

from bot.store.cases import Case
from rules.case import CaseStatus


class Paid(NamedTuple):
    """The assistance and the supplement for children, in tenge a month; None where the decision names no sum."""

    monthly_tenge: int | None
    supplement_tenge: int | None


def paid_on(case: Case | None, day: date) -> Paid | None:
    """Return what a case's decision gives on a day; None before it, while it is suspended, and after its last day."""
    if case is None or case.status is not CaseStatus.ASSIGNED or case.decision is None:
        return None
    until = case.decision.get("paid_until")
    if until and date.fromisoformat(until) < day:
        return None
    return Paid(case.decision.get("monthly_tenge"), case.decision.get("supplement_tenge"))
