"""The questions, as data, in the order in which they are asked, section by section.

Each is asked only where it can still change the result. What the answers mean for the law
is in household_from_answers.py.
"""

from bisect import bisect_right
from dataclasses import replace
from enum import StrEnum
from itertools import accumulate
from typing import Final

from rules.interview.family import FIRST, WHO_AND_WHAT
from rules.interview.household_from_answers import NOBODY
from rules.interview.money import USUAL_INCOME
from rules.interview.questionnaire import Context, Question, Repeat, Walk
from rules.interview.special import SPECIAL


class Section(StrEnum):
    """The parts of the interview, as a person is told where they are; the last is the review of the answers."""

    FAMILY = "family"
    MONEY = "money"
    SPECIAL = "special"
    CHECK = "check"


def unless_nobody_is_entitled(asked: Question | Repeat) -> Question | Repeat:
    """Return a question that is asked only of a family somebody of which may get the assistance (P1)."""
    if isinstance(asked, Repeat):
        subjects = asked.subjects
        return replace(asked, subjects=lambda context: subjects(context) if somebody_entitled(context) else [])
    asked_when = asked.asked_when
    return replace(asked, asked_when=lambda context: somebody_entitled(context) and asked_when(context))


def somebody_entitled(context: Context) -> bool:
    """Whether nobody said that all of the family are without citizenship and residence."""
    return context.answers.get("status") != NOBODY


SECTIONS: Final[dict[Section, tuple[Question | Repeat, ...]]] = {
    Section.FAMILY: (*FIRST, *map(unless_nobody_is_entitled, WHO_AND_WHAT)),
    Section.MONEY: tuple(map(unless_nobody_is_entitled, USUAL_INCOME)),
    Section.SPECIAL: tuple(map(unless_nobody_is_entitled, SPECIAL)),
}
QUESTIONS: Final = tuple(question for section in SECTIONS.values() for question in section)
_BEGINS: Final = tuple(accumulate((len(section) for section in SECTIONS.values()), initial=0))


def section_of(walked: Walk, key: str) -> Section:
    """Return the section in which the question of a key is asked of this family."""
    entry = bisect_right(walked.begun, walked.keys.index(key)) - 1
    return tuple(SECTIONS)[bisect_right(_BEGINS, entry) - 1]
