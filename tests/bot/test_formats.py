"""Figures, days and places as a reader of Kazakh or of Russian writes them."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Language, TextError, Texts, texts
from rules.regions import REGIONS

KK = texts(Language.KK)
RU = texts(Language.RU)
BOTH = pytest.mark.parametrize("t", [KK, RU], ids=["kk", "ru"])
THIS_YEAR = date(2026, 3, 1)


def plain(text: str) -> str:
    """Show a no-break space as an underscore, so that a test can be read."""
    return text.replace("\N{NO-BREAK SPACE}", "_")


@BOTH
@pytest.mark.parametrize(
    ("tenge", "written"), [(0, "0_₸"), (999, "999_₸"), (70_060, "70_060_₸"), (1_234_567, "1_234_567_₸")]
)
def test_money_is_whole_tenge_with_its_sign(t: Texts, tenge: int, written: str) -> None:
    """Nothing inside a sum can break at the end of a line, and nobody reads KZT."""
    assert plain(t.money(tenge)) == written


def test_a_debt_has_a_real_minus() -> None:
    """The hyphen is no minus."""
    assert plain(RU.money(-5000)) == "−5_000_₸"


def test_a_range_of_money_names_the_currency_once() -> None:
    """Equal ends are one sum; ends in the wrong order are a fault of ours."""
    assert plain(KK.money_range(52_000, 70_060)) == "52_000–70_060_₸"
    assert plain(RU.money_range(70_060, 70_060)) == "70_060_₸"
    assert plain(RU.money_range("100.5", 200)) == "100,50–200_₸"
    with pytest.raises(ValueError, match="2 down to 1"):
        KK.money_range(2, 1)


@pytest.mark.parametrize(
    ("tenge", "written"),
    [
        ("23513.33", "23_513,33_₸"),
        (Fraction(70_540, 3), "23_513,33_₸"),
        (Decimal("23513.00"), "23_513_₸"),
        (Decimal("23513.5"), "23_513,50_₸"),
        (Fraction(1, 200), "0,01_₸"),
        (Fraction(-1, 200), "−0,01_₸"),
        (Fraction(599_999, 200), "3_000_₸"),
    ],
)
def test_an_exact_sum_keeps_its_hundredths(tenge: Fraction | Decimal | str, written: str) -> None:
    """Halves go up, and ,00 is left out."""
    assert plain(KK.money_exact(tenge)) == plain(RU.money_exact(tenge)) == written


@given(st.integers(min_value=0, max_value=10**12))
def test_money_can_be_read_back(tenge: int) -> None:
    """No figure is lost or added, however large."""
    assert int("".join(filter(str.isdigit, KK.money(tenge)))) == tenge


def test_a_share_is_percent_of_its_language() -> None:
    """Kazakh writes 70%, Russian keeps the sign apart by a no-break space."""
    assert KK.share(Decimal("0.7")) == "70%"
    assert plain(RU.share(Decimal("0.7"))) == "70_%"
    assert KK.share(Decimal("0.125")) == "12,5%"
    assert plain(RU.share(Decimal("0.0025"))) == "0,25_%"


@BOTH
@pytest.mark.parametrize(
    ("figure", "places", "written"),
    [("1.5", 2, "1,5"), ("3.0", 2, "3"), ("0.125", 2, "0,13"), ("3.14159", 3, "3,142"), ("7.5", 0, "8")],
)
def test_a_decimal_fraction_has_a_comma(t: Texts, figure: str, places: int, written: str) -> None:
    """At most so many places, none for nothing."""
    assert t.decimal(Decimal(figure), places) == written


# Days

KAZAKH_CASES = {
    1: ("қаңтар", "қаңтарға", "қаңтардан"),
    2: ("ақпан", "ақпанға", "ақпаннан"),
    3: ("наурыз", "наурызға", "наурыздан"),
    4: ("сәуір", "сәуірге", "сәуірден"),
    5: ("мамыр", "мамырға", "мамырдан"),
    6: ("маусым", "маусымға", "маусымнан"),
    7: ("шілде", "шілдеге", "шілдеден"),
    8: ("тамыз", "тамызға", "тамыздан"),
    9: ("қыркүйек", "қыркүйекке", "қыркүйектен"),
    10: ("қазан", "қазанға", "қазаннан"),
    11: ("қараша", "қарашаға", "қарашадан"),
    12: ("желтоқсан", "желтоқсанға", "желтоқсаннан"),
}
RUSSIAN_CASES = {
    1: ("январь", "января"),
    2: ("февраль", "февраля"),
    3: ("март", "марта"),
    4: ("апрель", "апреля"),
    5: ("май", "мая"),
    6: ("июнь", "июня"),
    7: ("июль", "июля"),
    8: ("август", "августа"),
    9: ("сентябрь", "сентября"),
    10: ("октябрь", "октября"),
    11: ("ноябрь", "ноября"),
    12: ("декабрь", "декабря"),
}


@pytest.mark.parametrize("month", range(1, 13))
def test_a_kazakh_day_is_declined(month: int) -> None:
    """Nominative alone, dative before «дейін», ablative before «бастап»."""
    name, to, start = KAZAKH_CASES[month]
    day = date(2026, month, 15)
    assert KK.day(day) == f"2026 жылғы 15 {name}"
    assert KK.day(day, THIS_YEAR) == f"15 {name}"
    assert KK.day_to(day) == f"2026 жылғы 15 {to}"
    assert KK.day_from(day, THIS_YEAR) == f"15 {start}"
    assert KK.month(2026, month) == f"2026 жылғы {name}"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_russian_day_is_in_the_genitive(month: int) -> None:
    """The same alone, after «до», and with «с»; a month alone is in the nominative."""
    name, genitive = RUSSIAN_CASES[month]
    day = date(2026, month, 15)
    assert RU.day(day) == RU.day_to(day) == f"15 {genitive} 2026 года"
    assert RU.day_from(day) == f"с 15 {genitive} 2026 года"
    assert RU.day(day, THIS_YEAR) == RU.day_to(day, THIS_YEAR) == f"15 {genitive}"
    assert RU.month(2026, month) == f"{name} 2026 года"


def test_in_russian_only_the_second_of_a_month_has_so_before_it() -> None:
    """«С второго» cannot be said, so that the preposition comes with the day; Kazakh has its own word behind it."""
    days = [RU.day_from(date(2026, 3, day), THIS_YEAR) for day in range(1, 32)]
    assert days == [f"{'со' if day == 2 else 'с'} {day} марта" for day in range(1, 32)]
    assert KK.day_from(date(2026, 3, 2), THIS_YEAR) == "2 наурыздан"


def test_another_year_is_always_told() -> None:
    """A day of last year without its year would be taken for this year's."""
    assert KK.day(date(2025, 12, 31), THIS_YEAR) == "2025 жылғы 31 желтоқсан"
    assert RU.day_to(date(2027, 1, 1), THIS_YEAR) == "1 января 2027 года"


