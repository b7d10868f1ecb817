"""What a log line came of: an update of Telegram, a request of the authority, or a notice that nobody asked for.

All work on one thing carries its word, and so do the notices that it queues (bot/store/outbox.py), into whichever
process tells them: the lines of all processes about one thing are found by it. It says nothing of anybody.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

# not structlog's own: whoever only opens the database need not load it
_ORIGIN: Final[ContextVar[str | None]] = ContextVar("origin", default=None)
BYTES: Final = 8


def of_update(update_id: int) -> str:
    """Return the origin of all that is done because of an update."""
    return f"update.{update_id}"


def of_request() -> str:
    """Return the origin of all that is done because of a request, another one for each."""
    return f"request.{secrets.token_hex(BYTES)}"


def of_notice(notice_id: int) -> str:
    """Return the origin of a notice that came of no update and no request: a reminder, say."""
    return f"notice.{notice_id}"


@contextmanager
def coming_of(origin: str) -> Iterator[None]:
    """Let all that is logged and queued within the block, and in tasks begun in it, have this origin."""
    before = _ORIGIN.set(origin)
    try:
        yield
    finally:
        _ORIGIN.reset(before)


def origin() -> str | None:
    """Return what the running work came of; None where nothing outside caused it."""
    return _ORIGIN.get()
