"""Why the result is what it is: the steps of the record in their order, each with what it rests on."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.citations import citations
from bot.wording.explanation import steps_beside, steps_to_amount, steps_to_line
from bot.wording.explanation.step import Tell, Telling
from bot.wording.phrases import Name
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


def why(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    """Return one message for each step: what was asked, with which figures, and by which act since when."""
    messages = []
    for step in record["steps"]:
        telling = Telling(texts, record, name, today, step["values"], step["passed"])
        lines = [*STEPS[step["step"]](telling), *citations(texts, record, step["sources"])]
        messages.append("\n".join(lines))
    return messages
