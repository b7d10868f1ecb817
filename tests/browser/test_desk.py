"""The page of the authority's desk: its sections, its clock, its refusals in words, and the keyboard."""

import re
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from bot.texts.formats import KAZAKHSTAN_TIME
from rules import Quarter
from rules.regions import REGIONS
from tests.browser.desk import Desk, set_clock
from tests.browser.phone import ANSWER_MS, DESKTOP, Phone, Watch, is_drawn
from tests.running import Prepared

pytestmark = pytest.mark.browser

REFUSED: Final = re.compile("status of (409|422)")


@pytest.fixture
def desk(page: Page, address: str) -> Desk:
    """The desk in Kazakh, opened from the chat page."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/")
    page.locator(".to-desk").click()
    page.locator("[data-language=kk]").click()
    return Desk(page)


def follows(desk: Desk, elsewhere: Page, name: str) -> Phone:
    """Open a case and let a new person of the chat page follow it, in Kazakh."""
    phone = Phone.of_newcomer(elsewhere, name).presses("Қазақша", "Рұқсат беремін")
    desk.opens_a_case()
    desk.joins(phone, name)
    phone.sees("хабар аласыз ба").presses("Иә, хабар аламын").sees("хабарлап тұрады")
    desk.hears("joined", "хабар ала бастады")
    return phone


def test_a_visit_is_cancelled_and_the_application_refused(
    desk: Desk, elsewhere: Page, watch: Watch, address: str
) -> None:
    """The family asks for another time, the commission does not come; a refusal has its ground and is the last word."""
    phone = follows(desk, elsewhere, "Дәулет")
    desk.decides("received")
    desk.has_told("case-received", phone, "қабылданды")
    desk.sends_a_visit()
    phone.sees("Комиссия келеді").presses("Басқа уақыт сұрау").sees("Қай уақыт ыңғайлы")
    phone.ticks(phone.last.locator("[data-callback-data]").first.inner_text()).presses("Жіберу").sees("Тілегіңіз")
    desk.hears("visit_move_requested", "басқа уақыт сұрады: ").hears("visit_move_requested", "visit_move_requested")

    desk.sends(desk.form("visit"), desk.form("visit").locator("[name=cancel]"))
    desk.says("visit", "Қабылданды")
    expect(desk.now).to_contain_text("келмейді")
    expect(desk.form("visit").locator("[name=hold]")).to_be_disabled()
    expect(desk.form("visit").locator("[name=send]")).to_have_text("Уақытын жіберу")

    desk.decides("refused", ground="commission_no_need", note="Акт № 7")
    desk.says("decision", "Қабылданды").has_told("case-refused", phone, "Көмек тағайындалмады")
    desk.decides("assigned")
    desk.says("decision", "«Тағайындалмады» деген жағдайдан кейін «Тағайындалды» деген жағдай болмайды.")
    desk.says("decision", "409 data.status assigned cannot follow refused").is_shot("24-desk-refused")
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]
    assert watch.strangers(address) == []


def test_every_conclusion_is_sent_and_shown(desk: Desk, watch: Watch) -> None:
    """Three cases at once, each found again by its address, with the visit that has begun meanwhile."""
    conclusions = {
        "no_need": "Қажеттілік жоқ",
        "nobody_home": "Үйде ешкім болмады",
        "examination_refused": "Тұрмыс жағдайын көрсетуден бас тартты",
    }
    opened = {}
    for number, conclusion in enumerate(conclusions):
        desk.form("open").locator("[name=region]").select_option(index=number)
        opened[conclusion] = desk.opens_a_case()
        desk.sends_a_visit(soon=True)
        desk.says("visit", "Қабылданды")
        desk.holds("need")
        desk.says("visit", "Комиссияның уақыты әлі басталған жоқ.").has_begun()
    for conclusion, case in opened.items():
        desk.page.goto(f"{desk.page.url.partition('?')[0]}?case={case}&lang=kk")
        expect(desk.now).to_contain_text(case, timeout=ANSWER_MS)
        desk.holds(conclusion)
        expect(desk.now).to_contain_text(conclusions[conclusion])
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]


def test_a_payment_is_suspended_goes_on_and_is_terminated(desk: Desk, watch: Watch) -> None:
    """Each status with its own fields; the months that the page proposes end with the quarter."""
    del watch
    desk.opens_a_case()
    until = desk.form("decision").locator("[name=paid_until]")
    for status, name in (
        ("under_review", "Қаралып жатыр"),
        ("assigned", "Тағайындалды"),
        ("suspended", "Төлем тоқтатыла тұрды"),
        ("assigned", "Тағайындалды"),
        ("terminated", "Төлем тоқтатылды"),
    ):
        desk.decides(status, note="Себебі")
        expect(desk.now.locator(f"[data-status={status}]")).to_have_text(name, timeout=ANSWER_MS)
        assert until.is_visible() == (status == "assigned")
    assert re.fullmatch(r"\d{4}-(03-31|06-30|09-30|12-31)", until.input_value())


def test_a_form_speaks_of_its_last_press_until_it_is_changed(desk: Desk, watch: Watch) -> None:
    """Nothing can be linked before there is an application; what was accepted does not stand under other fields."""
    del watch
    expect(desk.page.locator("[inert]")).to_have_count(0)
    for form in ("family", "visit", "decision", "offer"):
        expect(desk.form(form).locator("button.primary").first).to_be_disabled()
    left, right = (desk.page.locator(column).bounding_box() for column in ("main", "aside"))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    desk.opens_a_case()
    expect(desk.form("family").locator("button.primary").first).to_be_enabled()
    desk.decides("received")
    desk.says("decision", "Қабылданды")
    desk.form("decision").locator("[name=status]").select_option("assigned")
    expect(desk.form("decision").locator(".outcome")).to_be_empty()


def test_a_poverty_line_is_published(desk: Desk, watch: Watch) -> None:
    """For a region and a quarter; a quarter that the law does not reach is refused in words."""
    line = desk.form("line")
    desk.publishes_a_line("2026-Q4")
    put = desk.log.locator("summary").filter(has_text="PUT")
    expect(put.first).to_contain_text("PUT /v1/poverty-lines/KZ-79/2026-Q4 → 200")
    line.locator("[name=quarter]").fill("2019-Q4")
    expect(line.locator("[name=quarter]:invalid")).to_have_count(0)
    line.locator("button").click()
    desk.says("line", "2020-Q1–").says("line", "422 quarter allowed")
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]


def test_the_desk_names_the_regions_that_have_no_poverty_line_yet(page: Page, watch: Watch, tmp_path: Path) -> None:
    """For this quarter and the next, by the program's clock; a line that is published is missing no more."""
    page.set_viewport_size(DESKTOP)
    with Prepared(tmp_path) as komek:
        set_clock(komek.address, datetime.now(KAZAKHSTAN_TIME) + timedelta(days=1))
        page.goto(f"{komek.address}/desk?lang=kk")
        desk = Desk(page)
        running = Quarter.of(desk.today())
        now, coming = (desk.form("line").locator(f"[data-quarter='{quarter}']") for quarter in (running, running.next))
        titles = desk.form("line").locator("dt")
        expect(titles).to_have_text([f"Осы тоқсанда (20) {running}", f"Келесі тоқсанда (20) {running.next}"])
        expect(now).to_contain_text("Шымкент қаласы")
        desk.publishes_a_line(str(running))
        expect(titles.first).to_have_text(f"Осы тоқсанда (19) {running}", timeout=ANSWER_MS)
        expect(now).not_to_contain_text("Шымкент қаласы")
        expect(coming).to_contain_text("Шымкент қаласы")
        page.locator("[data-language=ru]").click()
        expect(titles.first).to_have_text(f"В этом квартале (19) {running}")
        expect(coming).to_contain_text("город Шымкент")
        desk.is_shot("26-desk-missing-lines")
        desk.goes_to_day(running.next.first_day, "09:00")
        running = running.next
        expect(titles).to_have_text([f"В этом квартале (20) {running}", f"В следующем квартале (20) {running.next}"])
    assert watch.strangers(komek.address) == []


