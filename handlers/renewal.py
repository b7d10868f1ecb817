"""In a new quarter: what was told in the one before is still so, or has changed; in the end there is a new result."""

import asyncio
from collections.abc import Sequence
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import replies
from handlers.conversation import Conversation, View
from handlers.interview import answered, is_old
from handlers.keyboards import StillSo
from handlers.screens.renewal import at_once, is_all_at_once
from handlers.screens.summary import line
from handlers.session import HasBegun, Session
from rules.interview.questionnaire import Asked, AssessmentDay
from rules.interview.renewal import OF_BASE_MONTHS, screen_before

router = Router(name="renewal")
router.callback_query.filter(HasBegun())

AT_ONCE: Final = frozenset({"all", "each"})
"""What is said of all answers at once; the rest is said of the few on one screen."""


@router.callback_query(StillSo.filter())
async def say_whether(query: CallbackQuery, callback_data: StillSo, session: Session) -> None:
    """Take answers as still so, ask what has changed, or go on one by one."""
    conversation, lines = session.conversation, session.conversation.step(session.assessment_day).lines
    if not lines or not _is_on_screen(query, callback_data, session):
        await is_old(query, session)
    elif session.is_quick:
        await replies.hint(query, session.texts.say("double-tap"))
    elif callback_data.what in {"yes", "all"}:
        await _confirm(query, session, at_once(session.screen_input) if callback_data.what == "all" else lines)
    else:
        if callback_data.what == "no":
            _ask_what_has_changed(conversation, lines)
        elif callback_data.what == "back":
            _go_back(conversation, lines, session.assessment_day)
        else:
            _look(conversation, one_by_one=True)
        await answered(query, session)


def _is_on_screen(query: CallbackQuery, pressed: StillSo, session: Session) -> bool:
    """Whether a button belongs to the lines on the screen."""
    conversation = session.conversation
    first = conversation.step(session.assessment_day).first
    is_newest = query.message is None or query.message.message_id > conversation.buttons_after
    is_shown = conversation.view in {View.INTERVIEW, View.CHANGED} and first is not None and first.key == pressed.key
    return is_newest and is_shown and (pressed.what in AT_ONCE) == is_all_at_once(session.screen_input)


async def _confirm(query: CallbackQuery, session: Session, lines: Sequence[Asked]) -> None:
    """Keep that answers are still so, leave them below the press, and go on; after the last one with the result."""
    told = "\n".join(f"✓ {line(session.screen_input, asked)}" for asked in lines)
    session.conversation.confirm(lines, session.assessment_day)
    _look(session.conversation, one_by_one=True)
    is_in_a_hurry = session.is_in_a_hurry
    stood_in = query.message.message_id if query.message else session.question_in
    await session.save()
    await asyncio.gather(replies.hint(query), session.ask_next(query))
    if not is_in_a_hurry:
        await replies.leave(query, stood_in, told)


def _ask_what_has_changed(conversation: Conversation, lines: Sequence[Asked]) -> None:
    """Ask the one question again, or which of several."""
    if len(lines) == 1:
        conversation.ask_again(lines[0].key)
    else:
        conversation.look_at(View.CHANGED)


def _go_back(conversation: Conversation, lines: Sequence[Asked], assessment_day: AssessmentDay) -> None:
    """Let what was on the screen before be confirmed or told once more; before the first line all are shown at once."""
    before = screen_before(conversation.walk(assessment_day), lines)
    if conversation.renewal is None:
        return
    conversation.look_at(View.INTERVIEW)
    if not before:
        _look(conversation, one_by_one=False)
    elif before[-1].question.id in OF_BASE_MONTHS:
        conversation.ask_again(before[-1].key)
    else:
        still_open = [*conversation.renewal["open"], *(asked.key for asked in before)]
        conversation.renewal = {"open": still_open, "one_by_one": True}


def _look(conversation: Conversation, *, one_by_one: bool) -> None:
    """Show all answers at once, or one by one."""
    if conversation.renewal is not None:
        conversation.look_at(View.INTERVIEW)
        conversation.renewal = {**conversation.renewal, "one_by_one": one_by_one}
