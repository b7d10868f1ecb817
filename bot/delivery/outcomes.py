"""What became of an attempt to tell a notice, judged by Telegram's reply: the one place that knows its refusals."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.delivery.pace import Pace
from bot.store.outbox import REPLY_LOST, Notice, Settled
from bot.store.waits import LONGEST
from bot.telegram.retries import is_passing
from bot.telegram.wire import MOST_COPIES

# Telegram's words by which a person cannot be reached, and ours for them.
UNREACHABLE: Final = {
    "bot was blocked": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation": "not_started",
    "chat not found": "chat_not_found",
    "peer_id_invalid": "chat_not_found",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a notice: settled in a state, `waiting` for so many seconds more, or let go.

    Let go is what was taken back, or whose lease ran out, before it was sent: its row is no longer the worker's.
    """

    notice: Notice
    state: Settled | Literal["waiting", "let_go"]
    reason: str | None = None
    message_id: int | None = None
    text: str | None = None
    """What the person read, of a delivered notice; their own word is theirs, and is left out."""
    wait_s: float = 0
    is_attempt: bool = False
    is_reply_lost: bool = False


def held_back(notice: Notice, wait_s: float, reason: str) -> Outcome:
    """Let a notice wait that was not sent: that is no attempt."""
    return Outcome(notice, "waiting", reason, wait_s=wait_s)


def may_come(notice: Notice, fault: Exception, pace: Pace) -> Outcome:
    """Let a notice wait for another attempt, longer after each fault."""
    return Outcome(notice, "waiting", type(fault).__name__, wait_s=pace.pause_after(notice.attempts), is_attempt=True)


def may_have_come(notice: Notice, fault: Exception, pace: Pace) -> Outcome:
    """Let a notice wait whose reply was lost; of one that may have come as often as any may, nobody knows whether."""
    if notice.replies_lost + 1 >= MOST_COPIES:
        return Outcome(notice, "failed", REPLY_LOST)
    return replace(may_come(notice, fault, pace), is_reply_lost=True)


def judge(notice: Notice, fault: AiogramError, pace: Pace) -> Outcome:
    """Return what a fault means for the notice that met with it."""
    if isinstance(fault, TelegramRetryAfter):
        return held_back(notice, min(fault.retry_after, LONGEST.total_seconds()), "retry_after")
    if is_passing(fault):
        return may_come(notice, fault, pace)
    if isinstance(fault, ClientDecodeError):  # JSON that aiogram does not understand: the call was done
        return Outcome(notice, "delivered", type(fault).__name__)
    reason = why_unreachable(fault)
    return Outcome(notice, "failed", in_short(fault)) if reason is None else Outcome(notice, "undeliverable", reason)


def why_unreachable(fault: AiogramError) -> str | None:
    """Return why a person cannot be reached; None when that is not what is wrong."""
    if not isinstance(fault, TelegramForbiddenError | TelegramBadRequest):
        return None
    said = fault.message.lower()
    other = "forbidden" if isinstance(fault, TelegramForbiddenError) else None
    return next((ours for theirs, ours in UNREACHABLE.items() if theirs in said), other)


def in_short(fault: AiogramError) -> str:
    """Return Telegram's sentence without what it quotes of the message."""
    said = fault.message if isinstance(fault, TelegramAPIError) else ""
    return ":".join(said.split(":")[:2]) or type(fault).__name__
