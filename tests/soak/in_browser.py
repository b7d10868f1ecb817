"""New users on the chat page in Chromium, beside everybody else who talks."""

import threading

from playwright.sync_api import sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.newcomer import gets_an_explained_result
from tests.browser.phone import PHONE, Phone, Watch


def newcomers_until(is_enough: threading.Event, address: str) -> list[int]:
    """Let one new user after another get a result at this address, at least one; return their ids.

    Raises AssertionError when one does not get it, or the page complains of anything.
    """
    newcomers = list[int]()
    with sync_playwright() as playwright, playwright.chromium.launch(
        executable_path=chromium(), args=[*QUIET]
    ) as browser:  # fmt: skip
        while not (newcomers and is_enough.is_set()):
            with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
                page = context.new_page()
                watch = Watch(page)
                page.goto(f"{address}/")
                phone = Phone.of_newcomer(page, f"Сәуле {len(newcomers) + 1}")
                gets_an_explained_result(phone)
                newcomers.append(phone.id)
                assert watch.complaints == []
    return newcomers
