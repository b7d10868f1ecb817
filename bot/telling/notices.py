"""Notices to a family in words: each kind that is queued, rendered when it is sent, in the language of that day.

Money and day first, then what to do. What the authority wrote (address, contact, note) is shown as it wrote it,
and nothing is said that neither the event nor the law files say.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.telling import decision_notices, visit_notices
from bot.telling.matter import Application, Matter, Told
from bot.texts import Texts
from rules.record import Record

BROADCAST: Final = "broadcast"


def _broadcast(matter: Matter) -> Told:
    return Told(matter.values[matter.texts.language.value], [])


TELL: Final[Mapping[str, Callable[[Matter], Told]]] = {
    "case-received": decision_notices.received,
    "case-under-review": decision_notices.under_review,
    "case-assigned": decision_notices.assigned,
    "case-refused": decision_notices.refused,
    "case-suspended": decision_notices.suspended,
    "case-terminated": decision_notices.terminated,
    "visit-scheduled": visit_notices.scheduled,
    "visit-rescheduled": visit_notices.rescheduled,
    "visit-cancelled": visit_notices.cancelled,
    "visit-held-need": visit_notices.held,
    "visit-held-no-need": visit_notices.held,
    "visit-held-nobody-home": visit_notices.held,
    "visit-held-examination-refused": visit_notices.held,
    "visit-reminder-evening": visit_notices.reminder,
    "visit-reminder-hours": visit_notices.reminder,
    "visit-window-passed": visit_notices.window_passed,
    "examination-overdue": decision_notices.examination_overdue,
    "renewal-reminder": decision_notices.renewal,
    BROADCAST: _broadcast,
}
"""Every kind of notice, and what puts it into words."""


def notice_told(
    texts: Texts,
    kind: str,
    values: Mapping[str, Any],
    case: Application | None,
    estimate: Record | None,
    now: datetime,
) -> Told:
    """Return a queued notice in words, with its buttons.

    `values` are those of the outbox row; `case` is None for a broadcast, whose values are its text by language;
    `estimate` is the record of the person's last assessment, None without one; `now` is aware. KeyError for a kind
    that is not in TELL, or a value that it lacks: our fault.
    """
    return TELL[kind](Matter(texts, kind, values, case, estimate, now))