def test_an_instant_is_told_in_kazakhstan() -> None:
    """Five hours east of Greenwich everywhere, so the day may already be the next."""
    at = datetime(2026, 1, 15, 13, 0, tzinfo=UTC)
    assert KK.instant(at, THIS_YEAR) == "15 қаңтар, 18:00"
    assert RU.instant(at, THIS_YEAR) == "18:00 15 января"
    late = datetime(2026, 12, 31, 19, 30, tzinfo=UTC)
    assert KK.instant(late, THIS_YEAR) == "2027 жылғы 1 қаңтар, 00:30"
    assert RU.instant(late) == "00:30 1 января 2027 года"


def test_a_time_of_day_has_two_figures_for_the_hour() -> None:
    """Of a clock as it stands, of an instant in Kazakhstan."""
    assert KK.time(time(9, 5)) == "09:05"
    assert RU.time(datetime(2026, 1, 1, 9, 5, tzinfo=timezone(timedelta(hours=3)))) == "11:05"


def test_an_hour_of_nowhere_is_refused() -> None:
    """A naive datetime could be five hours off."""
    with pytest.raises(ValueError, match="no time zone"):
        KK.instant(datetime(2026, 1, 15, 18))  # noqa: DTZ001, the fault under test


@pytest.mark.parametrize(("count", "ru"), [(1, "1 день"), (3, "3 дня"), (7, "7 дней"), (21, "21 день")])
def test_a_number_of_days_is_counted(count: int, ru: str) -> None:
    """Singular in Kazakh, the form of the number in Russian."""
    assert KK.days(count) == f"{count} күн"
    assert RU.days(count) == ru


# Months and quarters


def test_base_months_name_their_year_once() -> None:
    """Three months of one year."""
    months = ["2025-10", "2025-11", "2025-12"]
    assert KK.base_months(months) == "2025 жылғы қазан, қараша, желтоқсан"
    assert RU.base_months(months) == "октябрь, ноябрь и декабрь 2025 года"


def test_base_months_of_two_years_name_both() -> None:
    """Each year with its own months."""
    months = ["2025-11", "2025-12", "2026-01"]
    assert KK.base_months(months) == "2025 жылғы қараша және желтоқсан, 2026 жылғы қаңтар"
    assert RU.base_months(months) == "ноябрь и декабрь 2025 года, январь 2026 года"


def test_one_base_month_is_a_month() -> None:
    """As a question about the wage of that month names it."""
    assert KK.base_month("2025-10") == KK.month(2025, 10) == "2025 жылғы қазан"
    assert RU.base_month("2025-10") == RU.month(2025, 10) == "октябрь 2025 года"


