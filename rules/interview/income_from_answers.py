"""What was told of money, as the law needs it: which sums are asked, and the income of each member (I1-I6)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rules.household import Activity, Income, IncomeKind
from rules.income import not_counted_kinds
from rules.interview.answers import BY_LAW, DIFFERS, ONCE, UNKNOWN
from rules.interview.people_told import CHILDREN, GROWN, SELF, STUDENTS, adults, group_of, members, person
from rules.interview.places import MONTHS, Subject, stored_at, told_of
from rules.interview.who_earned import receivers
from rules.large_family import large_family_allowance
from rules.law_in_force import LawInForce, law_in_force
from rules.quarters import MONTHS_IN_QUARTER
from rules.sources import LAW_BEGINS_ON

Answers = Mapping[str, Any]

KINDS_ONE_OFF: Final = (
    "final_pay", "birth_grant", "maternity_pay", "sick_pay", "one_off_state_payment", "local_aid", "alimony_arrears",
)  # fmt: skip
KINDS_BY_QUARTER: Final = ("sale", "winnings", "loan", *KINDS_ONE_OFF)  # received once; all others are asked by month
OF_MONEY: Final = frozenset({"amount", "month", "once"})
"""Questions that are answered with a sum."""
LARGE_FAMILY: Final = IncomeKind.LARGE_FAMILY_ALLOWANCE.value


def amounts(answers: Answers, law: LawInForce) -> list[Subject]:
    """Return the kind and the member of every amount of the usual income that counts on a day."""
    kinds = list(answers.get("income-kinds", []))
    if "one_off" in kinds:
        at = kinds.index("one_off")
        kinds[at : at + 1] = answers.get("one-off-kinds", [])
    if "allowance" in kinds:
        at = kinds.index("allowance")
        by_law = {LARGE_FAMILY} if _is_large(answers, law) else set()
        kinds[at : at + 1] = [kind for kind in answers.get("allowance-kinds", []) if kind not in by_law]
    leave_out = not_counted_kinds(law)
    return [Subject(kind, key) for kind in kinds if kind not in leave_out for key in receivers(answers, kind, law)]


def amounts_of_circumstances(answers: Answers, law: LawInForce) -> list[Subject]:
    """Return the same of what special circumstances add: a loan, and the stipends of students over 18."""
    stipends = [Subject("stipend", key) for key in members(answers) if group_of(key) is STUDENTS]
    loan = "loan" in answers.get("history", []) and law.loans_count
    return [*stipends, *([Subject("loan", SELF)] if loan else [])]


def is_by_quarter(subject: Subject) -> bool:
    """Whether an amount is asked for the three months together."""
    return subject.kind in KINDS_BY_QUARTER


def incomes(answers: Answers, law: LawInForce) -> dict[str, list[Income]]:
    """Return the income of each member by key."""
    found: dict[str, list[Income]] = {}
    for subject in (*amounts(answers, law), *amounts_of_circumstances(answers, law)):
        income = _income(answers, subject)
        if income is not None:
            found.setdefault(subject.member, []).append(income)
    not_asked = _not_asked(answers, law)
    if not_asked:
        found.setdefault(SELF, []).extend(not_asked)
    return found


def _income(answers: Answers, subject: Subject) -> Income | None:
    kind = IncomeKind(subject.kind)
    told = answers.get(stored_at("amount", subject))
    if told is None:
        return None
    if told == DIFFERS:
        months = [answers.get(stored_at("month", subject._replace(month=month))) for month in MONTHS]
        return _sum(kind, [month for month in months if month is not None])
    if told == ONCE:
        once = answers.get(stored_at("once", subject))
        return None if once is None else _of_quarter(kind, once, by_quarter=True)
    return _of_quarter(kind, told, by_quarter=is_by_quarter(subject))


def _of_quarter(kind: IncomeKind, told: Any, *, by_quarter: bool) -> Income:
    """Return what was told for the three months, or for each of them: as it was asked, or as it was said."""
    if isinstance(told, dict):
        by_quarter = "quarter" in told or (by_quarter and BY_LAW in told)
        told = next(iter(told.values()))
    return _sum(kind, [told] * (1 if by_quarter else MONTHS_IN_QUARTER))


def _sum(kind: IncomeKind, told: list[Any]) -> Income:
    known = [amount for amount in told if amount != UNKNOWN]
    low = sum(amount[0] for amount in known)
    return Income(kind, low, sum(amount[1] for amount in known) if len(known) == len(told) else None)


def _not_asked(answers: Answers, law: LawInForce) -> list[Income]:
    """Return the allowance of a large family, whose sum the law gives, and what is named but does not count."""
    if "allowance" not in answers.get("income-kinds", []):
        return []
    leave_out = not_counted_kinds(law)
    named = [Income.of(IncomeKind(kind), 0) for kind in answers.get("allowance-kinds", []) if kind in leave_out]
    by_law = large_family_allowance_by_law(answers, law)
    return [*named, *([by_law] if by_law else [])]


def large_family_allowance_by_law(answers: Answers, law: LawInForce) -> Income | None:
    """Return the allowance of a large family that receives it, in tenge for the three months, as the law gives it."""
    is_received = "allowance" in answers.get("income-kinds", []) and LARGE_FAMILY in answers.get("allowance-kinds", [])
    return _large_family_income(answers, law) if is_received and _is_large(answers, law) else None


def _is_large(answers: Answers, law: LawInForce) -> bool:
    """Whether the law gives the allowance's sum: a family that is large no more tells what it still received."""
    return _children(answers, law) >= law.large_family_from


def _children(answers: Answers, law: LawInForce) -> int:
    grown_students = [key for key in adults(answers) if _is_grown_student(answers, key, law)]
    return len(grown_students) + sum(group_of(key) in (CHILDREN, STUDENTS) for key in members(answers))


def _is_grown_student(answers: Answers, key: str, law: LawInForce) -> bool:
    told = person(answers, key)
    is_grown = told is not None and told.group is GROWN and told.age < law.student_age
    return is_grown and told_of(answers, "activity", key) == Activity.STUDENT


def _large_family_income(answers: Answers, law: LawInForce) -> Income:
    children = _children(answers, law)
    days = (max(date.fromisoformat(f"{month}-01"), LAW_BEGINS_ON) for month in law.base_months)
    months = [large_family_allowance(children, law_in_force(day)) for day in days]
    known = [tenge for tenge in months if tenge is not None]
    return Income(IncomeKind.LARGE_FAMILY_ALLOWANCE, sum(known), sum(known) if len(known) == len(months) else None)
