"""The result: calculated, frozen as shown, and explained from the frozen record ever after."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot import telling
from bot.store import assessments
from bot.texts import Texts, escape
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Button, Do, Show, in_columns, keyboard
from handlers.naming import names
from handlers.person import Visitor
from rules import Quarter, assess, record_of
from rules.sources import LAW_BEGINS_ON
from rules.told import household_from

router = Router(name="result")
QUARTERS_IN_YEAR = ("1", "2", "3", "4")


@router.callback_query(Do.filter(F.what == "calculate"))
async def calculate(query: CallbackQuery, visitor: Visitor | None) -> None:
    """Assess the family, freeze the result as shown, and show it."""
    if visitor is None:
        return
    conversation, setting = visitor.conversation, visitor.setting
    walked = conversation.walk(setting)
    if conversation.current(walked) is not None:
        await replies.show(query, *visitor.screen())
        return
    record = record_of(assess(household_from(walked.kept, setting), setting.on, setting.lines))
    frozen = {"record": record, "answers": _told_of_members(walked.kept)}
    world = visitor.world
    async with world.database.transaction() as transaction:
        conversation.shown = await assessments.freeze(transaction, world.cipher, visitor.id, frozen, world.now())
        conversation.look_at(View.RESULT)
        await visitor.save_on(transaction)
    await replies.show(query, *headline(visitor, frozen))


def _told_of_members(answers: dict[str, Any]) -> dict[str, Any]:
    places = ("household", "relatives", "circumstances")
    return {place: value for place, value in answers.items() if place in places or place.startswith("people:")}


@router.callback_query(Show.filter(F.view.in_({"result", "why", "children", "next", "quarters", "years"})))
async def look(query: CallbackQuery, callback_data: Show, visitor: Visitor | None) -> None:
    """Show a part of the last result."""
    if visitor is None:
        return
    frozen = await last_result(visitor)
    if frozen is None:
        await replies.show(query, visitor.texts.say("check-first"))
        return
    record, words = frozen["record"], visitor.texts
    name = naming_of(words, frozen)
    if callback_data.view == "why":
        paragraphs = [*telling.why(words, record, name, visitor.setting.today), *telling.notes(words, record, name)]
        await pages(query, visitor, paragraphs)
    elif callback_data.view == "children":
        await pages(query, visitor, telling.children(words, record, name))
    elif callback_data.view == "next":
        await pages(query, visitor, telling.next_steps(words, record))
    elif callback_data.view in {"quarters", "years"}:
        await replies.show(query, *quarters(visitor, callback_data.about))
    else:
        await replies.show_below(query, *headline(visitor, frozen))


@router.callback_query(Do.filter(F.what == "quarter"))
async def another_quarter(query: CallbackQuery, callback_data: Do, visitor: Visitor | None) -> None:
    """Look at the same family in another quarter, by the law and the values of its day."""
    if visitor is None:
        return
    try:
        chosen = Quarter.parse(callback_data.about)
    except ValueError:
        await replies.hint(query)
        return
    conversation = visitor.conversation
    conversation.quarter = None if chosen == Quarter.of(visitor.setting.today) else str(chosen)
    conversation.look_at(View.INTERVIEW)
    await visitor.save()
    await replies.show_below(query, *visitor.screen())


@router.callback_query(Do.filter(F.what == "change"))
async def change(query: CallbackQuery, visitor: Visitor | None) -> None:
    """Show the answers, to change one."""
    if visitor is not None:
        visitor.conversation.look_at(View.EDIT)
        await visitor.save()
        await replies.show_below(query, *visitor.screen())


async def last_result(visitor: Visitor) -> dict[str, Any] | None:
    """Return the frozen result that was last shown, or None."""
    world = visitor.world
    async with world.database.reading() as connection:
        found = await assessments.latest(connection, world.cipher, visitor.id)
    return dict(found.record) if found else None


def headline(visitor: Visitor, frozen: dict[str, Any]) -> tuple[str, InlineKeyboardMarkup]:
    """Return the result in one short message with its buttons."""
    text = telling.headline(visitor.texts, frozen["record"], visitor.setting.today)
    return text, result_buttons(visitor.texts, frozen["record"])


def result_buttons(words: Texts, record: dict[str, Any]) -> InlineKeyboardMarkup:
    """Return what can be asked about a result."""
    buttons: list[Button] = [(words.say("button-why"), Show(view="why")), (words.say("button-next"), Show(view="next"))]
    if record["children"]:
        buttons.insert(1, (words.say("button-children"), Show(view="children")))
    change_row: list[Button] = [
        (words.say("button-change"), Do(what="change")),
        (words.say("button-quarter"), Show(view="years")),
    ]
    return keyboard([*in_columns(buttons), *in_columns(change_row)])


def naming_of(words: Texts, frozen: dict[str, Any]) -> telling.Name:
    """Return how members are called in a frozen result: by their age on its day where the record has it."""
    ages = {child["label"]: child["age"] for child in frozen["record"]["children"]}
    told = {place: _aged(value, ages) for place, value in frozen["answers"].items()}
    known = {key: escape(name) for key, name in names(words, told).items()}
    return lambda label: known.get(label, escape(label))


def _aged(value: Any, ages: dict[str, int]) -> Any:
    if not isinstance(value, list) or not value or not isinstance(value[0], list):
        return value
    return [[key, ages.get(key, age), on] for key, age, on in value]


def quarters(visitor: Visitor, year: str) -> tuple[str, InlineKeyboardMarkup]:
    """Return the years since 2020, or the quarters of one."""
    words, today = visitor.texts, visitor.setting.today
    last = Quarter.of(today).next
    rows: list[list[Button]]
    if not year.isdecimal():
        years = range(last.year, LAW_BEGINS_ON.year - 1, -1)
        buttons: list[Button] = [(str(number), Show(view="quarters", about=str(number))) for number in years]
        rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    else:
        found = [Quarter(int(year), int(number)) for number in QUARTERS_IN_YEAR]
        known = [quarter for quarter in found if quarter.first_day >= LAW_BEGINS_ON and quarter <= last]
        rows = [[(words.quarter(str(quarter)), Do(what="quarter", about=str(quarter)))] for quarter in known]
    back: list[Button] = [(words.say("button-result"), Show(view="result"))]
    return words.say("quarter-choose"), keyboard([*rows, back])


async def pages(query: CallbackQuery, visitor: Visitor, paragraphs: list[str]) -> None:
    """Send an explanation below the result, in as few messages as it needs."""
    back = keyboard([[(visitor.texts.say("button-result"), Show(view="result"))]])
    parts = replies.in_parts(paragraphs)
    await query.answer()
    if not isinstance(query.message, Message):
        return
    for part in parts[:-1]:
        await query.message.answer(part)
    await query.message.answer(parts[-1], reply_markup=back)
