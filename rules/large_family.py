"""Payments beside the assistance, whatever the income: large families and awarded mothers (F1-F3)."""

from functools import cache
from typing import Final

from rules.household import AwardedMother, Relationship
from rules.law_in_force import LawInForce, in_tenge
from rules.who_counts import Family

# It stands here and not under law/: the names of the parameters say it, from 4_children to 8_or_more_children.
PER_CHILD_FROM: Final = 8


def children_of_large_family(family: Family) -> int:
    """Count the children who live together, those in guardianship too, and full-time students under 23 (F1).

    A foster child counts in the family, but article 90(3) does not name it.
    """
    return sum([child.member.relationship is not Relationship.FOSTER_CHILD for child in family.children])


@cache
def large_family_allowance(children: int, law: LawInForce) -> int | None:
    """Return the monthly allowance in tenge: the more children, the more; None when the index is unknown (F1)."""
    if children < law.large_family_from:
        return 0
    if children < PER_CHILD_FROM:
        return in_tenge(f"large_family_allowance_{children}_children", law)
    each = in_tenge("large_family_allowance_8_or_more_children", law)
    return None if each is None else each * children


@cache
def awarded_mother_allowance(award: AwardedMother, law: LawInForce) -> int | None:
    """Return the monthly allowance of an awarded mother in tenge; None when the index is unknown (F2)."""
    if award is AwardedMother.NONE:
        return 0
    return in_tenge(f"awarded_mother_{award.value}", law)
