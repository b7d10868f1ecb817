"""What the person must be told beside the result: warnings, and the answers or numbers that are missing.

Anything that is neither read in the act nor official makes what rests on it preliminary.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Final

from rules.household import (
    Absence,
    CaresFor,
    Commission,
    DayUnknown,
    Household,
    IncomeKind,
    Member,
    Missing,
    Relationship,
)
from rules.income import not_counted_kinds
from rules.income_within_line import Outcome
from rules.law_in_force import MONTHS_IN_YEAR, LawInForce
from rules.poverty_line import Basis, is_by_median_income
from rules.refusals import Ground, could_refuse_measures, false_data_were_found, measures_refused_until
from rules.result import Findings, Gap, Warn
from rules.social_package import ChildPackage, PackageItem
from rules.sources import READ_AS_OF, Edition, provisions
from rules.who_counts import PERMANENT_WORK, Exemption, Family, age_of_cared_for, has_child_under_3

PRACTICAL: Final = frozenset(
    {
        Warn.SOME_NOT_ENTITLED,
        Warn.REGISTERED_NOWHERE,
        Warn.RELATIVES_COUNTED,
        Warn.ILL_NOT_ABLE_BODIED,
        Warn.SPOUSE_LEFT,
        Warn.NOT_REGISTERED_HERE,
        Warn.CARE_OF_ELDERLY_NOT_OVER_80,
        Warn.ONLY_ONE_CARER,
        Warn.PERMANENT_WORK_EXEMPTS,
        Warn.LARGE_FAMILY_ALLOWANCE_NOT_LISTED,
        Warn.NO_CHILD_UNDER_3,
        Warn.FALSE_DATA_TERM_NOT_READ,
        Warn.COMMISSION_MAY_ASK,
        Warn.ASK_THE_SCHOOL,
        Warn.LAW_READ_EARLIER,
    }
)
DOUBTS: Final = frozenset(Warn) - PRACTICAL
# What is missing where a ground has no day.
DAY_OF: Final = {
    Ground.MEASURES_REFUSED: Missing.REFUSED_MEASURES_ON,
    Ground.CONTRACT_BROKEN: Missing.CONTRACT_BROKEN_ON,
    Ground.FALSE_DATA: Missing.FALSE_DATA_ON,
}
FARM, OTHER, LOAN = IncomeKind.FARM, IncomeKind.OTHER, IncomeKind.LOAN
LARGE_FAMILY_ALLOWANCE: Final = IncomeKind.LARGE_FAMILY_ALLOWANCE
# Who works or studies elsewhere may be registered there, and counts all the same (P3-elsewhere).
REGISTERED_ELSEWHERE: Final = (Absence.WORK_ELSEWHERE, Absence.STUDY_ELSEWHERE)
# Other regions with high incomes, where the line may be by median income as well, though nothing speaks for it (L2).
NOT_EXCLUDED: Final = frozenset({"KZ-23", "KZ-55", "KZ-62"})
# Whose marriage is in the registers though they are not with the family, or nobody is sure (P3-left).
APART: Final = (Absence.LEFT, Absence.UNKNOWN, Absence.UNSURE)
PARTNERS: Final = (Relationship.SPOUSE, Relationship.PARTNER)


def warnings(household: Household, findings: Findings) -> list[Warn]:
    """Return what must be said beside a result, each once, in the order of the act."""
    found = _of_family(household, findings)
    found += _of_income(findings)
    found += _of_refusals(household, findings)
    found += _of_allowances(findings)
    return found


def gaps(findings: Findings, said: list[Warn]) -> list[Gap]:
    """Return the answers and numbers that are missing from a result."""
    found = [Gap(standing.unsure, standing.label) for standing in findings.family.counted if standing.unsure]
    found += [Gap(Missing.INCOME, label, kind) for label, kind in findings.income.estimated]
    found += [Gap(DAY_OF[ground], "") for ground in findings.undated]
    if Warn.INDEX_UNKNOWN in said:
        found.append(Gap(Missing.MONTHLY_CALCULATION_INDEX, ""))
    return found


def _of_family(household: Household, findings: Findings) -> list[Warn]:
    family, law = findings.family, findings.law
    found = [] if household.registered else [Warn.REGISTERED_NOWHERE]
    found += _of_members(household, family, law)
    if family.relatives and law.all_who_live_together_count:
        found.append(Warn.RELATIVES_COUNTED)
    if 0 < len(family.not_entitled) < len(family.counted):
        found.append(Warn.SOME_NOT_ENTITLED)
    if family.second_carers:
        found.append(Warn.ONLY_ONE_CARER)
    if (family.not_counted or family.unsure) and _spouse_is_apart(household):
        found.append(Warn.SPOUSE_LEFT)
    if family.not_counted:
        found += _of_not_counted(law)
    if household.history.commission is Commission.UNKNOWN:
        found.append(Warn.COMMISSION_MAY_ASK)
    return found


def _spouse_is_apart(household: Household) -> bool:
    return any(member.absence in APART and member.relationship in PARTNERS for member in household.members)


def _of_members(household: Household, family: Family, law: LawInForce) -> list[Warn]:
    near_pension = _ages_near_pension(law)
    found: list[Warn] = []
    for member, age, _not_counted, able_bodied, exempt, _unsure in family.counted:
        if not member.registered_here and member.absence not in REGISTERED_ELSEWHERE:
            found.append(Warn.NOT_REGISTERED_HERE)
        if exempt is PERMANENT_WORK:
            found.append(Warn.PERMANENT_WORK_EXEMPTS)
        if member.cares_for is not None:
            found += _of_care(member, exempt, household, law)
        if member.long_illness and not able_bodied and not law.ill_are_able_bodied:
            found.append(Warn.ILL_NOT_ABLE_BODIED)
        if near_pension and age in near_pension:
            found.append(Warn.PENSION_AGE_UNVERIFIED)
    return list(dict.fromkeys(found)) if len(found) > 1 else found  # it may be true of several members


@cache
def _ages_near_pension(law: LawInForce) -> range:
    """Return the ages between the lowest and the highest pension age, where that was not read: it was in the Code."""
    if law.all_who_live_together_count:
        return range(0)
    return range(law.pension_months_women // MONTHS_IN_YEAR, law.pension_months_men // MONTHS_IN_YEAR + 1)


def _of_care(member: Member, exempt: Exemption | None, household: Household, law: LawInForce) -> Iterator[Warn]:
    if member.cares_for is CaresFor.CHILD_UNDER_3 and exempt is None and not has_child_under_3(member, household, law):
        yield Warn.NO_CHILD_UNDER_3
    if exempt is Exemption.CARE and not law.permanent_work_exempts:
        yield Warn.CARE_EXEMPTION_UNVERIFIED
    if member.cares_for is CaresFor.ELDERLY and law.elderly_care_age is not None:
        age = age_of_cared_for(member, household, law)
        if age is None:
            yield Warn.AGE_OF_ELDERLY_UNKNOWN
        elif age < law.elderly_care_age:
            yield Warn.CARE_OF_ELDERLY_NOT_OVER_80


def _of_not_counted(law: LawInForce) -> Iterator[Warn]:
    if not law.all_who_live_together_count:
        yield Warn.ABSENT_NOT_COUNTED


def _of_income(findings: Findings) -> Iterator[Warn]:
    if findings.line.basis is Basis.ESTIMATE:
        yield Warn.ESTIMATED_LINE
        by_median = findings.region in NOT_EXCLUDED and is_by_median_income(findings.law.day)
        if findings.line.may_be_higher or by_median:
            yield Warn.LINE_MAY_BE_HIGHER
    income = findings.income
    if income.estimated:
        yield Warn.INCOME_ESTIMATED
    kinds = income.kinds
    if FARM in kinds:
        yield Warn.FARM_INCOME_ESTIMATED
    if OTHER in kinds:
        yield Warn.UNVERIFIED_INCOME_COUNTED
    if not kinds.isdisjoint(not_counted_kinds(findings.law)):
        yield Warn.INCOME_LEFT_OUT
    if LOAN in kinds and findings.law.loans_count:
        yield Warn.LOAN_COUNTED
    if findings.allowances.large_family_tenge != 0 and LARGE_FAMILY_ALLOWANCE not in kinds:
        yield Warn.LARGE_FAMILY_ALLOWANCE_NOT_LISTED


def _of_refusals(household: Household, findings: Findings) -> Iterator[Warn]:
    history = household.history
    if findings.law.edition is Edition.E2020 and false_data_were_found(history, findings.law):
        yield Warn.FALSE_DATA_TERM_NOT_READ
    if history.refused_measures_on is None or could_refuse_measures(findings.family):
        return
    if history.refused_measures_on is DayUnknown.UNKNOWN or measures_refused_until(history, findings.law):
        yield Warn.EXEMPT_MEMBER_REFUSED_MEASURES


def _of_allowances(findings: Findings) -> Iterator[Warn]:
    allowances = findings.allowances
    needed = (findings.supplement_tenge, allowances.large_family_tenge, allowances.awarded_mother_tenge)
    if None in needed:
        yield Warn.INDEX_UNKNOWN
    elif any(needed) and findings.law.index is not None and not findings.law.index.grade.is_firm:
        yield Warn.INDEX_FROM_PRESS
    if findings.outcome is Outcome.ELIGIBLE and findings.monthly.high == 0 and findings.supplement_tenge:
        yield Warn.SUPPLEMENT_AT_ZERO
    if allowances.awarded_mother_tenge and _multiplier_is_unverified(findings.law.day):
        yield Warn.AWARD_MULTIPLIER_UNVERIFIED
    if findings.law.edition is Edition.E2023 and _at_school(findings.children):
        yield Warn.ASK_THE_SCHOOL
    if findings.law.day > READ_AS_OF:
        yield Warn.LAW_READ_EARLIER


def _multiplier_is_unverified(day: date) -> bool:
    return provisions()["F2-earlier"].covers(day)


def _at_school(children: Iterable[ChildPackage]) -> bool:
    return any(PackageItem.SCHOOL_MEALS in child.package for child in children)
