"""The bot speaks only whole sentences: whatever would come out half is an error."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.texts import LOCALES, Language, TextError, Texts, escape, texts

KAZAKH = """
greeting = Сәлеметсіз бе!
    .again = Қайта қош келдіңіз!
amount = { $person }: айына { $per-person }
"""
RUSSIAN = """
-bot = Kömek
greeting = Здравствуйте! Это бот { -bot }.
months = { $months } { $months ->
    [one] месяц
    [few] месяца
   *[many] месяцев
}
package = { $year ->
    [2021] Набор { months }
   *[other] Пакет
}
"""


def written(folder: Path, language: str, **sources: str) -> Texts:
    """Write locale files and read them as the bot does."""
    place = folder / language
    place.mkdir()
    for name, source in sources.items():
        (place / f"{name}.ftl").write_text(source, encoding="utf-8")
    return Texts(Language(language), folder)


@pytest.fixture
def kk(tmp_path: Path) -> Texts:
    return written(tmp_path, "kk", start=KAZAKH)


@pytest.fixture
def ru(tmp_path: Path) -> Texts:
    return written(tmp_path, "ru", start=RUSSIAN)


def test_a_message_is_said() -> None:
    """The texts of the bot itself are read once and speak."""
    assert texts(Language.KK) is texts(Language("kk"))
    assert texts(Language.KK).say("region-KZ-79") == "Шымкент қаласы"
    assert texts(Language.RU).say("region-KZ-79.in") == "в Шымкенте"


def test_an_attribute_is_said_by_its_dotted_name(kk: Texts) -> None:
    """Variants of one thing stay beside it."""
    assert kk.say("greeting.again") == "Қайта қош келдіңіз!"


def test_values_stand_where_the_message_has_them_and_nothing_is_added(kk: Texts) -> None:
    """No invisible isolating marks; an underscore of Python is the hyphen of Fluent."""
    assert kk.say("amount", person="Айша", per_person="70 ₸") == "Айша: айына 70 ₸"
    assert kk.say("amount", **{"person": "Айша", "per-person": "70 ₸"}) == "Айша: айына 70 ₸"


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (1, "1 месяц"),
        (2, "2 месяца"),
        (5, "5 месяцев"),
        (11, "11 месяцев"),
        (21, "21 месяц"),
        (0, "0 месяцев"),
    ],
)
def test_a_russian_noun_agrees_with_its_number(ru: Texts, months: int, said: str) -> None:
    """The raw number chooses the form."""
    assert ru.say("months", months=months) == said


def test_a_term_is_said_inside_a_message(ru: Texts) -> None:
    """The bot's own name is written in one place."""
    assert ru.say("greeting") == "Здравствуйте! Это бот Kömek."


def test_a_message_wants_the_variables_of_the_message_it_contains(ru: Texts) -> None:
    """Even those of a variant that is not chosen this time."""
    assert ru.say("package", year=2021, months=3) == "Набор 3 месяца"
    with pytest.raises(TextError, match="ru: package: missing months"):
        ru.say("package", year=2020)


@pytest.mark.parametrize("name", ["farewell", "greeting.once", "", "greetings"])
def test_a_missing_message_is_an_error(kk: Texts, name: str) -> None:
    """It is never its own name, nor the other language's sentence."""
    with pytest.raises(TextError, match="kk: there is no"):
        kk.say(name)


def test_a_missing_value_is_an_error(kk: Texts) -> None:
    """Nobody reads {$per-person}."""
    with pytest.raises(TextError, match="kk: amount: missing per-person, superfluous nothing"):
        kk.say("amount", person="Айша")


def test_a_superfluous_value_is_an_error(kk: Texts) -> None:
    """A value that is not told is a fact that the family does not get."""
    with pytest.raises(TextError, match="kk: greeting: missing nothing, superfluous name"):
        kk.say("greeting", name="Айша")


def test_a_plural_form_is_not_chosen_by_text(ru: Texts) -> None:
    """Fluent would quietly take the last form: «1 месяцев»."""
    with pytest.raises(TextError, match=r"\$months is of type str"):
        ru.say("months", months="1")


def test_a_value_is_text_or_a_whole_number(kk: Texts) -> None:
    """A float has no place in a sentence about money."""
    with pytest.raises(TextError, match=r"\$per-person is of type float"):
        kk.say("amount", person="Айша", per_person=0.5)  # type: ignore[arg-type]


def test_a_value_longer_than_fluent_allows_is_an_error(kk: Texts) -> None:
    """What the resolver reports is not swallowed."""
    with pytest.raises(TextError, match=r"kk: amount: .*Too many characters"):
        kk.say("amount", person="а" * 3000, per_person="70 ₸")


