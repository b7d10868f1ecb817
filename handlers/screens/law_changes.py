"""That the bot can tell when the law changes somebody's result."""

from bot.texts import Texts
from handlers.keyboards import Button, Do, Show, keyboard
from handlers.screens.screen_input import Screen


def law_changes(texts: Texts, *, is_asked: bool) -> Screen:
    """Return whether somebody is told, what is told then, and the button that changes it."""
    if is_asked:
        told, switch = "law-changes-on", (texts.say("button-law-changes-not"), Do(what="law_changes", about="off"))
    else:
        told, switch = "law-changes-off", (texts.say("button-law-changes-tell"), Do(what="law_changes", about="on"))
    result: Button = (texts.say("button-result"), Show(view="result"))
    return Screen(texts.say(told), keyboard([[switch], [result]]))


def to_law_changes(texts: Texts) -> Button:
    """Return the button that leads there."""
    return texts.say("button-law-changes"), Show(view="law_changes")
