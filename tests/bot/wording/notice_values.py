"""Notices to tell: each kind with the values that the outbox holds of it, beside a case and an estimate."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

from bot.store.cases import Case
from bot.store.notice_values import OfferValues
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.notice_input import Told
from bot.wording.notices import TELL, notice_told
from rules.case import CaseStatus
from rules.offer import OfferState
from rules.record import Record
from rules.refusals import Ground
from tests.bot.case_story import OFFER, kz
from tests.bot.wording.records import Table, child, family, mother, wage

NOW = kz(2026, 11, 23, 15)
VISIT: Table = {
    "visit": 7,
    "sequence": 2,
    "starts_at": kz(2026, 11, 24, 10).isoformat(),
    "ends_at": kz(2026, 11, 24, 12).isoformat(),
    "address": "Абай 17",
    "contact": None,
    "note": None,
}
STATUS: Table = {"status": "any", "on": "2026-11-23", "applied_on": "2026-11-20", "region": "KZ-79"}
DECIDED: Table = {**STATUS, "monthly_tenge": 100_000, "paid_from": "2026-11-01", "paid_until": "2026-12-31"}
ANSWER: Table = {"person": "p1", "at": kz(2026, 11, 23, 14).isoformat()}
OFFERED: Table = {
    **OFFER,
    "offer": 7,
    "offer_id": "o1",
    "sequence": 2,
    "state": "open",
    "respond_by": kz(2026, 11, 26, 12).isoformat(),
    "details": "Ауысыммен",
    "is_named": True,
    "answer": ANSWER,
    "acknowledged_at": None,
}
STATES_TOLD: dict[str, list[OfferState]] = {
    "offer-made": [OfferState.OPEN, OfferState.TAKEN_BACK, OfferState.NOT_EXCUSED],
    "offer-back": [OfferState.OPEN, OfferState.TAKEN_BACK, OfferState.NOT_EXCUSED],
    "offer-extended": [OfferState.OPEN, OfferState.NOT_EXCUSED, OfferState.REFUSED],
    "offer-withdrawn": [OfferState.WITHDRAWN],
    "offer-excused": [OfferState.EXCUSED],
    "offer-not-excused": [OfferState.NOT_EXCUSED],
    "offer-acknowledged": [OfferState.ACCEPTED, OfferState.REFUSED, OfferState.EXCUSE_REQUESTED],
    "offer-answered": [
        OfferState.ACCEPTED,
        OfferState.REFUSED,
        OfferState.EXCUSE_REQUESTED,
        OfferState.TAKEN_BACK,
    ],
    "offer-answer-of-removed": [OfferState.ACCEPTED, OfferState.REFUSED, OfferState.EXCUSE_REQUESTED],
    "offer-no-answer": [OfferState.NO_ANSWER, OfferState.UNDELIVERED],
    "offer-reminder-two-days": [OfferState.OPEN],
    "offer-reminder-day": [OfferState.TAKEN_BACK],
    "offer-reminder-hours": [OfferState.NOT_EXCUSED],
}
"""Where an offer can stand when a notice of it is queued."""
VALUES: dict[str, Table] = {
    **dict.fromkeys((kind for kind in TELL if kind.startswith("visit-")), VISIT),
    **dict.fromkeys((kind for kind in TELL if kind.startswith("case-")), STATUS),
    "case-assigned": DECIDED,
    "case-refused": {**STATUS, "ground": "commission_no_need"},
    "examination-overdue": {"due_on": "2026-11-20", "applied_on": "2026-11-11"},
    "renewal-reminder": {"paid_until": "2026-12-31"},
    "case-corrected": {
        **STATUS,
        "withdrawn": "refused",
        "withdrawn_on": "2026-11-23",
        "withdrawn_sums": {},
        "sums": {},
        "status": "under_review",
        "reason": "mistake",
        "note": "Басқа өтініш",
    },
    "follower-joined": {"alias": "p1", "label": "Ерлан"},
    "follower-confirmed": {},
    "follower-removed": {},
    "follower-doubted": {"alias": "p1"},
    "follower-answers-again": {},
    **{kind: {**OFFERED, "state": states[0]} for kind, states in STATES_TOLD.items()},
    "apply-reminder": {"result": "AbCdEfGhIjKl", "day": "2026-11-30"},
    "door-reminder": {"result": "AbCdEfGhIjKl", "day": "2026-11-23"},
    "result-changed": {
        "result": "123456789",
        "before": {"outcome": "eligible", "low": 20_000, "high": 20_000},
        "now": {"outcome": "eligible", "low": 31_500, "high": 31_500},
        "line_before": {"low": 58_000, "high": 61_000, "is_published": False},
        "line": {"low": 60_500, "high": 60_500, "is_published": True},
    },
    "broadcast": {"kk": "Мансап орталығы көшті.", "ru": "Карьерный центр переехал."},
}


def offered(**values: Any) -> OfferValues:
    """Return the values of the offer, with some of them changed."""
    return cast("OfferValues", {**OFFERED, **values})


def a_case(
    applied_on: date = date(2026, 11, 20), region: str = "KZ-79", number: str = "79-000123", case_id: str = "c1a5e"
) -> Case:
    return Case(case_id, number, region, applied_on, CaseStatus.OPENED, applied_on, None, NOW)


def estimate_of(line: int = 50_000, on: date = date(2026, 11, 20), **history: Any) -> Record:
    """A mother with 50 000 a month and children of 3 and 8: by the bot 100 000 and 6 488 for the younger one."""
    members = (mother(incomes=wage(50_000)), child(3), child(8))
    return family(*members, on=on, region="KZ-79", line=line, **history)


def every_notice() -> Iterator[tuple[str, Table]]:
    """Every kind, and those with grounds and conclusions with each of them; with all that the authority may add."""
    for kind, values in VALUES.items():
        yield kind, values
    for ground in Ground:
        for kind in ("case-refused", "case-suspended", "case-terminated"):
            yield kind, {**STATUS, "ground": ground.value, "paid_until": "2026-12-31", "note": "Түсініктеме"}
    for values in ({"note": "Түсініктеме"}, {}):
        yield "case-refused", {**STATUS, **values}
    yield from (("case-assigned", values) for values in decisions())
    sums = {"monthly_tenge": 100_000, "supplement_tenge": 6_488}
    of_two = {"withdrawn": "assigned", "withdrawn_sums": sums, "status": "assigned", "sums": sums}
    yield "case-corrected", {**VALUES["case-corrected"], **of_two, "reason": "appeal"}
    yield "case-corrected", {**STATUS, "withdrawn": "assigned", "status": "received", "reason": "mistake"}
    lower: Table = {"withdrawn": "assigned", "withdrawn_sums": sums, "status": "assigned", "sums": {"monthly_tenge": 1}}
    yield "case-corrected", {**VALUES["case-corrected"], **lower}
    for field, value in (("address", "Тәуке хан 5"), ("starts_at", kz(2026, 11, 25, 9).isoformat())):
        yield "visit-rescheduled", {**VISIT, "before": {**VISIT, field: value}}
    yield from results_changed()
    for kind, states in STATES_TOLD.items():
        for state in states:
            yield kind, {**OFFERED, "state": state, "is_named": False, "by_label": "Иван", "note": "Түсініктеме"}


def results_changed() -> Iterator[tuple[str, Table]]:
    """A result changed by the law in every way: from each outcome to another, and with each change of the line."""
    yes, no = ({"outcome": "eligible", "low": 9_000, "high": 9_000}, {"outcome": "refused", "low": 0, "high": 0})
    close = {"outcome": "too_close", "low": 0, "high": 1_000}
    undecided = {"outcome": "undecided", "low": 0, "high": 0}
    for before, now in ((yes, no), (no, yes), (close, yes), (yes, close), (undecided, no), (no, undecided)):
        yield "result-changed", {"result": "123456789", "before": before, "now": now}
    line = {"low": 58_000, "high": 58_000, "is_published": True}
    yield "result-changed", {**VALUES["result-changed"], "line_before": line}


def decisions() -> Iterator[Table]:
    """Assigned with each thing that may be added to the sum and the months, changed, or left out."""
    yield {**DECIDED, "before": {"monthly_tenge": 120_000}}
    for kind in ("conditional", "unconditional"):
        yield {**DECIDED, "assistance": kind, "supplement_tenge": 6_488}
    yield {**DECIDED, "paid_from": "2026-11-15", "paid_until": "2026-12-14"}
    for paid_on in ("2026-12-05", "2026-11-20"):
        yield {**DECIDED, "paid_on": paid_on, "account_ends_with": "4112"}
    for left in ({"monthly_tenge": 31_000}, {"supplement_tenge": 5_000}, {"paid_from": "2026-11-01"}):
        yield {**STATUS, **left}


def told(
    kind: str, language: Language = Language.RU, estimate: Record | None = None, now: datetime = NOW, **values: Any
) -> Told:
    """Tell a notice with some of its values changed."""
    return notice_told(texts(language), kind, {**VALUES[kind], **values}, a_case(), estimate, now)


def read(kind: str, language: Language = Language.RU, estimate: Record | None = None, **values: Any) -> str:
    """Return what a person reads, with ordinary spaces in the sums."""
    return plain(told(kind, language, estimate, **values).text).replace("\u00a0", " ")
