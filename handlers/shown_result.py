"""What is frozen of a result: all of it that is shown later, worked out once from the answers."""

from typing import Any, Final

from bot.store.assessments import ShownResult
from handlers.conversation import Conversation
from rules import Quarter, assess, other_help_record, record_of
from rules.interview.household_from_answers import household_from
from rules.interview.narrowing import way_out
from rules.interview.people_told import GROUPS, place_of
from rules.interview.questionnaire import Setting
from rules.replay import inputs_record
from rules.what_would_change import record_of_doors, what_would_change

PLACES_OF_MEMBERS: Final = ("household", "spouse-apart", "relatives", "circumstances", *map(place_of, GROUPS))


def shown_result(conversation: Conversation, setting: Setting) -> ShownResult:
    """Assess the family of a complete conversation."""
    walked = conversation.walk(setting)
    household = household_from(walked.kept, setting)
    assessment = assess(household, setting.on, setting.lines)
    shown: ShownResult = {
        "record": record_of(assessment),
        "answers": _of_members(walked.kept),
        "base_months": list(conversation.base_months_told()),
        "inputs": inputs_record(household, assessment.law),
        "other_help": other_help_record(household, assessment),
    }
    if Quarter.of(setting.on) == Quarter.of(setting.today):  # of other quarters the income was told of other months
        shown["doors"] = record_of_doors(what_would_change(household, setting.on, setting.lines))
        found = way_out(walked)
        if found is not None:
            shown["way_out"] = found
    return shown


def _of_members(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers by which the members of a frozen result are named."""
    return {place: answers[place] for place in PLACES_OF_MEMBERS if place in answers}
