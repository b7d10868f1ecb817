"""Reminders that somebody has asked for: of a result of theirs, on a day that it names."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.database import Connection, Row, queries_beside
from bot.store.instants import to_text

queries = queries_beside(__file__)


class Occasion(StrEnum):
    """Of what somebody is reminded."""

    APPLY = "apply"
    """An application still brings this month until `day`."""
    DOOR = "door"
    """From `day` on something is different, and the assistance may be due."""


@dataclass(frozen=True)
class OwnReminder:
    """A reminder of a result that is still to come, on the day `remind_on` in Kazakhstan; `day` is what it is about."""

    assessment_id: str
    about: Occasion
    day: date
    remind_on: date


async def ask(connection: Connection, person_id: int, wanted: OwnReminder, now: datetime) -> bool:
    """Keep that somebody wants to be reminded; False where the result is not theirs, or is deleted."""
    row = await queries.ask(
        connection,
        person_id=person_id,
        assessment_id=wanted.assessment_id,
        about=wanted.about.value,
        day=wanted.day.isoformat(),
        remind_on=wanted.remind_on.isoformat(),
        now=to_text(now),
    )
    return row is not None


async def of_person(connection: Connection, person_id: int) -> list[OwnReminder]:
    """Return what somebody is still to be reminded of, the next one first."""
    return [_of(row) async for row in queries.of_person(connection, person_id=person_id)]


async def due(connection: Connection, today: date, batch: int) -> list[tuple[int, OwnReminder]]:
    """Return who is to be reminded today, or should have been before, and of what; the oldest first."""
    return [(row["person_id"], _of(row)) async for row in queries.due(connection, today=today.isoformat(), batch=batch)]


async def drop(connection: Connection, person_id: int, reminder: OwnReminder) -> bool:
    """Remind of it no more; False where nobody was to be reminded of it."""
    row = await queries.drop(
        connection,
        person_id=person_id,
        assessment_id=reminder.assessment_id,
        about=reminder.about.value,
        day=reminder.day.isoformat(),
    )
    return row is not None


async def drop_of_application(connection: Connection, person_id: int) -> None:
    """Remind somebody of no application any more: they have applied."""
    await queries.drop_of_application(connection, person_id=person_id)


def _of(row: Row) -> OwnReminder:
    return OwnReminder(
        row["assessment_id"],
        Occasion(row["about"]),
        date.fromisoformat(row["day"]),
        date.fromisoformat(row["remind_on"]),
    )
