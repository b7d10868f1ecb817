"""The questions: one handler takes every answer, whatever is asked."""

import asyncio

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import View
from handlers.keyboards import ON_QUESTIONS, Back, Choose, Ready, Settle, Tick, languages
from handlers.person import HasBegun, Visitor
from handlers.replies import Event
from handlers.screens.summary import line, noted
from handlers.topics import topic_of
from handlers.words_typed import choice_typed, word_typed
from rules.answers import NONE, NotUnderstood
from rules.questionnaire import Asked, Context
from rules.questions import section_of

Pressed = Tick | Choose | Ready | Settle | Back

router = Router(name="interview")
router.message.filter(HasBegun())


async def takes(event: Event, visitor: Visitor) -> bool:
    """Take what answers a question, and say whether it was such.

    Most of what arrives is: it is taken before aiogram's routers and filters, on whose way a tenth of the time goes.
    """
    if isinstance(event, CallbackQuery):
        pressed = pressed_on_question(event.data or "")
        if pressed is None:
            return False
        await press(event, pressed, visitor)
        return True
    if not is_said(event, visitor):
        return False
    await typed(event, visitor)
    return True


def pressed_on_question(data: str) -> Pressed | None:
    """Return what was pressed on a question; None for another button, or what no button of ours says."""
    kind = ON_QUESTIONS.get(data.partition("|")[0])
    try:
        return None if kind is None else kind.unpack(data)
    except (TypeError, ValueError):
        return None


async def press(query: CallbackQuery, pressed: Pressed, visitor: Visitor) -> None:
    """Take a press as what it says, if the button belongs to the question on the screen."""
    if not await is_current(query, visitor, pressed.key):
        return
    conversation, setting = visitor.conversation, visitor.setting
    if visitor.is_quick and conversation.ticks is None:
        await replies.hint(query, visitor.texts.say("double-tap"))
        return
    if isinstance(pressed, Settle) and not conversation.can_settle(pressed.choice):
        await is_old(query, visitor)
        return
    asked = conversation.current(setting)
    try:
        is_answer = take_press(pressed, visitor)
    except NotUnderstood as not_understood:
        await replies.hint(query, visitor.texts.say(not_understood.hint))
        return
    left = answered_line(visitor, asked) if is_answer else ""
    if not left:
        await answered(query, visitor)
        return
    await visitor.save()
    pressed_on = query.message.message_id if query.message else 0
    await asyncio.gather(replies.hint(query), replies.leave(query, pressed_on, left), visitor.ask_next(query))


def take_press(pressed: Pressed, visitor: Visitor) -> bool:
    """Take a press on a question, and say whether it may have answered it; NotUnderstood with a hint."""
    conversation, setting = visitor.conversation, visitor.setting
    match pressed:
        case Tick():
            conversation.tick(pressed.word, setting)
            return False
        case Back():
            conversation.go_back(setting)
            return False
        case Ready():
            conversation.say_ticked(setting)
        case Settle():
            conversation.settle_doubt(pressed.choice, setting)
        case Choose() if pressed.word == NONE and conversation.untick_all(setting):
            return False  # the ticks are seen to go: pressed once more, it is the answer
        case Choose():
            conversation.say(pressed.word, setting)
    return True


def answered_line(visitor: Visitor, asked: Asked | None) -> str:
    """Return the line that stays of an answered question; empty where it is not answered yet."""
    conversation = visitor.conversation
    is_open = asked is None or conversation.doubt is not None or conversation.asking is not None
    if is_open or asked is None or asked.key not in conversation.walk(visitor.setting).kept:
        return ""
    return f"✓ {line(visitor.scene, asked)}"


def is_said(message: Message, visitor: Visitor) -> bool:
    """Whether a message is a text of somebody's own, no command, and not said to a job offer."""
    text = message.text
    if text is None or text.startswith("/") or message.forward_origin is not None:
        return False
    return visitor.conversation.view is not View.OFFER


