"""What families tell the bot on the chat page."""

from datetime import UTC, datetime, timedelta
from typing import Final

from tests.browser.phone import Phone
from tests.person_api import Step

SEVEN_YEARS_AND_A_BIT: Final = timedelta(days=7 * 366 + 100)
A_COUPLE_IN_KAZAKH: Final[tuple[Step, ...]] = (
    ("presses", "Қазақша"),
    ("presses", "Рұқсат беремін"),
    ("presses", "Шымкент"),
    ("presses", "Иә, бәрі"),
    ("presses", "Жұбайым"),
    ("presses", "Дайын"),
    ("presses", "Үй шаруасында"),
    ("presses", "Тұрақты жұмыста"),
    ("presses", "Жалақы"),
    ("presses", "Дайын"),
    ("says", "30 мың"),
    ("presses", "Ешқайсысы жоқ"),
    ("presses", "Ешқайсысы жоқ"),
)
"""Every question up to the review: no children, one wage."""
A_COUPLE_IN_RUSSIAN: Final[tuple[Step, ...]] = (
    ("presses", "Русский"),
    ("presses", "Разрешаю"),
    ("presses", "Шымкент"),
    ("presses", "Да, все"),
    ("presses", "Муж или жена"),
    ("presses", "Готово"),
    ("presses", "Дом и семья"),
    ("presses", "Постоянная работа"),
    ("presses", "Зарплата"),
    ("presses", "Готово"),
    ("says", "30 тыс"),
    ("presses", "Ничего из этого"),
    ("presses", "Ничего из этого"),
)


def born_seven_years_ago() -> str:
    """Return the day of birth, as people write it, of a child who is seven today."""
    return (datetime.now(UTC) - SEVEN_YEARS_AND_A_BIT).strftime("%d.%m.%Y")


def two_adults_and_three_children(phone: Phone) -> None:
    """Answer every question up to the review, in Kazakh: a mother at home, a father with a wage, three children."""
    phone.presses("Қазақша", "Рұқсат беремін", "Шымкент", "Иә, бәрі")
    phone.ticks("Жұбайым", "Балаларым").presses("Дайын").sees("12 7 3")
    phone.types("3 7 12").sees("Қазір")
    phone.presses("Үй шаруасында").sees("Жұбайыңыз").presses("Тұрақты жұмыста")
    phone.ticks("Жалақы").presses("Дайын").sees("150 мың")
    phone.types("150 мың").presses("Ешқайсысы жоқ").sees("Несие").presses("Ешқайсысы жоқ").sees("туған күн")
    phone.types(born_seven_years_ago()).sees("Бәрі дұрыс па?")
