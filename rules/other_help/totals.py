"""What a family may have in a month: its own money, the assistance, and the other monthly help that is due."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from rules.amount import TengeRange
from rules.household import Household, Income, IncomeKind
from rules.other_help.kind import DUE
from rules.other_help.offered import Help
from rules.other_help.words import Counted, Paid
from rules.poverty_line import PovertyLine, PovertyLines
from rules.quarters import MONTHS_IN_QUARTER
from rules.result import Assessment
from rules.what_if import assistance_of_month

# A loan is paid back, and the assistance of an earlier quarter is worked out anew.
NO_MONEY_TO_LIVE_ON: Final = (IncomeKind.LOAN, IncomeKind.ASSISTANCE)


class MonthlyTotals(NamedTuple):
    """Tenge a month; None where an income is not known to its upper end, or an amount of what is due is not known.

    `income` is what the members who count told of the base quarter, a third of it. `assistance` is with the children's
    supplement, `other` the other monthly help that is due and not received yet; `once` the money that is paid once.
    `without_sum` are kinds of money that were named without a sum, and lack in `income`. Help that counts as income
    lowers the assistance of a later quarter: the totals hold for the quarter of application.
    """

    income: TengeRange | None
    assistance: TengeRange
    other: TengeRange | None
    once: TengeRange | None
    without_other: TengeRange | None
    with_other: TengeRange | None
    without_sum: tuple[IncomeKind, ...]


class OnceCounted(NamedTuple):
    """The assistance of a month in tenge, with the supplement: its ends, and that by the likely value of the line."""

    ends: TengeRange
    likely: int


def assistance_once_counted(household: Household, assessment: Assessment, helps: Sequence[Help]) -> OnceCounted | None:
    """Return the assistance of a month, in tenge, once the monthly help that is due has been income for three months.

    By the same line, and with all other income as it is; of an open result the least is the likely one. None where
    there is no assistance to lower, where nothing of what is due counts as income, or where it is not known what of it
    counts and how much it is.
    """
    due = [one for one in helps if one.standing is DUE and one.kind.paid is Paid.MONTHLY]
    counted = [one for one in due if one.counts_as_income is Counted.YES]
    is_known = all(one.counts_as_income is not Counted.OPEN and one.amount is not None for one in due)
    if not counted or not is_known or not assessment.total.high:
        return None
    paid = household
    for one in counted:
        paid = _receiving(paid, one)
    line, day = assessment.line, assessment.law.day
    as_published = PovertyLine.published(line.region, line.quarter, line.tenge, line.source)
    by_likely, by_line = (PovertyLines(always=one) for one in (as_published, line))
    return OnceCounted(assistance_of_month(paid, day, by_line), assistance_of_month(paid, day, by_likely).low)


def _receiving(household: Household, found: Help) -> Household:
    """Return the family whose applicant has the money of a kind of help among the incomes of the base quarter."""
    if found.kind.income is None or found.amount is None:
        return household
    money = Income(found.kind.income, MONTHS_IN_QUARTER * found.amount.low, MONTHS_IN_QUARTER * found.amount.high)
    applicant, *others = household.members
    return replace(household, members=(replace(applicant, incomes=(*applicant.incomes, money)), *others))


def monthly_totals(assessment: Assessment, helps: Sequence[Help]) -> MonthlyTotals:
    """Return a family's money of a month without and with the other help that is due."""
    income, assistance = _income(assessment), _assistance(assessment)
    other = _due(helps, Paid.MONTHLY)
    without_other = _sum(income, assistance)
    named = (*assessment.income.counted, *assessment.income.not_counted)
    return MonthlyTotals(
        income,
        assistance,
        other,
        _due(helps, Paid.ONCE),
        without_other,
        _sum(without_other, other),
        tuple(one.kind for one in named if one.high_tenge == 0 and one.kind not in NO_MONEY_TO_LIVE_ON),
    )


def _income(assessment: Assessment) -> TengeRange | None:
    told = (*assessment.income.counted, *assessment.income.not_counted)
    low, high = 0, 0
    for one in told:
        if one.kind in NO_MONEY_TO_LIVE_ON:
            continue
        if one.high_tenge is None:
            return None
        low, high = low + one.low_tenge, high + one.high_tenge
    return TengeRange(low // MONTHS_IN_QUARTER, high // MONTHS_IN_QUARTER)


def _assistance(assessment: Assessment) -> TengeRange:
    """Return amount and supplement of a month: of the total over the months, as birthdays may end the supplement."""
    total, months = assessment.total, assessment.months
    return TengeRange(total.low // months, -(-total.high // months))


def _due(helps: Sequence[Help], paid: Paid) -> TengeRange | None:
    due = [one.amount for one in helps if one.standing is DUE and one.kind.paid is paid]
    known = [amount for amount in due if amount is not None]
    if len(known) < len(due):
        return None
    return TengeRange(sum(amount.low for amount in known), sum(amount.high for amount in known))


def _sum(one: TengeRange | None, other: TengeRange | None) -> TengeRange | None:
    return None if one is None or other is None else TengeRange(one.low + other.low, one.high + other.high)
