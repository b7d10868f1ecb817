"""A new user on the chat page: from the greeting to the explained result, through a correction and a crash."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.newcomer import gets_an_explained_result, monthly
from tests.browser.phone import ANSWER_MS, Phone, Watch
from tests.running import Running

pytestmark = pytest.mark.browser


def test_a_newcomer_gets_a_result_corrects_an_answer_and_goes_on_after_a_crash(
    page: Page, watch: Watch, tmp_path: Path
) -> None:
    """Interview in Kazakh, correction, result, Russian, Why, kill -9, start again, and the chat goes on."""
    with Running(tmp_path) as komek:
        own = komek.address
        page.goto(f"{own}/")
        phone = Phone.of_newcomer(page, "Айгүл")
        in_kazakh = gets_an_explained_result(phone)
        assert watch.complaints == []

        komek.kill()
        expect(page.locator("#connection")).to_be_visible(timeout=ANSWER_MS)
        phone.is_shot("07-away")
        komek.settings["HTTP_PORT"] = own.rpartition(":")[2]
        komek.start()
        expect(page.locator("#connection")).to_be_hidden(timeout=ANSWER_MS)
        watch.forget_that_the_program_was_away()

        phone.presses("К результату").sees("По расчёту положена")
        assert monthly(phone) == in_kazakh
        phone.presses("Что дальше").sees("eGov").is_shot("08-goes-on")
    assert watch.strangers(own) == []
