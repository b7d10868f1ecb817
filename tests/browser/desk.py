"""The authority's desk, used as an official uses it: by looking, clicking and typing."""

import json
import re
import urllib.request
from datetime import date, datetime
from typing import Self

from playwright.sync_api import Locator, Page, expect

from tests.browser.phone import ANSWER_MS, DESKTOP, PHONE, SCHEMES, Phone, is_drawn


def set_clock(address: str, at: datetime) -> None:
    """Set the program's clock without a browser."""
    body = json.dumps({"now": at.isoformat()}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{address}/desk/clock", body, method="PUT")).close()  # noqa: S310, loopback


class Desk:
    """One window with the desk."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.now = page.locator("#now")
        self.changes = page.locator("#changes")
        self.log = page.locator("#log")
        self.time = page.locator("#program-time")
        self.read: list[str] = []
        """What the page showed last of what the family reads, in Kazakh and Russian by turns."""

    def form(self, name: str) -> Locator:
        return self.page.locator(f"form#{name}")

    def sends(self, section: Locator, button: Locator) -> None:
        """Press a button that sends an event; where the family is told something, read it and send it."""
        button.click(timeout=ANSWER_MS)
        preview = section.locator(".preview")
        expect(preview.or_(section.locator(".outcome:not(:empty)")).first).to_be_visible(timeout=ANSWER_MS)
        if preview.is_visible():
            self.read = preview.locator("blockquote").all_inner_texts()
            preview.locator("[data-answer=send]").click()
            expect(preview).to_have_count(0)

    def says(self, form: str, outcome: str) -> Self:
        """Wait until a form says what became of its button."""
        expect(self.form(form).locator(".outcome")).to_contain_text(outcome, timeout=ANSWER_MS)
        return self

    def opens_a_case(self) -> str:
        """Register the application that the page proposes, and return its number."""
        expect(self.form("open").locator("[name=case_id]")).not_to_have_value("", timeout=ANSWER_MS)
        number = self.form("open").locator("[name=case_id]").input_value()
        self.form("open").locator("button").click()
        expect(self.now).to_contain_text(number, timeout=ANSWER_MS)
        expect(self.form("open").locator(".outcome")).not_to_be_empty()  # it moves what stands below
        return number

    def joins(self, phone: Phone, name: str, label: str = "") -> None:
        """Make a link and open it as a person of the chat page; `label` is for whom of the family it is."""
        family = self.form("family")
        family.locator("[name=member_label]").fill(label)
        family.locator("button.primary").first.click()
        expect(family.locator(".outcome")).not_to_be_empty(timeout=ANSWER_MS)
        expect(family.locator("img")).to_be_visible(timeout=ANSWER_MS)
        expect(family.locator("code")).to_have_text(re.compile(r"^https://t\.me/\w+\?start=[\w-]{20,}$"))
        family.locator("[name=person]").select_option(label=f"{name} · {phone.id}")
        family.locator("#join").click()

    def confirms_followers(self, count: int) -> None:
        """Confirm everybody who follows the case, one after the other."""
        confirm = self.form("family").locator("[name=confirm]")
        expect(confirm).to_have_count(count, timeout=ANSWER_MS)
        for left in range(count - 1, -1, -1):
            self.sends(self.form("family"), confirm.first)
            expect(confirm).to_have_count(left, timeout=ANSWER_MS)

    def sends_a_visit(self, *, starts_at_day: date | None = None, soon: bool = False) -> None:
        """Send or move the visit: to ten o'clock of a day, of the one that the page proposes, or in ten seconds."""
        visit = self.form("visit")
        if starts_at_day is not None:
            visit.locator("[name=date]").fill(starts_at_day.isoformat())
        visit.locator("[name=soon]").set_checked(soon)
        self.sends(visit, visit.locator("[name=send]"))

    def holds(self, conclusion: str) -> None:
        """Send the commission's conclusion."""
        visit = self.form("visit")
        visit.locator("[name=conclusion]").select_option(conclusion)
        self.sends(visit, visit.locator("[name=hold]"))

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
        self.sends(decision, decision.locator("button.primary").first)

    def publishes_a_line(self, quarter: str) -> Self:
        """Publish the poverty line of Shymkent, which the page proposes, for a quarter."""
        line = self.form("line")
        for field, text in (("quarter", quarter), ("tenge", "61000"), ("source", "stat.gov.kz")):
            line.locator(f"[name={field}]").fill(text)
        line.locator("button").click()
        return self.says("line", "Қабылданды")

    def hears(self, kind: str, words: str) -> Self:
        """Wait until a change is in the feed."""
        expect(self.changes.locator(f"[data-kind={kind}]").first).to_contain_text(words, timeout=ANSWER_MS)
        return self

    def has_told(self, notice: str, phone: Phone, text: str) -> Self:
        """See that the family reads a notice, and that the desk knows it."""
        expect(self.now.locator(f"[data-notice={notice}]").last).to_have_attribute(
            "data-state", "delivered", timeout=ANSWER_MS
        )
        phone.sees(text)
        return self

    # Job offers

    def offers(self, **fields: str) -> str:
        """Offer what the page proposes, or what is given by the API's names; return the offer's number."""
        offer = self.form("offer")
        for name, value in fields.items():
            offer.locator(f"[name={name}]").fill(value)
        number = offer.locator("[name=offer_id]").input_value()
        self.sends(offer, offer.locator("button.primary").first)
        expect(self.offer(number)).to_be_visible(timeout=ANSWER_MS)
        return number

    def offer(self, number: str) -> Locator:
        """Return the card of an offer in the officer's list."""
        return self.page.locator(f"#offers form.offer[data-offer={number}]")

    def finds(self, number: str, state: str, *words: str) -> Self:
        """Wait until an offer of the list stands so, and its card says these words."""
        expect(self.offer(number)).to_have_attribute("data-state", state, timeout=ANSWER_MS)
        for word in words:
            expect(self.offer(number)).to_contain_text(word, timeout=ANSWER_MS)
        return self

    def acts(self, number: str, name: str, **fields: str) -> Self:
        """Press a button of an offer; what stands behind `more` is opened first."""
        card = self.offer(number)
        button = card.locator(f"button[name={name}]")
        if not button.is_visible():
            card.locator("details:not(.proofs) > summary").click()
        for field, value in fields.items():
            card.locator(f"[name={field}]").fill(value)
        self.sends(card, button)
        expect(card.locator(".outcome")).not_to_be_empty(timeout=ANSWER_MS)
        return self

    # The clock

    def goes_to(self, stop: str) -> Self:
        """Set the clock to one of the instants that the page offers for the open case."""
        self.page.locator(f"[data-stop={stop}]").first.click(timeout=ANSWER_MS)
        expect(self.page.locator(f"[data-stop={stop}]")).to_have_count(0, timeout=ANSWER_MS)
        return self

    def has_begun(self) -> Self:
        """Set the clock to the instant at which the visit begins."""
        return self.goes_to("stopBegun")

    def goes_to_tomorrow_morning(self) -> date:
        """Set the clock to the next morning at nine; return the day."""
        self.form("clock").locator("[name=morning]").click()
        expect(self.time).to_contain_text("09:00:", timeout=ANSWER_MS)
        return self.today()

    def goes_to_day(self, day: date, hour: str, *, taken: bool = True) -> None:
        """Set the clock by typing a day and an hour; `taken` is whether it may be set so."""
        self.form("clock").locator("[name=date]").fill(day.isoformat())
        self.form("clock").locator("[name=time]").fill(hour)
        self.form("clock").locator("button.primary").click()
        if taken:
            expect(self.time).to_contain_text(f"{hour}:", timeout=ANSWER_MS)

    def goes_back_to_the_real_time(self) -> None:
        """Press the button that does it."""
        self.form("clock").locator("[name=back]").click()
        expect(self.form("clock").locator("[name=back]")).to_be_disabled(timeout=ANSWER_MS)

    def today(self) -> date:
        """Return the day that the clock shows."""
        expect(self.page.locator("#lead")).not_to_be_empty(timeout=ANSWER_MS)  # until then it is not known
        return datetime.fromisoformat(self.time.get_attribute("datetime") or "").date()

    def is_shot_once(self, name: str) -> Self:
        """Save the whole page as it is, and see that nothing is cut."""
        is_drawn(self.page, name, whole=True)
        return self

    def is_shot(self, name: str) -> Self:
        """Save the whole page, wide and narrow, light and dark, and see that nothing is cut."""
        for place, size in (("phone", PHONE), ("desktop", DESKTOP)):  # the last stays
            self.page.set_viewport_size(size)
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                is_drawn(self.page, f"{name}-{place}-{scheme}", whole=True)
        self.page.emulate_media(color_scheme="light")
        return self
