"""The conditions in the order of the act: income and line (A1), kind of assistance (C1, C2), and its outcome."""

from enum import StrEnum
from typing import Final

from rules.deadlines import MONTHS_IN_QUARTER
from rules.family import CARERS, Family
from rules.household import CaresFor, Member
from rules.income import FamilyIncome
from rules.law_on import LawOn
from rules.poverty_line import PovertyLine


class Outcome(StrEnum):
    """What the rules say: yes, no, too close to an estimated line, or an answer is missing or readings differ."""

    ELIGIBLE = "eligible"
    REFUSED = "refused"
    TOO_CLOSE = "too_close"
    UNDECIDED = "undecided"


ELIGIBLE, REFUSED, TOO_CLOSE, UNDECIDED = Outcome  # names of their own: Python 3.11 finds a word in its enum slowly


class Assistance(StrEnum):
    """The two kinds of the assistance."""

    UNCONDITIONAL = "unconditional"
    CONDITIONAL = "conditional"


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


def kind_of_assistance(family: Family, law: LawOn) -> Assistance:
    """Say whether the assistance is unconditional (C1) or needs a social contract (C2).

    Pension age and disability I-II already take a person out of the able-bodied; of the limits of a lonely
    person only illness over two months is left to look at, before the Social Code. Whose care makes the only
    able-bodied member unconditional is wider than who is exempt: C1 names no age of an elderly person, and for a
    child under three no parent, as P6 does.
    """
    if not family.able_bodied:
        return Assistance.UNCONDITIONAL
    if len(family.able_bodied) > 1:
        return Assistance.CONDITIONAL
    only = family.able_bodied[0]
    lonely_and_ill = len(family.counted) == 1 and only.member.long_illness
    unconditional = lonely_and_ill or only.exempt in CARERS or _cares_without_exemption(only.member, family, law)
    return Assistance.UNCONDITIONAL if unconditional else Assistance.CONDITIONAL


def _cares_without_exemption(member: Member, family: Family, law: LawOn) -> bool:
    if member.cares_for is CaresFor.CHILD_UNDER_3:
        return any(minor.age is not None and minor.age < law.carer_child_age for minor in family.minors)
    return member.cares_for is CaresFor.ELDERLY
