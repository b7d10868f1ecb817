"""The numbers of the law are refused unless they can be relied on, and never stand in for another day's."""

import ast
import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from rules.parameters import Parameter, UncoveredError, known_value_of, load, parameters, value_of
from rules.sources import LAW_BEGINS_ON, Edition, Grade, LawError, edition_on, provision, provisions

HEAD = """description = "A number for the test."
unit = "tenge"
coverage = "continuous"
decides = ["outcome"]
"""
FIRST_HALF = """
[[values]]
region = "KZ"
valid_from = 2020-01-01
valid_until = 2020-06-30
value = 100
grade = "official"
source = "an act"
"""
SECOND_HALF = """
[[values]]
region = "KZ"
valid_from = 2020-07-01
value = 200
grade = "media"
source = "the press"
"""
# The bureau's annual means begin a year before the law: the first quarters of 2020 rest on them.
EVIDENCE_BEGINS_ON = {"subsistence_minimum_year": date(2019, 1, 1)}
GOOD = HEAD + FIRST_HALF + SECOND_HALF


@pytest.fixture
def law_file(tmp_path: Path) -> Path:
    """A place for one file of the law."""
    return tmp_path / "number.toml"


def loaded(path: Path, text: str) -> Parameter:
    path.write_text(text, encoding="utf-8")
    return load(path)


def refusal(path: Path, text: str) -> str:
    with pytest.raises(LawError) as refused:
        loaded(path, text)
    return str(refused.value)


