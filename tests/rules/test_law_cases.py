"""Every law case comes out as its sentence says, and every rule and number of the law is met."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rules.amount import difference_for_each_member
from rules.income import per_capita
from rules.parameters import parameters, value_of
from rules.sources import SOCIAL_CODE_BEGINS_ON, Edition, Grade, provisions
from tests.rules.law_cases import CASES, LawCase, differences, formulas, law_cases, outcome_of

VALUES = Path(__file__).parents[1] / "data" / "values.csv"
FORMULAS = formulas(CASES / "published_examples.toml")
ALL = [case for path in sorted(CASES.glob("*.toml")) for case in law_cases(path)]
COLLECTED = list(csv.DictReader(VALUES.read_text(encoding="utf-8").splitlines()))
RULES = {
    f"{letter}{number}"
    for letter, last in {"P": 6, "L": 5, "I": 6, "A": 7, "C": 3, "R": 10, "G": 3, "F": 3, "H": 33}.items()
    for number in range(1, last + 1)
} - {"H5"} | {"P3-elsewhere", "P3-left", "I4a", "A3a"}  # the fifth row of other help is F1 to F3
TOLD_ONLY = {"A3a", "A7", "R9", "R10"}  # no answer of a family changes them: they are said, and decide no figure
NO_RULE_OF_IT = {"unemployed"}  # articles 99 and 100, in the bill of an offer
ARTICLES_READ = range(120, 131)  # of the assistance itself


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


def test_there_are_more_than_six_hundred_cases_and_no_sentence_stands_twice() -> None:
    twice = [sentence for sentence, times in Counter(case.sentence for case in ALL).items() if times > 1]
    assert twice == []
    assert len(ALL) > 600


def test_every_rule_of_the_law_has_a_case_and_no_case_names_an_unknown_rule() -> None:
    named = {rule for case in ALL for rule in case.rules}
    assert sorted(RULES - TOLD_ONLY - named) == []
    assert sorted(named - RULES) == []


def test_every_provision_of_the_law_is_a_rule_or_a_part_of_one() -> None:
    named = {name if name in RULES else name.partition("-")[0] for name in provisions()}
    assert named - NO_RULE_OF_IT == RULES


def test_what_is_only_told_decides_nothing_and_was_read_in_the_social_code() -> None:
    for rule in TOLD_ONLY:
        assert provisions()[rule].decides == ()
        assert provisions()[rule].sources[Edition.E2023].grade is Grade.LEGAL_TEXT


def test_no_rule_of_the_articles_that_were_read_is_unverified() -> None:
    """What `komek law gaps` lists of the Social Code are its orders, never its articles 120 to 130."""
    sources = [source for found in provisions().values() for source in found.sources.values()]
    of_the_code = [source for source in sources if source.act == "social_code" and source.article]
    read = [source for source in of_the_code if source.article.isdecimal() and int(source.article) in ARTICLES_READ]
    assert {source.article for source in read} == {"120", "121", "122", "123", "125", "126", "127", "128", "129"}
    assert {source.grade for source in read} == {Grade.LEGAL_TEXT}
    assert {source.grade for source in of_the_code} == {Grade.LEGAL_TEXT}


@pytest.mark.parametrize(
    ("rule", "article", "clause"),
    [
        ("P1", "120", "1"), ("P3", "120", "5"), ("P3-elsewhere", "120", "5"), ("P3-left", "120", "5"),
        ("P4", "120", "5"), ("P5", "1", "43"), ("P6", "122", "4"), ("P6-care", "122", "4"), ("L3", "120", "4"),
        ("I1", "127", "2"), ("I2", "127", "2"), ("I6", "127", "1"), ("A1", "128", "1"), ("A2", "126", "1"),
        ("A3", "123", "3"), ("A3a", "123", "1"), ("A4", "126", "2"), ("A7", "126", "3"), ("C1", "121", ""),
        ("C2", "122", ""), ("C3", "96", ""), ("R1", "128", "1"), ("R2", "128", "2"), ("R3", "128", "3"),
        ("R4", "128", "4"), ("R5", "128", "5"), ("R6", "128", "6"), ("R8", "125", "1"), ("R9", "129", ""),
        ("R10", "123", "7"), ("F1", "90", ""), ("F2", "93", ""),
    ],
)  # fmt: skip
def test_a_rule_names_the_article_and_the_clause_of_the_social_code(rule: str, article: str, clause: str) -> None:
    source = provisions()[rule].sources[Edition.E2023]
    assert (source.act, source.article, source.clause) == ("social_code", article, clause)
    assert source.grade is Grade.LEGAL_TEXT


@pytest.mark.parametrize(
    "rule",
    ["P3", "P3-elsewhere", "P3-left", "P4", "P5", "P6", "P6-care", "I3-stipend", "I4a", "I6", "A7",
     "R2", "R5", "R6", "R8", "R9"],
)  # fmt: skip
def test_what_was_not_read_of_the_law_before_says_so(rule: str) -> None:
    assert provisions()[rule].sources[Edition.E2020].grade is Grade.UNVERIFIED


@pytest.mark.parametrize("rule", ["I3-stipend", "I4a"])
def test_what_the_orders_leave_open_is_unverified_under_the_social_code_too(rule: str) -> None:
    assert provisions()[rule].sources[Edition.E2023].grade is Grade.UNVERIFIED


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
    """But for what stood before the act that was read: there the law holds the same number by a weaker source."""
    collected = {(row["name"], row["region"], row["valid_from"]) for row in COLLECTED}
    begins = {
        row["name"]: min(one["valid_from"] for one in COLLECTED if one["name"] == row["name"]) for row in COLLECTED
    }
    further = [
        value
        for name in begins
        for value in parameters()[name].values
        if (name, value.region, str(value.valid_from)) not in collected
    ]
    assert {value.name for value in further} <= {
        "able_bodied_age", "child_supplement_from_age", "child_supplement_until_age"
    }  # fmt: skip
    for value in further:
        assert str(value.valid_from) < begins[value.name] == "2023-07-01"
        assert value.grade is not Grade.LEGAL_TEXT
        assert value.value == value_of(value.name, SOCIAL_CODE_BEGINS_ON).value
