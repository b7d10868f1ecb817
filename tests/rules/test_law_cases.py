"""Every law case comes out as its sentence says, and every rule and number of the law is met."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rules.amount import difference_for_each_member
from rules.income import per_capita
from rules.parameters import parameters
from rules.sources import provisions
from tests.rules.law_cases import CASES, LawCase, differences, formulas, law_cases, outcome_of

VALUES = Path(__file__).parents[1] / "data" / "values.csv"
FORMULAS = formulas(CASES / "published_examples.toml")
ALL = [case for path in sorted(CASES.glob("*.toml")) for case in law_cases(path)]
COLLECTED = list(csv.DictReader(VALUES.read_text(encoding="utf-8").splitlines()))
RULEBOOK = {
    f"{letter}{number}"
    for letter, last in {"P": 6, "L": 5, "I": 6, "A": 6, "C": 3, "R": 8, "G": 3, "F": 3}.items()
    for number in range(1, last + 1)
}


@pytest.mark.parametrize("case", ALL, ids=str)
def test_case(case: LawCase) -> None:
    assert differences(case.expect, outcome_of(case)) == []


@pytest.mark.parametrize("example", FORMULAS, ids=lambda example: example["name"])
def test_formula_alone(example: dict[str, Any]) -> None:
    quarter_tenge = 3 * example["income_per_month"]
    members = example["members"]
    assert per_capita(quarter_tenge, members) == example["per_capita_income"]
    monthly_tenge = difference_for_each_member(example["line"], quarter_tenge, members)
    assert monthly_tenge == example["monthly_tenge"]


def test_there_are_more_than_two_hundred_cases_and_no_sentence_stands_twice() -> None:
    twice = [sentence for sentence, times in Counter(case.sentence for case in ALL).items() if times > 1]
    assert twice == []
    assert len(ALL) > 200


def test_every_rule_of_the_rulebook_has_a_case_and_no_case_names_an_unknown_rule() -> None:
    named = {rule for case in ALL for rule in case.rules}
    assert sorted(RULEBOOK - named) == []
    assert sorted(named - RULEBOOK) == []


def test_every_provision_of_the_law_is_a_rule_of_the_rulebook_or_a_part_of_one() -> None:
    assert {name.partition("-")[0] for name in provisions()} <= RULEBOOK


@pytest.mark.parametrize(
    "row",
    COLLECTED,
    ids=lambda row: f"{row['name']} {row['region']} {row['valid_from']}",
)
def test_a_collected_number_stands_in_the_law_with_its_dates_grade_and_source(row: dict[str, str]) -> None:
    found = [
        (str(value.valid_until or ""), value.value, value.grade.value, value.source, value.url)
        for value in parameters()[row["name"]].of(row["region"])
        if str(value.valid_from) == row["valid_from"]
    ]
    assert found == [(row["valid_until"], Decimal(row["value"]), row["grade"], row["source"], row["url"])]


def test_no_number_stands_in_the_law_under_a_collected_name_without_being_collected() -> None:
    collected = Counter(row["name"] for row in COLLECTED)
    assert {name: len(parameters()[name].values) for name in collected} == dict(collected)