@pytest.mark.parametrize(
    ("first", "last", "kk", "ru"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "2026 жылғы қаңтар–наурыз", "январь–март 2026 года"),
        (date(2026, 3, 1), date(2026, 3, 31), "2026 жылғы наурыз", "март 2026 года"),
        (
            date(2025, 12, 1),
            date(2026, 2, 28),
            "2025 жылғы желтоқсан – 2026 жылғы ақпан",
            "декабрь 2025 года – февраль 2026 года",
        ),
    ],
)
def test_a_period_goes_from_month_to_month(first: date, last: date, kk: str, ru: str) -> None:
    """One month stands alone, one year is told once."""
    assert KK.period(first, last) == kk
    assert RU.period(first, last) == ru


@pytest.mark.parametrize(
    ("first", "last", "kk", "ru"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "қаңтар–наурыз", "январь–март"),
        (date(2026, 3, 1), date(2026, 3, 31), "наурыз", "март"),
        (date(2025, 10, 1), date(2025, 12, 31), "2025 жылғы қазан–желтоқсан", "октябрь–декабрь 2025 года"),
    ],
)
def test_a_period_of_this_year_needs_no_year(first: date, last: date, kk: str, ru: str) -> None:
    today = date(2026, 5, 12)
    assert KK.period(first, last, today) == kk
    assert RU.period(first, last, today) == ru


def test_a_period_does_not_go_back() -> None:
    """Ends in the wrong order are a fault of ours."""
    with pytest.raises(ValueError, match="back to 2026-01-01"):
        KK.period(date(2026, 2, 1), date(2026, 1, 1))


@pytest.mark.parametrize(("number", "roman"), [(1, "I"), (2, "II"), (3, "III"), (4, "IV")])
def test_a_quarter_has_a_roman_number(number: int, roman: str) -> None:
    """In Latin letters, in both languages."""
    assert KK.quarter(f"2026-Q{number}") == f"2026 жылғы {roman} тоқсан"
    assert RU.quarter(f"2026-Q{number}") == f"{roman} квартал 2026 года"


# Places and lists


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_kazakh_forms(region: str) -> None:
    """An oblast or a city, and in it: the tail of the pair takes н."""
    name, place = KK.region(region), KK.region_in(region)
    assert name.endswith((" облысы", " қаласы"))
    assert place == name + "нда"
    assert len(KK.region_short(region)) <= 24


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_russian_forms(region: str) -> None:
    """A city by its name alone, an oblast in the prepositional case."""
    name, place, short = RU.region(region), RU.region_in(region), RU.region_short(region)
    if name.startswith("город "):
        assert place in {"в Астане", "в Алматы", "в Шымкенте"}
    elif name.startswith("область "):
        assert place == "в области " + name.removeprefix("область ")
    else:
        assert place == "в " + name.removesuffix("ая область") + "ой области"
    assert len(short) <= 24
    assert short[0].isupper()


@BOTH
def test_no_two_regions_look_alike(t: Texts) -> None:
    """Almaty is a city and an oblast: their buttons differ."""
    for name in (t.region, t.region_in, t.region_short):
        assert len({name(region) for region in REGIONS}) == len(REGIONS)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 3, 22), "Астана қаласы"),
        (date(2019, 3, 23), "Нұр-Сұлтан қаласы"),
        (date(2022, 9, 16), "Нұр-Сұлтан қаласы"),
        (date(2022, 9, 17), "Астана қаласы"),
        (None, "Астана қаласы"),
    ],
)
def test_the_capital_has_the_name_of_its_day(day: date | None, name: str) -> None:
    """A document of 2021 names Nur-Sultan."""
    assert KK.region("KZ-71", day) == name
    assert KK.region_in("KZ-71", day) == f"{name}нда"
    assert RU.region_in("KZ-71", day) == ("в Нур-Султане" if "Нұр" in name else "в Астане")
    assert KK.region("KZ-75", day) == "Алматы қаласы"


def test_an_unknown_region_is_an_error() -> None:
    """There is no name to invent."""
    with pytest.raises(TextError, match="region-KZ-99"):
        KK.region("KZ-99")


def test_a_list_reads_as_a_sentence() -> None:
    """Kazakh lists with commas, Russian puts «и» before the last."""
    assert KK.list_of(["Айша", "Ерлан", "Дана"]) == "Айша, Ерлан, Дана"
    assert KK.list_of(["Айша", "Ерлан"]) == "Айша және Ерлан"
    assert RU.list_of(["Айша", "Ерлан", "Дана"]) == "Айша, Ерлан и Дана"
    assert RU.list_of(["Айша"]) == "Айша"
