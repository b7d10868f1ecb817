"""`komek outbox`: where the notices are, and another chance for those that failed by our fault."""

import asyncio
import csv
import sys
from datetime import datetime, timedelta
from typing import Final

from bot.commands.database import opened
from bot.commands.which_case import id_of
from bot.errors import CommandError
from bot.notices.quiet_hours import next_decent_time
from bot.store import health, outbox
from bot.store.outbox import Fate, Late
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import utc_now

MEANING: Final = {
    "waiting": "still to be told",
    "leased": "of those waiting: on their way, or held until the next attempt",
    "delivered": "Telegram has taken them",
    "undeliverable": "the person cannot be reached: blocked, deactivated or unknown",
    "failed": "our fault, or nobody knows (reply_lost): `komek outbox retry` queues them again",
    "withdrawn": "taken back before they were told: no longer true, or nobody is there to read them",
}
"""Every state in plain words, in the order in which a notice meets them."""
COLUMNS: Final = ("id", "kind", "person", "state", "due_at", "settled_at", "attempts", "reason")


class NoNoticesError(CommandError):
    """There is nothing to show; the message says of what."""


def print_outbox() -> None:
    """Print how many notices are in each state and what it means, and how long the oldest that is due has waited."""
    asyncio.run(_print_outbox())


def print_notices(number: str, region: str | None) -> None:
    """Print every notice about a case, the oldest first. NoNoticesError when there is none."""
    fates, now = asyncio.run(_fates(number, region)), utc_now()
    if not fates:
        raise NoNoticesError(f"--case: no notice about a case {number!r}")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(fate, now) for fate in fates)


def retry(number: str | None, region: str | None, notice_id: int | None) -> int:
    """Queue again what failed, of everything, of one case or one notice, and return how many notices that were.

    NoNoticesError when there is none of the case or number asked for.
    """
    count = asyncio.run(_retry(number, region, notice_id))
    if not count and notice_id is not None:
        raise NoNoticesError(f"--notice: no failed notice {notice_id} that is still worth telling")
    if not count and number is not None:
        raise NoNoticesError(f"--case: no failed notice about a case {number!r} that is still worth telling")
    return count


async def _print_outbox() -> None:
    now = utc_now()
    async with opened() as database, database.reading() as connection:
        counts = {**await outbox.counts(connection), "leased": await health.leased(connection, now)}
        late = await health.late(connection, now)
    sys.stdout.writelines(f"{state} {counts.get(state, 0)}: {meaning}\n" for state, meaning in MEANING.items())
    sys.stdout.write(f"due now {late.notices}{_oldest(late, now)}\n")


def _oldest(late: Late, now: datetime) -> str:
    if late.since is None:
        return ""
    age = timedelta(seconds=round((now - late.since).total_seconds()))
    return f", the oldest for {age} hours, since {late.since.astimezone(KAZAKHSTAN_TIME).isoformat(' ', 'seconds')}"


async def _fates(number: str, region: str | None) -> list[Fate]:
    async with opened() as database, database.reading() as connection:
        case_id = await id_of(connection, number, region)
        return [] if case_id is None else await outbox.of_case(connection, case_id)


async def _retry(number: str | None, region: str | None, notice_id: int | None) -> int:
    now = utc_now()
    async with opened() as database, database.transaction() as transaction:
        case_id = None if number is None else await id_of(transaction, number, region)
        if number is not None and case_id is None:
            return 0
        return await outbox.retry(transaction, now, next_decent_time(now), case_id=case_id, notice_id=notice_id)


def _row(fate: Fate, now: datetime) -> tuple[object, ...]:
    settled_at = fate.settled_at.isoformat(timespec="seconds") if fate.settled_at else ""
    due_at = fate.due_at.isoformat(timespec="seconds")
    state = fate.state_at(now)
    return fate.id, fate.kind, fate.alias or "", state, due_at, settled_at, fate.attempts, fate.reason or ""
