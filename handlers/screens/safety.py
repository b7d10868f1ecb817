"""What others may see of the messages: hidden, not to be forwarded, the word of the family, and the chat emptied."""

from bot.texts import Texts
from handlers.keyboards import Button, ButtonRow, Do, keyboard
from handlers.screens.screen_input import Screen


def safety(texts: Texts, *, is_private: bool, is_protected: bool) -> Screen:
    """Return whether notices open behind a button and whether they can be forwarded, and the switches."""
    told = [texts.say(f"private-{_word(is_on=is_private)}"), texts.say(f"protect-{_word(is_on=is_protected)}")]
    rows: list[ButtonRow] = [
        [private_switch(texts, is_private=is_private)],
        [_switch(texts, "protect", is_on=is_protected)],
        [(texts.say("button-word"), Do(what="word"))],
        [(texts.say("button-clear"), Do(what="clear"))],
    ]
    return Screen("\n\n".join(told), keyboard(rows))


def private_switch(texts: Texts, *, is_private: bool) -> Button:
    """Return the button that lets notices open behind a button, or no more."""
    return _switch(texts, "private", is_on=is_private)


def clearing(texts: Texts) -> Screen:
    """Return the question before the messages go."""
    yes: ButtonRow = [(texts.say("button-clear-yes"), Do(what="clear_yes"))]
    no: ButtonRow = [(texts.say("button-clear-no"), Do(what="resume"))]  # where the finger was
    return Screen(texts.say("clear-ask"), keyboard([yes, no]))


def cleared(texts: Texts, *, has_begun: bool) -> Screen:
    """Return what was deleted, and how the person deletes the rest."""
    go_on: ButtonRow = [(texts.say("button-continue"), Do(what="resume"))]
    return Screen(texts.say("cleared"), keyboard([go_on]) if has_begun else None)


def _switch(texts: Texts, name: str, *, is_on: bool) -> Button:
    word = _word(is_on=not is_on)
    return texts.say(f"button-{name}-{word}"), Do(what=name, about=word)


def _word(*, is_on: bool) -> str:
    return "on" if is_on else "off"
