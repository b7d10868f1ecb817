"""The questions of special circumstances, of what happened before, and of property (P4-P6, R3-R8)."""

from datetime import date
from typing import Final

from rules.household import AwardedMother, Birth, Disability, Holding
from rules.interview.answers import UNKNOWN, Answer, Day, ManyOf, OneOf, Years
from rules.interview.care_told import CARED_FROM, care_by_activity
from rules.interview.family import CARES_FOR, age_matters, close_adults, elderly_is_unknown, people_question
from rules.interview.household_from_answers import is_grown_up
from rules.interview.income_from_answers import amounts_of_circumstances
from rules.interview.kinds_of_answer import (
    adult_keys,
    among,
    chose,
    chosen_members,
    day_of_event,
    each,
    member_keys,
    one_of,
    somebody,
    still_due,
)
from rules.interview.money import AMOUNT_AND_MONTHS
from rules.interview.people_told import (
    ADULT_AGE,
    SELF,
    SPOUSE,
    STUDENTS,
    adults,
    everybody_told,
    living_together,
    person,
)
from rules.interview.places import Subject
from rules.interview.questionnaire import Context, Question, Repeat
from rules.interview.still_matters import birth_decides_benefits, birth_decides_who_counts, sex_matters
from rules.interview.who_earned import is_surely_of_pension_age
from rules.law_in_force import law_ends_on, law_in_force

ABSENCES: Final = (
    "work_elsewhere", "study_elsewhere", "left", "unsure", "state_support", "military", "detention", "treatment",
    "unknown",
)  # fmt: skip
COMMISSIONS: Final = (UNKNOWN, "need", "no_need", "examination_refused", "false_data")
CIRCUMSTANCES: Final = ("disability", "illness", "pension_age", "care", "student", "away", "elsewhere", "award")
HISTORY: Final = ("loan", "work_refused", "contract_broken", "commission", "property")


def history(context: Context) -> Answer:
    """Return what happened before; a loan only once loans count, though the quarter looked at be an earlier one.

    Property stands among it: it is asked for by name only of whom it concerns (R8).
    """
    loans_count = law_in_force(min(context.assessment_day.today, law_ends_on())).loans_count
    return ManyOf(tuple(word for word in HISTORY if word != "loan" or loans_count))


def amounts_by_circumstances(context: Context) -> list[Subject]:
    """Return the kind and the member of what special circumstances add to the income."""
    return amounts_of_circumstances(context.answers, law_in_force(context.assessment_day.on))


def birthday(context: Context) -> Answer:
    """Return the kind of answer for a birthday, which must fit the age that was told, give or take a year."""
    told = person(context.answers, context.subject.member)
    if told is None:
        return Day()
    on = date.fromisoformat(told.on)
    latest = Birth.at_age(max(told.age - 1, 0), on).latest
    born = Birth.at_age(told.age, on)
    return Day(near=(Birth.at_age(told.age + 1, on).earliest, latest), fits=(born.earliest, born.latest))


def told_people(context: Context) -> list[str]:
    """Return the young, of whichever group: their age decides what they get."""
    young = (told.key for told in everybody_told(context.answers) if told.age < ADULT_AGE or told.group is STUDENTS)
    return list(young)


def others(context: Context) -> list[str]:
    """Return all members but the applicant, and a spouse of whom it was said already where they are."""
    apart = {SPOUSE} if "spouse-apart" in context.answers else set()
    return [key for key in living_together(context.answers) if key not in {SELF, *apart}]


def not_yet_carers(context: Context) -> list[str]:
    """Return the grown-ups of whom it was not said already that they care for somebody."""
    return [key for key in adults(context.answers) if care_by_activity(context.answers, key) is None]


def elders(context: Context) -> Answer:
    """Return whose age decides; somebody it must be, for the family said that there is somebody."""
    return ManyOf(tuple(with_pension_age(context)), required=True)


def elders_of_unknown_age(context: Context) -> list[str]:
    """Return those of pension age whose age was not told with their name."""
    return [key for key in chosen_members("elders")(context) if person(context.answers, key) is None]


