"""Notices to a family in words: each kind that is queued, rendered when it is sent, in the language of that day.

Money and day first, then what to do. What the authority wrote (address, contact, note) is shown as it wrote it,
and nothing is said that neither the event nor the law files say.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.texts import Texts, escape
from bot.wording import decision_notices, follower_notices, offer_notices, private_notices, visit_notices
from bot.wording.notice_input import LONGEST, Application, Matter, Told
from rules.record import Record

BROADCAST: Final = "broadcast"


def _broadcast(matter: Matter) -> Told:
    return Told(matter.values[matter.texts.language.value], [])


def of_which_case(
    texts: Texts, case: Application, member_label: str | None, others: Iterable[tuple[Application, str | None]] = ()
) -> str:
    """Return the line above a notice by which somebody who follows several cases tells them apart.

    `member_label` is whom of the family the authority has named the person, None where it has not; `others` are the
    other cases with theirs. The region is named beside the label only where the line of another case would be the same.
    """
    line = _line_of(texts, case, member_label)
    if member_label is None or line not in [_line_of(texts, other, label) for other, label in others]:
        return line
    region = texts.region(case.region, case.applied_on)
    return texts.say("notice-of-case-in-region", case=escape(case.number), whose=escape(member_label), region=region)


def _line_of(texts: Texts, case: Application, member_label: str | None) -> str:
    whose = escape(member_label) if member_label else texts.region(case.region, case.applied_on)
    return texts.say("notice-of-case", case=escape(case.number), whose=whose)


def below_its_case(case_line: str, text: str) -> str:
    """Return a notice below the line that names its case; without the line where one message would not hold both.

    Only what the authority wrote as long as it may comes near that.
    """
    both = f"{case_line}\n\n{text}"
    return both if len(both.encode("utf-16-le")) // 2 <= LONGEST else text


TELL: Final[Mapping[str, Callable[[Matter], Told]]] = {
    "case-received": decision_notices.received,
    "case-under-review": decision_notices.under_review,
    "case-assigned": decision_notices.assigned,
    "case-refused": decision_notices.refused,
    "case-suspended": decision_notices.suspended,
    "case-terminated": decision_notices.terminated,
    "case-corrected": decision_notices.corrected,
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
    "offer-made": offer_notices.made,
    "offer-back": offer_notices.brought_back,
    "offer-extended": offer_notices.extended,
    "offer-withdrawn": offer_notices.withdrawn,
    "offer-excused": offer_notices.excused,
    "offer-not-excused": offer_notices.not_excused,
    "offer-acknowledged": offer_notices.acknowledged,
    "offer-answered": offer_notices.answered,
    "offer-answer-of-removed": offer_notices.answer_of_removed,
    "offer-no-answer": offer_notices.no_answer,
    "offer-reminder-two-days": offer_notices.reminder,
    "offer-reminder-day": offer_notices.reminder,
    "offer-reminder-hours": offer_notices.reminder,
    "follower-joined": follower_notices.joined,
    "follower-confirmed": follower_notices.confirmed,
    "follower-removed": follower_notices.removed,
    "follower-doubted": follower_notices.doubted,
    "follower-answers-again": follower_notices.answers_again,
    BROADCAST: _broadcast,
}
"""Every kind of notice, and what puts it into words."""


def is_hidden(kind: str, *, is_private: bool) -> bool:
    """Whether a notice says only that there is news: all that tells of the case, where the phone is shared."""
    return is_private and kind.startswith((offer_notices.PREFIX, *private_notices.PREFIXES))


def notice_told(
    texts: Texts,
    kind: str,
    values: Mapping[str, Any],
    case: Application | None,
    estimate: Record | None,
    now: datetime,
    *,
    is_private: bool = False,
) -> Told:
    """Return a queued notice in words, with its buttons.

    `values` are those of the outbox row; `case` is None for a broadcast, whose values are its text by language;
    `estimate` is the record of the person's last assessment, None without one; `now` is aware; `is_private`: the
    phone is shared, and what is told opens behind a button. KeyError for a kind that is not in TELL, or a value
    that it lacks: our fault.
    """
    hidden = offer_notices.private if kind.startswith(offer_notices.PREFIX) else private_notices.private
    tell = hidden if is_hidden(kind, is_private=is_private) else TELL[kind]
    return tell(Matter(texts, kind, values, case, estimate, now))
