"""Notices to a family in words: each kind that is queued, rendered when it is sent, in the language of that day.

Money and day first, then what to do. What the authority wrote (address, contact, note) is shown as it wrote it,
and nothing is said that neither the event nor the law files say.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.store.notice_kinds import OF_CONCLUSION, About, NoticeKind
from bot.texts import Texts, escape
from bot.wording import (
    decision_notices,
    follower_notices,
    law_changes,
    offer_notices,
    own_reminders,
    private_notices,
    visit_notices,
)
from bot.wording.notice_input import LONGEST, Application, Matter, Told
from rules.record import Record


def _broadcast(matter: Matter[Mapping[str, str]]) -> Told:
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


TELL: Final[Mapping[NoticeKind, Callable[[Matter[Any]], Told]]] = {
    NoticeKind.CASE_RECEIVED: decision_notices.received,
    NoticeKind.CASE_UNDER_REVIEW: decision_notices.under_review,
    NoticeKind.CASE_ASSIGNED: decision_notices.assigned,
    NoticeKind.CASE_REFUSED: decision_notices.refused,
    NoticeKind.CASE_SUSPENDED: decision_notices.suspended,
    NoticeKind.CASE_TERMINATED: decision_notices.terminated,
    NoticeKind.CASE_CORRECTED: decision_notices.corrected,
    NoticeKind.VISIT_SCHEDULED: visit_notices.scheduled,
    NoticeKind.VISIT_RESCHEDULED: visit_notices.rescheduled,
    NoticeKind.VISIT_CANCELLED: visit_notices.cancelled,
    NoticeKind.VISIT_HELD_NEED: visit_notices.held,
    NoticeKind.VISIT_HELD_NO_NEED: visit_notices.held,
    NoticeKind.VISIT_HELD_NOBODY_HOME: visit_notices.held,
    NoticeKind.VISIT_HELD_EXAMINATION_REFUSED: visit_notices.held,
    NoticeKind.VISIT_REMINDER_EVENING: visit_notices.reminder,
    NoticeKind.VISIT_REMINDER_HOURS: visit_notices.reminder,
    NoticeKind.VISIT_WINDOW_PASSED: visit_notices.window_passed,
    NoticeKind.EXAMINATION_OVERDUE: decision_notices.examination_overdue,
    NoticeKind.RENEWAL_REMINDER: decision_notices.renewal,
    NoticeKind.OFFER_MADE: offer_notices.made,
    NoticeKind.OFFER_BACK: offer_notices.brought_back,
    NoticeKind.OFFER_EXTENDED: offer_notices.extended,
    NoticeKind.OFFER_WITHDRAWN: offer_notices.withdrawn,
    NoticeKind.OFFER_EXCUSED: offer_notices.excused,
    NoticeKind.OFFER_NOT_EXCUSED: offer_notices.not_excused,
    NoticeKind.OFFER_ACKNOWLEDGED: offer_notices.acknowledged,
    NoticeKind.OFFER_ANSWERED: offer_notices.answered,
    NoticeKind.OFFER_ANSWER_OF_REMOVED: offer_notices.answer_of_removed,
    NoticeKind.OFFER_NO_ANSWER: offer_notices.no_answer,
    NoticeKind.OFFER_REMINDER_TWO_DAYS: offer_notices.reminder,
    NoticeKind.OFFER_REMINDER_DAY: offer_notices.reminder,
    NoticeKind.OFFER_REMINDER_HOURS: offer_notices.reminder,
    NoticeKind.FOLLOWER_JOINED: follower_notices.joined,
    NoticeKind.FOLLOWER_CONFIRMED: follower_notices.confirmed,
    NoticeKind.FOLLOWER_REMOVED: follower_notices.removed,
    NoticeKind.FOLLOWER_DOUBTED: follower_notices.doubted,
    NoticeKind.FOLLOWER_ANSWERS_AGAIN: follower_notices.answers_again,
    NoticeKind.APPLY_REMINDER: own_reminders.apply,
    NoticeKind.DOOR_REMINDER: own_reminders.door,
    NoticeKind.RESULT_CHANGED: law_changes.result_changed,
    NoticeKind.BROADCAST: _broadcast,
}
"""Every kind of notice, and what puts it into words."""


def is_hidden(kind: str, *, is_private: bool) -> bool:
    """Whether a notice says only that there is news: all that tells of the case or a result, on a shared phone."""
    return is_private and NoticeKind.read(kind).about in {About.CASE, About.VISIT, About.OFFER, About.RESULT}


def _hidden(kind: NoticeKind) -> Callable[[Matter[Any]], Told]:
    if kind.about is About.OFFER:
        return offer_notices.private
    if kind is NoticeKind.RESULT_CHANGED:
        return law_changes.private
    if kind.about is About.RESULT:
        return own_reminders.private
    is_of_day = kind.about is About.VISIT and kind not in OF_CONCLUSION.values()
    return private_notices.private_visit if is_of_day else private_notices.private


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
    phone is shared, and what is told opens behind a button. KeyError for a kind that is none, or a value that it
    lacks: our fault.
    """
    known = NoticeKind.read(kind)
    tell = _hidden(known) if is_hidden(kind, is_private=is_private) else TELL[known]
    return tell(Matter(texts, known, values, case, estimate, now))
