"""The grounds of refusal in the order of the act, each with its term and what it leaves untouched (R1-R7)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from rules.household import Commission, DayUnknown, History
from rules.law_in_force import LawInForce
from rules.quarters import add_months
from rules.who_counts import PERMANENT_WORK, Family


class Ground(StrEnum):
    """Why the assistance is refused; in the order of the act."""

    NOBODY_ENTITLED = "nobody_entitled"
    INCOME_ABOVE_LINE = "income_above_line"
    EXAMINATION_REFUSED = "examination_refused"
    COMMISSION_NO_NEED = "commission_no_need"
    MEASURES_REFUSED = "measures_refused"
    CONTRACT_BROKEN = "contract_broken"
    FALSE_DATA = "false_data"


PROVISION: Final = {
    Ground.NOBODY_ENTITLED: "P1",
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
    Ground.FALSE_DATA: "refusal_bar_after_false_data",
}
OF_COMMISSION: Final = {
    Commission.EXAMINATION_REFUSED: Ground.EXAMINATION_REFUSED,
    Commission.NO_NEED: Ground.COMMISSION_NO_NEED,
}
DAY_UNKNOWN: Final = DayUnknown.UNKNOWN
ALLOWANCES: Final = ("large_family_allowance", "awarded_mother_allowance")


class Refusal(NamedTuple):
    """A ground of refusal.

    `until` is the day on which its term ends: the last day of the quarter (R1), or the day six months later,
    on which the family may apply again (R4-R6); None where the ground concerns this application only, or where
    its term was not read (R6 before the Social Code). `untouched` names what the family keeps all the same.
    """

    ground: Ground
    until: date | None
    untouched: tuple[str, ...]


@cache
def refused_for_income(law: LawInForce) -> Refusal:
    """Return the refusal for per-capita income above the line: it ends with the quarter (R1)."""
    return Refusal(Ground.INCOME_ABOVE_LINE, law.quarter.last_day, ALLOWANCES)


def refused_as_nobody_is_entitled() -> Refusal:
    """Return the refusal of a family none of whose counted members is entitled (P1)."""
    return Refusal(Ground.NOBODY_ENTITLED, None, ())


def refusals_by_history(history: History, family: Family, law: LawInForce) -> Iterator[Refusal]:
    """Yield the grounds that lie in what happened before, in the order of the act (R2-R6)."""
    ground = OF_COMMISSION.get(history.commission)
    if ground:
        yield Refusal(ground, None, ALLOWANCES)
    if history.refused_measures_on:
        until = measures_refused_until(history, law)
        if until and could_refuse_measures(family):
            yield Refusal(Ground.MEASURES_REFUSED, until, (*ALLOWANCES, "children_package"))
    if history.contract_broken_on:
        until = _barred_until(history.contract_broken_on, Ground.CONTRACT_BROKEN, law)
        if until:
            yield Refusal(Ground.CONTRACT_BROKEN, until, ALLOWANCES)
    if history.false_data_on is None and not history.false_data:
        return
    if _has_term(Ground.FALSE_DATA, law):
        until = _barred_until(history.false_data_on, Ground.FALSE_DATA, law)
        if until:
            yield Refusal(Ground.FALSE_DATA, until, ALLOWANCES)
    elif false_data_were_found(history, law):
        yield Refusal(Ground.FALSE_DATA, None, ALLOWANCES)


def false_data_were_found(history: History, law: LawInForce) -> bool:
    """Whether knowingly false data were submitted until a day, be it known when or not (R6)."""
    on = history.false_data_on
    return history.false_data or on is DAY_UNKNOWN or (isinstance(on, date) and on <= law.day)


def could_refuse_measures(family: Family) -> bool:
    """Whether somebody had to take part when measures were refused: work found since does not end a bar (R4)."""
    if family.must_join:
        return True
    return any(standing.exempt is PERMANENT_WORK for standing in family.able_bodied)


def measures_refused_until(history: History, law: LawInForce) -> date | None:
    """Return the day from which a refusal of employment measures no longer bars the family, if it does now (R4)."""
    return _barred_until(history.refused_measures_on, Ground.MEASURES_REFUSED, law)


def grounds_without_day(history: History, family: Family, law: LawInForce) -> Iterator[Ground]:
    """Yield the grounds of which nobody can say whether they stand: the day from which they count is not known."""
    if history.refused_measures_on is DAY_UNKNOWN and could_refuse_measures(family):
        yield Ground.MEASURES_REFUSED
    if history.contract_broken_on is DAY_UNKNOWN:
        yield Ground.CONTRACT_BROKEN
    was_found = history.false_data or history.false_data_on is DAY_UNKNOWN
    if was_found and not isinstance(history.false_data_on, date) and _has_term(Ground.FALSE_DATA, law):
        yield Ground.FALSE_DATA


@cache
def term_months(ground: Ground, law: LawInForce) -> int:
    """Return for how many months a ground of `TERM` bars the family (R4-R6)."""
    return int(law.number(TERM[ground]).value)


@cache
def _has_term(ground: Ground, law: LawInForce) -> bool:
    return TERM[ground] in law.numbers


def _barred_until(happened_on: date | DayUnknown | None, ground: Ground, law: LawInForce) -> date | None:
    if not isinstance(happened_on, date) or happened_on > law.day:
        return None
    until = add_months(happened_on, term_months(ground, law))
    return until if law.day < until else None
