"""What `assess` returns. Every word and number of it can be written as JSON (record.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from rules.amount import TengeRange
from rules.household import Holding, IncomeKind, Missing
from rules.income import FamilyIncome
from rules.income_within_line import Outcome
from rules.kind_of_assistance import Assistance
from rules.law_in_force import LawInForce
from rules.poverty_line import PovertyLine
from rules.readings import Reading
from rules.refusals import Ground, Refusal
from rules.social_package import ChildPackage
from rules.sources import Source
from rules.who_counts import Family


class Step(NamedTuple):
    """One step of the explanation: what was asked of the law, with which values, and whether it held.

    `name` is the step's Fluent id (`why-<name>` in locales/); `values` are whole numbers, decimal strings, words
    of the enums and lists of them; `passed` is None where there is nothing to hold.
    """

    name: str
    values: Mapping[str, Any]
    passed: bool | None
    sources: tuple[Source, ...]


class Gap(NamedTuple):
    """An answer or a number that is missing: `what`, of which member (empty: of nobody), an income of which kind."""

    what: Missing
    label: str
    kind: IncomeKind | None = None


class Warn(StrEnum):
    """What the person must be told beside the result; those in `warnings_and_gaps.DOUBTS` make it preliminary.

    Grown children are left out, and the supplement's upper age is in doubt, only in results of an earlier version.
    """

    ESTIMATED_LINE = "estimated_line"
    LINE_MAY_BE_HIGHER = "line_may_be_higher"
    SOME_NOT_ENTITLED = "some_not_entitled"
    REGISTERED_NOWHERE = "registered_nowhere"
    RELATIVES_COUNTED = "relatives_counted"
    SPOUSE_LEFT = "spouse_left"
    ABSENT_NOT_COUNTED = "absent_not_counted"
    NOT_REGISTERED_HERE = "not_registered_here"
    INCOME_ESTIMATED = "income_estimated"
    FARM_INCOME_ESTIMATED = "farm_income_estimated"
    UNVERIFIED_INCOME_COUNTED = "unverified_income_counted"
    LOAN_COUNTED = "loan_counted"
    INCOME_LEFT_OUT = "income_left_out"
    LARGE_FAMILY_ALLOWANCE_NOT_LISTED = "large_family_allowance_not_listed"
    PENSION_AGE_UNVERIFIED = "pension_age_unverified"
    CARE_EXEMPTION_UNVERIFIED = "care_exemption_unverified"
    CARE_OF_ELDERLY_NOT_OVER_80 = "care_of_elderly_not_over_80"
    AGE_OF_ELDERLY_UNKNOWN = "age_of_elderly_unknown"
    ONLY_ONE_CARER = "only_one_carer"
    ILL_NOT_ABLE_BODIED = "ill_not_able_bodied"
    PERMANENT_WORK_EXEMPTS = "permanent_work_exempts"
    NO_CHILD_UNDER_3 = "no_child_under_3"
    EXEMPT_MEMBER_REFUSED_MEASURES = "exempt_member_refused_measures"
    FALSE_DATA_TERM_NOT_READ = "false_data_term_not_read"
    INDEX_FROM_PRESS = "index_from_press"
    INDEX_UNKNOWN = "index_unknown"
    GROWN_CHILD_NOT_COUNTED = "grown_child_not_counted"
    SUPPLEMENT_UPPER_AGE = "supplement_upper_age"
    SUPPLEMENT_AT_ZERO = "supplement_at_zero"
    AWARD_MULTIPLIER_UNVERIFIED = "award_multiplier_unverified"
    COMMISSION_MAY_ASK = "commission_may_ask"
    ASK_THE_SCHOOL = "ask_the_school"
    LAW_READ_EARLIER = "law_read_earlier"


class Allowances(NamedTuple):
    """Payments beside the assistance, tenge a month; None where the calculation index is not known."""

    children: int
    large_family_tenge: int | None
    awarded_mother_tenge: int | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules find of a family on one day; amounts in tenge, a range's ends equal when all is known.

    `assistance` is the kind the family would get; None when refused. `supplement_tenge` is None where the
    calculation index of the day is not known. `per_capita` and `difference` (line - per-capita income, at the lower
    end) are decimal strings for showing. `total` is amount and supplement over the months. `undated` are the
    grounds that may stand or not, as the day from which their term runs is not known. Where readings are open,
    `monthly` and `total` go from the least to the greatest of them, `amount` is that of the reading in which all that
    is open counts, as the steps show it. `likely_tenge` is that amount by the likely value of an estimated line; None
    where the income is not known. `no_need` are the bases of the conclusion that there is no need. `open_grounds` are
    the grounds that stand in that reading of a family which another reading does not refuse.
    """

    region: str
    outcome: Outcome
    by_income: Outcome
    law: LawInForce
    family: Family
    income: FamilyIncome
    per_capita: str
    line: PovertyLine
    difference: str
    assistance: Assistance | None
    monthly: TengeRange
    likely_tenge: int | None
    amount: TengeRange
    supplement_children: int
    supplement_tenge: int | None
    months: int
    total: TengeRange
    allowances: Allowances
    award: str
    refusals: list[Refusal]
    undated: list[Ground]
    children: list[ChildPackage]
    no_need: list[Holding]
    readings: list[Reading]
    open_grounds: list[Refusal]


@dataclass(frozen=True, slots=True)
class Assessment(Findings):
    """What `assess` returns: the findings, and what is said of them.

    `is_preliminary`: something is missing, or a warning leaves it in doubt.
    """

    warnings: list[Warn]
    gaps: list[Gap]
    steps: list[Step]
    is_preliminary: bool
