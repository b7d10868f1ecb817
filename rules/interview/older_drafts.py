"""Drafts as an earlier version stored them, read as they were meant."""

from collections.abc import Mapping
from typing import Any, Final

from rules.interview.people_told import SELF
from rules.interview.places import Subject, stored_at
from rules.interview.special import CIRCUMSTANCES, HISTORY

FORM: Final = 2
"""The form of the answers that is stored today; a draft without one is of the first."""
ASKED_FOR_THREE_MONTHS: Final = ("farm", "gift", "interest", "other")  # in the first form; now for each month


def as_meant(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a stored conversation in today's form.

    What was told for three months says so, what happened before has a question of its own; an amount that was being
    asked back is asked anew.
    """
    if document.get("form", 1) >= FORM:
        return dict(document)
    answers = _with_periods(document.get("answers", {}))
    earlier = _with_periods(document.get("earlier", {}))
    chosen = answers.get("circumstances")
    if chosen is not None:
        owned = answers.get("property")
        happened = [word for word in HISTORY if word in chosen or (word == "property" and owned)]
        answers["circumstances"] = [word for word in CIRCUMSTANCES if word in chosen]
        (earlier if owned is None else answers)["history"] = happened  # of property nobody was asked yet
    return {**document, "form": FORM, "answers": answers, "earlier": earlier, "doubt": None}


def _with_periods(answers: Mapping[str, Any]) -> dict[str, Any]:
    places = {stored_at("amount", Subject(kind, SELF)) for kind in ASKED_FOR_THREE_MONTHS}
    return {
        place: {"quarter": value} if place in places and isinstance(value, list) else value
        for place, value in answers.items()
    }
