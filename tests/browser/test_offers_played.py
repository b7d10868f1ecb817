"""Job offers from both sides, in the browser and in both languages: the officer at the desk, the family on phones."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.texts.formats import KAZAKHSTAN_TIME
from tests.browser.desk import Desk, set_clock
from tests.browser.offer_words import KAZAKH, RUSSIAN, Words
from tests.browser.phone import ANSWER_MS, DESKTOP, Phone, Watch
from tests.person_api import Person
from tests.running import Prepared

pytestmark = pytest.mark.browser

MONEY: Final = "\N{NO-BREAK SPACE}₸"
DAYTIME: Final = 10  # o'clock: notices leave at once
AIGUL, NURLAN, YERLAN = "Айгүл", "Нұрлан", "Ерлан"


class Play:
    """One application at the desk and the phones of its family, each in a window of its own."""

    def __init__(self, page: Page, address: str, words: Words) -> None:
        self.address, self.words = address, words
        self.desk = Desk(page)
        self.watches: list[Watch] = []
        page.set_viewport_size(DESKTOP)
        page.goto(f"{address}/desk?lang={words.code}")
        self.desk.opens_a_case()

    def joins(self, label: str, *, has_answers: bool) -> Phone:
        """Let a member of the family follow the application, who has told everything before or only agreed."""
        window = self.desk.page.context.new_page()
        self.watches.append(Watch(window))
        window.goto(f"{self.address}/")
        phone = Phone.of_newcomer(window, label, self.words.language)
        if has_answers:
            # beside the page: the interview on it has plays of its own
            Person(self.address, phone.id).goes(*self.words.answers)
            phone.presses(self.words.calculate).sees(self.words.result)
        else:
            phone.presses(*self.words.greeting)
        self.desk.joins(phone, label, label)
        return phone.sees(self.words.ask_to_join).presses(self.words.join).sees(self.words.joined)

    def shot(self, name: str) -> str:
        return f"{name}-{self.words.code}"

    def opens_the_bill(self, phone: Phone, name: str) -> None:
        """See both sides of the offer in tenge, and go back to it."""
        phone.sees(self.words.offered).presses(self.words.bill).sees(self.words.if_taken)
        phone.sees(self.words.if_refused).sees(MONEY).is_shot(self.shot(name))
        phone.presses(self.words.back).sees(self.words.offered)

    def presses_the_others_button(self, phone: Phone, button: Locator) -> None:
        """Send what a button of somebody else says, as a program that pretends to be a phone could."""
        message = int(phone.last.get_attribute("data-message-id") or 0)
        said = {"message_id": message, "data": button.get_attribute("data-callback-data"), "force": True}
        answer = phone.page.request.post(f"{self.address}/people/{phone.id}/presses", data=said)
        assert answer.ok, answer.text()

    def nobody_complains(self) -> None:
        """Neither on the phones, nor is anything asked for beyond this machine."""
        assert [(watch.complaints, watch.strangers(self.address)) for watch in self.watches] == [
            ([], []) for _ in self.watches
        ]


@pytest.fixture(scope="module", params=[KAZAKH, RUSSIAN], ids=["kazakh", "russian"])
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Words]]:
    """One program for all plays of a language, in the morning."""
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        at = datetime.now(KAZAKHSTAN_TIME).replace(hour=DAYTIME, minute=0, second=0) + timedelta(days=1)
        set_clock(komek.address, at)
        yield komek.address, request.param


@pytest.fixture
def play(page: Page, watch: Watch, program: tuple[str, Words]) -> Iterator[Play]:
    """A new application, of which nobody knows yet."""
    address, words = program
    play = Play(page, address, words)
    yield play
    play.nobody_complains()
    assert watch.strangers(address) == []


def test_an_offer_is_accepted_and_its_first_day_put_into_the_calendar(play: Play) -> None:
    """The bill first; a confirm screen; the file; then the officer takes the answer, and it stands."""
    words, desk = play.words, play.desk
    aigul = play.joins(AIGUL, has_answers=True)
    number = desk.offers()
    aigul.sees(words.offered).is_shot(play.shot("30-offer"))
    desk.finds(number, "open", f"{AIGUL} (")
    play.opens_the_bill(aigul, "31-bill")

    aigul.presses(words.accept).sees(words.accept_sure).presses(words.accept_yes).sees(words.accepted)
    aigul.is_shot(play.shot("32-accepted")).presses(words.calendar)
    file = aigul.last.locator("[data-kind=document]")
    expect(file).to_contain_text(".ics", timeout=ANSWER_MS)
    aigul.is_shot(play.shot("33-calendar-file"))
    with aigul.page.expect_download() as saved:
        file.click()
    calendar = saved.value.path().read_text(encoding="utf-8")
    starts_on = desk.form("offer").locator("[name=starts_on]").input_value()
    assert f"DTSTART;VALUE=DATE:{starts_on.replace('-', '')}" in calendar

    desk.hears("offer_accepted", words.hears_accepted).finds(number, "accepted")
    desk.acts(number, "acknowledge")
    aigul.sees(words.acknowledged)
    expect(desk.offer(number).locator("[name=acknowledge]")).to_be_hidden(timeout=ANSWER_MS)
    desk.is_shot(play.shot("34-desk-accepted"))


def test_a_refusal_needs_two_taps_in_two_places_and_is_taken_back_with_one(play: Play) -> None:
    """The price in tenge stands above the first; the officer sees both answers, and under which words they came."""
    words, desk = play.words, play.desk
    aigul = play.joins(AIGUL, has_answers=True)
    number = desk.offers()
    play.opens_the_bill(aigul, "35-bill-before-refusing")

    aigul.presses(words.refuse).sees(words.price).sees(MONEY).is_shot_everywhere(play.shot("36-price"))
    first = aigul.button(words.refuse_anyway).bounding_box()
    aigul.presses(words.refuse_anyway).sees(words.refuse_sure)
    second = aigul.button(words.refuse_yes).bounding_box()
    assert first is not None
    assert second is not None
    assert abs(first["y"] - second["y"]) > second["height"], "one finger could refuse by two taps in one place"
    aigul.types("Автобус жүрмейді").sees("«Автобус жүрмейді»").is_shot(play.shot("37-refusing"))
    aigul.presses(words.refuse_yes).sees(words.refused).is_shot(play.shot("38-refused"))
    desk.hears("offer_refused", "Автобус жүрмейді").finds(number, "refused", "Автобус жүрмейді")

    aigul.presses(words.take_back).sees(words.open_again).is_shot(play.shot("39-taken-back"))
    desk.hears("offer_taken_back", words.hears_taken_back).finds(number, "taken_back", "Автобус жүрмейді")
    expect(desk.offer(number).locator(".told ol li")).to_have_count(2)
    desk.offer(number).locator(".proofs summary").click()
    # that she was warned, and not what the bot worked out of her answers
    proof = desk.offer(number).locator(".proofs pre").filter(has_text=words.price)
    expect(proof).to_contain_text("…")
    expect(proof).not_to_contain_text(MONEY)
    desk.is_shot(play.shot("40-desk-proofs"))


def test_whoever_cannot_sends_a_photo_and_is_excused(play: Play) -> None:
    """A photo, a file and some words; the officer opens both, and decides: that is no refusal."""
    words, desk = play.words, play.desk
    aigul = play.joins(AIGUL, has_answers=True)
    number = desk.offers()
    play.opens_the_bill(aigul, "41-bill-before-asking")

    aigul.presses(words.cannot).sees(words.which_reason).is_shot(play.shot("42-reasons"))
    aigul.presses(words.long_illness).sees(words.long_illness)
    aigul.attaches("paper.jpg", "image/jpeg", aigul.page.screenshot(type="jpeg")).sees(words.one_file)
    aigul.attaches("анықтама.pdf", "application/pdf", b"%PDF-1.4 one page").sees(words.two_files)
    aigul.types("Дәрігер қағазы").sees("Дәрігер қағазы").is_shot(play.shot("43-with-files"))
    aigul.presses(words.send).sees(words.sent)

    desk.hears("offer_excuse_requested", "Дәрігер қағазы").finds(number, "excuse_requested", "Дәрігер қағазы")
    photo, paper = (desk.offer(number).locator("[data-file]").nth(place) for place in (0, 1))
    photo.click()
    picture = desk.offer(number).locator("img")
    expect(picture).to_be_visible(timeout=ANSWER_MS)
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") > 0
    with desk.page.expect_download() as saved:
        paper.click()
    assert saved.value.suggested_filename == "анықтама.pdf"
    assert saved.value.path().read_bytes() == b"%PDF-1.4 one page"
    desk.is_shot(play.shot("44-desk-photo"))

    desk.acts(number, "excuse", note="Емделіп шығыңыз").finds(number, "excused", "Емделіп шығыңыз")
    aigul.sees(words.excused).sees("Емделіп шығыңыз").is_shot(play.shot("45-excused"))


def test_two_adults_hear_of_what_concerns_them(play: Play) -> None:
    """The named one alone gets an offer; without a named one both do, and answer once they are confirmed."""
    words, desk = play.words, play.desk
    aigul = play.joins(AIGUL, has_answers=True)
    nurlan = play.joins(NURLAN, has_answers=False)
    own = desk.offers()
    play.opens_the_bill(aigul, "46-bill-of-the-named-one")
    nurlan.commands("offers").sees(words.no_offers)
    play.presses_the_others_button(nurlan, aigul.button(words.accept))
    nurlan.sees(words.of_another)
    desk.finds(own, "open", f"{AIGUL} (")
    expect(desk.offer(own).locator(".told")).not_to_contain_text(NURLAN)

    of_both = desk.offers(member_label=YERLAN)
    for phone in (aigul, nurlan):
        phone.sees(words.for_whom)
    desk.confirms_followers(2)
    desk.finds(of_both, "open", AIGUL, NURLAN)
    nurlan.is_shot(play.shot("47-for-another"))
    aigul.node.locator("[data-callback-data]").filter(has_text=re.compile(f"^{words.accept}$")).last.click()
    aigul.sees(words.accept_sure).presses(words.accept_yes).sees(words.accepted)
    nurlan.sees(words.another_accepted).is_shot(play.shot("48-another-accepted"))
    desk.finds(of_both, "accepted", AIGUL)

    nurlan.node.locator("[data-callback-data]").filter(has_text=re.compile(f"^{words.accept}$")).last.click()
    nurlan.sees(words.outdated).is_shot(play.shot("49-outdated"))
    nurlan.presses(words.take_back).sees(words.open_again)
    aigul.sees(words.another_took_back).is_shot(play.shot("50-another-took-back"))
    desk.finds(of_both, "taken_back", NURLAN).is_shot(play.shot("51-desk-two-adults"))


def test_no_answer_is_never_a_refusal(play: Play) -> None:
    """Three reminders, then the deadline: both sides read "no answer"; more time opens the offer again."""
    words, desk = play.words, play.desk
    aigul = play.joins(AIGUL, has_answers=True)
    number = desk.offers()
    play.opens_the_bill(aigul, "52-bill-before-the-deadline")
    for stop, notice, left in (
        ("stopOfferTwoDays", "offer-reminder-two-days", words.two_days),
        ("stopOfferDay", "offer-reminder-day", words.a_day),
        ("stopOfferHours", "offer-reminder-hours", words.three_hours),
    ):
        desk.goes_to(stop).has_told(notice, aigul, left)
    aigul.is_shot(play.shot("53-reminded"))
    desk.goes_to("stopOfferOver").has_told("offer-no-answer", aigul, words.no_answer)
    aigul.is_shot(play.shot("54-no-answer"))
    desk.hears("offer_no_answer", words.hears_no_answer).finds(number, "no_answer").is_shot(
        play.shot("55-desk-no-answer")
    )

    desk.acts(number, "extend").finds(number, "open")
    aigul.sees(words.extended).sees(words.accept).is_shot(play.shot("56-extended"))
