"""What a log line came of: an update of Telegram, a request of the authority, or a notice that nobody asked for.

All work on one thing carries its word, and so do the notices that it queues (bot/store/outbox.py), into whichever
process tells them: the lines of all processes about one thing are found by it. It says nothing of anybody.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from structlog.contextvars import bound_contextvars, get_contextvars

NAME: Final = "origin"
"""How the field of a log line is called."""
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
    with bound_contextvars(**{NAME: origin}):
        yield


def origin() -> str | None:
    """Return what the running work came of; None where nothing outside caused it."""
    found: str | None = get_contextvars().get(NAME)
    return found
