"""What if, on the screen: the changes to pick from, whose it is, the sum, and both months side by side."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from bot.texts import Texts, escape
from bot.wording.paper.curve import curve_told
from bot.wording.what_if import counts_from, outcome_told, side_by_side
from handlers.keyboards import Button, ButtonRow, Do, Show, WhatIf, keyboard
from handlers.screens.screen_input import Screen
from rules.extra_earnings import EarningsCurve
from rules.offer_bill import counts_in_full_from
from rules.what_if import Comparison

WITH_SUM: Final = {"job": "what-if-wage", "earnings": "what-if-earnings", "joins": "what-if-money"}
"""The changes that have a sum, and what asks for it."""


class Picked(NamedTuple):
    """A change that was picked: whose it is (the key of a member, or empty), and its sum a month where it has one."""

    change: str
    who: str = ""
    tenge: int | None = None


def menu(texts: Texts, changes: Iterable[str]) -> Screen:
    """Return the changes that this family can look at."""
    rows: list[ButtonRow] = [[(texts.say(f"button-what-if-{change}"), WhatIf(change=change))] for change in changes]
    quarter: ButtonRow = [(texts.say("button-quarter"), Show(view="years"))]
    return Screen(texts.say("what-if-choose"), keyboard([*rows, quarter, [_result(texts)]]))


def who(texts: Texts, change: str, people: Mapping[str, str]) -> Screen:
    """Return the question whose change it is."""
    rows: list[ButtonRow] = [[(called, WhatIf(change=change, who=key))] for key, called in people.items()]
    return Screen(texts.say(f"what-if-who-{change}"), keyboard([*rows, _back(texts)]))


def sum_asked(texts: Texts, about: str, names: Mapping[str, str], *, is_hint: bool = False) -> Screen:
    """Return the question for the sum of a change, or what of it could not be read."""
    change, _, key = about.partition("|")
    text = (
        texts.say("what-if-hint") if is_hint else texts.say_with(WITH_SUM[change], person=escape(names.get(key, key)))
    )
    return Screen(text, keyboard([_back(texts)]))


def compared(
    texts: Texts, both: Comparison, picked: Picked, names: Mapping[str, str], today: date, *, has_changed: bool
) -> Screen:
    """Return both months side by side; `has_changed`: the answers are not those of the result shown last."""
    wage = "" if picked.tenge is None else texts.money(picked.tenge)
    person = escape(names.get(picked.who, picked.who))
    title = texts.say_with(f"what-if-title-{picked.change}", person=person, wage=wage)
    notes = []
    if picked.change in {"job", "earnings"}:  # who moves in brings what they had already
        notes.append(counts_from(texts, counts_in_full_from(today), today))
    if picked.change == "earnings" and not picked.tenge:
        notes.append(texts.say("what-if-job-lost"))
    if picked.change == "child":
        notes.append(texts.say("what-if-births"))
    if has_changed:
        notes.append(texts.say("what-if-changed"))
    told = [f"{title}\n{side_by_side(texts, both)}", "\n".join([*outcome_told(texts, both), *notes])]
    curve: ButtonRow = [(texts.say("button-what-if-curve"), WhatIf(change="curve", who=picked.who))]
    rows = [*([curve] if picked.change == "job" and both.as_is.assistance.high else []), _other(texts)]
    return Screen("\n\n".join(filter(None, told)), keyboard([*rows, [_result(texts)]]))


def curve(texts: Texts, found: EarningsCurve, person: str) -> Screen:
    """Return the figures of the picture in words."""
    return Screen("\n".join(curve_told(texts, found, escape(person))), keyboard([_other(texts), [_result(texts)]]))


def no_curve(texts: Texts) -> Screen:
    """Return that there is nothing to draw."""
    return Screen(texts.say("curve-none"), keyboard([_other(texts), [_result(texts)]]))


def to_answer(texts: Texts, *, is_complete: bool) -> Screen:
    """Return that answers are missing: some question, or the sum of some income."""
    if is_complete:
        return Screen(texts.say("what-if-not-known"), keyboard([[(texts.say("button-change"), Do(what="change"))]]))
    go_on = (texts.say("button-continue"), Do(what="resume"))
    return Screen(texts.say("what-if-no-answers"), keyboard([[go_on]]))


def _back(texts: Texts) -> ButtonRow:
    return [(texts.say("button-back"), WhatIf(change="menu"))]


def _other(texts: Texts) -> ButtonRow:
    return [(texts.say("button-what-if-other"), WhatIf(change="menu"))]


def _result(texts: Texts) -> Button:
    return texts.say("button-result"), Show(view="result")
