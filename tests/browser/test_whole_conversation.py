"""A new user on the chat page: from the greeting to the explained result, through a correction and a crash."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.families import two_adults_and_three_children
from tests.browser.phone import ANSWER_MS, Phone, Watch
from tests.running import Running

pytestmark = pytest.mark.browser

NBSP = "\N{NO-BREAK SPACE}"


def monthly(phone: Phone) -> str:
    """Return the first amount of money in the bot's last message."""
    amount = re.search(rf"[\d{NBSP}]+₸", phone.text)
    assert amount, phone.text
    return amount[0]


def test_a_newcomer_gets_a_result_corrects_an_answer_and_goes_on_after_a_crash(
    page: Page, watch: Watch, tmp_path: Path
) -> None:
    """Interview in Kazakh, correction, result, Russian, Why, kill -9, start again, and the chat goes on."""
    with Running(tmp_path) as komek:
        own = komek.address
        page.goto(f"{own}/")
        phone = Phone.of_newcomer(page, "Айгүл").sees("Выберите язык").is_shot("01-greeting")
        two_adults_and_three_children(phone)
        phone.sees(f"450{NBSP}000{NBSP}₸").is_shot("02-review")

        phone.presses("Ақша").sees("Қай жауапты").is_shot("03-answers")
        phone.presses("2").sees("150 мың")
        phone.types("120 мың").sees(f"360{NBSP}000{NBSP}₸")
        phone.presses("Есептеу").sees("алуы мүмкін").is_shot_everywhere("04-result")
        in_kazakh = monthly(phone)

        phone.commands("language").presses("Русский").sees("может получать").is_shot("05-in-russian")
        assert monthly(phone) == in_kazakh
        phone.presses("Почему").sees("До предела не хватает").is_shot_everywhere("06-why")
        phone.presses("Статьи закона").sees("Социальный кодекс, статьи").is_shot("06-law")
        phone.presses("К результату").sees("может получать").presses("Почему").sees("До предела не хватает")
        phone.presses("Шаг за шагом").sees("1 из").is_shot("06-steps").presses("Дальше").sees("2 из")
        assert watch.complaints == []

        komek.kill()
        expect(page.locator("#connection")).to_be_visible(timeout=ANSWER_MS)
        phone.is_shot("07-away")
        komek.settings["HTTP_PORT"] = own.rpartition(":")[2]
        komek.start()
        expect(page.locator("#connection")).to_be_hidden(timeout=ANSWER_MS)
        watch.forget_that_the_program_was_away()

        phone.presses("К результату").sees("может получать")
        assert monthly(phone) == in_kazakh
        phone.presses("Что дальше").sees("eGov").is_shot("08-goes-on")
    assert watch.strangers(own) == []
