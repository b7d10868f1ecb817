"""A phone on the chat page, used as a person uses it: by looking, clicking and typing."""

import os
import re
from pathlib import Path
from typing import Final, Literal, Self

from playwright.sync_api import ConsoleMessage, FilePayload, Locator, Page, Request, ViewportSize, expect

from tests.person_api import Step

PICTURES: Final = Path(__file__).parents[2] / "var" / "screenshots"
DRAWS: Final = bool(
    os.environ.get("PICTURES")
)  # pictures are for people: a gate, which looks at none, takes a third less
ANSWER_MS: Final = 30_000  # the bot waits where Telegram's pace asks for it
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 800}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
PROGRAM_IS_AWAY: Final = "Failed to load resource: net::ERR_"

CUT = """() => [...document.querySelectorAll("button, a, .bubble, .text, h1, h2, p, label")]
    .filter((node) => node.checkVisibility() && !node.closest("[hidden], .unseen"))
    .filter((node) => {
        const box = node.getBoundingClientRect();
        const outside = box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
        const clipped = !node.matches(".row > *") && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1;
        return outside || clipped || document.documentElement.scrollWidth > innerWidth;
    })
    .map((node) => node.textContent)"""
"""What does not fit: elements wider than their place or beyond the edge of the window.

A button of the bot may be: Telegram cuts its caption, too.
"""


def is_drawn(page: Page, name: str, *, whole: bool = False) -> None:
    """See that nothing is cut and nothing stands out of the window; with PICTURES=1 save what is shown."""
    page.mouse.move(0, 0)  # no button is shown as hovered
    if DRAWS:
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
    assert page.evaluate(CUT) == [], f"cut on {name}.png"


class Phone:
    """One person's phone; the page may show two."""

    def __init__(self, page: Page, person_id: int) -> None:
        self.page = page
        self.id = person_id
        self.node = page.locator(f".phone[data-person='{person_id}']")

    @classmethod
    def of_newcomer(cls, page: Page, name: str, language: str = "Қазақша") -> Self:
        """Add a person on the page and press the bot's start button."""
        form = page.locator("#add-person")
        form.locator("input[name=first_name]").fill(name)
        form.get_by_label(language).check()
        form.get_by_role("button").click()
        shown = page.locator(".phone", has=page.locator(".status", has_text=name))
        phone = cls(page, int(shown.get_attribute("data-person") or 0))
        phone.node.locator(".start").click()
        return phone

    @property
    def own(self) -> Locator:
        """The person's own messages."""
        return self.node.locator("li.message[data-from=person]")

    @property
    def last(self) -> Locator:
        """The bot's last message."""
        return self.node.locator("li.message[data-from=bot]").last

    def button(self, caption: str) -> Locator:
        """Return the button of the bot's last message whose caption begins so, ticked or not."""
        begins = re.compile(rf"^(✓ )?{re.escape(caption)}")
        return self.last.locator("[data-callback-data]").filter(has_text=begins).first

    def presses(self, *captions: str) -> Self:
        """Click buttons of the bot's last message, each once it is there."""
        for caption in captions:
            self.button(caption).click(timeout=ANSWER_MS)
        return self

    def ticks(self, *captions: str) -> Self:
        """Click buttons that stay where they are, and see the tick on each."""
        for caption in captions:
            self.button(caption).click(timeout=ANSWER_MS)
            expect(self.button(f"✓ {caption}")).to_be_visible(timeout=ANSWER_MS)
        return self

    def types(self, text: str) -> Self:
        """Write a message and send it."""
        self.node.locator("textarea").fill(text)
        self.node.locator(".send").click()
        return self

    def goes(self, *steps: Step) -> Self:
        """Take one step after another, each once the screen shows something else than before."""
        for does, what in steps:
            before = self.last.text_content() or ""
            (self.types if does == "says" else self.presses)(what)
            expect(self.last).not_to_have_text(before, timeout=ANSWER_MS)
        return self

    def attaches(self, name: str, media_type: str, *contents: bytes) -> Self:
        """Send a file, or several of the same name as an album: a picture goes as a photo."""
        files: list[FilePayload] = [{"name": name, "mimeType": media_type, "buffer": content} for content in contents]
        self.node.locator(".attach").click()
        self.node.locator(".attachments input").set_input_files(files)
        return self

    def does(self, message: Locator, deed: str) -> Self:
        """Do something with a message of the chat: forward, edit or delete."""
        message.locator(".dots").click()
        self.node.locator(f".deeds .{deed}").click()
        return self

    def commands(self, name: str) -> Self:
        """Choose a command from the bot's menu."""
        self.node.locator(".menu").click()
        self.node.locator(f"[data-command={name}]").click()
        return self

    def sees(self, text: str) -> Self:
        """Wait until the bot's last message holds this text."""
        expect(self.last).to_contain_text(text, timeout=ANSWER_MS)
        return self

    @property
    def text(self) -> str:
        """The bot's last message, as the person reads it."""
        return self.last.locator(".text").inner_text()

    def is_shot(self, name: str) -> Self:
        """See that the screen is whole, and save it (`is_drawn`)."""
        is_drawn(self.page, name)
        return self

    def is_shot_everywhere(self, name: str) -> Self:
        """Do so at phone width and on a desktop, light and dark; leave the page as it was."""
        before = self.page.viewport_size
        assert before is not None
        for place, size in (("phone", PHONE), ("desktop", DESKTOP)):
            self.page.set_viewport_size(size)
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                self.is_shot(f"{name}-{place}-{scheme}")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(before)
        return self


class Watch:
    """What the page complained of, and which addresses it asked for."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.addresses: set[str] = set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)

    def forget_that_the_program_was_away(self) -> None:
        """Leave out what the browser itself says of a server that does not answer."""
        self.complaints = [said for said in self.complaints if not said.startswith(PROGRAM_IS_AWAY)]

    def strangers(self, own: str) -> list[str]:
        """Return the addresses asked for that are not the program's own."""
        return [address for address in self.addresses if not address.startswith((f"{own}/", "data:"))]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        self.addresses.add(request.url)
