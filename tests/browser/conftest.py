"""A page in Chromium that must neither complain nor ask for anything beyond this machine."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bot.texts.formats import KAZAKHSTAN_TIME
from tests.browser.chromium import QUIET, chromium
from tests.browser.desk import set_clock
from tests.browser.phone import PHONE, Watch
from tests.running import Prepared

DAYTIME: Final = 10  # o'clock


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once for a file of tests."""
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of phone width in light colours."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def watch(page: Page) -> Iterator[Watch]:
    """What the page complains of: nothing, at the end of every test."""
    watch = Watch(page)
    yield watch
    assert watch.complaints == []


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one program for a file of tests, each with a case and people of its own.

    For it it is tomorrow, ten in the morning: notices leave at once.
    """
    with Prepared(tmp_path_factory.mktemp("komek")) as komek:
        at = datetime.now(KAZAKHSTAN_TIME).replace(hour=DAYTIME, minute=0, second=0) + timedelta(days=1)
        set_clock(komek.address, at)
        yield komek.address


@pytest.fixture
def elsewhere(page: Page, address: str) -> Page:
    """The family's own window, beside the desk."""
    other = page.context.new_page()
    other.goto(f"{address}/")
    return other
