"""What is frozen of a result: all of it that is shown later, worked out once from the answers."""

from collections.abc import Iterable
from typing import Any, Final, cast

from bot.store.assessments import FrozenAssessment, ShownResult
from bot.wording.compared import due_a_month
from handlers.conversation import Conversation
from rules import Quarter
from rules.frozen_result import ResultBefore, frozen_result
from rules.interview.household_from_answers import household_from
from rules.interview.narrowing import way_out
from rules.interview.people_told import GROUPS, place_of
from rules.interview.questionnaire import AssessmentDay

PLACES_OF_MEMBERS: Final = ("household", "spouse-apart", "relatives", "circumstances", *map(place_of, GROUPS))


def shown_result(conversation: Conversation, assessment_day: AssessmentDay) -> ShownResult:
    """Assess the family of a complete conversation."""
    walked = conversation.walk(assessment_day)
    # of other quarters the income was told of other months
    is_of_today = Quarter.of(assessment_day.on) == Quarter.of(assessment_day.today)
    household = household_from(walked.kept, assessment_day)
    found = way_out(walked) if is_of_today else None
    return cast(
        "ShownResult",
        {
            **frozen_result(household, assessment_day.on, assessment_day.lines, looks_ahead=is_of_today),
            "answers": _of_members(walked.kept),
            "base_months": list(conversation.base_months_told()),
            **({} if found is None else {"way_out": found}),
        },
    )


def with_before(shown: ShownResult, made: Iterable[FrozenAssessment]) -> ShownResult:
    """Return a result with what was shown of the last quarter before it whose own months were told."""
    told = [one.record["record"] for one in made if _is_of_its_own_months(one.record)]
    earlier = [record for record in told if record["quarter"] < shown["record"]["quarter"]]
    if not earlier:
        return shown
    last = max(earlier, key=lambda record: record["quarter"])
    before: ResultBefore = {"quarter": last["quarter"], "outcome": last["outcome"], "tenge": due_a_month(last)}
    return {**shown, "before": before}


def _is_of_its_own_months(shown: ShownResult) -> bool:
    return shown.get("base_months") == list(shown["record"]["base_months"])


def _of_members(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers by which the members of a frozen result are named."""
    return {place: answers[place] for place in PLACES_OF_MEMBERS if place in answers}
