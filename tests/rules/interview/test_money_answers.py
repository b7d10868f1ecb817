"""Money as people write it in both languages; and what is no sum gets an example of one."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.interview.answers import DIFFERS, MOST_TENGE, UNKNOWN, NotUnderstoodError, Tenge
from rules.interview.typed_money import read_money, with_thousands
from tests.cast.interview import TODAY, TYPED

NO_BREAK: Final = "\u00a0"
NARROW_NO_BREAK: Final = "\u202f"


def hint_for(kind: Tenge, raw: str) -> str:
    """Return the id of the hint that a person gets; the sum must not be understood."""
    with pytest.raises(NotUnderstoodError) as refused:
        kind.parse(raw, TODAY)
    return refused.value.hint


# One sum


@pytest.mark.parametrize(
    "typed",
    [
        "150 000", "150000", "150.000", "150,000", f"150{NO_BREAK}000", f"150{NARROW_NO_BREAK}000",
        "150 мың", "150мың", "150 МЫҢ", "150 мын", "150 мыңдай", "150 мың.",
        "150 тыс", "150 тыс.", "150тыс", "150 Тыс.", "150 тысяч", "150 т.",
        "150к", "150 к", "150k", "150K", "150 myn",
    ],
)  # fmt: skip
def test_a_hundred_and_fifty_thousand_is_understood_however_it_is_written(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [150_000, 150_000]


@pytest.mark.parametrize(
    "typed",
    [
        "90 000 ₸", "90 000₸", "90000тг", "90 000 тг.", "90 000 теңге", "90 000 тенге", "90 000 tg", "90 000 kzt",
        "90 мың теңге", "90 тыс. тенге", "90 мың теңгедей", f"90{NO_BREAK}000{NO_BREAK}₸",
    ],
)  # fmt: skip
def test_the_word_or_sign_of_the_currency_is_no_obstacle(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [90_000, 90_000]


@pytest.mark.parametrize(
    "typed",
    [
        "айына шамамен 90 мың", "шамамен айына 90 мың теңге болды", "90 мың теңге айына", "ай сайын 90 мың",
        "примерно 90 тысяч", "около 90 000 тг", "где-то 90 тыс", "90 000 тенге в месяц", "Примерно 90 тыс. в месяц.",
        "~90 мың", "≈90 000", "  90 мың  ", "90 000!", "90 000,", "90 000\n",
    ],
)  # fmt: skip
def test_words_around_a_sum_are_no_obstacle(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [90_000, 90_000]


@pytest.mark.parametrize(
    ("typed", "tenge"),
    [
        ("1,5 млн", 1_500_000), ("1.5 млн", 1_500_000), ("1,5 миллион", 1_500_000), ("1,25 млн", 1_250_000),
        ("0,5 млн", 500_000), ("2 млн.", 2_000_000), ("2млн", 2_000_000), ("2 mln", 2_000_000),
        ("1 500 000", 1_500_000), ("1.500.000", 1_500_000), ("1 500 тыс", 1_500_000), ("1,5 мың", 1_500),
        ("12,5 тыс", 12_500), ("0,05 мың", 50),
    ],
)  # fmt: skip
def test_parts_of_a_million_or_a_thousand_are_exact(typed: str, tenge: int) -> None:
    assert Tenge().parse(typed, TODAY) == [tenge, tenge]


@pytest.mark.parametrize("typed", ["1500,50", "1500.5", "1500,5 тг", "1 500,50"])
def test_tiyn_are_not_counted(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [1_500, 1_500]


@pytest.mark.parametrize(
    "typed", ["0", "жоқ", "Жоқ", "ЖОҚ.", "жок", "нет", "Нет!", "ничего", "ештеңе", "тимеді", "ноль", "нөл", "0 ₸"]
)
def test_nothing_is_a_sum_of_nought(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [0, 0]


@given(
    tenge=st.integers(0, MOST_TENGE),
    between=st.sampled_from(["", " ", NO_BREAK, NARROW_NO_BREAK, ".", ","]),
    before=st.sampled_from(["", "шамамен ", "айына ", "около ", "~"]),
    after=st.sampled_from(["", "₸", " ₸", " тг", " тг.", " теңге", f"{NO_BREAK}тенге", "."]),
)
def test_whatever_sum_a_person_writes_out_is_that_sum(tenge: int, between: str, before: str, after: str) -> None:
    written = f"{tenge:,}".replace(",", between)
    assert Tenge().parse(f"{before}{written}{after}", TODAY) == [tenge, tenge]


@given(thousands=st.integers(0, 999), scale=st.sampled_from(["мың", "мын", "тыс", "тыс.", "тысяч", "к", "k", "т"]))
def test_a_number_of_thousands_is_a_thousand_times_as_much(thousands: int, scale: str) -> None:
    assert Tenge().parse(f"{thousands} {scale}", TODAY) == [thousands * 1000] * 2
    assert Tenge().parse(f"{thousands}{scale}", TODAY) == [thousands * 1000] * 2


# From and to


@pytest.mark.parametrize(
    "typed",
    [
        "80–120 тыс", "80-120 тыс.", "80—120 мың", "80 - 120 мың", "80 мың – 120 мың", "80 тыс. – 120 тыс.",
        "80 000 – 120 000", "80000-120000", "80...120 мың", "80…120 мың", "80к-120к", "80-120к", "80–120 мың теңге",
        "80 000 ₸ – 120 000 ₸", "от 80 до 120 тыс", "80 до 120 тыс", "шамамен 80–120 мың", "80–120 мың аралығында",
        f"80{NO_BREAK}–{NO_BREAK}120{NO_BREAK}мың", "120–80 мың", "айына 80–120 мың болды",
    ],
)  # fmt: skip
def test_a_range_is_an_estimate_from_the_lower_to_the_upper_end(typed: str) -> None:
    assert Tenge().parse(typed, TODAY) == [80_000, 120_000]


def test_ends_of_a_range_may_be_written_in_different_units() -> None:
    assert Tenge().parse("800 тыс – 1 млн", TODAY) == [800_000, 1_000_000]
    assert Tenge().parse("900 мың – 1,2 млн", TODAY) == [900_000, 1_200_000]


def test_a_range_without_a_word_for_thousands_is_taken_as_written() -> None:
    """Whoever asks back about the size decides; nothing is multiplied behind a person's back."""
    assert Tenge().parse("80-120", TODAY) == [80, 120]


