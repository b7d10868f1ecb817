"""Every text of the bot, in both languages, keeps to the rules; and every rule notices what breaks it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.texts import LOCALES, Language, texts
from tests.locale_rules import RULES, Rule, differences, example, faults, read_text, repetitions
from tests.locale_texts import Text, texts_in
from tests.locale_words import TURNS, Turn

KK = texts_in(LOCALES / "kk")
RU = texts_in(LOCALES / "ru")
ALL = [*KK, *RU]
OF = {"kk": KK, "ru": RU}

SETS = [(language, name) for language, sets in TURNS.items() for name in sets]
EVERY_TURN = [(language, name, turn) for language, name in SETS for turn in TURNS[language][name]]


def sentence_of(rule: Rule) -> str:
    return rule.sentence


def turns_in(language: str, name: str, texts_read: Sequence[Text]) -> list[str]:
    """Name each wrong turn with its place."""
    return [
        f"{text.place}: {text.name}: «{found}», write as in «{turn.right}»"
        for text in texts_read
        for variant in text.variants
        for turn in TURNS[language][name]
        if (found := turn.found_in(read_text(variant)))
    ]


def files(language: str) -> list[str]:
    return sorted(path.name for path in (LOCALES / language).iterdir())


def test_both_languages_have_the_same_files() -> None:
    """A file of one language has its twin in the other, and there is nothing but Fluent files."""
    assert files("kk") == files("ru")
    assert all(name.endswith(".ftl") for name in files("kk"))


def test_both_languages_have_the_same_texts_in_the_same_files() -> None:
    """A text is found under the same file name in both languages."""
    kk, ru = ({(Path(text.place).stem, text.name) for text in OF[language]} for language in ("kk", "ru"))
    assert sorted(kk ^ ru) == []


def test_both_languages_say_the_same_things_with_the_same_variables() -> None:
    """Ids, attributes and variables agree, so that whoever says a text need not know the language."""
    assert differences(KK, RU) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_id_stands_twice(language: str) -> None:
    """An id and an attribute are written once in a language."""
    assert repetitions(OF[language]) == []


@pytest.mark.parametrize("language", list(Language))
def test_the_bot_can_read_and_say_every_text(language: Language) -> None:
    """Every file parses, every reference leads somewhere."""
    read = texts(language)
    for text in OF[language]:
        values: dict[str, str | int] = dict.fromkeys(text.variables, 2)
        if not text.name.startswith("-") and text.variables == read._compile(text.name).variables:
            assert read.say(text.name, **values)


@pytest.mark.parametrize("rule", RULES, ids=sentence_of)
def test_every_text_keeps_to(rule: Rule) -> None:
    """The rule is in the name of the case."""
    assert faults(rule.check, ALL) == []


@pytest.mark.parametrize(("language", "name"), SETS)
def test_no_text_has_a_wrong_turn(language: str, name: str) -> None:
    """No regrets, no verdicts, no office's words, no machine Kazakh; ё wherever it belongs."""
    assert turns_in(language, name, OF[language]) == []


# The rules themselves: each notices what breaks it and nothing else.


@pytest.mark.parametrize("rule", RULES, ids=sentence_of)
def test_a_rule_notices_what_breaks_it(rule: Rule) -> None:
    """Each of its bad examples is a fault, named with file and line."""
    for language, source in rule.bad:
        found = faults(rule.check, example(language, source))
        assert found, source
        assert all(fault.startswith("example.ftl:") for fault in found)


@pytest.mark.parametrize("rule", RULES, ids=sentence_of)
def test_a_rule_leaves_good_texts_alone(rule: Rule) -> None:
    """None of its good examples breaks this rule or any other."""
    for language, source in rule.good:
        assert [fault for other in RULES for fault in faults(other.check, example(language, source))] == []


@pytest.mark.parametrize(("language", "name", "turn"), EVERY_TURN, ids=[turn.wrong for *_, turn in EVERY_TURN])
def test_a_wrong_turn_is_noticed_and_its_correction_is_not(language: str, name: str, turn: Turn) -> None:
    """The wrong example is found by its own expression, the right one by none of that language."""
    assert turn.found_in(turn.wrong)
    assert turns_in(language, name, example(language, f"a = {turn.wrong}"))
    right = example(language, f"a = {turn.right}")
    assert [fault for other in TURNS[language] for fault in turns_in(language, other, right)] == []


def test_a_text_of_one_language_only_is_noticed() -> None:
    """Both a message and an attribute are missed, with the place of their twin."""
    kk = example("kk", "a = бар\n    .b = бар\nc = бар")
    ru = example("ru", "a = да\nd = да")
    assert differences(kk, ru) == [
        "example.ftl:2: a.b is not in ru",
        "example.ftl:3: c is not in ru",
        "example.ftl:2: d is not in kk",
    ]


def test_a_variable_of_one_language_only_is_noticed() -> None:
    """Were it let pass, one of the languages could not be said."""
    kk = example("kk", "a = { $date-to } дейін")
    ru = example("ru", "a = до { $date }")
    assert differences(kk, ru) == ["example.ftl:1: a has ['date-to'], ru has ['date']"]


def test_a_repeated_id_is_noticed() -> None:
    """Fluent itself would take the first and say nothing."""
    assert repetitions(example("kk", "a = бар\n\na = жоқ")) == ["example.ftl:3: a stands already in example.ftl:1"]


def test_every_variant_of_a_text_is_read() -> None:
    """A fault in one plural form, or in a term, is a fault of the text."""
    source = '-bot = Kömek\na = { $n -> \n [one] день \n *[many] ещё { -bot } \n }, { "да" }'
    (_, text) = example("ru", source)
    assert text.variants == ("день, да", "ещё Kömek, да")
