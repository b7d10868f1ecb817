"""Other help as JSON: what the command line prints beside an assessment."""

from datetime import date
from typing import Final, NotRequired, TypedDict

from rules.amount import TengeRange
from rules.household import Household
from rules.other_help.kind import Claim, Missed, Paper, Term
from rules.other_help.offered import Help, other_help
from rules.other_help.totals import MonthlyTotals, OnceCounted, assistance_once_counted, monthly_totals
from rules.other_help.worth import Worth
from rules.parameters import known_value_of
from rules.record import MonthlyRecord, SourceRecord, Span, source_record
from rules.result import Assessment

# What every receiver of an allowance or a social payment has to keep to.
WHILE_PAID: Final = {
    "tell_changes_within_working_days": "allowance_notice_of_changes_term",
    "suspended_after_months_without_spending": "allowance_suspension_idle_account",
    "arrears_years": "allowance_arrears_limit",
}


class ClaimRecord(TypedDict):
    """What is said of some members: their labels (none: the family), amount and days."""

    of: list[str]
    amount_tenge: Span | None
    paid_from: str | None
    until: str | None
    apply_by: str | None


class MissedRecord(TypedDict):
    """By what help is missed; a result that was frozen before the law's number was kept has no `least`."""

    by: str
    number: int | None
    least: NotRequired[int | None]
    on: str | None


class TermRecord(TypedDict):
    """Within what time it is asked for."""

    length: int
    unit: str
    since: str


class PaperRecord(TypedDict):
    """A paper to bring; `old`: named by a page of before July 2023."""

    paper: str
    grade: str
    old: bool


class HelpRecord(TypedDict):
    """One kind of help; every word is a Fluent id."""

    help: str
    standing: str
    already_received: bool
    paid: str
    amount_tenge: Span | None
    threshold_tenge: Span | None
    claims: list[ClaimRecord]
    fact: str | None
    missed: MissedRecord | None
    leaves_open: list[str]
    begins: str
    backdated_months: int | None
    lasts: str
    until: str | None
    term: TermRecord | None
    apply_by: str | None
    where: list[str]
    proactive: bool
    papers: list[PaperRecord]
    not_beside: list[str]
    counts_as_income: str | None
    grade: str
    sources: list[SourceRecord]


class TotalsRecord(TypedDict):
    """The family's money of a month in tenge; null where it is not known.

    What was frozen before the assistance was worked out with the other help as income lacks it.
    """

    income_tenge: Span | None
    assistance_tenge: Span
    other_tenge: Span | None
    once_tenge: Span | None
    without_other_tenge: Span | None
    with_other_tenge: Span | None
    assistance_once_counted_tenge: NotRequired[MonthlyRecord | None]
    without_sum: list[str]


class OtherHelpRecord(TypedDict):
    """All other help of a family, its totals, and what to keep to while it is paid."""

    help: list[HelpRecord]
    totals: TotalsRecord
    while_paid: NotRequired[dict[str, int]]


def other_help_record(household: Household, assessment: Assessment) -> OtherHelpRecord:
    """Return a family's other help as a document of plain words and whole numbers."""
    helps = other_help(household, assessment)
    day = assessment.law.day
    duties = {key: known_value_of(name, day) for key, name in WHILE_PAID.items()}
    return {
        "help": [_help(one) for one in helps],
        "totals": {
            **_totals(monthly_totals(assessment, helps)),
            "assistance_once_counted_tenge": _once_counted(assistance_once_counted(household, assessment, helps)),
        },
        "while_paid": {key: int(found.value) for key, found in duties.items() if found is not None},
    }


def _help(found: Help) -> HelpRecord:
    kind = found.kind
    threshold = next((claim.threshold for claim in found.claims if claim.threshold), None)
    return {
        "help": kind.id,
        "standing": found.standing.value,
        "already_received": found.already_received,
        "paid": kind.paid.value,
        "amount_tenge": _span(found.amount),
        "threshold_tenge": _span(threshold),
        "claims": [_claim(claim) for claim in found.claims],
        "fact": found.fact.value if found.fact else None,
        "missed": _missed(found.missed),
        "leaves_open": [one.value for one in found.leaves_open],
        "begins": kind.begins.value,
        "backdated_months": found.backdated_months,
        "lasts": kind.lasts.value,
        "until": _day(found.until),
        "term": _term(found.term),
        "apply_by": _day(found.apply_by),
        "where": [place.value for place in kind.where],
        "proactive": kind.is_proactive,
        "papers": [_paper(paper) for paper in kind.papers],
        "not_beside": list(kind.excludes),
        "counts_as_income": found.counts_as_income.value if found.counts_as_income else None,
        "grade": found.grade.value,
        "sources": [source_record(source) for source in found.sources],
    }


def _claim(claim: Claim) -> ClaimRecord:
    return {
        "of": [one.label for one in claim.of],
        "amount_tenge": _span(claim.worth),
        "paid_from": _day(claim.paid_from),
        "until": _day(claim.until),
        "apply_by": _day(claim.apply_by),
    }


def _totals(totals: MonthlyTotals) -> TotalsRecord:
    return {
        "income_tenge": _span(totals.income),
        "assistance_tenge": {"low": totals.assistance.low, "high": totals.assistance.high},
        "other_tenge": _span(totals.other),
        "once_tenge": _span(totals.once),
        "without_other_tenge": _span(totals.without_other),
        "with_other_tenge": _span(totals.with_other),
        "without_sum": [kind.value for kind in totals.without_sum],
    }


def _once_counted(found: OnceCounted | None) -> MonthlyRecord | None:
    return found and {"low": found.ends.low, "high": found.ends.high, "likely": found.likely}


def _missed(missed: Missed | None) -> MissedRecord | None:
    if missed is None:
        return None
    return {"by": missed.by.value, "number": missed.number, "least": missed.least, "on": _day(missed.on)}


def _term(term: Term | None) -> TermRecord | None:
    return None if term is None else {"length": term.length, "unit": term.unit, "since": term.since.value}


def _paper(paper: Paper) -> PaperRecord:
    return {"paper": paper.id.value, "grade": paper.grade.value, "old": paper.is_old}


def _span(tenge: Worth | TengeRange | None) -> Span | None:
    return None if tenge is None else {"low": tenge.low, "high": tenge.high}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
