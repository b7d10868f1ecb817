"""A visit of the commission: its buttons, what was answered to it, and the windows of another time."""

from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from bot.store.visits import Visit
from bot.texts import Texts
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.working_days import examination_due_on
from handlers.keyboards import ButtonRow, OfVisit, Wish, keyboard
from handlers.screens.screen_input import Screen
from handlers.visit_windows import PARTS_OF_DAY, Window, ticked_of, windows_after

TICK: Final = "✓ "


def window_of(texts: Texts, starts_at: datetime, ends_at: datetime, today: date) -> dict[str, str]:
    """Return `date`, `from` and `to` as sentences about a window name them; one may end on the next day."""
    first, last = (moment.astimezone(KAZAKHSTAN_TIME).date() for moment in (starts_at, ends_at))
    return {
        "date": texts.day(first, today),
        "from": texts.time(starts_at),
        "to": texts.time(ends_at) if first == last else texts.instant(ends_at, today),
    }


def window_of_visit(texts: Texts, visit: Visit, today: date) -> dict[str, str]:
    """Return the same of a visit."""
    return window_of(texts, visit.starts_at, visit.ends_at, today)


def rows_of_visit(texts: Texts, visit: Visit, now: datetime) -> list[ButtonRow]:
    """Return the buttons by which a visit is answered: before its end, or after it."""
    words = ("home", "move", "calendar") if now < visit.ends_at else ("nobody",)
    return [
        [(texts.say(f"button-visit-{word}"), OfVisit(number=visit.number, sequence=visit.sequence, word=word))]
        for word in words
    ]


def wish(texts: Texts, visit: Visit, applied_on: date, today: date, ticked: int) -> Screen:
    """Return the windows to choose from; every button carries what is ticked after it was pressed."""
    windows = windows_after(today)
    buttons = [
        (
            _caption(texts, window, is_ticked=bool(ticked >> place & 1)),
            _wish(visit, windows, "show", ticked ^ 1 << place),
        )
        for place, window in enumerate(windows)
    ]
    a_day = len(PARTS_OF_DAY)
    rows: list[ButtonRow] = [buttons[at : at + a_day] for at in range(0, len(buttons), a_day)]
    last: ButtonRow = [
        (texts.say("button-back"), _wish(visit, windows, "drop", ticked)),
        (texts.say("button-wish-send"), _wish(visit, windows, "send", ticked)),
    ]
    due_on = examination_due_on(applied_on)
    is_close = due_on is not None and today <= due_on < windows[-1].starts_at.date()
    term = [texts.say("wish-term", date=texts.day(due_on, today))] if is_close and due_on else []
    return Screen("\n\n".join([texts.say("wish-ask"), *term]), keyboard([*rows, last]))


def first_day_of(windows: list[Window]) -> str:
    """Return the first day of an offer as its buttons carry it."""
    return windows[0].starts_at.date().isoformat()


def wished(texts: Texts, visit: Visit, today: date, ticked: int) -> Screen:
    """Return that the wish was sent, with its windows, and what holds until it is answered."""
    windows = ticked_of(windows_after(today), ticked)
    lines = [texts.say("answer-window", **window_of(texts, *window, today)) for window in windows]
    sent = texts.say("answer-move", **window_of_visit(texts, visit, today))
    return Screen("\n\n".join([sent, "\n".join([texts.say("answer-wished"), *lines])]), None)


def _wish(visit: Visit, windows: list[Window], what: str, ticked: int) -> Wish:
    first_day = first_day_of(windows)
    return Wish(what=what, number=visit.number, sequence=visit.sequence, first_day=first_day, ticked=ticked)


def _caption(texts: Texts, window: Window, *, is_ticked: bool) -> str:
    day = window.starts_at.date()
    weekday = format_date(day, "EEE", locale=texts.language.value)
    return f"{TICK if is_ticked else ''}{weekday} {day:%d.%m}, {window.starts_at:%H}–{window.ends_at:%H}"
