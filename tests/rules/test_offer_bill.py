"""The family's bill of a job offer: what it has when it takes it, what a refusal costs, and from when that holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rules import (
    Birth,
    Household,
    Income,
    LawError,
    NobodyCountsError,
)
from rules.amount import TengeRange
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    DayUnknown,
    Disability,
    IncomeKind,
)
from rules.offer import NO_WAGE, Measure
from rules.offer_bill import BillNotPossibleError, bill, cost_of_refusing, counts_in_full_from
from tests.cast.billed_families import (
    LINE,
    NOT_PUBLISHED,
    TODAY,
    WAGE,
    billed,
    child,
    earned,
    family,
    father,
    mother,
)

# Take it


def test_taken_the_wage_counts_in_every_month_and_the_rest_of_the_assistance_stands_beside_it() -> None:
    """Four people, line 50 000: 200 000 less 60 000 and 120 000 leave 20 000; the child of 3 has 1.5 indices more."""
    taken = billed().taken
    assert taken is not None
    assert taken.record["per_capita_income"] == "45000.00"
    assert (taken.assistance, taken.supplement_tenge) == (TengeRange(20_000, 20_000), 6_488)
    assert taken.total == TengeRange(146_488, 146_488)


def test_a_wage_above_the_line_leaves_no_assistance_and_no_supplement() -> None:
    """What is left is the wage alone."""
    taken = billed(wage=300_000).taken
    assert taken is not None
    assert (taken.assistance, taken.supplement_tenge, taken.total) == (
        TengeRange(0, 0),
        0,
        TengeRange(300_000, 300_000),
    )


@pytest.mark.parametrize("measure", [measure for measure in Measure if measure not in NO_WAGE])
def test_whatever_the_measure_its_earnings_count(measure: Measure) -> None:
    """As a wage or as earnings from a measure: the sum is the same."""
    taken = billed(measure=measure).taken
    assert taken is not None
    assert taken.assistance == TengeRange(20_000, 20_000)
    (step,) = (step for step in taken.record["steps"] if step["step"] == "income")
    kinds = {kind["kind"] for kind in step["values"]["kinds"]}
    assert kinds == ({"wage"} if measure is Measure.VACANCY else {"wage", "employment_measure"})


def test_by_a_line_that_is_not_published_what_is_left_is_a_range() -> None:
    """Too close to the estimate, it may be nothing as well, and the supplement with it."""
    taken = billed(lines=NOT_PUBLISHED).taken
    assert taken is not None
    assert taken.record["outcome"] == "too_close"
    assert taken.assistance.low == 0
    assert taken.total.low == WAGE
    assert taken.total.high == WAGE + taken.assistance.high + 6_488


@pytest.mark.parametrize("wage", [None, 0])
def test_an_offer_without_a_wage_has_only_the_refusing_side(wage: int | None) -> None:
    """A course that pays nothing."""
    found = billed(measure=Measure.TRAINING, wage=wage)
    assert found.taken is None
    assert found.cost.monthly == TengeRange(146_488, 146_488)


@pytest.mark.parametrize("measure", sorted(NO_WAGE))
def test_the_sum_of_a_grant_is_no_income_of_a_month(measure: Measure) -> None:
    """A million for a workshop makes no family rich: the bill has only the refusing side."""
    granted = billed(measure=measure, wage=1_000_000)
    assert granted.taken is None
    assert granted == billed(measure=measure, wage=None)
    assert granted.cost == billed().cost


def test_a_mother_at_home_who_takes_a_job_is_no_carer_any_more() -> None:
    """Were she still one, the result would warn of a child that she does not care for."""
    carer = mother(activity=Activity.CARER, cares_for=CaresFor.CHILD_UNDER_3)
    taken = billed(family(carer, child(2))).taken
    assert taken is not None
    assert taken.record["must_join_measures"] == []
    assert "no_child_under_3" not in taken.record["warnings"]


# From when


@pytest.mark.parametrize(
    ("starts_on", "wage_from", "unchanged_until", "counts_from"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 31), date(2027, 4, 1)),
        (date(2027, 1, 15), date(2027, 1, 15), date(2027, 3, 31), date(2027, 4, 1)),
        (date(2027, 2, 1), date(2027, 2, 1), date(2027, 3, 31), date(2027, 7, 1)),
        (None, TODAY, date(2026, 12, 31), date(2027, 4, 1)),
        (date(2026, 10, 1), TODAY, date(2026, 12, 31), date(2027, 4, 1)),
    ],
)
def test_nothing_changes_in_the_quarter_in_which_the_wage_begins(
    starts_on: date | None, wage_from: date, unchanged_until: date, counts_from: date
) -> None:
    """It counts in full after the first quarter all of whose months have it; a day to begin that is past is today."""
    taken = billed(starts_on=starts_on).taken
    assert taken is not None
    assert (taken.wage_from, taken.unchanged_until, taken.counts_from) == (wage_from, unchanged_until, counts_from)


@pytest.mark.parametrize(
    ("month", "counts_from"),
    [
        (1, date(2026, 4, 1)),
        (2, date(2026, 7, 1)),
        (3, date(2026, 7, 1)),
        (4, date(2026, 7, 1)),
        (10, date(2027, 1, 1)),
        (11, date(2027, 4, 1)),
    ],
)
def test_a_wage_from_the_first_month_of_a_quarter_counts_three_months_later(month: int, counts_from: date) -> None:
    """From the second or third month on it takes a quarter longer."""
    assert counts_in_full_from(date(2026, month, 17)) == counts_from


# Refuse it


def test_a_refusal_costs_the_month_six_times_for_the_whole_family() -> None:
    """Amount and supplement of the family as it is: 140 000 and 6 488, until the same day half a year later."""
    cost = billed().cost
    assert (cost.monthly, cost.months, cost.until) == (TengeRange(146_488, 146_488), 6, date(2027, 5, 23))
    assert cost.total == TengeRange(6 * 146_488, 6 * 146_488)
    assert not cost.is_nothing
    assert not cost.is_decided


def test_the_end_of_the_term_is_that_of_the_law_on_refusals() -> None:
    """The assessment of the family that has refused says the same day."""
    found = billed()
    (refusal,) = found.refused["refusals"]
    assert (refusal["ground"], refusal["until"]) == ("measures_refused", found.cost.until.isoformat())


def test_the_decided_sums_are_the_price_where_a_decision_stands() -> None:
    """The bot's own figures give way to the authority's."""
    found = billed(decided_monthly_tenge=41_237, decided_supplement_tenge=9_871)
    assert (found.cost.monthly, found.cost.is_decided) == (TengeRange(51_108, 51_108), True)
    assert found.unchanged["monthly_tenge"] == {"low": 140_000, "high": 140_000, "likely": 140_000}
    assert billed(decided_monthly_tenge=41_237).cost.monthly == TengeRange(41_237, 41_237)


def test_a_family_that_gets_nothing_now_loses_nothing_by_the_figures_of_the_bot() -> None:
    """But a decision that gives it nothing is a decision, not the bot's figure."""
    rich = family(mother(), father(earned(900_000)), child(3))
    assert billed(rich).cost.is_nothing
    assert billed(rich).cost.total == TengeRange(0, 0)
    assert not billed(rich, decided_monthly_tenge=0).cost.is_nothing
    assert not billed(rich, decided_monthly_tenge=10_000).cost.is_nothing


