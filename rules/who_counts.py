"""Who counts, who is able-bodied, who is exempt from employment measures (P3-P6)."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from rules.household import (
    Absence,
    Activity,
    Birth,
    CaresFor,
    Disability,
    Household,
    Member,
    Missing,
    Relationship,
    Sex,
)
from rules.law_in_force import MONTHS_IN_YEAR, LawInForce

# Tuples, as words of an enum are found in them by identity: they are looked up ten thousand times a second.
COUPLE: Final = (Relationship.APPLICANT, Relationship.SPOUSE)
CHILDREN: Final = (Relationship.CHILD, Relationship.WARD, Relationship.FOSTER_CHILD)
HEAVY_DISABILITY: Final = (Disability.GROUP_1, Disability.GROUP_2)
COUNTED_THOUGH_ELSEWHERE: Final = (Absence.NONE, Absence.WORK_ELSEWHERE, Absence.STUDY_ELSEWHERE, Absence.UNSURE)
# Whose small child may be whose: one of the parents is exempt for it (P6).
PARENTS_OF: Final[dict[Relationship, tuple[Relationship, ...]]] = {
    Relationship.APPLICANT: CHILDREN,
    Relationship.SPOUSE: CHILDREN,
    Relationship.PARTNER: CHILDREN,
    Relationship.CHILD: (Relationship.GRANDCHILD,),
    Relationship.CHILD_IN_LAW: (Relationship.GRANDCHILD,),
    Relationship.PARENT: (Relationship.SIBLING,),
    Relationship.SIBLING: (Relationship.OTHER,),
    Relationship.OTHER: (Relationship.OTHER,),
}


class NotCounted(StrEnum):
    """Why a member does not count; a grown child who lives elsewhere, as they no longer study or are too old."""

    STATE_SUPPORT = "state_support"
    MILITARY = "military"
    DETENTION = "detention"
    TREATMENT = "treatment"
    UNKNOWN = "unknown"
    LEFT = "left"
    GROWN_CHILD = "grown_child"


class Exemption(StrEnum):
    """Why an able-bodied member need not take part in employment measures (P6)."""

    STUDY = "study"
    ILLNESS = "illness"
    CARE_OF_CHILD_UNDER_3 = "care_of_child_under_3"
    CARE = "care"
    PERMANENT_WORK = "permanent_work"


# Names of their own: a word is looked up in its enum three times slower, and these for every member of every family.
AT_HOME, STUDIES_ELSEWHERE, UNSURE = Absence.NONE, Absence.STUDY_ELSEWHERE, Absence.UNSURE
STUDENT, EMPLOYED, CARER, PENSIONER = Activity.STUDENT, Activity.EMPLOYED, Activity.CARER, Activity.PENSIONER
FEMALE, MALE = Sex.FEMALE, Sex.MALE
PERMANENT_WORK: Final = Exemption.PERMANENT_WORK
CARERS: Final = (Exemption.CARE, Exemption.CARE_OF_CHILD_UNDER_3)


class Standing(NamedTuple):
    """What the law makes of one member on one day; `age` in whole years, None when nobody asked."""

    member: Member
    age: int | None
    not_counted: NotCounted | None
    able_bodied: bool
    exempt: Exemption | None
    unsure: Missing | None

    @property
    def label(self) -> str:
        """The member's label."""
        return self.member.label


class Family(NamedTuple):
    """The members sorted by what the law makes of them.

    `must_join` are the able-bodied who are not exempt; `second_carers` those of them who care as well, but only one
    member of a family may be its carer (P6). Of the counted, `not_entitled` may get nothing (P1), and of the `unsure`
    nobody can say whether they live with the family (P3-left). `children` are its minors and its students under 23
    (F1); `relatives` are more than applicant, spouse and children: before the Social Code it is open whether they count
    (P3).
    """

    counted: list[Standing]
    not_counted: list[Standing]
    able_bodied: list[Standing]
    must_join: list[Standing]
    minors: list[Standing]
    second_carers: list[Standing]
    not_entitled: list[Standing]
    unsure: list[Standing]
    children: list[Standing]
    relatives: list[Standing]


def family_of(household: Household, law: LawInForce) -> Family:
    """Sort the members of a household by who counts and who must join employment measures."""
    return sorted_family([standing_of(member, household, law) for member in household.members], law)


def sorted_family(standings: Iterable[Standing], law: LawInForce) -> Family:  # noqa: C901, one pass over all of them
    """Sort members by what the law makes of them."""
    family = Family([], [], [], [], [], [], [], [], [], [])
    counted, left, able, must_join, minors, second_carers, not_entitled, unsure, children, relatives = family
    carer_found = False
    for each in standings:
        standing = each
        member, age, not_counted, able_bodied, exempt, _unsure = standing
        if not_counted is not None:
            left.append(standing)
            continue
        if exempt in CARERS and law.permanent_work_exempts:  # "only one" came with the Social Code as well
            if carer_found:
                exempt = None
                standing = standing._replace(exempt=None)
                second_carers.append(standing)
            carer_found = True
        counted.append(standing)
        relationship = member.relationship
        if relationship not in COUPLE:
            of_family = relationship in CHILDREN and is_child_of_family(standing, law)
            (children if of_family else relatives).append(standing)
        if not member.entitled:
            not_entitled.append(standing)
        if member.absence is UNSURE:
            unsure.append(standing)
        if able_bodied:
            able.append(standing)
            if exempt is None:
                must_join.append(standing)
        elif age is not None and age < law.adult_age:
            minors.append(standing)
    return family


