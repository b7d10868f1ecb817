"""The conditions in the order of the act: income and line (A1), kind of assistance (C1, C2), and its outcome."""

from enum import StrEnum
from typing import Final

from rules.income import FamilyIncome
from rules.poverty_line import PovertyLine
from rules.quarters import MONTHS_IN_QUARTER


class Outcome(StrEnum):
    """What the rules say: yes, no, too close to an estimated line, or an answer is missing or readings differ."""

    ELIGIBLE = "eligible"
    REFUSED = "refused"
    TOO_CLOSE = "too_close"
    UNDECIDED = "undecided"


ELIGIBLE, REFUSED, TOO_CLOSE, UNDECIDED = Outcome  # names of their own: Python 3.11 finds a word in its enum slowly


class Side(StrEnum):
    """On which side of the line an income lies; NEAR only where the line is an estimate (L5)."""

    WITHIN = "within"
    NEAR = "near"
    ABOVE = "above"


WITHIN, NEAR, ABOVE = Side


def side_of_line(quarter_income_tenge: int, line: PovertyLine, members: int) -> Side:
    """Say on which side of the line an income of the base quarter lies; equal is within (A1).

    Where the line may be by a median income that nobody knows, an estimate alone puts nobody above it (L2).
    """
    if quarter_income_tenge <= line.low_tenge * members * MONTHS_IN_QUARTER:
        return WITHIN
    return ABOVE if is_above(quarter_income_tenge, line, members) and not line.may_be_higher else NEAR


def is_above(quarter_income_tenge: int, line: PovertyLine, members: int) -> bool:
    """Whether an income of the base quarter lies above the line, or above the high end of an estimated one."""
    return quarter_income_tenge > line.high_tenge * members * MONTHS_IN_QUARTER


OUTCOME: Final = {WITHIN: ELIGIBLE, NEAR: TOO_CLOSE, ABOVE: REFUSED}


def outcome_by_income(income: FamilyIncome, line: PovertyLine, members: int) -> Outcome:
    """Decide by income alone; undecided where the two ends of what is known lie on different sides."""
    low = side_of_line(income.low_tenge, line, members)
    if income.high_tenge is None:
        return REFUSED if low is ABOVE else UNDECIDED
    if income.high_tenge == income.low_tenge:
        return OUTCOME[low]
    return OUTCOME[low] if low is side_of_line(income.high_tenge, line, members) else UNDECIDED
