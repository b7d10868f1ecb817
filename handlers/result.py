"""The result: calculated, frozen as shown, and explained from the frozen record ever after."""

import re
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.conversation import View
from handlers.interview import is_old
from handlers.keyboards import Do, Explain, Show
from handlers.person import HasBegun, Visitor
from handlers.screens import result
from rules import Quarter, assess, record_of
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import GROUPS, place_of
from rules.sources import LAW_BEGINS_ON

router = Router(name="result")
router.callback_query.filter(HasBegun())

PLACES_OF_MEMBERS = ("household", "spouse-apart", "relatives", "circumstances", *map(place_of, GROUPS))


@router.callback_query(Do.filter(F.what == "calculate"))
async def calculate(query: CallbackQuery, visitor: Visitor) -> None:
    """Assess the family, freeze the result as shown, and show it."""
    conversation, setting = visitor.conversation, visitor.setting
    if conversation.view is not View.INTERVIEW or conversation.current(setting) is not None:
        await is_old(query, visitor)
        return
    answers = conversation.walk(setting).kept
    record = record_of(assess(household_from(answers, setting), setting.on, setting.lines))
    months = list(conversation.base_months_told())
    frozen = await visitor.freeze_result({"record": record, "answers": _of_members(answers), "base_months": months})
    await replies.show(query, *result.headline(visitor.texts, frozen, setting.today))


def _of_members(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers by which the members of a frozen result are named."""
    return {place: answers[place] for place in PLACES_OF_MEMBERS if place in answers}


@router.callback_query(Explain.filter(F.view.in_({"why", "children", "next", "result"}) & F.id.regexp(r"^[\w-]{12}$")))
async def explain(query: CallbackQuery, callback_data: Explain, visitor: Visitor) -> None:
    """Explain one result as it was shown, or show it again."""
    frozen = await visitor.result(callback_data.id)
    if frozen is None:
        await replies.show_below(query, visitor.texts.say("check-first"))
    elif callback_data.view == "result":
        await replies.show_below(query, *result.headline(visitor.texts, frozen, visitor.setting.today))
    else:
        explained = result.explanation(visitor.texts, frozen, callback_data.view, visitor.setting.today)
        await replies.show_below(query, *explained)


@router.callback_query(Show.filter(F.view == "result"))
async def show_latest(query: CallbackQuery, visitor: Visitor) -> None:
    """Show the result that was calculated last."""
    frozen = await visitor.latest_result()
    if frozen is None:
        await replies.show_below(query, visitor.texts.say("check-first"))
    else:
        await replies.show_below(query, *result.headline(visitor.texts, frozen, visitor.setting.today))


@router.callback_query(Show.filter(F.view == "years"))
async def show_years(query: CallbackQuery, visitor: Visitor) -> None:
    """Show the years of which a quarter can be looked at."""
    await replies.show_below(query, *result.years(visitor.texts, visitor.setting.today))


@router.callback_query(Show.filter((F.view == "quarters") & F.about.regexp(r"^20\d\d$")))
async def show_quarters(query: CallbackQuery, callback_data: Show, visitor: Visitor) -> None:
    """Show the quarters of a year."""
    await replies.show(query, *result.quarters(visitor.texts, int(callback_data.about), visitor.setting.today))


@router.callback_query(Do.filter(F.what == "quarter"))
async def another_quarter(query: CallbackQuery, callback_data: Do, visitor: Visitor) -> None:
    """Look at the same family in another quarter, by the law and the values of its day."""
    chosen, today = quarter_of(callback_data.about), visitor.setting.today
    if chosen is None or not LAW_BEGINS_ON <= chosen.first_day <= Quarter.of(today).next.first_day:
        await is_old(query, visitor)
        return
    visitor.conversation.look_at_quarter(chosen, today)
    visitor.take_up_quarter()
    await visitor.save()
    await replies.show(query, *await visitor.screen())


def quarter_of(text: str) -> Quarter | None:
    """Return the quarter of a button; None when somebody made the button up."""
    return Quarter.parse(text) if re.fullmatch(r"20\d\d-Q[1-4]", text, re.ASCII) else None


@router.callback_query(Do.filter(F.what == "change"))
async def change(query: CallbackQuery, visitor: Visitor) -> None:
    """Show the answers, to change one."""
    visitor.conversation.look_at(View.INTERVIEW)
    await visitor.show_below(query)
