"""What a result says beside that of an earlier quarter: how it was, and how it is now, in one line."""

from bot.texts import Texts
from bot.wording.phrases import ends, quarter_of
from bot.wording.readings import together
from rules.frozen_result import ResultBefore
from rules.income_within_line import Outcome
from rules.quarters import Quarter
from rules.record import Record


def due_a_month(record: Record) -> list[int] | None:
    """Return what is due a month with the supplement, from and to in tenge; None where no sum is, or none is known."""
    is_due = record["outcome"] == Outcome.ELIGIBLE
    return list(together(record)) if is_due and None not in ends(record["monthly_tenge"]) else None


def beside_last(texts: Texts, record: Record, before: ResultBefore | None) -> list[str]:
    """Return a result beside the one before; nothing where there was none."""
    if before is None:
        return []
    told = _told(texts, before["outcome"], before["tenge"])
    now = _told(texts, record["outcome"], due_a_month(record))
    if Quarter.parse(before["quarter"]) != quarter_of(record).previous:
        quarter = texts.quarter(before["quarter"])
        return [texts.say("result-compared-earlier", quarter=quarter, before=told, now=now)]
    if told == now:
        return [texts.say("result-compared-same", before=told)]
    return [texts.say("result-compared", before=told, now=now)]


def _told(texts: Texts, outcome: str, tenge: list[int] | None) -> str:
    if tenge is not None:
        return texts.say("compared-eligible", amount=texts.money_range(*tenge))
    of_outcome = {Outcome.ELIGIBLE: "due", Outcome.REFUSED: "refused"}
    return texts.say(f"compared-{of_outcome.get(Outcome(outcome), 'open')}")
