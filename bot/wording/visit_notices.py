"""Visits of the district commission in words: when and where, who opens the door, what it found."""

from datetime import datetime
from typing import Final

from bot.store.notice_kinds import NoticeKind
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.notice_input import Button, Matter, Told

HOME: Final = "home"
MOVE: Final = "move"
CALENDAR: Final = "calendar"
NOBODY: Final = "nobody"

# How far away a visit is, in days, as a reminder says it.
NEAR_DAYS: Final = {0: "today", 1: "tomorrow"}


def scheduled(matter: Matter) -> Told:
    """Tell when the commission comes, what it looks at, and what is a refusal and what is not."""
    first = matter.say("visit-scheduled", **window(matter), address=matter.written("address"))
    return _to_come(matter, [first])


def rescheduled(matter: Matter) -> Told:
    """Tell the new window and address, and what they were before, where that is known."""
    if not matter.values.get("before"):
        return scheduled(matter)
    return _to_come(matter, [_what_changed(matter), matter.say("visit-calendar-again")])


def cancelled(matter: Matter) -> Told:
    """Tell that the commission will not come, and that this is no refusal."""
    return _without_buttons(matter, matter.say("visit-cancelled", **window(matter)), "note")


def held(matter: Matter) -> Told:
    """Tell the commission's conclusion, what it means by the law, and what can be done."""
    return _without_buttons(matter, _conclusion(matter), "note", "contact")


def _conclusion(matter: Matter) -> str:
    sources = {NoticeKind.VISIT_HELD_NO_NEED: "R3", NoticeKind.VISIT_HELD_EXAMINATION_REFUSED: "R2"}
    source = {"source": matter.source(sources[matter.kind])} if matter.kind in sources else {}
    return matter.say(matter.kind, **window(matter), **source)


def reminder(matter: Matter) -> Told:
    """Ask who opens the door, or recall that they will be at home, by the day that it is when it is sent."""
    starts_on = _instant(matter, "starts_at").astimezone(KAZAKHSTAN_TIME).date()
    near = NEAR_DAYS.get((starts_on - matter.today).days, "dated")
    when = matter.say(f"visit-reminder-{near}", **window(matter), address=matter.written("address"))
    is_confirmed = matter.values.get("is_confirmed", False)
    home = "visit-reminder-home" if is_confirmed else "visit-reminder-who"
    first = f"{when} {matter.say(home)}"
    move = matter.say("visit-reminder-changed" if is_confirmed else "visit-reminder-move")
    words = [
        *([] if is_confirmed else [HOME]),
        MOVE,
        *([CALENDAR] if matter.kind is NoticeKind.VISIT_REMINDER_EVENING else []),
    ]
    return Told("\n\n".join([first, move, *matter.also_written("contact")]), _rows(matter, words))


def window_passed(matter: Matter) -> Told:
    """Ask whether they came, once the window is over."""
    return Told(matter.say("visit-window-passed", **window(matter)), _rows(matter, [NOBODY]))


def _to_come(matter: Matter, first: list[str]) -> Told:
    refusing = matter.say("visit-refusing", source=matter.source("R2"))
    paragraphs = [*first, refusing, *matter.also_written("note", "contact")]
    return Told("\n\n".join(paragraphs), rows_to_come(matter))


def rows_to_come(matter: Matter) -> list[list[Button]]:
    """Return the buttons by which a visit to come is answered."""
    return _rows(matter, [HOME, MOVE, CALENDAR])


def _without_buttons(matter: Matter, first: str, *written: str) -> Told:
    return Told("\n\n".join([first, *matter.also_written(*written)]), [])


def _what_changed(matter: Matter) -> str:
    now, address = window(matter), matter.written("address")
    was = matter._replace(values=matter.values["before"])
    then, address_then = window(was), was.written("address")
    told = {**now, "address": address, "address_before": address_then}
    told |= {f"{name}_before": value for name, value in then.items()}
    if now == then:
        return matter.say("visit-changed" if address == address_then else "visit-other-place", **told)
    return matter.say("visit-moved" if address == address_then else "visit-moved-elsewhere", **told)


def window(matter: Matter) -> dict[str, str]:
    """Return the day and the times of a visit, as sentences about it name them."""
    starts_at, ends_at = _instant(matter, "starts_at"), _instant(matter, "ends_at")
    first, last = (moment.astimezone(KAZAKHSTAN_TIME).date() for moment in (starts_at, ends_at))
    return {
        "date": matter.texts.day(first, matter.today),
        "from": matter.texts.time(starts_at),
        "to": matter.texts.time(ends_at) if first == last else matter.texts.instant(ends_at, matter.today),
    }


def _instant(matter: Matter, name: str) -> datetime:
    return datetime.fromisoformat(matter.values[name])


def _rows(matter: Matter, words: list[str]) -> list[list[Button]]:
    number, sequence = matter.values["visit"], matter.values["sequence"]
    return [[(f"button-visit-{word}", f"visit|{number}|{sequence}|{word}")] for word in words]
