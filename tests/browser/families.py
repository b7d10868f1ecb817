"""What families tell the bot on the chat page."""

from datetime import UTC, datetime, timedelta
from typing import Final

from tests.browser.phone import Phone

SEVEN_YEARS_AND_A_BIT: Final = timedelta(days=7 * 366 + 100)


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


def a_couple_in_kazakh(phone: Phone) -> None:
    """Answer every question up to the review, in Kazakh: no children, one wage."""
    phone.presses("Қазақша", "Рұқсат беремін", "Шымкент", "Иә, бәрі").ticks("Жұбайым").presses("Дайын")
    phone.presses("Үй шаруасында").sees("Жұбайыңыз").presses("Тұрақты жұмыста")
    phone.ticks("Жалақы").presses("Дайын").sees("150 мың")
    phone.types("30 мың").presses("Ешқайсысы жоқ").sees("Несие")
    phone.presses("Ешқайсысы жоқ").sees("Бәрі дұрыс па?")


def a_couple_in_russian(phone: Phone) -> None:
    """Do so in Russian."""
    phone.presses("Русский", "Разрешаю", "Шымкент", "Да, все").ticks("Муж или жена").presses("Готово")
    phone.presses("Дом и семья").sees("Муж или жена").presses("Постоянная работа")
    phone.ticks("Зарплата").presses("Готово").sees("150 тыс")
    phone.types("30 тыс").presses("Ничего из этого").sees("Кредит")
    phone.presses("Ничего из этого").sees("Всё верно?")
