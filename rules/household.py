"""The family as the person describes it. Nothing here is decided yet; the words are those of the act."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Self

from rules.deadlines import add_months


class Relationship(StrEnum):
    """What a member is to the applicant."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    OTHER = "other"


class Sex(StrEnum):
    """Asked only where the pension age makes it matter."""

    FEMALE = "female"
    MALE = "male"


class Activity(StrEnum):
    """What a member does; a student studies full time."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYED = "unemployed"
    STUDENT = "student"
    PENSIONER = "pensioner"
    CARER = "carer"
    NONE = "none"


class CaresFor(StrEnum):
    """Whom a carer cares for (P6)."""

    CHILD_UNDER_3 = "child_under_3"
    DISABLED_CHILD = "disabled_child"
    DISABLED_ADULT = "disabled_adult"
    ELDERLY = "elderly"


class Disability(StrEnum):
    """The group of disability; CHILD is a child with a disability."""

    NONE = "none"
    GROUP_1 = "group_1"
    GROUP_2 = "group_2"
    GROUP_3 = "group_3"
    CHILD = "child"


class Absence(StrEnum):
    """Why a member does not count (P4)."""

    NONE = "none"
    STATE_SUPPORT = "state_support"
    MILITARY = "military"
    DETENTION = "detention"
    TREATMENT = "treatment"
    UNKNOWN = "unknown"


class IncomeKind(StrEnum):
    """Kinds of money a family receives; income.py says which of them count."""

    WAGE = "wage"
    SELF_EMPLOYMENT = "self_employment"
    PENSION = "pension"
    ALLOWANCE = "allowance"
    CHILD_CARE_ALLOWANCE = "child_care_allowance"
    LARGE_FAMILY_ALLOWANCE = "large_family_allowance"
    ALIMONY = "alimony"
    FARM = "farm"
    RENT = "rent"
    SALE = "sale"
    GIFT = "gift"
    INTEREST = "interest"
    STIPEND = "stipend"
    LOAN = "loan"
    EMPLOYMENT_MEASURE = "employment_measure"
    ASSISTANCE = "assistance"
    HOUSING_AID = "housing_aid"
    BURIAL_GRANT = "burial_grant"
    CHILD_DISABILITY_ALLOWANCE = "child_disability_allowance"
    OTHER = "other"


class Commission(StrEnum):
    """What the district commission concluded on this application."""

    UNKNOWN = "unknown"
    NEED = "need"
    NO_NEED = "no_need"
    EXAMINATION_REFUSED = "examination_refused"


class AwardedMother(StrEnum):
    """The award of a mother of many children (F2)."""

    NONE = "none"
    KUMIS_ALQA = "kumis_alqa"
    ALTYN_ALQA = "altyn_alqa"


class DayUnknown(StrEnum):
    """Stands for the day of something that happened where the person does not know the day."""

    UNKNOWN = "unknown"


class Birth(NamedTuple):
    """When somebody was born: a day, or the first and the last day that fit an age in years."""

    earliest: date
    latest: date

    @classmethod
    def on(cls, day: date) -> Self:
        """Return a birth whose day is known."""
        return cls(day, day)

    @classmethod
    def at_age(cls, years: int, on: date) -> Self:
        """Return the births of somebody who is that many whole years old on a day."""
        youngest = add_months(on, -12 * years)
        return cls(add_months(on, -12 * (years + 1)) + timedelta(days=1), youngest)

    @property
    def is_known(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest


class Income(NamedTuple):
    """Money of one kind over the three months of the base quarter, in tenge.

    The ends differ where the person could only estimate; `high_tenge` is None where nothing is known.
    """

    kind: IncomeKind
    low_tenge: int
    high_tenge: int | None

    @classmethod
    def of(cls, kind: IncomeKind, tenge: int) -> Self:
        """Return an income whose sum is known."""
        return cls(kind, tenge, tenge)


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the family. No birth: a grown-up whose age nobody needed to ask."""

    label: str
    relationship: Relationship
    birth: Birth | None = None
    sex: Sex | None = None
    activity: Activity = Activity.NONE
    cares_for: CaresFor | None = None
    disability: Disability = Disability.NONE
    long_illness: bool = False
    absence: Absence = Absence.NONE
    registered_here: bool = True
    incomes: tuple[Income, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What happened before and counts now (R2-R6, F2)."""

    refused_measures_on: date | DayUnknown | None = None
    contract_broken_on: date | DayUnknown | None = None
    commission: Commission = Commission.UNKNOWN
    false_data: bool = False
    awarded_mother: AwardedMother = AwardedMother.NONE


NOTHING_HAPPENED = History()


@dataclass(frozen=True, slots=True)
class Household:
    """A family in a region (ISO 3166-2:KZ), as `assess` takes it; one member is the applicant."""

    region: str
    members: tuple[Member, ...]
    history: History = NOTHING_HAPPENED
