"""`assess`: from a family, a day and the poverty lines to a result that explains itself."""

from dataclasses import fields
from datetime import date
from typing import Final, NamedTuple

from rules.amount import (
    AMOUNT,
    TengeRange,
    amount_for_entitled,
    child_supplement,
    children_with_supplement,
    paid_minors,
)
from rules.errors import RulesError
from rules.explanation import explain
from rules.household import History, Household
from rules.income import FamilyIncome, decimal_text, family_income, per_capita
from rules.income_within_line import ELIGIBLE, REFUSED, UNDECIDED, Outcome, is_above, outcome_by_income
from rules.kind_of_assistance import kind_of_assistance
from rules.large_family import awarded_mother_allowance, children_of_large_family, large_family_allowance
from rules.law_in_force import LawInForce, law_in_force
from rules.no_need import bases_of_no_need
from rules.poverty_line import PovertyLine, PovertyLines
from rules.quarters import MONTHS_IN_QUARTER, months_to_pay
from rules.readings import Open, Reading, Variant, doubts_of, readings, supplement_months
from rules.refusals import (
    Ground,
    Refusal,
    grounds_without_day,
    refusals_by_history,
    refused_as_nobody_is_entitled,
    refused_for_income,
)
from rules.regions import REGIONS, exists
from rules.result import Allowances, Assessment, Findings
from rules.social_package import ChildPackage, social_packages
from rules.warnings_and_gaps import DOUBTS, gaps, warnings
from rules.who_counts import Family, family_of

NOTHING = TengeRange(0, 0)
FOUND: Final = tuple(field.name for field in fields(Findings))
# Grounds of the family's history: they stand in every reading, whoever and whatever counts.
WHOEVER_COUNTS: Final = (
    Ground.EXAMINATION_REFUSED,
    Ground.COMMISSION_NO_NEED,
    Ground.CONTRACT_BROKEN,
    Ground.FALSE_DATA,
)
NOBODY: Final[frozenset[str]] = frozenset()
KNOWN_REGIONS: Final = frozenset(REGIONS)
LEAVES_CHILDREN_PACKAGE = frozenset({Ground.MEASURES_REFUSED})


class NobodyCountsError(RulesError):
    """Every member is away for a reason that takes them out of the family (P4): there is nobody to assess."""


class UnknownRegionError(RulesError):
    """There is no such region, or not on that day; the message names it."""


class Decided(NamedTuple):
    """What is due to a family in one reading, before it is explained."""

    family: Family
    income: FamilyIncome
    by_income: Outcome
    refusals: list[Refusal]
    undated: list[Ground]
    outcome: Outcome
    monthly: TengeRange
    supplement_children: int
    all_entitled: bool


def assess(household: Household, on: date, lines: PovertyLines, law: LawInForce | None = None) -> Assessment:
    """Apply the law of day `on` to a family and return the result with its explanation.

    `law`: that day's as it was known when a result was worked out; today's knowledge of it where none is given.
    Raises `LawError` for a day that the encoded law does not reach, `UnknownRegionError` for a region that does not
    exist on that day, `NobodyCountsError` for a family in which nobody counts.
    """
    return _explained(household, what_is_due(household, on, lines, law))


def what_is_due(household: Household, on: date, lines: PovertyLines, law: LawInForce | None = None) -> Findings:
    """Return the same without its explanation, for whoever asks many times; raises as `assess` does."""
    law = law or law_in_force(on)
    _refuse_unknown_region(household.region, on)
    line = lines.of(household.region, on)
    family = _family_that_counts(household, law)
    found = _decided(family, household.history, law, line)
    income = found.income
    members, months = len(family.counted), months_to_pay(on)
    open_readings = _open_readings(household, found, law, line, months)
    supplement = child_supplement(found.supplement_children, law)
    outcome, monthly, total = _of_all_readings(found, open_readings, supplement or 0, months)
    refusals = found.refusals if outcome is REFUSED else []
    return Findings(
        region=household.region,
        outcome=outcome,
        by_income=found.by_income if outcome is found.outcome else UNDECIDED,
        law=law,
        family=family,
        income=income,
        per_capita=per_capita(income.low_tenge, members),
        line=line,
        difference=decimal_text(
            line.tenge * members * MONTHS_IN_QUARTER - income.low_tenge, members * MONTHS_IN_QUARTER
        ),
        assistance=None if refusals else kind_of_assistance(family, law),
        monthly=monthly,
        likely_tenge=None if open_readings else _likely(found, line, law),
        amount=found.monthly,
        supplement_children=found.supplement_children,
        supplement_tenge=0 if refusals else supplement,
        months=months,
        total=total,
        allowances=_allowances(household, family, law),
        award=household.history.awarded_mother,
        refusals=refusals,
        undated=found.undated,
        children=_packages(family, refusals, law),
        no_need=bases_of_no_need(household.property, family, law),
        readings=open_readings,
        open_grounds=[] if refusals else found.refusals,
    )


