"""What if: the family as it is and as it would be, side by side, and the curve of assistance by earnings."""

import time
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rules import Birth, Household, Income, Member, PovertyLine, PovertyLines, Quarter, assess
from rules.amount import TengeRange
from rules.household import Absence, Activity, IncomeKind, Relationship
from rules.income_within_line import Outcome
from rules.readings import Doubt
from rules.result import Findings
from rules.what_if import (
    Month,
    assistance_by_extra_earnings,
    compare,
    earners,
    students,
    with_earnings,
    with_job,
    with_newborn,
    with_newcomer,
    without_member,
    without_study,
)
from tests.cast.families import DAYS, households, lines_of

TODAY = date(2026, 10, 20)
LINES = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), 45_000, "given")])
POINTS = range(0, 352_500, 2_500)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def monthly(kind: str, tenge: int) -> Income:
    return Income.of(IncomeKind(kind), 3 * tenge)


def family(*more: Member, **told_of_mother: Any) -> Household:
    """Return a mother with 60 000 a month and children of nine and eleven."""
    told = {"activity": Activity.EMPLOYED, "incomes": (monthly("wage", 60_000),), **told_of_mother}
    mother = Member("mother", Relationship.APPLICANT, Birth.at_age(38, TODAY), **told)
    children = [Member(f"c{age}", Relationship.CHILD, Birth.at_age(age, TODAY)) for age in (9, 11)]
    return Household("KZ-79", (mother, *children, *more))


FATHER = Member("father", Relationship.SPOUSE, activity=Activity.UNEMPLOYED)
STUDENT = Member(
    "student", Relationship.CHILD, Birth.at_age(20, TODAY), activity=Activity.STUDENT, absence=Absence.STUDY_ELSEWHERE,
    incomes=(monthly("stipend", 40_000),),
)  # fmt: skip


def money(month: Month) -> tuple[int, int | None, int]:
    """Return assistance, all the family's money and how many count; everything is known."""
    assert month.assistance.low == month.assistance.high
    assert month.total_low == month.total_high
    return month.assistance.low, month.total_high, len(month.found.family.counted)


def is_due(found: Findings, assistance: TengeRange) -> bool:
    """Whether a month of it, paid for all the months, comes to the total of the result; birthdays are told apart."""
    if found.outcome is Outcome.REFUSED:
        return assistance == (0, 0)
    if found.outcome is not Outcome.ELIGIBLE:
        return assistance.low == 0
    if any(one.doubt is Doubt.SUPPLEMENT_AGE for reading in found.readings for one in reading.conditions):
        return found.monthly.low <= assistance.low <= assistance.high
    return found.total == (assistance.low * found.months, assistance.high * found.months)


def test_a_child_who_may_not_count_brings_its_supplement_only_where_it_counts() -> None:
    """Three with 60 000 a month lack 75 000 to the line, four 120 000 and a supplement of 6 488."""
    small = Member("small", Relationship.CHILD, Birth.at_age(3, TODAY), absence=Absence.UNSURE)
    (month, _) = compare(family(small), family(), TODAY, LINES)
    assert month.assistance == (75_000, 120_000 + 6_488)


def test_a_job_takes_from_the_assistance_what_it_brings_until_the_line() -> None:
    """Four people, 180 000 by the line: 120 000 are missing now, 20 000 with a wage of 100 000."""
    both = compare(family(FATHER), with_job(family(FATHER), "father", 100_000), TODAY, LINES)
    assert (money(both.as_is), money(both.changed)) == ((120_000, 180_000, 4), (20_000, 180_000, 4))


def test_a_better_job_brings_more_than_the_assistance_was() -> None:
    both = compare(family(FATHER), with_job(family(FATHER), "father", 200_000), TODAY, LINES)
    assert (money(both.changed), both.changed.found.outcome) == ((0, 260_000, 4), Outcome.REFUSED)


def test_other_earnings_stand_in_place_of_those_of_now() -> None:
    """Three people, 135 000 by the line: 60 000 are missing now, 90 000 with 30 000; what is no pay for work stays."""
    incomes = (monthly("wage", 40_000), monthly("casual_work", 20_000), monthly("alimony", 15_000))
    now = family(incomes=incomes)
    assert money(compare(now, with_earnings(now, "mother", 30_000), TODAY, LINES).changed) == (90_000, 135_000, 3)
    assert money(compare(now, with_earnings(now, "mother", 0), TODAY, LINES).changed) == (120_000, 135_000, 3)
    assert with_earnings(now, "mother", 0).members[0].incomes == incomes[2:]
    assert (earners(now, TODAY), earners(family(FATHER, incomes=incomes[2:]), TODAY)) == (["mother"], [])


def test_who_takes_a_job_cares_for_nobody_any_more() -> None:
    carer = family(activity=Activity.CARER, cares_for="child_under_3", incomes=())
    (mother, *_) = with_job(carer, "mother", 50_000).members
    assert (mother.activity, mother.cares_for, mother.incomes) == ("employed", None, (monthly("wage", 50_000),))


