"""Why the result is what it is: the steps of the record in their order, each with what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.texts import Texts
from bot.wording.citations import citations
from bot.wording.explanation import steps_beside, steps_to_amount, steps_to_line
from bot.wording.explanation.step import Tell, Telling
from bot.wording.phrases import Name, steps_of
from rules.record import Record
from rules.refusals import TERM, Ground

# The steps of rules/explanation.py.
STEPS: Final[Mapping[str, Tell]] = {
    "who_counts": steps_to_line.who_counts,
    "base_quarter": steps_to_line.base_quarter,
    "income": steps_to_line.income,
    "per_capita_income": steps_to_line.per_capita_income,
    "poverty_line": steps_to_line.poverty_line,
    "income_within_line": steps_to_amount.income_within_line,
    "no_other_ground": steps_to_amount.no_other_ground,
    **{
        ground.value: steps_to_amount.ground_of_refusal(ground.value)
        for ground in Ground
        if ground is not Ground.INCOME_ABOVE_LINE  # told where income and line are compared
    },
    **{f"{ground}_without_day": steps_to_amount.ground_without_day(ground) for ground in TERM},
    "bases_of_no_need": steps_to_amount.bases_of_no_need,
    "amount": steps_to_amount.amount,
    "months": steps_to_amount.months,
    "child_supplement": steps_beside.child_supplement,
    "unconditional": steps_beside.unconditional,
    "conditional": steps_beside.conditional,
    "large_family_allowance": steps_beside.large_family_allowance,
    "awarded_mother_allowance": steps_beside.awarded_mother_allowance,
    "social_package": steps_beside.social_package,
}


def step_by_step(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    """Return one message for each step: what was asked, and with which figures. What it rests on stands by itself."""
    return ["\n".join(lines) for lines, _ in _told(texts, record, name, today)]


def why(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    """Return one message for each step: what was asked, with which figures, and by which act since when."""
    told = _told(texts, record, name, today)
    return ["\n".join([*lines, *citations(texts, record, sources)]) for lines, sources in told]


def _told(texts: Texts, record: Record, name: Name, today: date) -> Iterator[tuple[list[str], Sequence[Any]]]:
    for step in steps_of(record):
        telling = Telling(texts, record, name, today, step["values"], step["passed"])
        yield STEPS[step["step"]](telling), step["sources"]
