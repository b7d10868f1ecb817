"""The day and the lines by which a family is assessed: of today's quarter, or of another one that is looked at."""

from datetime import date
from functools import lru_cache
from typing import Final

from rules import PovertyLines, Quarter
from rules.interview.questionnaire import AssessmentDay
from rules.law_in_force import law_ends_on

DAYS_KEPT: Final = 100


@lru_cache(maxsize=DAYS_KEPT)
def assessment_day_in(quarter: str | None, today: date, lines: PovertyLines) -> AssessmentDay:
    """Return the day of another quarter, or of today's; the same one again, so that its walks are known again."""
    looked_at = Quarter.parse(quarter) if quarter else Quarter.of(today)
    on = today if looked_at == Quarter.of(today) else looked_at.first_day
    return AssessmentDay(today, min(on, law_ends_on()), lines)


@lru_cache(maxsize=DAYS_KEPT)
def quarter_of(day: date) -> str:
    """Return the quarter of a day as it is stored: 2026-Q4."""
    return str(Quarter.of(day))