def test_between_the_ends_of_an_estimated_line_nothing_or_the_high_end_is_lost() -> None:
    """Shymkent at the end of 2026: 56 100 x 1.064 x 0.7 x 1.16905 x 1.025 is 50 069; three less 140 000 are 10 207."""
    close = family(mother(), father(earned(140_000)), child(9))
    cost = billed(close, lines=NOT_PUBLISHED).cost
    assert (cost.monthly, cost.total) == (TengeRange(0, 10_207), TengeRange(0, 61_242))
    assert not cost.is_nothing


def test_above_an_estimated_line_that_may_be_higher_nobody_knows_what_is_lost() -> None:
    """In Almaty the published line may lie above the income: that is neither nothing nor a sum."""
    rich = replace(family(mother(), father(earned(300_000)), child(9)), region="KZ-75")
    cost = billed(rich, lines=NOT_PUBLISHED).cost
    assert (cost.monthly, cost.total, cost.is_nothing) == (None, None, False)


def test_without_any_answers_only_the_term_is_known() -> None:
    """A decision alone is enough for the price."""
    cost = cost_of_refusing(TODAY)
    assert (cost.monthly, cost.total, cost.until, cost.is_nothing) == (None, None, date(2027, 5, 23), False)
    assert cost_of_refusing(TODAY, 10_000, 500).total == TengeRange(63_000, 63_000)


def test_what_stays_is_the_allowances_and_the_package() -> None:
    """A large family, an awarded mother, and every child keeps its package."""
    children = tuple(child(age) for age in (3, 5, 8, 11))
    found = billed(family(mother(), father(earned(10_000)), *children, awarded_mother=AwardedMother.KUMIS_ALQA))
    assert found.refused["monthly_tenge"] == {"low": 0, "high": 0, "likely": 0}
    for name in ("large_family_allowance_tenge", "awarded_mother_allowance_tenge", "children"):
        assert found.refused[name] == found.unchanged[name]
        assert found.refused[name]


