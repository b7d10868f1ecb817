"""Both sides of an application in the browser: the authority at its desk, the family on its phone."""

import contextlib
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Self

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.formats import KAZAKHSTAN_TIME
from bot.quiet_hours import next_decent_time
from tests.browser.phone import ANSWER_MS, CUT, DESKTOP, PHONE, PICTURES, SCHEMES, Phone, Watch
from tests.running import Running

pytestmark = pytest.mark.browser

UNTIL_IT_BEGINS_S: Final = 40
REFUSED: Final = re.compile("status of 409")
NBSP: Final = "\N{NO-BREAK SPACE}"


def now() -> datetime:
    return datetime.now(KAZAKHSTAN_TIME)


def is_night() -> bool:
    """Whether notices wait for the morning: the program runs by the real clock."""
    return next_decent_time(now()) > now() + timedelta(minutes=1)


def this_evening() -> datetime:
    """Return a time of which people are told by night, too: within twelve hours, with an hour left of its day."""
    soon = now() + timedelta(hours=3)
    return soon + timedelta(hours=soon.hour == 23)


class Desk:
    """The authority's desk, used as an official uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.now = page.locator("#now")
        self.changes = page.locator("#changes")
        self.log = page.locator("#log")

    def form(self, name: str) -> Locator:
        return self.page.locator(f"form#{name}")

    def says(self, form: str, outcome: str) -> Self:
        """Wait until a form says what became of its button."""
        expect(self.form(form).locator(".outcome")).to_contain_text(outcome, timeout=ANSWER_MS)
        return self

    def opens_a_case(self) -> str:
        """Register the application that the page proposes, and return its number."""
        number = self.form("open").locator("[name=case_id]").input_value()
        self.form("open").locator("button").click()
        expect(self.now).to_contain_text(number, timeout=ANSWER_MS)
        expect(self.form("open").locator(".outcome")).not_to_be_empty()  # it moves what stands below
        return number

    def joins(self, phone: Phone, name: str) -> None:
        """Make a link and open it as a person of the chat page."""
        family = self.form("family")
        family.locator("button.primary").first.click()
        expect(family.locator("img")).to_be_visible(timeout=ANSWER_MS)
        expect(family.locator("code")).to_have_text(re.compile(r"^https://t\.me/\w+\?start=[\w-]{20,}$"))
        family.locator("[name=person]").select_option(label=f"{name} · {phone.id}")
        family.locator("#join").click()

    def sends_a_visit(self, *, starts_at: datetime | None = None, soon: bool = False) -> None:
        """Send or move the visit; on a day and for two hours, or in ten seconds."""
        visit = self.form("visit")
        if starts_at is not None:
            visit.locator("[name=date]").fill(starts_at.strftime("%Y-%m-%d"))
            visit.locator("[name=from]").fill(starts_at.strftime("%H:%M"))
            visit.locator("[name=until]").fill((starts_at + timedelta(hours=1)).strftime("%H:%M"))
        visit.locator("[name=soon]").set_checked(soon)
        visit.locator("[name=send]").click()

    def holds(self, conclusion: str) -> None:
        """Send the commission's conclusion."""
        visit = self.form("visit")
        visit.locator("[name=conclusion]").select_option(conclusion)
        visit.locator("[name=hold]").click()

    def holds_once_it_has_begun(self, conclusion: str) -> Self:
        """Send the conclusion again and again until the visit has begun and it is taken."""
        for _ in range(UNTIL_IT_BEGINS_S):
            self.holds(conclusion)
            with contextlib.suppress(AssertionError):
                expect(self.form("visit").locator("[name=hold]")).to_be_disabled(timeout=1000)
                return self
        raise AssertionError(self.form("visit").inner_text())

    def decides(self, status: str, **fields: str) -> None:
        """Send a status; fields by the API's names."""
        decision = self.form("decision")
        decision.locator("[name=status]").select_option(status)
        for name, value in fields.items():
            field = decision.locator(f"[name={name}]")
            if field.evaluate("node => node.localName") == "select":
                field.select_option(value)
            else:
                field.fill(value)
        decision.locator("button.primary").click()

    def hears(self, kind: str, words: str) -> Self:
        """Wait until a change is in the feed."""
        expect(self.changes.locator(f"[data-kind={kind}]").first).to_contain_text(words, timeout=ANSWER_MS)
        return self

    def has_told(self, notice: str, phone: Phone, text: str) -> None:
        """See that the family reads a notice, or, at night, that the desk says until when it waits."""
        row = self.now.locator(f"[data-notice={notice}]")
        if is_night():
            expect(row).to_have_attribute("data-state", "waiting", timeout=ANSWER_MS)
            expect(row).to_contain_text("08:00")
        else:
            expect(row).to_have_attribute("data-state", "delivered", timeout=ANSWER_MS)
            phone.sees(text)

    def is_shot(self, name: str) -> Self:
        """Save the whole page, wide and narrow, light and dark, and see that nothing is cut."""
        for place, size in (("phone", PHONE), ("desktop", DESKTOP)):  # the last stays
            self.page.set_viewport_size(size)
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                self.page.mouse.move(0, 0)
                self.page.screenshot(path=PICTURES / f"{name}-{place}-{scheme}.png", full_page=True)
                assert self.page.evaluate(CUT) == [], f"cut on {name}-{place}-{scheme}.png"
        self.page.emulate_media(color_scheme="light")
        return self


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program's address: one program for all tests, each with a case and people of its own."""
    with Running(tmp_path_factory.mktemp("komek")) as komek:
        yield komek.address


