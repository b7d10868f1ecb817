"""A no is a door: what would make a yes, each change tried by the rules on the changed family."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import Birth, History, Household, Income, LawError, Member, PovertyLine, PovertyLines, Quarter, assess
from rules.household import Absence, Activity, Commission, DayUnknown, IncomeKind, Relationship, Sex
from rules.income_within_line import Outcome
from rules.poverty_line import Basis
from rules.what_would_change import NOT_REGULAR, Change, Door, Doors, Outlook, record_of_doors, what_would_change
from tests.cast.families import DAYS, KNOWN_INCOMES, estimated_incomes, households, lines_of

TODAY = date(2026, 10, 20)
NEXT = date(2027, 1, 1)
LINE = 45_000
LINES = PovertyLines(
    [
        PovertyLine.published("KZ-79", quarter, LINE, "given")
        for quarter in (Quarter(2026, 4), Quarter(2027, 1), Quarter(2027, 2))
    ]
)
DATED = {Change.TERM_ENDS, Change.BIRTHDAY, Change.PUBLISHED_LINE, Change.INCOME_FALLS_OUT, Change.NEW_APPLICATION}
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def mother(*incomes: Income, **told: Any) -> Member:
    told = {"birth": Birth.at_age(38, TODAY), "activity": Activity.EMPLOYED, **told}
    return Member("mother", Relationship.APPLICANT, incomes=incomes, **told)


def child(age: int = 9) -> Member:
    return Member("child", Relationship.CHILD, Birth.at_age(age, TODAY))


def monthly(kind: str, tenge: int) -> Income:
    return Income.of(IncomeKind(kind), 3 * tenge)


def doors_of(*members: Member, lines: PovertyLines = LINES, on: date = TODAY, **history: Any) -> Doors:
    return what_would_change(Household("KZ-79", members, History(**history)), on, lines)


def changes(found: Doors) -> list[str]:
    return [door.change.value for door in found.doors]


def only(found: Doors, change: Change) -> Door:
    (door,) = [door for door in found.doors if door.change is change]
    return door


# Income of the base quarter


def test_a_sale_falls_out_of_the_base_quarter_with_the_next_one() -> None:
    """60 000 a month for two; the sale brought 90 000 in three months more than the line allows."""
    found = doors_of(mother(monthly("wage", 60_000), Income.of(IncomeKind.SALE, 300_000)), child())
    door = only(found, Change.INCOME_FALLS_OUT)
    assert (door.of, door.on, door.monthly) == (("sale",), NEXT, (30_000, 30_000))
    assert found.outlook is Outlook.CHANGES


def test_a_sale_that_was_not_what_lay_above_the_line_opens_nothing() -> None:
    found = doors_of(mother(monthly("wage", 120_000), Income.of(IncomeKind.SALE, 300_000)), child())
    assert changes(found) == ["lower_income"]
    assert found.outlook is Outlook.SAME


def test_of_a_regular_income_nobody_promises_the_next_quarter() -> None:
    """The pension will be the same: it is said so, and by how much the income would have to be lower."""
    found = doors_of(mother(monthly("pension", 120_000)), child())
    assert found.outlook is Outlook.SAME
    door = only(found, Change.LOWER_INCOME)
    assert (door.on, door.less_tenge) == (None, 15_001)
    assert door.monthly.high > 0


def test_a_line_that_nobody_has_published_is_no_door_and_no_sameness() -> None:
    """The income lies inside the band of the next quarter: nobody can say that it will be the same."""
    lines = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), LINE, "given")])
    highest = lines.of("KZ-79", NEXT).high_tenge
    assert highest > LINE
    found = doors_of(mother(monthly("pension", 2 * highest)), child(), lines=lines)
    assert [door for door in found.doors if door.on] == []
    assert found.outlook is Outlook.LINE_OPEN


def test_a_line_that_is_published_for_the_next_quarter_is_a_door() -> None:
    lines = PovertyLines([*LINES, PovertyLine.published("KZ-79", Quarter(2027, 1), 62_000, "given")])
    door = only(doors_of(mother(monthly("pension", 120_000)), child(), lines=lines), Change.PUBLISHED_LINE)
    assert (door.on, door.monthly) == (NEXT, (4_000, 4_000))


# Terms


def test_a_term_that_ends_names_its_day_and_the_amount_then() -> None:
    found = doors_of(mother(monthly("wage", 60_000)), child(), refused_measures_on=date(2026, 8, 15))
    door = only(found, Change.TERM_ENDS)
    assert (door.of, door.on) == (("measures_refused",), date(2027, 2, 15))
    assert door.monthly == (30_000, 30_000)


def test_of_two_terms_the_later_one_counts() -> None:
    broken: dict[str, Any] = {"refused_measures_on": date(2026, 8, 15), "contract_broken_on": date(2026, 9, 1)}
    door = only(doors_of(mother(monthly("wage", 60_000)), child(), **broken), Change.TERM_ENDS)
    assert (door.of, door.on) == (("measures_refused", "contract_broken"), date(2027, 3, 1))


def test_a_term_opens_nothing_while_a_regular_income_lies_above_the_line() -> None:
    found = doors_of(mother(monthly("wage", 120_000)), child(), refused_measures_on=date(2026, 8, 15))
    assert (changes(found), found.outlook) == ([], Outlook.SAME)


def test_a_term_and_a_sale_end_together() -> None:
    sale = Income.of(IncomeKind.SALE, 300_000)
    found = doors_of(mother(monthly("wage", 60_000), sale), child(), refused_measures_on=date(2026, 8, 15))
    door = only(found, Change.TERM_ENDS)
    assert (door.on, door.without) == (date(2027, 2, 15), ("sale",))


def test_a_term_whose_day_nobody_knows_promises_nothing() -> None:
    found = doors_of(mother(monthly("wage", 60_000)), child(), contract_broken_on=DayUnknown.UNKNOWN)
    assert changes(found) == []


def test_whoever_did_not_let_the_commission_in_may_apply_anew_today() -> None:
    found = doors_of(mother(monthly("wage", 60_000)), child(), commission=Commission.EXAMINATION_REFUSED)
    assert (changes(found), found.doors[0].on) == (["new_application"], TODAY)


def test_of_a_no_for_another_ground_than_income_nothing_is_said_of_the_next_quarter() -> None:
    found = doors_of(mother(monthly("wage", 60_000)), child(), commission=Commission.NO_NEED)
    assert (changes(found), found.outlook) == ([], Outlook.OTHER_GROUND)


def test_what_lies_near_the_line_without_the_sale_is_not_said_to_stay_the_same() -> None:
    """The line of the next quarter is not known: without the sale the income lies inside its band."""
    lines = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), LINE, "given")])
    likely = lines.of("KZ-79", NEXT).tenge
    found = doors_of(mother(monthly("wage", 2 * likely), Income.of(IncomeKind.SALE, 300_000)), child(), lines=lines)
    assert (changes(found), found.outlook) == (["lower_income"], Outlook.LINE_OPEN)


# Members


def test_a_student_with_a_high_wage_counts_no_more_at_23() -> None:
    """She lives elsewhere: her wage counts until her birthday, then neither she nor it."""
    daughter = Member(
        "daughter", Relationship.CHILD, Birth.on(date(2003, 11, 5)), activity=Activity.STUDENT,
        absence=Absence.STUDY_ELSEWHERE, incomes=(monthly("wage", 200_000),),
    )  # fmt: skip
    found = doors_of(mother(monthly("wage", 60_000)), child(), daughter)
    door = only(found, Change.BIRTHDAY)
    assert (door.of, door.on, door.monthly) == (("daughter",), date(2026, 11, 5), (30_000, 30_000))


def test_the_pension_age_takes_away_who_had_to_join_measures() -> None:
    """A bar stands only where somebody must join (R4); at 63 nobody must. His pension is not told, so it is not in."""
    man = Member("man", Relationship.APPLICANT, Birth.on(date(1963, 12, 1)), Sex.MALE)
    found = doors_of(man, refused_measures_on=date(2026, 9, 1))
    assert only(found, Change.BIRTHDAY).on == date(2026, 12, 1)


def test_a_birthday_that_changes_nothing_is_no_door() -> None:
    """He turns 18 in the quarter after the sale has fallen out: the yes is the sale's."""
    son = Member("son", Relationship.CHILD, Birth.on(date(2009, 2, 1)))
    found = doors_of(mother(monthly("wage", 60_000), Income.of(IncomeKind.SALE, 300_000)), son)
    assert Change.BIRTHDAY not in [door.change for door in found.doors]