# Whom a refusal does not bar


@pytest.mark.parametrize(
    "told",
    [
        {"activity": Activity.CARER, "cares_for": CaresFor.CHILD_UNDER_3},
        {"activity": Activity.CARER, "cares_for": CaresFor.ELDERLY},
        {"activity": Activity.STUDENT},
        {"disability": Disability.GROUP_2},
        {"long_illness": True},
        {"birth": Birth.at_age(64, TODAY)},
        {"birth": Birth.at_age(17, TODAY)},
    ],
)
def test_who_is_excused_by_the_answers_need_not_take_part(told: dict[str, Any]) -> None:
    """Care, study, disability, illness, age (P5, P6): and the father is still the one who must."""
    household = family(mother(**told), father(activity=Activity.CASUAL), child(2))
    assert billed(household).need_not_take_part
    assert not billed(household, "father").need_not_take_part


def test_who_can_work_must_take_part() -> None:
    """Neither casual work, nor a business of one's own, nor a group III of disability excuses."""
    assert not billed().need_not_take_part
    assert not billed(family(mother(disability=Disability.GROUP_3))).need_not_take_part
    for activity in (Activity.CASUAL, Activity.SELF_EMPLOYED):
        assert not billed(family(mother(activity=activity))).need_not_take_part


def test_who_has_permanent_work_need_not_take_part() -> None:
    """Article 122(4)(5); care of a grandmother of 79 does not, of one of 80 does."""
    assert billed(family(mother(activity=Activity.EMPLOYED))).need_not_take_part
    for age, excused in ((79, False), (80, True), (81, True)):
        carer = mother(activity=Activity.CARER, cares_for=CaresFor.ELDERLY, cared_for_age=age)
        household = family(carer, father(activity=Activity.CASUAL), child(8))
        assert billed(household).need_not_take_part is excused


# No bill


def missing_of(household: Household, member: str = "mother") -> list[tuple[str, str]]:
    with pytest.raises(BillNotPossibleError) as stopped:
        billed(household, member)
    return [(gap.what, ": ".join(filter(None, (gap.label, gap.kind)))) for gap in stopped.value.missing]


def test_a_member_whom_the_answers_do_not_know_has_no_bill() -> None:
    """The authority may name somebody who was never told of."""
    assert missing_of(family(), "Марат") == [("member", "Марат")]


def test_an_income_that_nobody_knows_is_named() -> None:
    """It, and no income that is known between two sums."""
    unknown, rough = Income(IncomeKind.ALIMONY, 0, None), Income(IncomeKind.FARM, 10_000, 20_000)
    household = family(mother(incomes=(unknown, rough)), child(3))
    assert missing_of(household) == [("income", "mother: alimony")]


def test_a_day_that_is_missing_is_named() -> None:
    """Whether a term still runs decides whether there is anything to lose."""
    assert missing_of(family(contract_broken_on=DayUnknown.UNKNOWN)) == [("contract_broken_on", "")]


def test_an_income_between_two_sums_makes_a_bill_of_ranges() -> None:
    """Both ends are worked out."""
    found = billed(family(mother(incomes=(Income(IncomeKind.FARM, 30_000, 60_000),)), child(3)), wage=30_000)
    assert found.cost.monthly == TengeRange(80_000 + 6_488, 90_000 + 6_488)
    assert found.taken is not None
    assert found.taken.total == TengeRange(30_000 + 50_000 + 6_488, 30_000 + 60_000 + 6_488)


def test_an_unknown_income_above_a_sum_that_is_too_high_already_hides_nothing() -> None:
    """There is a bill: nothing is due, however much more it is."""
    found = billed(family(mother(incomes=(Income(IncomeKind.FARM, 900_000, None),)), child(3)))
    assert found.cost.is_nothing
    assert found.taken is not None
    assert found.taken.record["per_capita_income_high"] is None


def test_a_day_beyond_the_law_and_a_family_of_nobody_are_refused_as_by_the_assessment() -> None:
    """The law that is encoded ends somewhere."""
    with pytest.raises(LawError):
        bill(family(), "mother", Measure.VACANCY, WAGE, None, date(2028, 1, 1), LINE)
    with pytest.raises(NobodyCountsError):
        billed(family(mother(absence=Absence.DETENTION)))


def test_the_family_that_was_given_is_not_changed() -> None:
    """The bill is made of copies."""
    household = family()
    before = replace(household)
    billed(household)
    assert household == before