@pytest.fixture
def desk(page: Page, address: str) -> Desk:
    """The desk in Kazakh, opened from the chat page."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/")
    page.locator(".to-desk").click()
    page.locator("[data-language=kk]").click()
    return Desk(page)


@pytest.fixture
def elsewhere(page: Page, address: str) -> Page:
    """The family's own window."""
    other = page.context.new_page()
    other.goto(f"{address}/")
    return other


def follows(desk: Desk, elsewhere: Page, name: str) -> Phone:
    """Open a case and let a new person of the chat page follow it, in Kazakh."""
    phone = Phone.of_newcomer(elsewhere, name).presses("Қазақша", "Рұқсат беремін")
    desk.opens_a_case()
    desk.joins(phone, name)
    phone.sees("хабар аласыз ба").presses("Иә, хабар аламын").sees("хабарлап тұрады")
    desk.hears("joined", "хабар ала бастады")
    return phone


def test_both_sides_play_from_opening_a_case_to_the_decision(
    desk: Desk, elsewhere: Page, watch: Watch, address: str
) -> None:
    """Case, link, visit, its confirmation, another time, a conclusion sent too early, the decision; then Russian."""
    family = Watch(elsewhere)
    phone = follows(desk, elsewhere, "Айгүл")

    desk.sends_a_visit(starts_at=this_evening())
    phone.sees("Комиссия келеді").presses("Үйде боламыз")
    desk.hears("visit_confirmed", "үйде болады").is_shot("20-desk-confirmed")

    desk.sends_a_visit(soon=True)
    desk.holds("need")
    desk.says("visit", "409: data.visit_id the visit has not begun yet")
    phone.sees("басқа уақытта келеді")
    desk.holds_once_it_has_begun("need").has_told("visit-held-need", phone, "«қажеттілік бар»")

    desk.decides("assigned", assistance="unconditional", monthly_tenge="61500", supplement_tenge="6488")
    desk.says("decision", "Қабылданды")
    expect(desk.now.locator("[data-status=assigned]")).to_have_text("Тағайындалды")
    desk.has_told("case-assigned", phone, f"61{NBSP}500{NBSP}₸")
    expect(desk.log.locator("summary").filter(has_text="kz.komek.case.status").first).to_contain_text("202")
    phone.is_shot("21-decision-on-the-phone")
    desk.is_shot("22-desk-decided")

    desk.page.locator("[data-language=ru]").click()
    expect(desk.now.locator("[data-status=assigned]")).to_have_text("Назначена")
    desk.hears("visit_confirmed", "будет дома").is_shot("23-desk-in-russian")
    phone.commands("language").presses("Русский").commands("case").sees("помощь назначена")

    assert [said for said in watch.complaints if not REFUSED.search(said)] == family.complaints == []
    watch.complaints.clear()
    assert watch.strangers(address) == family.strangers(address) == []


def test_a_visit_is_cancelled_and_the_application_refused(
    desk: Desk, elsewhere: Page, watch: Watch, address: str
) -> None:
    """The family asks for another time, the commission does not come; a refusal has its ground and is the last word."""
    phone = follows(desk, elsewhere, "Дәулет")
    desk.decides("received")
    desk.has_told("case-received", phone, "қабылданды")
    desk.sends_a_visit(starts_at=this_evening())
    phone.sees("Комиссия келеді").presses("Басқа уақыт сұрау").sees("Қай уақыт ыңғайлы")
    phone.last.locator("[data-callback-data]").first.click()
    phone.presses("Жіберу").sees("Тілегіңіз")
    desk.hears("visit_move_requested", "басқа уақыт сұрады: 20")

    desk.form("visit").locator("[name=cancel]").click()
    desk.says("visit", "Қабылданды")
    expect(desk.now).to_contain_text("келмейді")
    expect(desk.form("visit").locator("[name=hold]")).to_be_disabled()
    expect(desk.form("visit").locator("[name=send]")).to_have_text("Уақытын жіберу")

    desk.decides("refused", ground="commission_no_need", note="Акт № 7")
    desk.says("decision", "Қабылданды").has_told("case-refused", phone, "Көмек тағайындалмады")
    desk.decides("assigned")
    desk.says("decision", "409: data.status assigned cannot follow refused").is_shot("24-desk-refused")
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
    for conclusion, case in opened.items():
        desk.page.goto(f"{desk.page.url.partition('?')[0]}?case={case}&lang=kk")
        expect(desk.now).to_contain_text(case, timeout=ANSWER_MS)
        desk.holds_once_it_has_begun(conclusion)
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
        desk.decides(status)
        expect(desk.now.locator(f"[data-status={status}]")).to_have_text(name, timeout=ANSWER_MS)
        assert until.is_visible() == (status == "assigned")
    assert re.fullmatch(r"\d{4}-(03-31|06-30|09-30|12-31)", until.input_value())


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
    with Running(tmp_path) as komek:
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
