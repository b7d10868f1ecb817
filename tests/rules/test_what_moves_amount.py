"""Which sum of money moves the amount most, each tried by the rules."""

from datetime import date

from rules import Birth, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.assessment import what_is_due
from rules.household import IncomeKind, Relationship
from rules.result import Findings
from rules.what_moves_amount import Mover, what_moves_most

ON = date(2026, 10, 20)
LINES = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), 45_000, "given")])


def monthly(kind: str, tenge: int) -> Income:
    return Income.of(IncomeKind(kind), 3 * tenge)


def found_for(household: Household) -> Findings:
    return what_is_due(household, ON, LINES)


def family(*of_mother: Income, father: tuple[Income, ...] = ()) -> Household:
    """Return parents and two children, to whom 180 000 a month are the line."""
    mother = Member("self", Relationship.APPLICANT, Birth.at_age(38, ON), incomes=of_mother)
    spouse = Member("spouse", Relationship.SPOUSE, Birth.at_age(40, ON), incomes=father)
    children = [Member(f"c{age}", Relationship.CHILD, Birth.at_age(age, ON)) for age in (9, 11)]
    return Household("KZ-79", (mother, spouse, *children))


def told(movers: list[Mover]) -> list[tuple[str, str, int, int]]:
    return [(one.label, one.income.kind.value, one.by_step, one.left_out) for one in movers]


def test_the_largest_sum_that_counts_stands_first_and_what_does_not_count_is_left_out() -> None:
    many = family(
        monthly("wage", 60_000), monthly("alimony", 5_000), monthly("housing_aid", 30_000),
        father=(monthly("casual_work", 20_000), monthly("farm", 15_000)),
    )  # fmt: skip

    assert told(what_moves_most(many, found_for)) == [
        ("self", "wage", 10_000, 60_000),
        ("spouse", "casual_work", 10_000, 20_000),
        ("spouse", "farm", 10_000, 15_000),
    ]


def test_above_the_line_the_sum_without_which_it_would_be_a_yes_is_named() -> None:
    """200 000 against 180 000: without the wage of 150 000 there would be 130 000; a step changes nothing."""
    richer = family(monthly("wage", 150_000), father=(monthly("pension", 15_000), monthly("rent", 35_000)))

    assert told(what_moves_most(richer, found_for)) == [("self", "wage", 0, 130_000), ("spouse", "rent", 0, 15_000)]


def test_two_sums_of_one_kind_are_tried_each_for_itself() -> None:
    twice = family(monthly("wage", 40_000), father=(monthly("wage", 30_000),))

    assert told(what_moves_most(twice, found_for)) == [
        ("self", "wage", 10_000, 40_000),
        ("spouse", "wage", 10_000, 30_000),
    ]


def test_without_money_no_answer_moves_anything() -> None:
    assert what_moves_most(family(), found_for) == []
