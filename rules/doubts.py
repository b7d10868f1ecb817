"""What the person must be told beside the result: warnings, and the answers or numbers that are missing.

Anything that is neither read in the act nor official makes what rests on it preliminary.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from rules.eligibility import Outcome
from rules.family import Exemption, NotCounted, Standing
from rules.household import CaresFor, Commission, DayUnknown, Household, IncomeKind, Relationship
from rules.income import UNVERIFIED_KINDS, not_counted_kinds
from rules.law_on import MONTHS_IN_YEAR, LawOn
from rules.poverty_line import Basis
from rules.refusals import Ground, measures_refused_until
from rules.result import Assessment, Gap, Warn
from rules.social_package import ChildPackage, PackageItem
from rules.sources import Edition, provisions

PRACTICAL: Final = frozenset(
    {
        Warn.NOT_REGISTERED_HERE,
        Warn.LARGE_FAMILY_ALLOWANCE_NOT_LISTED,
        Warn.NO_CHILD_UNDER_3,
        Warn.FALSE_DATA_TERM_NOT_READ,
        Warn.COMMISSION_MAY_ASK,
        Warn.ASK_THE_SCHOOL,
    }
)
DOUBTS: Final = frozenset(Warn) - PRACTICAL
# What is missing where a ground has no day: the field of the history.
DAY_OF: Final = {Ground.MEASURES_REFUSED: "refused_measures_on", Ground.CONTRACT_BROKEN: "contract_broken_on"}
PARENTS_AND_CHILDREN: Final = frozenset({Relationship.APPLICANT, Relationship.SPOUSE, Relationship.CHILD})


def warnings(household: Household, assessment: Assessment) -> list[Warn]:
    """Return what must be said beside a result, each once, in the order of the act."""
    found = (
        *_of_family(household, assessment),
        *_of_income(assessment),
        *_of_refusals(household, assessment),
        *_of_allowances(assessment),
    )
    return list(dict.fromkeys(found))


def gaps(assessment: Assessment) -> list[Gap]:
    """Return the answers and numbers that are missing from a result."""
    found = [Gap(standing.unsure, standing.label) for standing in assessment.family.counted if standing.unsure]
    found += [Gap("income", f"{label}: {kind}") for label, kind in assessment.income.estimated]
    found += [Gap(DAY_OF[ground], "") for ground in assessment.undated]
    if Warn.INDEX_UNKNOWN in assessment.warnings:
        found.append(Gap("monthly_calculation_index", ""))
    return found


def _of_family(household: Household, assessment: Assessment) -> Iterator[Warn]:
    family, law = assessment.family, assessment.law
    # The pension ages were not read in the act: whoever lies between the lowest and the highest may be either.
    lowest, highest = law.pension_months_women // MONTHS_IN_YEAR, law.pension_months_men // MONTHS_IN_YEAR
    for member, age, _not_counted, _able_bodied, exempt, _unsure in family.counted:
        if member.relationship not in PARENTS_AND_CHILDREN:
            yield Warn.RELATIVES_COUNTED
        if not member.registered_here:
            yield Warn.NOT_REGISTERED_HERE
        if exempt is None:
            if member.cares_for is CaresFor.CHILD_UNDER_3:
                yield Warn.NO_CHILD_UNDER_3
        elif exempt is Exemption.CARE:
            yield Warn.CARE_EXEMPTION_UNVERIFIED
        if age is not None and lowest <= age <= highest:
            yield Warn.PENSION_AGE_UNVERIFIED
    if family.not_counted:
        yield from _of_not_counted(family.not_counted)
    if _commission_has_criteria(law) and household.history.commission is Commission.UNKNOWN:
        yield Warn.COMMISSION_MAY_ASK


def _of_not_counted(members: Iterable[Standing]) -> Iterator[Warn]:
    reasons = {member.not_counted for member in members}
    if reasons - {NotCounted.GROWN_CHILD}:
        yield Warn.ABSENT_NOT_COUNTED
    if NotCounted.GROWN_CHILD in reasons:
        yield Warn.GROWN_CHILD_NOT_COUNTED


@cache
def _commission_has_criteria(law: LawOn) -> bool:
    return provisions()["R8"].covers(law.day)


def _of_income(assessment: Assessment) -> Iterator[Warn]:
    if assessment.line.basis is Basis.ESTIMATE:
        yield Warn.ESTIMATED_LINE
    income = assessment.income
    if income.estimated:
        yield Warn.INCOME_ESTIMATED
    kinds = income.kinds
    if IncomeKind.FARM in kinds:
        yield Warn.FARM_INCOME_ESTIMATED
    if not kinds.isdisjoint(UNVERIFIED_KINDS):
        yield Warn.UNVERIFIED_INCOME_COUNTED
    if not kinds.isdisjoint(not_counted_kinds(assessment.law)):
        yield Warn.INCOME_LEFT_OUT
    if IncomeKind.LOAN in kinds and assessment.law.loans_count:
        yield Warn.LOAN_COUNTED
    if assessment.allowances.large_family_tenge != 0 and IncomeKind.LARGE_FAMILY_ALLOWANCE not in kinds:
        yield Warn.LARGE_FAMILY_ALLOWANCE_NOT_LISTED


def _of_refusals(household: Household, assessment: Assessment) -> Iterator[Warn]:
    history = household.history
    if history.false_data:
        yield Warn.FALSE_DATA_TERM_NOT_READ
    if assessment.family.must_join:
        return
    if history.refused_measures_on is DayUnknown.UNKNOWN or measures_refused_until(history, assessment.law):
        yield Warn.EXEMPT_MEMBER_REFUSED_MEASURES


def _of_allowances(assessment: Assessment) -> Iterator[Warn]:
    allowances = assessment.allowances
    needed = (assessment.supplement_tenge, allowances.large_family_tenge, allowances.awarded_mother_tenge)
    if None in needed:
        yield Warn.INDEX_UNKNOWN
    elif any(needed) and assessment.law.index is not None and not assessment.law.index.grade.is_firm:
        yield Warn.INDEX_FROM_PRESS
    if assessment.supplement_tenge and _in_last_year_of_supplement(assessment):
        yield Warn.SUPPLEMENT_UPPER_AGE
    if assessment.outcome is Outcome.ELIGIBLE and assessment.monthly.high == 0 and assessment.supplement_tenge:
        yield Warn.SUPPLEMENT_AT_ZERO
    if allowances.awarded_mother_tenge and _multiplier_is_unverified(assessment.law.day):
        yield Warn.AWARD_MULTIPLIER_UNVERIFIED
    if assessment.law.edition is Edition.E2023 and _at_school(assessment.children):
        yield Warn.ASK_THE_SCHOOL


def _in_last_year_of_supplement(assessment: Assessment) -> bool:
    last = assessment.law.supplement_ages.stop - 1
    return last in [minor.age for minor in assessment.family.minors]


def _multiplier_is_unverified(day: date) -> bool:
    return provisions()["F2-earlier"].covers(day)


def _at_school(children: Iterable[ChildPackage]) -> bool:
    return any(PackageItem.SCHOOL_MEALS in child.package for child in children)
