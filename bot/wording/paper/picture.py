"""The picture beside "Why?": what the template takes. The same in words is `in_short`."""

from typing import Any, Final

from bot.texts import Texts
from bot.wording.figures import Figures, Tenge, figures, written
from bot.wording.phrases import grounds_of, is_estimated
from rules.income_within_line import Outcome
from rules.record import Record
from rules.refusals import Ground

Json = dict[str, Any]
FREE: Final = 0.92
"""The longest bar takes so much of the width, so that one that may go on has somewhere to go."""


def picture(texts: Texts, record: Record) -> Json:
    """Return what stands in the picture of a result."""
    found = figures(record)
    widest = max(end or 0 for end in (*found.per_person, *found.line)) or 1

    def at(tenge: int) -> float:
        return FREE * tenge / widest

    low, high = found.per_person
    estimate = "-estimate" if is_estimated(record) else ""
    return {
        "language": texts.language.value,
        "heading": _heading(texts, record, found),
        "people": texts.say("picture-people", members=found.members),
        "members": found.members,
        "income": {
            "label": texts.say("picture-income"),
            "figure": written(texts, found.per_person),
            "low": at(low),
            "most": 1.0 if high is None else at(high),
        },
        "line": {
            "label": texts.say(f"picture-line{estimate}"),
            "figure": written(texts, found.line),
            "low": at(found.line[0]),
            "most": at(found.line[1] or 0),
        },
        "gap": _gap(texts, found, at(low), at(found.line[1] or 0)),
        "sums": _sums(texts, found),
        "estimate": texts.say("picture-estimate"),
    }


def _heading(texts: Texts, record: Record, found: Figures) -> str:
    if record["outcome"] == Outcome.ELIGIBLE and found.together is not None:
        if not found.together[1]:
            return texts.say("picture-equal")
        return texts.say("picture-yes", amount=written(texts, found.together))
    if record["outcome"] != Outcome.REFUSED:
        return texts.say("picture-open")
    if Ground.INCOME_ABOVE_LINE not in grounds_of(record) or found.difference is None:
        return texts.say("picture-refused")
    least, greatest = found.difference
    if greatest is None:
        return texts.say("picture-no-at-least", difference=texts.money(least))
    return texts.say("picture-no", difference=written(texts, found.difference))


def _gap(texts: Texts, found: Figures, income: float, line: float) -> Json | None:
    if found.difference is None or income == line:
        return None
    label = texts.say("picture-difference", difference=written(texts, found.difference))
    return {"label": label, "low": min(income, line), "most": max(income, line)}


def _sums(texts: Texts, found: Figures) -> list[str]:
    """Return the difference times the people, and the supplement: what the amount is made of."""
    if found.difference is None or found.assistance is None:
        return []
    if not found.is_product:
        return [texts.say("paper-row-assistance-open")]
    values = {"difference": written(texts, found.difference), "amount": written(texts, found.assistance)}
    is_exact = _times(found.difference, found.members) == found.assistance
    told = [texts.say(f"picture-sum{'' if is_exact else '-rounded'}", members=found.members, **values)]
    if found.supplement is not None:
        told.append(texts.say("picture-supplement", supplement=written(texts, found.supplement)))
    return told


def _times(tenge: Tenge, members: int) -> tuple[int, int | None]:
    low, high = tenge
    return low * members, None if high is None else high * members
