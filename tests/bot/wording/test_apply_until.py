"""Until when an application brings this month as well, and what being late costs: on the first screen."""

from datetime import date

import pytest

from bot.texts import Language, texts
from bot.wording import headline, plain
from rules.record import Record
from tests.bot.wording.records import IN_DOUBT, family, mother, wage

RU, KK = Language.RU, Language.KK
DUE = family(mother(), line=20_000)


def told(record: Record, today: date, language: Language = RU) -> list[str]:
    """Return what the first screen says of it."""
    shown = plain(headline(texts(language), record, today)).replace("\u00a0", " ")
    return [paragraph for paragraph in shown.split("\n\n") if paragraph.startswith("⏳")]


def test_the_last_working_day_of_the_month_is_named_with_what_is_lost_after_it() -> None:
    """28 February 2026 is a Saturday."""
    (line,) = told(DUE, date(2026, 2, 20))
    assert line == "⏳ Подайте заявление не позже 27 февраля, иначе можно потерять деньги за февраль."
    (line,) = told(DUE, date(2026, 2, 20), KK)
    assert line == "⏳ Өтінішті 27 ақпаннан кешіктірмеңіз, әйтпесе ақпан айының ақшасы төленбеуі мүмкін."


def test_on_the_last_working_day_it_is_today_and_after_it_only_the_internet_is_left() -> None:
    (line,) = told(DUE, date(2026, 2, 27))
    assert line == "⏳ Подайте заявление сегодня, иначе можно потерять деньги за февраль."
    (after,) = told(DUE, date(2026, 2, 28))
    assert "только через eGov. Если не подать, за февраль не заплатят" in after


def test_in_the_next_month_it_is_that_month() -> None:
    (line,) = told(DUE, date(2026, 3, 1))
    assert "не позже 31 марта" in line


@pytest.mark.parametrize("language", list(Language))
def test_where_it_is_open_whether_anything_is_due_no_loss_is_named(language: Language) -> None:
    record = IN_DOUBT["a stipend: a no or a yes"]
    (line,) = told(record, date.fromisoformat(record["on"]), language)
    assert "₸" not in line


def test_a_no_a_sum_of_nought_and_a_quarter_that_is_over_or_has_not_begun_have_none() -> None:
    no, nought = family(mother(incomes=wage(900_000)), line=20_000), family(mother(incomes=wage(20_000)), line=20_000)
    assert [told(record, date(2026, 2, 20)) for record in (no, nought)] == [[], []]
    assert [told(DUE, day) for day in (date(2026, 4, 1), date(2025, 12, 31))] == [[], []]
