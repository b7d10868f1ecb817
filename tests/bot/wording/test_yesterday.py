"""Results that were shown by the version of yesterday: told as they were, though the law has been read since."""

from datetime import date

import pytest

from bot.texts import Language, texts
from bot.wording import children, headline, next_steps, notes, plain, why
from rules.record import Record
from tests.bot.wording.records import YESTERDAY

RU, KK = Language.RU, Language.KK
BELOW = YESTERDAY["yesterday: too close below an estimated line"]
ABOVE = YESTERDAY["yesterday: too close above an estimated line"]


def first_screen(record: Record, language: Language = RU) -> list[str]:
    told = headline(texts(language), record, date.fromisoformat(record["on"]))
    return plain(told).replace("\u00a0", " ").split("\n\n")


def reason(record: Record, beginning: str, language: Language = RU) -> str:
    told = why(texts(language), record, str, date.fromisoformat(record["on"]))
    (found,) = [plain(text).replace("\u00a0", " ") for text in told if text.startswith(beginning)]
    return found


@pytest.mark.parametrize("record", YESTERDAY.values(), ids=list(YESTERDAY))
def test_it_is_really_of_yesterday(record: Record) -> None:
    """None of the keys that came with bands, readings and property."""
    assert record["poverty_line"].keys().isdisjoint({"low", "high", "evidence", "carried", "may_be_higher"})
    assert record.keys().isdisjoint({"readings", "no_need_bases"})
    assert record["monthly_tenge"].keys() == {"low", "high"}
    assert not any("turns_on" in child for child in record["children"])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("record", YESTERDAY.values(), ids=list(YESTERDAY))
def test_all_of_it_can_be_told(record: Record, language: Language) -> None:
    """And nothing is said of what it does not hold."""
    said, on = texts(language), date.fromisoformat(record["on"])
    told = [headline(said, record, on), *why(said, record, str, on), *children(said, record, str)]
    told += [*next_steps(said, record, on, str), *notes(said, record, str)]
    assert all(message.strip() for message in told)
    whole = plain("".join(told))
    assert "None" not in whole
    assert {RU: "Вероятнее всего", KK: "ықтимал"}[language] not in whole
    assert {RU: "решит комиссия:", KK: "комиссияның шешіміне"}[language] not in whole


def test_too_close_was_within_fifteen_per_cent_of_one_figure() -> None:
    """The sum by that very line, as it was shown."""
    assert first_screen(BELOW)[:3] == [
        "Точно сказать нельзя: доход на человека слишком близок к пределу.",
        "На человека выходит 40 000 ₸ в месяц, примерный предел – 43 999 ₸.",
        (
            "Если предел именно такой, помощь будет 14 486 ₸ в месяц.\n"
            "В месяц: сама помощь – 7 998 ₸, доплата на детей – 6 488 ₸."
        ),
    ]
    assert "Шек дәл осындай болса, айына 14 486 ₸ беріледі." in first_screen(BELOW, KK)[2]
    assert "не больше чем на 15 %" in reason(BELOW, "4.")
    assert reason(BELOW, "5.").startswith("5. Если черта именно такая: 3 999 ₸ × 2 = 7 998 ₸.")


def test_too_close_above_it_was_no_no_and_named_no_sum() -> None:
    """It is not said now that the line of that region may be by median income: that was not looked at."""
    assert first_screen(ABOVE)[:3] == [
        "Точно сказать нельзя: доход на человека слишком близок к пределу.",
        "На человека выходит 50 000 ₸ в месяц, примерный предел – 43 999 ₸.",
        "Сумма зависит от официального предела: помощь платят, только если он выше дохода.",
    ]
    assert "не больше чем на 15 %" in reason(ABOVE, "4.")
    assert reason(ABOVE, "5.").startswith("5. По примерной черте разницы для выплаты нет.")


def test_the_line_of_one_month_is_told_with_that_month() -> None:
    """What it rested on then."""
    assert plain(notes(texts(RU), BELOW, str)[1]).replace("\u00a0", " ") == (
        "Официальный предел на этот квартал боту пока неизвестен. Взят примерный: 43 999 ₸ "
        "(70 % последнего известного прожиточного минимума, область Ұлытау, сентябрь 2025 года). "
        "Результат может измениться."
    )
    assert "Прожиточный минимум – 62 856 ₸ (данные из прессы), 70 % от него – 43 999 ₸." in reason(BELOW, "3.")


def test_one_sum_stays_one_sum_whatever_is_open_today() -> None:
    """A stipend and a grandmother: since then each has its readings."""
    record = YESTERDAY["yesterday: relatives, a stipend and a grown child"]
    assert "По расчёту положена адресная помощь: 56 488 ₸ в месяц." in first_screen(record)[0]
    assert "–" not in first_screen(record)[0].splitlines()[0]


def test_an_unknown_day_and_a_line_too_close_were_both_named() -> None:
    record = YESTERDAY["yesterday: a contract broken on an unknown day, too close"]
    assert first_screen(record)[1] == (
        "К тому же доход слишком близок к пределу: на человека выходит 40 000 ₸ в месяц, примерный предел – 43 999 ₸."
    )
