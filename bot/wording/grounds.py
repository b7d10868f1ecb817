"""The grounds of refusal other than income: the fact, its article, until when, what it leaves, the door."""

from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.citations import source_in_brackets
from bot.wording.phrases import applied_on, office, quarter_of
from rules.record import Record, RefusalRecord
from rules.refusals import Ground

PACKAGE: Final = "children_package"
# The grounds that last for months, whatever the quarter (R4-R6).
BARS: Final = frozenset({Ground.MEASURES_REFUSED, Ground.CONTRACT_BROKEN, Ground.FALSE_DATA})


def refused_otherwise(texts: Texts, record: Record, today: date) -> list[str]:
    """Return a message for each ground other than income, and what opens the door where nobody is entitled."""
    told = []
    for refusal in _others(record):
        told.append(_ground(texts, record, refusal, today))
        if refusal["ground"] == Ground.NOBODY_ENTITLED:
            told.append(texts.say("refused-nobody_entitled-door"))
    return told


def why_otherwise(texts: Texts, record: Record) -> list[str]:
    """Return a sentence for each ground other than income, with the day until which it stands."""
    return [_why(texts, record, refusal) for refusal in _others(record)]


def _why(texts: Texts, record: Record, refusal: RefusalRecord) -> str:
    ground, until = Ground(refusal["ground"]), refusal["until"]
    if until is None:
        return texts.say(f"why-{ground}{'-without-term' if ground is Ground.FALSE_DATA else ''}")
    return texts.say(f"why-{ground}", until_to=texts.day_to(date.fromisoformat(until), applied_on(record)))


def kept(texts: Texts, record: Record) -> list[str]:
    """Return what a family keeps that is refused for another ground than income."""
    if not _others(record) or not _has_something_to_keep(record):
        return []
    # R7: the package stays only where nothing else stands in the way
    keeps_package = all(PACKAGE in refusal["untouched"] for refusal in record["refusals"])
    return [texts.say("refused-keeps-allowances" + ("-and-package" if keeps_package else ""))]


def _others(record: Record) -> list[RefusalRecord]:
    return [refusal for refusal in record["refusals"] if refusal["ground"] != Ground.INCOME_ABOVE_LINE]


def again(texts: Texts, record: Record, today: date) -> list[str]:
    """Return from when the family may apply again, where a ground other than income has a term."""
    day = may_apply_again_on(record)
    return [texts.say("refused-again", until_from=texts.day_from(day, today))] if day else []


def _has_something_to_keep(record: Record) -> bool:
    if not all(refusal["untouched"] for refusal in record["refusals"]):
        return False
    allowances = (record["large_family_allowance_tenge"], record["awarded_mother_allowance_tenge"])
    return bool(record["children"]) or any(tenge != 0 for tenge in allowances)  # None: the sum is not known


def may_apply_again_on(record: Record) -> date | None:
    """Return the day on which the last of several terms has run out.

    None where no ground but income has a term, and where the term of one was not read.
    """
    grounds = {Ground(refusal["ground"]): refusal["until"] for refusal in record["refusals"]}
    bars = {ground: until for ground, until in grounds.items() if ground in BARS}
    days = [date.fromisoformat(until) for until in bars.values() if until is not None]
    if not bars or len(days) < len(bars) or Ground.NOBODY_ENTITLED in grounds:
        return None
    # R1 ends with the quarter
    return max([*days, *([quarter_of(record).next.first_day] if Ground.INCOME_ABOVE_LINE in grounds else [])])


def undated_grounds(record: Record) -> dict[Ground, int]:
    """Return the grounds that may stand or not, as their day is not known, each with its term in months."""
    steps = {step["step"]: step["values"] for step in record["steps"]}
    found = ((ground, steps.get(f"{ground}_without_day")) for ground in Ground)
    return {ground: values["months"] for ground, values in found if values}


def _ground(texts: Texts, record: Record, refusal: RefusalRecord, today: date) -> str:
    ground = Ground(refusal["ground"])
    values = {"source": _source(texts, record, ground)}
    if refusal["until"]:
        values["until_to"] = texts.day_to(date.fromisoformat(refusal["until"]), today)
    if ground in BARS:
        values["office_to"] = office(texts, record, ".to")
    if ground is Ground.FALSE_DATA and not refusal["until"]:  # before the Social Code
        return texts.say("refused-false_data-without-term", office=office(texts, record), **values)
    return texts.say_with(f"refused-{ground}", **values)


def _source(texts: Texts, record: Record, ground: Ground) -> str:
    step = next(step for step in record["steps"] if step["step"] == ground)
    return source_in_brackets(texts, step["sources"][0])
