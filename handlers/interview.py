"""The questions: one handler takes every answer, whatever is asked."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Back, Choose, Ready, Settle, Tick
from handlers.person import HasBegun, Visitor
from handlers.words_typed import word_typed
from rules.answers import NotUnderstood
from rules.questionnaire import Context

Pressed = Tick | Choose | Ready | Settle | Back
KINDS: Final[dict[str, type[Pressed]]] = {kind.__prefix__: kind for kind in (Tick, Choose, Ready, Settle, Back)}

router = Router(name="interview")
router.message.filter(HasBegun())


class OnQuestion(Filter):
    """Lets through a press on a button of a question, as `pressed`: one filter where one a kind would be five."""

    async def __call__(self, query: CallbackQuery, visitor: Visitor | None = None) -> bool | dict[str, Any]:
        """Say what was pressed; False for another button, or from somebody who has not begun."""
        data = query.data or ""
        kind = KINDS.get(data.partition("|")[0])
        if kind is None or visitor is None:
            return False
        try:
            return {"pressed": kind.unpack(data)}
        except (TypeError, ValueError):  # no button of ours says that
            return False


async def press(query: CallbackQuery, pressed: Pressed, visitor: Visitor) -> None:
    """Take a press as what it says, if the button belongs to the question on the screen."""
    if not await is_current(query, visitor, pressed.key):
        return
    conversation, setting = visitor.conversation, visitor.setting
    try:
        match pressed:
            case Tick():
                conversation.tick(pressed.word, setting)
            case Choose():
                conversation.say(pressed.word, setting)
            case Ready():
                conversation.say_ticked(setting)
            case Back():
                conversation.go_back(setting)
            case Settle() if conversation.can_settle(pressed.choice):
                conversation.settle_doubt(pressed.choice, setting)
            case Settle():
                await is_old(query, visitor)
                return
    except NotUnderstood as not_understood:
        await replies.hint(query, visitor.texts.say(not_understood.hint))
        return
    await answered(query, visitor)


async def is_said(message: Message, visitor: Visitor | None = None) -> bool:
    """Whether a message is a text of somebody's own who has begun, no command, and not said to a job offer.

    A coroutine, though it waits for nothing: aiogram asks any other function in a thread.
    """
    text = message.text
    if visitor is None or text is None or text.startswith("/") or message.forward_origin is not None:
        return False
    return visitor.conversation.view is not View.OFFER


async def typed(message: Message, visitor: Visitor) -> None:
    """Take what was typed as the answer to the question on the screen."""
    try:
        take(visitor, message.text or "")
    except NotUnderstood as not_understood:
        await replies.say(message, visitor.texts.say(not_understood.hint))
        await replies.say(message, *await visitor.screen())
        return
    await visitor.save()
    await replies.say(message, *await visitor.screen())


def listen(first: Router) -> None:
    """Let the router that is asked first take the answers itself: each router on the way costs every answer."""
    first.callback_query.register(press, OnQuestion())
    first.message.register(typed, is_said)


@router.message(Command("check"))
async def check(message: Message, visitor: Visitor) -> None:
    """Begin with the questions, or go on with them, for today's quarter."""
    visitor.begin_today()
    await visitor.save()
    await replies.say(message, *await visitor.screen())


def take(visitor: Visitor, text: str) -> None:
    """Take a typed text: ages where a member is being added, otherwise an answer; NotUnderstood with a hint."""
    conversation, setting = visitor.conversation, visitor.setting
    if conversation.view is View.ADD_AGE:
        conversation.add_people(text, setting)
        return
    asked = conversation.current(setting) if conversation.view is View.INTERVIEW else None
    if asked is None:
        raise NotUnderstood("hint-press-button")
    context = Context(conversation.walk(setting).kept, setting, asked.subject)
    conversation.say(word_typed(visitor.texts, asked, context, text), setting)


async def answered(query: CallbackQuery, visitor: Visitor) -> None:
    """Save what was pressed, then show what comes next in place."""
    await visitor.save()
    await replies.show(query, *await visitor.screen())


async def is_current(query: CallbackQuery, visitor: Visitor, key: str) -> bool:
    """Whether a button belongs to the question on the screen; otherwise it is said, and the screen shown anew."""
    if visitor.conversation.view is View.OFFER:
        visitor.conversation.leave_offer()
        await visitor.save()
    asked = visitor.conversation.current(visitor.setting)
    if visitor.conversation.view is View.INTERVIEW and asked is not None and asked.key == key:
        return True
    await is_old(query, visitor)
    return False


async def is_old(query: CallbackQuery, visitor: Visitor) -> None:
    """Answer a press on an old button; after a second tap right behind the first nothing is shown anew."""
    if visitor.is_quick:
        await replies.hint(query, visitor.texts.say("double-tap"))
        return
    await replies.hint(query, visitor.texts.say("old-button"))
    await replies.say(query, *await visitor.screen())
