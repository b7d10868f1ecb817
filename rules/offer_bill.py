"""The family's bill of a job offer: what it has when it takes the offer, and what a refusal costs it (I1, A3, R4, R7).

Both sides are assessments of the same family by the line and the law of one day, so their figures are those of
`assess`. Taking it: the member is employed and has the wage in every month of the base quarter, beside the incomes
told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from rules.amount import TengeRange
from rules.assessment import assess
from rules.errors import RulesError
from rules.household import Activity, Household, Income, Member, Missing
from rules.income_within_line import Outcome
from rules.law_in_force import law_in_force
from rules.offer import INCOME_OF_MEASURE, NO_WAGE, Measure
from rules.poverty_line import PovertyLines
from rules.quarters import MONTHS_IN_QUARTER, Quarter, add_months
from rules.record import Record, record_of
from rules.refusals import Ground, term_months
from rules.result import Assessment, Gap
from rules.warnings_and_gaps import DAY_OF
from rules.what_if import Comparison, month_of

NOTHING = TengeRange(0, 0)


class BillNotPossibleError(RulesError):
    """A bill cannot be made; `missing` names the answers that it lacks."""

    def __init__(self, missing: Sequence[Gap]) -> None:
        super().__init__(", ".join(" ".join(filter(None, gap)) for gap in missing))
        self.missing = list(missing)


class Taken(NamedTuple):
    """What the family has a month when the offer is taken, by the line and the law of the bill's day.

    `record` is the assessment of the changed family (`rules.record_of`), with the new income per person. `total` is
    wage, assistance and supplement. The assistance that is assigned does not change until `unchanged_until`; the wage
    counts in every month of the base quarter, so that these figures hold, from `counts_from` on. `both` are all the
    family's money now and then; now the assistance is that of the authority's decision, while it pays.
    """

    wage_tenge: int
    assistance: TengeRange
    supplement_tenge: int | None
    total: TengeRange
    wage_from: date
    unchanged_until: date
    counts_from: date
    record: Record
    both: Comparison


class Cost(NamedTuple):
    """What a refusal takes from the whole family: `monthly` is assistance and supplement a month, None when unknown.

    `until` is the day on which the family may apply again, `months` the term until then. `is_decided`: the sum is
    that of the authority's decision, not the bot's own.
    """

    monthly: TengeRange | None
    months: int
    until: date
    is_decided: bool

    @property
    def total(self) -> TengeRange | None:
        """The month's loss over the whole term, in tenge."""
        if self.monthly is None:
            return None
        return TengeRange(self.monthly.low * self.months, self.monthly.high * self.months)

    @property
    def is_nothing(self) -> bool:
        """Whether the family gets nothing now by the bot's figures, and so has nothing to lose by them."""
        return self.monthly == NOTHING and not self.is_decided


@dataclass(frozen=True, slots=True)
class Bill:
    """Both sides of an offer for one member, on one day.

    `unchanged` is the assessment of the family as it is, `refused` as it is once the offer is refused: what stays is
    in it. `taken` is None when the offer names no wage: the sum of a grant is none. `need_not_take_part`: by the
    answers this member need not join measures (P5, P6), so that the law does not bar the family for them.
    """

    on: date
    member: str
    unchanged: Record
    taken: Taken | None
    refused: Record
    cost: Cost
    need_not_take_part: bool


def bill(
    household: Household,
    member: str,
    measure: Measure,
    wage_tenge: int | None,
    starts_on: date | None,
    today: date,
    lines: PovertyLines,
    *,
    decided_monthly_tenge: int | None = None,
    decided_supplement_tenge: int | None = None,
) -> Bill:
    """Return the bill of an offer to the member of that label, in tenge a month.

    The decided sums are those of the authority's decision while the case is assigned: they are the price then.
    Raises BillNotPossibleError when an answer is missing, and what `assess` raises.
    """
    concerned = next((one for one in household.members if one.label == member), None)
    if concerned is None:
        raise BillNotPossibleError([Gap(Missing.MEMBER, member)])
    now = _assessed(household, today, lines)
    wage = None if measure in NO_WAGE else wage_tenge
    hired = _hired(household, concerned, measure, wage) if wage else None
    cost = cost_of_refusing(today, decided_monthly_tenge, decided_supplement_tenge, estimated=_loss(now))
    return Bill(
        on=today,
        member=member,
        unchanged=record_of(now),
        taken=_taken(now, cost, hired, wage, starts_on, today, lines) if hired and wage else None,
        refused=record_of(assess(_refusing(household, today), today, lines)),
        cost=cost,
        need_not_take_part=all(standing.label != member for standing in now.family.must_join),
    )


