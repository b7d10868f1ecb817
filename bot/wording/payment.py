"""When the money of a decision comes and to which account: only what the authority has sent or the law says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.texts import Texts
from bot.wording.citations import source_in_brackets
from rules.sources import LAW_BEGINS_ON, edition_on, provision


def of_payment(texts: Texts, decision: Mapping[str, Any], applied_on: date, today: date) -> list[str]:
    """Return in one paragraph the day of the first payment and the end of the account's number; nothing of 0 tenge.

    `decision` is as it was sent. Where it names no day, the law has none either: it says that the assistance is paid
    every month (A3), and the paragraph says who knows the day.
    """
    if decision.get("monthly_tenge") == 0 and not decision.get("supplement_tenge"):
        return []
    account = decision.get("account_ends_with")
    of_account = [texts.say("decision-account", account=account)] if account else []
    return ["\n".join([*_of_day(texts, decision.get("paid_on"), applied_on, today), *of_account])]


def _of_day(texts: Texts, paid_on: str | None, applied_on: date, today: date) -> list[str]:
    edition = edition_on(max(applied_on, LAW_BEGINS_ON))
    if paid_on is None:
        source = source_in_brackets(texts, provision("A3", edition)._asdict())
        return [texts.say("decision-paid-monthly", source=source, office=texts.say(f"office-{edition}"))]
    day = date.fromisoformat(paid_on)
    told = {"date": texts.day(day, today), "office_to": texts.say(f"office-{edition}.to")}
    return [texts.say_with("decision-first-payment" if day >= today else "decision-first-payment-past", **told)]
