"""`komek assess`: families in files, assessed in order, printed as JSON lines or told as to a person."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.commands.lines_file import COLUMNS
from bot.texts import Language, texts
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    Commission,
    Disability,
    IncomeKind,
    Relationship,
    Sex,
)
from rules.regions import REGIONS
from tests.bot.commands.terminal import as_toml, changed, file_of, komek, objects, python, refusal
from tests.family_file import ALONE, FAMILY
from tests.rules.law_cases import CASES, LawCase, differences, law_cases

Object = dict[str, Any]
LANGUAGES = ("kk", "ru")
CHILD = '[[members]]\nrelationship = "child"\nage = {}\n'
LARGE = ALONE + "".join(CHILD.format(age) for age in (2, 5, 7, 9))
REFUSED = f'{ALONE}[[members.incomes]]\nkind = "wage"\nmonthly = 900_000\n'

# What every object has at least, and of which type it is.
PROMISED: dict[str, type | tuple[type, ...]] = {
    "edition": str, "on": str, "region": str, "quarter": str, "base_months": list, "outcome": str, "preliminary": bool,
    "counted_members": int, "not_counted": list, "per_capita_income": str, "poverty_line": dict,
    "assistance": (str, type(None)), "social_contract": bool, "must_join_measures": list, "monthly_tenge": dict,
    "child_supplement_tenge": (int, type(None)), "months": int, "total_tenge": dict,
    "large_family_allowance_tenge": (int, type(None)), "awarded_mother_allowance_tenge": (int, type(None)),
    "refusals": list, "readings": list, "no_need_bases": list, "warnings": list, "children": list,
    "gaps": list, "steps": list, "other_help": dict,
}  # fmt: skip
GROUNDS = {
    "nobody_entitled", "income_above_line", "examination_refused", "commission_no_need", "measures_refused",
    "contract_broken", "false_data",
}  # fmt: skip
PACKAGE = {"food_set", "hygiene_set", "school_meals", "travel", "uniform_and_supplies", "medical_care"}
CASES_TO_TELL = [case for path in sorted(CASES.glob("*.toml")) for case in law_cases(path) if not case.lines]


def assessed(document: str, *options: object) -> Object:
    """Return the one object that a family's file gives."""
    (found,) = objects(file_of(document), *options)
    return found


def told(document: str, *options: object) -> str:
    """Return the explanation of a family's file."""
    said = komek("assess", file_of(document), *options)
    assert (said.err, said.code) == ("", 0)
    return said.out


def assert_as_promised(found: Object) -> None:
    for key, kind in PROMISED.items():
        assert isinstance(found[key], kind), key
        assert kind is not int or type(found[key]) is int, key
    assert found["edition"] in {"E2020", "E2023"}
    assert found["outcome"] in {"eligible", "refused", "too_close", "undecided"}
    assert found["assistance"] in {"unconditional", "conditional", None}
    assert found["poverty_line"]["basis"] in {"published", "estimate"}
    assert type(found["poverty_line"]["tenge"]) is int
    assert found["poverty_line"]["source"]
    assert len(found["base_months"]) == 3
    assert len(found["per_capita_income"].partition(".")[2]) >= 2
    line = found["poverty_line"]
    assert 0 < line["low"] <= line["tenge"] <= line["high"]
    assert (line["basis"] == "published") <= (line["low"] == line["high"])
    assert bool(line["evidence"]) is (line["basis"] == "estimate")
    likely = found["monthly_tenge"]["likely"]
    assert likely is None or found["monthly_tenge"]["low"] <= likely <= found["monthly_tenge"]["high"]
    for amount in (found["monthly_tenge"], found["total_tenge"]):
        assert 0 <= amount["low"] <= amount["high"]
        assert {type(amount[end]) for end in ("low", "high")} == {int}
    for reading in found["readings"]:
        assert {"if", "outcome", "monthly_tenge", "counted_members"} <= reading.keys()
        assert reading["outcome"] in {"eligible", "refused", "too_close", "undecided"}
    for ground in found["refusals"]:
        assert ground["ground"] in GROUNDS
        assert ground["until"] is None or date.fromisoformat(ground["until"])
    for child in found["children"]:
        assert {"label", "age", "package"} <= child.keys()
        assert set(child["package"]) <= PACKAGE
    assert found["steps"]


