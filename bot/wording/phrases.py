"""What several messages have in common: the day, the office, the figures, and what a line rests on."""

import html
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from bot.texts import Texts
from rules.household import Missing
from rules.income_within_line import Outcome
from rules.poverty_line import share_of_subsistence_minimum
from rules.quarters import Quarter
from rules.record import Record, Span, StepRecord, income_of
from rules.refusals import Ground
from rules.regions import COUNTRY
from rules.subsistence_minimum import Period
from rules.subsistence_minimum import Span as PeriodSpan

Name = Callable[[str], str]
"""How the person reads the label of a member: HTML, so whoever gives it escapes what somebody typed."""

TAG: Final = re.compile(r"<[^<>]*>")
ESTIMATE: Final = "estimate"

CYRILLIC: Final = "Ѐ"  # the first of its letters: «В декрете» begins with a word, «I топ» with a numeral


def plain(text: str) -> str:
    """Return a message as plain text: no tags, every sign itself."""
    return html.unescape(TAG.sub("", text))


def within_line(text: str) -> str:
    """Return words that begin lines with a capital as they stand within one: small, but for a name or a numeral."""
    is_word = text[1:2].islower() or (text[1:2] == " " and text[:1] >= CYRILLIC)
    return text[:1].lower() + text[1:] if is_word else text


def folded(text: str) -> str:
    """Return details as a quote of which a phone shows three lines, and the rest after a press."""
    return f"<blockquote expandable>{text}</blockquote>"


def applied_on(record: Record) -> date:
    """Return the day whose law the record applies."""
    return date.fromisoformat(record["on"])


def quarter_of(record: Record) -> Quarter:
    """Return the quarter of application."""
    return Quarter.parse(record["quarter"])


def is_past(record: Record, today: date) -> bool:
    """Whether nobody can apply for the quarter of the record any more."""
    return quarter_of(record).last_day < today


def grounds_of(record: Record) -> set[Ground]:
    """Return what stands in the way of a result."""
    return {Ground(refusal["ground"]) for refusal in record["refusals"]}


def is_of_income_alone(record: Record) -> bool:
    """Whether nothing but the income stands in the way."""
    return grounds_of(record) == {Ground.INCOME_ABOVE_LINE}


def is_of_status_alone(record: Record) -> bool:
    """Whether nobody is entitled and no family and no money is told: mostly, as nothing but the status was asked."""
    income = values_of_step(record, "income")
    has_none = record["counted_members"] == 1 and income is not None and income["high"] == 0
    return Ground.NOBODY_ENTITLED in grounds_of(record) and has_none


def steps_of(record: Record) -> list[StepRecord]:
    """Return the steps that say something: where nothing but the status is told, the one about it."""
    if not is_of_status_alone(record):
        return record["steps"]
    return [step for step in record["steps"] if step["step"] == Ground.NOBODY_ENTITLED]


def values_of_step(record: Record, name: str) -> dict[str, Any] | None:
    """Return the values of a step, or None when the explanation has no such step."""
    return next((step["values"] for step in record["steps"] if step["step"] == name), None)


def kinds_of_gaps(record: Record) -> list[tuple[str, str]]:
    """Return member and kind of every income that is not known exactly."""
    return [income_of(gap) for gap in record["gaps"] if gap["what"] == Missing.INCOME]


def kinds(texts: Texts, found: Sequence[str]) -> str:
    """Write kinds of income, each once; with commas alone, as some are pairs: «мал мен бау-бақша», «скот и огород»."""
    return ", ".join(texts.say(f"kind-{kind}") for kind in dict.fromkeys(found))


def is_income_known(record: Record) -> bool:
    """Whether income per person is known to the tenge, rather than between two sums or not at all."""
    return bool(record["per_capita_income"] == record["per_capita_income_high"])


def is_close_to_line(record: Record) -> bool:
    """Whether income is too close to an estimated line to be compared with it, be the outcome what it may."""
    compared = next(step["passed"] for step in record["steps"] if step["step"] == "income_within_line")
    is_known = is_income_known(record) and not record.get("readings")
    return compared is None and (record["outcome"] == Outcome.TOO_CLOSE or is_known)


def office(texts: Texts, record: Record, case: str = "") -> str:
    """Write who decides in the edition of the record; `.to` is the dative."""
    return texts.say(f"office-{record['edition']}{case}")


