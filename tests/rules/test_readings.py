"""Two readings as a mechanism: what is open, in which order, and what of many doubts is shown."""

from datetime import date
from typing import Any

import pytest

from rules import Assessment, Birth, History, Household, Income, Member, PovertyLine, PovertyLines, Quarter, assess
from rules import readings as mechanism
from rules.household import Absence, Activity, IncomeKind, Relationship
from rules.income_within_line import Outcome
from rules.readings import Doubt

TODAY = date(2026, 10, 5)
LINE = PovertyLines([PovertyLine.published("KZ-79", Quarter.of(TODAY), 45_000, "administrator")])
IN_E2020 = date(2023, 5, 10)  # Shymkent's published line: 31 908


def applicant(*incomes: Income, **told: Any) -> Member:
    return Member("mother", Relationship.APPLICANT, Birth.at_age(34, TODAY), incomes=incomes, **told)


def unsure(label: str, monthly: int, **told: Any) -> Member:
    told = {"activity": Activity.EMPLOYED, **told}
    wage = Income.of(IncomeKind.WAGE, 3 * monthly)
    return Member(label, Relationship.OTHER, Birth.at_age(30, TODAY), absence=Absence.UNSURE, incomes=(wage,), **told)


def result(*members: Member, on: date = TODAY, lines: PovertyLines = LINE, **history: Any) -> Assessment:
    return assess(Household("KZ-79", members, History(**history)), on, lines)


def answers(found: Assessment) -> list[list[tuple[str, str, bool]]]:
    """Return the answers of each reading in words."""
    return [[(doubt.value, str(of), counted) for doubt, of, counted in one.conditions] for one in found.readings]


def test_where_nothing_is_open_there_is_no_reading_and_a_likely_sum() -> None:
    found = result(applicant(Income.of(IncomeKind.WAGE, 30_000)))
    assert (found.readings, found.likely_tenge, found.is_preliminary) == ([], 35_000, False)


def test_the_first_reading_is_the_result_as_it_is_taken() -> None:
    """In it all that is open counts, and the steps show its figures."""
    found = result(applicant(Income.of(IncomeKind.SICK_PAY, 30_000)), unsure("brother", 60_000))
    assert [len(one.conditions) for one in found.readings] == [2, 2, 2, 2]
    assert all(counted for _, _, counted in found.readings[0].conditions)
    assert found.readings[0].monthly == found.amount == (20_000, 20_000)  # 90 000 - 10 000 - 60 000


def test_of_two_doubts_the_weightier_stands_first() -> None:
    """The brother brings 45 000 and takes 60 000; the sick pay takes 30 000."""
    found = result(applicant(Income.of(IncomeKind.SICK_PAY, 90_000)), unsure("brother", 60_000))
    assert answers(found)[0] == [("income", "sick_pay", True), ("membership", "brother", True)]
    found = result(applicant(Income.of(IncomeKind.SICK_PAY, 9_000)), unsure("brother", 60_000))
    assert answers(found)[0] == [("membership", "brother", True), ("income", "sick_pay", True)]


def test_of_three_doubts_the_least_and_the_greatest_stand_with_the_weightiest_first() -> None:
    pays = (Income.of(IncomeKind.SICK_PAY, 3_000), Income.of(IncomeKind.BIRTH_GRANT, 60_000))
    found = result(applicant(*pays), unsure("brother", 60_000))
    least, greatest = found.readings
    assert (least.monthly, greatest.monthly) == ((9_000, 9_000), (45_000, 45_000))
    assert [of for _, of, _ in least.conditions] == ["birth_grant", "brother", "sick_pay"]
    assert found.monthly == (9_000, 45_000)


def test_a_doubt_that_never_changes_anything_is_left_out_beside_one_that_does() -> None:
    """The brother brings and takes 45 000."""
    found = result(applicant(Income.of(IncomeKind.SICK_PAY, 30_000)), unsure("brother", 45_000))
    assert answers(found) == [[("income", "sick_pay", True)], [("income", "sick_pay", False)]]


def test_a_yes_and_a_no_are_undecided_and_name_no_refusal() -> None:
    found = result(applicant(), unsure("brother", 100_000))
    assert [one.outcome for one in found.readings] == [Outcome.REFUSED, Outcome.ELIGIBLE]
    assert (found.outcome, found.refusals, found.monthly) == (Outcome.UNDECIDED, [], (0, 45_000))


def test_a_yes_in_every_reading_is_a_yes_and_a_no_in_every_one_a_no() -> None:
    assert result(applicant(), unsure("brother", 60_000)).outcome is Outcome.ELIGIBLE
    rich = result(applicant(Income.of(IncomeKind.WAGE, 600_000)), unsure("brother", 60_000))
    assert (rich.outcome, rich.readings) == (Outcome.REFUSED, [])


