"""The chat page for a keyboard, and for two people side by side."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.browser.phone import DESKTOP, Phone, Watch
from tests.running import Prepared

pytestmark = pytest.mark.browser

MOST_TABS: Final = 30
LATE_MS: Final = 1500
LOW_WINDOW: Final[ViewportSize] = {"width": 390, "height": 420}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The chat page's address, with the program behind it: one for all tests, each with people of its own."""
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        yield komek.address


def goes_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Move the focus with one key until it is on what was wanted, and see that the focus shows."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if wanted.evaluate("node => node === document.activeElement"):
            assert wanted.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
            expect(wanted).to_be_in_viewport()
            return
    pytest.fail(f"{MOST_TABS} times {key} never came to {wanted}")


def chooses(page: Page, phone: Phone, caption: str) -> None:
    """Go to a button of the bot's last message and press it, by keyboard alone."""
    expect(phone.button(caption)).to_be_visible()
    goes_to(page, phone.button(caption), "Shift+Tab")
    page.keyboard.press("Enter")


def test_a_question_is_answered_with_the_keyboard_alone(page: Page, watch: Watch, address: str) -> None:
    """From a new person to the third question with Tab, Enter and letters; the focus is never lost."""
    page.goto(f"{address}/")
    name = page.locator("#add-person input[name=first_name]")
    goes_to(page, name)
    page.keyboard.type("Дәулет")
    page.keyboard.press("Enter")
    expect(page.locator(".start")).to_be_focused()
    page.keyboard.press("Enter")
    phone = Phone(page, int(page.locator(".phone").get_attribute("data-person") or 0)).sees("Тілді таңдаңыз")

    chooses(page, phone, "Қазақша")
    phone.sees("Рұқсат")
    chooses(page, phone, "Рұқсат беремін")
    phone.sees("Астана")
    chooses(page, phone, "Шымкент")
    phone.sees("қандас")
    chooses(page, phone, "Иә, бәрі")
    phone.sees("Балаларым").is_shot("10-keyboard")
    goes_to(page, phone.button("Балаларым"))
    page.keyboard.press("Space")
    expect(phone.button("✓ Балаларым")).to_be_focused()
    assert watch.strangers(address) == []


def test_a_command_is_chosen_with_the_keyboard_alone(page: Page, watch: Watch, address: str) -> None:
    """The menu of commands opens, closes with Escape, opens again and sends what was chosen."""
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Меруерт").sees("Тілді таңдаңыз")
    menu = phone.node.locator(".menu")
    goes_to(page, menu, "Shift+Tab")
    page.keyboard.press("Enter")
    first = phone.node.locator("[data-command]").first
    expect(first).to_be_focused()
    phone.is_shot("11-commands")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    goes_to(page, phone.node.locator("[data-command=help]"))
    page.keyboard.press("Enter")
    phone.sees("Бот не істей алады")
    assert watch.strangers(address) == []


