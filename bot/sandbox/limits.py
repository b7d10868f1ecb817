"""How much Telegram lets a bot do, and how fast.

Figures that Telegram publishes are kept as they are; where it publishes none, the choice is ours and
the field says so. Edits count as messages, as they do on the real thing; deleting, answering a press
and showing "typing" do not.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.sandbox.errors import too_many_requests

Clock: TypeAlias = Callable[[], float]
"""Seconds since 1970, as time.time gives them."""


@dataclass(frozen=True)
class Limits:
    """Telegram's bounds. `Limits(paced=False)` lifts the pace and keeps everything else."""

    paced: bool = True
    messages_per_second: float = 30
    """To all chats together; the bucket holds one second's worth."""
    private_chat_per_second: float = 1
    private_chat_burst: int = 10
    """Messages to one person that may come at once. Telegram tolerates "short bursts" and names no figure."""
    group_per_minute: float = 20
    text_characters: int = 4096
    """UTF-16 units after the formatting was taken out: the unit in which Telegram counts entities."""
    caption_characters: int = 1024
    callback_answer_seconds: float = 60
    """How long a press waits for answerCallbackQuery. Telegram names no figure."""
    update_kept_seconds: float = 24 * 3600
    photo_bytes: int = 10_000_000
    document_bytes: int = 50_000_000
    download_bytes: int = 20_000_000
    calls_logged: int = 10_000
    """How many of the latest calls the log keeps. Telegram keeps no log."""


@dataclass
class Bucket:
    """A token bucket: filled at a steady rate up to its capacity, one token a message."""

    capacity: float
    per_second: float
    tokens: float = field(init=False)
    filled_at: float

    def __post_init__(self) -> None:
        self.tokens = self.capacity

    def wait_seconds(self, now: float) -> float:
        """Seconds until one token is there; 0 when it is there already."""
        elapsed = max(0.0, now - self.filled_at)
        self.tokens = min(self.capacity, self.tokens + elapsed * self.per_second)
        self.filled_at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.per_second


class Pace:
    """Counts the messages that the bot sends and edits."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        second = limits.messages_per_second
        self._all_chats = Bucket(capacity=second, per_second=second, filled_at=clock())
        self._chats: dict[int, Bucket] = {}

    def take(self, chat_id: int) -> None:
        """Count one message to this chat, or raise 429: a refused message uses nothing up."""
        if not self._limits.paced:
            return
        now = self._clock()
        chat = self._chats.get(chat_id) or self._open(chat_id, now)
        wait = max(self._all_chats.wait_seconds(now), chat.wait_seconds(now))
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        self._all_chats.tokens -= 1
        chat.tokens -= 1

    def _open(self, chat_id: int, now: float) -> Bucket:
        limits = self._limits
        if chat_id < 0:  # groups have negative ids
            bucket = Bucket(limits.group_per_minute, limits.group_per_minute / 60, now)
        else:
            bucket = Bucket(limits.private_chat_burst, limits.private_chat_per_second, now)
        self._chats[chat_id] = bucket
        return bucket
