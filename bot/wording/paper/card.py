"""The picture for relatives: what came of the calculation, and no fact of the family."""

from datetime import date
from typing import Any

from bot.texts import Texts
from bot.wording.figures import figures, paid_a_month, written
from bot.wording.phrases import quarter_of
from rules.income_within_line import Outcome
from rules.record import Record


def card(texts: Texts, record: Record, address: str) -> dict[str, Any]:
    """Return what stands in the picture; `address` is that of the bot, as one reads it."""
    found, period = figures(record), []
    answer = texts.say("card-no" if record["outcome"] == Outcome.REFUSED else "card-open")
    if record["outcome"] == Outcome.ELIGIBLE and found.together is not None and found.total is not None:
        answer = texts.say("card-yes", amount=paid_a_month(texts, record))
        paid = quarter_of(record).months[-record["months"] :]
        first, last = (date.fromisoformat(f"{month}-01") for month in (paid[0], paid[-1]))
        told = texts.say("card-period", period=texts.period(first, last), total=written(texts, found.total))
        period.append(told[:1].upper() + told[1:])
    return {
        "language": texts.language.value,
        "question": texts.say("card-question"),
        "answer": answer,
        "period": period,
        "estimate": texts.say("picture-estimate"),
        "yours": texts.say("card-yours"),
        "address": address,
        "scan": texts.say("card-scan"),
    }
