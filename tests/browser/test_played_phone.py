"""The chat page as somebody meets it: the example family, and everything that is played with a message."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from bot.texts.formats import KAZAKHSTAN_TIME
from tests.bot.sandbox.playing import png
from tests.browser.desk import set_clock
from tests.browser.phone import ANSWER_MS, DESKTOP, Phone, Watch, is_drawn
from tests.running import Prepared

pytestmark = pytest.mark.browser

MONEY: Final = "450\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₸"
NARROW: Final[ViewportSize] = {"width": 360, "height": 640}
TOMORROW: Final = datetime.now(KAZAKHSTAN_TIME).replace(hour=10, minute=0, second=0) + timedelta(days=1)
ABOUT_A_CHILD: Final = '"people:child": { type: "4 9 14" },'
FAR_AWAY: Final = "America/New_York"


@pytest.fixture(scope="module")
def komek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The program; for it it is tomorrow, ten in the morning."""
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        set_clock(komek.address, TOMORROW)
        yield komek


@pytest.fixture(scope="module")
def address(komek: Prepared) -> str:
    """The chat page's address."""
    return komek.address


@pytest.fixture
def phone(page: Page, address: str) -> Phone:
    """A new person's phone with the question of consent on it, in Kazakh."""
    page.goto(f"{address}/")
    return Phone.of_newcomer(page, "Айжан").presses("Қазақша").sees("Рұқсат")


def opened_by_example(page: Page, language: str) -> Phone:
    """Press the example family's button in one of the languages."""
    page.locator(f".welcome [lang={language}] .example").click()
    return Phone(page, int(page.locator(".phone").get_attribute("data-person") or 0))


def bot_sends(phone: Phone, komek: Prepared, text: str, *captions: str) -> None:
    """Let the bot send a message with a button in each row."""
    rows = [[{"text": caption, "callback_data": "x"}] for caption in captions]
    called = {"chat_id": phone.id, "text": text, "reply_markup": {"inline_keyboard": rows}}
    answer = phone.page.request.post(f"{komek.address}/bot{komek.token}/sendMessage", data=called)
    assert answer.ok, answer.text()


def chat(phone: Phone, address: str) -> list[dict[str, Any]]:
    """Return the messages as the bot has them."""
    messages: list[dict[str, Any]] = phone.page.request.get(f"{address}/chats/{phone.id}/messages").json()["messages"]
    return messages


IN_ITS_BUBBLE = """node => {
    const [own, bubble] = [node, node.closest(".bubble")].map((element) => element.getBoundingClientRect());
    return ["x", "y", "width", "height"].map((side) => Math.round(own[side] - bubble[side]));
}"""
"""How far each side of an element is from its bubble's; both are read at once, as the chat may be scrolling."""


@pytest.mark.parametrize(
    ("language", "greeting", "review", "calculate", "result"),
    [
        ("kk", "АӘК", "Бәрі дұрыс па?", "Есептеу", "атаулы көмек тиесілі"),
        ("ru", "АСП", "Всё верно?", "Посчитать", "По расчёту положена"),
    ],
    ids=["kazakh", "russian"],
)
def test_the_first_page_says_what_this_is_and_plays_a_family_in_one_press(
    page: Page, watch: Watch, address: str, language: str, greeting: str, review: str, calculate: str, result: str
) -> None:
    """Three sentences in either language; the real bot asks, the page answers up to the review and leaves the rest."""
    page.set_viewport_size(NARROW)
    page.goto(f"{address}/")
    expect(page.locator(".welcome [lang] p")).to_contain_text(["АӘК", "АСП"])
    told = page.locator(f".welcome [lang={language}] p")
    expect(told).to_contain_text(greeting)
    assert len(re.findall(r"\.(?:\s|$)", told.inner_text())) == 3
    expect(page.locator(".example").last).to_be_in_viewport()
    is_drawn(page, f"16-welcome-{language}")
    phone = opened_by_example(page, language).sees(review).sees(MONEY).sees("4, 9, 14")
    expect(phone.own.locator(".text")).to_have_text(["/start", "4 9 14", re.compile("150 (мың|тыс)")])
    expect(phone.node.locator(".toast")).to_be_visible()
    phone.presses(calculate).sees(result)
    assert watch.strangers(address) == []


