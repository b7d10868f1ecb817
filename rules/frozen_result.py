"""All of a result that is frozen when it is shown: whatever is said of it later is said from this."""

from datetime import date
from typing import NotRequired, TypedDict

from rules.assessment import assess
from rules.household import Household
from rules.other_help import OtherHelpRecord, other_help_record
from rules.poverty_line import PovertyLines
from rules.record import Record, record_of
from rules.replay import Inputs, inputs_record
from rules.what_would_change import DoorsRecord, record_of_doors, what_would_change


class FrozenResult(TypedDict):
    """A record with what goes with it; what is not required lacks in what was frozen before it was known.

    `inputs`: the family and the numbers of the law by which it is worked out again. `doors`: what would change a result
    that is no yes, where it was looked for.
    """

    record: Record
    inputs: NotRequired[Inputs]
    other_help: NotRequired[OtherHelpRecord]
    doors: NotRequired[DoorsRecord]


class ResultBefore(TypedDict):
    """What was shown of an earlier quarter, to compare with: how it ended, and what is due a month, from and to.

    `tenge` is the assistance with the supplement; None where no sum was due, or none was known.
    """

    quarter: str
    outcome: str
    tenge: list[int] | None


def frozen_result(household: Household, on: date, lines: PovertyLines, *, looks_ahead: bool) -> FrozenResult:
    """Assess a family on a day, and return what is frozen; raises as `assess` does.

    `looks_ahead`: whether it is looked for what would change the result, which takes as long as many assessments.
    """
    assessment = assess(household, on, lines)
    frozen: FrozenResult = {
        "record": record_of(assessment),
        "inputs": inputs_record(household, assessment.law),
        "other_help": other_help_record(household, assessment),
    }
    if looks_ahead:
        frozen["doors"] = record_of_doors(what_would_change(household, on, lines))
    return frozen
