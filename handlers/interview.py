"""The questions: one handler takes every answer, whatever is asked."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Back, Choose, Ready, Settle, Tick
from handlers.person import HasBegun, Visitor
from handlers.words_typed import word_typed
from rules.answers import NotUnderstood
from rules.questionnaire import Context

router = Router(name="interview")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())


@router.callback_query(Tick.filter())
async def tick(query: CallbackQuery, callback_data: Tick, visitor: Visitor) -> None:
    """Tick or untick one of several answers."""
    if await is_current(query, visitor, callback_data.key):
        visitor.conversation.tick(callback_data.word, visitor.setting)
        await answered(query, visitor)


@router.callback_query(Choose.filter())
async def choose(query: CallbackQuery, callback_data: Choose, visitor: Visitor) -> None:
    """Take a pressed word as the answer."""
    if not await is_current(query, visitor, callback_data.key):
        return
    try:
        visitor.conversation.say(callback_data.word, visitor.setting)
    except NotUnderstood as not_understood:
        await replies.hint(query, visitor.texts.say(not_understood.hint))
        return
    await answered(query, visitor)


@router.callback_query(Ready.filter())
async def ready(query: CallbackQuery, callback_data: Ready, visitor: Visitor) -> None:
    """Take what is ticked as the answer."""
    if not await is_current(query, visitor, callback_data.key):
        return
    try:
        visitor.conversation.say_ticked(visitor.setting)
    except NotUnderstood as not_understood:
        await replies.hint(query, visitor.texts.say(not_understood.hint))
        return
    await answered(query, visitor)


@router.callback_query(Settle.filter())
async def settle(query: CallbackQuery, callback_data: Settle, visitor: Visitor) -> None:
    """Take what was meant by an amount that was asked back."""
    if not await is_current(query, visitor, callback_data.key):
        return
    if not visitor.conversation.can_settle(callback_data.choice):
        await is_old(query, visitor)
        return
    visitor.conversation.settle_doubt(callback_data.choice, visitor.setting)
    await answered(query, visitor)


@router.callback_query(Back.filter())
async def back(query: CallbackQuery, callback_data: Back, visitor: Visitor) -> None:
    """Ask the question before this one again."""
    if await is_current(query, visitor, callback_data.key):
        visitor.conversation.go_back(visitor.setting)
        await answered(query, visitor)


def is_said(message: Message) -> bool:
    """Whether a message is a text of the person's own, and no command."""
    text = message.text
    return text is not None and not text.startswith("/") and message.forward_origin is None


@router.message(is_said)
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
