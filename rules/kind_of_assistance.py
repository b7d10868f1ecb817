"""Which kind of assistance it is: unconditional, or against a social contract (C1, C2)."""

from enum import StrEnum

from rules.household import CaresFor, Member
from rules.law_in_force import LawInForce
from rules.who_counts import CARERS, Family


class Assistance(StrEnum):
    """The two kinds of the assistance."""

    UNCONDITIONAL = "unconditional"
    CONDITIONAL = "conditional"


def kind_of_assistance(family: Family, law: LawInForce) -> Assistance:
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


def _cares_without_exemption(member: Member, family: Family, law: LawInForce) -> bool:
    if member.cares_for is CaresFor.CHILD_UNDER_3:
        return any(minor.age is not None and minor.age < law.carer_child_age for minor in family.minors)
    return member.cares_for is CaresFor.ELDERLY