def may_lie_within_line(household: Household, on: date, lines: PovertyLines) -> bool:
    """Whether in some reading income does not lie above the line, as far as it is known: questions ask it many times.

    An income above the high end of an estimate is taken as above, though a line by median income may be higher (L2).
    Raises as `assess` does.
    """
    law = law_in_force(on)
    line = lines.of(household.region, on)
    family = _family_that_counts(household, law)
    if not _lies_above(family, line, law):
        return True
    within: list[bool] = []

    def look(variant: Variant) -> Reading:
        within.append(bool(variant.family.counted) and not _lies_above(variant.family, line, law))
        return Reading((), UNDECIDED, TengeRange(0, len(within)), 0, 0, NOTHING)

    if doubts_found := doubts_of(family, family_income(family.counted, law), law):
        above = Reading(doubts_found, REFUSED, NOTHING, len(family.counted), 0, NOTHING)
        readings(doubts_found, Open(household, family, law, above, look))
    return any(within)


def _lies_above(family: Family, line: PovertyLine, law: LawInForce) -> bool:
    return is_above(family_income(family.counted, law).low_tenge, line, len(family.counted))


def _refuse_unknown_region(region: str, on: date) -> None:
    if region not in KNOWN_REGIONS:
        raise UnknownRegionError(f"region: unknown region {region!r}; allowed: {', '.join(REGIONS)}")
    if not exists(region, on):
        raise UnknownRegionError(f"region: {region} does not exist on {on}")


def _decided(
    family: Family, history: History, law: LawInForce, line: PovertyLine, *, all_entitled: bool = True
) -> Decided:
    members = len(family.counted)
    income = family_income(family.counted, law)
    by_income = outcome_by_income(income, line, members)
    entitled = members - len(family.not_entitled)
    refusals = [] if entitled else [refused_as_nobody_is_entitled()]
    if by_income is REFUSED:
        refusals.append(refused_for_income(law))
    refusals += refusals_by_history(history, family, law)
    undated = list(grounds_without_day(history, family, law))
    outcome = _outcome(by_income, refusals, undated)
    return Decided(
        family,
        income,
        by_income,
        refusals,
        undated,
        outcome,
        _monthly(outcome, income, line, members, members if all_entitled else entitled, law),
        children_with_supplement(paid_minors(family, all_entitled=all_entitled), law),
        all_entitled,
    )


def _family_that_counts(household: Household, law: LawInForce) -> Family:
    family = family_of(household, law)
    if not family.counted:
        raise NobodyCountsError("members: nobody of the family counts, somebody must be there to apply")
    return family


def _open_readings(
    household: Household, found: Decided, law: LawInForce, line: PovertyLine, months: int
) -> list[Reading]:
    doubts_found = doubts_of(found.family, found.income, law)
    if not doubts_found:
        return []
    if found.refusals and any(refusal.ground in WHOEVER_COUNTS for refusal in found.refusals):
        return []

    def decide(variant: Variant) -> Reading:
        if not variant.family.counted:
            return Reading((), REFUSED, NOTHING, 0, 0, NOTHING)
        decided = _decided(variant.family, household.history, law, line, all_entitled=variant.all_entitled)
        return _reading(decided, variant.by_birthday, law, months)

    as_taken = _reading(found, NOBODY, law, months)._replace(conditions=doubts_found)
    return readings(doubts_found, Open(household, found.family, law, as_taken, decide))


