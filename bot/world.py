"""What a handler needs of the world: the database, the keys, the clock and the poverty lines."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from weakref import WeakValueDictionary

from bot.database import Database
from bot.store import poverty_lines
from bot.store.cipher import Cipher
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.watching.metrics import Metrics
from rules import PovertyLines


def utc_now() -> datetime:
    """Return this instant, aware."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Keeps:
    """For how many days what is kept: answers since the last one, files since the offer's deadline, notices settled."""

    drafts_days: int = 30
    results_days: int = 400
    files_days: int = 90
    notices_days: int = 400
    events_days: int = 400
    changes_days: int = 400


@dataclass(slots=True)
class World:
    """Passed to every handler as `world`."""

    database: Database
    cipher: Cipher
    now: Callable[[], datetime] = utc_now
    double_tap_seconds: float = 1.0
    keeps: Keeps = field(default_factory=Keeps)
    metrics: Metrics = field(default_factory=Metrics)
    queued: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a notice is queued: whoever delivers them in this process looks at once."""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when an update came by the webhook, or one was answered: whoever answers in this process looks at once."""
    remind: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the clock was set: whoever reminds in this process looks at once."""
    heard_telegram_at: float | None = None
    """When Telegram last answered this process's poll, by time.monotonic(); None where it does not poll."""
    written_at: float = float("-inf")
    """When it was last tried that the database takes a write, by time.monotonic()."""
    told_of_fault: set[int] = field(default_factory=set)
    """People who know that what they sent is not kept yet.

    A process tells it of the update that it answers itself, and of each person it is one process that does.
    """
    _lines: PovertyLines = field(default_factory=PovertyLines)
    _version_of_lines: int = -1
    _turns: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def today(self) -> date:
        """Return the day that it is in Kazakhstan."""
        return self.now().astimezone(KAZAKHSTAN_TIME).date()

    def turn_of(self, person_id: int) -> asyncio.Lock:
        """Return the lock that lets one update of a person at a time be answered by this process."""
        return self._turns.setdefault(person_id, asyncio.Lock())

    def telegram_silent_s(self) -> float:
        """Return for how many seconds Telegram has not answered a poll; 0 where this process does not poll."""
        return 0.0 if self.heard_telegram_at is None else time.monotonic() - self.heard_telegram_at

    async def lines(self, version: int | None = None) -> PovertyLines:
        """Return the published lines, those of the administrator among them, whichever process has written them.

        `version`: that of the stored lines, where it was just read with something else.
        """
        if version is not None and version == self._version_of_lines:
            return self._lines
        async with self.database.reading() as connection:
            version = await poverty_lines.version(connection)
            if version != self._version_of_lines:  # what is written meanwhile has a later one
                self._lines = PovertyLines(await poverty_lines.published(connection))
                self._version_of_lines = version
        return self._lines
