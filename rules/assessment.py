"""`assess`: from a family, a day and the poverty lines to a result that explains itself."""

from datetime import date

from rules import doubts
from rules.amount import AMOUNT, TengeRange, child_supplement, children_with_supplement
from rules.deadlines import MONTHS_IN_QUARTER, months_to_pay
from rules.eligibility import Outcome, kind_of_assistance, outcome_by_income
from rules.explanation import explain
from rules.family import Family, family_of
from rules.household import Household
from rules.income import FamilyIncome, decimal_text, family_income, per_capita
from rules.large_family import awarded_mother_allowance, children_of_large_family, large_family_allowance
from rules.law_on import LawOn, law_on
from rules.poverty_line import PovertyLine, PovertyLines
from rules.refusals import Ground, Refusal, grounds_without_day, refusals_by_history, refused_for_income
from rules.result import Allowances, Assessment
from rules.social_package import ChildPackage, social_packages

NOTHING = TengeRange(0, 0)
LEAVES_CHILDREN_PACKAGE = frozenset({Ground.MEASURES_REFUSED})


class NobodyCounts(ValueError):
    """Every member is away for a reason that takes them out of the family (P4): there is nobody to assess."""


def assess(household: Household, on: date, lines: PovertyLines) -> Assessment:
    """Apply the law of day `on` to a family and return the result with its explanation.

    Raises `LawError` for a day that the encoded law does not reach, `NobodyCounts` for a family in which
    nobody counts.
    """
    law = law_on(on)
    family = _family_that_counts(household, law)
    members = len(family.counted)
    income = family_income(family.counted, law)
    line = lines.of(household.region, on)
    alone = outcome_by_income(income, line, members)
    refusals = [refused_for_income(law)] if alone is Outcome.REFUSED else []
    refusals += refusals_by_history(household.history, family, law)
    undated = list(grounds_without_day(household.history, family))
    outcome = _outcome(alone, refusals, undated)
    monthly = _monthly(outcome, income, line, members, law)
    supplement_children = children_with_supplement(family.minors, law)
    supplement = 0 if refusals else child_supplement(supplement_children, law)
    months = months_to_pay(on)
    assessment = Assessment(
        region=household.region,
        outcome=outcome,
        by_income=alone,
        law=law,
        family=family,
        income=income,
        per_capita=per_capita(income.low_tenge, members),
        line=line,
        difference=decimal_text(
            line.tenge * members * MONTHS_IN_QUARTER - income.low_tenge, members * MONTHS_IN_QUARTER
        ),
        assistance=None if refusals else kind_of_assistance(family),
        monthly=monthly,
        supplement_children=supplement_children,
        supplement_tenge=supplement,
        months=months,
        total=_total(outcome, monthly, supplement or 0, months),
        allowances=_allowances(household, family, law),
        award=household.history.awarded_mother,
        refusals=refusals,
        undated=undated,
        children=_packages(family, refusals, law),
    )
    return _explained(household, assessment)


def by_income(household: Household, on: date, lines: PovertyLines) -> Outcome:
    """Return `assess(...).by_income` without the rest: questions ask it many times. Raises as `assess` does."""
    law = law_on(on)
    family = _family_that_counts(household, law)
    line = lines.of(household.region, on)
    return outcome_by_income(family_income(family.counted, law), line, len(family.counted))


def _family_that_counts(household: Household, law: LawOn) -> Family:
    family = family_of(household, law)
    if not family.counted:
        raise NobodyCounts("members: nobody of the family counts, somebody must be there to apply")
    return family


def _explained(household: Household, assessment: Assessment) -> Assessment:
    assessment.warnings = doubts.warnings(household, assessment)
    assessment.gaps = doubts.gaps(assessment)
    assessment.is_preliminary = bool(assessment.gaps) or not doubts.DOUBTS.isdisjoint(assessment.warnings)
    assessment.steps = explain(assessment)
    return assessment


def _outcome(alone: Outcome, refusals: list[Refusal], undated: list[Ground]) -> Outcome:
    if refusals:
        return Outcome.REFUSED
    # a term that may still run leaves neither a yes nor an "apply": the day must be found out first (R4, R5)
    return Outcome.UNDECIDED if undated else alone


def _monthly(outcome: Outcome, income: FamilyIncome, line: PovertyLine, members: int, law: LawOn) -> TengeRange:
    if outcome is Outcome.REFUSED:
        return NOTHING
    amount = AMOUNT[law.edition]
    high = amount(line.tenge, income.low_tenge, members)
    if outcome is not Outcome.ELIGIBLE or income.high_tenge is None:
        return TengeRange(0, high)
    return TengeRange(amount(line.tenge, income.high_tenge, members), high)


def _total(outcome: Outcome, monthly: TengeRange, supplement_tenge: int, months: int) -> TengeRange:
    high = (monthly.high + supplement_tenge) * months
    if outcome is Outcome.ELIGIBLE:
        return TengeRange((monthly.low + supplement_tenge) * months, high)
    return TengeRange(0, high)


def _allowances(household: Household, family: Family, law: LawOn) -> Allowances:
    children = children_of_large_family(family.counted)
    return Allowances(
        children,
        large_family_allowance(children, law),
        awarded_mother_allowance(household.history.awarded_mother, law),
    )


def _packages(family: Family, refusals: list[Refusal], law: LawOn) -> list[ChildPackage]:
    # R7: a refusal of employment measures, and it alone, leaves the children's package untouched.
    receiving = {refusal.ground for refusal in refusals} <= LEAVES_CHILDREN_PACKAGE
    return social_packages(family.minors, law, receiving=receiving)
