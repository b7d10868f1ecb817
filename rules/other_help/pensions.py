"""Pension age: the basic pension, which asks for no work, and the pension by age for work before 1998 (H19, H20)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rules.household import Activity, IncomeKind, Relationship, Sex
from rules.law_in_force import MONTHS_IN_YEAR, LawInForce
from rules.other_help.kind import AT_THE_STATE_CORPORATION, DUE, MAY_BE_DUE, NEAR, Claim, Kind, Missed
from rules.other_help.shown import PARTNERS, Shown, draws_pension
from rules.other_help.words import Begins, Fact, Lacks, Lasts, Open, Paid
from rules.other_help.worth import between, whole
from rules.parameters import value_of
from rules.quarters import add_months
from rules.who_counts import Standing, months_old, reached_pension_age

LEAST, MOST = "basic_pension_minimum_share", "basic_pension_maximum_share"
AGE: Final = {Sex.FEMALE: "pension_age_women", Sex.MALE: "pension_age_men"}
MOTHERS_AGE, CHILD_AGE = "early_pension_age_mother_of_5_children", "early_pension_child_age"
MOTHER_OF: Final = 5  # as the parameter is named
# A threshold of the project's own, no number of the act: a year ahead is worth telling.
NEAR_MONTHS: Final = 12


def basic_pension(shown: Shown) -> Iterator[Claim]:
    """Yield it for who has reached pension age, may have, or will within a year, and told of no pension (H19)."""
    amount = between(LEAST, MOST, shown.law)
    for person in shown.adults:
        reached = reached_pension_age(person.member, shown.law)
        if reached:
            fact = Fact.GETS_PENSION if person.member.activity is Activity.PENSIONER else None
            yield Claim(MAY_BE_DUE if fact else DUE, (person,), amount, fact)
        elif reached is None:
            fact = Fact.BIRTHDAY if person.member.sex else Fact.SEX
            yield Claim(MAY_BE_DUE, (person,), amount, fact)
        elif (day := pension_day(person, shown.law)) and day <= add_months(shown.law.day, NEAR_MONTHS):
            yield Claim(NEAR, (person,), amount, missed=Missed(Lacks.AGE, on=day))


def age_pension(shown: Shown) -> Iterator[Claim]:
    """Yield it for who has reached pension age, and for a mother of five from 53 on (H20).

    Whoever has reached that age was grown up before 1998; who worked then nobody asked, and the mother needs the six
    months of that work too. Less than the full record gives
    less than the minimum pension, so that no sum is named.
    """
    for person in shown.adults:
        if draws_pension(person.member):
            continue
        reached = reached_pension_age(person.member, shown.law)
        is_mother = not reached and _is_mother_of_many(person, shown)
        if reached or is_mother:
            fact = Fact.BROUGHT_UP_FIVE_CHILDREN if is_mother else Fact.WORKED_BEFORE_1998
            yield Claim(MAY_BE_DUE, (person,), None, fact, leaves_open=(Open.MINIMUM_PENSION_FROM_PRESS,))


def pension_day(person: Standing, law: LawInForce) -> date | None:
    """Return the day on which somebody reaches pension age, which itself rises; None without birthday and sex (P5)."""
    birth, sex = person.member.birth, person.member.sex
    if birth is None or sex is None or not birth.is_known:
        return None
    needed = _months_needed(sex, law.day)
    day = add_months(birth.earliest, needed)
    while day > law.day and (then := _months_needed(sex, day)) > needed:
        needed, day = then, add_months(birth.earliest, then)
    return day


def _months_needed(sex: Sex, day: date) -> int:
    return int(value_of(AGE[sex], day).value * MONTHS_IN_YEAR)


def _is_mother_of_many(person: Standing, shown: Shown) -> bool:
    member, birth = person.member, person.member.birth
    if member.sex is not Sex.FEMALE or member.relationship not in PARTNERS or birth is None:
        return False
    children = [one for one in shown.members if one.relationship is Relationship.CHILD]
    needed = whole(MOTHERS_AGE, shown.law) * MONTHS_IN_YEAR
    return len(children) >= MOTHER_OF and months_old(birth.latest, shown.law.day) >= needed


BASIC_PENSION: Final = Kind(
    "basic-pension",
    19,
    "H19",
    basic_pension,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.FOR_LIFE,
    income=IncomeKind.PENSION,
    by_person=True,
    values=(LEAST, MOST, "basic_pension_step", "basic_pension_minimum", "pension_arrears_limit"),
)
AGE_PENSION: Final = Kind(
    "age-pension",
    20,
    "H20",
    age_pension,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.FOR_LIFE,
    income=IncomeKind.PENSION,
    income_names_it=False,
    values=("minimum_pension", MOTHERS_AGE, CHILD_AGE, "pension_arrears_limit"),
)
