"""The real time as a test has it, for what watches the clock of the machine."""

from datetime import datetime, timedelta


class Elsewhere:
    """The real time as Telegram gives it, and the monotonic clock beside it; out of reach it gives none."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.seconds = 1_000.0
        self.is_away = False
        self.asked = 0

    async def date(self) -> datetime | None:
        self.asked += 1
        return None if self.is_away else self.at

    def monotonic(self) -> float:
        return self.seconds

    def passes(self, time: timedelta) -> None:
        self.at += time
        self.seconds += time.total_seconds()