def with_pension_age(context: Context) -> list[str]:
    """Return whose age decides: the couple, who were not asked for it, and those of pension age by what was told."""
    law, answers = law_in_force(context.assessment_day.on), context.answers
    told = [person(answers, key) for key in adults(answers)]
    of_age = [other.key for other in told if other is not None and is_surely_of_pension_age(other, law)]
    return [*close_adults(context), *of_age]


def age_not_told(context: Context) -> bool:
    """Ask the age of somebody of pension age who works or keeps house: a pensioner was asked before."""
    return not age_matters(context)


def disability_groups(context: Context) -> Answer:
    """Return the groups of disability that a member can have."""
    if not is_grown_up(context.answers, context.subject.member):
        return OneOf((Disability.CHILD, Disability.GROUP_1, Disability.GROUP_2, Disability.GROUP_3))
    return OneOf((Disability.GROUP_1, Disability.GROUP_2, Disability.GROUP_3))


def property_matters(context: Context) -> bool:
    """Ask what of article 125 the family owns once the law names it (R8), where it said that there is something."""
    knows_property = law_in_force(context.assessment_day.on).all_who_live_together_count
    return knows_property and still_due("history", "property")(context)


def false_data_found(context: Context) -> bool:
    """Ask the day on which false data were submitted: the bar runs from it (R6)."""
    has_term = law_in_force(context.assessment_day.on).all_who_live_together_count  # the Social Code, which was read
    return has_term and context.answers.get("commission") == "false_data" and commission_was_there(context)


def commission_was_there(context: Context) -> bool:
    """Ask what the commission said where it was there, and where income does not rule the assistance out."""
    return still_due("history", "commission")(context)


SPECIAL: Final[tuple[Question | Repeat, ...]] = (
    Question("circumstances", lambda _context: ManyOf(CIRCUMSTANCES), "P6"),
    Question("history", history, "R3"),
    people_question(STUDENTS, "P3"),
    Repeat(amounts_by_circumstances, AMOUNT_AND_MONTHS),
    Repeat(each(told_people), (Question("birthday", birthday, "P3", birth_decides_who_counts),)),
    Question("away", among(others), "P4", somebody(others, chose("circumstances", "away"))),
    Repeat(each(chosen_members("away")), (Question("absence", one_of(*ABSENCES), "P4"),)),
    Question("disabled", among(member_keys), "P5", still_due("circumstances", "disability")),
    Repeat(each(chosen_members("disabled")), (Question("disability", disability_groups, "P5"),)),
    Question("ill", among(adult_keys), "P6", still_due("circumstances", "illness")),
    Question("elders", elders, "P5", still_due("circumstances", "pension_age")),
    Repeat(each(elders_of_unknown_age), (Question("years", lambda _context: Years(), "P5", age_not_told),)),
    Question("carers", among(not_yet_carers), "P6", somebody(not_yet_carers, still_due("circumstances", "care"))),
    Repeat(
        each(chosen_members("carers")),
        (
            Question("cared-for", one_of(*CARES_FOR), "P6"),
            Question("cared-age", lambda _context: Years(CARED_FROM), "P6-care", elderly_is_unknown),
        ),
    ),
    Question("elsewhere", among(member_keys), "P2", still_due("circumstances", "elsewhere")),
    Question("work-refused-on", day_of_event, "R4", still_due("history", "work_refused")),
    Question("contract-broken-on", day_of_event, "R5", still_due("history", "contract_broken")),
    Question(
        "award",
        one_of(AwardedMother.KUMIS_ALQA, AwardedMother.ALTYN_ALQA),
        "F2",
        chose("circumstances", "award"),
    ),
    Question("commission", one_of(*COMMISSIONS), "R3", commission_was_there),
    Question("false-data-on", day_of_event, "R6", false_data_found),
    Question("property", lambda _context: ManyOf(tuple(Holding)), "R8", property_matters),
    Repeat(each(told_people), (Question("birthday", birthday, "A4", birth_decides_benefits),)),
    Repeat(each(adult_keys), (Question("sex", one_of("female", "male"), "P5", sex_matters),)),
)