# What is no sum


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "мың", "тенге", "₸", "asdf", "😀", "💰💰", "сколько дали", "білмеймін", "не знаю", "-", "–", "...",
        "15 0000", "1 50 000", "80-100-120", "15.01.2019", "2026-11-23", "150'000", "150_000", "1/2", "²", "5 + x",
        "90 тысяч рублей", "100 USD", "90 мың 5 тыс 3", "1.2.3", "12,3456 млн", "<b>90</b>", "90\u0000000",
    ],
)  # fmt: skip
def test_what_is_no_sum_gets_an_example_of_one(typed: str) -> None:
    assert hint_for(Tenge(), typed) == "hint-money"


@pytest.mark.parametrize("typed", ["-5000", "- 5000", "−5000", "-5 мың", "–5000", "-80 - 120", "минус 5000"])
def test_money_below_nought_is_no_sum(typed: str) -> None:
    assert hint_for(Tenge(), typed) == "hint-money"


@pytest.mark.parametrize("typed", ["1 000 000 001", "99999999999999999999", "1001 млн", "500 - 2000 млн", "9" * 100])
def test_a_sum_of_more_than_a_thousand_million_is_asked_again(typed: str) -> None:
    assert hint_for(Tenge(), typed) == "hint-money-large"


def test_the_largest_sum_is_understood() -> None:
    assert Tenge().parse("1 000 млн", TODAY) == [MOST_TENGE, MOST_TENGE]


def test_i_do_not_know_is_an_answer_about_money() -> None:
    assert Tenge().parse(UNKNOWN, TODAY) == UNKNOWN
    assert Tenge(may_differ=True).parse(UNKNOWN, TODAY) == UNKNOWN


def test_month_by_month_is_an_answer_only_where_it_is_offered() -> None:
    assert Tenge(may_differ=True).parse(DIFFERS, TODAY) == DIFFERS
    assert hint_for(Tenge(), DIFFERS) == "hint-money"


def test_nothing_is_read_where_there_is_no_sum() -> None:
    assert read_money("мың сәлем") is None
    assert read_money("") is None


@given(TYPED)
def test_money_that_is_understood_is_a_range_of_whole_tenge(typed: str) -> None:
    found = read_money(typed)
    assert found is None or 0 <= found.low <= found.high


@pytest.mark.parametrize(
    ("typed", "amounts"),
    [
        ("80 мен 120 мың арасында", [80_000, 120_000]),
        ("80-нен 120 мыңға дейін", [80_000, 120_000]),
        ("между 80 и 120 тыс", [80_000, 120_000]),
        ("0-50 мың", [0, 50_000]),
        ("до 90 тыс", [0, 90_000]),
        ("150 мыңға дейін", [0, 150_000]),
        ("90 мың шамасында", [90_000, 90_000]),
        ("зарплата 90 000", [90_000, 90_000]),
        ("2 миллиона", [2_000_000, 2_000_000]),
        ("5 тысячи", [5_000, 5_000]),
        ("1 млн 200 мың", [1_200_000, 1_200_000]),
        ("1,234 млн", [1_234_000, 1_234_000]),
        ("табыс жоқ", [0, 0]),
        ("түспеді", [0, 0]),
        ("ничего не было", [0, 0]),
    ],
)
def test_money_is_understood_in_the_words_of_speech(typed: str, amounts: list[int]) -> None:
    """With endings, with "between", with the name of the income before it."""
    assert Tenge().parse(typed, TODAY) == amounts


@pytest.mark.parametrize("typed", ["800-1,2 млн", "5 - 2000 млн"])
def test_ends_too_far_apart_are_asked_again(typed: str) -> None:
    """The first end was hardly meant in millions."""
    assert hint_for(Tenge(), typed) == "hint-money"


@pytest.mark.parametrize(
    "typed",
    ["3 мың 5", "3 тыс 5", "150 мың 5", "1 млн 2", "екі миллион бес", "1 млн 200 + 20 000", "1 млн 200 за 3 месяца"],
)
def test_a_sum_that_may_mean_several_is_asked_again(typed: str) -> None:
    """3 005, 3 500 or 8 000: nobody can say, and nothing is decided for the family."""
    assert hint_for(Tenge(may_differ=True), typed) == "hint-money"


@pytest.mark.parametrize(
    ("ends", "in_full"),
    [
        ((150, 150), [150_000, 150_000]),
        ((80, 120), [80_000, 120_000]),
        ((0, 90), [0, 90_000]),
        ((1_000_200, 1_000_500), [1_200_000, 1_500_000]),
        ((1_000_200, 1_100_000), [1_100_000, 1_200_000]),
        ((900_000, 2_000_050), [900_000, 2_050_000]),
    ],
)
def test_thousands_that_were_left_out_are_put_in_where_they_lack(ends: tuple[int, int], in_full: list[int]) -> None:
    """And the lower end stays the lower one."""
    assert with_thousands(*ends) == in_full
