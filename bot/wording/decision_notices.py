"""Where an application stands, in words: received, decided, stopped; and when to apply again."""

from datetime import date, timedelta
from typing import Any, Final

from bot.store.notice_values import CorrectedValues, ExaminationValues, RenewalValues, StatusValues, Sums
from bot.wording.decision_and_estimate import against_estimate, are_whole_months, figures_to_ask_for
from bot.wording.grounds import BARS
from bot.wording.notice_input import LONGEST_CALLBACK, Matter, Told
from bot.wording.payment import of_payment
from bot.wording.visit_notices import address, rows_to_come, window
from bot.working_days import EXAMINATION_TERM, examination_due_on
from rules.case import UNDECIDED, CaseStatus
from rules.parameters import known_value_of
from rules.quarters import Quarter, add_months
from rules.refusals import PROVISION, Ground
from rules.sources import SOCIAL_CODE_BEGINS_ON

# For how many months a ground bars a new application (R4-R6).
TERM: Final = {
    Ground.MEASURES_REFUSED: "refusal_bar_after_declining_employment_measures",
    Ground.CONTRACT_BROKEN: "refusal_bar_after_broken_social_contract",
    Ground.FALSE_DATA: "refusal_bar_after_false_data",
}


def received(matter: Matter[StatusValues]) -> Told:
    """Tell that the application was taken, and by when the commission must come."""
    paragraphs = [matter.say("case-received", date=_day(matter, matter.values["on"]))]
    due_on = examination_due_on(matter.applied_on)
    if due_on is not None and due_on >= matter.today:
        day, days = matter.texts.day(due_on, matter.today), matter.term(EXAMINATION_TERM)
        paragraphs.append(matter.say("case-examination-due", date=day, days=days))
    return _told(matter, paragraphs)


def under_review(matter: Matter[StatusValues]) -> Told:
    """Tell that it is looked at, and what comes next."""
    date_from = matter.texts.day_from(_on(matter), matter.today)
    return _told(matter, [matter.say("case-under-review", date_from=date_from)])


def assigned(matter: Matter[StatusValues]) -> Told:
    """Tell sum and months, and when the money comes; then whether the bot's own estimate was the same.

    Where it was not, what to ask is told. A sum that falls can be appealed against. An authority may leave out a part
    of it: then that is said, and who is to be asked.
    """
    kind = matter.values.get("assistance")
    condition = [matter.say(f"decision-{kind}")] if kind else []
    duty = _by_code(matter, "decision-duty", "A7", days=_days_to_notify(matter.applied_on))
    appeal = _appeal(matter) if _falls(matter) else []
    payment = of_payment(matter.texts, matter.values, matter.applied_on, matter.today)
    return _told(matter, [*_decision(matter), *payment, *condition, *duty, *against_estimate(matter), *appeal])


def corrected(matter: Matter[CorrectedValues]) -> Told:
    """Tell what is withdrawn and why, and where the application stands now."""
    first = matter.say(f"case-corrected-{matter.values['reason']}", withdrawn=_withdrawn(matter))
    what = f"case-was-{matter.values['status']}"
    sums = matter.values.get("sums")
    status = matter.say(f"{what}-sum", amount=matter.texts.money(_each_of(sums))) if sums else matter.say(what)
    appeal = _appeal(matter) if _costs_money(matter.values) else []
    return _told(matter, [f"{first}\n{matter.say('case-corrected-now', status=status)}", *appeal])


def _costs_money(values: CorrectedValues) -> bool:
    """Whether a decision stands again that gives less than the one withdrawn; where none was made, nothing is lost."""
    now = CaseStatus(values["status"])
    if values["withdrawn"] != CaseStatus.ASSIGNED or now in UNDECIDED:
        return False
    if now is not CaseStatus.ASSIGNED:
        return True
    sums, withdrawn = values.get("sums"), values.get("withdrawn_sums")
    return bool(sums and withdrawn and _each_of(sums) < _each_of(withdrawn))


