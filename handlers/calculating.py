"""From answers to a result: worked out, frozen with all that it takes to work it out again, and shown."""

from typing import Any, Final

from aiogram.types import CallbackQuery, Message

from bot.store.assessments import FrozenAssessment, ShownResult
from handlers import replies
from handlers.conversation import View
from handlers.screens import result
from handlers.session import Session
from rules import Quarter, assess, other_help_record, record_of
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import GROUPS, place_of
from rules.replay import inputs_record
from rules.what_would_change import record_of_doors, what_would_change

PLACES_OF_MEMBERS: Final = ("household", "spouse-apart", "relatives", "circumstances", *map(place_of, GROUPS))


async def calculated(session: Session) -> FrozenAssessment:
    """Assess the family of the answers, which are complete, and freeze the result: it is what the person sees now."""
    conversation, setting = session.conversation, session.setting
    answers = conversation.walk(setting).kept
    household = household_from(answers, setting)
    assessment = assess(household, setting.on, setting.lines)
    shown: ShownResult = {
        "record": record_of(assessment),
        "answers": _of_members(answers),
        "base_months": list(conversation.base_months_told()),
        "inputs": inputs_record(household, assessment.law),
        "other_help": other_help_record(household, assessment),
    }
    if Quarter.of(setting.on) == Quarter.of(setting.today):  # of other quarters the income was told of other months
        shown["doors"] = record_of_doors(what_would_change(household, setting.on, setting.lines))
    return await session.freeze_result(shown)


async def go_on(event: CallbackQuery | Message, session: Session, said_back: str = "") -> None:
    """Show what comes after an answer: the next question, or the new result where it was corrected from one."""
    conversation = session.conversation
    is_corrected = conversation.corrects and conversation.view is View.INTERVIEW
    if not is_corrected or conversation.current(session.setting) is not None:
        await session.ask_next(event, said_back)
        return
    text, shown = result.headline(session.texts, await calculated(session), session.setting.today)
    await replies.say(event, f"{said_back}\n\n{text}" if said_back else text, shown)


def _of_members(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers by which the members of a frozen result are named."""
    return {place: answers[place] for place in PLACES_OF_MEMBERS if place in answers}
