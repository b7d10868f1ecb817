"""From the review: correct an answer, add a member of the family or take one out, begin anew."""

from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.conversation import Conversation, View
from handlers.interview import answered, is_old
from handlers.keyboards import Again, Do, Show, keyboard
from handlers.screens.screen_input import Screen
from handlers.session import HasBegun, Session
from rules.interview.people_told import GROUP_OF_NAME, SPOUSE, can_be_added, members
from rules.interview.questions import SECTIONS

router = Router(name="corrections")
router.callback_query.filter(HasBegun())

VIEWS: Final = {
    "review": View.INTERVIEW,
    **{view.value: view for view in (View.EDIT, View.FAMILY, View.MEMBER, View.REMOVE, View.ADD, View.ADD_AGE)},
}


@router.callback_query(Again.filter())
async def again(query: CallbackQuery, callback_data: Again, session: Session) -> None:
    """Ask one question again."""
    if session.conversation.walk(session.assessment_day).find(callback_data.key) is None:
        await is_old(query, session)
        return
    session.conversation.ask_again(callback_data.key)
    await answered(query, session)


@router.callback_query(Show.filter(F.view.in_(VIEWS)))
async def look_at(query: CallbackQuery, callback_data: Show, session: Session) -> None:
    """Show the answers, the family, a member, or the review."""
    view, about = VIEWS[callback_data.view], callback_data.about
    if not can_be_seen(session, view, about):
        await is_old(query, session)
        return
    session.conversation.look_at(view, about)
    await answered(query, session)


def can_be_seen(session: Session, view: View, about: str = "") -> bool:
    """Whether a view, asked for by a button that may be old, still has something to show."""
    conversation, kept = session.conversation, session.conversation.walk(session.assessment_day).kept
    if view is View.INTERVIEW:
        return True
    if view is View.EDIT:
        return about in set(SECTIONS) and ("household" in kept or conversation.is_complete(session.assessment_day))
    can_add = [name for name, group in GROUP_OF_NAME.items() if can_be_added(kept, group)]
    is_there = {View.MEMBER: members(kept), View.REMOVE: members(kept), View.ADD_AGE: can_add}
    if view is View.REMOVE and not conversation.can_remove(about):
        return False
    return "household" in kept and (view not in is_there or about in is_there[view])


@router.callback_query(Do.filter((F.what == "add") & (F.about == SPOUSE)))
async def add_spouse(query: CallbackQuery, session: Session) -> None:
    """Add the spouse."""
    if session.conversation.view is not View.ADD or session.conversation.has_spouse():
        await is_old(query, session)
        return
    session.conversation.add_spouse()
    await answered(query, session)


@router.callback_query(Do.filter(F.what == "remove"))
async def remove(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Take out the member about whom it was just asked."""
    conversation, key = session.conversation, callback_data.about
    if conversation.view is not View.REMOVE or conversation.about != key or not conversation.can_remove(key):
        await is_old(query, session)
        return
    removed = session.screen_input.names[key]
    conversation.remove(key)
    await session.save()
    await replies.show(query, *await session.screen(), toast=session.texts.say("family-removed", person=removed))


@router.callback_query(Do.filter(F.what.in_({"check", "resume"})))
async def go_on(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Go on with the questions; from the menu for today's quarter."""
    if callback_data.what == "check":
        session.begin_today()
    else:
        session.conversation.go_on()
    await session.show_below(query)


@router.callback_query(Do.filter(F.what == "start_over"))
async def ask_to_start_over(query: CallbackQuery, session: Session) -> None:
    """Ask whether the answers shall really go."""
    await session.save()  # its instant tells a second tap from an answer
    say = session.texts.say
    buttons = [
        [(say("button-start-over-yes"), Do(what="start_over_yes"))],
        [(say("button-start-over-no"), Do(what="resume"))],
    ]
    await replies.show(query, *session.of_family(Screen(say("start-over-ask"), keyboard(buttons))))


@router.callback_query(Do.filter(F.what == "start_over_yes"))
async def start_over(query: CallbackQuery, session: Session) -> None:
    """Begin with the first question, without the earlier answers; results stay."""
    if session.is_quick:
        await replies.hint(query, session.texts.say("double-tap"))
        return
    before = session.conversation
    session.conversation = Conversation(answering=before.answering, called=before.called)
    session.begin_today()
    await answered(query, session)
