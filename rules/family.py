"""Who counts, who is able-bodied, who is exempt from employment measures (P1-P6)."""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from rules.household import Absence, Activity, Birth, CaresFor, Disability, Household, Member, Relationship, Sex
from rules.law_on import MONTHS_IN_YEAR, LawOn

CLOSE: Final = frozenset({Relationship.APPLICANT, Relationship.SPOUSE})
HEAVY_DISABILITY: Final = frozenset({Disability.GROUP_1, Disability.GROUP_2})


class NotCounted(StrEnum):
    """Why a member does not count in the family."""

    STATE_SUPPORT = "state_support"
    MILITARY = "military"
    DETENTION = "detention"
    TREATMENT = "treatment"
    UNKNOWN = "unknown"
    GROWN_CHILD = "grown_child"


class Exemption(StrEnum):
    """Why an able-bodied member need not take part in employment measures (P6)."""

    STUDY = "study"
    ILLNESS = "illness"
    CARE_OF_CHILD_UNDER_3 = "care_of_child_under_3"
    CARE = "care"


class Standing(NamedTuple):
    """What the law makes of one member on one day; `age` in whole years, None when nobody asked."""

    member: Member
    age: int | None
    not_counted: NotCounted | None
    able_bodied: bool
    exempt: Exemption | None
    unsure: str

    @property
    def label(self) -> str:
        """The member's label."""
        return self.member.label


class Family(NamedTuple):
    """The members sorted by what the law makes of them."""

    counted: list[Standing]
    not_counted: list[Standing]
    able_bodied: list[Standing]
    must_join: list[Standing]
    minors: list[Standing]


def family_of(household: Household, law: LawOn) -> Family:
    """Sort the members of a household by who counts and who must join employment measures."""
    family = Family([], [], [], [], [])
    for member in household.members:
        standing = standing_of(member, household, law)
        if standing.not_counted is not None:
            family.not_counted.append(standing)
            continue
        family.counted.append(standing)
        if standing.able_bodied:
            family.able_bodied.append(standing)
            if standing.exempt is None:
                family.must_join.append(standing)
        elif standing.age is not None and standing.age < law.adult_age:
            family.minors.append(standing)
    return family


def standing_of(member: Member, household: Household, law: LawOn) -> Standing:
    """Say what the law makes of one member on one day."""
    age, able, exempt, unsure, oldest = None, False, None, "", None
    absent = None if member.absence is Absence.NONE else NotCounted(member.absence.value)
    if member.birth is not None:
        youngest, oldest = months_at_ends(member.birth, law.day)
        age, may_be = youngest // MONTHS_IN_YEAR, oldest // MONTHS_IN_YEAR
        if age != may_be and law.is_boundary_between(age, may_be):
            unsure = "birthday"
        if age < law.adult_age:
            return Standing(member, age, absent, able, exempt, unsure)
    if member.disability not in HEAVY_DISABILITY:
        is_young = oldest is not None and oldest < law.pension_months_women  # whoever it is, woman or man
        reached = False if is_young else reached_pension_age(member, law)
        unsure = unsure or ("" if reached is not None else _unsure_of_pension(member))
        able = not reached
        exempt = _exemption(member, household, law) if able else None
    return Standing(member, age, absent or _grown(member, age, law), able, exempt, unsure)


def months_old(born_on: date, day: date) -> int:
    """Return the age in whole months on a day."""
    return (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)


def months_at_ends(birth: Birth, day: date) -> tuple[int, int]:
    """Return the youngest and the oldest age in whole months that fit a birth."""
    earliest, latest = birth
    youngest = months_old(latest, day)
    return youngest, youngest if earliest == latest else months_old(earliest, day)


def reached_pension_age(member: Member, law: LawOn) -> bool | None:
    """Whether a member has reached pension age; None when sex or birthday would be needed to say."""
    if member.birth is None:
        return member.activity is Activity.PENSIONER
    youngest, oldest = months_at_ends(member.birth, law.day)
    lowest = law.pension_months_men if member.sex is Sex.MALE else law.pension_months_women
    if oldest < lowest:
        return False
    highest = law.pension_months_women if member.sex is Sex.FEMALE else law.pension_months_men
    return True if youngest >= highest else None


def _grown(member: Member, age: int | None, law: LawOn) -> NotCounted | None:
    if age is None or member.relationship is not Relationship.CHILD:
        return None
    studies = member.activity is Activity.STUDENT and age < law.student_age
    return None if studies else NotCounted.GROWN_CHILD


def _exemption(member: Member, household: Household, law: LawOn) -> Exemption | None:
    if member.activity is Activity.STUDENT:
        return Exemption.STUDY
    if member.activity is Activity.CARER and member.cares_for is not None:
        if member.cares_for is not CaresFor.CHILD_UNDER_3:
            return Exemption.CARE
        if any(other.birth and is_under(other.birth, law.carer_child_age, law.day) for other in household.members):
            return Exemption.CARE_OF_CHILD_UNDER_3
    return Exemption.ILLNESS if member.long_illness else None


def is_under(birth: Birth, years: int, day: date) -> bool:
    """Whether somebody may be younger than so many whole years on a day."""
    return months_old(birth.latest, day) < years * MONTHS_IN_YEAR


def _unsure_of_pension(member: Member) -> str:
    return "birthday" if member.sex else "sex"
