"""Small children and the order of their birth, by which the birth grant and the child-care allowance go (H1, H2)."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from rules.household import Absence, Member, Relationship
from rules.other_help.shown import OWN_CHILDREN, Shown
from rules.other_help.words import Fact, Open
from rules.other_help.worth import Worth, between
from rules.who_counts import Standing, is_child_of_family

# It stands here and not under law/: the names of the parameters say it, from child_1 to child_4_or_more.
LAST_ORDER: Final = 4


class SmallChild(NamedTuple):
    """A child who is surely, or may be (`is_within` None), not older than so many months.

    `lowest` and `highest` are the ends of the order of birth: the act was not read on grown children, and whose a
    grandchild is nobody asked. `last_day` is the day on which the months are over, where the birthday is known.
    """

    child: Standing
    is_within: bool | None
    last_day: date | None
    lowest: int
    highest: int

    @property
    def is_own(self) -> bool:
        """Whether it is a child or a ward of the applicant, so that the parent or guardian is in the family."""
        return self.child.member.relationship in OWN_CHILDREN

    @property
    def born_on(self) -> date | None:
        """The birthday, where it is known; None of a ward, who brings rights from the day of the guardianship on."""
        birth = self.child.member.birth
        is_born_here = self.child.member.relationship is not Relationship.WARD
        return birth.earliest if birth is not None and birth.is_known and is_born_here else None

    @property
    def leaves_open(self) -> tuple[Open, ...]:
        """An elder child who was not told raises the order, up to the fourth."""
        return (Open.ORDER_AS_TOLD,) if self.lowest < LAST_ORDER else ()

    @property
    def fact(self) -> Fact | None:
        """What decides the amount where the order is open."""
        return Fact.ORDER_OF_CHILD if self.lowest < min(self.highest, LAST_ORDER) else None


def small_children(shown: Shown, months: int) -> Iterator[SmallChild]:
    """Yield the children not older than so many months; children in foster care are in neither article (H1, H2)."""
    for child in shown.minors:
        birth, relationship = child.member.birth, child.member.relationship
        if birth is None or relationship is Relationship.FOSTER_CHILD:
            continue
        is_within = shown.is_within(birth, months)
        if is_within is not False:
            yield SmallChild(child, is_within, shown.last_day(birth, months), *_order(child, shown))


def by_order(small: SmallChild, names: tuple[str, ...], shown: Shown) -> Worth | None:
    """Return the amount of a child by its order, from names of numbers of the law for the first to the fourth."""
    lowest, highest = (min(order, LAST_ORDER) - 1 for order in (small.lowest, small.highest))
    return between(names[lowest], names[highest], shown.law)


def _order(child: Standing, shown: Shown) -> tuple[int, int]:
    members = shown.members
    if child.member.relationship not in OWN_CHILDREN:
        alike = [one for one in members if one.relationship is child.member.relationship]
        return 1, 1 + _elder(child.member, alike)
    certain = [
        one.member
        for one in shown.people
        if one.member.relationship in OWN_CHILDREN and is_child_of_family(one, shown.law)
    ]
    told = [one for one in members if one.relationship in OWN_CHILDREN and one.absence is not Absence.STATE_SUPPORT]
    return 1 + _elder(child.member, certain), 1 + _elder(child.member, told)


def _elder(child: Member, others: list[Member]) -> int:
    """Count who was born before a child; of twins the one who was told first is the elder."""
    born = _born(child)
    at = next(number for number, one in enumerate(others) if one is child)
    return sum(_born(one) < born or (number < at and _born(one) == born) for number, one in enumerate(others))


def _born(member: Member) -> date:
    return date.min if member.birth is None else member.birth.earliest
