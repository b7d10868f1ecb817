"""Until when an application brings the next month as well: the assistance is paid from the month of application."""

from datetime import date, datetime, time, timedelta

from bot.texts import Texts, dated
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.figures import Figures, figures, written
from bot.wording.phrases import applied_on, plain, quarter_of
from bot.wording.readings import likely_payment, together
from bot.working_days import is_working_day
from rules.income_within_line import Outcome
from rules.record import Record

DAY = timedelta(days=1)
DAY_ENDS = time(23, 59, tzinfo=KAZAKHSTAN_TIME)


def until_when(texts: Texts, record: Record, found: Figures, today: date) -> list[str]:
    """Return for the page until when to apply and what is lost by being late; nothing where nothing is due."""
    quarter = quarter_of(record)
    if record["outcome"] == Outcome.REFUSED or quarter.last_day < today:
        return []
    month = max(today, applied_on(record))
    told = [plain(_told(texts, found, month, today, "paper-until-month"))]
    last = last_working_day(quarter.last_day)
    if last < today:
        return told
    on = texts.day(last, today)
    return [*told, texts.say("paper-until-quarter", quarter=texts.quarter(record["quarter"]), date=on)]


def next_month_lost_after(record: Record, today: date) -> date | None:
    """Return until which working day an application brings this month as well; None where that can bring nothing.

    It may be over: then only the internet is left until the end of the month.
    """
    if record["outcome"] == Outcome.REFUSED or not applied_on(record) <= today <= quarter_of(record).last_day:
        return None
    return None if figures(record).together == (0, 0) else _last_of_month(today)


def apply_by(texts: Texts, record: Record, today: date) -> list[str]:
    """Return in one line (HTML) until when an application brings this month as well, and what is lost without it.

    Nothing where the family cannot apply today, or where nothing can be due.
    """
    last = next_month_lost_after(record, today)
    if last is None:
        return []
    return [_told(texts, figures(record), today, today, f"result-apply-by{'-today' if last == today else ''}")]


def apply_by_with_reason(texts: Texts, record: Record, today: date) -> list[str]:
    """Return what `apply_by` says, and of a yes how much that is and why it would be lost."""
    likely, (low, high) = likely_payment(record), together(record)
    amount = texts.money_range(low, high) if likely is None else texts.say("about-amount", amount=texts.money(likely))
    reason = [texts.say("apply-by-reason", loss=amount)] if record["outcome"] == Outcome.ELIGIBLE and low else []
    return [" ".join([told, *reason]) for told in apply_by(texts, record, today)]


def apply_anyway_by(texts: Texts, record: Record, today: date) -> list[str]:
    """Return (HTML) until when an application after a no would bring this month as well, should it be a yes.

    Nothing where the family cannot apply today.
    """
    if not applied_on(record) <= today <= quarter_of(record).last_day:
        return []
    last, month = _last_of_month(today), texts.say(f"calendar-month-{today.month}")
    if last < today:
        return [texts.say("result-apply-by-online-open", month=month)]
    if last == today:
        return [texts.say("apply-anyway-by-today", month=month)]
    until = dated(texts.day_after(last, today), datetime.combine(last, DAY_ENDS))
    return [texts.say("apply-anyway-by", day_after=until, month=month)]


def _told(texts: Texts, found: Figures, month: date, today: date, message: str) -> str:
    """Say (HTML) the last working day of a month, or that only the internet is left, with the loss if one is sure."""
    last, values, of_month = _last_of_month(month), {}, {"month": texts.say(f"calendar-month-{month.month}")}
    if last < today:
        message = "result-apply-by-online"
    elif not message.endswith("-today"):
        values["day_after"] = dated(texts.day_after(last, today), datetime.combine(last, DAY_ENDS))
    if not found.together or not found.together[0]:
        return texts.say(f"{message}-open", **values, **of_month)
    return texts.say_with(message, loss=written(texts, found.together), **values, **of_month)


def _last_of_month(day: date) -> date:
    return last_working_day((day.replace(day=1) + 31 * DAY).replace(day=1) - DAY)


def last_working_day(day: date) -> date:
    """Return the day, or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    return day
