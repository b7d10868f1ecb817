"""What somebody does and who earned what: what the age or the activity says already is not asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rules.household import Activity, Birth, Sex
from rules.interview.people_told import SELF, SPOUSE, STUDENTS, Person, adults, group_of, person
from rules.interview.places import EARNERS, Subject, stored_at, told_of
from rules.law_in_force import LawInForce
from rules.who_counts import months_at_ends

Answers = Mapping[str, Any]

KINDS_EARNED: Final = ("wage", "casual_work", "self_employment", "pension", "stipend", "employment_measure")
EARNED_BY: Final[dict[str, str]] = {
    "wage": Activity.EMPLOYED,
    "casual_work": Activity.CASUAL,
    "self_employment": Activity.SELF_EMPLOYED,
    "stipend": Activity.STUDENT,
}
AT_HOME_WITH_BABY: Final = "with_baby"
"""An activity of the chat alone: on maternity leave, or at home with a baby; to the law a carer of a child under 3."""
EARNS_NOTHING: Final = (Activity.PENSIONER, Activity.CARER, Activity.NONE, AT_HOME_WITH_BABY)


def is_surely_of_pension_age(told: Person, law: LawInForce) -> bool:
    """Whether an age that was told lies above pension age on the day of the law, whatever the birthday (P5)."""
    youngest, _ = months_at_ends(Birth.at_age(told.age, date.fromisoformat(told.on)), law.day)
    is_woman = told.group.sex is Sex.FEMALE
    return youngest >= (law.pension_months_women if is_woman else law.pension_months_men)


def workers_of_whom_age_says_nothing(answers: Answers, law: LawInForce) -> list[str]:
    """Return the grown-ups who are asked what they do: neither a student over 18 nor anybody of pension age."""
    others = [person(answers, key) for key in adults(answers) if key not in {SELF, SPOUSE}]
    told = [other for other in others if other is not None and other.group is not STUDENTS]
    return [other.key for other in told if not is_surely_of_pension_age(other, law)]


def receivers(answers: Answers, kind: str, law: LawInForce) -> list[str]:
    """Return who received a kind of income: as told, or as it is known; the family's own is the applicant's."""
    there = _possible(answers)
    if kind not in KINDS_EARNED or len(there) == 1:
        return [SELF]
    told = answers.get(stored_at(EARNERS, Subject(kind)))
    if told is None:
        known = known_receiver(answers, kind, law)
        return [] if known is None else [known]
    return [key for key in there if key in told]


def known_receiver(answers: Answers, kind: str, law: LawInForce) -> str | None:
    """Return the one who must have received it: the only pensioner, or who alone works among people at home."""
    there = _possible(answers)
    doing = {key: _activity(answers, key, law) for key in there}
    if kind == "pension":
        found = [key for key in there if doing[key] == Activity.PENSIONER]
    elif kind in EARNED_BY:
        found = [key for key in there if doing[key] == EARNED_BY[kind]]
        if any(doing[key] not in EARNS_NOTHING for key in there if key not in found):
            return None  # somebody who looks for work, or does other work, may have had it
    else:
        return None
    return found[0] if len(found) == 1 else None


def _activity(answers: Answers, key: str, law: LawInForce) -> str | None:
    told = person(answers, key)
    if told is not None and is_surely_of_pension_age(told, law):
        return Activity.PENSIONER
    return told_of(answers, "activity", key)


def _possible(answers: Answers) -> list[str]:
    return [key for key in adults(answers) if group_of(key) is not STUDENTS]