def _reading(found: Decided, by_birthday: frozenset[str], law: LawInForce, months: int) -> Reading:
    child_months = months * found.supplement_children
    if by_birthday:
        child_months = sum(
            supplement_months(minor, law, months, by_birthday=minor.label in by_birthday)
            for minor in paid_minors(found.family, all_entitled=found.all_entitled)
        )
    each = child_supplement(1, law) if child_months and not found.refusals else 0
    supplement = (each or 0) * child_months
    total = _total(found.outcome, found.monthly, supplement, months)
    return Reading((), found.outcome, found.monthly, len(found.family.counted), supplement, total)


def _of_all_readings(
    found: Decided, open_readings: list[Reading], supplement_tenge: int, months: int
) -> tuple[Outcome, TengeRange, TengeRange]:
    """Return outcome, amount and total: a yes or a no only where all readings agree, amounts from least to greatest."""
    if not open_readings:
        supplement = 0 if found.refusals else supplement_tenge * months
        return found.outcome, found.monthly, _total(found.outcome, found.monthly, supplement, months)
    outcomes = [reading.outcome for reading in open_readings]
    monthly = _bracket([reading.monthly for reading in open_readings])
    total = _bracket([reading.total for reading in open_readings])
    all_agree = all(outcome is outcomes[0] for outcome in outcomes)
    return outcomes[0] if all_agree else UNDECIDED, monthly, total


def _bracket(ranges: list[TengeRange]) -> TengeRange:
    return TengeRange(min(one.low for one in ranges), max(one.high for one in ranges))


def _explained(household: Household, findings: Findings) -> Assessment:
    said = warnings(household, findings)
    missing = gaps(findings, said)
    is_preliminary = bool(missing or findings.readings) or not DOUBTS.isdisjoint(said)
    found = {name: getattr(findings, name) for name in FOUND}
    return Assessment(**found, warnings=said, gaps=missing, steps=explain(findings), is_preliminary=is_preliminary)


def _outcome(alone: Outcome, refusals: list[Refusal], undated: list[Ground]) -> Outcome:
    if refusals:
        return REFUSED
    # a term that may still run leaves neither a yes nor an "apply": the day must be found out first (R4, R5)
    return UNDECIDED if undated else alone


def _monthly(
    outcome: Outcome, income: FamilyIncome, line: PovertyLine, members: int, entitled: int, law: LawInForce
) -> TengeRange:
    if outcome is REFUSED:
        return NOTHING
    high = _amount(line.high_tenge, income.low_tenge, members, entitled, law)
    if outcome is not ELIGIBLE or income.high_tenge is None:
        return TengeRange(0, high)
    if line.low_tenge == line.high_tenge and income.low_tenge == income.high_tenge:
        return TengeRange(high, high)
    return TengeRange(_amount(line.low_tenge, income.high_tenge, members, entitled, law), high)


def _likely(found: Decided, line: PovertyLine, law: LawInForce) -> int | None:
    """Return the amount by the likely line; None where the income is not known to the tenge."""
    if found.outcome is REFUSED:
        return 0
    income, members = found.income, len(found.family.counted)
    return _amount(line.tenge, income.low_tenge, members, members, law) if income.is_known else None


def _amount(line_tenge: int, income_tenge: int, members: int, entitled: int, law: LawInForce) -> int:
    if entitled == members:
        return AMOUNT[law.edition](line_tenge, income_tenge, members)
    return amount_for_entitled(line_tenge, income_tenge, members, entitled)


def _total(outcome: Outcome, monthly: TengeRange, supplement_total_tenge: int, months: int) -> TengeRange:
    high = monthly.high * months + supplement_total_tenge
    if outcome is ELIGIBLE:
        return TengeRange(monthly.low * months + supplement_total_tenge, high)
    return TengeRange(0, high)


def _allowances(household: Household, family: Family, law: LawInForce) -> Allowances:
    if len(family.not_entitled) == len(family.counted):  # nobody resides permanently, as articles 90 and 93 ask too
        return Allowances(0, 0, 0)
    children = children_of_large_family(family)
    return Allowances(
        children,
        large_family_allowance(children, law),
        awarded_mother_allowance(household.history.awarded_mother, law),
    )


def _packages(family: Family, refusals: list[Refusal], law: LawInForce) -> list[ChildPackage]:
    # R7: a refusal of employment measures, and it alone, leaves the children's package untouched.
    receiving = {refusal.ground for refusal in refusals} <= LEAVES_CHILDREN_PACKAGE
    return social_packages(family.minors, law, receiving=receiving)