def test_a_file_with_every_key_gives_one_object_with_all_that_is_promised() -> None:
    found = assessed(FAMILY)
    assert_as_promised(found)
    assert {key: found[key] for key in list(PROMISED)[:10]} == {
        "edition": "E2020",
        "on": "2023-05-10",
        "region": "KZ-79",
        "quarter": "2023-Q2",
        "base_months": ["2023-01", "2023-02", "2023-03"],
        "outcome": "eligible",
        "preliminary": True,  # the calculation index of 2023 is known from the press
        "counted_members": 3,
        "not_counted": [],
        "per_capita_income": "30000.00",  # (3 x 60 000 + 60 000 + 30 000) / 3 people / 3 months
    }
    assert found["poverty_line"]["tenge"] == 31_908
    assert (found["assistance"], found["social_contract"]) == ("unconditional", False)
    assert found["monthly_tenge"] == {"low": 5_724, "likely": 5_724, "high": 5_724}  # (31 908 - 30 000) x 3
    assert (found["child_supplement_tenge"], found["months"]) == (10_350, 2)
    assert found["total_tenge"] == {"low": 32_148, "high": 32_148}
    assert [child["label"] for child in found["children"]] == ["child 1", "son"]


def test_other_help_stands_beside_the_assistance_with_the_totals_of_a_month() -> None:
    found = assessed(LARGE, "--on", "2026-11-20", "--line", "40000")["other_help"]
    (large,) = (one for one in found["help"] if one["help"] == "large-family-allowance")
    assert (large["standing"], large["amount_tenge"]) == ("due", {"low": 69_330, "high": 69_330})
    assert large["where"] == ["state-corporation"]
    assert [(source["provision"], source["article"]) for source in large["sources"]] == [("F1", "90"), ("I3", "")]
    assert found["totals"]["other_tenge"] == {"low": 69_330, "high": 69_330}
    assert found["while_paid"] == {
        "tell_changes_within_working_days": 10,
        "suspended_after_months_without_spending": 3,
        "arrears_years": 3,
    }


def test_before_the_social_code_only_what_is_known_of_that_law_is_other_help() -> None:
    found = assessed(LARGE, "--on", "2023-06-30", "--line", "30000")["other_help"]
    assert [one["help"] for one in found["help"]] == ["large-family-allowance"]
    assert found["while_paid"] == {}


def test_every_optional_key_may_be_absent() -> None:
    found = assessed(ALONE)
    assert_as_promised(found)
    assert (found["counted_members"], found["per_capita_income"]) == (1, "0.00")


@pytest.mark.parametrize("case", CASES_TO_TELL, ids=str)
def test_a_law_case_comes_out_of_the_command_line_as_the_lawyer_wrote_it(case: LawCase) -> None:
    options = [] if case.on is None else ["--on", case.on]
    options += [] if case.line_tenge is None else ["--line", case.line_tenge]
    file = file_of(as_toml(case.document))
    if "error" in case.expect:
        assert refusal("assess", file, *options).startswith(f"family.toml: {case.expect['error']}")
        return
    (found,) = objects(file, *options)
    assert_as_promised(found)
    assert differences(case.expect, found) == []


WORDS: list[tuple[str, str]] = [
    *((f'"{word}"', changed('"spouse"', f'"{word}"', f'{ALONE}[[members]]\nrelationship = "spouse"\nage = 40\n'))
      for word in Relationship if word is not Relationship.APPLICANT),
    *((f"sex {word}", f'{ALONE}sex = "{word}"') for word in Sex),
    *((f"activity {word}", f'{ALONE}activity = "{word}"') for word in Activity),
    *((f"cares_for {word}", f'{ALONE}activity = "carer"\ncares_for = "{word}"') for word in CaresFor),
    *((f"disability {word}", f'{ALONE}disability = "{word}"') for word in Disability),
    *((f"absence {word}", f'{ALONE}[[members]]\nrelationship = "child"\nage = 9\nabsence = "{word}"')
      for word in Absence),
    *((f"kind {word}", f'{ALONE}[[members.incomes]]\nkind = "{word}"\ntotal = 30_000') for word in IncomeKind),
    *((f"commission {word}", f'{ALONE}[history]\ncommission = "{word}"') for word in Commission),
    *((f"awarded_mother {word}", f'{ALONE}[history]\nawarded_mother = "{word}"') for word in AwardedMother),
    *((f"region {word}", ALONE.replace("KZ-79", word)) for word in REGIONS),
]  # fmt: skip


