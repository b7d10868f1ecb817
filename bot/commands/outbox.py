"""`komek outbox`: where the notices are."""

import asyncio
import csv
import sys

from bot.commands.database import migrated
from bot.formats import KAZAKHSTAN_TIME
from bot.store import outbox
from bot.store.outbox import Fate
from bot.world import utc_now

STATES = ("waiting", "delivered", "undeliverable", "failed", "withdrawn")
COLUMNS = ("id", "kind", "person", "state", "due_at", "settled_at", "attempts", "reason")


class NoNotices(ValueError):
    """There is nothing to show; the message says of what."""


def print_outbox() -> None:
    """Print how many notices are in each state, and since when the oldest that is due waits."""
    asyncio.run(_print_outbox())


def print_notices(case_id: str) -> None:
    """Print every notice about a case, the oldest first. NoNotices when there is none."""
    fates = asyncio.run(_fates(case_id))
    if not fates:
        raise NoNotices(f"--case: no notice about a case {case_id!r}")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(fate) for fate in fates)


async def _print_outbox() -> None:
    async with migrated() as database, database.reading() as connection:
        counts = await outbox.counts(connection)
        late = await outbox.late(connection, utc_now())
    sys.stdout.writelines(f"{state} {counts.get(state, 0)}\n" for state in STATES)
    since = (
        f", the oldest since {late.since.astimezone(KAZAKHSTAN_TIME).isoformat(' ', 'seconds')}" if late.since else ""
    )
    sys.stdout.write(f"due now {late.notices}{since}\n")


async def _fates(case_id: str) -> list[Fate]:
    async with migrated() as database, database.reading() as connection:
        return await outbox.of_case(connection, case_id)


def _row(fate: Fate) -> tuple[object, ...]:
    settled_at = fate.settled_at.isoformat(timespec="seconds") if fate.settled_at else ""
    due_at = fate.due_at.isoformat(timespec="seconds")
    return fate.id, fate.kind, fate.alias or "", fate.state, due_at, settled_at, fate.attempts, fate.reason or ""
