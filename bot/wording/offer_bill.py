"""The family's bill of a job offer in words: take it, refuse it, and what stays."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.store.notice_values import OfferValues
from bot.texts import Texts, escape
from bot.wording.citations import source_in_brackets
from bot.wording.next_steps import of_office
from bot.wording.phrases import Name, folded, is_estimated, line, office
from bot.wording.what_if import money_told, rows_of
from rules.household import Missing
from rules.offer import NO_WAGE, Measure
from rules.offer_bill import Bill, Cost, Taken
from rules.parameters import known_value_of
from rules.record import Record
from rules.refusals import Ground
from rules.result import Gap, Warn
from rules.sources import edition_on, provision

DAY: Final = timedelta(days=1)
NO_JOB: Final = frozenset({Measure.TRAINING, *NO_WAGE})

OF_CARE: Final = frozenset({Warn.CARE_EXEMPTION_UNVERIFIED, Warn.AGE_OF_ELDERLY_UNKNOWN})

Lines = list[str]


def bill_told(texts: Texts, bill: Bill, values: OfferValues, today: date) -> str:
    """Return the bill in one message of one phone screen (HTML): [What changes?].

    `values` are those of `notices.values_of_offer`, with `is_named`.
    """
    paragraphs = [
        "\n".join(_taken(texts, bill, values, today)),
        "\n".join(_refused(texts, bill, values, today)),
        folded("\n".join([*_notes(texts, bill), *_struck_off(texts, bill, values, today)])),
    ]
    return "\n\n".join(paragraphs)


# Take it


def _taken(texts: Texts, bill: Bill, values: OfferValues, today: date) -> Lines:
    taken = bill.taken
    if taken is None:
        return [texts.say("offer-bill-no-income" if values.get("wage_tenge") else "offer-bill-no-wage")]
    date_from = texts.day_from(taken.counts_from, today)
    return [
        texts.say("offer-bill-columns", date_from=date_from),
        texts.say("offer-bill-wage", wage=texts.money(taken.wage_tenge)),
        *rows_of(texts, taken.both),
        *_what_it_means(texts, bill, taken, date_from),
        *([texts.say("offer-bill-supplement-unknown")] if taken.supplement_tenge is None else []),
        *_from_when(texts, bill, taken, today),
    ]


def _what_it_means(texts: Texts, bill: Bill, taken: Taken, date_from: str) -> Lines:
    """Say why nothing is left of the assistance, that nobody knows it, or by how much the family's money changes.

    Not beside a decision: it may have been made by other figures than the bot's.
    """
    is_due_now = not _is_barred(taken.record) and not bill.cost.is_nothing
    if taken.record["refusals"] and not is_due_now:
        return [texts.say("offer-bill-taken-barred")]
    if taken.both.changed.is_open:
        return [texts.say("offer-bill-taken-close", date_from=date_from)]
    return [] if bill.cost.is_decided else money_told(texts, taken.both)


def _is_barred(record: Record) -> bool:
    """Whether something other than income stands in the way of the assistance."""
    return any(refusal["ground"] != Ground.INCOME_ABOVE_LINE for refusal in record["refusals"])


def _from_when(texts: Texts, bill: Bill, taken: Taken, today: date) -> Lines:
    """Say from when the wage is paid, and until when the assistance stays as it is, where there is any now."""
    told = []
    if taken.wage_from > today:
        told.append(texts.say("offer-bill-wage-from", date_from=texts.day_from(taken.wage_from, today)))
    if bill.cost.is_nothing:
        return told
    until = texts.day_to(taken.unchanged_until, today)
    if taken.counts_from == taken.unchanged_until + DAY:
        return [*told, texts.say("offer-bill-unchanged", until_to=until)]
    date_to = texts.day_to(taken.counts_from, today)
    return [*told, texts.say("offer-bill-unchanged-then", until_to=until, date_to=date_to)]


# Refuse it


def price(
    texts: Texts,
    cost: Cost,
    values: OfferValues,
    today: date,
    *,
    unchanged: Record | None = None,
    need_not_take_part: bool = False,
) -> str:
    """Return what a refusal costs, above the buttons of the first refusing tap (HTML).

    `cost`, `unchanged` and `need_not_take_part` are those of a bill; where there is none, the cost is that of
    `rules.offer_bill.cost_of_refusing`. Unless the sum is a decision's, it is said to be an estimate, and by what line.
    """
    estimate = _estimated(texts, unchanged) if unchanged is not None and not cost.is_decided else []
    if need_not_take_part:
        return "\n".join([*_exempt(texts, cost, values, today, "offer-price-exempt"), *estimate])
    if cost.monthly is None and unchanged is not None:  # no answer is missing: the line is
        loss = texts.say("offer-price-unknown-told", **_figures(texts, cost, today))
    else:
        loss = _loss(texts, cost, today, "offer-price")
    return "\n".join([loss, *estimate, texts.say("offer-price-cannot")])


def price_again(texts: Texts, cost: Cost, today: date) -> str:
    """Return in one sentence what a refusal costs, above the button of the second refusing tap (HTML)."""
    known = "-unknown" if cost.monthly is None else "-nothing" if cost.is_nothing else ""
    return texts.say_with(f"offer-refuse-costs{known}", **_figures(texts, cost, today))


def _refused(texts: Texts, bill: Bill, values: OfferValues, today: date) -> Lines:
    if bill.need_not_take_part:
        return _exempt(texts, bill.cost, values, today, "offer-bill-exempt")
    loss = _loss(texts, bill.cost, today, "offer-bill-refused")
    return [loss, *_kept(texts, bill.refused)]


def _struck_off(texts: Texts, bill: Bill, values: OfferValues, today: date) -> Lines:
    """Say what several refused jobs mean for the unemployed, whatever the assistance; the Social Code alone has it."""
    jobs = known_value_of("refused_suitable_jobs_limit", today)
    days = known_value_of("unemployed_reregistration_after_strike_off", today)
    if bill.need_not_take_part or jobs is None or days is None or values.get("measure") in NO_JOB:
        return []
    article = {**provision("unemployed", edition_on(today))._asdict(), "clause": ""}  # the term has its own clause
    source = source_in_brackets(texts, article)
    return [texts.say("offer-bill-struck-off", jobs=int(jobs.value), days=int(days.value), source=source)]


def _exempt(texts: Texts, cost: Cost, values: OfferValues, today: date, message: str) -> Lines:
    if values.get("is_named"):
        told = [texts.say(f"{message}-self")]
    else:
        told = [texts.say(message, person=escape(values["member_label"]))]
    if cost.monthly is None or cost.is_nothing:
        return told
    otherwise = "offer-bill-exempt-otherwise" if cost.is_decided else f"{message}-otherwise"
    return [*told, texts.say(otherwise, office=_office(texts, today), **_figures(texts, cost, today))]


def _loss(texts: Texts, cost: Cost, today: date, message: str) -> str:
    figures = {"office": _office(texts, today), **_figures(texts, cost, today)}
    return texts.say_with(message + _variant(cost), **figures)


def _variant(cost: Cost) -> str:
    if cost.monthly is None:
        return "-unknown"
    if cost.is_nothing:
        return "-nothing"
    return "-decided" if cost.is_decided else ""


def _figures(texts: Texts, cost: Cost, today: date) -> dict[str, str]:
    """Return until when, and what is lost a month and in all, where that is known."""
    lost = {"loss": cost.monthly, "loss_total": cost.total}
    sums = {name: texts.money_range(*tenge) for name, tenge in lost.items() if tenge is not None}
    return {"until_to": texts.day_to(cost.until, today), **sums}


def _office(texts: Texts, today: date) -> str:
    return texts.say(f"office-{edition_on(today)}")


# What stays, and on what it rests


def _kept(texts: Texts, refused: Record) -> Lines:
    kept = [
        *_allowance(texts, "kept-large-family", refused["large_family_allowance_tenge"]),
        *_allowance(texts, "kept-awarded-mother", refused["awarded_mother_allowance_tenge"]),
        *([texts.say("kept-package")] if any(child["package"] for child in refused["children"]) else []),
    ]
    return [texts.say("offer-bill-kept", kept=texts.list_of(kept))] if kept else []


def _allowance(texts: Texts, message: str, tenge: int | None) -> Lines:
    if tenge is None:
        return [texts.say(f"{message}-unknown")]
    return [texts.say(message, amount=texts.money(tenge))] if tenge else []


def _notes(texts: Texts, bill: Bill) -> Lines:
    record = bill.unchanged
    basis = of_office(texts, record)
    if bill.taken is not None:
        basis = texts.say("offer-bill-basis", quarter=texts.quarter(record["quarter"]), office=office(texts, record))
    is_told = bill.taken is not None  # the line stands among the figures
    estimate = [texts.say("offer-bill-line-estimate-told")] if is_told and is_estimated(record) else []
    return [
        basis,
        *(estimate or _estimated(texts, record)),
        *(texts.say(f"warning-{warning}") for warning in _warnings(bill)),
    ]


def _estimated(texts: Texts, record: Record) -> Lines:
    return [texts.say("offer-bill-line-estimate", line=line(texts, record))] if is_estimated(record) else []


def _warnings(bill: Bill) -> list[str]:
    """Return the doubts that bear on the sums, or on who need not take part; the bill is short."""
    wanted = {Warn.INCOME_ESTIMATED, *(OF_CARE if bill.need_not_take_part else ())}
    return [warning for warning in bill.unchanged["warnings"] if warning in wanted]


# When an answer is missing


def missing_told(texts: Texts, missing: Sequence[Gap], name: Name) -> str:
    """Return that a bill cannot be made yet, and which answers it lacks; with none named, that there are none yet."""
    if not missing:
        return texts.say("offer-bill-no-answers")
    return "\n".join([texts.say("offer-bill-missing"), *(_gap(texts, gap, name) for gap in missing)])


def _gap(texts: Texts, gap: Gap, name: Name) -> str:
    if gap.what is Missing.MEMBER:
        return texts.say("offer-bill-gap-member")
    if gap.kind is not None:
        return texts.say("gap-income", person=name(gap.label), kind=texts.say(f"kind-{gap.kind}"))
    return texts.say(f"gap-{gap.what}")
