"""The questions: one handler takes every answer, whatever is asked."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import replies
from handlers.conversation import Conversation, View
from handlers.keyboards import Again, Back, Choose, Do, Ready, Settle, Show, Tick
from handlers.person import Visitor
from handlers.words_typed import word_typed
from rules.answers import NONE, ManyOf, NotUnderstood
from rules.members import GROUPS, SELF, SPOUSE, members, with_person, with_spouse, without
from rules.questionnaire import Context
from rules.questions import ages_of

router = Router(name="interview")
VIEWS = {view.value: view for view in View}


@router.message(Command("check"))
async def check(message: Message, visitor: Visitor | None) -> None:
    """Begin with the questions, or go on with them."""
    if visitor is not None:
        visitor.conversation.look_at(View.INTERVIEW)
        await visitor.save()
        await replies.say(message, *visitor.screen())


@router.callback_query(Choose.filter())
async def choose(query: CallbackQuery, callback_data: Choose, visitor: Visitor | None) -> None:
    """Take a pressed word as the answer."""
    if visitor is None or not await is_current(query, visitor, callback_data.key):
        return
    try:
        visitor.conversation.say(callback_data.word, visitor.setting)
    except NotUnderstood as not_understood:
        await replies.hint(query, visitor.texts.say(not_understood.hint))
        return
    await answered(query, visitor)


@router.callback_query(Tick.filter())
async def tick(query: CallbackQuery, callback_data: Tick, visitor: Visitor | None) -> None:
    """Tick or untick one of several answers."""
    if visitor is not None and await is_current(query, visitor, callback_data.key):
        visitor.conversation.tick(callback_data.word, visitor.setting)
        await answered(query, visitor)


@router.callback_query(Ready.filter())
async def ready(query: CallbackQuery, callback_data: Ready, visitor: Visitor | None) -> None:
    """Take what is ticked as the answer."""
    if visitor is None or not await is_current(query, visitor, callback_data.key):
        return
    ticked = visitor.conversation.ticked(visitor.setting)
    walked = visitor.conversation.walk(visitor.setting)
    asked = visitor.conversation.current(walked)
    if asked is None:
        return
    kind = asked.question.answer(Context(walked.kept, visitor.setting, asked.subject))
    options: tuple[str, ...] = kind.options if isinstance(kind, ManyOf) else ()
    visitor.conversation.say(",".join(word for word in ticked if word in options) or NONE, visitor.setting)
    await answered(query, visitor)


@router.callback_query(Settle.filter())
async def settle(query: CallbackQuery, callback_data: Settle, visitor: Visitor | None) -> None:
    """Take what was meant by an amount."""
    if visitor is None or not await is_current(query, visitor, callback_data.key):
        return
    visitor.conversation.settle_doubt(callback_data.choice, visitor.setting)
    await answered(query, visitor)


@router.callback_query(Back.filter())
async def back(query: CallbackQuery, callback_data: Back, visitor: Visitor | None) -> None:
    """Ask the question before this one again."""
    if visitor is not None and await is_current(query, visitor, callback_data.key):
        visitor.conversation.go_back(visitor.setting)
        await answered(query, visitor)


@router.callback_query(Again.filter())
async def again(query: CallbackQuery, callback_data: Again, visitor: Visitor | None) -> None:
    """Ask one question again, from the review."""
    if visitor is None:
        return
    if visitor.conversation.walk(visitor.setting).find(callback_data.key) is None:
        await is_old(query, visitor)
        return
    visitor.conversation.ask_again(callback_data.key)
    await answered(query, visitor)


@router.callback_query(Show.filter(F.view.in_({"edit", "family", "member", "add", "add_age", "review"})))
async def look_at(query: CallbackQuery, callback_data: Show, visitor: Visitor | None) -> None:
    """Show the list of answers, the family, a member, or the review."""
    if visitor is None:
        return
    visitor.conversation.look_at(VIEWS.get(callback_data.view, View.INTERVIEW), callback_data.about or None)
    await answered(query, visitor)


@router.callback_query(Do.filter(F.what.in_({"add", "remove", "remove_yes", "check", "start_over"})))
async def change_family(query: CallbackQuery, callback_data: Do, visitor: Visitor | None) -> None:
    """Add the spouse, or take a member out; begin anew."""
    if visitor is None:
        return
    conversation, about = visitor.conversation, callback_data.about
    if callback_data.what == "start_over":
        visitor.conversation = Conversation()
    elif callback_data.what == "check":
        conversation.look_at(View.INTERVIEW)
    elif callback_data.what == "add" and about == SPOUSE:
        conversation.answers = with_spouse(conversation.answers)
        conversation.look_at(View.INTERVIEW)
    elif callback_data.what == "remove" and about in members(conversation.answers) and about != SELF:
        conversation.answers = without(conversation.answers, about)
        conversation.look_at(View.FAMILY)
    await answered(query, visitor)


@router.message(F.text & ~F.text.startswith("/") & ~F.forward_origin)
async def typed(message: Message, visitor: Visitor | None) -> None:
    """Take what was typed as the answer to the question on the screen."""
    if visitor is None or message.text is None:
        return
    try:
        take(visitor, message.text)
    except NotUnderstood as not_understood:
        await replies.say(message, visitor.texts.say(not_understood.hint))
        await replies.say(message, *visitor.screen())
        return
    await visitor.save()
    await replies.say(message, *visitor.screen())


def take(visitor: Visitor, text: str) -> None:
    """Take a typed text: an age where a member is being added, otherwise an answer."""
    conversation = visitor.conversation
    if conversation.view is View.ADD_AGE and conversation.about:
        add_member(visitor, conversation.about, text)
        return
    walked = conversation.walk(visitor.setting)
    asked = conversation.current(walked)
    if conversation.view is View.INTERVIEW and asked is not None:
        conversation.say(word_typed(visitor, asked, walked, text), visitor.setting)
        return
    raise NotUnderstood("hint-press-button")


def add_member(visitor: Visitor, group_name: str, text: str) -> None:
    """Add a member of a group by age."""
    group = next(group for group in GROUPS if group.name == group_name)
    told_on = visitor.setting.today
    context: Any = Context(visitor.conversation.answers, visitor.setting, group.name)
    for age in ages_of(group)(context).parse(text, told_on):
        visitor.conversation.answers = with_person(visitor.conversation.answers, group, age, told_on.isoformat())
    visitor.conversation.look_at(View.INTERVIEW)


async def answered(query: CallbackQuery, visitor: Visitor) -> None:
    """Save what was pressed, then show what comes next in place."""
    await visitor.save()
    await replies.show(query, *visitor.screen())


async def is_current(query: CallbackQuery, visitor: Visitor, key: str) -> bool:
    """Whether a button belongs to the question on the screen; otherwise it is said, and the screen shown anew."""
    asked = visitor.conversation.current(visitor.conversation.walk(visitor.setting))
    if visitor.conversation.view is View.INTERVIEW and asked is not None and asked.key == key:
        return True
    await is_old(query, visitor)
    return False


async def is_old(query: CallbackQuery, visitor: Visitor) -> None:
    """Answer a press on an old button; a second tap right after the first needs no words."""
    if visitor.is_quick:
        await replies.hint(query)
        return
    await replies.hint(query, visitor.texts.say("old-button"))
    await replies.show_below(query, *visitor.screen())
