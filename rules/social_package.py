"""Each child's guaranteed social package (G1-G3)."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from rules.law_in_force import LawInForce
from rules.sources import provisions
from rules.who_counts import Standing


class PackageItem(StrEnum):
    """What a child of a receiving family gets."""

    FOOD_SET = "food_set"
    HYGIENE_SET = "hygiene_set"
    SCHOOL_MEALS = "school_meals"
    TRAVEL = "travel"
    UNIFORM_AND_SUPPLIES = "uniform_and_supplies"
    MEDICAL_CARE = "medical_care"


SMALL_CHILD = (PackageItem.FOOD_SET, PackageItem.HYGIENE_SET)
SCHOOL_CHILD = (PackageItem.SCHOOL_MEALS, PackageItem.TRAVEL, PackageItem.UNIFORM_AND_SUPPLIES)


class ChildPackage(NamedTuple):
    """A child, its age in whole years, and its package."""

    label: str
    age: int
    package: tuple[PackageItem, ...]


def social_packages(children: Iterable[Standing], law: LawInForce, *, receiving: bool) -> list[ChildPackage]:
    """Return each child's package (G1-G3); without the assistance only the medical care, which every child has."""
    by_age = packages_by_age(law, receiving)
    return [
        ChildPackage(member.label, age, by_age[age])
        for member, age, _not_counted, _able_bodied, _exempt, _unsure in children
        if age is not None
    ]


@cache
def packages_by_age(law: LawInForce, receiving: bool) -> tuple[tuple[PackageItem, ...], ...]:  # noqa: FBT001, a cache's key
    """Return the package of every age in whole years up to the end of the package, on one day."""
    return tuple(_items(age, law, receiving=receiving) for age in range(law.package_until_age))


def _items(age: int, law: LawInForce, *, receiving: bool) -> tuple[PackageItem, ...]:
    if age < law.package_from_age:
        return ()
    if not receiving:
        return (PackageItem.MEDICAL_CARE,)
    if age >= law.school_from_age:
        return (*SCHOOL_CHILD, PackageItem.MEDICAL_CARE)
    return (*(SMALL_CHILD if provisions()["G1"].covers(law.day) else ()), PackageItem.MEDICAL_CARE)