def test_it_is_known_which_messages_exist(kk: Texts) -> None:
    """Messages and attributes alike."""
    assert "greeting" in kk
    assert "greeting.again" in kk
    assert "farewell" not in kk
    assert "greeting.once" not in kk


def test_the_same_id_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    """Fluent alone would keep the first of them."""
    with pytest.raises(TextError, match=r"b\.ftl:2: yes stands already in .*a\.ftl:1"):
        written(tmp_path, "kk", a="yes = Иә\n", b="\nyes = Ия\n")


def test_a_malformed_message_is_an_error_with_file_and_line(tmp_path: Path) -> None:
    """Fluent alone would leave the message out."""
    with pytest.raises(TextError, match=r"a\.ftl:3: Expected token"):
        written(tmp_path, "kk", a="yes = Иә\n\nno = { $amount\n")


def test_a_reference_to_nothing_is_an_error(tmp_path: Path) -> None:
    """The missing message is named."""
    dead = written(tmp_path, "kk", a="yes = { no }\nbot = { -bot }\n")
    with pytest.raises(TextError, match="kk: there is no no"):
        dead.say("yes")
    with pytest.raises(TextError, match="kk: there is no -bot"):
        dead.say("bot")


def test_a_language_without_texts_is_an_error(tmp_path: Path) -> None:
    """An installation without its texts does not start."""
    with pytest.raises(TextError, match="no texts here"):
        Texts(Language.RU, tmp_path)


def test_an_unknown_language_is_no_language() -> None:
    """Only kk and ru can be asked for, and each has its folder."""
    assert sorted(Language) == ["kk", "ru"] == sorted(path.name for path in LOCALES.iterdir())
    with pytest.raises(ValueError, match="en"):
        Language("en")


def test_what_a_person_types_cannot_become_html() -> None:
    """Telegram reads <, > and & only; quotes stay as they were typed."""
    assert escape('Айша <b>& "К°"</b>') == 'Айша &lt;b&gt;&amp; "К°"&lt;/b&gt;'


def test_a_message_takes_microseconds(ru: Texts) -> None:
    """A hundred a millisecond without a number, thirty with one; the bound leaves room for a busy machine."""
    ru.say("months", months=3)
    started = time.perf_counter()
    for _ in range(1000):
        ru.say("months", months=3)
    assert time.perf_counter() - started < 0.25


def test_texts_come_without_the_weight_of_telegram() -> None:
    """Neither aiogram nor a handler is imported for a sentence."""
    code = "import sys, bot.texts; print({'aiogram', 'handlers', 'rules', 'pydantic'} & {*sys.modules})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=LOCALES.parent, capture_output=True, text=True, check=True)  # noqa: S603, our own code
    assert done.stdout.strip() == "set()"


def test_a_value_stands_in_the_text_as_it_is(kk: Texts) -> None:
    """Whatever looks like a place for a value, in Fluent or in Python, is no such place."""
    value = "50% {$per-person} %(person)s {person} \\"
    assert kk.say("amount", person=value, per_person="1") == f"{value}: айына 1"


def test_a_percent_sign_in_a_text_stays(tmp_path: Path) -> None:
    written_texts = written(tmp_path, "kk", start="share = { $share } %, 100 % жоқ, %(share)s\nplain = 50 %\n")
    assert written_texts.say("share", share="7") == "7 %, 100 % жоқ, %(share)s"
    assert written_texts.say("plain") == "50 %"


def test_a_message_within_a_message_gets_its_values(tmp_path: Path) -> None:
    source = "amount = { $tenge } теңге\nresult = { $person }: { amount }\n"
    assert written(tmp_path, "kk", start=source).say("result", person="Бала", tenge="7") == "Бала: 7 теңге"


def test_a_number_is_written_as_the_language_writes_it_wherever_it_stands(tmp_path: Path) -> None:
    texts_written = written(tmp_path, "ru", start="amount = { $tenge } ₸\n")
    assert texts_written.say("amount", tenge=70_060) == "70\u00a0060 ₸"
    assert texts_written.say("amount", tenge="70060") == "70060 ₸"


def test_a_count_that_comes_again_is_checked_again(ru: Texts) -> None:
    """What was said of the number 1 is not said of 1.0, which is no whole number, nor of the text."""
    assert ru.say("months", months=1) == "1 месяц"
    assert ru.say("months", months=1) == "1 месяц"
    for no_number in (1.0, "1"):
        with pytest.raises(TextError, match="is of type"):
            ru.say("months", months=no_number)  # type: ignore[arg-type]
