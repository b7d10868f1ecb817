"""`komek law`: a lawyer asks what a number of the law rests on, and what is not firm yet."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.texts import Language, texts
from tests.bot.commands.terminal import ROOT, komek, refusal

LAW = ROOT / "rules" / "law"
FIRM = {"legal_text", "official"}
PROVISIONS: dict[str, Any] = tomllib.loads((LAW / "provisions.toml").read_text(encoding="utf-8"))
PARAMETERS: dict[str, Any] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for path in sorted(LAW.glob("*.toml"))
    if path.stem != "provisions"
}


def told(*arguments: str) -> list[str]:
    """Return the lines that a command about the law prints."""
    said = komek("law", *arguments)
    assert (said.err, said.code) == ("", 0)
    return said.out.splitlines()


def values_of_law() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    for name, parameter in PARAMETERS.items():
        for value in parameter["values"]:
            yield name, value, parameter["decides"]


def test_the_gaps_are_every_value_and_provision_that_is_not_firm_and_nothing_else() -> None:
    values = {
        f"{name} {value['region']} {value['valid_from']} "
        for name, value, _ in values_of_law()
        if value["grade"] not in FIRM
    }
    provisions = {
        f"{name} {source['edition']} "
        for name, provision in PROVISIONS.items()
        for source in provision["sources"]
        if source["grade"] not in FIRM
    }
    lines = told("gaps")
    assert len(lines) == len(values) + len(provisions) > 0
    for start in values | provisions:
        assert sum(line.startswith(start) for line in lines) == 1, start


def test_every_gap_says_its_grade_and_what_depends_on_it() -> None:
    lines = told("gaps")
    for line in lines:
        assert any(f"  {grade}  " in line for grade in ("media", "derived", "unverified"))
        assert line.partition("  decides: ")[2]
    for name, value, decides in values_of_law():
        if value["grade"] not in FIRM:
            (line,) = (one for one in lines if one.startswith(f"{name} {value['region']} {value['valid_from']} "))
            assert line.endswith(f"decides: {', '.join(decides) or 'nothing in an assessment'}")
            assert f"  {value['value']}  {value['grade']}  {value['source']}  " in line


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_parameter_is_shown_with_its_meaning_its_unit_and_every_value_with_days_and_source(name: str) -> None:
    lines = told("show", name)
    parameter = PARAMETERS[name]
    assert lines[0] == f"{name} ({parameter['unit']})"
    assert lines[1] == parameter["description"]
    assert lines[2].startswith("decides: ")
    assert len(lines) == 3 + len(parameter["values"])
    for value in parameter["values"]:
        until = value.get("valid_until", "...")
        start = f"  {name} {value['region']} {value['valid_from']} - {until}  {value['value']}  {value['grade']}  "
        assert any(line.startswith(start) and value["source"] in line for line in lines), start


@pytest.mark.parametrize("name", PROVISIONS)
def test_a_provision_is_shown_with_its_rule_and_its_source_in_each_edition(name: str) -> None:
    lines = told("show", name)
    provision = PROVISIONS[name]
    assert lines[0] == f"{name}: {provision['rule']}"
    assert len(lines) == 2 + len(provision["sources"])
    for line, source in zip(lines[2:], provision["sources"], strict=True):
        act = texts(Language.KK).say(f"act-{source['act']}")
        assert line.startswith(f"  {source['edition']}  {act}")
        assert line.endswith(f"  {source['grade']}")
        article = f", {source['article']}-бап" if source.get("article") else ""
        assert article in line
        assert bool(article) == ("-бап" in line)


def test_the_acts_are_called_by_their_names_in_the_language_that_is_asked_for() -> None:
    """Nobody looks for «social_code» in a library."""
    assert told("show", "R4", "--lang", "ru")[2:] == [
        "  E2020  закон № 246-II от 17 июля 2001 года  official",
        "  E2023  Социальный кодекс, статья 128, пункт 4  legal_text",
    ]
    assert told("show", "C2")[3] == "  E2023  Әлеуметтік кодекс, 122-бап  legal_text"
    assert told("show", "C2", "--lang", "ru")[3] == "  E2023  Социальный кодекс, статья 122  legal_text"
    assert told("show", "R4")[3] == "  E2023  Әлеуметтік кодекс, 128-баптың 4-тармағы  legal_text"
    assert refusal("law", "show", "R4", "--lang", "en").startswith("--lang: ")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("poverty_lin", "poverty_line"),
        ("minimum wage", "minimum_wage"),
        ("Monthly_Calculation_Index", "monthly_calculation_index"),
        ("pension_age", "pension_age_men"),
        ("P3-elsewher", "P3-elsewhere"),
        ("l5", "L5"),
    ],
)
def test_an_unknown_name_is_refused_with_the_names_that_are_like_it(slip: str, meant: str) -> None:
    said = refusal("law", "show", slip)
    assert said.startswith(f"NAME: unknown parameter or provision {slip!r}; did you mean ")
    assert meant in said
    assert len(said) < 250


@pytest.mark.parametrize("name", ["Астана", "", "???", "a\nb"])
def test_a_name_like_no_other_is_refused_with_all_that_there_are(name: str) -> None:
    said = refusal("law", "show", name)
    assert all(known in said for known in (*PARAMETERS, *PROVISIONS))


def test_the_law_is_shown_whatever_the_settings_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://elsewhere")
    assert told("gaps")
    assert told("show", "R4")
    assert list(Path().iterdir()) == []
