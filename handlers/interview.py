"""The questions: one handler takes every answer, whatever is asked."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Back, Choose, Ready, Settle, Tick, languages
from handlers.person import HasBegun, Visitor
from handlers.replies import Event
from handlers.screens.question import progress
from handlers.screens.summary import noted
from handlers.topics import topic_of
from handlers.words_typed import choice_typed, word_typed
from rules.answers import NotUnderstood
from rules.questionnaire import Context

Pressed = Tick | Choose | Ready | Settle | Back
KINDS: Final[dict[str, type[Pressed]]] = {kind.__prefix__: kind for kind in (Tick, Choose, Ready, Settle, Back)}

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
    kind = KINDS.get(data.partition("|")[0])
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
    try:
        take(visitor, message.text or "")
    except NotUnderstood as not_understood:
        conversation.buttons_after = message.message_id
        await visitor.save()
        await not_an_answer(message, visitor, not_understood.hint)
        return
    conversation.buttons_after = message.message_id
    await visitor.save()
    shown = await visitor.screen()
    said_back = noted(visitor.scene, asked) if asked and conversation.doubt is None else ""
    await replies.say(message, f"{said_back}\n\n{shown.text}" if said_back else shown.text, shown.keyboard)


async def not_an_answer(message: Message, visitor: Visitor, hint: str) -> None:
    """Answer a question in words, or say what an answer looks like: shortly, with the buttons of what was asked."""
    words, shown = visitor.texts, await visitor.screen()
    topic = topic_of(message.text or "")
    if topic is None:
        await replies.say(message, words.say(hint), shown.keyboard)
        return
    paragraphs = [words.say(f"topic-{topic}")]
    if topic == "language":
        await replies.say(message, paragraphs[0], languages(words))
        return
    if visitor.conversation.view is View.INTERVIEW:
        asked = visitor.conversation.current(visitor.setting)
        number = str(progress(visitor.scene, asked)[0])
        paragraphs.append(words.say("topic-back", number=number) if asked else words.say("topic-back-review"))
    await replies.say(message, "\n\n".join(paragraphs), shown.keyboard)


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
    await replies.without_buttons(query)
    await visitor.show_below(query, visitor.texts.say("old-button"))