def test_where_every_line_is_published_the_desk_says_so(page: Page, watch: Watch, tmp_path: Path) -> None:
    """Twenty lines at once, from a file of the administrator."""
    page.set_viewport_size(DESKTOP)
    with Prepared(tmp_path) as komek:
        address, running = komek.address, Quarter.of(datetime.now(KAZAKHSTAN_TIME).date())
        with sqlite3.connect(tmp_path / "var" / "komek.sqlite3") as database:
            lines = [(region, str(running), 50_000, "order", "2026-01-01") for region in REGIONS]
            database.executemany("insert into poverty_lines values (?, ?, ?, ?, ?)", lines)
        database.close()
        page.goto(f"{address}/desk?lang=kk")
        here = Desk(page).form("line").locator(f"[data-quarter='{running}']")
        expect(here).to_have_text("Барлық өңірдің шегі жарияланған.", timeout=ANSWER_MS)
        page.locator("[data-language=ru]").click()
        expect(here).to_have_text("Для всех регионов черта опубликована.")
    assert watch.strangers(komek.address) == []


def test_the_clock_goes_forward_only_and_says_so_in_both_languages(page: Page, watch: Watch, tmp_path: Path) -> None:
    """Two hours, the next morning, a day; a time that has passed is refused; the real time is always a button away."""
    page.set_viewport_size(DESKTOP)
    with Prepared(tmp_path) as komek:
        page.goto(f"{komek.address}/desk?lang=kk")
        desk = Desk(page)
        clock, lead = desk.form("clock"), page.locator("#lead")
        expect(lead).to_have_text("Нақты уақыт, Қазақстан (UTC+5)")
        expect(clock.locator("[name=back]")).to_be_disabled()
        clock.locator("[name=hours]").click()
        expect(lead).to_contain_text("0 күн 2 сағ")
        clock.locator("[name=next]").click()
        expect(lead).to_contain_text("1 күн 2 сағ")
        first = desk.goes_to_tomorrow_morning()
        desk.goes_to_day(first - timedelta(days=2), "09:00", taken=False)
        desk.says("clock", "Сағат тек алға жылжиды.")
        page.locator("[data-language=ru]").click()
        desk.goes_to_day(first + timedelta(days=500), "09:00", taken=False)
        desk.says("clock", "Больше чем на 400 дней вперёд")
        assert desk.today() == first
        komek.kill()
        komek.settings["HTTP_PORT"] = komek.address.rpartition(":")[2]
        komek.start()
        page.goto(f"{komek.address}/desk?lang=ru")
        expect(lead).to_contain_text("Впереди настоящего времени")
        assert desk.today() == first, "the clock was forgotten at the restart"
        desk.goes_back_to_the_real_time()
        expect(lead).to_have_text("Настоящее время, Казахстан (UTC+5)")
    watch.complaints = []  # a refusal, and the time without a program


