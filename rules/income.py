"""What counts as income, and how much of it falls on one person (I1-I6).

Whatever is neither listed as not counted nor as open counts.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from rules.household import IncomeKind
from rules.law_in_force import LawInForce
from rules.quarters import MONTHS_IN_QUARTER
from rules.who_counts import Standing

NEVER_COUNTED: Final = frozenset(
    {
        IncomeKind.ASSISTANCE,
        IncomeKind.HOUSING_AID,
        IncomeKind.BURIAL_GRANT,
        IncomeKind.CHILD_DISABILITY_ALLOWANCE,
    }
)
NEVER_COUNTED_NOR_LOANS: Final = NEVER_COUNTED | {IncomeKind.LOAN}
# Nobody has read whether these count: both readings are worked out (I3, I4a).
OPEN_KINDS: Final = (
    IncomeKind.SICK_PAY,
    IncomeKind.MATERNITY_PAY,
    IncomeKind.DISABLED_CHILD_CARE_ALLOWANCE,
    IncomeKind.CARER_ALLOWANCE,
    IncomeKind.BIRTH_GRANT,
    IncomeKind.ONE_OFF_STATE_PAYMENT,
    IncomeKind.LOCAL_AID,
    IncomeKind.STIPEND,
)
ARE_OPEN: Final = frozenset(OPEN_KINDS)


class IncomeOfKind(NamedTuple):
    """What the family received of one kind in the base quarter, in tenge; `high_tenge` None: nobody knows."""

    kind: IncomeKind
    low_tenge: int
    high_tenge: int | None


class FamilyIncome(NamedTuple):
    """Income of the counted members over the base quarter, in tenge, counted and not."""

    low_tenge: int
    high_tenge: int | None
    counted: list[IncomeOfKind]
    not_counted: list[IncomeOfKind]
    kinds: frozenset[IncomeKind]
    estimated: list[tuple[str, IncomeKind]]

    @property
    def is_known(self) -> bool:
        """Whether it is known to the tenge."""
        return self.low_tenge == self.high_tenge


def not_counted_kinds(law: LawInForce) -> frozenset[IncomeKind]:
    """Return the kinds that do not count on a day: those of I4, and a loan before I5 began."""
    return NEVER_COUNTED if law.loans_count else NEVER_COUNTED_NOR_LOANS


def family_income(counted: Iterable[Standing], law: LawInForce) -> FamilyIncome:
    """Sum the income of the counted members over the base quarter (I2, I3, I4)."""
    leave_out = not_counted_kinds(law)
    sums: dict[IncomeKind, IncomeOfKind] = {}
    estimated: list[tuple[str, IncomeKind]] = []
    for standing in counted:
        for kind, low, high in standing.member.incomes:
            if low != high:
                estimated.append((standing.member.label, kind))
            before = sums.get(kind)
            sums[kind] = IncomeOfKind(kind, low, high) if before is None else _together(before, low, high)
    low_tenge, high_tenge = 0, 0
    included, left_out, is_known = [], [], True
    for income in sums.values():
        if income.kind in leave_out:
            left_out.append(income)
            continue
        included.append(income)
        low_tenge += income.low_tenge
        high_tenge += income.high_tenge or 0
        is_known = is_known and income.high_tenge is not None
    return FamilyIncome(low_tenge, high_tenge if is_known else None, included, left_out, frozenset(sums), estimated)


def _together(before: IncomeOfKind, low: int, high: int | None) -> IncomeOfKind:
    known = before.high_tenge is not None and high is not None
    return IncomeOfKind(before.kind, before.low_tenge + low, (before.high_tenge or 0) + (high or 0) if known else None)


def per_capita(quarter_tenge: int, members: int) -> str:
    """Return income per person and month in tenge as a decimal string with two places (I2).

    For showing only: comparisons and amounts use whole numbers that are never divided.
    """
    return decimal_text(quarter_tenge, members * MONTHS_IN_QUARTER)


def decimal_text(numerator: int, denominator: int) -> str:
    """Return a fraction as a decimal string with two places, halves away from zero."""
    sign = "-" if numerator < 0 else ""
    hundredths = (abs(numerator) * 200 + denominator) // (2 * denominator)
    whole, rest = divmod(hundredths, 100)
    return f"{sign}{whole}.{rest:02}"
