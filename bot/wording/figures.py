"""The figures of a result as page and picture show them: whole tenge, as nobody is paid a fraction of one."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from bot.texts import Texts
from bot.wording.phrases import (
    ends,
    gap_ends,
    gap_to_line,
    has_no_upper_end,
    line,
    per_person,
    quarter_of,
    values_of_step,
)
from bot.wording.readings import likely_payment, likely_sum, supplements, together
from rules.income_within_line import Outcome
from rules.record import Record

WHOLE: Final = Decimal(1)
Tenge = tuple[int, int | None]
"""From the least to the greatest; None where only the least is known."""


class Figures(NamedTuple):
    """What the calculation has, in tenge; per person and month where nothing else is said.

    `income` of the family in the base months. `difference` is None where income and line cannot be compared, each
    amount where nothing is due for sure: on what it depends takes sentences. `is_below`: income is within the line.
    """

    members: int
    income: Tenge
    per_person: Tenge
    line: Tenge
    difference: Tenge | None
    is_below: bool | None
    assistance: Tenge | None
    supplement: Tenge | None
    together: Tenge | None
    total: Tenge | None
    is_rounded: bool

    @property
    def is_product(self) -> bool:
        """Whether the assistance is the difference times the people, but for what was rounded.

        Where readings are open it is not: fewer people may count, or less of the income.
        """
        if self.difference is None or self.assistance is None:
            return False
        ends_of_both = zip(self.difference, self.assistance, strict=True)
        return all(
            one is not None and other is not None and abs(one * self.members - other) <= self.members
            for one, other in ends_of_both
        )


def figures(record: Record) -> Figures:
    """Return the figures of a record."""
    found, passed = record["poverty_line"], _passed(record)
    low, high = record["per_capita_income"], record["per_capita_income_high"]
    income = values_of_step(record, "income") or {"low": 0, "high": None}
    is_due = record["outcome"] == Outcome.ELIGIBLE
    return Figures(
        members=record["counted_members"],
        income=(income["low"], income["high"]),
        per_person=(whole(low), None if high is None else whole(high)),
        line=(found.get("low", found["tenge"]), found.get("high", found["tenge"])),
        difference=None if passed is None else _difference(record),
        is_below=passed,
        assistance=ends(record["monthly_tenge"]) if is_due else None,
        supplement=supplements(record) if is_due and supplements(record)[1] else None,
        together=together(record) if is_due else None,
        total=ends(record["total_tenge"]) if is_due else None,
        is_rounded=any(Decimal(end) != whole(end) for end in (low, high or 0)),
    )


def compared(texts: Texts, record: Record) -> dict[str, str]:
    """Write income per person, the line and their difference in whole tenge, for the message that names all three.

    Only where that would hide a difference of less than one tenge they stand to the hundredth.
    """
    gap, low = gap_ends(record), record["per_capita_income"]
    told = {"per_person": per_person(texts, record), "line": line(texts, record), "gap": gap_to_line(texts, record)}
    if any(0 < end < 1 for end in gap):
        return told
    of_person = map(whole, (low, record["per_capita_income_high"] or low))
    return {**told, "per_person": texts.money_range(*of_person), "gap": texts.money_range(*map(whole, gap))}


def whole(tenge: str | int | Decimal) -> int:
    """Return whole tenge, halves up as the act rounds."""
    return int(Decimal(tenge).quantize(WHOLE, ROUND_HALF_UP))


def paid_a_month(texts: Texts, record: Record) -> str:
    """Write what is paid a month: its likely value first where the line is an estimate, then from where to where."""
    likely, amount = likely_payment(record), texts.money_range(*together(record))
    return amount if likely is None else texts.say("about-amount-between", likely=texts.money(likely), amount=amount)


def paid_in_all(texts: Texts, record: Record, today: date) -> str:
    """Say for which months it is paid and how much together; of one month it is the sum of a month."""
    likely, paid = likely_sum(record), quarter_of(record).months[-record["months"] :]
    amount = texts.money_range(*ends(record["total_tenge"]))
    total = amount if likely is None else texts.say("about-amount", amount=texts.money(likely))
    first, last = (date.fromisoformat(f"{month}-01") for month in (paid[0], paid[-1]))
    return texts.say("result-months", months=len(paid), period=texts.period(first, last, today), total=total)


def written(texts: Texts, tenge: Tenge) -> str:
    """Write a sum, a range, or that it is at least so much; that it is unknown where nothing is known."""
    low, high = tenge
    if high is not None:
        return texts.money_range(low, high)
    return texts.say("paper-at-least", amount=texts.money(low)) if low else texts.say("paper-unknown")


def _passed(record: Record) -> bool | None:
    return next(step["passed"] for step in record["steps"] if step["step"] == "income_within_line")


def _difference(record: Record) -> Tenge:
    least, greatest = map(whole, gap_ends(record))
    return least, None if has_no_upper_end(record) else greatest
