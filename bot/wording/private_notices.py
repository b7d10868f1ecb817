"""Notices on a shared phone: only that there is news of the case and for which day; a button opens the rest."""

from typing import Final

from bot.store.notice_kinds import OF_CONCLUSION, About
from bot.wording.notice_input import Matter, Told
from bot.wording.visit_notices import window

OPENED: Final = "news"
"""With what the press begins that opens a notice, or hides it again."""


def private(matter: Matter) -> Told:
    """Tell that there is news; of a visit also when, as somebody has to be at home then."""
    is_of_day = matter.kind.about is About.VISIT and matter.kind not in OF_CONCLUSION.values()
    text = matter.say("private-visit", **window(matter)) if is_of_day else matter.say("private-news")
    return Told(text, [[("button-news-open", f"{OPENED}|{matter.values['notice']}|1")]])
