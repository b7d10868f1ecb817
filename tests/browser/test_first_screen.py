"""The first screen of a result on a small phone: what is due, until when, and every button, without scrolling."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from bot.store.assessments import FrozenAssessment
from bot.texts import Language, texts
from handlers.conversation import Conversation
from handlers.screens.result import explanation, headline
from handlers.screens.screen_input import Screen
from handlers.shown_result import shown_result
from tests.browser.phone import Phone, Watch, is_drawn
from tests.cast.interview import ORDINARY, USUAL, Script, assessment_day, tell
from tests.running import Prepared

pytestmark = pytest.mark.browser

SMALL_PHONE: Final[ViewportSize] = {"width": 360, "height": 640}
FAMILIES: Final[dict[str, Script]] = {
    "yes": {**ORDINARY, "amount": "150 мың", "activity:spouse": "none"},
    "no": {**ORDINARY, "region": "KZ-61", "amount": "400 мың", "activity:spouse": "none"},
    "nobody": {"region": "KZ-75", "status": "nobody"},
    "four-children": {
        **USUAL,
        "region": "KZ-61",
        "household": "spouse,children,husbands_mother",
        "people:child": "0 4 7 12",
        "people:husbands_mother": "68",
        "activity:self": "with_baby",
        "activity:spouse": "casual",
        "activity": "none",
        "income-kinds": "casual_work,pension,allowance",
        "allowance-kinds": "child_care_allowance",
        "amount": "82 мың",
        "birthday:c1": "15.03.2026",
        "birthday:c3": "15.03.2019",
        "circumstances": "none",
    },
}
DAYS: Final = (date(2026, 10, 5), date(2026, 11, 23), date(2026, 12, 7), date(2026, 12, 31))
"""On which the money is of three months, of two, and of one."""


@pytest.fixture(scope="module")
def komek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The program whose chat page is looked at."""
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        yield komek


def first_screen(family: str, on: date, language: Language) -> Screen:
    """Return the result of a family as the bot shows it first."""
    return headline(texts(language), shown_result_of(family, on), on)


def shown_result_of(family: str, on: date) -> FrozenAssessment:
    """Return the result of a family as it is frozen when it is shown."""
    day = assessment_day(on)
    shown = shown_result(Conversation(answers=tell(FAMILIES[family], day).answers), day)
    return FrozenAssessment("123456789", datetime.now(UTC), shown)


def bot_shows(phone: Phone, komek: Prepared, screen: Screen) -> None:
    """Let the bot send a screen."""
    assert screen.keyboard is not None
    sent: dict[str, Any] = {
        "chat_id": phone.id, "text": screen.text, "parse_mode": "HTML",
        "reply_markup": screen.keyboard.model_dump(exclude_none=True),
    }  # fmt: skip
    answer = phone.page.request.post(f"{komek.address}/bot{komek.token}/sendMessage", data=sent)
    assert answer.ok, answer.text()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("family", FAMILIES)
def test_all_buttons_of_a_result_are_seen_with_its_first_line(
    page: Page, watch: Watch, komek: Prepared, family: str, language: Language
) -> None:
    page.set_viewport_size(SMALL_PHONE)
    page.goto(f"{komek.address}/")
    phone = Phone.of_newcomer(page, "Айжан").presses("Қазақша")
    for on in DAYS:
        screen = first_screen(family, on, language)
        bot_shows(phone, komek, screen)
        phone.sees(screen.text.partition(" ")[0])
        last = phone.last.locator("[data-callback-data]").last
        is_drawn(page, f"17-{family}-{language}-{on}")
        expect(phone.last.locator(".text")).to_be_in_viewport()
        expect(last).to_be_in_viewport(ratio=1)
    assert watch.strangers(komek.address) == []


@pytest.mark.parametrize("language", Language)
def test_what_to_do_next_is_one_press_away_and_opens_at_its_first_line(
    page: Page, watch: Watch, komek: Prepared, language: Language
) -> None:
    """From the result on nobody scrolls back: the button is in sight, and what it shows is read from its beginning."""
    page.set_viewport_size(SMALL_PHONE)
    page.goto(f"{komek.address}/")
    phone = Phone.of_newcomer(page, "Айжан").presses("Қазақша")
    on = date(2026, 11, 23)
    for family in FAMILIES:
        bot_shows(phone, komek, first_screen(family, on, language))
        expect(phone.button(texts(language).say("button-next"))).to_be_in_viewport(ratio=1)
        screen = explanation(texts(language), shown_result_of(family, on), "next", on)
        bot_shows(phone, komek, screen)
        phone.sees(screen.text.partition(" ")[0])
        is_drawn(page, f"18-next-{family}-{language}")
        seen = phone.node.locator(".scroll").bounding_box()
        told = phone.last.locator(".text").bounding_box()
        assert seen is not None
        assert told is not None
        assert seen["y"] <= told["y"] < seen["y"] + seen["height"], family
    assert watch.strangers(komek.address) == []