def test_the_documentation_of_the_api_asks_no_other_host(page: Page, watch: Watch, address: str) -> None:
    """Swagger's page with its script and style from here, and every operation in it."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/docs")
    expect(page.locator(".opblock-summary-path").filter(has_text="/v1/events")).to_be_visible(timeout=ANSWER_MS)
    is_drawn(page, "25-docs")
    assert watch.strangers(address) == []


def test_every_request_can_be_read_with_its_answer(desk: Desk, watch: Watch) -> None:
    """A newcomer learns the API from the log: what was sent, what came back; the key itself is not shown."""
    del watch
    case = desk.opens_a_case()
    sent = desk.log.locator("details").filter(has_text="kz.komek.case.opened")
    sent.locator("summary").click()
    asked, answered = sent.locator("pre").all_inner_texts()
    assert "Content-Type: application/cloudevents+json" in asked
    assert f'"case_id": "{case}"' in asked
    assert '"status": "accepted"' in answered
    assert "komek_…" in asked
    assert re.search(r"komek_[\w-]{20}", desk.page.content()) is None


def test_a_case_is_opened_with_the_keyboard_alone(desk: Desk, watch: Watch) -> None:
    """Tab goes through the form in its order, the focus shows, Enter sends it."""
    del watch
    expect(desk.form("open").locator("[name=case_id]")).not_to_have_value("", timeout=ANSWER_MS)
    desk.form("open").locator("[name=region]").focus()
    for wanted in ("[name=applied_on]", "[name=case_id]", "button"):
        field = desk.form("open").locator(wanted)
        for _ in range(5):  # a date has three parts and a calendar
            desk.page.keyboard.press("Tab")
            if field.evaluate("node => node === document.activeElement"):
                break
        expect(field).to_be_focused()
        assert field.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    desk.page.keyboard.press("Enter")
    expect(desk.now.locator("[data-status=opened]")).to_be_visible(timeout=ANSWER_MS)
    desk.page.keyboard.press("Tab")
    expect(desk.form("family").locator("[name=member_label]")).to_be_focused()


def test_the_desk_goes_on_after_the_program_was_started_anew(page: Page, watch: Watch, tmp_path: Path) -> None:
    """The key of before no longer works: the page asks for the new one by itself and the case is still there."""
    page.set_viewport_size(DESKTOP)
    with Prepared(tmp_path) as komek:
        own = komek.address
        page.goto(f"{own}/desk?lang=ru")
        desk = Desk(page)
        case = desk.opens_a_case()
        komek.kill()
        desk.form("decision").locator("button.primary").click()
        desk.says("decision", "программа остановлена")
        komek.settings["HTTP_PORT"] = own.rpartition(":")[2]
        komek.start()
        assert komek.address == own
        desk.page.wait_for_timeout(2500)  # the feed has asked again meanwhile
        desk.decides("received")
        expect(desk.now.locator("[data-status=received]")).to_have_text("Принято", timeout=ANSWER_MS)
        expect(desk.now).to_contain_text(case)
    watch.complaints = [said for said in watch.complaints if "Failed to load resource" not in said]


def test_two_cases_of_one_number_are_told_apart_by_their_region(
    desk: Desk, elsewhere: Page, watch: Watch, address: str
) -> None:
    """Each is worked on as itself; by the number alone the page cannot tell which of them is meant, and says so."""
    follows(desk, elsewhere, "Жанар")
    number = desk.form("open").page.url.partition("case=")[2].partition("&")[0]
    shymkent, astana = "Шымкент", "Астана"
    expect(desk.now).to_contain_text(shymkent)
    desk.form("open").locator("[name=region]").select_option("KZ-71")
    desk.form("open").locator("[name=case_id]").fill(number)
    desk.form("open").locator("button").click()
    expect(desk.now).to_contain_text(astana, timeout=ANSWER_MS)
    desk.decides("received")
    desk.says("decision", "Қабылданды")
    expect(desk.now.locator("[data-status=received]")).to_be_visible(timeout=ANSWER_MS)
    desk.changes.locator("[data-kind=joined] a").first.click()
    expect(desk.now).to_contain_text(shymkent, timeout=ANSWER_MS)
    expect(desk.now.locator("[data-status=received]")).to_have_count(0)
    offer = desk.offers()
    desk.acts(offer, "withdraw", why="Қате").finds(offer, "withdrawn")
    desk.page.reload()
    expect(desk.now).to_contain_text(shymkent, timeout=ANSWER_MS)
    batch = desk.form("batch")
    batch.locator("[name=sample]").click()
    batch.locator("button.primary").click()
    desk.says("batch", "Бұл – сынақ, ештеңе жіберілген жоқ.")
    expect(batch.locator("[data-total=accepted]")).to_have_text("2")
    table = batch.locator("textarea")
    table.fill(table.input_value().replace(",KZ-79,", ",,"))
    batch.locator("button.primary").click()
    expect(desk.form("batch").locator(".errors")).to_contain_text("өңірді көрсетіңіз", timeout=ANSWER_MS)
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]
    assert watch.strangers(address) == []