def test_a_conscript_who_comes_back_makes_the_family_larger() -> None:
    son = Member("son", Relationship.CHILD, Birth.at_age(20, TODAY), absence=Absence.MILITARY)
    door = only(doors_of(mother(monthly("wage", 120_000)), child(), son), Change.MEMBER_RETURNS)
    assert (door.of, door.on, door.monthly) == (("son",), None, (15_000, 15_000))


def test_a_relative_with_a_pension_who_lives_apart_counts_no_more_and_stands_last() -> None:
    granny = Member("granny", Relationship.PARENT, Birth.at_age(70, TODAY), incomes=(monthly("pension", 160_000),))
    found = doors_of(mother(monthly("wage", 60_000)), child(), granny)
    assert (changes(found), found.outlook) == (["lower_income", "lives_apart"], Outlook.SAME)
    assert found.doors[1].monthly == (30_000, 30_000)


def test_neither_couples_nor_children_are_parted() -> None:
    father = Member("father", Relationship.SPOUSE, incomes=(monthly("wage", 300_000),))
    assert "lives_apart" not in changes(doors_of(mother(), father, child()))


# What holds of every family


@few
@given(st.data())
def test_every_door_is_a_yes_when_it_is_assessed(data: st.DataObject) -> None:
    on = data.draw(DAYS)
    household = data.draw(households(on, KNOWN_INCOMES | estimated_incomes()))
    lines = data.draw(lines_of(household, on))
    found = what_would_change(household, on, lines)
    before = assess(household, on, lines)
    assert found.doors == () or before.outcome is not Outcome.ELIGIBLE
    for door in found.doors:
        then = assess(door.household, door.on or on, lines)
        assert then.outcome is Outcome.ELIGIBLE
        assert door.monthly.high > 0
        assert (door.household, door.on) != (household, on)
        if door.on and door.household == household:
            assert door.change in DATED - {Change.INCOME_FALLS_OUT}
    dated = [door for door in found.doors if door.on]
    assert (found.outlook is Outlook.CHANGES) == bool(dated or before.outcome is Outcome.ELIGIBLE)