def _withdrawn(matter: Matter[CorrectedValues]) -> str:
    """Return what was withdrawn, by its day and its sum: there may have been two of the same."""
    what = matter.say(f"case-was-{matter.values['withdrawn']}")
    on, sums = matter.values.get("withdrawn_on"), matter.values.get("withdrawn_sums")
    if not on:  # queued before the day was noted
        return what
    of = {"what": what, "date": _day(matter, on)}
    if not sums:
        return matter.say("case-withdrawn-of", **of)
    return matter.say("case-withdrawn-of-sum", amount=matter.texts.money(_each_of(sums)), **of)


def _days_to_notify(on: date) -> int:
    known = known_value_of("notification_of_changes_term", on)
    return int(known.value) if known else 0


def _decision(matter: Matter[StatusValues]) -> list[str]:
    """Return what was assigned: all that was sent is said, and only what was not sent is said to be missing."""
    monthly = matter.values.get("monthly_tenge")
    if monthly is None:
        return [*_without_sum(matter), *_term_missing(matter)]
    each = _each(monthly, matter.values.get("supplement_tenge"))
    before = _each_before(matter)
    is_news = before in {None, each}
    sums = {"amount": matter.texts.money(each), "before": matter.texts.money(before or 0)}
    if not _is_of_whole_months(matter):
        first = matter.say("decision-assigned-sum" if is_news else "decision-changed-sum", **sums)
        return [first + _parts(matter), *_term_paid(matter), *_term_missing(matter)]
    of_period, months = _months(matter)
    told: dict[str, str | int] = {**sums, **of_period, "total": matter.texts.money(each * months)}
    return [matter.say("decision-assigned" if is_news else "decision-changed", **told) + _parts(matter)]


def _without_sum(matter: Matter[StatusValues]) -> list[str]:
    """Return what was assigned where the sum of the assistance itself was not sent."""
    supplement = matter.values.get("supplement_tenge")
    named = {"supplement": matter.texts.money(supplement)} if supplement else {}
    first = matter.say("decision-assigned-supplement" if supplement else "decision-assigned-bare", **named)
    of_period = [matter.say("decision-period", **_months(matter)[0])] if _is_of_whole_months(matter) else []
    unsaid = matter.say("decision-unsaid-assistance" if supplement else "decision-unsaid-sum")
    return [first, *(of_period or _term_paid(matter)), unsaid]


def _is_of_whole_months(matter: Matter[StatusValues]) -> bool:
    """Whether a term was sent that begins with a first day of a month and ends with a last one."""
    first, last = matter.values.get("paid_from"), matter.values.get("paid_until")
    if not first or not last:
        return False
    return are_whole_months(date.fromisoformat(first), date.fromisoformat(last))


def _months(matter: Matter[StatusValues]) -> tuple[dict[str, str | int], int]:
    """Return the months of an assignment as sentences name them, and how many they are."""
    first, last = date.fromisoformat(matter.values["paid_from"]), date.fromisoformat(matter.values["paid_until"])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    period = matter.texts.period(first, last)
    return {"period": period[0].upper() + period[1:], "months": months}, months  # it begins a line


def _term_paid(matter: Matter[StatusValues]) -> list[str]:
    """Return the days of a term as they were sent, either or both: a part of a month is not rounded to a whole one."""
    first, last = matter.values.get("paid_from"), matter.values.get("paid_until")
    days: dict[str, str] = {}
    if first:
        days["date_from"] = matter.texts.day_from(date.fromisoformat(first), matter.today)
    if last:
        days["date_to"] = _day_to(matter, last)
    name = "-".join(["case-paid", *(["from"] if first else []), *(["until"] if last else [])])
    return [matter.say(name, **days)] if days else []


def _term_missing(matter: Matter[StatusValues]) -> list[str]:
    first, last = matter.values.get("paid_from"), matter.values.get("paid_until")
    if first and last:
        return []
    missing = "last" if first else "first" if last else "months"
    return [matter.say(f"decision-unsaid-{missing}")]


