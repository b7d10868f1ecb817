"""The questions: one handler takes every answer, whatever is asked."""

import asyncio
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import ELSEWHERE, View
from handlers.keyboards import Settle
from handlers.presses import Pressed, pressed_on_question, take_press
from handlers.replies import Event
from handlers.session import HasBegun, Session
from handlers.typed_text import button_named, is_answered, is_said, leave_line, typed
from rules.interview.answers import NotUnderstoodError

router = Router(name="interview")
router.message.filter(HasBegun())


async def takes(event: Event, session: Session) -> bool:
    """Take what answers a question, and say whether it was such.

    Most of what arrives is: it is taken before aiogram's routers and filters, on whose way a tenth of the time goes.
    """
    if isinstance(event, CallbackQuery):
        pressed = pressed_on_question(event.data)
        if pressed is None:
            return False
        await press(event, pressed, session)
        return True
    return is_said(event, session) and await typed(event, session)


async def press(query: CallbackQuery, pressed: Pressed, session: Session) -> None:
    """Take a press as what it says, if the button belongs to the question on the screen."""
    if not await is_current(query, session, pressed.key):
        return
    conversation, setting = session.conversation, session.setting
    if session.is_quick and conversation.ticks is None:
        await replies.hint(query, session.texts.say("double-tap"))
        return
    if isinstance(pressed, Settle) and not conversation.can_settle(pressed.choice):
        await is_old(query, session)
        return
    asked = conversation.current(setting)
    try:
        is_answer = take_press(pressed, conversation, setting)
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


class Named(Filter):
    """Lets through a text that is the words of a button on the screen, which is no answer to a question."""

    async def __call__(self, message: Message, session: Session) -> bool | dict[str, str]:
        """Say what a press on that button would send."""
        button = (
            button_named((await session.screen()).keyboard, message.text or "") if is_said(message, session) else None
        )
        return {"data": button.callback_data} if button and button.callback_data else False


@router.message(Named())
async def press_named(message: Message, data: str, dispatcher: Dispatcher, **rest: Any) -> None:
    """Take the words of a button as a press on it."""
    if message.from_user is None:
        return
    press = CallbackQuery(id=replies.TYPED, from_user=message.from_user, chat_instance="", data=data)
    for module in dispatcher.chain_tail:  # not by the dispatcher itself: the person's turn has come already
        if await module.callback_query.trigger(press.as_(message.bot), dispatcher=dispatcher, **rest) is not UNHANDLED:
            return


async def answered(query: CallbackQuery, session: Session) -> None:
    """Save what was pressed, then show what comes next in place."""
    session.question_in = query.message.message_id if query.message else 0
    await session.save()
    await replies.show(query, *await session.screen())


async def is_current(query: CallbackQuery, session: Session, key: str) -> bool:
    """Whether a button belongs to the question on the screen; otherwise it is said, and the screen shown anew."""
    if session.conversation.view in ELSEWHERE:
        session.conversation.listen_for_answers()
        await session.save()
    asked = session.conversation.current(session.setting)
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
