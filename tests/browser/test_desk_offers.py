"""The desk's job offers, without a family that answers: the table, the list, refusals in words, the keyboard."""

import csv
import re
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import Desk
from tests.browser.phone import ANSWER_MS, DESKTOP, Watch

pytestmark = pytest.mark.browser

REFUSED: Final = re.compile("status of (409|422)")
NBSP: Final = "\N{NO-BREAK SPACE}"


@pytest.fixture
def desk(page: Page, address: str) -> Desk:
    """The desk in Kazakh."""
    page.set_viewport_size(DESKTOP)
    page.goto(f"{address}/desk?lang=kk")
    return Desk(page)


def total(desk: Desk, name: str) -> Locator:
    """Return a figure of a table that was tried out or sent."""
    return desk.form("batch").locator(f"[data-total={name}]")


def test_a_table_is_tried_out_then_sent_and_the_same_again_changes_nothing(desk: Desk, watch: Watch) -> None:
    """The sample of the page: two offers to a family that nobody follows and that gets assistance."""
    del watch
    case = desk.opens_a_case()
    desk.decides("assigned", monthly_tenge="45000", supplement_tenge="5000")
    desk.says("decision", "Қабылданды")
    batch = desk.form("batch")
    batch.locator("[name=sample]").click()
    expect(batch.locator("textarea")).to_have_value(re.compile(rf"^case_id,region,[\w,]+\n{case},KZ-79,o1,"))
    expect(batch.locator("[name=run]")).to_be_disabled()

    batch.locator("button.primary").click()
    desk.says("batch", "Бұл – сынақ, ештеңе жіберілген жоқ.")
    for name, figure in {
        "rows": "2", "accepted": "2", "duplicate": "0", "refused": "0", "families": "1", "families_nobody_joined": "1",
        "families_who_would_lose_assistance": "1", "monthly_tenge_at_stake": f"50{NBSP}000",
    }.items():  # fmt: skip
        expect(total(desk, name)).to_have_text(figure)
    assert desk.page.locator("#offers form.offer").count() == 0, "a dry run made offers"
    desk.is_shot("57-desk-batch")

    batch.locator("[name=run]").click()
    desk.says("batch", "Ұсыныстар жіберілді.").finds("o1", "open", "Аспаз көмекшісі", "95").finds("o2", "open", "Тігін")
    desk.finds("o1", "open", "әзірге ешкімге жеткен жоқ", "әзірге ешкім ашқан жоқ")
    desk.hears("offer_undeliverable", "әзірге ешкім қосылмаған")
    batch.locator("button.primary").click()
    expect(total(desk, "duplicate")).to_have_text("2", timeout=ANSWER_MS)
    expect(batch.locator("[name=run]")).to_be_disabled()


def test_mistakes_of_a_table_are_told_by_row(desk: Desk, watch: Watch, tmp_path: Path) -> None:
    """From a file, with semicolons: each wrong row by its number; a table without a right row is not sent."""
    case = desk.opens_a_case()
    day = f"{desk.today() + timedelta(days=3)}T18:00:00+05:00"
    rows = [
        "case_id;offer_id;member_label;measure;title;place;respond_by;contact;wage_tenge",
        f"{case};o1;Айгүл;vacancy;Аспаз;Шымкент;{day};Сәуле;-5",
        f"{case};o2;Айгүл;vacancy;Аспаз;Шымкент;2020-01-01T10:00:00+05:00;Сәуле;90000",
        f"{case};o3;Айгүл;vacancy;Аспаз;Шымкент",
        f"unknown;o4;Айгүл;vacancy;Аспаз;Шымкент;{day};Сәуле;90000",
    ]
    table = tmp_path / "offers.csv"
    table.write_text("\n".join(rows), encoding="utf-8")
    batch = desk.form("batch")
    batch.locator("[name=file]").set_input_files(table)
    batch.locator("button.primary").click()
    desk.says("batch", "Бұл – сынақ")
    errors = batch.locator(".errors li")
    expect(errors).to_have_count(4)
    for place, told in enumerate(
        (
            "2-жол: Жалақы, айына, теңге: 0 немесе одан көп болуы керек.",
            "3-жол: Бұл уақыт өтіп кетті.",
            "4-жол: ",
            "5-жол: Мұндай өтініш",
        )
    ):
        expect(errors.nth(place)).to_contain_text(told)
    expect(errors.nth(2)).to_contain_text("6")
    expect(batch.locator("[name=run]")).to_be_disabled()
    desk.is_shot("58-desk-batch-wrong")

    batch.locator("textarea").fill("case_id,wage\n1,2")
    assert batch.locator("[name=file]").input_value() == "", "what is typed stands beside a file"
    batch.locator("button.primary").click()
    desk.says("batch", "Бірінші жолдағы баған аттары дұрыс емес.")
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]