def standing_of(member: Member, household: Household, law: LawInForce) -> Standing:
    """Say what the law makes of one member on one day."""
    age, able, exempt, unsure, oldest = None, False, None, None, None
    absent = None
    if member.absence is not AT_HOME and member.absence not in COUNTED_THOUGH_ELSEWHERE:
        absent = NotCounted(member.absence.value)
    if member.birth is not None:
        youngest, oldest = months_at_ends(member.birth, law.day)
        age, may_be = youngest // MONTHS_IN_YEAR, oldest // MONTHS_IN_YEAR
        if age != may_be and law.is_boundary_between(age, may_be):
            unsure = Missing.BIRTHDAY
        if age < law.adult_age:
            return Standing(member, age, absent, able, exempt, unsure)
        if member.absence is STUDIES_ELSEWHERE and age >= law.student_age:
            absent = NotCounted.GROWN_CHILD
    elif member.absence is STUDIES_ELSEWHERE:  # an adult whose age nobody asked: no child who studies
        absent = NotCounted.GROWN_CHILD
    if member.disability not in HEAVY_DISABILITY and (law.ill_are_able_bodied or not member.long_illness):
        is_young = oldest is not None and oldest < law.pension_months_women  # whoever it is, woman or man
        reached = False if is_young else reached_pension_age(member, law)
        unsure = unsure or (None if reached is not None else _unsure_of_pension(member))
        able = not reached
        exempt = _exemption(member, household, law) if able else None
    return Standing(member, age, absent, able, exempt, unsure)


def months_old(born_on: date, day: date) -> int:
    """Return the age in whole months on a day."""
    return (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)


def months_at_ends(birth: Birth, day: date) -> tuple[int, int]:
    """Return the youngest and the oldest age in whole months that fit a birth."""
    earliest, latest = birth
    youngest = months_old(latest, day)
    return youngest, youngest if earliest == latest else months_old(earliest, day)


def reached_pension_age(member: Member, law: LawInForce) -> bool | None:
    """Whether a member has reached pension age; None when sex or birthday would be needed to say."""
    if member.birth is None:
        return member.activity is PENSIONER
    youngest, oldest = months_at_ends(member.birth, law.day)
    lowest = law.pension_months_men if member.sex is MALE else law.pension_months_women
    if oldest < lowest:
        return False
    highest = law.pension_months_women if member.sex is FEMALE else law.pension_months_men
    return True if youngest >= highest else None


def is_child_of_family(standing: Standing, law: LawInForce) -> bool:
    """Whether a child of the family is a minor, or studies full time and is under 23 (P3, F1)."""
    age = standing.age
    if age is None:
        return standing.member.activity is STUDENT
    return age < law.adult_age or (standing.member.activity is STUDENT and age < law.student_age)


def _exemption(member: Member, household: Household, law: LawInForce) -> Exemption | None:
    if member.activity is STUDENT:
        return Exemption.STUDY
    if member.activity is EMPLOYED and law.permanent_work_exempts:
        return PERMANENT_WORK
    if member.activity is CARER and member.cares_for is not None and EXEMPTS[member.cares_for](member, household, law):
        is_small_child = member.cares_for is CaresFor.CHILD_UNDER_3
        return Exemption.CARE_OF_CHILD_UNDER_3 if is_small_child else Exemption.CARE
    return Exemption.ILLNESS if member.long_illness else None


def has_child_under_3(member: Member, household: Household, law: LawInForce) -> bool:
    """Whether there is a child under three whose parent a carer can be; before the Social Code any such child."""
    of_parent = PARENTS_OF.get(member.relationship, ()) if law.permanent_work_exempts else None
    return any(
        other.birth is not None
        and other.absence in COUNTED_THOUGH_ELSEWHERE
        and is_under(other.birth, law.carer_child_age, law.day)
        and (of_parent is None or other.relationship in of_parent)
        for other in household.members
    )


def cares_for_somebody_over_80(member: Member, household: Household, law: LawInForce) -> bool:
    """Whether the elderly person cared for is over the age that the law names, or nobody said how old (P6)."""
    age = age_of_cared_for(member, household, law)
    return law.elderly_care_age is None or age is None or age >= law.elderly_care_age


def age_of_cared_for(member: Member, household: Household, law: LawInForce) -> int | None:
    """Return the whole years of the elderly person whom a carer cares for: as said, else of the oldest member."""
    if member.cared_for_age is not None:
        return member.cared_for_age
    ages = [
        months_at_ends(other.birth, law.day)[1] // MONTHS_IN_YEAR
        for other in household.members
        if other is not member and other.birth is not None
    ]
    oldest = max(ages, default=0)
    return oldest if oldest * MONTHS_IN_YEAR >= law.pension_months_women else None


def _always(_member: Member, _household: Household, _law: LawInForce) -> bool:
    return True


EXEMPTS: Final[dict[CaresFor, Callable[[Member, Household, LawInForce], bool]]] = {
    CaresFor.CHILD_UNDER_3: has_child_under_3,
    CaresFor.DISABLED_CHILD: _always,
    CaresFor.DISABLED_ADULT: _always,
    CaresFor.ELDERLY: cares_for_somebody_over_80,
}


def is_under(birth: Birth, years: int, day: date) -> bool:
    """Whether somebody may be younger than so many whole years on a day."""
    return months_old(birth.latest, day) < years * MONTHS_IN_YEAR


def _unsure_of_pension(member: Member) -> Missing:
    return Missing.BIRTHDAY if member.sex else Missing.SEX
