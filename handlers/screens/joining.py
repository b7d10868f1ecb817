"""What somebody sees who opens a link that works only for who knows a year of birth."""

from bot.texts import Texts
from handlers.keyboards import Join, keyboard
from handlers.screens.screen_input import Screen


def year_screen(texts: Texts, token: str, name: str = "join-ask-year") -> Screen:
    """Return the question for the year of birth, and the way out for who does not know it."""
    return Screen(texts.say(name), keyboard([[(texts.say("button-join-no"), Join(yes=False, token=token))]]))
