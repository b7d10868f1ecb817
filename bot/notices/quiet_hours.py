"""When a notice may come: not at night, unless it is about the hours to come."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.texts.formats import KAZAKHSTAN_TIME

NIGHT_BEGINS: Final = time(21)
NIGHT_ENDS: Final = time(8)
CANNOT_WAIT: Final = timedelta(hours=12)


def cannot_wait(now: datetime, about: datetime | None) -> bool:
    """Whether it is about the hours to come; what has begun already can be told in the morning, too."""
    return about is not None and timedelta() <= about - now <= CANNOT_WAIT


def told_at_night_until(now: datetime) -> datetime | None:
    """Return until when it must happen what may be told now; None by day, when everything may."""
    return now + CANNOT_WAIT if is_night(now) else None


def is_night(now: datetime) -> bool:
    """Whether people sleep."""
    return not NIGHT_ENDS <= now.astimezone(KAZAKHSTAN_TIME).time() < NIGHT_BEGINS


def next_decent_time(now: datetime, about: datetime | None = None) -> datetime:
    """Return the instant from which a notice may be sent; `about` is when what it tells of happens."""
    local = now.astimezone(KAZAKHSTAN_TIME)
    if cannot_wait(now, about) or not is_night(now):
        return now
    morning = local.replace(hour=NIGHT_ENDS.hour, minute=0, second=0, microsecond=0)
    return morning if local.time() < NIGHT_ENDS else morning + timedelta(days=1)
