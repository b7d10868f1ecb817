"""What any new wage brings: from which one nothing is due, where the family has least, from where it has more."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rules.amount import TengeRange
from rules.assessment import what_is_due
from rules.extra_earnings import ROUNDING, STEPS, Dip, curve_of_new_wage
from rules.household import Absence, Household
from rules.poverty_line import PovertyLines
from rules.what_if import Month, assistance_by_extra_earnings, month_of, with_job
from tests.cast.billed_families import LINE, NOT_PUBLISHED, TODAY, child, earned, family, father, mother
from tests.cast.families import DAYS, households, lines_of

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def with_wage(household: Household, label: str, wage: int, on: date, lines: PovertyLines) -> Month:
    """Assess the family with that new wage, as a job is."""
    return month_of(what_is_due(with_job(household, label, wage), on, lines))


def test_with_a_supplement_the_family_has_least_where_the_assistance_ends() -> None:
    """Four people, line 50 000: 140 000 more meet it, and 6 488 for the child of 3 are still due; one tenge ends it."""
    found = curve_of_new_wage(family(), "mother", TODAY, LINE)
    assert found is not None
    assert found.now.assistance == (146_488, 146_488)
    assert found.ends == (140_001, 140_001)
    assert found.dip == Dip(TengeRange(140_001, 140_001), TengeRange(6_487, 6_487))
    assert found.gains == (146_489, 146_489)
    assert len(found.points) == STEPS + 1


def test_without_one_it_has_as_much_until_the_end_and_then_more() -> None:
    found = curve_of_new_wage(family(mother(), father(earned(60_000)), child(9)), "mother", TODAY, LINE)
    assert found is not None
    assert (found.ends, found.gains, found.dip) == ((90_000, 90_000), (90_001, 90_001), None)
    assert {point.total_low for point in found.points if point.extra_tenge <= 90_000} == {150_000}


def test_by_an_estimated_line_the_curve_ends_between_two_wages() -> None:
    """By both ends of the line: four times 42 677 or 50 069, less 60 000."""
    found = curve_of_new_wage(family(), "mother", TODAY, NOT_PUBLISHED)
    assert found is not None
    assert found.ends == (110_709, 140_277)


def test_there_is_no_curve_where_nothing_is_due_or_the_wage_does_not_count() -> None:
    rich = family(mother(), father(earned(900_000)), child(3))
    assert curve_of_new_wage(rich, "mother", TODAY, LINE) is None
    told = family()
    away = replace(told.members[1], absence=Absence.LEFT)
    without_him = replace(told, members=(told.members[0], away, *told.members[2:]))
    assert curve_of_new_wage(without_him, "father", TODAY, LINE) is None


@few
@given(st.data(), DAYS)
def test_its_figures_are_those_of_the_assessments_at_them(data: st.DataObject, on: date) -> None:
    """Nothing is due from the end on, and something just before; more than now is had from the gain on."""
    household = data.draw(households(on))
    lines = data.draw(lines_of(household, on))
    label = household.members[0].label
    found = curve_of_new_wage(household, label, on, lines)
    assume(found is not None)
    assert found is not None
    now = month_of(what_is_due(household, on, lines))
    assert found.now.assistance == now.assistance
    working = with_job(household, label, 0)
    wages = [found.ends.high, max(0, found.ends.high - 1), found.gains.high + ROUNDING, found.gains.high + ROUNDING - 1]
    at_end, before, gains, no_gain = assistance_by_extra_earnings(working, label, on, lines, wages)
    assert not at_end.assistance.high
    assert before.assistance.high or not found.ends.high
    if now.total_low == now.total_high and found.ends.low == found.ends.high:
        assert gains.total_low > now.total_low + ROUNDING >= no_gain.total_low
    if found.dip is not None:
        assert found.dip.loss.high > ROUNDING
        least = with_wage(household, label, found.dip.wage.high, on, lines)
        assert least.total_high is not None
        assert now.total_high is not None
        assert least.total_low < now.total_low or least.total_high < now.total_high
