"""Notices on a shared phone: only that there is news of the case and for which day; a button opens the rest."""

from typing import Final

from bot.store.notice_values import Hidden, HiddenVisit
from bot.wording.notice_input import Button, Matter, Told
from bot.wording.visit_notices import window

OPENED: Final = "news"
"""With what the press begins that opens a notice, or hides it again."""


def private(matter: Matter[Hidden]) -> Told:
    """Tell that there is news."""
    return Told(matter.say("private-news"), _rows(matter.values))


def private_visit(matter: Matter[HiddenVisit]) -> Told:
    """Tell that there is news of a visit, and when it is, as somebody has to be at home then."""
    return Told(matter.say("private-visit", **window(matter, matter.values)), _rows(matter.values))


def _rows(hidden: Hidden) -> list[list[Button]]:
    return [[("button-news-open", f"{OPENED}|{hidden['notice']}|1")]]
