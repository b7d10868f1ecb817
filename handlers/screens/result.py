"""The result, drawn from the frozen record of an assessment."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot import wording
from bot.store.assessments import FrozenAssessment
from bot.store.own_reminders import Occasion, OwnReminder
from bot.texts import Texts, escape
from bot.wording.allowances_and_package import is_large_family_not_listed
from bot.wording.apply_until import apply_by_with_reason
from bot.wording.member_names import names
from bot.wording.other_help import (
    compared_later,
    counts_later,
    may_be_paid_once,
    money_due_monthly,
    name_of_help,
    names_in_line,
)
from bot.wording.phrases import is_of_status_alone, is_past, office, within_line
from handlers.keyboards import (
    Button,
    ButtonRow,
    Do,
    Explain,
    OfHelp,
    Show,
    WhatIf,
    drawn,
    help_line,
    in_columns,
    keyboard,
    to_result,
)
from handlers.screens.appeal import rows_after_no
from handlers.screens.doors import button_of_doors, has_doors
from handlers.screens.law_changes import to_law_changes
from handlers.screens.own_reminders import after_applying, rows_beside
from handlers.screens.screen_input import Screen
from handlers.screens.summary import born_later_told
from handlers.screens.whose import under_its_name, words_for
from rules import Quarter
from rules.income_within_line import Outcome
from rules.sources import LAW_BEGINS_ON

YEARS_IN_ROW = 4
SIGNS_OF_A_PAGE = 600  # about what a small phone shows at once


@under_its_name
def headline(texts: Texts, frozen: FrozenAssessment, today: date) -> Screen:
    """Return the result in one short message, with what can be asked about it."""
    record = frozen.record["record"]
    is_over = is_past(record, today)
    other_help = None if is_over else frozen.record.get("other_help")
    way_out = None if is_over else frozen.record.get("way_out")
    first: list[ButtonRow] = []
    if way_out is not None:
        first.append([(texts.say(wording.asks_for(way_out)), Do(what="fill_in", about=way_out["ask"]))])
    found: dict[str, CallbackData | None] = {
        "why": Explain(view="why", id=frozen.id),
        "children": Explain(view="children", id=frozen.id) if wording.brings_children_something(record) else None,
        "next": Explain(view="next", id=frozen.id),
        "what-if": None if is_over or is_of_status_alone(record) else WhatIf(change="menu"),
        "quarter": Show(view="years") if is_over else None,  # otherwise behind what-if: a phone shows three rows
        "change": Do(what="change"),
        "checks": Show(view="checks") if frozen.check else None,
        "other-help": OfHelp(what="begin", id=frozen.id) if other_help is not None else None,
        button_of_doors(frozen): Explain(view="doors", id=frozen.id) if has_doors(frozen) else None,
    }
    buttons: list[Button] = [(texts.say(f"button-{name}"), says) for name, says in found.items() if says is not None]
    name, doors = naming_of(texts, frozen), frozen.record.get("doors")
    head = wording.headline(texts, record, today, name, doors, way_out, frozen.record.get("before"), other_help)
    return Screen("\n\n".join([head, *_of_another_quarter(texts, frozen)]), keyboard([*first, *in_columns(buttons)]))


def none_yet(texts: Texts) -> Screen:
    """Return that there is no result, with the button that leads to the questions."""
    return Screen(texts.say("check-first"), keyboard([[(texts.say("button-menu-check"), Do(what="check"))]]))


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


@under_its_name
def explanation(
    texts: Texts, frozen: FrozenAssessment, view: str, today: date, asked: Sequence[OwnReminder] = ()
) -> Screen:
    """Return a part of the explanation: why in short, the law, the children's packages, or what to do next and then.

    `asked` is of what the person is to be reminded.
    """
    record, name = frozen.record["record"], naming_of(texts, frozen)
    rows: list[ButtonRow] = []
    if view == "why":
        told = [*_of_another_quarter(texts, frozen), "\n".join(wording.in_short(texts, record))]
        told.append(wording.number_of_result(texts, frozen.id))
        details = {"steps-1": "button-steps", "law": "button-law"}
        if is_of_status_alone(record):
            del details["steps-1"]  # there is one, and it is told already
        rows = [[(texts.say(caption), Explain(view=part, id=frozen.id)) for part, caption in details.items()]]
        rows.append([(texts.say("button-amount-check"), Explain(view="amount", id=frozen.id))])
        rows += to_add_allowance(texts, frozen)
    elif view == "law":
        acts = "\n".join(f"• {act}" for act in wording.acts_of(texts, record))
        told = [f"{texts.say('law-of-result')}\n{acts}", *wording.how_read(texts, record)]
    elif view == "children":
        told = wording.children(texts, record, name)
    elif view == "awarded":
        told = [texts.say("if-awarded-head"), texts.say("if-awarded-money", office=office(texts, record))]
        told += wording.if_awarded(texts, record, today, name)
        rows = [[(texts.say("button-next"), Explain(view="next", id=frozen.id))]]
    else:
        told = [*apply_by_with_reason(texts, record, today), *wording.to_apply(texts, record, today)]
        told += [wording.if_awarded_in_short(texts, record)] if wording.if_awarded(texts, record, today, name) else []
        told += _paid_apart(texts, frozen, today)
        told += _perhaps_once(texts, frozen, today)
        rows = [[(texts.say("button-change"), Do(what="change"))]] if is_of_status_alone(record) else []
        if wording.if_awarded(texts, record, today, name):
            rows.append([(texts.say("button-if-awarded"), Explain(view="awarded", id=frozen.id))])
        rows += rows_beside(texts, frozen, asked, Occasion.DOOR, today)
        rows += [*after_applying(texts, frozen, asked, today), *rows_after_no(texts, frozen, today)]
        rows += to_take_along(texts, frozen, today)
        if frozen.record.get("other_help") is not None and not is_past(record, today):
            rows.append([(texts.say("button-other-help"), OfHelp(what="begin", id=frozen.id))])
        if not frozen.check and not is_past(record, today):
            rows.append([to_law_changes(texts)])
    said = "\n\n".join(told)
    buttons = [drawn(button) for row in rows for button in row]
    buttons += [button for row in help_line(texts, said) for button in row]
    return Screen(said, keyboard([*in_columns(buttons), [drawn(to_result(texts, frozen.id))]]))


def _paid_apart(texts: Texts, frozen: FrozenAssessment, today: date) -> list[str]:
    """Return the other monthly money that is due, for which one applies elsewhere, and what it changes.

    What becomes of the assistance with it, and in a paragraph of its own all the family's money with either and both.
    """
    record, found = frozen.record["record"], frozen.record.get("other_help")
    if found is None or is_past(record, today):
        return []
    due = money_due_monthly(found)
    if not due:
        return []
    names, office_to = names_in_line(texts, due), office(texts, record, ".to")
    told = texts.say("next-steps-other-help", names=names, office_to=office_to)
    return [" ".join([told, *counts_later(texts, found, today)]), *compared_later(texts, record, found)]


def to_add_allowance(texts: Texts, frozen: FrozenAssessment) -> list[ButtonRow]:
    """Return the button that asks once more which allowances are paid, where one is due that nobody named."""
    if not is_large_family_not_listed(frozen.record["record"]):
        return []
    return [[(texts.say("button-add-allowance"), Do(what="add_allowance"))]]


def _perhaps_once(texts: Texts, frozen: FrozenAssessment, today: date) -> list[str]:
    """Return a sentence for each payment that may be due once."""
    found = frozen.record.get("other_help")
    if found is None or is_past(frozen.record["record"], today):
        return []
    return [
        texts.say("next-steps-other-help-once", name=within_line(name_of_help(texts, one["help"])), amount=amount)
        for one, amount in may_be_paid_once(texts, found)
    ]


@under_its_name
def step_page(texts: Texts, frozen: FrozenAssessment, number: int, today: date) -> Screen | None:
    """Return a page of the calculation step by step, the notes on its last ones; None where there is no such page."""
    record, name = frozen.record["record"], naming_of(texts, frozen)
    pages = in_pages(
        [
            *wording.step_by_step(texts, record, name, today),
            *wording.of_readings(texts, record, name, today),
            *wording.notes(texts, record, name),
        ]
    )
    if not 1 <= number <= len(pages):
        return None
    turns = {number - 1: "button-page-back", number + 1: "button-page-on"}
    row: ButtonRow = [
        (texts.say(caption), Explain(view=f"steps-{page}", id=frozen.id))
        for page, caption in turns.items()
        if 1 <= page <= len(pages)
    ]
    head = [texts.say("page-of", page=number, pages=len(pages))] if row else []
    return Screen("\n\n".join([*head, *pages[number - 1]]), keyboard([row, [to_result(texts, frozen.id)]]))


def in_pages(paragraphs: Sequence[str]) -> list[list[str]]:
    """Return paragraphs in pages, each short enough to be read without scrolling far."""
    pages: list[list[str]] = []
    for paragraph in paragraphs:
        if pages and sum(map(len, pages[-1])) + len(paragraph) <= SIGNS_OF_A_PAGE:
            pages[-1].append(paragraph)
        else:
            pages.append([paragraph])
    return pages


def to_take_along(texts: Texts, frozen: FrozenAssessment, today: date) -> list[ButtonRow]:
    """Return the buttons of what can be printed or sent on; none where the quarter is over.

    Where nothing but the status was asked a page would have no family, no sum and no papers.
    """
    if wording.is_past(frozen.record["record"], today):
        return []
    views = {"paper": "paper", "card": "paper-card", "share": "share"}
    if is_of_status_alone(frozen.record["record"]):
        del views["paper"]
    if frozen.record["record"]["outcome"] == Outcome.REFUSED:
        del views["card"]  # a no is nothing to show around
    return [[(texts.say(f"button-{caption}"), Explain(view=view, id=frozen.id))] for view, caption in views.items()]


def naming_of(texts: Texts, frozen: FrozenAssessment) -> wording.Name:
    """Return how members are called in a frozen result: by their age on its day where the record has it."""
    record, words = frozen.record["record"], words_for(texts, frozen.check)
    ages = {child["label"]: child["age"] for child in record["children"]}
    told = {place: _aged(value, ages, record["on"]) for place, value in frozen.record["answers"].items()}
    named = names(words, told, date.fromisoformat(record["on"]))
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