def test_every_word_of_the_format_is_accepted() -> None:
    files = [file_of(document, f"{number}.toml") for number, (_, document) in enumerate(WORDS)]
    found = objects(*files)
    assert len(found) == len(WORDS) == 12 + 2 + 8 + 4 + 5 + 10 + 34 + 4 + 3 + 20
    for one in found:
        assert_as_promised(one)


def test_every_word_of_the_format_can_be_told_in_both_languages() -> None:
    files = [file_of(document, f"{number}.toml") for number, (_, document) in enumerate(WORDS)]
    for language in LANGUAGES:
        said = komek("assess", *files, "--lang", language)
        assert (said.err, said.code) == ("", 0)
        assert not set("{}<>") & set(said.out)


@pytest.mark.parametrize("word", ["true", "false"])
def test_illness_registration_and_false_data_are_true_or_false(word: str) -> None:
    document = f"{ALONE}long_illness = {word}\nregistered_here = {word}\n[history]\nfalse_data = {word}"
    found = assessed(document)
    assert [refusal["ground"] for refusal in found["refusals"]] == ["false_data"] * (word == "true")
    assert ("not_registered_here" in found["warnings"]) is (word == "false")


@pytest.mark.parametrize("income", ["monthly = 30_000", "total = 90_000", 'months = { "2023-02" = 90_000 }'])
def test_an_income_may_be_given_by_month_in_all_or_month_by_month(income: str) -> None:
    found = assessed(f'{ALONE}[[members.incomes]]\nkind = "wage"\n{income}')
    assert found["per_capita_income"] == "30000.00"


def test_the_objects_come_one_a_line_in_the_order_of_the_files_even_of_one_given_twice() -> None:
    files = [file_of(ALONE.replace("KZ-79", region), f"{region}.toml") for region in ("KZ-75", "KZ-71", "KZ-79")]
    assert [found["region"] for found in objects(*files, files[0])] == ["KZ-75", "KZ-71", "KZ-79", "KZ-75"]


def test_a_line_given_is_the_published_line_of_every_file_whatever_region_and_quarter() -> None:
    files = [file_of(ALONE.replace("KZ-79", region), f"{region}.toml") for region in ("KZ-71", "KZ-79")]
    for found in objects(*files, "--line", "40000"):
        assert found["poverty_line"]["tenge"] == 40_000
        assert found["poverty_line"]["basis"] == "published"
        assert "estimated_line" not in found["warnings"]
        assert found["monthly_tenge"] == {"low": 40_000, "likely": 40_000, "high": 40_000}


def test_the_day_asked_for_brings_the_law_of_that_day() -> None:
    assert assessed(ALONE, "--on", "2023-06-30")["edition"] == "E2020"
    after = assessed(ALONE, "--on", "2023-07-01")
    assert (after["edition"], after["on"], after["quarter"]) == ("E2023", "2023-07-01", "2023-Q3")
    assert assessed(ALONE.replace("2023-05-10", "2020-01-01"))["quarter"] == "2020-Q1"


def test_a_file_saved_with_a_byte_order_mark_or_windows_line_ends_is_read() -> None:
    Path("family.toml").write_bytes(FAMILY.replace("\n", "\r\n").encode("utf-8-sig"))
    assert objects("family.toml") == [assessed(FAMILY)]


def test_the_json_keeps_letters_as_they_are() -> None:
    said = komek("assess", file_of(changed('"mother"', '"Әйгерім"')), "--json")
    assert "Әйгерім" in said.out


def test_a_file_whose_name_is_kazakh_or_has_spaces_is_read() -> None:
    assert objects(file_of(FAMILY, "Сейітқали отбасы.toml"))


# Told as to a person

OUTCOMES = {
    "eligible": (
        FAMILY,
        ("айына 16 074 ₸", "Негізі:"),
        ("адресная помощь: 16 074 ₸", "Основание:"),
    ),
    "refused": (REFUSED, ("900 000 ₸", "31 908 ₸"), ("900 000 ₸", "31 908 ₸")),
    "large family": (LARGE, ("Бала, 9 жас",), ("Ребёнок, 9 лет",)),
    "another edition": (ALONE.replace("2023-05-10", "2025-02-01"), ("2025 жылғы",), ("2025 года",)),
}


