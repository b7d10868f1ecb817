"""Results as the conversation freezes them, for tests of what keeps them and hands them on."""

from functools import cache

from bot.store.assessments import ShownResult
from rules.record import Record
from tests.cast.interview import ALONE, Answers, outcome_of


@cache
def _estimated() -> Record:
    return outcome_of(ALONE)


def shown(
    answers: Answers | None = None, *, region: str = "KZ-79", quarter: str = "2026-Q4", outcome: str = "eligible"
) -> ShownResult:
    """Return the result of somebody alone as it was shown, with what is told here of when, where and how it is."""
    record: Record = {**_estimated(), "region": region, "quarter": quarter, "outcome": outcome}
    return {"record": record, "answers": answers or {}}
