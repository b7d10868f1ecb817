"""The questions: one handler takes every press, one every word, whatever is asked."""

import asyncio
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED, SkipHandler
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Settle
from handlers.presses import Pressed, pressed_on_question, take_press
from handlers.session import HasBegun, Session
from handlers.typed_text import is_answered, is_said, leave_line, typed
from rules.interview.answers import NotUnderstoodError

router = Router(name="interview")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())


class OnQuestion(Filter):
    """Lets through a press on a button of a question, with what it says."""

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Pressed]:
        """Read the button."""
        pressed = pressed_on_question(query.data)
        return False if pressed is None else {"pressed": pressed}


@router.callback_query(OnQuestion())
async def press(query: CallbackQuery, pressed: Pressed, session: Session) -> None:
    """Take a press as what it says, if the button belongs to the question on the screen."""
    if not await is_current(query, session, pressed.key):
        return
    conversation, assessment_day = session.conversation, session.assessment_day
    if session.is_quick and conversation.ticks is None:
        await replies.hint(query, session.texts.say("double-tap"))
        return
    if isinstance(pressed, Settle) and not conversation.can_settle(pressed.choice):
        await is_old(query, session)
        return
    asked = conversation.current(assessment_day)
    try:
        is_answer = take_press(pressed, conversation, assessment_day)
    except NotUnderstoodError as not_understood:
        await replies.hint(query, session.texts.say(not_understood.hint))
        return
    if not is_answer or asked is None or not is_answered(session, asked):
        await answered(query, session)
        return
    await session.save()
    pressed_on = query.message.message_id if query.message else 0
    await asyncio.gather(replies.hint(query), session.ask_next(query))
    await leave_line(query, session, asked, pressed_on)


@router.message(Command("check"))
async def check(message: Message, session: Session) -> None:
    """Begin with the questions, or go on with them, for today's quarter."""
    session.begin_today()
    await session.show_below(message)


@router.message(is_said)
async def say(message: Message, session: Session, dispatcher: Dispatcher, **rest: Any) -> None:
    """Take what was typed as an answer, or the words of any other button on the screen as a press on it."""
    button = await typed(message, session)
    if button is None or message.from_user is None:
        return
    press = CallbackQuery(id=replies.TYPED, from_user=message.from_user, chat_instance="", data=button.callback_data)
    taken = rest | {"session": session, "dispatcher": dispatcher}
    for module in dispatcher.chain_tail:  # not by the dispatcher itself: the person's turn has come already
        if await module.callback_query.trigger(press.as_(message.bot), **taken) is not UNHANDLED:
            return
    raise SkipHandler


async def answered(query: CallbackQuery, session: Session) -> None:
    """Save what was pressed, then show what comes next in place."""
    session.question_in = query.message.message_id if query.message else 0
    await session.save()
    await replies.show(query, *await session.screen())


async def is_current(query: CallbackQuery, session: Session, key: str) -> bool:
    """Whether a button belongs to the question on the screen; otherwise it is said, and the screen shown anew."""
    asked = session.conversation.current(session.assessment_day)
    is_newest = query.message is None or query.message.message_id > session.conversation.buttons_after
    if session.conversation.view is View.INTERVIEW and asked is not None and asked.key == key and is_newest:
        return True
    await is_old(query, session)
    return False


async def is_old(query: CallbackQuery, session: Session) -> None:
    """Answer a press on an old button; after a second tap right behind the first nothing is shown anew."""
    if session.is_quick:
        await replies.hint(query, session.texts.say("double-tap"))
        return
    await replies.without_buttons(query, query.message.message_id if query.message else 0)
    await session.show_below(query, session.texts.say("old-button"))
