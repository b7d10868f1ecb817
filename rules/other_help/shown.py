"""What the answers of a family show, as far as other help asks for it."""

from collections.abc import Iterator
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
    """A family as it was told and assessed; `receivers` are the members who named an income of a kind."""

    household: Household
    assessment: Assessment
    law: LawInForce
    receivers: dict[IncomeKind, list[Member]]

    @classmethod
    def by(cls, household: Household, assessment: Assessment) -> "Shown":
        """Return what a household and its assessment show."""
        shown = cls(household, assessment, assessment.law, {})
        for member in shown.members:
            for income in member.incomes:
                shown.receivers.setdefault(income.kind, []).append(member)
        return shown

    @property
    def members(self) -> list[Member]:
        """Everybody who was told, the members who count before the others."""
        family = self.assessment.family
        return [one.member for one in (*family.counted, *family.not_counted)]

    @property
    def people(self) -> list[Standing]:
        """The members who count."""
        return self.assessment.family.counted

    @property
    def adults(self) -> list[Standing]:
        """The members who count and are 18 or older, or grown up and of an age that nobody needed to ask."""
        return [one for one in self.people if one.age is None or one.age >= self.law.adult_age]

    @property
    def minors(self) -> list[Standing]:
        """The members who count and are under 18."""
        return [one for one in self.people if one.age is not None and one.age < self.law.adult_age]

    @property
    def of_working_age(self) -> list[Standing]:
        """The adults who draw no pension and have not surely reached pension age."""
        return [one for one in self.adults if not self.is_pensioner(one.member)]

    def receives(self, *kinds: IncomeKind) -> bool:
        """Whether the family named an income of one of these kinds."""
        return any(kind in self.receivers for kind in kinds)

    def is_pensioner(self, member: Member) -> bool:
        """Whether somebody draws a pension or is of the age to."""
        return draws_pension(member) or reached_pension_age(member, self.law) is True

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
        """Return everybody with a disability, child or adult."""
        return tuple(one for one in self.people if one.member.disability is not Disability.NONE)

    def last_day(self, birth: Birth, months: int) -> date | None:
        """Return the day on which somebody is so many months old; None where the birthday is not known."""
        return add_months(birth.earliest, months) if birth.is_known else None

    def is_within(self, birth: Birth, months: int) -> bool | None:
        """Whether somebody is not older than so many months, that day inclusive; None where the birthday decides."""
        if self.law.day <= add_months(birth.earliest, months):
            return True
        return None if self.law.day <= add_months(birth.latest, months) else False


def draws_pension(member: Member) -> bool:
    """Whether somebody named a pension, or what they do is to draw one."""
    return member.activity is Activity.PENSIONER or any(one.kind is IncomeKind.PENSION for one in member.incomes)
