"""Which one fact that somebody did not know, or could only estimate, narrows the result most, and what is likely.

Only what the person can find out is tried: sums, days, whether somebody still lives with them. What the commission
decides stays open whatever they answer.
"""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from typing import Any, Final, NamedTuple, TypedDict

from rules.assessment import NobodyCountsError, what_is_due
from rules.household import Absence
from rules.interview.answers import BY_LAW, UNKNOWN, Day, OneOf
from rules.interview.household_from_answers import household_from
from rules.interview.income_from_answers import OF_MONEY
from rules.interview.questionnaire import Answers, Asked, AssessmentDay, Context, Walk
from rules.interview.sums_by_law import sums_by_law
from rules.result import Findings

OF_ABSENCE: Final = frozenset({"absence", "spouse-apart"})
LONG_AGO: Final = timedelta(days=5 * 365)  # every term of a ground is over by then


class WayOut(TypedDict):
    """`ask`: the place of the question that narrows the result most.

    `likely_tenge`: assistance and supplement of a month if each sum that is not known is what the law gives; None where
    the law does not fix them all, or something else is open.
    """

    ask: str
    likely_tenge: int | None


class _Fact(NamedTuple):
    """A fact that is open, and the answers at its ends."""

    place: str
    ends: tuple[Any, ...]


def way_out(walked: Walk) -> WayOut | None:
    """Return what helps a result that is open, tried by assessing the family with each answer; None where none does.

    Raises as `assess` does.
    """
    now = _due(walked.kept, walked.assessment_day)
    if now is None or not _width(now):
        return None
    facts = [fact for asked in walked.asked if (fact := _fact(asked, walked)) is not None]
    ask = _narrowest(facts, now, walked)
    return {"ask": ask, "likely_tenge": _likely(walked)} if ask else None


def _narrowest(facts: list[_Fact], now: Findings, walked: Walk) -> str | None:
    """Return the fact after whose answer the total is known best, on the average of its ends; of equals the first."""
    left: dict[str, Fraction] = {}
    for fact in facts:
        found = (_due({**walked.kept, fact.place: end}, walked.assessment_day) for end in fact.ends)
        widths = [0 if due is None else _width(due) for due in found]
        left[fact.place] = Fraction(sum(widths), len(widths))
    best = min(left, key=left.__getitem__, default=None)
    return best if best is not None and left[best] < _width(now) else None


def _due(answers: Answers, assessment_day: AssessmentDay) -> Findings | None:
    try:
        return what_is_due(household_from(answers, assessment_day), assessment_day.on, assessment_day.lines)
    except NobodyCountsError:
        return None


def _width(due: Findings) -> int:
    return due.total.high - due.total.low


def _fact(asked: Asked, walked: Walk) -> _Fact | None:
    told = walked.kept.get(asked.key)
    ends = tuple(_ends(asked, told, walked)) if told is not None else ()
    return _Fact(asked.key, ends) if ends else None


def _ends(asked: Asked, told: Any, walked: Walk) -> Iterator[Any]:
    """Yield the answers between which the truth lies; nothing where it is known."""
    question, assessment_day = asked.question, walked.assessment_day
    if question.id in OF_MONEY:
        yield from _of_unknown_sum(asked, walked) if told == UNKNOWN else _of_range(told)
        return
    kind = (
        question.answer(Context(walked.kept, assessment_day, asked.subject))
        if told in (UNKNOWN, Absence.UNSURE)
        else None
    )
    if isinstance(kind, Day):
        yield from (day.isoformat() for day in kind.fits or (assessment_day.today, assessment_day.today - LONG_AGO))
    elif question.id in OF_ABSENCE and isinstance(kind, OneOf):
        yield from (word for word in kind.options if word != Absence.UNSURE)


def _of_unknown_sum(asked: Asked, walked: Walk) -> Iterator[Any]:
    """Yield the sums of the law; else nothing at all, and so much that no assistance is left."""
    by_law = _by_law(asked, walked)
    if by_law:
        yield from by_law
        return
    yield [0, 0]
    due = _due(walked.kept, walked.assessment_day)
    if due is not None:
        all_that_is_due = due.monthly.high
        yield {"month": [all_that_is_due] * 2} if asked.question.id == "amount" else [all_that_is_due] * 2


def _of_range(told: Any) -> Iterator[Any]:
    period, ends = next(iter(told.items())) if isinstance(told, dict) else (None, told)
    if not isinstance(ends, list) or ends[0] == ends[1]:
        return  # known, or told month by month
    for end in ends:
        yield [end, end] if period is None else {period: [end, end]}


def _by_law(asked: Asked, walked: Walk) -> list[dict[str, list[int]]]:
    if asked.question.id != "amount":
        return []
    return [{BY_LAW: [sum_, sum_]} for sum_ in sums_by_law(asked.subject.kind, walked.kept, walked.assessment_day)]


def _likely(walked: Walk) -> int | None:
    taken: dict[str, Any] = {}
    for asked in walked.asked:
        if asked.question.id in OF_MONEY and walked.kept.get(asked.key) == UNKNOWN:
            by_law = _by_law(asked, walked)
            if len(by_law) != 1:
                return None
            taken[asked.key] = by_law[0]
    due = _due({**walked.kept, **taken}, walked.assessment_day) if taken else None
    if due is None or not due.likely_tenge:
        return None
    return due.likely_tenge + (due.supplement_tenge or 0)
