"""What the answers of a family show, as far as other help asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.household import (
    Activity,
    Birth,
    Disability,
    Household,
    IncomeKind,
    Member,
    Relationship,
)
from rules.law_in_force import LawInForce
from rules.quarters import add_months
from rules.result import Assessment
from rules.who_counts import COUPLE, PARENTS_OF, Standing, reached_pension_age

OWN_CHILDREN: Final = (Relationship.CHILD, Relationship.WARD)
PARTNERS: Final = (*COUPLE, Relationship.PARTNER)
BY_GROUP: Final = (Disability.GROUP_1, Disability.GROUP_2, Disability.GROUP_3)
# Who is insured by what they do: permanent work and a business of one's own (article 243 of the Social Code).
INSURED: Final = (Activity.EMPLOYED, Activity.SELF_EMPLOYED)
WORKING: Final = (*INSURED, Activity.CASUAL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A family as it was told and assessed.

    `receivers` are the members who named an income of a kind. `people` are the members who count; of them the `adults`
    are 18 or older, or grown up and of an age that nobody needed to ask, and the `of_working_age` draw no pension and
    have not surely reached pension age. `members` are all, those who count before the others.
    """

    household: Household
    assessment: Assessment
    law: LawInForce
    receivers: Mapping[IncomeKind, list[Member]]
    members: list[Member]
    people: list[Standing]
    adults: list[Standing]
    minors: list[Standing]
    of_working_age: list[Standing]

    @classmethod
    def by(cls, household: Household, assessment: Assessment) -> "Shown":
        """Return what a household and its assessment show."""
        law, family = assessment.law, assessment.family
        members = [one.member for one in (*family.counted, *family.not_counted)]
        receivers: dict[IncomeKind, list[Member]] = {}
        for member in members:
            for income in member.incomes:
                receivers.setdefault(income.kind, []).append(member)
        adults = [one for one in family.counted if one.age is None or one.age >= law.adult_age]
        minors = [one for one in family.counted if one.age is not None and one.age < law.adult_age]
        of_working_age = [one for one in adults if not is_pensioner(one.member, law)]
        return cls(household, assessment, law, receivers, members, family.counted, adults, minors, of_working_age)

    def receives(self, *kinds: IncomeKind) -> bool:
        """Whether the family named an income of one of these kinds."""
        return any(kind in self.receivers for kind in kinds)

    def parents_of(self, child: Standing) -> list[Standing]:
        """Return the adults of the family who may be parents of a child, by what each is to the applicant."""
        relationship = child.member.relationship
        return [
            one
            for one in self.adults
            if one is not child and relationship in PARENTS_OF.get(one.member.relationship, ())
        ]

    def disabled_adults(self) -> Iterator[Standing]:
        """Yield the adults with a group of disability."""
        return (one for one in self.adults if one.member.disability in BY_GROUP)

    def disabled(self) -> tuple[Standing, ...]:
        """Return everybody with a disability, child or adult, who is a citizen, kandas or resident (P1)."""
        return tuple(one for one in self.people if one.member.disability is not Disability.NONE and one.member.entitled)

    def last_day(self, birth: Birth, months: int) -> date | None:
        """Return the day on which somebody is so many months old; None where the birthday is not known."""
        return add_months(birth.earliest, months) if birth.is_known else None

    def is_within(self, birth: Birth, months: int) -> bool | None:
        """Whether somebody is not older than so many months, that day inclusive; None where the birthday decides."""
        if self.law.day <= add_months(birth.earliest, months):
            return True
        return None if self.law.day <= add_months(birth.latest, months) else False


def is_pensioner(member: Member, law: LawInForce) -> bool:
    """Whether somebody draws a pension or is of the age to (P5)."""
    return draws_pension(member) or reached_pension_age(member, law) is True


def draws_pension(member: Member) -> bool:
    """Whether somebody named a pension, or what they do is to draw one."""
    return member.activity is Activity.PENSIONER or any(one.kind is IncomeKind.PENSION for one in member.incomes)
