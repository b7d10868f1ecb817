"""A child with a disability: its own allowance, and beside it the parent's (H6, H7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from rules.household import Birth, Disability, IncomeKind
from rules.law_in_force import MONTHS_IN_YEAR
from rules.other_help.kind import (
    AT_THE_STATE_CORPORATION,
    BY_THE_MEDICAL_BOARD,
    DUE,
    MAY_BE_DUE,
    Claim,
    Kind,
    Paper,
)
from rules.other_help.shown import OWN_CHILDREN, Shown
from rules.other_help.words import Begins, Fact, Lasts, Paid, PaperId
from rules.other_help.worth import Worth, between, worth
from rules.quarters import add_months
from rules.sources import Grade
from rules.who_counts import Standing, months_at_ends

# It stands here and not under law/: the names of the parameters say it.
BY_GROUP_FROM: Final = 7
SMALL: Final = "disability_allowance_child_under_7"
OF_GROUP: Final = {
    Disability.GROUP_1: "disability_allowance_child_7_to_18_group_1",
    Disability.GROUP_2: "disability_allowance_child_7_to_18_group_2",
    Disability.GROUP_3: "disability_allowance_child_7_to_18_group_3",
}
BACKDATED: Final = "disability_allowance_backdating"
OF_PARENT: Final = "disabled_child_carer_allowance"
OLD_PAPERS: Final = (
    PaperId.APPLICATION,
    PaperId.IDENTITY,
    PaperId.BIRTH_CERTIFICATE,
    PaperId.DISABILITY_CERTIFICATE,
    PaperId.GUARDIANSHIP,
)


def child_disability_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance of each child with a disability; from seven on its group decides how much (H6)."""
    for child in disabled_children(shown):
        amount, fact = _of_child(child, shown)
        yield Claim(DUE, (child,), amount, fact, until=_eve_of_adulthood(child, shown))


def disabled_child_parent_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance of the parent, adopter or guardian for each such child (H7)."""
    amount = worth(OF_PARENT, shown.law)
    for child in disabled_children(shown):
        is_own = child.member.relationship in OWN_CHILDREN
        fact = None if is_own else Fact.PARENT_OR_GUARDIAN
        until = _eve_of_adulthood(child, shown)
        yield Claim(DUE if is_own else MAY_BE_DUE, (child,), amount, fact, until=until)


def disabled_children(shown: Shown) -> list[Standing]:
    """Return the children under 18 with a disability (H6)."""
    return [one for one in shown.minors if one.member.disability is not Disability.NONE]


def _of_child(child: Standing, shown: Shown) -> tuple[Worth | None, Fact | None]:
    birth, group = child.member.birth, child.member.disability
    is_small, is_big = (True, True) if birth is None else _sides_of_seven(birth, shown)
    if not is_big:
        return worth(SMALL, shown.law), None
    least = SMALL if is_small else OF_GROUP.get(group, OF_GROUP[Disability.GROUP_3])
    greatest = OF_GROUP.get(group, OF_GROUP[Disability.GROUP_1])
    amount = between(least, greatest, shown.law)
    if amount is None or amount.low == amount.high:
        return amount, None
    return amount, Fact.DISABILITY_GROUP if group is Disability.CHILD else Fact.BIRTHDAY


def _sides_of_seven(birth: Birth, shown: Shown) -> tuple[bool, bool]:
    youngest, oldest = months_at_ends(birth, shown.law.day)
    return youngest < BY_GROUP_FROM * MONTHS_IN_YEAR, oldest >= BY_GROUP_FROM * MONTHS_IN_YEAR


def _eve_of_adulthood(child: Standing, shown: Shown) -> date | None:
    birth = child.member.birth
    if birth is None or not birth.is_known:
        return None
    return add_months(birth.earliest, shown.law.adult_age * MONTHS_IN_YEAR) - timedelta(days=1)


CHILD_DISABILITY_ALLOWANCE: Final = Kind(
    "child-disability-allowance",
    6,
    "H6",
    child_disability_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.FINDING,
    Lasts.DISABILITY,
    income=IncomeKind.CHILD_DISABILITY_ALLOWANCE,
    is_proactive=True,
    backdated=BACKDATED,
    papers=BY_THE_MEDICAL_BOARD,
    values=(SMALL, *OF_GROUP.values(), BACKDATED),
)
DISABLED_CHILD_PARENT_ALLOWANCE: Final = Kind(
    "disabled-child-parent-allowance",
    7,
    "H7",
    disabled_child_parent_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.NOT_READ,
    Lasts.DISABILITY,
    income=IncomeKind.DISABLED_CHILD_CARE_ALLOWANCE,
    is_proactive=True,
    papers=(*BY_THE_MEDICAL_BOARD, *(Paper(paper, Grade.OFFICIAL, is_old=True) for paper in OLD_PAPERS)),
    values=(OF_PARENT,),
)
