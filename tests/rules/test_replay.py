"""A result is worked out again from what was frozen with it, whatever the tables of the law say since."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import Birth, Household, Income, LawError, Member, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.household import AwardedMother, DayUnknown, History, Holding, IncomeKind, Property
from rules.household_record import HouseholdRecord, household_of, household_record
from rules.law_in_force import NUMBERS, law_by, law_in_force
from rules.parameters import known_value_of
from rules.record import Record
from rules.replay import (
    DamagedInputsError,
    Inputs,
    again,
    differences,
    frozen_inputs,
    inputs_record,
    tenge_of,
    today,
)
from tests.cast.families import DAYS, households, lines_of

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ON = date(2026, 10, 20)
RULES = Path(__file__).parents[2] / "rules"
LINES = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), 45_000, "akimat")])
PUBLISHED_SINCE = PovertyLines([PovertyLine.published("KZ-79", Quarter(2026, 4), 46_500, "akimat, corrected")])


def family() -> Household:
    """Return a mother of four with 60 000 a month, two of the children between 1 and 6."""
    mother = Member("self", "applicant", Birth.at_age(38, ON), incomes=(Income.of(IncomeKind.WAGE, 180_000),))  # type: ignore[arg-type]
    children = [Member(f"c{age}", "child", Birth.at_age(age, ON)) for age in (2, 5, 9, 11)]  # type: ignore[arg-type]
    return Household("KZ-79", (mother, *children), History(awarded_mother=AwardedMother.KUMIS_ALQA))


def kept(record: Record, inputs: Inputs) -> tuple[Record, Inputs]:
    """Return both as they come back from the database."""
    return cast("tuple[Record, Inputs]", json.loads(json.dumps([record, inputs])))


@few
@given(st.data())
def test_every_family_gets_the_same_record_again_from_what_was_frozen(data: st.DataObject) -> None:
    on = data.draw(DAYS)
    household = data.draw(households(on))
    found = assess(household, on, data.draw(lines_of(household, on)))
    record, inputs = kept(record_of(found), inputs_record(household, found.law))

    frozen = frozen_inputs(record, inputs)

    assert frozen.household == household
    assert json.loads(json.dumps(again(frozen))) == record


def test_the_family_keeps_every_fact_as_it_was_told() -> None:
    owned = Property(frozenset({Holding.CARS, Holding.DWELLINGS}), 85, plot_granted_free=True)
    history = History(ON, DayUnknown.UNKNOWN, false_data_on=date(2026, 1, 2))
    told = replace(family(), history=history, property=owned, registered=False)

    assert household_of(cast("HouseholdRecord", json.loads(json.dumps(household_record(told))))) == told


def test_numbers_and_a_line_that_have_changed_since_change_nothing_of_the_result_and_are_named() -> None:
    """An index of 4 000 was used, and a line of 45 000; today's tables have another index and a corrected line."""
    known = law_in_force(ON)
    index = known.numbers["monthly_calculation_index"]._replace(value=Decimal(4_000))
    used = law_by(ON, {**known.numbers, "monthly_calculation_index": index})
    shown = record_of(assess(family(), ON, LINES, used))
    record, inputs = kept(shown, inputs_record(family(), used))

    frozen = frozen_inputs(record, inputs)

    assert tenge_of(again(frozen)) == tenge_of(record)
    assert (record["child_supplement_tenge"], record["monthly_tenge"]["high"]) == (2 * 1.5 * 4_000, 5 * 45_000 - 60_000)
    now = today(frozen, PUBLISHED_SINCE)
    assert now["monthly_tenge"]["high"] == 5 * 46_500 - 60_000
    assert now["child_supplement_tenge"] != record["child_supplement_tenge"]
    named = {one.name: (one.then, one.now) for one in differences(record, inputs, PUBLISHED_SINCE)}
    assert named["poverty_line"] == ("45000 published", "46500 published")
    assert named.keys() == {"poverty_line", "monthly_calculation_index"}
    assert str(named["monthly_calculation_index"][0]).startswith("4000 ")


def test_where_nothing_has_changed_no_difference_is_named() -> None:
    found = assess(family(), ON, LINES)

    assert list(differences(record_of(found), inputs_record(family(), found.law), LINES)) == []


def test_an_assessment_asks_the_law_of_its_day_and_never_the_tables() -> None:
    """But for the poverty line and what that is estimated from: the line stands in the record."""
    may = {"parameters", "law_in_force", "poverty_line", "subsistence_minimum", "__init__", "sources"}
    asking = {path.stem for path in RULES.glob("*.py") if re.search(r"\b(known_)?value_of\b", path.read_text("utf-8"))}
    assert asking - may == set()
    assert law_in_force(ON).numbers.keys() == {name for name in NUMBERS if known_value_of(name, ON) is not None}


def test_what_was_frozen_and_cannot_be_read_is_said_and_not_guessed() -> None:
    found = assess(family(), ON, LINES)
    record, inputs = kept(record_of(found), inputs_record(family(), found.law))
    damaged: list[dict[str, Any]] = [{"household": {}}, {"law": []}, {"law": {"able_bodied_age": {"value": "many"}}}]
    for damage in damaged:
        with pytest.raises(DamagedInputsError):
            frozen_inputs(record, cast("Inputs", {**inputs, **damage}))
    without_age = {name: number for name, number in inputs["law"].items() if name != "able_bodied_age"}
    with pytest.raises(LawError, match="able_bodied_age"):
        frozen_inputs(record, {**inputs, "law": without_age})