def test_two_people_chat_side_by_side_without_seeing_each_other(page: Page, watch: Watch, address: str) -> None:
    """One address opens two phones: each speaks its own language with the bot, on a desktop and on a phone."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/")
    gulnar = Phone.of_newcomer(page, "Гүлнәр").sees("Тілді таңдаңыз")
    page.goto(f"{address}/")
    ivan = Phone.of_newcomer(page, "Иван", "Русский").sees("Выберите язык")
    page.goto(f"{address}/?person={gulnar.id}&beside={ivan.id}")
    expect(page.locator(".phone")).to_have_count(2)

    gulnar.presses("Қазақша").sees("Рұқсат")
    expect(ivan.last).to_contain_text("Выберите язык")
    ivan.presses("Русский").sees("Разрешаете боту хранить").is_shot("12-side-by-side")
    gulnar.sees("Рұқсат")
    page.emulate_media(color_scheme="dark")
    gulnar.is_shot("12-side-by-side-dark")
    assert watch.strangers(address) == []


def test_a_page_opened_again_shows_the_same_chat(page: Page, watch: Watch, address: str) -> None:
    """Reloading loses nothing: not the person, not the messages, not the button to go on with."""
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Сәуле").sees("Тілді таңдаңыз").presses("Қазақша").sees("Рұқсат")
    before = phone.text
    page.reload()
    phone.sees("Рұқсат")
    assert phone.text == before
    phone.presses("Рұқсат беремін").sees("Астана").is_shot("13-regions")
    assert watch.strangers(address) == []


def test_a_long_message_is_read_from_its_beginning(page: Page, watch: Watch, address: str) -> None:
    """What the bot tells of the programme fills more than a low window: its first line is what the person sees."""
    page.set_viewport_size(LOW_WINDOW)
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Раушан").sees("Тілді таңдаңыз").presses("Қазақша").sees("Рұқсат")
    phone.commands("about").sees("тоқсанға")
    assert phone.last.evaluate("node => node.scrollHeight > node.closest('.scroll').clientHeight")
    top = phone.last.evaluate("node => node.getBoundingClientRect().top")
    scroll_top = phone.node.locator(".scroll").evaluate("node => node.getBoundingClientRect().top")
    assert 0 <= top - scroll_top < 40
    phone.is_shot("14-about")
    assert watch.strangers(address) == []


def test_a_tick_far_down_leaves_the_screen_where_it_was(page: Page, watch: Watch, address: str) -> None:
    """A question longer than the window begins with its text; a tick at its end does not throw the person back."""
    page.set_viewport_size(LOW_WINDOW)
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Нұрлан").presses("Қазақша", "Рұқсат беремін").sees("Астана")
    expect(phone.last.locator(".text")).to_be_in_viewport()
    phone.presses("Шымкент", "Иә, бәрі").sees("Балаларым")
    expect(phone.last.locator(".text")).to_be_in_viewport()
    phone.button("Басқа туыстарым").scroll_into_view_if_needed()
    place = phone.button("Басқа туыстарым").bounding_box()
    phone.ticks("Басқа туыстарым")
    assert phone.button("✓ Басқа туыстарым").bounding_box() == place
    assert watch.strangers(address) == []


def test_the_last_message_stays_in_sight_when_the_window_shrinks(page: Page, watch: Watch, address: str) -> None:
    """A keyboard that comes up below the page, or a turned phone, does not hide what is to be answered."""
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Ерлан").presses("Қазақша").sees("Рұқсат")
    page.set_viewport_size(LOW_WINDOW)
    expect(phone.button("Рұқсат беремін")).to_be_in_viewport()
    assert watch.strangers(address) == []


def test_what_arrives_while_the_page_still_loads_is_not_lost(page: Page, watch: Watch, address: str) -> None:
    """On a slow machine the chat is read before the first message and arrives after it: the message stays."""
    held: list[Route] = []
    page.goto(f"{address}/")
    page.route("**/messages", lambda route: late(route, held))
    phone = Phone.of_newcomer(page, "Жанар").sees("Тілді таңдаңыз")
    assert held
    page.unroute_all(behavior="wait")
    phone.sees("Тілді таңдаңыз").presses("Қазақша").sees("Рұқсат")
    assert watch.strangers(address) == []


def late(route: Route, held: list[Route]) -> None:
    """Let the first reading of a chat through at once, but hand the page what it said only seconds later."""
    if route.request.method != "GET" or held:
        route.continue_()
        return
    held.append(route)
    read = route.fetch()
    route.request.frame.page.wait_for_timeout(LATE_MS)
    route.fulfill(response=read)


def test_an_account_is_deleted_and_made_anew_in_the_menu(page: Page, watch: Watch, address: str) -> None:
    """Beside blocking: whoever has no account any more can write nothing, and the menu offers neither again."""
    page.goto(f"{address}/")
    phone = Phone.of_newcomer(page, "Дина").sees("Тілді таңдаңыз")
    phone.node.locator(".more").click()
    phone.node.get_by_role("button", name="Telegram аккаунтын жою").click()
    anew = phone.node.get_by_role("button", name="Аккаунтты қалпына келтіру")
    expect(anew).to_be_visible()
    expect(phone.node.locator(".composer")).to_be_hidden()
    phone.is_shot("15-deleted-account")
    phone.node.locator(".more").click()
    expect(phone.node.locator(".block, .deactivate").filter(visible=True)).to_have_count(0)
    anew.click()
    expect(phone.node.locator(".composer")).to_be_visible()
    assert watch.strangers(address) == []


def test_a_button_held_down_while_the_message_changes_is_pressed_all_the_same(
    page: Page, watch: Watch, address: str
) -> None:
    """A finger is down when the tick of the tap before it arrives: neither tap is lost."""
    page.goto(f"{address}/")
    phone = (
        Phone.of_newcomer(page, "Серік").presses("Қазақша", "Рұқсат беремін", "Шымкент", "Иә, бәрі").sees("Балаларым")
    )
    phone.button("Жұбайым").hover()
    page.mouse.down()
    phone.button("Балаларым").dispatch_event("click")
    expect(phone.button("✓ Балаларым")).to_be_visible()
    page.mouse.up()
    expect(phone.button("✓ Жұбайым")).to_be_visible()
    assert watch.strangers(address) == []


def test_a_tap_does_not_overtake_the_one_before_it(page: Page, watch: Watch, address: str) -> None:
    """The net is slow: a tick and the button that sends it are tapped at once, and the tick is there first."""
    page.goto(f"{address}/")
    phone = (
        Phone.of_newcomer(page, "Салтанат").presses("Қазақша", "Рұқсат беремін", "Шымкент", "Иә, бәрі").ticks("Жұбайым")
    )
    held: list[Route] = []
    page.route("**/presses", lambda route: route.continue_() if held else held.append(route))
    phone.presses("Балаларым", "Дайын")
    page.wait_for_timeout(LATE_MS)
    held[0].continue_()
    phone.sees("12 7 3")
    assert watch.strangers(address) == []
