"""Where Chromium is, and how it is started: headless, and without a word to the world."""

import shutil
from typing import Final

import pytest

# The shell draws the same pages with three quarters of the processor time: it has no window to keep.
NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET: Final = (
    "--no-sandbox",  # the tests of a gate run as root; the only page is our own
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """Return the path of the system's Chromium, or None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


WITH_CHROMIUM: Final = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
