"""The questions of what money the family received in the three months before the quarter (I1-I4)."""

from typing import Any, Final

from rules.interview.answers import DIFFERS, ONCE, Answer, ManyOf, Tenge
from rules.interview.income_from_answers import amounts, is_by_quarter
from rules.interview.kinds_of_answer import adult_keys, chose
from rules.interview.kinds_of_money import allowance_kinds, income_kinds, one_off_kinds
from rules.interview.places import EARNERS, MONTHS, Subject, stored_at
from rules.interview.questionnaire import Context, Question, Repeat
from rules.interview.sums_by_law import sums_by_law
from rules.interview.typed_money import Period
from rules.interview.who_earned import KINDS_EARNED, known_receiver
from rules.law_in_force import law_in_force

TOTAL: Final = Tenge(asked_for=Period.QUARTER)


def earners(context: Context) -> Answer:
    """Return the grown-ups of whom at least one received an income that the family named."""
    return ManyOf(tuple(adult_keys(context)), required=True)


def earners_needed(context: Context) -> bool:
    """Ask who received it where more than one grown-up could have."""
    return len(adult_keys(context)) > 1


def earner_known(context: Context) -> bool:
    """Do not ask where what everybody does, or their age, says who it was."""
    return known_receiver(context.answers, context.subject.kind, law_in_force(context.assessment_day.on)) is not None


def usual_amounts(context: Context) -> list[Subject]:
    """Return the kind and the member of every amount of the usual income that counts."""
    return amounts(context.answers, law_in_force(context.assessment_day.on))


def kinds_earned(context: Context) -> list[Subject]:
    """Return the kinds of income for which it matters who received them."""
    return [Subject(kind) for kind in context.answers.get("income-kinds", []) if kind in KINDS_EARNED]


def amount(context: Context) -> Answer:
    """Return the kind of answer for an amount: monthly income may differ from month to month.

    Where nobody was asked who received it, that it was another can be said; not of the stipend of a student who lives
    elsewhere: of that no question asks who received it.
    """
    kind = context.subject.kind
    by_law = sums_by_law(kind, context.answers, context.assessment_day)
    if is_by_quarter(context.subject):
        return Tenge(asked_for=Period.QUARTER, by_law=by_law)
    is_asked_of_many = Subject(kind) in kinds_earned(context) and earners_needed(context)
    was_asked = stored_at(EARNERS, Subject(kind)) in context.answers
    return Tenge(may_differ=True, may_be_another=is_asked_of_many and not was_asked, by_law=by_law)


def received_once(context: Context) -> list[Subject]:
    """Return the amount itself where it was received once, rather than each month."""
    return [context.subject] if amount_told(context) == ONCE else []


def months_that_differ(context: Context) -> list[Subject]:
    """Return each month of an amount that was not the same each month."""
    return [context.subject._replace(month=month) for month in MONTHS] if amount_told(context) == DIFFERS else []


def amount_told(context: Context) -> Any:
    """Return what was told of the amount asked about; None before it was."""
    return context.answers.get(stored_at("amount", context.subject))


AMOUNT_AND_MONTHS: Final = (
    Question("amount", amount, "I2"),
    Repeat(months_that_differ, (Question("month", lambda _context: Tenge(), "I2"),)),
    Repeat(received_once, (Question("once", lambda _context: TOTAL, "I2"),)),
)

USUAL_INCOME: Final[tuple[Question | Repeat, ...]] = (
    Question("income-kinds", income_kinds, "I3"),
    Question("allowance-kinds", allowance_kinds, "I3", chose("income-kinds", "allowance")),
    Question("one-off-kinds", one_off_kinds, "I4a", chose("income-kinds", "one_off")),
    Repeat(kinds_earned, (Question(EARNERS, earners, "I3", earners_needed, earner_known),)),
    Repeat(usual_amounts, AMOUNT_AND_MONTHS),
)
