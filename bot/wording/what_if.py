"""What if, in words: the month now and then side by side, a line for each figure."""

from datetime import date
from decimal import Decimal

from bot.texts import Texts
from bot.wording.figures import whole, written
from rules.household import IncomeKind
from rules.income_within_line import Outcome
from rules.poverty_line import Basis, PovertyLine
from rules.quarters import MONTHS_IN_QUARTER
from rules.refusals import Ground
from rules.what_if import Comparison, Month


def side_by_side(texts: Texts, both: Comparison) -> str:
    """Return the figures of both months under the names of the columns."""
    return "\n".join([texts.say("what-if-columns"), *rows_of(texts, both)])


def rows_of(texts: Texts, both: Comparison) -> list[str]:
    """Return the figures of both months, one line each."""
    now, then = both
    people = [str(len(month.found.family.counted)) for month in both]
    return [
        *([texts.say("what-if-people", now=people[0], then=people[1])] if people[0] != people[1] else []),
        texts.say("what-if-per-person", now=_per_person(texts, now), then=_per_person(texts, then)),
        _line(texts, now.found.line),
        texts.say("what-if-assistance", now=_assistance(texts, now), then=_assistance(texts, then)),
        texts.say("what-if-total", now=_total(texts, now), then=_total(texts, then)),
    ]


def outcome_told(texts: Texts, both: Comparison) -> list[str]:
    """Return by how much the family's money changes, and what bars it."""
    told = money_told(texts, both)
    before, allowance = (_large_family(month) for month in both)
    if before != allowance:
        word = "large-family" if allowance else "no-large-family"
        told.append(texts.say_with(f"what-if-{word}", amount=texts.money(allowance)))
        if allowance and both.as_is.assistance.high:
            told[-1] += " " + texts.say("what-if-large-family-counts")
    elif both.changed.found.allowances.large_family_tenge and not allowance:
        told.append(texts.say("what-if-large-family-not-told"))
    if _is_barred(both.changed):
        told.append(texts.say("what-if-barred"))
    elif both.changed.found.outcome is Outcome.REFUSED:
        line = both.changed.found.line
        values = {"line": texts.money_range(line.low_tenge, line.high_tenge)}
        message = "what-if-no-more" if both.as_is.assistance.high else "what-if-still-no"
        told.append(texts.say(message, per_person=_per_person(texts, both.changed), **values))
    if both.changed.assistance.high and _is_nobody_entitled(both.as_is):
        told.append(texts.say("what-if-of-status"))
    return told


def money_told(texts: Texts, both: Comparison) -> list[str]:
    """Return by how much the family's money changes, where it is known of both ends that it goes the same way.

    The ends of both months rest on the same line, so that each is held against its own.
    """
    (now_low, now_high), (then_low, then_high) = ((month.total_low, month.total_high) for month in both)
    if now_high is None or then_high is None or any(month.is_open for month in both):
        return []
    least, greatest = sorted((then_low - now_low, then_high - now_high))
    if least < 0 < greatest:
        return []
    word = "even" if least == greatest == 0 else "more" if greatest > 0 else "less"
    return [texts.say_with(f"what-if-{word}", amount=texts.money_range(*sorted((abs(least), abs(greatest)))))]


def counts_from(texts: Texts, day: date, today: date) -> str:
    """Return from when a new income counts in full."""
    return texts.say("what-if-from", date_from=texts.day_from(day, today))


def _large_family(month: Month) -> int:
    """Return the allowance of a large family that is among the family's money, in tenge a month."""
    incomes = (income for standing in month.found.family.counted for income in standing.member.incomes)
    told = sum(one.low_tenge for one in incomes if one.kind is IncomeKind.LARGE_FAMILY_ALLOWANCE)
    return told // MONTHS_IN_QUARTER


def _is_barred(month: Month) -> bool:
    """Whether something other than income stands in the way."""
    found = month.found
    return found.outcome is Outcome.REFUSED and any(
        one.ground is not Ground.INCOME_ABOVE_LINE for one in found.refusals
    )


def _is_nobody_entitled(month: Month) -> bool:
    return any(one.ground is Ground.NOBODY_ENTITLED for one in month.found.refusals)


def _per_person(texts: Texts, month: Month) -> str:
    income, shares = month.found.income, len(month.found.family.counted) * MONTHS_IN_QUARTER
    low, high = (None if end is None else whole(Decimal(end) / shares) for end in (income.low_tenge, income.high_tenge))
    return written(texts, (low or 0, high))


def _line(texts: Texts, line: PovertyLine) -> str:
    is_estimate = "-estimate" if line.basis is Basis.ESTIMATE else ""
    return texts.say(f"what-if-line{is_estimate}", line=texts.money_range(line.low_tenge, line.high_tenge))


def _assistance(texts: Texts, month: Month) -> str:
    return texts.say("paper-unknown") if month.is_open else texts.money_range(*month.assistance)


def _total(texts: Texts, month: Month) -> str:
    return written(texts, (month.total_low, None if month.is_open else month.total_high))
