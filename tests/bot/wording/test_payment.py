"""When the money comes and to which account: as the authority said it, or who knows it; never a day made up."""

from typing import Any

import pytest

from bot.texts import Language
from tests.bot.case_story import kz
from tests.bot.wording.notice_values import DECIDED, estimate_of, read, told

KK, RU = Language.KK, Language.RU
PAID: dict[str, Any] = {"paid_on": "2026-12-05", "account_ends_with": "4112"}
BOTH_LANGUAGES = pytest.mark.parametrize("language", [KK, RU])


def test_the_day_and_the_account_that_the_authority_named_stand_below_the_sum() -> None:
    """Before the duty and the comparison with the estimate."""
    assert read("case-assigned", **PAID).split("\n\n")[1] == (
        "Первая выплата: 5 декабря.\nБанковский счёт для выплаты: последние цифры номера – 4112."
    )
    assert read("case-assigned", KK, **PAID).split("\n\n")[1] == (
        "Алғашқы төлем күні: 5 желтоқсан.\nАқша түсетін банк шоты: нөмірінің соңғы төрт цифры – 4112."
    )


def test_a_day_alone_says_nothing_of_an_account_and_an_account_alone_nothing_of_a_day() -> None:
    day = read("case-assigned", paid_on="2026-12-05").split("\n\n")[1]
    assert day == "Первая выплата: 5 декабря."
    account = read("case-assigned", account_ends_with="4112").split("\n\n")[1]
    assert account.splitlines() == [
        (
            "Помощь платят каждый месяц (Социальный кодекс, статья 123, пункт 3). "
            "В какой день придут деньги, скажет карьерный центр."
        ),
        "Банковский счёт для выплаты: последние цифры номера – 4112.",
    ]


def test_whoever_reads_it_after_that_day_reads_where_to_ask_for_the_money() -> None:
    late: dict[str, Any] = {"paid_on": "2026-11-24", "now": kz(2026, 11, 25, 9)}
    assert (
        "Первая выплата должна была прийти <b>24 ноября</b>. Если её нет, обратитесь в карьерный центр."
        in told("case-assigned", **late).text
    )
    assert "Ақша түспеген болса, мансап орталығына хабарласыңыз." in told("case-assigned", KK, **late).text
    assert "должна была" not in read("case-assigned", paid_on="2026-11-23")


@BOTH_LANGUAGES
def test_nobody_is_promised_a_payment_of_nothing(language: Language) -> None:
    """Income equal to the line: assigned, and nothing to pay."""
    for name in ("4112", "ай сайын", "каждый месяц"):
        assert name not in read("case-assigned", language, monthly_tenge=0, **PAID)


def test_a_decision_for_longer_than_the_application_gives_is_a_joy_of_one_line() -> None:
    """The sum is as estimated, from October though the family applied in November: nothing is to be asked."""
    longer: dict[str, Any] = {"supplement_tenge": 6_488, "paid_from": "2026-10-01"}
    text = read("case-assigned", estimate=estimate_of(), **longer)
    assert text.endswith(
        "Помощь назначена на больший срок. Если считать с месяца заявления, срок был бы короче: "
        "ноябрь–декабрь 2026 года."
    )
    assert "Обратитесь" not in text
    assert read("case-assigned", estimate=estimate_of(), **{**longer, "monthly_tenge": 110_000}).endswith(
        "Сумма в решении больше, чем в предварительном расчёте бота: там было 106 488 ₸ в месяц."
    )
    less = read("case-assigned", estimate=estimate_of(), **{**longer, "monthly_tenge": 90_000})
    assert "• помощь в месяц: в решении – 90 000 ₸, в расчёте – 100 000 ₸" in less
    assert "• сколько человек в семье посчитали" in less


def test_more_money_for_fewer_months_is_not_called_more() -> None:
    text = read("case-assigned", estimate=estimate_of(), monthly_tenge=110_000, paid_from="2026-12-01")
    assert "больше" not in text
    assert "• месяцы: в решении – декабрь 2026 года" in text
    assert DECIDED["paid_from"] == "2026-11-01"
