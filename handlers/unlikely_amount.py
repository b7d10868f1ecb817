"""A typed sum is asked back: of an unlikely size, or for another time than was asked (month, three months, once)."""

from datetime import date
from typing import Any, Final, Literal, TypedDict

from rules.interview.answers import BY_LAW
from rules.interview.income_from_answers import is_by_quarter
from rules.interview.kinds_of_money import ALLOWANCES_COUNTED
from rules.interview.questionnaire import Asked, AssessmentDay
from rules.interview.typed_money import may_lack_thousands
from rules.parameters import parameters

WAGES_IN_A_MONTH: Final = 5  # from so many minimum wages a monthly sum may be that of three months
WAGES_OF_AN_ALLOWANCE: Final = 2  # no allowance of a month is that large, but one for three months or paid once may be
WAGES_TOO_MANY: Final = 50  # from so many a nought too many is likelier


class Doubt(TypedDict):
    """What is asked back, and the sum in tenge, from and to; None where there is no sum yet."""

    kind: Literal["scale", "once", "thousands", "large", "dont_know"]
    value: list[int] | None


CHOICES: Final = {
    "scale": ("month", "quarter"),
    "once": ("month", "quarter"),
    "thousands": ("typed", "larger"),
    "large": ("typed",),
    "dont_know": ("unknown",),
}
"""What can be answered to each doubt: whatever else a button says was made up."""


def doubt_about(asked: Asked, value: Any, assessment_day: AssessmentDay, *, is_in_full: bool = False) -> Doubt | None:
    """Return what to ask back about an amount, or None when its size is likely.

    `is_in_full`: whether it lacks thousands was asked back before.
    """
    if asked.question.id not in {"amount", "month", "once"}:
        return None
    if isinstance(value, dict):
        if BY_LAW in value:
            return None  # nothing to ask back of a sum that the law gives
        period, ends = next(iter(value.items()))
        return {"kind": "once" if period == "once" else "scale", "value": ends}
    if not isinstance(value, list):
        return None
    high = value[1]
    wage = _minimum_wage(assessment_day.on)
    if not is_in_full and may_lack_thousands(*value):
        return {"kind": "thousands", "value": value}
    if high >= WAGES_TOO_MANY * wage:
        return {"kind": "large", "value": value}
    monthly = asked.question.id == "amount" and is_by_month(asked)
    is_allowance = asked.subject.kind in ALLOWANCES_COUNTED
    if monthly and high >= (WAGES_OF_AN_ALLOWANCE if is_allowance else WAGES_IN_A_MONTH) * wage:
        return {"kind": "scale", "value": value}
    return None


def is_by_month(asked: Asked) -> bool:
    """Whether a question about money asks for a month, rather than for the three months together."""
    return asked.question.id == "month" or (asked.question.id == "amount" and not is_by_quarter(asked.subject))


def _minimum_wage(day: date) -> int:
    # The newest known at that day: it only measures how likely a sum is, nothing rests on it.
    known = [value for value in parameters()["minimum_wage"].values if value.valid_from <= day]
    return int(known[-1].value)
