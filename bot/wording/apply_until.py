"""Until when an application brings the next month as well: the assistance is paid from the month of application."""

from datetime import date, timedelta

from bot.texts import Texts
from bot.wording.figures import Figures, figures, written
from bot.wording.phrases import applied_on, quarter_of
from bot.working_days import is_working_day
from rules.income_within_line import Outcome
from rules.record import Record

DAY = timedelta(days=1)


def until_when(texts: Texts, record: Record, found: Figures, today: date) -> list[str]:
    """Return until when to apply, and what is lost by being late; nothing where nothing is due or all is over."""
    quarter = quarter_of(record)
    if record["outcome"] == Outcome.REFUSED or quarter.last_day < today:
        return []
    month = max(today, applied_on(record)).replace(day=1)
    told = _until_month(texts, record, found, month, today)
    last = texts.day(last_working_day(quarter.last_day), today)
    return [told, texts.say("paper-until-quarter", quarter=texts.quarter(record["quarter"]), date=last)]


def apply_by(texts: Texts, record: Record, today: date) -> list[str]:
    """Return in one line until when an application brings this month as well, and what is lost without it.

    Nothing where the family cannot apply today, or where nothing can be due.
    """
    if record["outcome"] == Outcome.REFUSED or not applied_on(record) <= today <= quarter_of(record).last_day:
        return []
    month_end = (today.replace(day=1) + 31 * DAY).replace(day=1) - DAY
    last, found = last_working_day(month_end), figures(record)
    months = texts.say(f"calendar-month-{today.month}")
    way = "" if last > today else "-today" if last == today else "-online"
    values = {"month": months} | ({} if way else {"day_to": texts.day_to(last, today)})
    if found.together is None or (found.together[1] and not found.together[0]):
        return [texts.say(f"result-apply-by{way}-open", **values)]
    if not found.together[1]:
        return []
    return [texts.say(f"result-apply-by{way}", loss=written(texts, found.together), **values)]


def _until_month(texts: Texts, record: Record, found: Figures, month: date, today: date) -> str:
    after = (month + 31 * DAY).replace(day=1)
    values = {
        "day_to": texts.day_to(last_working_day(after - DAY), today),
        "month": texts.month(month.year, month.month),
    }
    if record["outcome"] != Outcome.ELIGIBLE or not found.together or not found.together[1]:
        return texts.say("paper-until-month-open", **values)
    return texts.say("paper-until-month", loss=written(texts, found.together), **values)


def last_working_day(day: date) -> date:
    """Return the day, or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    return day
