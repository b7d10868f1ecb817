"""What /metrics tells whoever watches over the program: figures that name nobody, in the form of Prometheus.

Each process counts what it did itself, and says of what is stored the same as every other. A label is a word of the
program (a kind, an outcome, a table), never anything of a person.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Any, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

STEP_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
HANDED_OVER_SECONDS: Final = (1, 2, 5, 10, 30, 60, 300, 1_800, 3_600)
"""Ten seconds and a minute are what is promised of a notice that is due."""
LAG_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5)
GLANCE_SECONDS: Final = 0.5


class Metrics:
    """The figures of one process."""

    def __init__(self) -> None:
        self.collected = CollectorRegistry()  # of this process's own: the library's is shared by all that import it
        own: dict[str, Any] = {"registry": self.collected}
        self.updates = Counter("komek_updates", "Updates answered, by kind", ["kind"], **own)
        self.step_seconds = Histogram(
            "komek_step_seconds", "From taking up an update to its answer", buckets=STEP_SECONDS, **own
        )
        self.faults = Counter("komek_faults", "Updates whose answer was that the bot has a fault", **own)
        self.sends = Counter("komek_notices_sent", "Attempts to tell a notice, by outcome", ["outcome"], **own)
        self.handed_over_seconds = Histogram(
            "komek_notice_handed_over_seconds",
            "From when a notice was due until Telegram had it",
            buckets=HANDED_OVER_SECONDS,
            **own,
        )
        self.database_seconds = Histogram(
            "komek_database_seconds", "Time at the database, by what was done", ["work"], buckets=STEP_SECONDS, **own
        )
        self.loop_lag_seconds = Histogram(
            "komek_event_loop_lag_seconds", "How much later than asked the loop came back", buckets=LAG_SECONDS, **own
        )
        self.database_up = Gauge("komek_database_up", "Whether the database answered", **own)
        self.waiting = Gauge("komek_outbox_waiting", "Notices that wait and are due", ["urgency"], **own)
        self.oldest_seconds = Gauge(
            "komek_outbox_oldest_seconds", "Since when the oldest of them is due", ["urgency"], **own
        )
        self.offers_near_deadline = Gauge(
            "komek_offers_near_deadline", "Unanswered job offers whose deadline is within a day", **own
        )
        self.lines_missing = Gauge(
            "komek_lines_missing", "Regions without a published poverty line", ["quarter"], **own
        )
        self.telegram_silent_seconds = Gauge(
            "komek_telegram_silent_seconds", "Since when Telegram has not answered a poll", **own
        )

    @contextlib.contextmanager
    def step(self, kind: str) -> Iterator[None]:
        """Count an update of a kind, and time its answer."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.updates.labels(kind).inc()
            self.step_seconds.observe(time.perf_counter() - began)

    @contextlib.asynccontextmanager
    async def at_database(self, work: str) -> AsyncIterator[None]:
        """Time a block at the database, whichever way it ends."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.database_seconds.labels(work).observe(time.perf_counter() - began)

    def sent(self, outcome: str, due_at: datetime | None, now: datetime) -> None:
        """Count an attempt; of what was delivered also how long after it was due."""
        self.sends.labels(outcome).inc()
        if outcome == "delivered" and due_at is not None:
            self.handed_over_seconds.observe(max(0.0, (now - due_at).total_seconds()))

    async def watch_loop(self, stop: asyncio.Event) -> None:
        """Note how late the event loop comes back, until asked to stop."""
        while not stop.is_set():
            asked_at = time.perf_counter()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), GLANCE_SECONDS)
            if not stop.is_set():
                self.loop_lag_seconds.observe(max(0.0, time.perf_counter() - asked_at - GLANCE_SECONDS))
