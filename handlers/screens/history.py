"""The history of a case as a timeline: a line for each thing in its journal, the oldest first."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from bot.store.cases import Case, Follower
from bot.store.entry_details import EntryDetails
from bot.store.journal import Entry
from bot.texts import Texts
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.screens.visit import window_of

# What a visit's change is called, by whether its time and its address are others than before.
CHANGED: Final = {(True, True): "-both", (True, False): "", (False, True): "-place", (False, False): "-same"}


def history(texts: Texts, case: Case, follower: Follower, journal: list[Entry], today: date) -> list[str]:
    """Return the lines of a timeline for one of the family; what only offices care about has no words here."""
    told = [(_name(entry, follower, before), entry) for entry, before in _beside_what_was(journal)]
    by_day = sorted(told, key=lambda one: _day(case, one[1]))  # the authority may date a decision back
    return [texts.say_with(name, **_values(texts, case, entry, today)) for name, entry in by_day if name in texts]


def _beside_what_was(journal: list[Entry]) -> Iterator[tuple[Entry, EntryDetails]]:
    """Give each thing with what was said of the same visit before it."""
    of_visit: dict[str, EntryDetails] = {}
    for entry in journal:
        visit_id = entry.details.get("visit_id", "")
        yield entry, of_visit.get(visit_id, {})
        if "starts_at" in entry.details:
            of_visit[visit_id] = entry.details


def _name(entry: Entry, follower: Follower, before: EntryDetails) -> str:
    name = f"history-{entry.kind}"
    if entry.kind == "visit_held":
        return f"{name}-{entry.details['conclusion']}"
    if entry.kind == "visit_rescheduled":
        return name + CHANGED[_window(entry.details) != _window(before), _place(entry.details) != _place(before)]
    if entry.kind == "status_assigned" and "monthly_tenge" not in entry.details:
        return f"{name}-bare"
    is_own = entry.kind in {"joined", "left"} and entry.details.get("person") == follower.alias
    return f"{name}-self" if is_own else name


def _window(details: EntryDetails) -> list[datetime]:
    return [datetime.fromisoformat(details[name]) for name in ("starts_at", "ends_at") if name in details]


def _place(details: EntryDetails) -> str | None:
    return details.get("address")


def _values(texts: Texts, case: Case, entry: Entry, today: date) -> dict[str, str]:
    details = entry.details
    values = {"date": texts.day(_day(case, entry), today), "time": texts.time(entry.at)}
    if "starts_at" in details:
        starts_at, ends_at = (datetime.fromisoformat(details[name]) for name in ("starts_at", "ends_at"))
        window = window_of(texts, starts_at, ends_at, today)
        values |= {"day": window["date"], "from": window["from"], "to": window["to"]}
    if "monthly_tenge" in details:
        values["amount"] = texts.money(details["monthly_tenge"] + (details.get("supplement_tenge") or 0))
    return values


def _day(case: Case, entry: Entry) -> date:
    """Return the day of a thing: the authority's own for what it decided, else that on which the bot learnt it."""
    if entry.kind == "opened":
        return case.applied_on
    on = entry.details.get("on")
    return date.fromisoformat(on) if on else entry.at.astimezone(KAZAKHSTAN_TIME).date()