def _each(monthly_tenge: int, supplement_tenge: int | None) -> int:
    return monthly_tenge + (supplement_tenge or 0)


def _each_of(sums: Sums) -> int:
    return _each(sums.get("monthly_tenge") or 0, sums.get("supplement_tenge"))


def _each_before(matter: Matter[StatusValues]) -> int | None:
    """Return what was paid a month until now, None when nothing was assigned before."""
    before = matter.values.get("before")
    return None if before is None or before.get("monthly_tenge") is None else _each_of(before)


def _falls(matter: Matter[StatusValues]) -> bool:
    monthly, before = matter.values.get("monthly_tenge"), _each_before(matter)
    if monthly is None or before is None:
        return False
    return _each(monthly, matter.values.get("supplement_tenge")) < before


def _parts(matter: Matter[StatusValues]) -> str:
    supplement = matter.values.get("supplement_tenge")
    if not supplement:
        return ""
    assistance = matter.texts.money(matter.values["monthly_tenge"])
    return "\n" + matter.say("result-yes-parts", assistance=assistance, supplement=matter.texts.money(supplement))


def refused(matter: Matter[StatusValues]) -> Told:
    """Tell the ground with its article, until when, what can be done, and what the family keeps all the same."""
    told = matter.values.get("ground")
    if told:
        ground = Ground(told)
        return _told(matter, [*_refused_for(matter, ground), *_appeal(matter), *_kept(matter, ground)])
    # The authority's own words may be all that it gave for a reason: they follow below.
    first = matter.say("decision-refused-explained" if matter.values.get("note") else "decision-refused-unsaid")
    return _told(matter, [first, *_appeal(matter), matter.say("refused-keeps-allowances")])


def _refused_for(matter: Matter[StatusValues], ground: Ground) -> list[str]:
    term = _term(matter, ground)
    without_term = "-without-term" if ground is Ground.FALSE_DATA and not term else ""
    first = matter.say(
        f"decision-refused-{ground}{without_term}",
        source=matter.source(PROVISION[ground]),
        quarter=matter.texts.quarter(str(Quarter.of(matter.applied_on))),
        **term,
    )
    by_income = [_next_quarter(matter), *figures_to_ask_for(matter)] if ground is Ground.INCOME_ABOVE_LINE else []
    return [first, *by_income]


def _kept(matter: Matter[StatusValues], ground: Ground) -> list[str]:
    and_package = "-and-package" if ground is Ground.MEASURES_REFUSED else ""  # R7
    return [] if ground is Ground.NOBODY_ENTITLED else [matter.say(f"refused-keeps-allowances{and_package}")]


def _appeal(matter: Matter[Any]) -> list[str]:
    """Return where a decision can be appealed against: it stands wherever one costs the family money."""
    return _by_code(matter, "decision-appeal", "R10")


def _by_code(matter: Matter[Any], message: str, rule: str, **values: int) -> list[str]:
    """Return what the Social Code gives or asks; of an application before it nothing is said, its act was not read."""
    if matter.applied_on < SOCIAL_CODE_BEGINS_ON:
        return []
    return [matter.say(message, source=matter.source(rule), **values)]


def _term(matter: Matter[StatusValues], ground: Ground) -> dict[str, str | int]:
    """Return the months of a bar and the last day on which it can end.

    It runs from what the family did, which the decision does not date, but which lies before the decision.
    """
    if ground not in BARS or known_value_of(TERM[ground], matter.applied_on) is None:
        return {}
    months = matter.term(TERM[ground])
    return {"months": months, "until": matter.texts.day(add_months(_on(matter), months), matter.today)}


def _next_quarter(matter: Matter[StatusValues]) -> str:
    begins_on = Quarter.of(matter.applied_on).next.first_day
    if begins_on <= matter.today:
        return matter.say("decision-again-now")
    return matter.say("decision-again", date_from=matter.texts.day_from(begins_on, matter.today))


