"""What if: the family as it is and as it would be, side by side, by the law and the line of one day.

A change is taken as if it had lasted for the whole base quarter, as in the bill of an offer: then the figures hold.
The changed family is assessed as any other; nothing is assumed that nobody said, but for the allowance of a large
family, which follows the number of children where the family receives it or comes to have a right to it (F1).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from rules.amount import TengeRange
from rules.assessment import assess, what_is_due
from rules.household import Absence, Activity, Birth, Household, Income, IncomeKind, Member, Relationship
from rules.income_within_line import Outcome
from rules.large_family import children_of_large_family, large_family_allowance
from rules.law_in_force import LawInForce, law_in_force
from rules.poverty_line import PovertyLines
from rules.quarters import MONTHS_IN_QUARTER
from rules.readings import Doubt, Reading
from rules.result import Findings
from rules.who_counts import family_of

NEWBORN: Final = "newborn"
NEWCOMER: Final = "newcomer"
LARGE_FAMILY: Final = IncomeKind.LARGE_FAMILY_ALLOWANCE
EARNINGS: Final = frozenset(
    {IncomeKind.WAGE, IncomeKind.CASUAL_WORK, IncomeKind.SELF_EMPLOYMENT, IncomeKind.EMPLOYMENT_MEASURE}
)
"""Money for work."""
# The assistance stands in the result itself, and a loan is nobody's money to live on for long: it is paid back.
NOT_THE_FAMILYS: Final = frozenset({IncomeKind.ASSISTANCE, IncomeKind.LOAN})


class Month(NamedTuple):
    """What a family has in a month, in tenge: assistance with supplement, other money of all who count, and both.

    `other.high` is None where the sum of some income is not known.
    """

    found: Findings
    assistance: TengeRange
    other_low: int
    other_high: int | None

    @property
    def total_low(self) -> int:
        """All the family's money, at least."""
        return self.other_low + self.assistance.low

    @property
    def total_high(self) -> int | None:
        """All the family's money, at most; None where nobody knows."""
        return None if self.other_high is None else self.other_high + self.assistance.high

    @property
    def is_open(self) -> bool:
        """Whether nobody can say how much is due: the income is above an estimated line that may really be higher."""
        return self.found.outcome is Outcome.TOO_CLOSE and not self.found.monthly.high


class Comparison(NamedTuple):
    """A month of the family as it is, and as it would be."""

    as_is: Month
    changed: Month


class CurvePoint(NamedTuple):
    """What is due, and what the family has in all, with so much more earned a month; tenge."""

    extra_tenge: int
    assistance: TengeRange
    total_low: int
    total_high: int | None


def compare(household: Household, changed: Household, on: date, lines: PovertyLines) -> Comparison:
    """Return both months side by side. Raises as `assess` does."""
    return Comparison(month_of(assess(household, on, lines)), month_of(assess(changed, on, lines)))


def month_of(found: Findings) -> Month:
    """Return what a family has in a month by its assessment."""
    sums = [
        income
        for standing in found.family.counted
        for income in standing.member.incomes
        if income.kind not in NOT_THE_FAMILYS
    ]
    other_low = sum(income.low_tenge for income in sums) // MONTHS_IN_QUARTER
    highs = [income.high_tenge for income in sums if income.high_tenge is not None]
    other_high = sum(highs) // MONTHS_IN_QUARTER if len(highs) == len(sums) else None
    return Month(found, _assistance(found), other_low, other_high)


def assistance_of_month(household: Household, on: date, lines: PovertyLines) -> TengeRange:
    """Return assistance with supplement of a month, from the least to the greatest. Raises as `assess` does."""
    return _assistance(what_is_due(household, on, lines))


def _assistance(found: Findings) -> TengeRange:
    """Return assistance with supplement from the least to the greatest, 0 where it is not sure that any is due.

    Each reading has the supplement of the children who count in it; one of a birthday has that of the day.
    """
    taken = found.supplement_tenge or 0
    each = [(one.outcome, one.monthly, _supplement(one, taken, found.months)) for one in found.readings]
    each = each or [(found.outcome, found.monthly, taken)]
    lows = [tenge.low + supplement if outcome is Outcome.ELIGIBLE else 0 for outcome, tenge, supplement in each]
    highs = [tenge.high + supplement if outcome is not Outcome.REFUSED else 0 for outcome, tenge, supplement in each]
    return TengeRange(min(lows), max(highs))


def _supplement(reading: Reading, taken_tenge: int, months: int) -> int:
    if any(one.doubt is Doubt.SUPPLEMENT_AGE for one in reading.conditions):
        return taken_tenge
    return reading.supplement_total_tenge // months


