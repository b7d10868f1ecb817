"""A family reads every part of a decision as it was sent: nothing is rounded, and nothing sent is called missing."""

from datetime import date

import pytest

from bot.texts import Language, texts
from bot.wording.notices import notice_told
from tests.bot.case_story import kz
from tests.bot.wording.notice_values import STATUS, a_case, estimate_of, read
from tests.bot.wording.records import Table

APPEAL = {
    Language.KK: (
        "Шешімге жоғары тұрған органға немесе сотқа шағым беруге болады (Әлеуметтік кодекс, 123-баптың 7-тармағы)."
    ),
    Language.RU: "Решение можно обжаловать в вышестоящем органе или в суде (Социальный кодекс, статья 123, пункт 7).",
}
both_languages = pytest.mark.parametrize("language", list(Language))
NOTHING_SENT: Table = dict.fromkeys(("monthly_tenge", "paid_from", "paid_until"))


@pytest.mark.parametrize(
    ("first", "last", "ru", "kk"),
    [
        ("2026-11-15", "2026-12-14", "с 15 ноября до 14 декабря", "15 қарашадан бастап 14 желтоқсанға дейін"),
        ("2026-11-15", "2026-11-20", "с 15 ноября до 20 ноября", "15 қарашадан бастап 20 қарашаға дейін"),
        ("2026-11-30", "2026-12-01", "с 30 ноября до 1 декабря", "30 қарашадан бастап 1 желтоқсанға дейін"),
        ("2026-11-01", "2026-12-28", "с 1 ноября до 28 декабря", "1 қарашадан бастап 28 желтоқсанға дейін"),
    ],
)
def test_a_part_of_a_month_is_told_in_its_days_and_without_a_total(first: str, last: str, ru: str, kk: str) -> None:
    """What a part of a month comes to the authority has not said."""
    in_russian = read("case-assigned", paid_from=first, paid_until=last)
    assert in_russian.startswith(
        f"✅ Помощь назначена: 100 000 ₸ в месяц.\n\nСрок выплаты, указанный в сообщении: {ru}.\n\nПомощь платят"
    )
    in_kazakh = read("case-assigned", Language.KK, paid_from=first, paid_until=last)
    assert f"\n\nХабарда көрсетілген төлем мерзімі: {kk}.\n\n" in in_kazakh
    assert "барлығы" not in in_kazakh


def test_february_is_a_whole_month_whatever_its_length() -> None:
    assert "3 месяца, всего 300 000 ₸" in read("case-assigned", paid_from="2027-01-01", paid_until="2027-03-31")
    assert "1 месяц, всего 100 000 ₸" in read("case-assigned", paid_from="2027-02-01", paid_until="2027-02-28")
    assert "всего" not in read("case-assigned", paid_from="2028-02-01", paid_until="2028-02-28")


def test_a_changed_sum_for_a_part_of_a_month_has_no_total_either() -> None:
    text = read("case-assigned", before={"monthly_tenge": 90_000}, paid_until="2026-12-14")
    assert text.startswith("Размер помощи изменился: раньше было 90 000 ₸ в месяц, теперь – 100 000 ₸ в месяц.\n\n")
    assert "Срок выплаты, указанный в сообщении: с 1 ноября до 14 декабря." in text
    assert "всего" not in text


def test_days_that_are_no_whole_months_are_not_said_to_be_as_estimated() -> None:
    """The bot had counted whole months: the family learns what to ask."""
    text = read("case-assigned", estimate=estimate_of(), supplement_tenge=6_488, paid_until="2026-11-20")
    assert "совпадает" not in text
    assert (
        "• срок выплаты: в решении – с 1 ноября до 20 ноября, а если считать с месяца заявления – "
        "ноябрь–декабрь 2026 года" in text
    )
    assert "• почему в решении другой срок (помощь платят за полные месяцы" in text


def test_a_supplement_that_was_sent_alone_is_told_and_only_the_assistance_is_missing() -> None:
    sent: Table = {**NOTHING_SENT, "supplement_tenge": 5_000}
    assert read("case-assigned", **sent).startswith(
        "✅ Помощь назначена.\nДоплата на детей: 5 000 ₸ в месяц.\n\n"
        "Размер самой помощи в сообщении не указан: обратитесь в карьерный центр и спросите о нём.\n\n"
        "За какие месяцы платят, в сообщении не указано"
    )
    assert read("case-assigned", Language.KK, **sent).startswith(
        "✅ Көмек тағайындалды.\nБалаларға қосымша төлем: айына 5 000 ₸.\n\n"
        "Көмектің өзі қанша екені хабарда айтылмаған: оны мансап орталығына хабарласып сұраңыз."
    )


def test_a_supplement_is_told_with_the_months_and_with_the_days() -> None:
    sent: Table = {"monthly_tenge": None, "supplement_tenge": 5_000}
    assert "\n\nНоябрь–декабрь 2026 года: 2 месяца.\n\nРазмер самой помощи" in read("case-assigned", **sent)
    of_days = read("case-assigned", **sent, paid_from="2026-11-15")
    assert "с 15 ноября до 31 декабря.\n\nРазмер самой помощи" in of_days
    assert "за какие месяцы" not in of_days.lower()


