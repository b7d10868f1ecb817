"""The result, drawn from the frozen record of an assessment."""

from datetime import date
from typing import Any

from bot import wording
from bot.store.assessments import FrozenAssessment
from bot.texts import Texts, escape
from bot.wording.member_names import names
from handlers.keyboards import Button, ButtonRow, Do, Explain, OfHelp, Show, in_columns, keyboard
from handlers.screens.scene import Screen
from handlers.screens.summary import born_later_told
from rules import Quarter
from rules.sources import LAW_BEGINS_ON

YEARS_IN_ROW = 4


def headline(texts: Texts, frozen: FrozenAssessment, today: date) -> Screen:
    """Return the result in one short message, with what can be asked about it."""
    record = frozen.record["record"]
    buttons: list[Button] = [(texts.say("button-why"), Explain(view="why", id=frozen.id))]
    if record["children"]:
        buttons.append((texts.say("button-children"), Explain(view="children", id=frozen.id)))
    buttons.append((texts.say("button-next"), Explain(view="next", id=frozen.id)))
    if "other_help" in frozen.record and not wording.is_past(record, today):
        buttons.append((texts.say("button-other-help"), OfHelp(what="begin", id=frozen.id)))
    change: list[Button] = [
        (texts.say("button-change"), Do(what="change")),
        (texts.say("button-quarter"), Show(view="years")),
    ]
    text = "\n\n".join(
        [wording.headline(texts, record, today, naming_of(texts, frozen)), *_of_another_quarter(texts, frozen)]
    )
    return Screen(text, keyboard([*in_columns(buttons), *in_columns(change)]))


def _of_another_quarter(texts: Texts, frozen: FrozenAssessment) -> list[str]:
    """Return who was not born yet, and that the income is of other months, where another quarter was looked at."""
    told = frozen.record.get("base_months", [])
    if not told or told == list(frozen.record["record"]["base_months"]):
        return []
    on = date.fromisoformat(frozen.record["record"]["on"])
    return [
        *born_later_told(texts, frozen.record["answers"], on),
        texts.say("note-told-income", months=texts.base_months(told)),
    ]


def explanation(texts: Texts, frozen: FrozenAssessment, view: str, today: date) -> Screen:
    """Return a part of the explanation: why, the children's packages, or what to do next."""
    record, name = frozen.record["record"], naming_of(texts, frozen)
    if view == "why":
        paragraphs = [
            *_of_another_quarter(texts, frozen),
            *wording.why(texts, record, name, today),
            *wording.of_readings(texts, record, name, today),
            *wording.notes(texts, record, name),
        ]
    elif view == "children":
        paragraphs = wording.children(texts, record, name)
    else:
        paragraphs = wording.next_steps(texts, record, today)
    back: ButtonRow = [(texts.say("button-result"), Explain(view="result", id=frozen.id))]
    along = to_take_along(texts, frozen, today) if view == "next" else []
    return Screen("\n\n".join(paragraphs), keyboard([*along, back]))


def to_take_along(texts: Texts, frozen: FrozenAssessment, today: date) -> list[ButtonRow]:
    """Return the buttons of what can be printed or sent on; none where the quarter is over."""
    if wording.is_past(frozen.record["record"], today):
        return []
    views = {"paper": "paper", "card": "paper-card"}
    return [[(texts.say(f"button-{caption}"), Explain(view=view, id=frozen.id))] for view, caption in views.items()]


def naming_of(texts: Texts, frozen: FrozenAssessment) -> wording.Name:
    """Return how members are called in a frozen result: by their age on its day where the record has it."""
    record = frozen.record["record"]
    ages = {child["label"]: child["age"] for child in record["children"]}
    told = {place: _aged(value, ages, record["on"]) for place, value in frozen.record["answers"].items()}
    named = names(texts, told, date.fromisoformat(record["on"]))
    known = {key: escape(name) for key, name in named.items()}
    return lambda label: known.get(label, escape(label))


def _aged(value: Any, ages: dict[str, int], on: str) -> Any:
    if not isinstance(value, list) or not value or not isinstance(value[0], list):
        return value
    return [[key, ages[key], on] if key in ages else [key, age, told_on] for key, age, told_on in value]


def years(texts: Texts, today: date) -> Screen:
    """Return the years of which a quarter can be looked at, from the beginning of the law."""
    found = range(Quarter.of(today).next.year, LAW_BEGINS_ON.year - 1, -1)
    buttons: list[Button] = [(str(year), Show(view="quarters", about=str(year))) for year in found]
    rows: list[ButtonRow] = [buttons[at : at + YEARS_IN_ROW] for at in range(0, len(buttons), YEARS_IN_ROW)]
    return Screen(texts.say("quarter-choose"), keyboard([*rows, [_latest(texts)]]))


def quarters(texts: Texts, year: int, today: date) -> Screen:
    """Return the quarters of a year, as far as the one after today's."""
    last = Quarter.of(today).next
    found = [Quarter(year, number) for number in (1, 2, 3, 4)]
    known = [quarter for quarter in found if LAW_BEGINS_ON <= quarter.first_day <= last.first_day]
    rows: list[ButtonRow] = [
        [(texts.quarter(str(quarter)), Do(what="quarter", about=str(quarter)))] for quarter in known
    ]
    return Screen(texts.say("quarter-choose"), keyboard([*rows, [(texts.say("button-back"), Show(view="years"))]]))


def _latest(texts: Texts) -> Button:
    return texts.say("button-result"), Show(view="result")
