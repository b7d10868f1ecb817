"""`komek status`: how the program stands, by its database, in figures that name nobody; --watch goes on with them."""

import asyncio
import contextlib
import signal
import time
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from rich.console import Console
from rich.live import Live
from rich.table import Table

from bot.commands.database import opened
from bot.database import Database
from bot.published_lines import missing_lines
from bot.store import health, poverty_lines
from bot.store.health import Reached
from bot.store.outbox import Late, Urgency
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import utc_now
from rules import PovertyLines

GLANCE_S: Final = 2.0
SINCE: Final = {"last minute": timedelta(minutes=1), "last hour": timedelta(hours=1)}
NEAR_DEADLINE: Final = timedelta(days=1)


class Status(NamedTuple):
    """What was found at one instant."""

    at: datetime
    answered_in_s: float
    reached: Reached
    due: Mapping[Urgency, Late]
    settled: Mapping[str, Mapping[str, int]]
    offers: int
    missing: Mapping[str, int]


def show_status(*, watch: bool) -> None:
    """Print how the program stands; with `watch` again and again, until Ctrl-C."""
    asyncio.run(_show(watch=watch))


async def _show(*, watch: bool) -> None:
    console, stop = Console(), asyncio.Event()
    if watch:
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    async with opened() as database:
        if not watch:
            console.print(_table(await _look(database)))
            return
        with Live(_table(await _look(database)), console=console, auto_refresh=False) as live:
            while not stop.is_set():
                live.update(_table(await _look(database)), refresh=True)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), GLANCE_S)


async def _look(database: Database) -> Status:
    now, began = utc_now(), time.perf_counter()
    async with database.reading() as connection:
        reached = await health.reached(connection)
        answered_in_s = time.perf_counter() - began
        due = await health.due_by_urgency(connection, now)
        settled = {name: await health.settled_since(connection, now - since) for name, since in SINCE.items()}
        offers = await health.offers_between(connection, now, now + NEAR_DEADLINE)
        lines = PovertyLines(await poverty_lines.published(connection))
    missing: dict[str, int] = {}
    for _, quarter in missing_lines(lines, now.astimezone(KAZAKHSTAN_TIME).date()):
        missing[str(quarter)] = missing.get(str(quarter), 0) + 1
    return Status(now, answered_in_s, reached, due, settled, offers, missing)


def _table(found: Status) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False, title=None)
    for name, told in _rows(found):
        table.add_row(name, told)
    return table


def _rows(found: Status) -> Iterator[tuple[str, str]]:
    yield "at", found.at.astimezone(KAZAKHSTAN_TIME).isoformat(timespec="seconds")
    yield "database", f"answered in {1_000 * found.answered_in_s:.0f} ms"
    last = found.reached.answered_at
    yield "people", f"{found.reached.people}; {'nobody has answered yet' if last is None else _ago(last, found.at)}"
    yield "open cases", str(found.reached.cases)
    for urgency in Urgency:
        late = found.due.get(urgency)
        waits = "nothing waits" if late is None else f"{late.notices} wait, the first {_since(late.since, found.at)}"
        yield f"{urgency.name.lower()} notices", waits
    for name, states in found.settled.items():
        yield f"in the {name}", ", ".join(f"{state} {count}" for state, count in states.items()) or "none settled"
    yield "offers", f"{found.offers} run out within a day without an answer"
    for quarter, regions in found.missing.items():
        yield f"lines of {quarter}", f"{regions} regions without a published one: `komek lines missing`"


def _ago(at: datetime, now: datetime) -> str:
    return f"the last answer came {(now - at).total_seconds():.0f} s ago"


def _since(at: datetime | None, now: datetime) -> str:
    return "just now" if at is None else f"for {(now - at).total_seconds():.0f} s"
