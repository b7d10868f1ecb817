"""Telegram's own means on the chat page: colours, copied numbers, quotes that unfold, instants; and what is drawn."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.families import two_adults_and_three_children
from tests.browser.phone import ANSWER_MS, SCHEMES, Phone, Watch
from tests.running import Prepared

pytestmark = pytest.mark.browser

NARROW: Final[ViewportSize] = {"width": 360, "height": 640}
DETAILS: Final = "Бірінші жол\nекінші жол\nүшінші жол\nтөртінші жол\nбесінші жол"
FIRST_OF_MAY: Final = 1_777_640_400  # 2026-05-01, 18:00 in Kazakhstan


@pytest.fixture(scope="module")
def komek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """One program for all tests, each with people of its own."""
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        yield komek


@pytest.fixture
def newcomer(page: Page, komek: Prepared) -> Phone:
    """A new person's narrow phone, which lets a page write into the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(NARROW)
    page.goto(f"{komek.address}/")
    return Phone.of_newcomer(page, "Айжан")


@pytest.fixture
def phone(newcomer: Phone) -> Phone:
    """The same with the question of consent on it, in Kazakh."""
    return newcomer.presses("Қазақша").sees("Рұқсат")


def bot_sends(phone: Phone, komek: Prepared, text: str, *rows: list[dict[str, Any]]) -> None:
    """Let the bot send a message of HTML with rows of buttons."""
    called = {"chat_id": phone.id, "text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": list(rows)}}
    answer = phone.page.request.post(f"{komek.address}/bot{komek.token}/sendMessage", data=called)
    assert answer.ok, answer.text()


def is_shot_light_and_dark(phone: Phone, name: str) -> None:
    """See that the screen is whole in both colours, and save both."""
    for scheme in SCHEMES:
        phone.page.emulate_media(color_scheme=scheme)
        phone.is_shot(f"{name}-{scheme}")


def test_a_colour_a_copied_number_a_quote_and_an_instant_are_shown(phone: Phone, komek: Prepared, watch: Watch) -> None:
    instant = f'<tg-time unix="{FIRST_OF_MAY}">1 мамыр, 18:00</tg-time>'
    text = f"Жауап: {instant}\n<blockquote expandable>{DETAILS}</blockquote>"
    styles = ("success", "primary", "danger")
    coloured = [[{"text": style, "callback_data": style, "style": style}] for style in styles]
    address = {"text": "Бөлісу", "url": "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fkomek"}
    bot_sends(phone, komek, text, *coloured, [{"text": "Көшіру: 1414", "copy_text": {"text": "1414"}}, address])
    phone.sees("бесінші")
    colours = [phone.button(style).evaluate("node => getComputedStyle(node).color") for style in styles]
    assert len(set(colours)) == len(styles)
    expect(phone.last.locator("a[href^='https://t.me/share']")).to_be_visible()

    quote = phone.last.locator("blockquote")
    folded = quote.bounding_box()
    is_shot_light_and_dark(phone, "90-means")
    quote.press("Enter")
    expect(quote).to_have_attribute("aria-expanded", "true")
    unfolded = quote.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > folded["height"]

    toast = phone.node.locator(".toast")
    phone.last.locator("[data-copies]").click()
    expect(toast).to_have_text("Көшірілді: 1414")
    assert phone.page.evaluate("navigator.clipboard.readText()") == "1414"
    phone.last.locator("time[data-unix]").click()
    expect(toast).to_have_text("01.05.2026, 18:00")
    assert watch.strangers(komek.address) == []


def test_a_short_quote_stands_open(phone: Phone, komek: Prepared, watch: Watch) -> None:
    bot_sends(phone, komek, "<blockquote expandable>Бір жол</blockquote>")
    quote = phone.sees("Бір жол").last.locator("blockquote")
    expect(quote).not_to_have_attribute("role", "button")
    assert watch.strangers(komek.address) == []


def test_a_family_sees_any_wage_in_a_picture_and_what_it_would_tell_relatives(
    newcomer: Phone, komek: Prepared, watch: Watch
) -> None:
    phone = newcomer
    two_adults_and_three_children(phone)
    phone.presses("Есептеу").sees("атаулы көмек тиесілі")
    is_shot_light_and_dark(phone, "91-result")
    phone.presses("Болжап көру", "Біреу жұмысқа шықса", "Жұбайыңыз").sees("қанша тиеді")
    phone.types("40 мың").sees("Барлық ақша")
    is_shot_light_and_dark(phone, "92-what-if")
    phone.presses("Жалақы басқа болса").sees("кез келген жаңа жалақы")
    expect(phone.last.locator("img")).to_be_visible(timeout=ANSWER_MS)
    is_shot_light_and_dark(phone, "93-any-wage")
    phone.presses("Нәтижеге оралу").sees("атаулы көмек тиесілі").presses("Не істеу керек").sees("Жеке куәлік")
    phone.presses("Туыстарға айту").sees("Мына мәтінді туыстарыңызға")
    expect(phone.last.locator("a[href^='https://t.me/share/url?']")).to_have_count(2)
    is_shot_light_and_dark(phone, "94-share")
    assert watch.strangers(komek.address) == []