def test_what_the_officer_may_not_do_is_refused_in_words(desk: Desk, watch: Watch) -> None:
    """Sooner than it was, too far ahead, under a number that exists; withdrawn, nothing more can be done."""
    desk.opens_a_case()
    number = desk.offers(wage_tenge="")
    first = desk.today()
    desk.acts(number, "extend", date=first.isoformat(), time="20:00")
    expect(desk.offer(number).locator(".outcome")).to_contain_text("Жаңа мерзім бұрынғысынан кейін")
    desk.acts(number, "extend", date=(first + timedelta(days=100)).isoformat())
    expect(desk.offer(number).locator(".outcome")).to_contain_text("60 күннен көп")
    desk.form("offer").locator("[name=offer_id]").fill(number)
    desk.form("offer").locator("button.primary").click()
    desk.says("offer", "мұндай нөмірлі ұсыныс бар")

    later = first + timedelta(days=10)
    desk.acts(number, "extend", date=later.isoformat(), time="12:30")
    expect(desk.offer(number).locator(".until")).to_contain_text(f"{later.day} ")
    expect(desk.offer(number).locator(".until")).to_contain_text("12:30")
    desk.acts(number, "withdraw", why="Орын толды").finds(number, "withdrawn", "Орын толды")
    expect(desk.offer(number).locator("button:visible, input:visible")).to_have_count(0)
    watch.complaints = [said for said in watch.complaints if not REFUSED.search(said)]


def test_the_list_shows_every_application_and_one_state(desk: Desk, watch: Watch) -> None:
    """Of this application alone at first; a case's number leads to it; the table holds what the list shows."""
    del watch
    first = desk.opens_a_case()
    desk.offers(title="Тазалаушы")
    desk.page.wait_for_timeout(1100)  # the page proposes numbers by the second
    desk.form("open").locator("[name=region]").select_option(index=0)
    second = desk.opens_a_case()
    assert first != second
    number = desk.offers(title="Бағбан")
    desk.acts(number, "withdraw", why="=1+1")
    cards = desk.page.locator("#offers form.offer")
    expect(cards).to_have_count(1)
    which = desk.form("which")
    which.locator("[name=cases]").select_option("allCases")
    expect(cards.filter(has_text=first)).to_have_count(1, timeout=ANSWER_MS)
    which.locator("[name=state]").select_option("withdrawn")
    expect(cards.filter(has_text="Тазалаушы")).to_have_count(0)
    expect(cards.filter(has_text=second)).to_contain_text("Бағбан")

    with desk.page.expect_download() as saved:
        which.locator("button").click()
    assert saved.value.suggested_filename == "offers.csv"
    table = list(csv.DictReader(StringIO(saved.value.path().read_text(encoding="utf-8-sig"))))
    assert {row["state"] for row in table} == {"withdrawn"}
    assert [row["note"] for row in table if row["case_id"] == second] == ["'=1+1"]

    which.locator("[name=state]").select_option("")
    cards.filter(has_text=first).locator("a").click()
    expect(desk.now).to_contain_text(first, timeout=ANSWER_MS)


def test_an_offer_is_made_and_withdrawn_with_the_keyboard_alone(desk: Desk, watch: Watch) -> None:
    """Enter sends the proposal; Tab leads through the card; what is being typed stays when news come."""
    del watch
    desk.opens_a_case()
    desk.form("offer").locator("[name=title]").focus()
    desk.page.keyboard.press("Enter")
    card = desk.offer("o1")
    expect(card).to_be_visible(timeout=ANSWER_MS)
    card.locator("summary").first.focus()
    desk.page.keyboard.press("Enter")
    why = card.locator("[name=why]")
    for _ in range(12):  # a date has three parts and a calendar, an hour two or three
        if why.evaluate("node => node === document.activeElement"):
            break
        desk.page.keyboard.press("Tab")
    expect(why).to_be_focused()
    desk.page.keyboard.type("Орын")
    desk.form("decision").evaluate("form => form.requestSubmit()")  # news of the same application
    expect(desk.now.locator("[data-status=received]")).to_be_visible(timeout=ANSWER_MS)
    expect(why).to_be_focused()
    desk.page.keyboard.type(" толды")
    desk.page.keyboard.press("Tab")
    expect(card.locator("[name=withdraw]")).to_be_focused()
    desk.page.keyboard.press("Enter")
    desk.finds("o1", "withdrawn", "Орын толды")


def test_the_list_is_read_on_a_phone_in_the_dark(desk: Desk, watch: Watch) -> None:
    """Every act and every field fits, in Russian too; the words change in place."""
    del watch
    desk.opens_a_case()
    desk.offers(title="Қ" * 200, details="Ұзын " * 80)
    desk.offer("o1").locator("details > summary").first.click()
    desk.page.locator("[data-language=ru]").click()
    desk.finds("o1", "open", "Нужен ответ", "пока ни до кого", "Отозвать предложение")
    desk.is_shot("59-desk-long-title")