def test_a_first_day_that_was_sent_alone_is_told_and_only_the_last_is_missing() -> None:
    from_january: Table = {**NOTHING_SENT, "monthly_tenge": 31_000, "paid_from": "2027-01-01"}
    assert (
        "Срок выплаты, указанный в сообщении: с 1 января 2027 года.\n\n"
        "До какого дня платят помощь, в сообщении не указано: обратитесь в карьерный центр и спросите об этом."
        in read("case-assigned", **from_january)
    )
    assert (
        "Хабарда көрсетілген төлем мерзімі: 2027 жылғы 1 қаңтардан бастап.\n\n"
        "Көмектің қай күнге дейін төленетіні хабарда айтылмаған" in read("case-assigned", Language.KK, **from_january)
    )


def test_a_last_day_that_was_sent_alone_is_told_and_only_the_first_is_missing() -> None:
    text = read("case-assigned", paid_from=None)
    assert "указанный в сообщении: до 31 декабря.\n\nС какого дня платят помощь, в сообщении не указано" in text
    assert "За какие месяцы" not in text
    assert "Көмектің қай күннен бастап төленетіні хабарда айтылмаған" in read(
        "case-assigned", Language.KK, paid_from=None
    )


# What costs money can be appealed against


def test_a_refusal_with_a_note_alone_is_not_said_to_be_without_a_reason() -> None:
    """The officer's own words are the reason; article and ground stand in the decision itself."""
    assert read("case-refused", ground=None, note="Табыс шектен жоғары") == (
        "Помощь не назначена.\n"
        "• Попросите само решение: в нём указаны причина и статья.\n"
        "• Если там ошибка, подайте жалобу.\n\n"
        f"{APPEAL[Language.RU]}\n\n"
        "Если вы получаете пособие многодетной семье или награждённой матери, оно сохраняется.\n\n"
        "Пояснение: Табыс шектен жоғары"
    )
    in_kazakh = read("case-refused", Language.KK, ground=None, note="Табыс шектен жоғары")
    assert in_kazakh.startswith("Көмек тағайындалмады.\n• Шешімді сұрап алыңыз")
    assert "айтылмаған" not in in_kazakh


@both_languages
@pytest.mark.parametrize("kind", ["case-refused", "case-suspended", "case-terminated"])
@pytest.mark.parametrize("why", [{}, {"note": "Түсініктеме"}, {"ground": "false_data"}])
def test_whatever_stops_the_money_can_be_appealed_against(kind: str, why: Table, language: Language) -> None:
    """In the same words, whether a ground was named, a note, or neither."""
    assert read(kind, language, **{"ground": None, **why}).split("\n\n").count(APPEAL[language]) == 1


@both_languages
def test_a_sum_that_falls_can_be_appealed_against_and_one_that_rises_need_not_be(language: Language) -> None:
    """Assistance and supplement together: to the family they are one payment."""
    fallen: Table = {"before": {"monthly_tenge": 100_000, "supplement_tenge": 1}}
    assert read("case-assigned", language, **fallen).endswith(f"\n\n{APPEAL[language]}")
    risen: Table = {"before": {"monthly_tenge": 90_000, "supplement_tenge": None}}
    unknown: Table = {"before": {"monthly_tenge": None, "supplement_tenge": 5_000}}
    for same_or_more in (risen, unknown, {"before": {"monthly_tenge": 100_000}}, {}):
        assert APPEAL[language] not in read("case-assigned", language, **same_or_more)


@both_languages
def test_a_correction_after_which_less_is_paid_can_be_appealed_against(language: Language) -> None:
    """Not where nothing is decided any more, nor where what was withdrawn had given less."""
    assigned: Table = {"withdrawn": "assigned", "withdrawn_sums": {"monthly_tenge": 31_000}}
    lower: Table = {"status": "assigned", "sums": {"monthly_tenge": 20_000}}
    for costs in ({**assigned, **lower}, {**assigned, "status": "refused"}, {**assigned, "status": "terminated"}):
        assert read("case-corrected", language, **costs).count(APPEAL[language]) == 1
    higher: Table = {"status": "assigned", "sums": {"monthly_tenge": 40_000}}
    for costs_nothing in ({**assigned, **higher}, {**assigned, "status": "under_review"}, {"withdrawn": "refused"}):
        assert APPEAL[language] not in read("case-corrected", language, **costs_nothing)


def test_of_an_application_before_the_social_code_no_appeal_is_said() -> None:
    """The act before July 2023 was not read."""
    case, now = a_case(date(2023, 5, 10)), kz(2023, 6, 1, 9)
    for kind in ("case-suspended", "case-terminated"):
        found = notice_told(texts(Language.RU), kind, {**STATUS, "on": "2023-05-30"}, case, None, now)
        assert "обжаловать" not in found.text
