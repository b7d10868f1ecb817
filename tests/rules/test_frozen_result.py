"""All of a result that is frozen: record, family and law, other help, and the doors where they are looked for."""

from datetime import date

from rules import Birth, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.frozen_result import frozen_result
from rules.household import Activity, IncomeKind, Relationship
from rules.replay import again, frozen_inputs, tenge_of

ON = date(2026, 11, 23)
LINES = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), 45_000, "given")])


def family(wage: int) -> Household:
    incomes = (Income.of(IncomeKind.WAGE, wage),)
    mother = Member("mother", Relationship.APPLICANT, Birth.at_age(38, ON), activity=Activity.EMPLOYED, incomes=incomes)
    return Household("KZ-79", (mother, Member("child", Relationship.CHILD, Birth.at_age(9, ON))))


def test_what_is_frozen_is_worked_out_again_to_the_tenge() -> None:
    frozen = frozen_result(family(60_000), ON, LINES, looks_ahead=False)
    assert "doors" not in frozen
    assert frozen["other_help"]["help"]
    assert tenge_of(again(frozen_inputs(frozen["record"], frozen["inputs"]))) == tenge_of(frozen["record"])


def test_the_doors_of_a_no_are_frozen_where_they_are_looked_for() -> None:
    frozen = frozen_result(family(900_000), ON, LINES, looks_ahead=True)
    assert frozen["record"]["outcome"] == "refused"
    assert {door["change"] for door in frozen["doors"]["doors"]} == {"lower_income"}
