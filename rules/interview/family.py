"""The questions of who the family are, where they live and what they do (P1-P6)."""

from collections.abc import Callable
from typing import Final

from rules.interview.answers import NO, YES, Ages, Answer, ManyOf, OneOf, Years
from rules.interview.care_told import (
    CARED_FROM,
    cares_for_elderly,
    has_small_child,
    is_at_home,
    knows_the_elderly,
    small_child_needs_carer,
)
from rules.interview.grown_older import OLDEST, oldest_to_tell
from rules.interview.household_from_answers import ALL, NOBODY, SOME
from rules.interview.kinds_of_answer import chose, each, member_keys, one_of
from rules.interview.people_told import (
    ADULT_AGE,
    AT_MOST_ONE,
    CHILDREN,
    GROWN,
    PARENTS,
    RELATIVES,
    SELF,
    SPOUSE,
    SPOUSE_APART,
    STUDENTS,
    TOLD_BEFORE,
    Group,
    adults,
    is_there,
)
from rules.interview.places import PEOPLE, Subject, told_of
from rules.interview.questionnaire import Context, Question, Repeat
from rules.interview.who_earned import AT_HOME_WITH_BABY, workers_of_whom_age_says_nothing
from rules.law_in_force import law_in_force
from rules.regions import REGIONS

NOWHERE: Final = "nowhere"
STATUSES: Final = (ALL, SOME, NOBODY)
ACTIVITIES: Final = ("employed", "casual", "self_employed", "unemployed", "student", "pensioner", "carer", "none")
WITHOUT_BABY: Final = OneOf(ACTIVITIES)
WITH_BABY: Final = OneOf((*ACTIVITIES[:-2], AT_HOME_WITH_BABY, *ACTIVITIES[-2:]))
CARES_FOR: Final = ("child_under_3", "disabled_child", "disabled_adult", "elderly")
SPOUSE_ABSENCES: Final = ("work_elsewhere", "left", "unsure", "state_support", "military", "detention", "treatment")
OLDEST_AGE: Final = 120
YOUNGEST_PARENT: Final = 25  # of somebody who is grown up, or nearly: a smaller number is a slip


def ages_of(group: Group) -> Callable[[Context], Answer]:
    """Return the kind of answer for the ages of a group."""
    if group in OLDEST:
        youngest = {CHILDREN: 0, STUDENTS: ADULT_AGE}[group]
        return lambda context: Ages(youngest, oldest_of(context, group), f"hint-{group.name}")
    answer = Ages(ADULT_AGE, OLDEST_AGE, "hint-grown") if group is GROWN else Ages(0, OLDEST_AGE, "hint-people")
    if group in AT_MOST_ONE:
        answer = Ages(YOUNGEST_PARENT, OLDEST_AGE, "hint-one-age", most=1)
    return lambda _context: answer


def oldest_of(context: Context, group: Group) -> int:
    """Return the greatest age that can be told of a group that people leave by a birthday."""
    return oldest_to_tell(context.answers, group, context.assessment_day.today)


def told_before(context: Context, place: str) -> list[str]:
    """Return the words of an earlier version of the question that were chosen: they can be left out again."""
    words = [group.word for group in TOLD_BEFORE if group.chosen_in == place]
    return [word for word in words if word in context.answers.get(place, [])]


def household_options(context: Context) -> Answer:
    """Return who may live with the applicant, and the spouse who does not."""
    words = (SPOUSE, "children", SPOUSE_APART, "grown", *(group.word for group in PARENTS))
    return ManyOf((*words, *told_before(context, "household"), "relatives"))


def relatives_options(context: Context) -> Answer:
    """Return which other relatives may live with the applicant."""
    return ManyOf((*told_before(context, "relatives"), *(group.word for group in RELATIVES)), required=True)


def not_entitled(context: Context) -> Answer:
    """Return the members of whom somebody, but not all, is neither citizen nor kandas nor resident."""
    return ManyOf(tuple(member_keys(context)), required=True)


def activities(context: Context) -> Answer:
    """Return what somebody may do; at home with a baby only where there is one."""
    has_baby = has_small_child(context.answers, context.assessment_day)
    return WITH_BABY if has_baby else WITHOUT_BABY


def small_child(context: Context) -> bool:
    """Ask whoever is at home whether they care for the child under 3, until somebody is said to."""
    is_home = is_at_home(context.answers, context.subject.member)
    return is_home and small_child_needs_carer(context.answers, context.assessment_day)


def cares(context: Context) -> bool:
    """Ask for whom a carer cares."""
    return told_of(context.answers, "activity", context.subject.member) == "carer"


def elderly_is_unknown(context: Context) -> bool:
    """Ask how old the elderly person cared for is, where the age decides and no one member is known to be them."""
    answers, assessment_day, carer = context.answers, context.assessment_day, context.subject.member
    if not cares_for_elderly(answers, carer):
        return False
    return law_in_force(assessment_day.on).elderly_care_age is not None and not knows_the_elderly(
        answers, carer, assessment_day
    )


def age_matters(context: Context) -> bool:
    """Ask the age of the applicant or spouse only when they are pensioners: it may lie below pension age."""
    return told_of(context.answers, "activity", context.subject.member) == "pensioner"


def close_adults(context: Context) -> list[str]:
    """Return the applicant and the spouse."""
    return [key for key in adults(context.answers) if key in {SELF, SPOUSE}]


def other_adults(context: Context) -> list[str]:
    """Return the grown-ups whose age was told and leaves open what they do."""
    return workers_of_whom_age_says_nothing(context.answers, law_in_force(context.assessment_day.on))


def people_question(group: Group, rule: str) -> Repeat:
    """Ask the ages of a group in one line."""
    question, subject = Question(PEOPLE, ages_of(group), rule), Subject(group=group.name)
    return Repeat(lambda context: [subject] if is_there(context.answers, group) else [], (question,))


CARE: Final = (
    Question("cares-for", one_of(*CARES_FOR), "P6", cares),
    Question("cared-age", lambda _context: Years(CARED_FROM), "P6-care", elderly_is_unknown),
    Question("small-child", one_of(YES, NO), "P6", small_child),
)

FIRST: Final[tuple[Question | Repeat, ...]] = (
    Question("region", one_of(*REGIONS, NOWHERE), "L1"),
    Question("region-lived", one_of(*REGIONS), "P2", lambda context: context.answers.get("region") == NOWHERE),
    Question("status", one_of(*STATUSES), "P1"),
)
WHO_AND_WHAT: Final[tuple[Question | Repeat, ...]] = (
    Question("household", household_options, "P3"),
    Question("spouse-apart", one_of(*SPOUSE_ABSENCES), "P3-left", chose("household", SPOUSE_APART)),
    people_question(CHILDREN, "P3"),
    people_question(GROWN, "P3"),
    *(people_question(group, "P3") for group in (*PARENTS, *TOLD_BEFORE) if group.chosen_in == "household"),
    Question("relatives", relatives_options, "P3", chose("household", "relatives")),
    *(people_question(group, "P3") for group in (*TOLD_BEFORE, *RELATIVES) if group.chosen_in == "relatives"),
    Question("not-entitled", not_entitled, "P1", lambda context: context.answers.get("status") == SOME),
    Repeat(
        each(close_adults),
        (
            Question("activity", activities, "P5"),
            Question("years", lambda _context: Years(), "P5", age_matters),
            *CARE,
        ),
    ),
    Repeat(
        each(other_adults),
        (
            Question("activity", activities, "P5"),
            *CARE,
        ),
    ),
)
