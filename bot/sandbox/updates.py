"""The queue of updates: what happened and has not yet reached the bot.

Update ids only go up, also over a restart. An update stays until the bot confirms it (by a higher offset,
or by a 2xx answer of its webhook) or until it is a day old.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Any, TypeAlias

from bot.sandbox.errors import BotApiError, conflict
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Clock, Limits

Update: TypeAlias = dict[str, Any]
TABLE = "updates"
MOST_AT_ONCE = 100
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
"""Kinds that Telegram sends only to a bot that names them."""


class UpdateQueue:
    """One bot's updates."""

    def __init__(self, journal: Journal, limits: Limits, clock: Clock) -> None:
        self._journal = journal
        self._kept_seconds = limits.update_kept_seconds
        self._clock = clock
        rows = journal.tables.get(TABLE, {})
        self._pending: deque[tuple[float, Update]] = deque((row["at"], row["update"]) for row in rows.values())
        counters = journal.tables.get("counters", {})
        self._last_id: int = counters.get("update", 0)
        self._allowed: list[str] = journal.tables.get("bot", {}).get("allowed_updates", [])
        self._waiting: asyncio.Future[None] | None = None
        self._closed = False

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    @property
    def last_id(self) -> int:
        """The id of the last update that was queued, 0 before the first."""
        return self._last_id

    def push(self, kind: str, what: dict[str, Any]) -> int | None:
        """Queue an update of this kind; its id, or None when the bot does not want the kind."""
        if not self._wants(kind):
            return None
        self._last_id += 1
        update = {"update_id": self._last_id, kind: what}
        at = self._clock()
        self._pending.append((at, update))
        self._journal.put("counters", "update", self._last_id)
        self._journal.put(TABLE, self._last_id, {"at": at, "update": update})
        self._wake()
        return self._last_id

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Which kinds are queued from now on; None leaves it as it was, an empty list is the usual ones."""
        if kinds is not None and list(kinds) != self._allowed:
            self._allowed = list(kinds)
            self._journal.put("bot", "allowed_updates", self._allowed)

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> list[Update]:
        """Confirm what is below the offset, then wait for updates; a newer poll ends this one with 409."""
        self.take_over()
        self.confirm(offset)
        if timeout_seconds > 0 and not len(self) and not self._closed:
            await self.arrival(timeout_seconds)
        self._expire()
        return [update for _, update in islice(self._pending, min(limit, MOST_AT_ONCE))]

    def take_over(self) -> None:
        """End the poll that is waiting: there is another receiver now."""
        reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
        self._wake(conflict(reason))

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps only so many of the latest."""
        if offset < 0:
            offset = self._pending[offset][1]["update_id"] if len(self._pending) >= -offset else 0
        while self._pending and self._pending[0][1]["update_id"] < offset:
            self._forget_first()

    def first(self) -> Update | None:
        """The oldest update that was not confirmed."""
        self._expire()
        return self._pending[0][1] if self._pending else None

    def drop_all(self) -> None:
        """Forget everything that waits."""
        self.confirm(self._last_id + 1)

    def close(self) -> None:
        """Let a waiting poll return at once, so that a server can stop."""
        self._closed = True
        self._wake()

    async def arrival(self, seconds: float) -> None:
        """Wait for the next update, but no longer than this."""
        mine = self._waiting = asyncio.get_running_loop().create_future()
        try:
            # not wait_for: in Python 3.11 it swallows a cancellation that comes with the result
            async with asyncio.timeout(seconds):
                await mine
        except TimeoutError:
            return
        finally:
            if self._waiting is mine:
                self._waiting = None

    def _wake(self, error: BotApiError | None = None) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None or waiting.done():
            return
        if error is None:
            waiting.set_result(None)
        else:
            waiting.set_exception(error)

    def _wants(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in ONLY_ON_REQUEST

    def _expire(self) -> None:
        oldest = self._clock() - self._kept_seconds
        while self._pending and self._pending[0][0] < oldest:
            self._forget_first()

    def _forget_first(self) -> None:
        _, update = self._pending.popleft()
        self._journal.put(TABLE, update["update_id"], None)
