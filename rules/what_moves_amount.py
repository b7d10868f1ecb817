"""Which answer about money moves the amount most: each tried by the rules, a step more, a step less, and left out.

It decides nothing: whoever thinks that an amount is wrong sees where a slip of theirs would weigh most.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from rules.amount import TengeRange
from rules.assessment import NobodyCountsError
from rules.household import Household, Income, Member
from rules.quarters import MONTHS_IN_QUARTER
from rules.result import Findings
from rules.sources import LawError
from rules.what_if import month_of

STEP_TENGE: Final = 10_000
"""Of a month: a slip that is easily made, as a wage that was told without what is held back."""

MOST: Final = 3


class Mover(NamedTuple):
    """What a member received of a kind, and by how much it moves assistance and supplement of a month, in tenge.

    `income` is of the three months. `by_step`: at most, when it is `STEP_TENGE` a month more or less. `left_out`: when
    there were none of it; negative where less would be due. Of an amount that is a range its upper end is meant there;
    `without` is the whole amount with none of it, None where it cannot be worked out.
    """

    label: str
    income: Income
    by_step: int
    left_out: int
    without: TengeRange | None


def what_moves_most(household: Household, found_for: Callable[[Household], Findings], most: int = MOST) -> list[Mover]:
    """Return the sums of money that move the amount most, the strongest first; those that move nothing are left out.

    `found_for` works out what is due to a family, by whatever law and line; it raises as `assess` does.
    """
    due = month_of(found_for(household)).assistance.high
    movers = [
        _mover(household, member, income, due, found_for) for member in household.members for income in member.incomes
    ]
    found = [one for one in movers if one.by_step or one.left_out]
    return sorted(found, key=lambda one: (-abs(one.left_out), -one.by_step))[:most]


def _mover(
    household: Household, member: Member, income: Income, due: int, found_for: Callable[[Household], Findings]
) -> Mover:
    def amount(changed: Income | None) -> TengeRange | None:
        try:
            return month_of(found_for(_with(household, member, income, changed))).assistance
        except (LawError, NobodyCountsError):
            return None

    def moved(found: TengeRange | None) -> int:
        return 0 if found is None else found.high - due

    step, without = STEP_TENGE * MONTHS_IN_QUARTER, amount(None)
    by_step = max(abs(moved(amount(_moved_by(income, slip)))) for slip in (step, -step))
    return Mover(member.label, income, by_step, moved(without), without)


def _moved_by(income: Income, tenge: int) -> Income:
    high = None if income.high_tenge is None else max(0, income.high_tenge + tenge)
    return income._replace(low_tenge=max(0, income.low_tenge + tenge), high_tenge=high)


def _with(household: Household, member: Member, income: Income, changed: Income | None) -> Household:
    at = next(at for at, one in enumerate(member.incomes) if one is income)
    incomes = (*member.incomes[:at], *([changed] if changed else []), *member.incomes[at + 1 :])
    members = (replace(one, incomes=incomes) if one is member else one for one in household.members)
    return replace(household, members=tuple(members))