@pytest.mark.parametrize(("name", "language"), list(product(OUTCOMES, LANGUAGES)))
def test_the_explanation_is_whole_and_in_the_language_asked_for(name: str, language: str) -> None:
    document, *words = OUTCOMES[name]
    text = told(document, "--lang", language).replace("\N{NO-BREAK SPACE}", " ")
    for word in words[LANGUAGES.index(language)]:
        assert word in text
    assert not set("{}<>&") & set(text)
    assert "None" not in text
    assert "kz-" not in text.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_no_is_told_with_what_would_change_it(language: str) -> None:
    """A wage that comes every month brings the same; what a sale brought counts in one quarter alone."""
    sold = REFUSED.replace('"wage"', '"sale"')
    same, falls_out = (told(document, "--lang", language, "--line", 40_000) for document in (REFUSED, sold))
    words = texts(Language(language))
    next_quarter = date(2026, 7, 1)
    values = {
        "next_period": words.period(date(2026, 4, 1), date(2026, 6, 1), next_quarter),
        "total": words.money(119_000),
        "now": words.money(2_700_000),
        "date_from": words.day_from(next_quarter, next_quarter),
    }
    told_again = words.say("calculate-again-below", **values)
    assert told_again in same.split("\n\n")[1]
    assert told_again not in falls_out.split("\n\n")[1]
    assert words.say("kind-sale") in falls_out.split("\n\n")[1]


def test_without_a_language_the_explanation_is_in_kazakh() -> None:
    assert told(FAMILY) == told(FAMILY, "--lang", "kk") != told(FAMILY, "--lang", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_without_a_label_are_called_in_the_language_and_never_by_a_word_of_the_format(language: str) -> None:
    twins = ALONE + CHILD.format(3) * 2 + '[[members]]\nrelationship = "spouse"\nage = 36\nactivity = "employed"\n'
    text = told(twins, "--lang", language)
    for word in Relationship:
        assert word not in text
    expected = {
        "kk": ["• Өзіңіз", "• Жұбайыңыз", "• Бала, 3 жас (1)", "• Бала, 3 жас (2)"],
        "ru": ["• Вы", "• Супруг(а)", "• Ребёнок, 3 года (1)", "• Ребёнок, 3 года (2)"],
    }
    for line in expected[language]:
        assert f"\n{line}\n" in text


@pytest.mark.parametrize(
    "label", ["Ana <3 you", "<b>Ana</b>", "Ana & Ben", "&lt;Ana&gt;", '"Ana"', "{$amount}", "child"]
)
def test_a_label_is_told_as_it_was_written(label: str) -> None:
    text = told(changed('"mother"', json.dumps(label)))
    assert f"• {label}\n" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paragraph_is_said_twice(language: str) -> None:
    for document in (FAMILY, REFUSED, LARGE):
        paragraphs = told(document, "--lang", language).strip().split("\n\n")
        assert len(paragraphs) == len(set(paragraphs)) > 10


def test_several_explanations_come_in_order_each_under_the_name_of_its_file() -> None:
    said = komek("assess", file_of(FAMILY, "a.toml"), file_of(REFUSED, "b.toml"), "--lang", "ru").out
    assert said.startswith("a.toml:\n\n✅")
    assert said.index("\nb.toml:\n\n") > said.index("16")
    assert "family.toml" not in told(FAMILY)


# Many at once, and the administrator's lines


def test_ten_thousand_files_in_one_call_give_ten_thousand_lines_in_order() -> None:
    names = [f"{number}.toml" for number in range(10_000)]
    for number, name in enumerate(names):
        file_of(f'{ALONE}[[members.incomes]]\nkind = "wage"\nmonthly = {number}\n', name)
    said = python("-m", "bot", "assess", *names, "--json")
    assert (said.err, said.code) == ("", 0)
    incomes = [json.loads(line)["per_capita_income"] for line in said.out.splitlines()]
    assert incomes == [f"{number}.00" for number in range(10_000)]


def test_lines_that_the_administrator_added_decide_and_a_line_given_goes_before_them(database: Path) -> None:
    Path("lines.csv").write_text(f"{','.join(COLUMNS)}\nKZ-79,2023-Q2,35000,order of the akimat\n")
    assert assessed(ALONE)["poverty_line"]["tenge"] == 31_908
    assert not database.exists()  # to assess makes no database
    assert komek("lines", "import", "lines.csv").code == 0
    line = assessed(ALONE)["poverty_line"]
    assert (line["tenge"], line["basis"], line["source"]) == (35_000, "published", "order of the akimat")
    assert assessed(ALONE, "--line", "36000")["poverty_line"]["tenge"] == 36_000


def test_with_a_line_given_neither_settings_nor_database_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://elsewhere")
    assert assessed(ALONE, "--line", "36000")["poverty_line"]["tenge"] == 36_000
