"""Draws the README's picture: the chat page of a phone with a family's result in Kazakh.

python -m tests.browser.picture
"""

import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.families import two_adults_and_three_children
from tests.browser.phone import PHONE, Phone
from tests.running import ROOT, Running

PICTURE: Final = ROOT / "bot" / "sandbox" / "chat-page.png"
SHARPNESS: Final = 2  # screens of phones have at least two dots for a pixel


def draw(picture: Path = PICTURE) -> Path:
    """Play the family's conversation up to the result, and save the page as a PNG."""
    program = chromium()
    if program is None:
        raise SystemExit("Chromium is not installed")
    with tempfile.TemporaryDirectory() as folder, Running(Path(folder)) as komek, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET])
        page = browser.new_page(viewport=PHONE, device_scale_factor=SHARPNESS, color_scheme="light")
        page.goto(f"{komek.address}/")
        phone = Phone.of_newcomer(page, "Айгүл")
        two_adults_and_three_children(phone)
        phone.presses("Есептеу").sees("атаулы көмек тиесілі")
        page.mouse.move(0, 0)  # no button is shown as hovered
        page.screenshot(path=picture)
        browser.close()
    return picture


if __name__ == "__main__":
    print(draw())  # noqa: T201, where it is
