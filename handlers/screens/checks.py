"""The families that a person checks, on the screen: their list, one of them, its name asked for, whose a button is."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.store.assessments import FrozenAssessment
from bot.store.checks import MOST, OWN
from bot.texts import Texts, escape
from handlers.keyboards import Button, ButtonRow, Do, OfCheck, Show, keyboard
from handlers.screens.screen_input import Screen
from rules.income_within_line import Outcome

FEWEST: Final = 2
LONGEST: Final = 24
"""Letters of a name: it is read in a button, on a small phone."""


class Checked(NamedTuple):
    """A family of the list: the person's own (0) or a check, with its newest result; `is_damaged`: no key opens it."""

    number: int
    called: str
    is_begun: bool
    is_complete: bool
    result: FrozenAssessment | None
    is_damaged: bool = False


def listed(texts: Texts, families: Sequence[Checked], open_now: int) -> Screen:
    """Return the families, their own first, each with how far it is and a button; the open one is bold."""
    lines, rows = [], list[ButtonRow]()
    for family in families:
        name = _name(texts, family)
        shown = f"<b>{escape(name)}</b>" if family.number == open_now else escape(name)
        lines.append(texts.say("checks-line", name=shown, state=_state(texts, family)))
        what = "open" if family.number == OWN else "one"
        rows.append([(name, OfCheck(what=what, number=family.number))])
    rows.append([(texts.say("button-check-new"), OfCheck(what="new"))])
    return Screen("\n".join([texts.say("checks-list"), *lines]), keyboard(rows))


def one(texts: Texts, family: Checked, keeps_days: int) -> Screen:
    """Return a check: how far it is, and what can be done with it."""
    go_on: Button = (texts.say("button-check-open"), OfCheck(what="open", number=family.number))
    rename: Button = (texts.say("button-check-rename"), OfCheck(what="rename", number=family.number))
    delete: Button = (texts.say("button-check-delete"), OfCheck(what="delete", number=family.number))
    told = [
        texts.say("checks-line", name=f"<b>{escape(_name(texts, family))}</b>", state=_state(texts, family)),
        texts.say("check-kept", days=keeps_days),
    ]
    rows: list[ButtonRow] = [[delete]] if family.is_damaged else [[go_on], [rename, delete]]
    return Screen("\n\n".join(told), keyboard([*rows, [_to_list(texts)]]))


def name_asked(texts: Texts, hint: str = "", *, is_first: bool = False, is_rename: bool = False) -> Screen:
    """Return the question for a name; with a hint only what was wrong with the one that was typed.

    `is_first`: there is no list yet to go back to.
    """
    asked = hint or ("check-rename-ask" if is_rename else "check-name-ask")
    back: Button = (texts.say("button-continue"), Do(what="resume")) if is_first else _to_list(texts)
    return Screen(texts.say_with(asked, fewest=FEWEST, most=LONGEST), keyboard([[back]]))


def too_many(texts: Texts) -> Screen:
    """Return that one check has to go before another is begun."""
    return Screen(texts.say("checks-many", most=MOST), keyboard([[_to_list(texts)]]))


def deletion(texts: Texts, family: Checked) -> Screen:
    """Return the question whether a check shall really be deleted."""
    yes: ButtonRow = [(texts.say("button-check-delete-yes"), OfCheck(what="delete_yes", number=family.number))]
    no: ButtonRow = [(texts.say("button-check-delete-no"), OfCheck(what="one", number=family.number))]
    return Screen(texts.say("check-delete-ask", name=escape(_name(texts, family))), keyboard([yes, no]))


def of_another(texts: Texts, drawn_for: Checked, open_now: Checked) -> Screen:
    """Return that a button was drawn for another family than the one that is open, and the way to either."""
    told = texts.say(
        "check-button-of-another", name=escape(_name(texts, drawn_for)), open=escape(_name(texts, open_now))
    )
    rows: list[ButtonRow] = [
        [(_name(texts, drawn_for), OfCheck(what="open", number=drawn_for.number))],
        [(_name(texts, open_now), Do(what="resume"))],
    ]
    return Screen(told, keyboard(rows))


def gone(texts: Texts) -> Screen:
    """Return that a check is not there any more."""
    return Screen(texts.say("check-gone"), keyboard([[_to_list(texts)]]))


def _name(texts: Texts, family: Checked) -> str:
    if family.number == OWN:
        return texts.say("check-own")
    return texts.say("check-damaged") if family.is_damaged else family.called


def _state(texts: Texts, family: Checked) -> str:
    """Return how far a family is: what its newest result says, as long as all of its answers are there."""
    if family.is_damaged:
        return texts.say("check-state-damaged")
    if not family.is_begun:
        return texts.say("check-state-empty")
    if family.result is None or not family.is_complete:
        return texts.say("check-state-begun")
    record = family.result.record["record"]
    monthly = record["monthly_tenge"]
    if record["outcome"] == Outcome.ELIGIBLE and monthly["low"] is not None and monthly["high"] is not None:
        return texts.say("check-state-eligible", amount=texts.money_range(monthly["low"], monthly["high"]))
    if record["outcome"] == Outcome.ELIGIBLE:
        return texts.say("check-state-due")
    return texts.say("check-state-refused" if record["outcome"] == Outcome.REFUSED else "check-state-open")


def _to_list(texts: Texts) -> Button:
    return texts.say("button-checks"), Show(view="checks")
