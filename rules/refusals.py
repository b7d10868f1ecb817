"""The grounds of refusal in the order of the act, each with its term and what it leaves untouched (R1-R7)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from rules.deadlines import add_months
from rules.family import Family
from rules.household import Commission, DayUnknown, History
from rules.law_on import LawOn
from rules.parameters import value_of


class Ground(StrEnum):
    """Why the assistance is refused."""

    INCOME_ABOVE_LINE = "income_above_line"
    EXAMINATION_REFUSED = "examination_refused"
    COMMISSION_NO_NEED = "commission_no_need"
    MEASURES_REFUSED = "measures_refused"
    CONTRACT_BROKEN = "contract_broken"
    FALSE_DATA = "false_data"


PROVISION: Final = {
    Ground.INCOME_ABOVE_LINE: "R1",
    Ground.EXAMINATION_REFUSED: "R2",
    Ground.COMMISSION_NO_NEED: "R3",
    Ground.MEASURES_REFUSED: "R4",
    Ground.CONTRACT_BROKEN: "R5",
    Ground.FALSE_DATA: "R6",
}
# The grounds that bar a family for months after something happened, and for how long.
TERM: Final = {
    Ground.MEASURES_REFUSED: "refusal_bar_after_declining_employment_measures",
    Ground.CONTRACT_BROKEN: "refusal_bar_after_broken_social_contract",
}
ALLOWANCES: Final = ("large_family_allowance", "awarded_mother_allowance")


class Refusal(NamedTuple):
    """A ground of refusal.

    `until` is the day on which its term ends: the last day of the quarter (R1), or the day six months later,
    on which the family may apply again (R4, R5); None where the ground concerns this application only, or where
    its term was not read. `untouched` names what the family keeps all the same.
    """

    ground: Ground
    until: date | None
    untouched: tuple[str, ...]


def refused_for_income(law: LawOn) -> Refusal:
    """Return the refusal for per-capita income above the line: it ends with the quarter (R1)."""
    return Refusal(Ground.INCOME_ABOVE_LINE, law.quarter.last_day, ALLOWANCES)


def refusals_by_history(history: History, family: Family, law: LawOn) -> Iterator[Refusal]:
    """Yield the grounds that lie in what happened before, in the order of the act (R2-R6)."""
    if history.commission is Commission.EXAMINATION_REFUSED:
        yield Refusal(Ground.EXAMINATION_REFUSED, None, ALLOWANCES)
    if history.commission is Commission.NO_NEED:
        yield Refusal(Ground.COMMISSION_NO_NEED, None, ALLOWANCES)
    until = measures_refused_until(history, law)
    if until and family.must_join:
        yield Refusal(Ground.MEASURES_REFUSED, until, (*ALLOWANCES, "children_package"))
    until = _barred_until(history.contract_broken_on, Ground.CONTRACT_BROKEN, law)
    if until:
        yield Refusal(Ground.CONTRACT_BROKEN, until, ALLOWANCES)
    if history.false_data:
        yield Refusal(Ground.FALSE_DATA, None, ALLOWANCES)


def measures_refused_until(history: History, law: LawOn) -> date | None:
    """Return the day from which a refusal of employment measures no longer bars the family, if it does now (R4)."""
    return _barred_until(history.refused_measures_on, Ground.MEASURES_REFUSED, law)


def grounds_without_day(history: History, family: Family) -> Iterator[Ground]:
    """Yield the grounds of which nobody can say whether they stand: the day from which they count is not known."""
    if history.refused_measures_on is DayUnknown.UNKNOWN and family.must_join:
        yield Ground.MEASURES_REFUSED
    if history.contract_broken_on is DayUnknown.UNKNOWN:
        yield Ground.CONTRACT_BROKEN


@cache
def term_months(ground: Ground, law: LawOn) -> int:
    """Return for how many months a ground of `TERM` bars the family (R4, R5)."""
    return int(value_of(TERM[ground], law.day).value)


def _barred_until(happened_on: date | DayUnknown | None, ground: Ground, law: LawOn) -> date | None:
    if not isinstance(happened_on, date) or happened_on > law.day:
        return None
    until = add_months(happened_on, term_months(ground, law))
    return until if law.day < until else None
