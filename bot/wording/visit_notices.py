"""Visits of the district commission in words: when and where, who opens the door, what it found."""

from datetime import datetime
from typing import Any, Final

from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import VisitValues, Window
from bot.texts import escape
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.notice_input import Button, Matter, Told

HOME: Final = "home"
MOVE: Final = "move"
CALENDAR: Final = "calendar"
NOBODY: Final = "nobody"

# How far away a visit is, in days, as a reminder says it.
NEAR_DAYS: Final = {0: "today", 1: "tomorrow"}


def scheduled(matter: Matter[VisitValues]) -> Told:
    """Tell when the commission comes, what it looks at, and what is a refusal and what is not."""
    first = matter.say("visit-scheduled", **window(matter, matter.values), address=address(matter.values))
    return _to_come(matter, [first])


def rescheduled(matter: Matter[VisitValues]) -> Told:
    """Tell the new window and address, and what they were before, where that is known."""
    before = matter.values.get("before")
    if not before:
        return scheduled(matter)
    return _to_come(matter, [_what_changed(matter, before), matter.say("visit-calendar-again")])


def cancelled(matter: Matter[VisitValues]) -> Told:
    """Tell that the commission will not come, and that this is no refusal; after a decision neither is a question."""
    name = "visit-cancelled-decided" if matter.values.get("is_decided") else "visit-cancelled"
    said = matter.say(name, **window(matter, matter.values))
    return Told("\n\n".join([said, *matter.note(matter.values.get("note"))]), [])


def held(matter: Matter[VisitValues]) -> Told:
    """Tell the commission's conclusion, what it means by the law, and what can be done."""
    corrected = [matter.say("visit-held-corrected")] if matter.values.get("is_corrected") else []
    written = [*matter.note(matter.values.get("note")), *matter.contact(matter.values.get("contact"))]
    return Told("\n\n".join([_conclusion(matter), *corrected, *written]), [])


def _conclusion(matter: Matter[VisitValues]) -> str:
    """Return what the commission found; after a decision no other one is announced, nor anything asked."""
    if matter.values.get("is_decided"):
        return (
            matter.say(f"{matter.kind}-decided", **window(matter, matter.values)) + f"\n{matter.say('visit-held-late')}"
        )
    sources = {NoticeKind.VISIT_HELD_NO_NEED: "R3", NoticeKind.VISIT_HELD_EXAMINATION_REFUSED: "R2"}
    source = {"source": matter.source(sources[matter.kind])} if matter.kind in sources else {}
    return matter.say(matter.kind, **window(matter, matter.values), **source)


def reminder(matter: Matter[VisitValues]) -> Told:
    """Ask who opens the door, or recall that they will be at home, by the day that it is when it is sent."""
    starts_on = datetime.fromisoformat(matter.values["starts_at"]).astimezone(KAZAKHSTAN_TIME).date()
    near = NEAR_DAYS.get((starts_on - matter.today).days, "dated")
    when = matter.say(f"visit-reminder-{near}", **window(matter, matter.values), address=address(matter.values))
    is_confirmed = matter.values.get("is_confirmed", False)
    home = "visit-reminder-home" if is_confirmed else "visit-reminder-who"
    first = f"{when} {matter.say(home)}"
    move = matter.say("visit-reminder-changed" if is_confirmed else "visit-reminder-move")
    words = [
        *([] if is_confirmed else [HOME]),
        MOVE,
        *([CALENDAR] if matter.kind is NoticeKind.VISIT_REMINDER_EVENING else []),
    ]
    return Told("\n\n".join([first, move, *matter.contact(matter.values.get("contact"))]), _rows(matter.values, words))


def window_passed(matter: Matter[VisitValues]) -> Told:
    """Ask whether they came, once the window is over."""
    return Told(matter.say("visit-window-passed", **window(matter, matter.values)), _rows(matter.values, [NOBODY]))


def _to_come(matter: Matter[VisitValues], first: list[str]) -> Told:
    refusing = matter.say("visit-refusing", source=matter.source("R2"))
    written = [*matter.note(matter.values.get("note")), *matter.contact(matter.values.get("contact"))]
    return Told("\n\n".join([*first, refusing, *written]), rows_to_come(matter.values))


def rows_to_come(visit: VisitValues) -> list[list[Button]]:
    """Return the buttons by which a visit to come is answered."""
    return _rows(visit, [HOME, MOVE, CALENDAR])


def _what_changed(matter: Matter[VisitValues], before: Window) -> str:
    now, place = window(matter, matter.values), address(matter.values)
    then, place_then = window(matter, before), address(before)
    told = {**now, "address": place, "address_before": place_then}
    told |= {f"{name}_before": value for name, value in then.items()}
    if now == then:
        return matter.say("visit-changed" if place == place_then else "visit-other-place", **told)
    return matter.say("visit-moved" if place == place_then else "visit-moved-elsewhere", **told)


def window(matter: Matter[Any], visit: Window) -> dict[str, str]:
    """Return the day and the times of a visit, as sentences about it name them."""
    starts_at, ends_at = datetime.fromisoformat(visit["starts_at"]), datetime.fromisoformat(visit["ends_at"])
    first, last = (moment.astimezone(KAZAKHSTAN_TIME).date() for moment in (starts_at, ends_at))
    return {
        "date": matter.texts.day(first, matter.today),
        "from": matter.texts.time(starts_at),
        "to": matter.texts.time(ends_at) if first == last else matter.texts.instant(ends_at, matter.today),
    }


def address(visit: Window) -> str:
    """Return where the commission comes, safe inside HTML; empty where that was not said."""
    return escape(visit.get("address") or "")


def _rows(visit: VisitValues, words: list[str]) -> list[list[Button]]:
    number, sequence = visit["visit"], visit["sequence"]
    return [[(f"button-visit-{word}", f"visit|{number}|{sequence}|{word}")] for word in words]