def ends(tenge: Span) -> tuple[int, int]:
    """Return the lower and the upper end of a range of the record."""
    return tenge["low"], tenge["high"]


def line(texts: Texts, record: Record) -> str:
    """Write the line of the record, as a range where it is an estimate; one frozen before had no range."""
    found = record["poverty_line"]
    return texts.money_range(found.get("low", found["tenge"]), found.get("high", found["tenge"]))


def likely_line(texts: Texts, record: Record) -> str:
    """Write the likely value of the line."""
    return texts.money(record["poverty_line"]["tenge"])


def per_person(texts: Texts, record: Record) -> str:
    """Write income per person and month, as a range where it is known so; its lower end where that is all."""
    low = record["per_capita_income"]
    return texts.money_range(low, record["per_capita_income_high"] or low)


def has_no_upper_end(record: Record) -> bool:
    """Whether income per person is only known to be at least so much."""
    return record["per_capita_income_high"] is None


def gap_to_line(texts: Texts, record: Record) -> str:
    """Write by how much income per person and the line differ, whichever is larger."""
    return texts.money_range(*gap_ends(record))


def gap_ends(record: Record) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest difference between income per person and the line, in tenge.

    Of an estimate both ends count; where only the least of the income is known, so is only the least difference.
    """
    found = record["poverty_line"]
    line_low, line_high = found.get("low", found["tenge"]), found.get("high", found["tenge"])
    low, high = (
        Decimal(record["per_capita_income"]),
        Decimal(record["per_capita_income_high"] or record["per_capita_income"]),
    )
    if not is_above_line(record):
        least, greatest = sorted(map(abs, (line_low - high, line_high - low)))
        return least, greatest
    return low - line_high, low - line_high if has_no_upper_end(record) else high - line_low


def is_above_line(record: Record) -> bool:
    """Whether income per person lies above the line, or above the high end of an estimate."""
    found = record["poverty_line"]
    return bool(Decimal(record["per_capita_income"]) > found.get("high", found["tenge"]))


def is_band(record: Record) -> bool:
    """Whether the line of the record has two ends; an estimate that was frozen before was one figure."""
    return "high" in record["poverty_line"]


def may_be_higher(record: Record) -> bool:
    """Whether the line may be by median income, which is not known, so that an estimate refuses nobody."""
    return bool(record["poverty_line"].get("may_be_higher"))


def is_estimated(record: Record) -> bool:
    """Whether nobody published the line of the record."""
    return bool(record["poverty_line"]["basis"] == ESTIMATE)


def basis_of_line(texts: Texts, record: Record) -> str:
    """Write what an estimated line rests on, in plain words."""
    found = record["poverty_line"]
    if found.get("evidence"):
        return _basis_of_band(texts, record)
    return texts.say_with(
        f"basis-{found['estimated_from']}",
        share=texts.share(share_of_minimum(record)),
        months=texts.base_months(found["months"]),
        region=texts.region(record["region"], applied_on(record)),
    )


def _basis_of_band(texts: Texts, record: Record) -> str:
    found = record["poverty_line"]["evidence"]
    periods = period_of(texts, found[0]["period"])
    if len(found) > 1:  # months of one quarter
        periods = texts.base_months([one["period"] for one in found])
    if found[0]["region"] == COUNTRY:
        return texts.say("basis-country", period=periods)
    region = texts.region(record["region"], applied_on(record))
    if found[0]["is_line"]:  # its period is the base quarter of the line
        of_line = Quarter.parse(found[0]["period"]).next
        return texts.say("basis-line", period=texts.quarter(str(of_line)), region=region)
    return texts.say("basis-region", period=periods, region=region)


def period_of(texts: Texts, period: str) -> str:
    """Write a year (2025), a quarter (2025-Q3) or a month (2025-08)."""
    span = Period.parse(period).span
    if span is PeriodSpan.YEAR:
        return texts.say("calendar-year", year=period)
    return texts.quarter(period) if span is PeriodSpan.QUARTER else texts.base_month(period)


def share_of_minimum(record: Record) -> Decimal:
    """Return what share of the subsistence minimum an estimated line is."""
    # records that were frozen before it was among the values look it up, as it was on their day
    frozen = (values_of_step(record, "poverty_line") or {}).get("share")
    return Decimal(frozen) if frozen else share_of_subsistence_minimum(applied_on(record))