def test_a_newborn_child_counts_at_once_and_brings_no_supplement_yet() -> None:
    both = compare(family(), with_newborn(family(), TODAY), TODAY, LINES)
    assert (money(both.as_is), money(both.changed)) == ((75_000, 135_000, 3), (120_000, 180_000, 4))


def test_a_fourth_child_brings_the_allowance_of_a_large_family_which_counts_as_income() -> None:
    three = family(Member("c7", Relationship.CHILD, Birth.at_age(7, TODAY)))
    found = assess(with_newborn(three, TODAY), TODAY, LINES)
    each = found.allowances.large_family_tenge
    assert each
    assert found.income.low_tenge == 180_000 + 3 * each


def test_whoever_does_not_receive_the_allowance_of_a_large_family_is_not_taken_to() -> None:
    """Nobody said that it comes, though four children are there: the fifth does not bring what the fourth has not."""
    four = family(*(Member(f"c{age}", Relationship.CHILD, Birth.at_age(age, TODAY)) for age in (7, 8)))
    assert assess(with_newborn(four, TODAY), TODAY, LINES).income.low_tenge == 180_000


def test_a_student_who_ends_studies_elsewhere_counts_no_more_nor_does_the_stipend() -> None:
    home = family(STUDENT)
    assert students(home, TODAY) == ["student"]
    changed = without_study(home, "student", TODAY)
    assert money(compare(home, changed, TODAY, LINES).changed) == (75_000, 135_000, 3)


def test_a_student_at_home_still_counts() -> None:
    home = family(replace(STUDENT, absence=Absence.NONE))
    changed = without_study(home, "student", TODAY)
    assert money(compare(home, changed, TODAY, LINES).changed) == (120_000, 180_000, 4)


def test_whoever_moves_in_brings_the_line_and_their_money() -> None:
    both = compare(family(), with_newcomer(family(), 70_000), TODAY, LINES)
    assert money(both.changed) == (50_000, 180_000, 4)
    assert money(compare(family(), with_newcomer(family(), 0), TODAY, LINES).changed) == (120_000, 180_000, 4)


def test_whoever_moves_out_takes_their_money_along() -> None:
    home = family(replace(FATHER, incomes=(monthly("wage", 100_000),)))
    assert money(compare(home, without_member(home, "father", TODAY), TODAY, LINES).changed) == (75_000, 135_000, 3)


def test_money_that_nobody_knows_leaves_the_total_open() -> None:
    unknown = family(incomes=(Income(IncomeKind.WAGE, 90_000, None),))
    now = compare(unknown, unknown, TODAY, LINES).as_is
    assert (now.other_low, now.other_high, now.total_high) == (30_000, None, None)


def test_the_curve_has_the_assistance_falling_and_the_total_never_falling() -> None:
    curve = assistance_by_extra_earnings(family(FATHER), "father", TODAY, LINES, POINTS)
    assert len(curve) == 141
    assert curve[0][:3] == (0, (120_000, 120_000), 180_000)
    assert curve[48][:3] == (120_000, (0, 0), 180_000)
    assert curve[-1][:3] == (350_000, (0, 0), 410_000)
    assert [point.total_low for point in curve] == sorted(point.total_low for point in curve)


def test_the_curve_is_quick() -> None:
    """Its limit is 50 ms, which `python -m bench` measures; here only that nothing grows out of hand."""
    began = time.process_time()
    assistance_by_extra_earnings(family(FATHER), "father", TODAY, LINES, POINTS)
    assert time.process_time() - began < 1


@few
@given(st.data())
def test_then_is_the_assessment_of_the_changed_family(data: st.DataObject) -> None:
    """On any day, whatever the change: each column is what `assess` says, and nothing of the family itself changes."""
    on = data.draw(DAYS)
    household = data.draw(households(on))
    lines = data.draw(lines_of(household, on))
    before = repr(household)
    members = household.members
    someone = data.draw(st.sampled_from(members)).label
    tenge = data.draw(st.integers(0, 500_000))
    changes = [
        with_job(household, someone, tenge),
        with_earnings(household, someone, tenge),
        with_newborn(household, on),
        with_newcomer(household, tenge),
        without_study(household, someone, on),
        *([without_member(household, someone, on)] if someone != "applicant" else []),
    ]
    for changed in changes:
        both = compare(household, changed, on, lines)
        assert (both.as_is.found, both.changed.found) == (assess(household, on, lines), assess(changed, on, lines))
        for month in both:
            assert is_due(month.found, month.assistance)
            assert month.total_low <= (month.total_high or month.total_low)
    assert repr(household) == before


@few
@given(st.data())
def test_every_point_of_the_curve_is_an_assessment(data: st.DataObject) -> None:
    on = data.draw(DAYS)
    household = data.draw(households(on))
    assume(household.members)
    lines = data.draw(lines_of(household, on))
    earned = data.draw(st.lists(st.integers(1, 400_000), min_size=1, max_size=3))
    for point in assistance_by_extra_earnings(household, "applicant", on, lines, earned):
        more = monthly("wage", point.extra_tenge)
        applicant, *others = household.members
        richer = replace(household, members=(replace(applicant, incomes=(*applicant.incomes, more)), *others))
        found = assess(richer, on, lines)
        assert is_due(found, point.assistance)
