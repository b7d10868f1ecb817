"""The steps that decide: income against the line, other grounds, the amount and its months."""

from datetime import date
from decimal import Decimal
from typing import Final

from bot.texts import Texts
from bot.wording.explanation.step import Tell, Telling
from bot.wording.figures import compared
from bot.wording.phrases import (
    applied_on,
    gap_to_line,
    has_no_upper_end,
    is_above_line,
    is_band,
    is_close_to_line,
    is_income_known,
    line,
    within_line,
)
from bot.wording.readings import are_open, is_amount_open
from rules.income_within_line import Outcome
from rules.parameters import value_of
from rules.record import Record
from rules.refusals import Ground

TERM_OVER: Final = "-if-term-over"  # a ground has no day
IF_COUNTED: Final = "-if-counted"  # readings are open: if all that is open counts


def income_within_line(step: Telling) -> list[str]:
    """How income and line compare."""
    texts, record = step.texts, step.record
    told = compared(texts, record)
    limit, figure, gap = told["line"], told["per_person"], told["gap"]
    if step.passed is None:
        return [_not_compared(step)]
    if not step.passed:
        at_least = "-at-least" if has_no_upper_end(record) else ""
        return [texts.say(f"why-above{at_least}", line=limit, per_person=figure, difference=gap)]
    if _is_exactly_at_line(record):
        return [texts.say("why-equal", line=limit)]
    return [texts.say("why-difference", line=limit, per_person=figure, difference=gap)]


def _is_exactly_at_line(record: Record) -> bool:
    low, high = record["per_capita_income"], record["per_capita_income_high"]
    return high is not None and {Decimal(low), Decimal(high)} == {Decimal(record["poverty_line"]["tenge"])}


def _not_compared(step: Telling) -> str:
    texts, record = step.texts, step.record
    if are_open(record) and is_income_known(record):
        return texts.say("why-readings", line=line(texts, record))
    if not is_close_to_line(record):
        return texts.say("why-undecided", line=line(texts, record))
    figures = {"per_person": compared(texts, record)["per_person"], "line": line(texts, record)}
    if "line_high" in step.values:
        return texts.say(f"why-near-{'above' if is_above_line(record) else 'band'}", **figures)
    # as with any value of a step: records that do not hold it yet look it up, as it was on their day
    frozen = step.values.get("tolerance")
    near = texts.share(Decimal(frozen or value_of("estimated_line_tolerance", applied_on(record)).value))
    return texts.say("why-near", share=near, **figures)


def no_other_ground(step: Telling) -> list[str]:
    """Nothing else stands in the way."""
    return [step.texts.say("why-no_other_ground")]


def ground_of_refusal(name: str) -> Tell:
    """Return what tells a ground of refusal."""

    def tell(step: Telling) -> list[str]:
        until, texts = step.values["until"], step.texts
        if until is None:
            without_term = "-without-term" if name == Ground.FALSE_DATA else ""
            return [texts.say(f"why-{name}{without_term}")]
        until_to = texts.day_to(date.fromisoformat(until), step.today)
        keeps = [texts.say("why-measures-keep")] if name == Ground.MEASURES_REFUSED else []
        return [texts.say(f"why-{name}", until_to=until_to), *keeps]

    return tell


def ground_without_day(name: str) -> Tell:
    """Return what tells a ground that may stand or not, as its day is not known."""
    return lambda step: [step.texts.say(f"why-{name}_without_day", months=step.values["months"])]


def bases_of_no_need(step: Telling) -> list[str]:
    """What the family owns that is a basis for "no need"."""
    texts = step.texts
    captions = [texts.say(f"button-property-{holding}") for holding in step.values["holdings"]]
    named = texts.list_of([within_line(caption) for caption in captions])
    return [texts.say("why-bases_of_no_need", holdings=named)]


def amount(step: Telling) -> list[str]:
    """The amount of a month."""
    texts, low, high = step.texts, step.values["low"], step.values["high"]
    condition = _condition(step.record)
    if not high:
        return [_nothing(texts, condition)]
    exact = f"{_highest_difference(step):.2f}"
    is_range = bool(low) or not condition
    found = texts.say(
        f"why-amount{condition}",
        difference=gap_to_line(texts, step.record) if is_range else texts.money_exact(exact),
        members=step.values["members"],
        amount=texts.money_range(low, high) if is_range else texts.money(high),
    )
    likely = step.values.get("likely")
    lines = [found, *([texts.say("why-amount-likely", amount=texts.money(likely))] if likely and low != high else [])]
    return lines if exact.endswith(".00") else [*lines, texts.say("why-amount-rounded")]


def _nothing(texts: Texts, condition: str) -> str:
    if condition in {"", TERM_OVER}:
        return texts.say("why-amount-zero", amount=texts.money(0))
    return texts.say("why-amount-none-counted" if condition == IF_COUNTED else "why-amount-none-if")


def _highest_difference(step: Telling) -> Decimal:
    """Return the high end of the line less the least income per person: the difference that the greatest amount has."""
    found = step.record["poverty_line"]
    highest = int(found.get("high", found["tenge"]))
    return highest - Decimal(step.record["per_capita_income"])


def _condition(record: Record) -> str:
    """Return on what the amount still depends, as the ids of its texts say it."""
    if is_amount_open(record) and (is_income_known(record) or record["outcome"] == Outcome.ELIGIBLE):
        return IF_COUNTED
    if record["outcome"] == Outcome.ELIGIBLE:
        return ""
    if is_close_to_line(record):
        return "-if-up-to" if is_band(record) else "-if"
    return TERM_OVER if is_income_known(record) else "-if-no-more"


def months(step: Telling) -> list[str]:
    """For which months it is paid."""
    return [step.texts.say("why-months", months_paid=step.texts.base_months(step.values["paid"]))]
