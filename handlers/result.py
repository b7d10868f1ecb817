"""The result: calculated, frozen as shown, and explained from the frozen record ever after."""

import re
from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.wording.phrases import is_of_status_alone
from handlers import paper, replies
from handlers.conversation import View
from handlers.interview import is_old
from handlers.keyboards import NUMBER, Do, Explain, Show
from handlers.screens import result
from handlers.session import HasBegun, Session
from handlers.shown_result import shown_result
from rules import Quarter
from rules.interview.renewal import Step
from rules.sources import LAW_BEGINS_ON

VIEWS: Final = {"why", "law", "children", "next", "awarded", "result"}
router = Router(name="result")
router.callback_query.filter(HasBegun())


@router.callback_query(Do.filter(F.what == "calculate"))
async def calculate(query: CallbackQuery, session: Session) -> None:
    """Assess the family, freeze the result as shown, and show it."""
    conversation, assessment_day = session.conversation, session.assessment_day
    if conversation.view is not View.INTERVIEW or conversation.step(assessment_day) != Step(None):
        await is_old(query, session)
        return
    frozen = await session.freeze_result(shown_result(conversation, assessment_day))
    await replies.show(query, *result.headline(session.texts, frozen, assessment_day.today))


@router.callback_query(Explain.filter(F.view.in_(VIEWS) & F.id.regexp(NUMBER)))
async def explain(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Explain one result as it was shown, or show it again."""
    frozen = await session.result(callback_data.id)
    if frozen is None:
        await replies.show_below(query, *session.no_result)
    elif callback_data.view == "result":
        await replies.show_below(query, *result.headline(session.texts, frozen, session.assessment_day.today))
    else:
        view = callback_data.view
        asked = await session.reminders() if view == "next" else []
        explained = result.explanation(session.texts, frozen, view, session.assessment_day.today, asked)
        if view == "why" and not is_of_status_alone(frozen.record["record"]):
            await replies.hint(query)
            await paper.send_picture(query, session.texts, frozen, explained)
        else:
            await replies.show_below(query, *explained)


@router.callback_query(Explain.filter(F.view.regexp(r"^steps-\d{1,2}$") & F.id.regexp(NUMBER)))
async def turn_page(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Show a page of the calculation step by step: the first below, another one in its place."""
    number, frozen = int(callback_data.view.removeprefix("steps-")), await session.result(callback_data.id)
    page = None if frozen is None else result.step_page(session.texts, frozen, number, session.assessment_day.today)
    if page is None:
        await replies.show_below(query, *session.no_result)
        return
    is_open = isinstance(query.message, Message) and query.message.photo is None
    await (replies.show if is_open else replies.show_below)(query, *page)


@router.callback_query(Show.filter(F.view == "result"))
async def show_latest(query: CallbackQuery, session: Session) -> None:
    """Show the result that was calculated last."""
    frozen = await session.latest_result()
    if frozen is None:
        await replies.show_below(query, *session.no_result)
    else:
        await replies.show_below(query, *result.headline(session.texts, frozen, session.assessment_day.today))


@router.callback_query(Show.filter(F.view == "years"))
async def show_years(query: CallbackQuery, session: Session) -> None:
    """Show the years of which a quarter can be looked at."""
    await replies.show_below(query, *session.of_family(result.years(session.texts, session.assessment_day.today)))


@router.callback_query(Show.filter((F.view == "quarters") & F.about.regexp(r"^20\d\d$")))
async def show_quarters(query: CallbackQuery, callback_data: Show, session: Session) -> None:
    """Show the quarters of a year."""
    shown = result.quarters(session.texts, int(callback_data.about), session.assessment_day.today)
    await replies.show(query, *session.of_family(shown))


@router.callback_query(Do.filter(F.what == "quarter"))
async def another_quarter(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Look at the same family in another quarter, by the law and the values of its day."""
    chosen, today = quarter_of(callback_data.about), session.assessment_day.today
    if chosen is None or not LAW_BEGINS_ON <= chosen.first_day <= Quarter.of(today).next.first_day:
        await is_old(query, session)
        return
    session.conversation.look_at_quarter(chosen, today)
    session.take_up_quarter()
    await session.save()
    await replies.show(query, *await session.screen())


def quarter_of(text: str) -> Quarter | None:
    """Return the quarter of a button; None when somebody made the button up."""
    return Quarter.parse(text) if re.fullmatch(r"20\d\d-Q[1-4]", text, re.ASCII) else None


@router.callback_query(Do.filter(F.what == "change"))
async def change(query: CallbackQuery, session: Session) -> None:
    """Show the answers, to change one."""
    session.conversation.look_at(View.INTERVIEW)
    await session.show_below(query)


@router.callback_query(Do.filter(F.what == "fill_in"))
async def fill_in(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Ask the one question that narrows an open result; its answer leads to the new result."""
    await _ask_from_result(query, session, callback_data.about)


@router.callback_query(Do.filter(F.what == "add_allowance"))
async def add_allowance(query: CallbackQuery, session: Session) -> None:
    """Ask once more which allowances are paid, first whether any is where nobody has named one; the result follows."""
    await _ask_from_result(query, session, "allowance-kinds", "income-kinds")


async def _ask_from_result(query: CallbackQuery, session: Session, *keys: str) -> None:
    """Ask the first of these questions that this family was asked; its answer leads to the new result."""
    session.begin_today()
    conversation, assessment_day = session.conversation, session.assessment_day
    walked = conversation.walk(assessment_day)
    key = next((key for key in keys if walked.find(key)), None)
    if key is None or not conversation.is_complete(assessment_day):
        await is_old(query, session)
        return
    conversation.fill_in(key)
    await session.show_below(query)
