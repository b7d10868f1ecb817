"""The conditions in the order of the act: income and line (A1), kind of assistance (C1, C2), and its outcome."""

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from rules.deadlines import MONTHS_IN_QUARTER
from rules.family import Exemption, Family
from rules.income import FamilyIncome
from rules.law_on import share
from rules.poverty_line import Basis, PovertyLine
from rules.sources import LAW_BEGINS_ON


class Outcome(StrEnum):
    """What the rules say: yes, no, too close to an estimated line, or an answer is missing."""

    ELIGIBLE = "eligible"
    REFUSED = "refused"
    TOO_CLOSE = "too_close"
    UNDECIDED = "undecided"


class Assistance(StrEnum):
    """The two kinds of the assistance."""

    UNCONDITIONAL = "unconditional"
    CONDITIONAL = "conditional"


class Side(StrEnum):
    """On which side of the line an income lies; NEAR only where the line is an estimate (L5)."""

    WITHIN = "within"
    NEAR = "near"
    ABOVE = "above"


class Tolerance(NamedTuple):
    """The share within which an estimated line decides nothing, as a fraction."""

    numerator: int
    denominator: int


@cache
def tolerance_share() -> Decimal:
    """Return the share of an estimated line within which it decides nothing (L5)."""
    return share("estimated_line_tolerance", LAW_BEGINS_ON)


@cache
def tolerance() -> Tolerance:
    """Return the same as a fraction."""
    return Tolerance(*tolerance_share().as_integer_ratio())


def side_of_line(quarter_income_tenge: int, line: PovertyLine, members: int) -> Side:
    """Say on which side of the line an income of the base quarter lies; equal is within (A1)."""
    limit = line.tenge * members * MONTHS_IN_QUARTER
    if line.basis is Basis.ESTIMATE:
        near = tolerance()
        if abs(quarter_income_tenge - limit) * near.denominator <= limit * near.numerator:
            return Side.NEAR
    return Side.ABOVE if quarter_income_tenge > limit else Side.WITHIN


OUTCOME: Final = {Side.WITHIN: Outcome.ELIGIBLE, Side.NEAR: Outcome.TOO_CLOSE, Side.ABOVE: Outcome.REFUSED}
CARERS: Final = frozenset({Exemption.CARE, Exemption.CARE_OF_CHILD_UNDER_3})


def outcome_by_income(income: FamilyIncome, line: PovertyLine, members: int) -> Outcome:
    """Decide by income alone; undecided where the two ends of what is known lie on different sides."""
    low = side_of_line(income.low_tenge, line, members)
    if income.high_tenge is None:
        return Outcome.REFUSED if low is Side.ABOVE else Outcome.UNDECIDED
    high = side_of_line(income.high_tenge, line, members)
    return OUTCOME[low] if low is high else Outcome.UNDECIDED


def kind_of_assistance(family: Family) -> Assistance:
    """Say whether the assistance is unconditional (C1) or needs a social contract (C2).

    Pension age and disability I-II already take a person out of the able-bodied; of the limits of a lonely
    person only illness over two months is left to look at.
    """
    if not family.able_bodied:
        return Assistance.UNCONDITIONAL
    if len(family.able_bodied) > 1:
        return Assistance.CONDITIONAL
    only = family.able_bodied[0]
    lonely_and_ill = len(family.counted) == 1 and only.member.long_illness
    unconditional = lonely_and_ill or only.exempt in CARERS
    return Assistance.UNCONDITIONAL if unconditional else Assistance.CONDITIONAL
