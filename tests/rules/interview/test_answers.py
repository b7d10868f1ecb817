"""Ages, days and buttons as people of both languages use them; and what is no answer gets a hint."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rules.household import Birth
from rules.interview import answers
from rules.interview.answers import (
    UNKNOWN,
    Ages,
    Answer,
    Day,
    ManyOf,
    NotUnderstoodError,
    OneOf,
    Tenge,
    Years,
    birth_of,
)
from rules.interview.family import ages_of
from rules.interview.people_told import GROUPS
from rules.interview.places import Subject
from rules.interview.questionnaire import Context
from rules.interview.typed_days import read_day
from tests.cast.interview import NOW, TODAY, TYPED, names_of_texts

CHILDREN: Final = Ages(0, 17, "hint-child")
STUDENTS: Final = Ages(18, 22, "hint-student")
PEOPLE: Final = Ages(0, 120, "hint-people")
ANY_KIND: Final[tuple[Answer, ...]] = (
    OneOf(("employed", "none")), ManyOf(("spouse", "children")), ManyOf(("wage",), required=True),
    CHILDREN, STUDENTS, PEOPLE, Years(), Day(), Day(oldest_years=5, may_be_unknown=False),
    Tenge(), Tenge(may_differ=True),
)  # fmt: skip
NO_BREAK: Final = "\u00a0"


def hint_for(kind: Answer, raw: str, today: date = TODAY) -> str:
    """Return the id of the hint that a person gets; the answer must not be understood."""
    with pytest.raises(NotUnderstoodError) as refused:
        kind.parse(raw, today)
    return refused.value.hint


class Hint(str):
    """The id of a hint, as distinct from a word that was understood."""

    __slots__ = ()


def understood(kind: Answer, raw: str) -> Any:
    """Return what is kept of an answer, or the hint that a person gets."""
    try:
        return kind.parse(raw, TODAY)
    except NotUnderstoodError as refused:
        return Hint(refused.hint)


# Ages in one line


@pytest.mark.parametrize(
    "typed",
    [
        "3 7 12", "3,7,12", "3, 7, 12", "3;7;12", "3. 7. 12.", "3\n7\n12", "  3   7 12 ", f"3{NO_BREAK}7{NO_BREAK}12",
        "3, 7 және 12", "3 7 мен 12", "3, 7, 12 жаста", "3 жас, 7 жас, 12 жас", "3, 7 и 12", "3 и 7 и 12",
        "3 года, 7 лет и 12 лет", "3 ЖАС 7 ЖАС 12 ЖАС", "3-7-12", "3 - 7 – 12",
    ],
)  # fmt: skip
def test_three_children_are_understood_however_their_ages_are_written(typed: str) -> None:
    assert CHILDREN.parse(typed, TODAY) == [3, 7, 12]


def test_ages_stay_in_the_order_in_which_they_were_typed() -> None:
    assert CHILDREN.parse("12 3 7 3", TODAY) == [12, 3, 7, 3]


@pytest.mark.parametrize("typed", ["6 ай", "6 айлық", "6ай", "6 мес", "6 мес.", "6 месяцев", "1 месяц", "0", "11 ай."])
def test_a_baby_of_some_months_is_less_than_a_year_old(typed: str) -> None:
    assert CHILDREN.parse(typed, TODAY) == [0]


@pytest.mark.parametrize("typed", ["6 ай, 3 жас", "6 ай мен 3 жас", "6 айлық 3", "6 месяцев и 3 года", "0 3"])
def test_a_baby_and_an_elder_child_are_two(typed: str) -> None:
    assert CHILDREN.parse(typed, TODAY) == [0, 3]


def test_years_are_understood_in_every_form_of_the_word() -> None:
    assert CHILDREN.parse("2 года и 5 лет", TODAY) == [2, 5]
    assert CHILDREN.parse("1 год и 5 лет", TODAY) == [1, 5]
    assert CHILDREN.parse("2 жаста, 5 жаста", TODAY) == [2, 5]


@pytest.mark.parametrize(
    ("kind", "typed", "ages"),
    [
        (CHILDREN, "0 17", [0, 17]),
        (STUDENTS, "18 22", [18, 22]),
        (PEOPLE, "0 120", [0, 120]),
    ],
)
def test_both_ends_of_the_ages_of_a_group_are_allowed(kind: Ages, typed: str, ages: list[int]) -> None:
    assert kind.parse(typed, TODAY) == ages


@pytest.mark.parametrize(
    ("kind", "typed", "hint"),
    [
        (CHILDREN, "15.01.12", "hint-child"),
        (CHILDREN, "5.10.2019", "hint-child"),
        (CHILDREN, "18", "hint-child-range"),
        (CHILDREN, "3 7 19", "hint-child-range"),
        (CHILDREN, "2015", "hint-child-range"),
        (CHILDREN, "9" * 200, "hint-child-range"),
        (STUDENTS, "17", "hint-student-range"),
        (STUDENTS, "23", "hint-student-range"),
        (STUDENTS, "6 ай", "hint-student-range"),
        (PEOPLE, "121", "hint-people-range"),
    ],
)
def test_an_age_outside_a_group_gets_a_hint_about_that_group(kind: Ages, typed: str, hint: str) -> None:
    assert hint_for(kind, typed) == hint


@pytest.mark.parametrize(
    "typed", ["", "  ", "жоқ", "нет", "три", "үш", "😀", "-3", "3-7", "3+7", "²", "3 бала", "у меня 3", "и", "a3", ","]
)
def test_what_are_no_ages_get_an_example(typed: str) -> None:
    assert hint_for(CHILDREN, typed) == "hint-child"


def test_twenty_people_fit_in_a_line_and_no_more() -> None:
    assert CHILDREN.parse("5 " * 20, TODAY) == [5] * 20
    assert hint_for(CHILDREN, "5 " * 21) == "hint-child"


@given(st.lists(st.integers(0, 17), min_size=1, max_size=20), st.sampled_from([" ", ", ", "; ", " және ", " и "]))
def test_any_ages_of_children_come_back_as_typed(ages: list[int], between: str) -> None:
    assert CHILDREN.parse(between.join(map(str, ages)), TODAY) == ages


# One age


@pytest.mark.parametrize("typed", ["61", " 61 ", "61.", "61 жас", "61 жаста", "61 лет", "61 год", "61 ГОДА", "61жас"])
def test_the_age_of_a_grown_up_is_understood(typed: str) -> None:
    assert Years().parse(typed, TODAY) == 61


@pytest.mark.parametrize("typed", ["", "121", "999", "1965", "-61", "61 62", "😀", "61,5", "²"])
def test_what_is_no_age_of_a_grown_up_gets_an_example(typed: str) -> None:
    assert hint_for(Years(), typed) == "hint-years"


# Days


@pytest.mark.parametrize(
    "typed",
    [
        "2019 жылғы 15 қаңтар", "15 қаңтар 2019", "15 қаңтар 2019 ж.", "2019 ж. 15 қаңтар", "2019 жылдың 15 қаңтары",
        "15-қаңтар, 2019 жыл", "15 қантар 2019", "15 ҚАҢТАР 2019",
        "15 января 2019 г.", "15 января 2019 года", "15 января 2019", "15 Январь 2019", "15-января-2019",
        "15.01.2019", "15.1.2019", "15.01.19", "15/01/2019", "15/01/19", "15-01-2019", "15 01 2019", "15,01,2019",
        "15.01.2019 ж.", "15.01.2019 г.", "15.01.2019 года", " 15.01.2019 ", "15.01.2019.",
        "2019-01-15", "2019.01.15", "2019/1/15",
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_is_written(typed: str) -> None:
    assert Day().parse(typed, TODAY) == "2019-01-15"


MONTHS_AS_WRITTEN: Final = {
    1: ("қаңтар", "қаңтарда", "январь", "января"),
    2: ("ақпан", "ақпанның", "февраль", "февраля"),
    3: ("наурыз", "наурызда", "март", "марта"),
    4: ("сәуір", "сәуірде", "апрель", "апреля"),
    5: ("мамыр", "мамырда", "май", "мая"),
    6: ("маусым", "маусымда", "июнь", "июня"),
    7: ("шілде", "шілденің", "июль", "июля"),
    8: ("тамыз", "тамызда", "август", "августа"),
    9: ("қыркүйек", "қыркүйекте", "сентябрь", "сентября"),
    10: ("қазан", "қазанда", "октябрь", "октября"),
    11: ("қараша", "қарашада", "ноябрь", "ноября"),
    12: ("желтоқсан", "желтоқсанда", "декабрь", "декабря"),
}


@pytest.mark.parametrize(
    ("month", "name"), [(month, name) for month, all_ in MONTHS_AS_WRITTEN.items() for name in all_]
)
def test_every_month_is_known_in_both_languages(month: int, name: str) -> None:
    assert read_day(f"5 {name} 2020") == date(2020, month, 5)
    assert read_day(f"2020 жылғы 5 {name}") == date(2020, month, 5)


@given(st.dates(date(1907, 1, 1), TODAY))
def test_any_day_of_a_life_comes_back_in_every_order_of_writing(day: date) -> None:
    for written in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat(), f"{day:%d/%m/%Y}"):
        assert Day().parse(written, TODAY) == day.isoformat()


@pytest.mark.parametrize(
    "typed",
    [
        "31.02.2020", "29.02.2019", "30 ақпан 2020", "31 апреля 2020", "32.01.2019", "15.13.2019", "01/15/2019",
        "00.01.2019", "0.0.0", "15.00.2019",
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_does_not_have_is_no_day(typed: str) -> None:
    assert hint_for(Day(), typed) == "hint-day"


def test_the_leap_day_is_a_day() -> None:
    assert Day().parse("29.02.2020", TODAY) == "2020-02-29"
    assert Day().parse("29 февраля 2020 г.", TODAY) == "2020-02-29"


@pytest.mark.parametrize(
    "typed",
    [
        "", "😀", "вчера", "кеше", "2019", "15", "15.01", "15 января", "январь 2019", "15 смарта 2019", "15012019",
        "15.01.2019.05", "15.01.99999", "мамыр", "abc", "15²01²2019", "туған күнім", "-", "жоқ", "15.01.2019 🎂 туған",
    ],
)  # fmt: skip
def test_what_is_no_day_gets_an_example(typed: str) -> None:
    assert hint_for(Day(), typed) == "hint-day"


def test_today_is_a_day_and_tomorrow_is_not_yet() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert Day().parse(f"{TODAY:%d.%m.%Y}", TODAY) == TODAY.isoformat()
    assert hint_for(Day(), f"{tomorrow:%d.%m.%Y}") == "hint-day-future"
    assert hint_for(Day(), "15 қаңтар 2199") == "hint-day-future"


@pytest.mark.parametrize(
    ("kind", "too_old", "old_enough"),
    [
        (Day(), "31.12.1905", "01.01.1906"),
        (Day(oldest_years=5, may_be_unknown=False), "31.12.2020", "01.01.2021"),
        (Day(oldest_years=5, may_be_unknown=False), "15 января 1826", "15 января 2026"),
    ],
)
def test_a_day_of_long_ago_is_asked_again(kind: Day, too_old: str, old_enough: str) -> None:
    assert hint_for(kind, too_old) == "hint-day-past"
    kind.parse(old_enough, TODAY)


def test_a_year_of_two_digits_is_of_this_century_or_the_last() -> None:
    assert read_day("15.01.24") == date(2024, 1, 15)
    assert read_day("15.01.86") == date(1986, 1, 15)


def test_a_birthday_may_be_unknown_and_the_day_of_a_refusal_may_not() -> None:
    assert Day().parse(UNKNOWN, TODAY) == UNKNOWN
    assert hint_for(Day(may_be_unknown=False), UNKNOWN) == "hint-day"


# Buttons


def test_a_button_that_is_offered_is_an_answer() -> None:
    assert OneOf(("employed", "none")).parse("none", TODAY) == "none"


@pytest.mark.parametrize("raw", ["", "Employed", "employed ", "pensioner", "employed,none", "😀", "жұмыс"])
def test_a_word_that_no_button_has_is_refused(raw: str) -> None:
    assert hint_for(OneOf(("employed", "none")), raw) == "hint-press-button"


@pytest.mark.parametrize(
    ("raw", "chosen"),
    [
        ("spouse", ["spouse"]),
        ("children,spouse", ["spouse", "children"]),
        ("spouse,spouse", ["spouse"]),
        ("spouse,", ["spouse"]),
        ("none", []),
        ("", []),
    ],
)
def test_ticked_words_are_kept_once_and_in_the_order_of_the_buttons(raw: str, chosen: list[str]) -> None:
    assert ManyOf(("spouse", "children")).parse(raw, TODAY) == chosen


@pytest.mark.parametrize("raw", ["uncle", "spouse,uncle", "Spouse", "spouse children", "self"])
def test_a_ticked_word_that_is_not_offered_is_refused(raw: str) -> None:
    assert hint_for(ManyOf(("spouse", "children")), raw) == "hint-press-button"


@pytest.mark.parametrize("raw", ["", "none", ",", "none,"])
def test_where_one_at_least_is_needed_nothing_is_no_answer(raw: str) -> None:
    required = ManyOf(("self", "spouse"), required=True)
    assert hint_for(required, raw) == "hint-pick-at-least-one"
    assert required.parse("spouse", TODAY) == ["spouse"]


# Births


def test_an_age_is_a_year_of_possible_births() -> None:
    """Whoever is 7 on 23 November 2026 had the seventh birthday on that day at the latest."""
    assert birth_of(7, TODAY, None) == Birth(date(2018, 11, 24), date(2019, 11, 23))
    assert birth_of(0, TODAY, None) == Birth(date(2025, 11, 24), TODAY)


def test_a_birthday_that_is_known_goes_before_the_age_and_an_unknown_one_does_not() -> None:
    assert birth_of(7, TODAY, "2019-01-15") == Birth.on(date(2019, 1, 15))
    assert birth_of(7, TODAY, UNKNOWN) == birth_of(7, TODAY, None)


# Whatever is typed


@given(st.sampled_from(ANY_KIND), TYPED)
@example(Tenge(), "9" * 4096)
@example(Years(), "٦١")
@example(CHILDREN, "²³")
def test_whatever_is_typed_is_an_answer_that_can_be_stored_or_gets_a_hint(kind: Answer, typed: str) -> None:
    value = understood(kind, typed)
    assert json.loads(json.dumps(value)) == value
    assert not isinstance(value, Hint) or value in ALL_HINTS


# Hints


def hints_of_this_module() -> set[str]:
    """Return every hint that stands in the module of the kinds of answer."""
    source = Path(answers.__file__).read_text(encoding="utf-8")
    return set(re.findall(r'"(hint-[a-z-]+)"', source))


def hints_of_ages() -> set[str]:
    """Return the hints about the ages of every group."""
    kinds: list[Any] = [ages_of(group)(Context({}, NOW, Subject(group=group.name))) for group in GROUPS]
    return {hint for kind in kinds for hint in (kind.hint, f"{kind.hint}-range")}


HANDLERS: Final = Path(__file__).parents[3] / "handlers"
ALL_HINTS: Final = hints_of_this_module() | hints_of_ages()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_hint_is_a_sentence_in_both_languages(language: str) -> None:
    assert sorted(ALL_HINTS - names_of_texts(language)) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_hint_is_left_that_nobody_ever_gets(language: str) -> None:
    named = (name for name in names_of_texts(language) if name.startswith("hint-"))
    hints = {name.removesuffix("-theirs") for name in named}  # in its place where another family is told
    handlers = "".join(path.read_text(encoding="utf-8") for path in HANDLERS.rglob("*.py"))  # they give some themselves
    assert [name for name in sorted(hints - ALL_HINTS) if f'"{name}"' not in handlers] == []


def test_a_hint_is_what_the_refusal_says() -> None:
    """An error that reaches the log names the hint, and nothing of what the person typed."""
    with pytest.raises(NotUnderstoodError, match=r"^hint-money$"):
        Tenge().parse("менің құпиям", TODAY)


@pytest.mark.parametrize(
    ("typed", "ages"),
    [
        ("1 жас 6 ай", [1]),
        ("1 год 6 месяцев", [1]),
        ("18 месяцев", [1]),
        ("3жас, 5лет", [3, 5]),
        ("2 года и 5 лет", [2, 5]),
    ],
)
def test_years_and_months_of_one_child_are_one_child(typed: str, ages: list[int]) -> None:
    assert CHILDREN.parse(typed, TODAY) == ages


def test_half_a_year_more_is_no_second_child_and_asked_again_where_it_may_be() -> None:
    assert CHILDREN.parse("1,5 года", TODAY) == [1]
    assert hint_for(CHILDREN, "1,5") == "hint-one-or-two"
    assert CHILDREN.parse("12,7,3", TODAY) == [12, 7, 3]


@pytest.mark.parametrize(
    "typed",
    [
        "7 и 9 месяцев", "7 мен 9 ай", "7, 9 ай", "5 и 11 мес", "жеті мен тоғыз ай", "7 9 месяцев", "7-9 мес",
        "12 7 және 9 айлық", "3 и 6 недель",
    ],
)  # fmt: skip
def test_a_number_beside_months_may_be_months_as_well_and_is_asked_again(typed: str) -> None:
    """«7 и 9 месяцев» may be two babies, or a schoolchild and a baby: only the family knows."""
    assert hint_for(CHILDREN, typed) == "hint-years-or-months"
    assert hint_for(STUDENTS, typed) == "hint-student"


@pytest.mark.parametrize("typed", ["7 лет, 9 месяцев", "7 жас, 9 ай", "9 месяцев и 7", "сын 7, дочь 9 месяцев"])
def test_a_number_whose_unit_is_clear_is_not_asked_again(typed: str) -> None:
    assert sorted(CHILDREN.parse(typed, TODAY)) == [0, 7]


@pytest.mark.parametrize("typed", ["2 ай", "2 месяца", "2 мес.", "61 ай", "6 недель", "екі ай"])
def test_months_are_no_age_of_an_adult(typed: str) -> None:
    """They were read as so many years."""
    assert hint_for(Years(), typed) == "hint-years"
    assert hint_for(Ages(40, 120, "hint-one-age", most=1), typed) == "hint-one-age-range"


@pytest.mark.parametrize(("typed", "years"), [("2 ай", 0), ("11 месяцев", 0), ("24 мес", 2), ("6 апта", 0), ("2", 2)])
def test_months_of_one_child_are_its_whole_years(typed: str, years: int) -> None:
    assert Ages(0, 120, "hint-one-age", most=1).parse(typed, TODAY) == [years]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19 января 15", date(2015, 1, 19)),
        ("31 қаңтар 15", date(2015, 1, 31)),
        ("15 янв 2019", date(2019, 1, 15)),
        ("15.01.2019 жылғы", date(2019, 1, 15)),
        ("99999999999.01.2019", None),
    ],
)
def test_a_day_with_a_short_year_or_a_short_month_is_understood(typed: str, day: date | None) -> None:
    """The day comes before the year; a number beyond every calendar is no day."""
    assert read_day(typed) == day


def test_a_birthday_must_fit_the_age_that_was_told() -> None:
    """Somebody told to be six was not born in 1995; a year of doubt on either side is allowed."""
    kind = Day(near=(date(2018, 11, 24), date(2021, 11, 23)))
    assert kind.parse("01.01.2020", TODAY) == "2020-01-01"
    assert hint_for(kind, "01.01.1995") == "hint-day-age"
