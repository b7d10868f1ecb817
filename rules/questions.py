"""The questions, as data, in the order in which they are asked.

Each is asked only where it can still change the result. What the answers mean for the law is in told.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from rules.answers import NO, ONCE, UNKNOWN, YES, Ages, Answer, Day, ManyOf, OneOf, Tenge, Years
from rules.household import AwardedMother, Birth, Disability, Holding
from rules.kinds_of_money import allowance_kinds, income_kinds, one_off_kinds
from rules.law_on import law_ends_on, law_on
from rules.members import (
    ADULT_AGE,
    CHILDREN,
    GROWN,
    PARENTS,
    RELATIVES,
    SELF,
    SPOUSE,
    SPOUSE_APART,
    STUDENTS,
    Group,
    adults,
    everybody_told,
    is_there,
    living_together,
    members,
    person,
)
from rules.questionnaire import Context, Question, Repeat
from rules.regions import REGIONS
from rules.told import (
    ALL,
    CARED_FROM,
    NOBODY,
    SOME,
    birth_decides_benefits,
    birth_decides_who_counts,
    care_by_activity,
    cares_for_elderly,
    is_at_home,
    is_grown_up,
    knows_the_elderly,
    may_be_due,
    sex_matters,
    small_child_needs_carer,
)
from rules.told_money import KINDS_EARNED, amounts, amounts_of_circumstances, is_by_quarter
from rules.typed_money import Period

ACTIVITIES: Final = ("employed", "casual", "self_employed", "unemployed", "student", "pensioner", "carer", "none")
CARES_FOR: Final = ("child_under_3", "disabled_child", "disabled_adult", "elderly")
ABSENCES: Final = (
    "work_elsewhere", "study_elsewhere", "left", "unsure", "state_support", "military", "detention", "treatment",
    "unknown",
)  # fmt: skip
SPOUSE_ABSENCES: Final = ("work_elsewhere", "left", "unsure", "state_support", "military", "detention", "treatment")
NOWHERE: Final = "nowhere"
TOTAL: Final = Tenge(asked_for=Period.QUARTER)
STATUSES: Final = (ALL, SOME, NOBODY)
COMMISSIONS: Final = (UNKNOWN, "need", "no_need", "examination_refused", "false_data")
CIRCUMSTANCES: Final = (
    "disability", "illness", "pension_age", "care", "student", "away", "elsewhere", "loan",
    "work_refused", "contract_broken", "award", "commission",
)  # fmt: skip


def one_of(*options: str) -> Callable[[Context], Answer]:
    """Return a kind of answer with fixed buttons."""
    answer = OneOf(options)
    return lambda _context: answer


def ages_of(group: Group) -> Callable[[Context], Answer]:
    """Return the kind of answer for the ages of a group."""
    youngest, oldest = {"child": (0, 17), "student": (18, 22), "grown": (18, 120)}.get(group.name, (0, 120))
    answer = Ages(youngest, oldest, f"hint-{group.name if group in {CHILDREN, STUDENTS, GROWN} else 'people'}")
    return lambda _context: answer


def day_of_event(_context: Context) -> Answer:
    """Return the kind of answer for a day of the last years, which may be forgotten."""
    return Day(oldest_years=5)


def among(keys: Callable[[Context], Sequence[str]]) -> Callable[[Context], Answer]:
    """Return a kind of answer that chooses several of some members, or nobody."""
    return lambda context: ManyOf(tuple(keys(context)))


def earners(context: Context) -> Answer:
    """Return the grown-ups of whom at least one received an income that the family named."""
    return ManyOf(tuple(adult_keys(context)), required=True)


def chose(place: str, word: str) -> Callable[[Context], bool]:
    """Ask when a word was chosen in an earlier answer."""
    return lambda context: word in context.answers.get(place, [])


def still_due(place: str, word: str) -> Callable[[Context], bool]:
    """Ask when a word was chosen and income does not already rule the assistance out."""
    is_chosen = chose(place, word)
    return lambda context: is_chosen(context) and may_be_due(context.answers, context.setting)


def adult_keys(context: Context) -> list[str]:
    """Return the members who may work, earn or care."""
    return adults(context.answers)


def member_keys(context: Context) -> list[str]:
    """Return all members but a spouse who has left."""
    return living_together(context.answers)


def somebody(keys: Callable[[Context], Sequence[str]], when: Callable[[Context], bool]) -> Callable[[Context], bool]:
    """Ask when there is a member to choose, and a condition holds."""
    return lambda context: bool(keys(context)) and when(context)


def birthday(context: Context) -> Answer:
    """Return the kind of answer for a birthday, which must fit the age that was told, give or take a year."""
    told = person(context.answers, context.subject)
    if told is None:
        return Day()
    on = date.fromisoformat(told.on)
    latest = Birth.at_age(max(told.age - 1, 0), on).latest
    born = Birth.at_age(told.age, on)
    return Day(near=(Birth.at_age(told.age + 1, on).earliest, latest), fits=(born.earliest, born.latest))


def chosen_members(place: str) -> Callable[[Context], list[str]]:
    """Return the members that an earlier answer names, as far as they are still there."""
    return lambda context: [key for key in context.answers.get(place, []) if key in members(context.answers)]


def household_options(_context: Context) -> Answer:
    """Return who may live with the applicant, and the spouse who does not."""
    return ManyOf((SPOUSE, SPOUSE_APART, "children", "grown", "parents", "relatives"))


def not_entitled(context: Context) -> Answer:
    """Return the members of whom somebody, but not all, is neither citizen nor kandas nor resident."""
    return ManyOf(tuple(member_keys(context)), required=True)


def circumstances(context: Context) -> Answer:
    """Return the special circumstances; a loan only once loans count, though the quarter looked at be an earlier one.

    The family may change later, so all others are always there.
    """
    loans_count = law_on(min(context.setting.today, law_ends_on())).loans_count
    return ManyOf(tuple(word for word in CIRCUMSTANCES if word != "loan" or loans_count))


def earners_needed(context: Context) -> bool:
    """Ask who received it where more than one grown-up could have."""
    return len(adult_keys(context)) > 1


def usual_amounts(context: Context) -> list[str]:
    """Return `kind.member` for every amount of the usual income that counts."""
    return amounts(context.answers, law_on(context.setting.on))


def amounts_by_circumstances(context: Context) -> list[str]:
    """Return `kind.member` for what special circumstances add to the income."""
    return amounts_of_circumstances(context.answers, law_on(context.setting.on))


def kinds_earned(context: Context) -> list[str]:
    """Return the kinds of income for which it matters who received them."""
    return [kind for kind in context.answers.get("income-kinds", []) if kind in KINDS_EARNED]


def amount(context: Context) -> Answer:
    """Return the kind of answer for an amount: monthly income may differ from month to month."""
    return TOTAL if is_by_quarter(context.subject) else Tenge(may_differ=True)


def received_once(context: Context) -> list[str]:
    """Return the amount itself where it was received once, rather than each month."""
    return [context.subject] if context.answers.get(f"amount:{context.subject}") == ONCE else []


def months_that_differ(context: Context) -> list[str]:
    """Return `kind.member.month` (1 to 3) for an amount that was not the same each month."""
    if context.answers.get(f"amount:{context.subject}") != "differs":
        return []
    return [f"{context.subject}.{month}" for month in ("1", "2", "3")]


def age_matters(context: Context) -> bool:
    """Ask the age of the applicant or spouse only when they are pensioners: it may lie below pension age."""
    return context.answers.get(f"activity:{context.subject}") == "pensioner"


def age_not_told(context: Context) -> bool:
    """Ask the age of somebody of pension age who works or keeps house: a pensioner was asked before."""
    return not age_matters(context)


def cares(context: Context) -> bool:
    """Ask for whom a carer cares."""
    return context.answers.get(f"activity:{context.subject}") == "carer"


def elderly_is_unknown(context: Context) -> bool:
    """Ask how old the elderly person cared for is, where the age decides and no one member is known to be them."""
    if not cares_for_elderly(context.answers, context.subject):
        return False
    return law_on(context.setting.on).elderly_care_age is not None and not knows_the_elderly(
        context.answers, context.subject, context.setting
    )


def property_matters(context: Context) -> bool:
    """Ask what the family owns once the law names it (R8), and only where income does not rule the assistance out."""
    knows_property = law_on(context.setting.on).all_who_live_together_count
    return knows_property and may_be_due(context.answers, context.setting)


def false_data_found(context: Context) -> bool:
    """Ask the day on which false data were submitted: the bar runs from it (R6)."""
    has_term = law_on(context.setting.on).all_who_live_together_count  # the Social Code, which was read
    return has_term and context.answers.get("commission") == "false_data" and commission_was_there(context)


def commission_was_there(context: Context) -> bool:
    """Ask what the commission said where it was there, and where income does not rule the assistance out."""
    return still_due("circumstances", "commission")(context)


def small_child(context: Context) -> bool:
    """Ask whoever is at home whether they care for the child under 3, until somebody is said to."""
    return is_at_home(context.answers, context.subject) and small_child_needs_carer(context.answers, context.setting)


def disability_groups(context: Context) -> Answer:
    """Return the groups of disability that a member can have."""
    if not is_grown_up(context.answers, context.subject):
        return OneOf((Disability.CHILD, Disability.GROUP_1, Disability.GROUP_2, Disability.GROUP_3))
    return OneOf((Disability.GROUP_1, Disability.GROUP_2, Disability.GROUP_3))


def others(context: Context) -> list[str]:
    """Return all members but the applicant, and a spouse of whom it was said already where they are."""
    apart = {SPOUSE} if "spouse-apart" in context.answers else set()
    return [key for key in living_together(context.answers) if key not in {SELF, *apart}]


def not_yet_carers(context: Context) -> list[str]:
    """Return the grown-ups of whom it was not said already that they care for somebody."""
    return [key for key in adults(context.answers) if care_by_activity(context.answers, key) is None]


def close_adults(context: Context) -> list[str]:
    """Return the applicant and the spouse."""
    return [key for key in adults(context.answers) if key in {SELF, SPOUSE}]


def other_adults(context: Context) -> list[str]:
    """Return the grown-ups whose age was told; a student over 18 studies already."""
    return [key for key in adults(context.answers) if key not in {SELF, SPOUSE} and key[0] != STUDENTS.letter]


def told_people(context: Context) -> list[str]:
    """Return the young, of whichever group: their age decides what they get."""
    young = (told.key for told in everybody_told(context.answers) if told.age < ADULT_AGE or told.group is STUDENTS)
    return list(young)


def people_question(group: Group, rule: str) -> Repeat:
    """Ask the ages of a group in one line."""
    question = Question("people", ages_of(group), rule)
    return Repeat(lambda context: [group.name] if is_there(context.answers, group) else [], (question,))


AMOUNT_AND_MONTHS: Final = (
    Question("amount", amount, "I2"),
    Repeat(months_that_differ, (Question("month", lambda _context: Tenge(), "I2"),)),
    Repeat(received_once, (Question("once", lambda _context: TOTAL, "I2"),)),
)
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
IF_ENTITLED: Final[tuple[Question | Repeat, ...]] = (
    Question("household", household_options, "P3"),
    Question("spouse-apart", one_of(*SPOUSE_ABSENCES), "P3-left", chose("household", SPOUSE_APART)),
    people_question(CHILDREN, "P3"),
    people_question(GROWN, "P3"),
    people_question(PARENTS, "P3"),
    Question(
        "relatives",
        lambda _context: ManyOf(tuple(group.name for group in RELATIVES), required=True),
        "P3",
        chose("household", "relatives"),
    ),
    *(people_question(group, "P3") for group in RELATIVES),
    Question("not-entitled", not_entitled, "P1", lambda context: context.answers.get("status") == SOME),
    Repeat(
        close_adults,
        (
            Question("activity", one_of(*ACTIVITIES), "P5"),
            Question("years", lambda _context: Years(), "P5", age_matters),
            *CARE,
        ),
    ),
    Repeat(
        other_adults,
        (
            Question("activity", one_of(*ACTIVITIES), "P5"),
            *CARE,
        ),
    ),
    Question("income-kinds", income_kinds, "I3"),
    Question("allowance-kinds", allowance_kinds, "I3", chose("income-kinds", "allowance")),
    Question("one-off-kinds", one_off_kinds, "I4a", chose("income-kinds", "one_off")),
    Repeat(kinds_earned, (Question("earners", earners, "I3", earners_needed),)),
    Repeat(usual_amounts, AMOUNT_AND_MONTHS),
    Question("circumstances", circumstances, "P6"),
    people_question(STUDENTS, "P3"),
    Repeat(amounts_by_circumstances, AMOUNT_AND_MONTHS),
    Repeat(told_people, (Question("birthday", birthday, "P3", birth_decides_who_counts),)),
    Question("away", among(others), "P4", somebody(others, chose("circumstances", "away"))),
    Repeat(chosen_members("away"), (Question("absence", one_of(*ABSENCES), "P4"),)),
    Question("disabled", among(member_keys), "P5", still_due("circumstances", "disability")),
    Repeat(chosen_members("disabled"), (Question("disability", disability_groups, "P5"),)),
    Question("ill", among(adult_keys), "P6", still_due("circumstances", "illness")),
    Question("elders", among(close_adults), "P5", still_due("circumstances", "pension_age")),
    Repeat(chosen_members("elders"), (Question("years", lambda _context: Years(), "P5", age_not_told),)),
    Question("carers", among(not_yet_carers), "P6", somebody(not_yet_carers, still_due("circumstances", "care"))),
    Repeat(
        chosen_members("carers"),
        (
            Question("cared-for", one_of(*CARES_FOR), "P6"),
            Question("cared-age", lambda _context: Years(CARED_FROM), "P6-care", elderly_is_unknown),
        ),
    ),
    Question("elsewhere", among(member_keys), "P2", still_due("circumstances", "elsewhere")),
    Question("work-refused-on", day_of_event, "R4", still_due("circumstances", "work_refused")),
    Question("contract-broken-on", day_of_event, "R5", still_due("circumstances", "contract_broken")),
    Question(
        "award",
        one_of(AwardedMother.KUMIS_ALQA, AwardedMother.ALTYN_ALQA),
        "F2",
        chose("circumstances", "award"),
    ),
    Question("commission", one_of(*COMMISSIONS), "R3", commission_was_there),
    Question("false-data-on", day_of_event, "R6", false_data_found),
    Question("property", lambda _context: ManyOf(tuple(Holding)), "R8", property_matters),
    Repeat(told_people, (Question("birthday", birthday, "A4", birth_decides_benefits),)),
    Repeat(adult_keys, (Question("sex", one_of("female", "male"), "P5", sex_matters),)),
)


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


QUESTIONS: Final = (*FIRST, *map(unless_nobody_is_entitled, IF_ENTITLED))
