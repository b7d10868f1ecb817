"""The family as the person describes it. Nothing here is decided yet; the words are those of the act."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple, Self, TypeVar

from rules.errors import RulesError
from rules.quarters import add_months


class Relationship(StrEnum):
    """What a member is to the applicant; a partner is no registered spouse, a ward is in guardianship."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    WARD = "ward"
    FOSTER_CHILD = "foster_child"
    CHILD_IN_LAW = "child_in_law"
    PARENT = "parent"
    PARENT_IN_LAW = "parent_in_law"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    OTHER = "other"


class Sex(StrEnum):
    """Asked only where the pension age makes it matter."""

    FEMALE = "female"
    MALE = "male"


class Activity(StrEnum):
    """What a member does: employed is permanent work, casual is odd or seasonal work; a student studies full time."""

    EMPLOYED = "employed"
    CASUAL = "casual"
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
    """Why a member lives elsewhere.

    Who works or studies there counts (P3-elsewhere), the others do not (P3-left, P4).
    `UNSURE`: nobody can say whether they still live together; both readings are worked out.
    """

    NONE = "none"
    WORK_ELSEWHERE = "work_elsewhere"
    STUDY_ELSEWHERE = "study_elsewhere"
    LEFT = "left"
    UNSURE = "unsure"
    STATE_SUPPORT = "state_support"
    MILITARY = "military"
    DETENTION = "detention"
    TREATMENT = "treatment"
    UNKNOWN = "unknown"


class IncomeKind(StrEnum):
    """Kinds of money a family receives; income.py says which of them count."""

    WAGE = "wage"
    CASUAL_WORK = "casual_work"
    FINAL_PAY = "final_pay"
    SICK_PAY = "sick_pay"
    MATERNITY_PAY = "maternity_pay"
    SELF_EMPLOYMENT = "self_employment"
    PENSION = "pension"
    ALLOWANCE = "allowance"
    CHILD_CARE_ALLOWANCE = "child_care_allowance"
    LARGE_FAMILY_ALLOWANCE = "large_family_allowance"
    SURVIVOR_ALLOWANCE = "survivor_allowance"
    DISABILITY_ALLOWANCE = "disability_allowance"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    DISABLED_CHILD_CARE_ALLOWANCE = "disabled_child_care_allowance"
    CARER_ALLOWANCE = "carer_allowance"
    BIRTH_GRANT = "birth_grant"
    ONE_OFF_STATE_PAYMENT = "one_off_state_payment"
    LOCAL_AID = "local_aid"
    ALIMONY = "alimony"
    ALIMONY_ARREARS = "alimony_arrears"
    FARM = "farm"
    RENT = "rent"
    SALE = "sale"
    GIFT = "gift"
    INTEREST = "interest"
    WINNINGS = "winnings"
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


class Holding(StrEnum):
    """Property that article 125(1) names: each is a basis for the conclusion of no need (R8)."""

    DWELLINGS = "dwellings"
    PREMISES = "premises"
    BUILDING_PLOT = "building_plot"
    CARS = "cars"
    TRANSPORT = "transport"


class DayUnknown(StrEnum):
    """Stands for the day of something that happened where the person does not know the day."""

    UNKNOWN = "unknown"


class Missing(StrEnum):
    """An answer or a number without which nobody can be sure: of a member, of what happened, of the law."""

    MEMBER = "member"
    BIRTHDAY = "birthday"
    SEX = "sex"
    INCOME = "income"
    REFUSED_MEASURES_ON = "refused_measures_on"
    CONTRACT_BROKEN_ON = "contract_broken_on"
    FALSE_DATA_ON = "false_data_on"
    MONTHLY_CALCULATION_INDEX = "monthly_calculation_index"


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


WORDS_OF_MEMBER: Final[tuple[tuple[str, type[StrEnum]], ...]] = (
    ("relationship", Relationship),
    ("sex", Sex),
    ("activity", Activity),
    ("cares_for", CaresFor),
    ("disability", Disability),
    ("absence", Absence),
)


Word = TypeVar("Word", bound=StrEnum)


class UnknownWordError(RulesError):
    """A word is none of those that the law knows; the message names the field, the word and what is allowed."""


def _word(name: str, value: Any, words: type[Word]) -> Word:
    if type(value) is words:
        return value
    if not isinstance(value, str) or value not in words.__members__.values():
        raise UnknownWordError(f"{name}: unknown word {value!r}; allowed: {', '.join(words)}")
    return words(value)


def _take_word(owner: object, name: str, words: type[StrEnum]) -> None:
    value = getattr(owner, name)
    if value is not None and type(value) is not words:
        object.__setattr__(owner, name, _word(name, value, words))


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the family. No birth: a grown-up whose age nobody needed to ask.

    `entitled`: a citizen, kandas, refugee, or permanently resident (P1). `cared_for_age`: the whole years of the
    elderly person whom a carer cares for, where they are no member. Plain words are taken as those of the enums;
    UnknownWordError names a word that is none.
    """

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
    entitled: bool = True
    cared_for_age: int | None = None

    def __post_init__(self) -> None:
        for name, words in WORDS_OF_MEMBER:
            _take_word(self, name, words)
        if any(type(income.kind) is not IncomeKind for income in self.incomes):
            incomes = tuple(income._replace(kind=_word("income", income.kind, IncomeKind)) for income in self.incomes)
            object.__setattr__(self, "incomes", incomes)


@dataclass(frozen=True, slots=True)
class History:
    """What happened before and counts now (R2-R6, F2).

    `false_data` says that the authority found knowingly false data; `false_data_on` the day they were submitted.
    """

    refused_measures_on: date | DayUnknown | None = None
    contract_broken_on: date | DayUnknown | None = None
    commission: Commission = Commission.UNKNOWN
    false_data: bool = False
    awarded_mother: AwardedMother = AwardedMother.NONE
    false_data_on: date | DayUnknown | None = None

    def __post_init__(self) -> None:
        _take_word(self, "commission", Commission)
        _take_word(self, "awarded_mother", AwardedMother)
        for name in ("refused_measures_on", "contract_broken_on", "false_data_on"):
            if isinstance(getattr(self, name), str):
                _take_word(self, name, DayUnknown)


@dataclass(frozen=True, slots=True)
class Property:
    """What the family owns or uses of what article 125(1) names, and what takes such a basis away (R8).

    `dwellings_area_m2`: the useful area of all dwellings together, in whole square metres; None where not known.
    """

    holdings: frozenset[Holding] = frozenset()
    dwellings_area_m2: int | None = None
    dwellings_in_emergency_state: bool = False
    plot_granted_free: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "holdings", frozenset(_word("holdings", holding, Holding) for holding in self.holdings)
        )


NOTHING_HAPPENED = History()
NO_PROPERTY = Property()


@dataclass(frozen=True, slots=True)
class Household:
    """A family in a region (ISO 3166-2:KZ), as `assess` takes it; one member is the applicant.

    `registered`: at least the applicant is registered somewhere, so that there is a place to apply (P2).
    """

    region: str
    members: tuple[Member, ...]
    history: History = NOTHING_HAPPENED
    property: Property = NO_PROPERTY
    registered: bool = True
