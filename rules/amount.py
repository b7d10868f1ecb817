"""How much and for how long (A1-A6). Whole numbers throughout: nothing is divided before the last step."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from rules.law_in_force import LawInForce, in_tenge
from rules.quarters import MONTHS_IN_QUARTER
from rules.sources import Edition
from rules.who_counts import Family, Standing


class TengeRange(NamedTuple):
    """An amount in tenge whose ends are equal when everything is known."""

    low: int
    high: int


def difference_for_each_member(line_tenge: int, quarter_income_tenge: int, members: int) -> int:
    """Return the monthly amount in tenge: (line - per-capita income) x members, rounded up (A2).

    Since 1 January 2020 adults and children count alike. Never below 0.
    """
    thirds = line_tenge * members * MONTHS_IN_QUARTER - quarter_income_tenge
    return max(0, -(-thirds // MONTHS_IN_QUARTER))


def amount_for_entitled(line_tenge: int, quarter_income_tenge: int, members: int, entitled: int) -> int:
    """Return the monthly amount in tenge where it is assigned only to so many of the members (P1), rounded up."""
    thirds = (line_tenge * members * MONTHS_IN_QUARTER - quarter_income_tenge) * entitled
    return max(0, -(-thirds // (MONTHS_IN_QUARTER * members)))


AMOUNT: Final[Mapping[Edition, Callable[[int, int, int], int]]] = {
    Edition.E2020: difference_for_each_member,
    Edition.E2023: difference_for_each_member,
}


def paid_minors(family: Family, *, all_entitled: bool) -> list[Standing]:
    """Return the minors to whom the assistance is assigned: every one, or only those who are entitled (P1)."""
    if all_entitled:
        return family.minors
    return [minor for minor in family.minors if minor.member.entitled]


def children_with_supplement(minors: Iterable[Standing], law: LawInForce) -> int:
    """Count the children aged 1 to 6, for whom the supplement is due since 2023 (A4)."""
    if not law.supplement_ages:
        return 0
    return sum([standing.age in law.supplement_ages for standing in minors])


def child_supplement(children: int, law: LawInForce) -> int | None:
    """Return the monthly supplement of so many children in tenge; None when the index is not known (A4)."""
    if not children:
        return 0
    each = in_tenge("child_supplement_multiplier", law)
    return None if each is None else each * children