def test_the_example_stops_at_a_question_that_it_cannot_answer(page: Page, watch: Watch, address: str) -> None:
    """The bot may ask something new one day: the person answers that, and nothing is pressed any more."""
    page.route(
        "**/example.js", lambda route: route.fulfill(response=(read := route.fetch()), body=without(read.text()))
    )
    page.goto(f"{address}/")
    phone = opened_by_example(page, "kk").sees("неше жаста")
    expect(phone.node.locator(".toast")).to_contain_text("Өзіңіз жауап беріңіз", timeout=ANSWER_MS)
    phone.types("4 9 14").sees("Қазір")
    page.wait_for_timeout(1000)
    phone.sees("Қазір")
    assert watch.strangers(address) == []


def without(script: str) -> str:
    """Take an answer out of the example's script."""
    assert ABOUT_A_CHILD in script
    return script.replace(ABOUT_A_CHILD, "")


def test_a_tap_on_the_screen_stops_the_example(page: Page, watch: Watch, address: str) -> None:
    """Whoever has seen enough goes on alone, from where it stopped."""
    page.goto(f"{address}/")
    phone = opened_by_example(page, "ru")
    phone.node.locator(".bot-name").click()
    expect(phone.node.locator(".toast")).to_be_hidden()
    page.wait_for_timeout(1000)  # what was asked for before the tap is answered
    asked = phone.text
    page.wait_for_timeout(1000)
    assert phone.text == asked
    phone.is_shot("16-stopped")
    assert watch.strangers(address) == []


def test_a_message_stands_under_the_programs_day_and_time_in_kazakhstan(
    page: Page, watch: Watch, address: str, phone: Phone
) -> None:
    """Not under the time of the browser, which may be anywhere."""
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": FAR_AWAY})
    page.reload()
    phone.sees("Рұқсат")
    written = phone.last.locator("time")
    expect(written).to_have_text(re.compile(r"^10:\d\d$"))
    assert (written.get_attribute("datetime") or "").startswith(TOMORROW.date().isoformat())
    expect(phone.node.locator(".day")).to_have_text(f"{TOMORROW:%d.%m.%Y}")
    assert watch.strangers(address) == []


def test_a_message_is_forwarded_changed_and_deleted(phone: Phone, watch: Watch, address: str) -> None:
    """The bot knows its own message again; an own text is changed in its place; what is deleted is gone."""
    phone.does(phone.last, "forward").sees("осы боттың хабарламасы")
    expect(phone.own.last).to_contain_text("Қайта жіберілді: Kömek")
    phone.own.last.locator(".dots").click()
    expect(phone.node.locator(".deeds .edit")).to_be_hidden()  # what somebody else wrote
    phone.page.keyboard.press("Escape")

    phone.types("150")
    expect(phone.own.last).to_contain_text("150")
    phone.does(phone.own.last, "edit")
    expect(phone.node.locator("textarea")).to_have_value("150")
    phone.is_shot("17-editing").types("160")
    expect(phone.own.last).to_contain_text(re.compile("160.*өзгертілді", re.DOTALL))
    expect(phone.node.locator(".editing")).to_be_hidden()
    assert [message["text"] for message in chat(phone, address) if "edit_date" in message][-1] == "160"

    count = phone.own.count()
    phone.does(phone.own.last, "delete")
    expect(phone.own).to_have_count(count - 1)
    assert "160" not in {message.get("text") for message in chat(phone, address)}
    assert watch.strangers(address) == []


def test_a_protected_message_says_so_and_cannot_be_forwarded_nor_copied(
    phone: Phone, watch: Watch, komek: Prepared
) -> None:
    called = {"chat_id": phone.id, "text": "Айына 45 000 ₸", "protect_content": True}
    assert phone.page.request.post(f"{komek.address}/bot{komek.token}/sendMessage", data=called).ok
    phone.sees("жіберуге болмайды")
    expect(phone.last.locator(".text")).to_have_css("user-select", "none")
    phone.last.locator(".dots").click()
    expect(phone.node.locator(".deeds .forward")).to_be_hidden()
    expect(phone.node.locator(".deeds .delete")).to_be_focused()
    phone.page.keyboard.press("Escape")
    assert watch.strangers(komek.address) == []