def test_a_ground_of_one_reading_is_said_and_no_step_says_that_none_stands() -> None:
    """Only the brother can have refused measures: he bars the family if he is of it."""
    studies = applicant(activity=Activity.STUDENT)
    found = result(studies, unsure("brother", 0), refused_measures_on=date(2026, 9, 1))
    assert found.outcome is Outcome.UNDECIDED
    steps = {step.name: step.passed for step in found.steps}
    assert "no_other_ground" not in steps
    assert steps["measures_refused"] is None
    assert [one.outcome for one in found.readings] == [Outcome.REFUSED, Outcome.ELIGIBLE]


def test_before_the_social_code_all_relatives_are_one_doubt() -> None:
    relatives = [Member(f"uncle {number}", Relationship.OTHER, Birth.at_age(50, IN_E2020)) for number in range(3)]
    found = result(applicant(), *relatives, on=IN_E2020, lines=PovertyLines())
    assert answers(found) == [[("relatives", "", True)], [("relatives", "", False)]]
    assert [one.counted_members for one in found.readings] == [4, 1]


@pytest.mark.parametrize("relationship", [Relationship.CHILD, Relationship.WARD, Relationship.FOSTER_CHILD])
def test_before_the_social_code_a_minor_child_is_no_relative(relationship: Relationship) -> None:
    young = Member("child", relationship, Birth.at_age(9, IN_E2020))
    assert result(applicant(), young, on=IN_E2020, lines=PovertyLines()).readings == []


def test_several_children_whose_birthday_comes_are_several_doubts() -> None:
    turning = [
        Member("one", Relationship.CHILD, Birth.on(date(2025, 10, 20))),
        Member("seven", Relationship.CHILD, Birth.on(date(2019, 11, 20))),
    ]
    found = result(applicant(), *turning)
    totals = sorted(one.supplement_total_tenge for one in found.readings)
    # none and three months of 6 488 for the one, three and two months for the other
    assert totals == [12_976, 19_464, 12_976 + 19_464, 19_464 + 19_464]
    assert found.monthly == (135_000, 135_000)
    assert found.total == (405_000 + 12_976, 405_000 + 38_928)


def test_a_child_of_whom_only_the_age_is_known_opens_no_reading() -> None:
    """Its birthday may come in the quarter or not: then that is what is missing, not a reading."""
    assert result(applicant(), Member("child", Relationship.CHILD, Birth.at_age(0, TODAY))).readings == []


def test_many_unsure_members_are_tried_in_those_combinations_that_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """As every combination would say: rich and poor, able to bar the family and not."""
    wages = (0, 20_000, 44_999, 45_001, 60_000, 90_000, 250_000, 5_000)
    members = [
        unsure(f"m{number}", monthly, activity=Activity.STUDENT if number % 2 else Activity.CASUAL)
        for number, monthly in enumerate(wages)
    ]
    histories: tuple[dict[str, Any], ...] = ({}, {"refused_measures_on": date(2026, 9, 1)})
    for history in histories:
        monkeypatch.setattr(mechanism, "ALL_MEMBERS_OF", 6)
        some = result(applicant(activity=Activity.STUDENT), *members, **history)
        monkeypatch.setattr(mechanism, "ALL_MEMBERS_OF", len(members))
        every = result(applicant(activity=Activity.STUDENT), *members, **history)
        assert (some.outcome, some.monthly, some.total) == (every.outcome, every.monthly, every.total)


def test_a_family_of_forty_of_whom_nobody_is_sure_is_assessed_at_once() -> None:
    """2 to the power of 39 combinations would never end."""
    members = [unsure(f"m{number}", 3_000 * number) for number in range(39)]
    found = result(applicant(), *members)
    poor = [3_000 * number for number in range(39) if 3_000 * number < 45_000]
    assert found.monthly == (0, 45_000 * (1 + len(poor)) - sum(poor))
    assert len(found.readings) == 2


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_can_be_met(doubt: Doubt) -> None:
    family = {
        Doubt.RELATIVES: (applicant(), Member("uncle", Relationship.OTHER, Birth.at_age(50, IN_E2020))),
        Doubt.MEMBERSHIP: (applicant(), unsure("brother", 60_000)),
        Doubt.ENTITLEMENT: (applicant(), Member("guest", Relationship.OTHER, Birth.at_age(9, TODAY), entitled=False)),
        Doubt.INCOME: (applicant(Income.of(IncomeKind.STIPEND, 30_000)),),
        Doubt.SUPPLEMENT_AGE: (applicant(), Member("child", Relationship.CHILD, Birth.on(date(2025, 10, 20)))),
    }[doubt]
    on = IN_E2020 if doubt is Doubt.RELATIVES else TODAY
    found = result(*family, on=on, lines=PovertyLines() if on == IN_E2020 else LINE)
    assert {condition.doubt for one in found.readings for condition in one.conditions} == {doubt}