@few
@given(st.data())
def test_where_nothing_differs_nothing_is_promised(data: st.DataObject) -> None:
    """Every income regular, no birthday known, nothing that ends: no day is named, and "the same" is the same.

    In the past the line of the quarter after may be published already: it alone may be promised then.
    """
    on = data.draw(DAYS.filter(lambda day: day < date(2027, 9, 1)))
    regular = KNOWN_INCOMES.filter(lambda income: income.kind not in NOT_REGULAR)
    household = data.draw(households(on, regular))
    members = tuple(replace(one, birth=_age_alone(one, on)) for one in household.members)
    household = replace(household, members=members, history=History())
    lines = PovertyLines()
    found = what_would_change(household, on, lines)
    promised = {door.change for door in found.doors} & DATED
    assert promised <= ({Change.PUBLISHED_LINE} if _next_is_published(lines, household.region, on) else set())
    if found.outlook is Outlook.SAME:
        day = Quarter.of(on).next.first_day
        assert assess(household, day, PovertyLines()).outcome is Outcome.REFUSED


def _next_is_published(lines: PovertyLines, region: str, on: date) -> bool:
    """Whether the line of the quarter after this day is published in the built-in table."""
    try:
        return lines.of(region, Quarter.of(on).next.first_day).basis is Basis.PUBLISHED
    except LawError:
        return False


def _age_alone(member: Member, on: date) -> Birth | None:
    return member.birth and Birth.at_age((on - member.birth.latest) // timedelta(days=366), on)


def test_the_document_of_doors_is_plain() -> None:
    found = doors_of(mother(monthly("wage", 60_000), Income.of(IncomeKind.SALE, 300_000)), child())
    record = record_of_doors(found)
    assert record["outlook"] == "changes"
    assert record["doors"][0] == {
        "change": "income_falls_out",
        "of": ["sale"],
        "on": "2027-01-01",
        "without": [],
        "monthly_tenge": {"low": 30_000, "high": 30_000},
        "less_tenge": None,
    }
    assert all(type(word) is str for door in record["doors"] for word in (door["change"], *door["of"]))