def test_the_paper_clip_sends_an_album_a_contact_and_a_voice_message(phone: Phone, watch: Watch, address: str) -> None:
    """Two photos are two messages with one group; what was typed stands below the first."""
    phone.node.locator("textarea").fill("Екі анықтама")
    phone.attaches("a.png", "image/png", png(300, 200), png(300, 200))
    expect(phone.own.locator("img")).to_have_count(2)
    first, second = (message for message in chat(phone, address) if "photo" in message)
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("Екі анықтама", False)
    for kind in ("contact", "voice"):
        phone.node.locator(".attach").click()
        phone.node.locator(f".attachments .{kind}").click()
        expect(phone.own.locator(f"[data-kind={kind}]")).to_be_visible()
    expect(phone.own.locator("[data-kind=contact]")).to_contain_text("Айжан")
    phone.is_shot("18-album")
    assert watch.strangers(address) == []


def test_a_photo_goes_to_the_edge_of_its_bubble(phone: Phone, watch: Watch, address: str) -> None:
    """Wide, tall, small, and with words below it: no slab of the bubble's colour beside the picture."""
    for width, height in ((1200, 400), (300, 600), (20, 30)):
        count = phone.own.count()
        phone.attaches("a.png", "image/png", png(width, height))
        expect(phone.own).to_have_count(count + 1)
        picture = phone.own.last.locator("img")
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate(IN_ITS_BUBBLE) == [0, 0, 0, 0]
    phone.node.locator("textarea").fill("Анықтама, үш айдағы жалақы туралы")
    phone.attaches("a.png", "image/png", png(300, 600))
    expect(phone.own.last).to_contain_text("Анықтама")
    *place_and_width, height = phone.own.last.locator("img").evaluate(IN_ITS_BUBBLE)
    assert place_and_width == [0, 0, 0]
    assert height < 0, "the words have a place below the picture"
    phone.is_shot("19-photo")
    assert watch.strangers(address) == []


def test_a_long_caption_is_cut_on_its_line_and_a_payload_is_not_shown(
    phone: Phone, watch: Watch, komek: Prepared
) -> None:
    """As Telegram draws a button; and whoever opens a link sees /start alone."""
    bot_sends(phone, komek, "Таңдаңыз", "Иә", "Өте ұзақ жауап, " * 6)
    short, long = (phone.last.locator(".row > *").nth(place) for place in (0, 1))
    expect(long).to_be_visible()
    assert short.evaluate("node => node.offsetHeight") == long.evaluate("node => node.offsetHeight")
    assert long.evaluate("node => [node.scrollWidth > node.clientWidth, getComputedStyle(node).textOverflow]") == [
        True,
        "ellipsis",
    ]
    phone.types("/start abcdefghijklmnopqrstuvwx")
    expect(phone.own.last.locator(".text")).to_have_text("/start")
    assert "/start abcdefghijklmnopqrstuvwx" in {message.get("text") for message in chat(phone, komek.address)}
    assert watch.strangers(komek.address) == []


def test_a_tall_question_is_opened_at_its_first_line(phone: Phone, watch: Watch, komek: Prepared) -> None:
    """When it comes, when the chat is opened with it, and when the window becomes lower."""
    bot_sends(phone, komek, "Бірінші жол\n" + "Келесі жол\n" * 60, "Иә")
    for again in (lambda: None, phone.page.reload, lambda: phone.page.set_viewport_size(NARROW)):
        again()
        phone.sees("Бірінші жол")
        phone.page.wait_for_function(
            """([number]) => {
                const top = (node) => node.getBoundingClientRect().top;
                const last = document.querySelector(`[data-message-id="${number}"]`);
                const above = last ? top(last) - top(last.closest(".scroll")) : -1;
                return above >= 0 && above < 40;
            }""",
            arg=[phone.last.get_attribute("data-message-id")],
        )
    assert watch.strangers(komek.address) == []


def test_buttons_are_in_the_language_of_the_chat(page: Page, watch: Watch, address: str) -> None:
    """Also those without a letter of Kazakh alone: a screen reader would say them with a Russian voice."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Самал", "Русский").sees("Тілді таңдаңыз")
    expect(phone.button("Қазақша")).to_have_attribute("lang", "kk")
    expect(phone.button("Русский")).to_have_attribute("lang", "ru")
    phone.presses("Қазақша", "Рұқсат беремін").sees("Қай өңірде")
    assert spoken(phone) == {"kk"}
    phone.commands("language").presses("Русский").sees("В каком регионе")
    assert spoken(phone) == {"ru"}
    assert watch.strangers(address) == []


def spoken(phone: Phone) -> set[str | None]:
    """Return the languages that the last message's bubble and buttons are marked with."""
    nodes = phone.last.locator(".bubble, .inline-keyboard button").all()
    return {node.get_attribute("lang") for node in nodes}
