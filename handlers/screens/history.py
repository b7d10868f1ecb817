"""The history of a case as a timeline: a line for each thing in its journal, the oldest first."""

from datetime import date, datetime

from bot.formats import KAZAKHSTAN_TIME
from bot.store.cases import Case, Follower
from bot.store.journal import Entry
from bot.texts import Texts
from handlers.screens.visit import window_of


def history(texts: Texts, case: Case, follower: Follower, journal: list[Entry], today: date) -> list[str]:
    """Return the lines of a timeline for one of the family; what only offices care about has no words here."""
    told = [(_name(entry, follower), entry) for entry in journal]
    return [texts.say_with(name, **_values(texts, case, entry, today)) for name, entry in told if name in texts]


def _name(entry: Entry, follower: Follower) -> str:
    name = f"history-{entry.kind}"
    if entry.kind == "visit_held":
        return f"{name}-{entry.details['conclusion']}"
    is_own = entry.kind in {"joined", "left"} and entry.details.get("person") == follower.alias
    return f"{name}-self" if is_own else name


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