def suspended(matter: Matter[StatusValues]) -> Told:
    """Tell since when nothing is paid, why, and what can be done; it may go on."""
    doors = matter.say("case-suspended-doors")
    return _told(matter, [*_stopped(matter), doors, *_appeal(matter), matter.say("refused-keeps-allowances")])


def terminated(matter: Matter[StatusValues]) -> Told:
    """Tell since when nothing is paid, why, what can be done, and when to apply anew."""
    bar = [_bar(matter, ground) for ground in BARS if ground == matter.values.get("ground") and _term(matter, ground)]
    again = matter.say("case-terminated-again-later" if bar else "case-terminated-again")
    doors = matter.say("case-terminated-doors") + "\n" + again
    keeps = matter.say("refused-keeps-allowances")
    return _told(matter, [*_stopped(matter), *bar, doors, *_appeal(matter), keeps])


def _stopped(matter: Matter[StatusValues]) -> list[str]:
    since = matter.say(matter.kind, date_from=matter.texts.day_from(_on(matter), matter.today))
    ground, paid = matter.values.get("ground"), _term_paid(matter)
    if ground:
        return [since, *paid, matter.say(f"case-stopped-{ground}", source=matter.source(PROVISION[Ground(ground)]))]
    unsaid = [] if matter.values.get("note") else [matter.say("case-stopped-unsaid")]
    return [since, *paid, *unsaid, matter.say("case-stopped-unread")]


def _bar(matter: Matter[StatusValues], ground: Ground) -> str:
    return matter.say("case-stopped-bar", **_term(matter, ground))


def examination_overdue(matter: Matter[ExaminationValues]) -> Told:
    """Tell that the commission's term is over, and what can be done: that depends on whether a visit is planned."""
    term: dict[str, str | int] = {"date": _day(matter, matter.values["due_on"]), "days": matter.term(EXAMINATION_TERM)}
    planned = matter.values.get("planned")
    if not planned:
        return Told(matter.say("examination-overdue", **term), [])
    when = window(matter, planned)
    told = {**when, **term, "visit_date": when["date"], "address": address(planned)}
    return Told(matter.say("examination-overdue-planned", **told), rows_to_come(planned))


def renewal(matter: Matter[RenewalValues]) -> Told:
    """Tell until when it is paid, where and since when to apply again; a button looks at the saved answers."""
    until = date.fromisoformat(matter.values["paid_until"])
    is_over = until < matter.today
    first = "renewal-over" if is_over else "renewal-reminder"
    paragraphs = [
        matter.say(first, date=matter.texts.day(until, matter.today), date_to=matter.texts.day_to(until, matter.today)),
        matter.say("renewal-apply", date_from=matter.texts.day_from(until + timedelta(days=1), matter.today)),
        matter.say("renewal-answers"),
    ]
    return Told("\n\n".join(paragraphs), [[("button-renew", _renew(matter))]])


def _renew(matter: Matter[RenewalValues]) -> str:
    carried = f"renew|{matter.case.id if matter.case else ''}"
    # The saved answers are the person's: without the case, too, a press finds them.
    return carried if len(carried.encode()) <= LONGEST_CALLBACK else "renew|"


def _told(matter: Matter[StatusValues] | Matter[CorrectedValues], paragraphs: list[str]) -> Told:
    may_be_appealed = any(told in paragraphs for told in _appeal(matter))
    return Told("\n\n".join([*paragraphs, *matter.note(matter.values.get("note"))]), [], may_be_appealed)


def _on(matter: Matter[StatusValues]) -> date:
    return date.fromisoformat(matter.values["on"])


def _day(matter: Matter[Any], day: str) -> str:
    return matter.texts.day(date.fromisoformat(day), matter.today)


def _day_to(matter: Matter[Any], day: str) -> str:
    return matter.texts.day_to(date.fromisoformat(day), matter.today)
