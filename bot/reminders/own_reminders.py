"""What somebody asked to be reminded of: on its day it becomes a notice to them, and is asked for no more."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.notices.quiet_hours import next_decent_time
from bot.store import outbox, own_reminders
from bot.store.notice_keys import NoticeKey, of_result
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import OwnReminderValues
from bot.store.own_reminders import Occasion, OwnReminder
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World

HOUR: Final = time(10)
AT_ONCE: Final = 100  # reminders of one pass: a pass comes every minute
KINDS: Final = {Occasion.APPLY: NoticeKind.APPLY_REMINDER, Occasion.DOOR: NoticeKind.DOOR_REMINDER}


async def remind_of_own(world: World, now: datetime) -> int:
    """Queue what is due since ten o'clock of its day; how many notices that were."""
    local = now.astimezone(KAZAKHSTAN_TIME)
    today = local.date() if local.time() >= HOUR else local.date() - timedelta(days=1)
    async with world.database.reading() as connection:
        found = await own_reminders.due(connection, today, AT_ONCE)
    return sum([await _queue(world, person_id, reminder, now) for person_id, reminder in found])


async def _queue(world: World, person_id: int, reminder: OwnReminder, now: datetime) -> bool:
    """Turn a reminder into its notice, both in one transaction; False where it was taken back, or is too late."""
    good_until = None
    if reminder.about is Occasion.APPLY:
        good_until = datetime.combine(reminder.day + timedelta(days=1), time(), KAZAKHSTAN_TIME)
    kind = KINDS[reminder.about]
    values: OwnReminderValues = {"result": reminder.assessment_id, "day": reminder.day.isoformat()}
    async with world.database.transaction() as transaction:
        if not await own_reminders.drop(transaction, person_id, reminder):
            return False
        due_at = next_decent_time(now)
        if good_until is not None and good_until <= due_at:
            return False
        cause = of_result(reminder.assessment_id).then(kind, reminder.day.isoformat())
        return await outbox.queue(
            transaction,
            world.cipher,
            key=NoticeKey(cause, str(person_id)),
            person_id=person_id,
            case_id=None,
            kind=kind,
            details=values,
            due_at=due_at,
            good_until=good_until,
        )
