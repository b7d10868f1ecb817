"""What the local Bot API refuses.

SandboxError
├── BotApiError      a call of the bot: Telegram's code and Telegram's own sentence
├── PersonError      a request of the person's side: an HTTP status and one plain sentence
├── ClockError       the desk's clock cannot be set so
└── JournalError     a journal that cannot be read, or that another process holds
"""

from http import HTTPStatus
from typing import Any

from bot.errors import KomekError


class SandboxError(KomekError):
    """Root of everything that this package raises on purpose."""


class BotApiError(SandboxError):
    """Telegram's refusal of one call. Bots choose their handling by `code` and `description`."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        """Whole seconds to wait before the call may be repeated; only with code 429."""

    def envelope(self) -> dict[str, Any]:
        """The body of the answer, as Telegram writes it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> BotApiError:
    """The call itself is wrong: sending it again does not help."""
    return BotApiError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}")


def forbidden(reason: str) -> BotApiError:
    """The person does not let the bot write."""
    return BotApiError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    """Two ways of receiving updates at once."""
    return BotApiError(HTTPStatus.CONFLICT, f"Conflict: {reason}")


def not_found(reason: str = "") -> BotApiError:
    """No such method, or no such file."""
    return BotApiError(HTTPStatus.NOT_FOUND, f"Not Found: {reason}" if reason else "Not Found")


def too_many_requests(seconds: int) -> BotApiError:
    """The bot writes too fast; it may come back after so many seconds."""
    return BotApiError(HTTPStatus.TOO_MANY_REQUESTS, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class PersonError(SandboxError):
    """A request of the person's side that cannot be done: `status` is the HTTP status of the answer."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class ClockError(SandboxError):
    """The clock cannot be set so; `code` says why, for the page: `backwards` or `too_far`."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class JournalError(SandboxError):
    """The journal cannot be read, or another process writes to it."""
