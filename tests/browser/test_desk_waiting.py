"""The officer's work on a small phone: what waits, one case at a time, and the family's text before it is sent."""

import re
from datetime import timedelta
from typing import Final

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.desk import Desk
from tests.browser.phone import ANSWER_MS, Phone, Watch, is_drawn

pytestmark = pytest.mark.browser

SMALL: Final[ViewportSize] = {"width": 360, "height": 640}
LOWEST: Final = 40  # pixels that a finger needs
REFUSED: Final = re.compile("status of (404|409|422)")
TOO_LOW: Final = """lowest => [...document.querySelectorAll("button, input, select, textarea, summary, a")]
    .filter((node) => node.checkVisibility())
    .map((node) => node.closest("label.tick") ?? node)
    .filter((node) => node.getBoundingClientRect().height < lowest)
    .map((node) => node.outerHTML.slice(0, 120))"""


@pytest.fixture
def desk(page: Page, address: str) -> Desk:
    """The desk in Kazakh, on a phone of 360 by 640."""
    page.set_viewport_size(SMALL)
    page.goto(f"{address}/desk?lang=kk")
    return Desk(page)


def follows(desk: Desk, elsewhere: Page, name: str) -> Phone:
    """Open a case and let a new person follow it, whom the officer calls by that name."""
    phone = Phone.of_newcomer(elsewhere, name).presses("Қазақша", "Рұқсат беремін")
    desk.opens_a_case()
    desk.joins(phone, name, name)
    phone.sees("хабар аласыз ба").presses("Иә, хабар аламын").sees("хабарлап тұрады")
    expect(desk.now).to_contain_text(f"{name} (", timeout=ANSWER_MS)
    return phone


def case_of(desk: Desk) -> str:
    """Return the number of the case that is open, as the address tells it."""
    found = re.search(r"case=([^&]+)", desk.page.url)
    assert found is not None
    return found[1]


def fits(desk: Desk, name: str) -> None:
    """See that nothing stands out to the side, and that a finger finds every control."""
    is_drawn(desk.page, name, whole=True)
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    assert desk.page.evaluate(TOO_LOW, LOWEST) == []


def test_what_waits_stands_first_opens_its_case_and_goes_when_it_is_dealt_with(
    desk: Desk, elsewhere: Page, watch: Watch, address: str
) -> None:
    """A wish for another time of the visit, then a wish to be excused: both by name."""
    phone = follows(desk, elsewhere, "Дәулет")
    case = case_of(desk)
    desk.sends_a_visit()
    phone.sees("Комиссия келеді").presses("Басқа уақыт сұрау").sees("Қай уақыт ыңғайлы")
    phone.ticks(phone.last.locator("[data-callback-data]").first.inner_text()).presses("Жіберу").sees("Тілегіңіз")
    waits = desk.page.locator(f"#waiting [data-case='{case}']")
    expect(waits).to_have_attribute("data-waiting", "move", timeout=ANSWER_MS)
    expect(waits).to_contain_text("Дәулет")

    number = desk.offers()
    phone.sees("Ұсыныс:").presses("Қатыса алмаймын").presses("2 айдан ұзақ").presses("Жіберу")
    expect(waits).to_have_count(2, timeout=ANSWER_MS)
    expect(waits.last).to_have_attribute("data-waiting", "excuse")

    desk.page.wait_for_timeout(1100)  # the page proposes numbers by the second
    desk.form("open").locator("[name=region]").select_option(index=0)
    desk.opens_a_case()
    expect(desk.now).not_to_contain_text(case)
    waits.first.locator("a").click()
    expect(desk.now).to_contain_text(case, timeout=ANSWER_MS)
    expect(desk.page.locator("#case")).to_be_focused()
    waits.last.locator("a").click()
    expect(desk.offer(number)).to_be_focused(timeout=ANSWER_MS)
    expect(desk.offer(number)).to_be_in_viewport()

    for language in ("ru", "kk"):
        desk.page.locator(f"[data-language={language}]").click()
        fits(desk, f"60-desk-waiting-{language}")
    tops = [desk.page.locator(one).bounding_box() for one in ("#waiting", "#case", "#clock", "main", "aside")]
    heights = [box["y"] for box in tops if box is not None]
    assert len(heights) == len(tops)
    assert heights == sorted(heights)

    desk.acts(number, "excuse")
    expect(waits).to_have_count(1, timeout=ANSWER_MS)
    desk.sends_a_visit(starts_at_day=desk.today() + timedelta(days=3))
    expect(waits).to_have_count(0, timeout=ANSWER_MS)
    assert watch.strangers(address) == []


def test_the_officer_reads_what_the_family_reads_and_may_still_change_it(
    desk: Desk, elsewhere: Page, watch: Watch
) -> None:
    """In both languages; the keyboard alone does it; nothing is sent by reading."""
    del watch
    phone = follows(desk, elsewhere, "Сәуле")
    decision, page = desk.form("decision"), desk.page
    decision.locator("[name=status]").select_option("received")
    decision.locator("[name=note]").focus()
    preview, send = decision.locator(".preview"), decision.locator("[data-answer=send]")
    page.keyboard.press("Enter")
    expect(send).to_be_focused(timeout=ANSWER_MS)
    expect(preview).to_contain_text("Сәуле")
    expect(preview.locator("blockquote[lang=ru]")).to_contain_text("принято")
    fits(desk, "61-desk-preview")
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    decision.locator("button.primary").click()
    expect(preview).to_be_visible(timeout=ANSWER_MS)
    decision.locator("[name=note]").fill("Құжат")
    expect(preview).to_have_count(0)
    decision.locator("[name=note]").fill("")
    decision.locator("button.primary").click()
    decision.locator("[data-answer=change]").click(timeout=ANSWER_MS)
    expect(preview).to_have_count(0)
    expect(desk.now.locator("[data-status=opened]")).to_be_visible()

    decision.locator("button.primary").click()
    expect(send).to_be_focused(timeout=ANSWER_MS)
    shown = preview.locator("blockquote[lang=kk]").inner_text()
    page.keyboard.press("Enter")
    desk.says("decision", "Қабылданды").has_told("case-received", phone, "қабылданды")
    assert phone.text.strip() == shown.strip()


def test_a_case_is_found_among_the_last_ones_and_by_its_number(desk: Desk, watch: Watch) -> None:
    """A number that is not there leaves what is open."""
    first = desk.opens_a_case()
    desk.page.wait_for_timeout(1100)  # the page proposes numbers by the second
    desk.form("open").locator("[name=region]").select_option(index=1)
    second = desk.opens_a_case()
    choose = desk.form("choose")
    expect(choose.locator("[name=recent]")).to_have_value(re.compile(f"^KZ-.. {second}$"), timeout=ANSWER_MS)
    choose.locator("[name=recent]").select_option(f"KZ-79 {first}")
    expect(desk.now).to_contain_text(first, timeout=ANSWER_MS)
    choose.locator("[name=number]").fill(second)
    choose.locator("button").click()
    expect(desk.now).to_contain_text(second, timeout=ANSWER_MS)
    expect(desk.now).not_to_contain_text(first)
    choose.locator("[name=number]").fill("99-none")
    choose.locator("button").click()
    desk.says("choose", "Мұндай өтініш жоқ.")
    expect(desk.now).to_contain_text(second)
    assert case_of(desk) == second
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]