def line_of(text: str, part: str) -> int:
    """Return the number of the first line that holds a text."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def test_a_good_file_is_read_with_both_ends_grade_and_source(law_file: Path) -> None:
    parameter = loaded(law_file, GOOD)
    first, second = parameter.values
    assert (parameter.name, parameter.unit, parameter.decides) == ("number", "tenge", ("outcome",))
    assert (first.value, first.valid_until, first.grade) == (Decimal(100), date(2020, 6, 30), Grade.OFFICIAL)
    assert (second.valid_from, second.valid_until, second.source) == (date(2020, 7, 1), None, "the press")


def test_a_fraction_is_read_exactly_and_never_as_a_float(law_file: Path) -> None:
    value = loaded(law_file, GOOD.replace("value = 100", "value = 16.03")).values[0].value
    assert value == Decimal("16.03")
    assert isinstance(value, Decimal)


def test_the_url_of_a_source_is_kept(law_file: Path) -> None:
    text = GOOD.replace('source = "an act"', 'source = "an act"\nurl = "https://adilet.zan.kz/"')
    assert [value.url for value in loaded(law_file, text).values] == ["https://adilet.zan.kz/", ""]


def test_regions_may_follow_each_other_in_any_order(law_file: Path) -> None:
    other = FIRST_HALF.replace('"KZ"', '"KZ-75"')
    parameter = loaded(law_file, HEAD + SECOND_HALF + other + FIRST_HALF)
    assert [value.value for value in parameter.of("KZ")] == [100, 200]
    assert [value.value for value in parameter.of("KZ-75")] == [100]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('unit = "tenge"', 'unit = "dollars"', "unit"),
        ('unit = "tenge"', "", "unit"),
        ('coverage = "continuous"', 'coverage = "sometimes"', "coverage"),
        ('coverage = "continuous"', "", "coverage"),
        ('description = "A number for the test."', "", "description"),
        ('decides = ["outcome"]', "", "decides"),
        ('decides = ["outcome"]', 'decides = ["outcome"]\nnickname = "x"', "nickname"),
        ('region = "KZ"', 'region = "KZ-99"', "region"),
        ('region = "KZ"', "", "region"),
        ("valid_from = 2020-01-01", "", "valid_from"),
        ("valid_from = 2020-01-01", 'valid_from = "2020-01-01"', "valid_from"),
        ("valid_from = 2020-01-01", "valid_from = 2020-01-01T00:00:00", "valid_from"),
        ("valid_until = 2020-06-30", 'valid_until = "for ever"', "valid_until"),
        ("valid_until = 2020-06-30", "valid_until = 2019-12-31", "valid_until"),
        ("value = 100", "", "value"),
        ("value = 100", 'value = "100"', "value"),
        ("value = 100", "value = true", "value"),
        ("value = 100", "value = nan", "value"),
        ("value = 100", "value = inf", "value"),
        ('grade = "official"', 'grade = "hearsay"', "grade"),
        ('grade = "official"', "", "grade"),
        ('source = "an act"', "", "source"),
        ('source = "an act"', 'source = "  "', "source"),
        ('source = "an act"', 'source = "an act"\nsauce = "x"', "sauce"),
    ],
)
def test_a_wrong_line_is_refused_with_the_file_and_what_is_wrong(
    law_file: Path, right: str, wrong: str, words: str
) -> None:
    message = refusal(law_file, GOOD.replace(right, wrong, 1))
    assert re.match(r"number\.toml:\d+: ", message)
    assert words in message


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('unit = "tenge"', 'unit = "dollars"'),
        ('coverage = "continuous"', 'coverage = "sometimes"'),
        ('decides = ["outcome"]', 'nickname = "x"\ndecides = ["outcome"]'),
        ('region = "KZ"', 'region = "KZ-99"'),
        ("valid_from = 2020-01-01", 'valid_from = "2020-01-01"'),
        ("valid_until = 2020-06-30", "valid_until = 2019-12-31"),
        ("value = 100", 'value = "100"'),
        ('grade = "official"', 'grade = "hearsay"'),
        ('source = "an act"', 'source = ""'),
        ('source = "an act"', 'sauce = "x"\nsource = "an act"'),
    ],
)
def test_the_message_names_the_very_line(law_file: Path, right: str, wrong: str) -> None:
    text = GOOD.replace(right, wrong, 1)
    assert refusal(law_file, text).startswith(f"number.toml:{line_of(text, wrong.splitlines()[0])}: ")


def test_a_missing_source_of_the_second_value_names_that_value(law_file: Path) -> None:
    text = HEAD + FIRST_HALF + SECOND_HALF.replace('source = "the press"', "")
    second_value = len((HEAD + FIRST_HALF).splitlines()) + 2
    assert refusal(law_file, text).startswith(f"number.toml:{second_value}: ")


def test_a_comment_beside_the_head_of_a_value_disturbs_no_message(law_file: Path) -> None:
    text = GOOD.replace("[[values]]", "[[values]] # before the change", 1).replace("media", "hearsay")
    assert refusal(law_file, text).startswith(f"number.toml:{line_of(text, 'hearsay')}: ")


@pytest.mark.parametrize("text", [HEAD, HEAD + "values = []\n", HEAD + "values = 3\n", HEAD + "values = [3]\n"])
def test_a_file_without_values_is_refused(law_file: Path, text: str) -> None:
    assert "values" in refusal(law_file, text)


def test_a_file_that_is_no_toml_is_refused_with_its_line(law_file: Path) -> None:
    text = GOOD.replace("value = 100", "value = ")
    message = refusal(law_file, text)
    assert message.startswith("number.toml")
    assert f"line {line_of(text, 'value = ')}" in message


def test_an_overlap_of_one_day_is_refused(law_file: Path) -> None:
    text = GOOD.replace("2020-07-01", "2020-06-30")
    assert "overlaps the value of 2020-01-01" in refusal(law_file, text)


def test_a_value_after_one_without_an_end_is_refused(law_file: Path) -> None:
    assert "overlaps" in refusal(law_file, GOOD.replace("valid_until = 2020-06-30\n", ""))


def test_the_same_value_twice_is_refused(law_file: Path) -> None:
    assert "overlaps" in refusal(law_file, HEAD + FIRST_HALF + FIRST_HALF)


def test_the_same_number_from_the_same_day_with_and_without_an_end_is_refused(law_file: Path) -> None:
    endless = FIRST_HALF.replace("valid_until = 2020-06-30\n", "")
    assert "overlaps" in refusal(law_file, HEAD + FIRST_HALF + endless)


def test_an_overlap_names_the_line_of_the_later_value_though_it_stands_first(law_file: Path) -> None:
    text = HEAD + SECOND_HALF.replace("2020-07-01", "2020-06-30") + FIRST_HALF
    assert refusal(law_file, text).startswith(f"number.toml:{line_of(text, '[[values]]')}: overlaps")


def test_a_gap_of_one_day_is_refused(law_file: Path) -> None:
    text = GOOD.replace("2020-07-01", "2020-07-02")
    assert "leaves a gap after 2020-06-30" in refusal(law_file, text)


def test_a_gap_is_no_fault_where_only_what_was_published_is_known(law_file: Path) -> None:
    text = GOOD.replace("continuous", "published").replace("2020-07-01", "2020-10-01")
    assert len(loaded(law_file, text).values) == 2


def test_an_overlap_is_a_fault_even_where_only_what_was_published_is_known(law_file: Path) -> None:
    text = GOOD.replace("continuous", "published").replace("2020-07-01", "2020-06-01")
    assert "overlaps" in refusal(law_file, text)


def test_values_of_different_regions_neither_overlap_nor_leave_a_gap(law_file: Path) -> None:
    assert len(loaded(law_file, HEAD + FIRST_HALF + SECOND_HALF.replace('"KZ"', '"KZ-71"')).values) == 2


def test_a_value_stands_on_its_first_and_on_its_last_day() -> None:
    assert value_of("monthly_calculation_index", date(2020, 3, 31)).value == 2651
    assert value_of("monthly_calculation_index", date(2020, 4, 1)).value == 2778


@pytest.mark.parametrize(
    ("name", "day", "region"),
    [
        ("monthly_calculation_index", date(2019, 12, 31), "KZ"),
        ("monthly_calculation_index", date(2027, 1, 1), "KZ"),
        ("monthly_calculation_index", date(2023, 1, 1), "KZ-75"),
        ("poverty_line", date(2020, 7, 1), "KZ-75"),
        ("child_supplement_multiplier", date(2022, 12, 31), "KZ"),
        ("pension_age_women", date(2019, 12, 31), "KZ"),
        ("refusal_bar_after_false_data", date(2023, 6, 30), "KZ"),
        ("elderly_care_age_limit", date(2023, 6, 30), "KZ"),
        ("median_income_above_floor", date(2024, 12, 31), "KZ-75"),
        ("median_income_above_floor", date(2026, 1, 1), "KZ-23"),
    ],
)
def test_a_day_that_no_value_covers_is_an_error_and_not_another_year_s_number(
    name: str, day: date, region: str
) -> None:
    with pytest.raises(UncoveredError, match=f"{name}.*{region}.*{day}"):
        value_of(name, day, region)
    assert known_value_of(name, day, region) is None


def test_a_name_that_the_law_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        value_of("monthly_calculation_idnex", date(2023, 1, 1))


@pytest.mark.parametrize("name", sorted(parameters()))
def test_every_number_of_the_law_is_sourced_and_continuous_from_its_first_day(name: str) -> None:
    parameter = parameters()[name]
    begins_on = EVIDENCE_BEGINS_ON.get(name, LAW_BEGINS_ON)
    assert all(value.source and value.valid_from >= begins_on for value in parameter.values)
    if parameter.coverage == "continuous":
        values = list(parameter.of("KZ"))
        assert all(
            earlier.valid_until and earlier.valid_until + timedelta(days=1) == later.valid_from
            for earlier, later in pairwise(values)
        )


def test_the_law_begins_in_2020_and_the_social_code_in_july_2023() -> None:
    assert [edition_on(day) for day in (date(2020, 1, 1), date(2023, 6, 30))] == [Edition.E2020] * 2
    assert edition_on(date(2023, 7, 1)) is Edition.E2023
    with pytest.raises(LawError, match="2020-01-01"):
        edition_on(date(2019, 12, 31))


def test_every_provision_says_its_rule_what_rests_on_it_and_its_source() -> None:
    for name, found in provisions().items():
        assert (found.id, bool(found.rule), bool(found.sources)) == (name, True, True)
        assert all(source.provision == name and source.act for source in found.sources.values())


RULES = Path(__file__).parents[2] / "rules"
ID = r"\b[A-Z]\d{1,2}(?:-?[a-z]+)?\b"
OF_A_STEP = {
    "amount.py", "income.py", "income_within_line.py", "kind_of_assistance.py", "large_family.py", "no_need.py",
    "offer_bill.py", "poverty_line.py", "quarters.py", "readings.py", "refusals.py", "social_package.py",
    "subsistence_minimum.py", "who_counts.py",
}  # fmt: skip


def test_the_provisions_that_a_rule_rests_on_stand_behind_its_words_and_are_known() -> None:
    named: dict[str, set[str]] = {}
    for path in RULES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                brackets = re.findall(r"\(([A-Z]\d[^)]*)", ast.get_docstring(node) or "")
                named.setdefault(path.name, set()).update(re.findall(ID, " ".join(brackets)))
    assert {name for name, ids in named.items() if not ids} & OF_A_STEP == set()
    assert set().union(*named.values()) - set(provisions()) == set()


def test_a_provision_of_the_social_code_has_its_article_and_its_grade() -> None:
    refusal_of_measures = provision("R4", Edition.E2023)
    assert (refusal_of_measures.article, refusal_of_measures.clause) == ("128", "4")
    assert refusal_of_measures.grade is Grade.LEGAL_TEXT
    assert refusal_of_measures.grade.is_firm


@pytest.mark.parametrize("rule", ["P3", "P4", "P5", "P6", "P6-care", "I6", "R2", "R5", "R6", "R8"])
def test_what_is_known_from_an_article_of_the_social_code_alone_is_unverified_before_it(rule: str) -> None:
    assert provision(rule, Edition.E2020).grade is Grade.UNVERIFIED


def test_what_the_ministry_announced_for_2020_is_official_from_then_on() -> None:
    grades = {rule: provision(rule, Edition.E2020).grade for rule in ("C1", "C2", "R3", "R4", "R7", "A1", "I2")}
    assert set(grades.values()) == {Grade.OFFICIAL}, grades


def test_a_rule_with_days_of_its_own_covers_them_and_no_other() -> None:
    package, article = (provisions()[rule] for rule in ("G1", "A1"))
    later = article._replace(valid_from=date(2025, 1, 1))
    assert [later.covers(day) for day in (date(2024, 12, 31), date(2025, 1, 1))] == [False, True]
    assert [package.covers(day) for day in (date(2022, 12, 31), date(2023, 1, 1))] == [True, False]
    assert article.covers(date(2020, 1, 1))
    assert article.covers(date(2027, 12, 31))


def test_the_old_law_knows_no_rule_that_began_after_it() -> None:
    with pytest.raises(KeyError):
        provision("L2", Edition.E2020)


@pytest.mark.parametrize("grade", [Grade.MEDIA, Grade.DERIVED, Grade.UNVERIFIED])
def test_a_result_that_rests_on_less_than_the_act_or_an_authority_is_not_firm(grade: Grade) -> None:
    assert not grade.is_firm