async def typed(message: Message, visitor: Visitor) -> None:
    """Take what was typed as the answer to the question on the screen, and say back what was kept."""
    conversation = visitor.conversation
    asked = conversation.current(visitor.setting) if conversation.view is View.INTERVIEW else None
    before = visitor.question_in
    try:
        take(visitor, message.text or "")
    except NotUnderstood as not_understood:
        conversation.buttons_after = message.message_id
        await visitor.save()
        await asyncio.gather(
            replies.without_buttons(message, before), not_an_answer(message, visitor, not_understood.hint)
        )
        return
    conversation.buttons_after = message.message_id
    await visitor.save()
    left = answered_line(visitor, asked)
    said_back = noted(visitor.scene, asked) if asked and left else ""
    before_next = replies.leave(message, before, left) if left else replies.without_buttons(message, before)
    await asyncio.gather(before_next, visitor.ask_next(message, said_back))


async def not_an_answer(message: Message, visitor: Visitor, hint: str) -> None:
    """Answer a question in words, or say what an answer looks like: shortly, with the buttons of what was asked."""
    words, shown = visitor.texts, await visitor.screen()
    topic = topic_of(message.text or "")
    if topic == "language":
        visitor.has_buttons(await replies.say(message, words.say("topic-language"), languages(words)))
        return
    told = [words.say(hint)]
    if topic is not None:
        told = [words.say(f"topic-{topic}")]
        if visitor.conversation.view is View.INTERVIEW:
            told.append(back_to_question(visitor))
    visitor.has_buttons(await replies.say(message, "\n\n".join(told), shown.keyboard))


def back_to_question(visitor: Visitor) -> str:
    """Return what says that the interview goes on, below an answer to something else."""
    asked, words = visitor.conversation.current(visitor.setting), visitor.texts
    if asked is None:
        return words.say("topic-back-review")
    section = section_of(visitor.scene.walked, asked.key)
    return words.say("topic-back", section=words.say(f"section-{section}"))


@router.message(Command("check"))
async def check(message: Message, visitor: Visitor) -> None:
    """Begin with the questions, or go on with them, for today's quarter."""
    visitor.begin_today()
    await visitor.show_below(message)


def take(visitor: Visitor, text: str) -> None:
    """Take a typed text: ages where a member is being added, otherwise an answer; NotUnderstood with a hint."""
    conversation, setting = visitor.conversation, visitor.setting
    if conversation.view is View.ADD_AGE:
        conversation.add_people(text, setting)
        return
    asked = conversation.current(setting) if conversation.view is View.INTERVIEW else None
    if asked is None:
        raise NotUnderstood("hint-press-button")
    if conversation.doubt is not None:
        choice = choice_typed(visitor.scene, asked, conversation.doubt, text)
        if choice is not None:
            conversation.settle_doubt(choice, setting)
            return
    context = Context(conversation.walk(setting).kept, setting, asked.subject)
    conversation.say(word_typed(visitor.texts, asked, context, text), setting)


async def answered(query: CallbackQuery, visitor: Visitor) -> None:
    """Save what was pressed, then show what comes next in place."""
    visitor.question_in = query.message.message_id if query.message else 0
    await visitor.save()
    await replies.show(query, *await visitor.screen())


async def is_current(query: CallbackQuery, visitor: Visitor, key: str) -> bool:
    """Whether a button belongs to the question on the screen; otherwise it is said, and the screen shown anew."""
    if visitor.conversation.view is View.OFFER:
        visitor.conversation.leave_offer()
        await visitor.save()
    asked = visitor.conversation.current(visitor.setting)
    is_newest = query.message is None or query.message.message_id > visitor.conversation.buttons_after
    if visitor.conversation.view is View.INTERVIEW and asked is not None and asked.key == key and is_newest:
        return True
    await is_old(query, visitor)
    return False


async def is_old(query: CallbackQuery, visitor: Visitor) -> None:
    """Answer a press on an old button; after a second tap right behind the first nothing is shown anew."""
    if visitor.is_quick:
        await replies.hint(query, visitor.texts.say("double-tap"))
        return
    await replies.without_buttons(query, query.message.message_id if query.message else 0)
    await visitor.show_below(query, visitor.texts.say("old-button"))