def cost_of_refusing(
    today: date,
    decided_monthly_tenge: int | None = None,
    decided_supplement_tenge: int | None = None,
    *,
    estimated: TengeRange | None = None,
) -> Cost:
    """Return what a refusal of today costs, with no answers at all: the decided sums, else the estimate, else unknown.

    The term runs six months from today (R4).
    """
    months = term_months(Ground.MEASURES_REFUSED, law_in_force(today))
    until = add_months(today, months)
    if decided_monthly_tenge is None:
        return Cost(estimated, months, until, is_decided=False)
    tenge = decided_monthly_tenge + (decided_supplement_tenge or 0)
    return Cost(TengeRange(tenge, tenge), months, until, is_decided=True)


def counts_in_full_from(wage_from: date) -> date:
    """Return the first day of the quarter that follows the first quarter all of whose months have the wage (I1)."""
    quarter = Quarter.of(wage_from)
    begins_with_it = wage_from.month == quarter.first_day.month
    return (quarter if begins_with_it else quarter.next).next.first_day


def _taken(
    now: Assessment,
    cost: Cost,
    hired: Household,
    wage_tenge: int,
    starts_on: date | None,
    today: date,
    lines: PovertyLines,
) -> Taken:
    month = month_of(now)
    if cost.is_decided and cost.monthly is not None:
        month = month._replace(assistance=cost.monthly)
    then = _assessed(hired, today, lines)
    month_then = month_of(then)
    wage_from = max(starts_on or today, today)
    left = month_then.assistance
    return Taken(
        wage_tenge=wage_tenge,
        assistance=then.monthly,
        supplement_tenge=then.supplement_tenge,
        total=TengeRange(wage_tenge + left.low, wage_tenge + left.high),
        wage_from=wage_from,
        unchanged_until=Quarter.of(wage_from).last_day,
        counts_from=counts_in_full_from(wage_from),
        record=record_of(then),
        both=Comparison(month, month_then),
    )


def _hired(household: Household, concerned: Member, measure: Measure, wage_tenge: int) -> Household:
    wage = Income.of(INCOME_OF_MEASURE[measure], MONTHS_IN_QUARTER * wage_tenge)
    employed = replace(concerned, activity=Activity.EMPLOYED, cares_for=None, incomes=(*concerned.incomes, wage))
    members = tuple(employed if one is concerned else one for one in household.members)
    return replace(household, members=members)


def _refusing(household: Household, today: date) -> Household:
    return replace(household, history=replace(household.history, refused_measures_on=today))


def _assessed(household: Household, today: date, lines: PovertyLines) -> Assessment:
    """Assess a family; BillNotPossibleError where nobody can say between which sums its assistance lies."""
    found = assess(household, today, lines)
    if found.outcome is Outcome.UNDECIDED and (found.undated or found.income.high_tenge is None):
        raise BillNotPossibleError(_missing(found, household))
    return found


def _missing(found: Assessment, household: Household) -> list[Gap]:
    unknown = {
        (member.label, income.kind)
        for member in household.members
        for income in member.incomes
        if income.high_tenge is None
    }
    return [gap for gap in found.gaps if gap.what in DAY_OF.values() or (gap.label, gap.kind) in unknown]


def _loss(found: Assessment) -> TengeRange | None:
    """Return what a refusal costs a month; None where an income above an estimated line may lie below the real one."""
    is_open = found.outcome is Outcome.TOO_CLOSE and not found.monthly.high
    return None if is_open else month_of(found).assistance