def assistance_by_extra_earnings(
    household: Household, label: str, on: date, lines: PovertyLines, points: Iterable[int]
) -> list[CurvePoint]:
    """Return the curve of assistance and total money when a member earns so many tenge a month more, point by point."""
    found = []
    for extra in points:
        month = month_of(what_is_due(_earning(household, label, extra), on, lines))
        found.append(CurvePoint(extra, month.assistance, month.total_low, month.total_high))
    return found


# The changes


def with_job(household: Household, label: str, wage_tenge: int) -> Household:
    """Return the family whose member of that label takes permanent work for so many tenge a month."""
    earning = _earning(household, label, wage_tenge)
    return _changed(earning, label, activity=Activity.EMPLOYED, cares_for=None, cared_for_age=None)


def with_earnings(household: Household, label: str, monthly_tenge: int) -> Household:
    """Return the family whose member of that label earns so many tenge a month, in place of all that they earn now."""
    member = next(one for one in household.members if one.label == label)
    others = tuple(income for income in member.incomes if income.kind not in EARNINGS)
    return _earning(_changed(household, label, incomes=others), label, monthly_tenge)


def earners(household: Household, on: date) -> list[str]:
    """Return the labels of those who count and earn something, in their order."""
    counted = family_of(household, law_in_force(on)).counted
    return [one.label for one in counted if any(income.kind in EARNINGS for income in one.member.incomes)]


def with_newborn(household: Household, on: date) -> Household:
    """Return the family with a child of the applicant who is born on that day."""
    child = Member(NEWBORN, Relationship.CHILD, Birth.on(on))
    born = replace(household, members=(*household.members, child))
    return _large_family_follows(household, born, law_in_force(on))


def with_newcomer(household: Household, monthly_tenge: int) -> Household:
    """Return the family with one more grown-up relative, who brings so many tenge a month."""
    incomes = (Income.of(IncomeKind.OTHER, MONTHS_IN_QUARTER * monthly_tenge),) if monthly_tenge else ()
    newcomer = Member(NEWCOMER, Relationship.OTHER, incomes=incomes)
    return replace(household, members=(*household.members, newcomer))


def without_member(household: Household, label: str, on: date) -> Household:
    """Return the family whose member of that label lives apart (P3)."""
    left = _changed(household, label, absence=Absence.LEFT)
    return _large_family_follows(household, left, law_in_force(on))


def without_study(household: Household, label: str, on: date) -> Household:
    """Return the family whose student has turned 23 or studies no more: one who lives elsewhere counts no longer (P3).

    The stipend goes with the study.
    """
    student = next(member for member in household.members if member.label == label)
    stays = Absence.LEFT if student.absence is Absence.STUDY_ELSEWHERE else student.absence
    incomes = tuple(income for income in student.incomes if income.kind is not IncomeKind.STIPEND)
    ended = _changed(household, label, activity=Activity.NONE, absence=stays, incomes=incomes)
    return _large_family_follows(household, ended, law_in_force(on))


def students(household: Household, on: date) -> list[str]:
    """Return the labels of the grown-up students who count, in their order."""
    family = family_of(household, law_in_force(on))
    return [
        standing.label
        for standing in family.counted
        if standing.member.activity is Activity.STUDENT and standing not in family.minors
    ]


def _earning(household: Household, label: str, tenge: int) -> Household:
    if not tenge:
        return household
    wage = Income.of(IncomeKind.WAGE, MONTHS_IN_QUARTER * tenge)
    member = next(one for one in household.members if one.label == label)
    return _changed(household, label, incomes=(*member.incomes, wage))


def _changed(household: Household, label: str, **facts: object) -> Household:
    members = (replace(one, **facts) if one.label == label else one for one in household.members)  # type: ignore[arg-type]
    return replace(household, members=tuple(members))


def _large_family_follows(before: Household, after: Household, law: LawInForce) -> Household:
    """Return the changed family with the allowance for its children, where it has that of the children before (F1)."""
    was, now = (
        large_family_allowance(children_of_large_family(family_of(household, law)), law)
        for household in (before, after)
    )
    receiving = [one.label for one in before.members if any(income.kind is LARGE_FAMILY for income in one.incomes)]
    if was == now or now is None or (was and not receiving) or (receiving and not was):
        return after
    receiver = receiving[0] if receiving else after.members[0].label
    members = []
    for member in after.members:
        incomes = tuple(income for income in member.incomes if income.kind is not LARGE_FAMILY)
        if member.label == receiver and now:
            incomes = (*incomes, Income.of(LARGE_FAMILY, MONTHS_IN_QUARTER * now))
        members.append(replace(member, incomes=incomes))
    return replace(after, members=tuple(members))
