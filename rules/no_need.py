"""Property on which the commission may base the conclusion that there is no need (R8, article 125(1)).

It is the commission's conclusion, never the bot's refusal.
"""

from rules.household import Disability, Holding, Property
from rules.large_family import children_of_large_family
from rules.law_in_force import LawInForce
from rules.who_counts import HEAVY_DISABILITY, Family


def bases_of_no_need(owned: Property, family: Family, law: LawInForce) -> list[Holding]:
    """Return what the family owns that is such a basis, in the order of the act; nothing before the Social Code."""
    if not owned.holdings or not law.all_who_live_together_count:
        return []
    return [
        holding for holding in Holding if holding in owned.holdings and not _is_excepted(holding, owned, family, law)
    ]


def _is_excepted(holding: Holding, owned: Property, family: Family, law: LawInForce) -> bool:
    match holding:
        case Holding.DWELLINGS:
            area = owned.dwellings_area_m2
            is_small = area is not None and area <= small_dwellings_m2(len(family.counted), law)
            return is_small or owned.dwellings_in_emergency_state
        case Holding.BUILDING_PLOT:
            return owned.plot_granted_free
        case Holding.CARS:
            return may_have_more_cars(family, law)
    return False


def small_dwellings_m2(members: int, law: LawInForce) -> int:
    """Return up to which total area several dwellings of so many members are no basis, in square metres."""
    limit = law.numbers.get("dwelling_area_per_member_limit")
    return members * int(limit.value) if limit else 0


def may_have_more_cars(family: Family, law: LawInForce) -> bool:
    """Whether more than one car is no basis: a large family, a child with a disability, a member of group I or II."""
    has_disability = any(
        standing.member.disability in HEAVY_DISABILITY or standing.member.disability is Disability.CHILD
        for standing in family.counted
    )
    return has_disability or children_of_large_family(family) >= law.large_family_from
