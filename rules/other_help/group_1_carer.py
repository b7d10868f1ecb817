"""The carer of a person of group I, kin or not: one carer for each person (H8)."""

from collections.abc import Iterator
from typing import Final

from rules.household import CaresFor, Disability, IncomeKind
from rules.other_help.kind import (
    AT_THE_STATE_CORPORATION,
    BY_THE_MEDICAL_BOARD,
    DUE,
    MAY_BE_DUE,
    Claim,
    Kind,
)
from rules.other_help.shown import Shown
from rules.other_help.words import Begins, Fact, Lasts, Paid
from rules.other_help.worth import worth
from rules.who_counts import Standing

AMOUNT: Final = "group_1_carer_allowance"
CARED_FOR: Final = (CaresFor.DISABLED_ADULT, CaresFor.ELDERLY)


def group_1_carer_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield it for each adult of group I, or for who cares for somebody whose group decides (H8).

    It is due where somebody cares for an adult with a disability, and only one person can be meant. A minor of group I
    is left to the parent's allowance: the act was not read on whether both are given.
    """
    amount = worth(AMOUNT, shown.law)
    carers = [one for one in shown.adults if one.member.cares_for in CARED_FOR]
    cared_for = [one for one in shown.adults if one.member.disability is Disability.GROUP_1]
    for person in cared_for:
        fact = None if any(_cares_for_nobody_else(carer, person, shown) for carer in carers) else Fact.CARES_IN_PERSON
        yield Claim(MAY_BE_DUE if fact else DUE, (person,), amount, fact)
    if cared_for:
        return
    for carer in carers:
        yield Claim(MAY_BE_DUE, (carer,), amount, Fact.GROUP_OF_CARED_FOR)


def _cares_for_nobody_else(carer: Standing, person: Standing, shown: Shown) -> bool:
    """Whether a person is the only adult with a group whom a carer can mean."""
    if carer.member.cares_for is not CaresFor.DISABLED_ADULT or carer.member.disability is Disability.GROUP_1:
        return False
    return [one for one in shown.disabled_adults() if one is not carer] == [person]


GROUP_1_CARER_ALLOWANCE: Final = Kind(
    "group-1-carer-allowance",
    8,
    "H8",
    group_1_carer_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.NOT_READ,
    Lasts.DISABILITY,
    income=IncomeKind.CARER_ALLOWANCE,
    is_proactive=True,
    papers=BY_THE_MEDICAL_BOARD,
    excludes=("individual-assistant",),
    values=(AMOUNT,),
)
