"""What a new user does on the chat page: from the greeting through a correction to a result and why it is so."""

import re

from tests.browser.families import two_adults_and_three_children
from tests.browser.phone import Phone

NBSP = "\N{NO-BREAK SPACE}"


def monthly(phone: Phone) -> str:
    """Return the first amount of money in the bot's last message."""
    amount = re.search(rf"[\d{NBSP}]+₸", phone.text)
    assert amount, phone.text
    return amount[0]


def gets_an_explained_result(phone: Phone) -> str:
    """Answer in Kazakh, correct an answer, see the result in both languages and why; return the money a month."""
    phone.sees("Выберите язык").is_shot("01-greeting")
    two_adults_and_three_children(phone)
    phone.sees(f"450{NBSP}000{NBSP}₸").is_shot("02-review")

    phone.presses("Ақша").sees("Қай жауапты").is_shot("03-answers")
    phone.presses("2").sees("150 мың")
    phone.types("120 мың").sees(f"360{NBSP}000{NBSP}₸")
    phone.presses("Есептеу").sees("атаулы көмек тиесілі").is_shot_everywhere("04-result")
    in_kazakh = monthly(phone)

    phone.commands("language").presses("Русский").sees("По расчёту положена").is_shot("05-in-russian")
    assert monthly(phone) == in_kazakh
    phone.presses("Почему").sees("До предела не хватает").is_shot_everywhere("06-why")
    phone.presses("Статьи закона").sees("Социальный кодекс, статьи").is_shot("06-law")
    phone.presses("К результату").sees("По расчёту положена").presses("Почему").sees("До предела не хватает")
    phone.presses("Шаг за шагом").sees("1 из").is_shot("06-steps").presses("Дальше").sees("2 из")
    return in_kazakh
