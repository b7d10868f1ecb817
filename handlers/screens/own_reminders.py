"""What somebody asked to be reminded of, beside a result and all together; and what comes after applying."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.store.assessments import FrozenAssessment
from bot.store.own_reminders import Occasion, OwnReminder
from bot.texts import Texts
from bot.wording.appeal import may_complain
from bot.wording.apply_until import next_month_lost_after
from bot.wording.doors import has_no_door
from bot.wording.phrases import quarter_of
from bot.working_days import decision_terms, examination_term, first_working_day
from handlers.keyboards import Button, ButtonRow, Do, Remind, Show, keyboard, to_result
from handlers.screens.law_changes import to_law_changes
from handlers.screens.screen_input import Screen
from rules.quarters import Quarter
from rules.sources import edition_on

DAY: Final = timedelta(days=1)
A_YEAR: Final = timedelta(days=365)
BEFORE_DEADLINE: Final = timedelta(days=3)
DAYS_OF_APPLYING: Final = 15
"""Of so many days before today one can say that it was the day: later the decision is there, or nearly."""
DAYS_IN_ROW: Final = 3


def offered(frozen: FrozenAssessment, today: date) -> list[OwnReminder]:
    """Return of what a result can remind: the end of this month's application, and each door's day to come.

    That of another family (bot/store/checks.py) reminds of nothing: it is not the person's own affair.
    """
    if frozen.check:
        return []
    deadline = next_month_lost_after(frozen.record["record"], today)
    found = []
    if deadline is not None and deadline > today:
        on = max(deadline - BEFORE_DEADLINE, today + DAY)
        found.append(OwnReminder(frozen.id, Occasion.APPLY, deadline, on))
    doors = frozen.record.get("doors")
    days = {date.fromisoformat(door["on"]) for door in doors["doors"] if door["on"]} if doors else set()
    if has_no_door(frozen.record["record"], doors):
        days.add(quarter_of(frozen.record["record"]).next.first_day)
    return found + [_of_door(frozen, day) for day in sorted(days) if day > today]


def _of_door(frozen: FrozenAssessment, day: date) -> OwnReminder:
    """Return that of a day from which something is different."""
    return OwnReminder(frozen.id, Occasion.DOOR, day, day_of_reminding(day))


def day_of_reminding(day: date) -> date:
    """Return the first working day from a day on, so no New Year's morning, or the day itself where its month is over.

    For an application in it may bring that month.
    """
    on = first_working_day(day)
    return on if on.month == day.month else day


def of_next_quarter(frozen: FrozenAssessment, today: date) -> list[OwnReminder]:
    """Return that of the first day of the next quarter, for which the answers are gone through again."""
    day = Quarter.of(today).next.first_day
    is_of_today = frozen.record["record"]["quarter"] == str(Quarter.of(today))
    return [_of_door(frozen, day)] if is_of_today and not frozen.check else []


def before_renewal(texts: Texts, today: date, frozen: FrozenAssessment | None) -> Screen:
    """Return when the next quarter begins, in which the answers are gone through, and the button that reminds of it."""
    reminders = of_next_quarter(frozen, today) if frozen else []
    told = texts.say("renewal-not-yet", date=texts.day(Quarter.of(today).next.first_day, today))
    return Screen(told, keyboard([_button(texts, one, today, wanted=True)] for one in reminders))


def rows_beside(
    texts: Texts, frozen: FrozenAssessment, asked: Sequence[OwnReminder], about: Occasion, today: date
) -> list[ButtonRow]:
    """Return a button for each day that can be reminded of, or that lets it be."""
    kept_days = {one.day for one in asked if (one.about, one.assessment_id) == (about, frozen.id)}
    possible = [one for one in offered(frozen, today) if one.about is about]
    return [[_button(texts, one, today, wanted=one.day not in kept_days)] for one in possible]


def kept(texts: Texts, reminder: OwnReminder, today: date) -> Screen:
    """Return that somebody will be reminded, with the way to take it back."""
    kept = "reminder-kept-working-day" if reminder.remind_on > reminder.day else "reminder-kept"
    told = texts.say(kept, date=texts.day(reminder.remind_on, today))
    rows: list[ButtonRow] = [
        [_button(texts, reminder, today, wanted=False)],
        [_all(texts)],
        [to_result(texts, reminder.assessment_id)],
    ]
    return Screen(told, keyboard(rows))


def dropped(texts: Texts, reminder: OwnReminder) -> Screen:
    """Return that nobody will be reminded of it."""
    return Screen(texts.say("reminder-dropped"), keyboard([[_all(texts)], [to_result(texts, reminder.assessment_id)]]))


def all_asked(texts: Texts, asked: Sequence[OwnReminder], today: date) -> Screen:
    """Return all that somebody is still to be reminded of, each with a button that lets it be."""
    if not asked:
        return Screen(texts.say("reminders-none"), keyboard([[to_law_changes(texts)], [_latest(texts)]]))
    lines = [_line(texts, one, today) for one in asked]
    rows: list[ButtonRow] = [[_button(texts, one, today, wanted=False)] for one in asked]
    return Screen(
        "\n".join([texts.say("reminders-head"), *lines]), keyboard([*rows, [to_law_changes(texts)], [_latest(texts)]])
    )


def applied(texts: Texts, on: date, today: date) -> Screen:
    """Return what comes after an application that was handed in on a day, and by which day."""
    office = texts.say(f"office-{edition_on(on)}")
    opening = texts.say("applied") if on == today else texts.say("applied-on", date=texts.day(on, today))
    told = [opening, *_examination(texts, on, today), *_decision(texts, on, today)]
    told.append(texts.say("applied-link", office=office))
    told += [texts.say("applied-appeal")] if may_complain(on) else []
    rows: list[ButtonRow] = [
        [(texts.say("button-applied-earlier"), Do(what="applied_earlier"))],
        [(texts.say("button-menu-case"), Show(view="case"))],
        [_latest(texts)],
    ]
    return Screen("\n\n".join(told), keyboard(rows))


def days_of_applying(today: date) -> list[date]:
    """Return the days before today of which one can say that it was the day of the application, the last one first."""
    return [today - number * DAY for number in range(1, DAYS_OF_APPLYING + 1)]


def which_day(texts: Texts, today: date) -> Screen:
    """Ask on which day the application was handed in, with a button a day."""
    buttons: list[Button] = [
        (texts.day(day, today), Do(what="applied", about=day.isoformat())) for day in days_of_applying(today)
    ]
    rows: list[ButtonRow] = [buttons[at : at + DAYS_IN_ROW] for at in range(0, len(buttons), DAYS_IN_ROW)]
    return Screen(texts.say("applied-which-day"), keyboard([*rows, [_latest(texts)]]))


def _examination(texts: Texts, on: date, today: date) -> list[str]:
    term = examination_term(on)
    if term is None:
        return []
    name = "coming-examination" if today <= term.ends_on else "coming-examination-overdue"
    return [texts.say(name, date=texts.day(term.ends_on, today), days=term.working_days)]


def _decision(texts: Texts, on: date, today: date) -> list[str]:
    terms = decision_terms(on)
    if not terms:
        return []
    days = {f"{place}_date": texts.day(term.ends_on, today) for place, term in terms.items()}
    return [texts.say("coming-decision", **days)]


def after_applying(
    texts: Texts, frozen: FrozenAssessment, asked: Sequence[OwnReminder], today: date
) -> list[ButtonRow]:
    """Return the buttons of whoever has applied, or will; none where an application is not theirs or brings nothing."""
    if frozen.check or next_month_lost_after(frozen.record["record"], today) is None:
        return []
    has_applied: Button = (texts.say("button-applied"), Do(what="applied"))
    return [[has_applied], *rows_beside(texts, frozen, asked, Occasion.APPLY, today)]


def _button(texts: Texts, reminder: OwnReminder, today: date, *, wanted: bool) -> Button:
    name = "button-remind" if wanted else "button-remind-not"
    on = reminder.remind_on
    caption = texts.say(name, date=texts.day(on, on if on - today < A_YEAR else today))  # else it is clear without
    return caption, Remind(about=reminder.about, day=reminder.day.isoformat(), id=reminder.assessment_id, wanted=wanted)


def _line(texts: Texts, reminder: OwnReminder, today: date) -> str:
    on = texts.day(reminder.remind_on, today)
    if reminder.about is Occasion.APPLY:
        return texts.say("reminder-apply", date=on, day_after=texts.day_after(reminder.day, today))
    return texts.say("reminder-door", date=on)


def _all(texts: Texts) -> Button:
    return texts.say("button-menu-reminders"), Show(view="reminders")


def _latest(texts: Texts) -> Button:
    return texts.say("button-result"), Show(view="result")
