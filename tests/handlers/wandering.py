"""Somebody who answers at random: every kind of answer, every button, in a family that keeps changing."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from handlers.conversation import Conversation, View
from rules import PovertyLines, Quarter
from rules.interview.answers import DIFFERS, ONCE, UNKNOWN, Ages, Day, ManyOf, NotUnderstoodError, OneOf, Tenge, Years
from rules.interview.people_told import GROUPS, members
from rules.interview.questionnaire import Asked, AssessmentDay, Context

TODAY: Final = date(2026, 5, 12)
SUMS: Final = ("0", "700", "45 мың", "150 000", "80–120 мың", "450 000", "15 млн", UNKNOWN)
DAYS: Final = ("15.01.2026", "2026 жылғы 1 мамыр", "01.02.2025")
OFFERED: Final = {
    "scale": ("month", "quarter"),
    "thousands": ("typed", "larger"),
    "large": ("typed",),
    "dont_know": (UNKNOWN,),
}
LAST_STEP: Final = 100
DAY_OF_QUARTER: Final[dict[str | None, AssessmentDay]] = {}


def assessment_day_of(conversation: Conversation) -> AssessmentDay:
    """Return the day of a conversation today, with no published line: the same for each in which nothing else is said.

    A conversation walks through its questions once for a day, and anew for another, be that the same day.
    """
    if conversation.quarter not in DAY_OF_QUARTER:
        DAY_OF_QUARTER[conversation.quarter] = conversation.assessment_day(TODAY, PovertyLines())
    return DAY_OF_QUARTER[conversation.quarter]


def wander(seed: int) -> Iterator[Conversation]:
    """Yield the conversation after every step, as far as the review and then on through its corrections."""
    chance = random.Random(seed)  # noqa: S311, no secret
    conversation = Conversation()
    for _ in range(LAST_STEP):
        yield conversation
        step(conversation, chance)
        conversation = Conversation.of(conversation.document())  # as storage gives it back


def step(conversation: Conversation, chance: random.Random) -> None:
    """Answer what is asked, or go about."""
    assessment_day = assessment_day_of(conversation)
    asked = conversation.current(assessment_day)
    if asked is None or chance.random() < 0.07:
        go_about(conversation, assessment_day, chance)
    elif conversation.doubt is not None:
        conversation.settle_doubt(chance.choice(OFFERED[conversation.doubt["kind"]]), assessment_day)
    else:
        answer(conversation, asked, assessment_day, chance)


def answer(conversation: Conversation, asked: Asked, assessment_day: AssessmentDay, chance: random.Random) -> None:
    """Answer the question on the screen with one of its answers."""
    kind = asked.question.answer(Context(conversation.walk(assessment_day).kept, assessment_day, asked.subject))
    if isinstance(kind, ManyOf):
        for word in kind.options:
            if chance.random() < 0.4:
                conversation.tick(word, assessment_day)
        try:
            conversation.say_ticked(assessment_day)
        except NotUnderstoodError:
            conversation.tick(chance.choice(kind.options), assessment_day)
        return
    conversation.say(typed(kind, chance), assessment_day)


def typed(kind: Any, chance: random.Random) -> str:
    """Return what somebody may type for a kind of answer."""
    match kind:
        case OneOf(options):
            return str(chance.choice(options))
        case Ages(youngest, oldest, most=most):
            many = min(chance.randint(1, 4), most)
            return " ".join(str(chance.randint(youngest, min(oldest, 70))) for _ in range(many))
        case Years():
            return str(chance.randint(57, 64))
        case Day():
            days = tuple(f"{day:%d.%m.%Y}" for day in kind.near) if kind.near else DAYS
            return chance.choice((*days, UNKNOWN) if kind.may_be_unknown else DAYS)
        case Tenge(may_differ=may_differ):
            return chance.choice((*SUMS, DIFFERS, ONCE) if may_differ else SUMS)
    raise AssertionError(f"a kind of answer that is not known here: {kind}")


def go_about(conversation: Conversation, assessment_day: AssessmentDay, chance: random.Random) -> None:
    """Go back, correct an answer, look at another quarter, add or remove somebody."""
    walked = conversation.walk(assessment_day)
    match chance.randrange(5):
        case 0:
            conversation.go_back(assessment_day)
        case 1 if walked.asked:
            conversation.ask_again(chance.choice(walked.asked).key)
        case 2:
            quarter = Quarter(chance.randint(2020, 2025), chance.randint(1, 4))
            conversation.look_at_quarter(chance.choice((quarter, Quarter.of(TODAY))), TODAY)
        case 3 if "household" in conversation.answers:
            add_somebody(conversation, assessment_day, chance)
        case 4:
            removable = [key for key in members(conversation.answers) if conversation.can_remove(key)]
            if removable and chance.random() < 0.5:
                conversation.remove(chance.choice(removable))
                conversation.look_at(View.INTERVIEW)


def add_somebody(conversation: Conversation, assessment_day: AssessmentDay, chance: random.Random) -> None:
    """Add the spouse, or a member of some group."""
    if not conversation.has_spouse() and chance.random() < 0.3:
        conversation.add_spouse()
        return
    group = chance.choice(GROUPS)
    conversation.look_at(View.ADD_AGE, group.name)
    conversation.add_people({"child": "3", "student": "20"}.get(group.name, "44"), assessment_day)
