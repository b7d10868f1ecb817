"""When the law moves: whose saved result comes out otherwise by it, and a notice to whoever asked to be told.

The family of the newest result of this quarter, or of a later one, is assessed anew for the day of that result, by the
lines and the tables of the law as they are now. Only an outcome or an amount that differs is told, with both; the new
result is frozen with the notice, so that it is told once, and can be explained and replayed like every other.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final, NamedTuple, cast

from bot.database import Connection
from bot.errors import UnknownPersonError, WrongKeyError
from bot.notices.quiet_hours import next_decent_time
from bot.store import assessments, law_changes, outbox
from bot.store.assessments import FrozenAssessment, ShownResult
from bot.store.notice_keys import NoticeKey, of_result
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import LineValues, OutcomeValues, ResultChangedValues
from bot.store.number_series import lock_series
from bot.store.outbox import Urgency
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.readings import together
from bot.world import World
from rules import LawError, NobodyCountsError, PovertyLines, Quarter
from rules.frozen_result import frozen_result
from rules.poverty_line import Basis
from rules.record import Record
from rules.replay import DamagedInputsError, frozen_inputs, today

BATCH: Final = 100  # people a transaction: others may write in between
FIRST: Final = 0  # below every id of Telegram


class Changed(NamedTuple):
    """A result that comes out otherwise now: whose, as it was shown, and what would be shown now."""

    person_id: int
    before: FrozenAssessment
    now: ShownResult


@dataclass(slots=True)
class Counts:
    """What the law has changed for whoever asked to be told; `not_recomputed`: the family was not kept or is damaged.

    Of the `asked`, `without_result` have none of this quarter; `outcomes` have another outcome, `amounts` another
    amount with the same outcome.
    """

    asked: int = 0
    without_result: int = 0
    not_recomputed: int = 0
    unchanged: int = 0
    outcomes: int = 0
    amounts: int = 0
    changed: list[Changed] = field(default_factory=list)


async def how_many(world: World) -> int:
    """Return how many people asked to be told."""
    async with world.database.reading() as connection:
        return await law_changes.how_many(connection)


async def look(world: World) -> AsyncIterator[Counts]:
    """Assess the families of all who asked, a batch at a time, and give what came of each batch; nothing is told."""
    lines, last = await world.lines(), FIRST
    while True:
        counts, newest = Counts(), dict[int, FrozenAssessment | None]()
        async with world.database.reading() as connection:
            people = await law_changes.people_after(connection, last, BATCH)
            for person_id in people:
                with suppress(WrongKeyError, ValueError):
                    newest[person_id] = await _newest(connection, world, person_id)
                await asyncio.sleep(0)  # whoever answers has their turn between two families
        if not people:
            return
        counts.asked, counts.not_recomputed, last = len(people), len(people) - len(newest), people[-1]
        for person_id, frozen in newest.items():
            _count(counts, person_id, frozen, lines)
            await asyncio.sleep(0)
        yield counts


async def tell(world: World, changed: list[Changed]) -> int:
    """Freeze the new results of a batch and queue their notices in one transaction; how many were queued.

    Whoever wants it no more, or has a newer result meanwhile, is told nothing.
    """
    queued = 0
    async with world.database.transaction() as transaction:
        await lock_series(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
        for one in changed:
            queued += await _queue(transaction, world, one)
    if queued:
        world.queued.set()
    return queued


async def _queue(transaction: Connection, world: World, changed: Changed) -> bool:
    person_id, before = changed.person_id, changed.before
    newest = await _newest(transaction, world, person_id)
    if newest is None or newest.id != before.id or not await law_changes.is_asked(transaction, person_id):
        return False
    now = world.now()
    try:
        number = await assessments.freeze(transaction, world.cipher, person_id, changed.now, now)
    except UnknownPersonError:  # forgotten since
        return False
    was, record = before.record["record"], changed.now["record"]
    values: ResultChangedValues = {"result": number, "before": _outcome(was), "now": _outcome(record)}
    if _line(was) != _line(record):
        values["line_before"], values["line"] = _line(was), _line(record)
    return await outbox.queue(
        transaction,
        world.cipher,
        key=NoticeKey(of_result(number).then(NoticeKind.RESULT_CHANGED), str(person_id)),
        person_id=person_id,
        case_id=None,
        kind=NoticeKind.RESULT_CHANGED,
        details=values,
        due_at=next_decent_time(now),
        urgency=Urgency.BULK,
        good_until=datetime.combine(Quarter.parse(record["quarter"]).next.first_day, time(), KAZAKHSTAN_TIME),
    )


async def _newest(connection: Connection, world: World, person_id: int) -> FrozenAssessment | None:
    """Return the newest result of the person's own family for this quarter or a later one; raises if it is damaged."""
    made = await assessments.newest_of_each(connection, world.cipher, person_id)
    first = Quarter.of(world.today()).first_day
    still = [one for one in made if Quarter.parse(one.record["record"]["quarter"]).first_day >= first]
    return max(still, key=lambda one: one.made_at, default=None)


def _count(counts: Counts, person_id: int, frozen: FrozenAssessment | None, lines: PovertyLines) -> None:
    if frozen is None:
        counts.without_result += 1
        return
    was = frozen.record["record"]
    try:
        kept = frozen_inputs(was, frozen.record["inputs"])
        record = today(kept, lines)
        if _outcome(record) == _outcome(was):
            counts.unchanged += 1
            return
        looks_ahead = "doors" in frozen.record
        anew = frozen_result(kept.household, kept.on, lines, looks_ahead=looks_ahead)
    except (KeyError, DamagedInputsError, LawError, NobodyCountsError):
        counts.not_recomputed += 1
        return
    if record["outcome"] == was["outcome"]:
        counts.amounts += 1
    else:
        counts.outcomes += 1
    beside = {name: frozen.record[name] for name in ("answers", "base_months") if name in frozen.record}
    counts.changed.append(Changed(person_id, frozen, cast("ShownResult", {**anew, **beside})))


def _outcome(record: Record) -> OutcomeValues:
    low, high = together(record)
    return {"outcome": record["outcome"], "low": low, "high": high}


def _line(record: Record) -> LineValues:
    line = record["poverty_line"]
    low, high = line.get("low", line["tenge"]), line.get("high", line["tenge"])
    return {"low": low, "high": high, "is_published": line["basis"] == Basis.PUBLISHED}
