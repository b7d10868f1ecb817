"""The result in one short message: the money and until when, or the fact, the figures and the door."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.allowances_and_package import allowances, is_large_family_not_listed
from bot.wording.apply_until import apply_by
from bot.wording.compared import beside_last
from bot.wording.doors import has_term, nearest
from bot.wording.figures import compared, paid_in_all
from bot.wording.grounds import again, kept, refused_otherwise, undated_grounds
from bot.wording.no_need import of_no_need
from bot.wording.other_help import lowers_later, money_due_monthly, names_in_line, places_offered
from bot.wording.phrases import (
    Name,
    ends,
    grounds_of,
    has_no_upper_end,
    is_above_line,
    is_band,
    is_close_to_line,
    is_estimated,
    is_income_known,
    is_of_status_alone,
    is_past,
    kinds,
    kinds_of_gaps,
    line,
    may_be_higher,
    office,
)
from bot.wording.readings import are_open, likely_payment, of_readings, supplements, together
from bot.wording.way_out import of_way_out
from rules.frozen_result import ResultBefore
from rules.income_within_line import Outcome
from rules.interview.narrowing import WayOut
from rules.other_help import HelpStanding, OtherHelpRecord, Paid
from rules.other_help.record import HelpRecord
from rules.record import Record
from rules.refusals import Ground
from rules.result import Warn
from rules.what_would_change import DoorsRecord

Paragraphs = list[str]
MOST_NAMED: Final = 2
"""So many kinds of other help are named where no money is due; all of them stand on a screen of their own."""
# What can undo the result and needs a paper: said on the first screen, not only under "Why?".
AT_ONCE: Final = (Warn.REGISTERED_NOWHERE, Warn.SPOUSE_LEFT)


def headline(
    texts: Texts,
    record: Record,
    today: date,
    name: Name = str,
    doors: DoorsRecord | None = None,
    way_out: WayOut | None = None,
    before: ResultBefore | None = None,
    other_help: OtherHelpRecord | None = None,
) -> str:
    """Return the result in one message: a yes or a no and that it is an estimate, then what stands beside it.

    Without a yes or a no it ends with that. `doors`: what would change a no, where it was looked for. `way_out`: the
    one fact that narrows an open result, as long as it can be filled in. `before`: the result of an earlier quarter.
    `other_help`: what else there is, where the allowances beside it have a screen of their own.
    """
    in_short = _open_range(texts, record, way_out)
    told = in_short or OUTCOMES[Outcome(record["outcome"])](texts, record, today)
    # a small phone has no room for all above the buttons: beside other money the months stand under "Why?" alone,
    # and no blank line stands before the deadline, nor before other help that stands below a door
    is_full = other_help is not None and bool(money_due_monthly(other_help))
    if record["outcome"] == Outcome.ELIGIBLE and not is_full:
        told = _with_months(texts, record, told, today)
    beside = [*told[:1], *beside_last(texts, record, before)]
    told[:1] = ["\n".join(beside)] if beside else []
    if record["outcome"] == Outcome.REFUSED:
        told += [*_doors(texts, record, today, name, doors), *kept(texts, record)]
    told += of_readings(texts, record, name, today)
    narrows = of_way_out(texts, way_out, name)
    if in_short:
        told[0] = "\n".join([told[0], *narrows])
    else:
        told += narrows
    deadline = apply_by(texts, record, today)
    told += deadline or _open_door(texts, record, today)
    told += [*_at_once(texts, record), *of_no_need(texts, record)]
    if is_past(record, today):
        told.append(texts.say("result-past", quarter=texts.quarter(record["quarter"])))
    other = allowances(texts, record) if other_help is None else _other_help(texts, record, other_help)
    if record["outcome"] == Outcome.REFUSED and told[1:] and other_help is not None:
        told[-1:] = ["\n".join([told[-1], *other])]
    else:
        told += other
    if record["outcome"] in {Outcome.ELIGIBLE, Outcome.REFUSED}:
        told[0] = f"{told[0]}\n{estimate(texts, record)}"
        if is_full and told[1:2] == deadline[:1]:
            told[:2] = ["\n".join(told[:2])]
    else:
        told.append(estimate(texts, record))
    return "\n\n".join(told)


def estimate(texts: Texts, record: Record) -> str:
    """Return that it is an estimate; of status alone nothing is estimated: that it is what the bot concludes."""
    return texts.say("result-estimate-of-status" if is_of_status_alone(record) else "result-estimate")


def _other_help(texts: Texts, record: Record, found: OtherHelpRecord) -> Paragraphs:
    """Return which other money is due a month, or how much, what becomes of the assistance, and that it may be paid.

    With no such money, what other help there is or may be.
    """
    due, totals = money_due_monthly(found), found["totals"]
    amount = totals["other_tenge"]
    if amount is None or not amount["high"]:
        return [] if is_of_status_alone(record) or record["outcome"] == Outcome.UNDECIDED else _possible(texts, found)
    values = {"amount": texts.money_range(*ends(amount))}
    if len(due) != 1:
        return [texts.say("result-other-help", **values)]
    named = texts.say("result-other-help-named", name=names_in_line(texts, due), **values)
    paid = [texts.say("result-other-help-paid")] if is_large_family_not_listed(record) else []
    return [" ".join([named, *lowers_later(texts, found), *paid])]


def _possible(texts: Texts, found: OtherHelpRecord) -> Paragraphs:
    """Return the names of what else is due and of what may be: money first, and no more than have room."""
    offered = [found["help"][place] for place in places_offered(found) if found["help"][place]["missed"] is None]
    offered.sort(key=lambda one: one["paid"] == Paid.IN_KIND)
    by_standing: dict[str, list[HelpRecord]] = {"due": [], "may": []}
    for one in offered[:MOST_NAMED]:
        by_standing["due" if one["standing"] == HelpStanding.DUE else "may"].append(one)
    names = {standing: names_in_line(texts, found) for standing, found in by_standing.items() if found}
    return [texts.say(f"result-other-help-{'-and-'.join(names)}", **names)] if names else []


def _doors(texts: Texts, record: Record, today: date, name: Name, doors: DoorsRecord | None) -> Paragraphs:
    """Return what would change a no, and the day on which the family may apply again where no door names it."""
    told = [] if doors and has_term(doors) else again(texts, record, today)
    return told + (nearest(texts, record, doors, name, today) if doors else [])


def _open_door(texts: Texts, record: Record, today: date) -> Paragraphs:
    """Return that one may apply where nothing but the commission's decision is open."""
    is_open = record["outcome"] == Outcome.UNDECIDED and are_open(record) and is_income_known(record)
    if not is_open or undated_grounds(record) or is_past(record, today):
        return []
    return [texts.say("reading-apply")]


def _open_range(texts: Texts, record: Record, way_out: WayOut | None) -> Paragraphs:
    """Return from where to where the money may be, and what is likely, where nothing but a sum is missing."""
    is_by_income = record["outcome"] == Outcome.UNDECIDED and not is_income_known(record)
    if way_out is None or not is_by_income or undated_grounds(record) or not record["monthly_tenge"]["high"]:
        return []
    low, high = ends(record["monthly_tenge"])
    supplement, likely = record["child_supplement_tenge"] or 0, way_out["likely_tenge"]
    amount = texts.money_range(low and low + supplement, high + supplement)
    if likely is None:
        return [texts.say("way-out-range", amount=amount)]
    return [texts.say("way-out-range-likely", amount=amount, likely=texts.money(likely))]


def _at_once(texts: Texts, record: Record) -> Paragraphs:
    """Return what can undo the result, where there is anything to undo."""
    if record["outcome"] == Outcome.REFUSED:
        return []
    return [texts.say(f"warning-{warning}") for warning in AT_ONCE if warning in record["warnings"]]


def _eligible(texts: Texts, record: Record, _today: date) -> Paragraphs:
    low, high = ends(record["monthly_tenge"])
    most = supplements(record)[1]
    if high == 0:
        return _nothing_to_pay(texts, record, most)
    amount, likely = texts.money_range(*together(record)), likely_payment(record)
    if likely is None:
        found = texts.say("result-yes", amount=amount)
    else:
        found = texts.say("result-yes-about", amount=amount, likely=texts.money(likely))
    is_known = is_income_known(record) or are_open(record)
    return [found, *([texts.say("result-yes-range")] if low != high and not is_known else [])]


def _parts(texts: Texts, assistance: str, least: int, most: int) -> str:
    """Name both parts of a payment, the supplement from its least to its greatest."""
    if not most:
        return ""
    return "\n" + texts.say("result-yes-parts", assistance=assistance, supplement=texts.money_range(least, most))


def _nothing_to_pay(texts: Texts, record: Record, supplement: int) -> Paragraphs:
    quarter = texts.quarter(record["quarter"])
    zero = texts.say("result-zero", amount=texts.money(0), quarter=quarter, line=line(texts, record))
    if not supplement:
        return [zero]
    return [zero, texts.say("result-zero-supplement", amount=texts.money(supplement))]


def _with_months(texts: Texts, record: Record, told: Paragraphs, today: date) -> Paragraphs:
    """Return the paragraphs of a yes with the months below the sum: it is in the first where there is an assistance."""
    if not record["total_tenge"]["high"]:
        return told
    place = 0 if record["monthly_tenge"]["high"] else 1
    with_them = "\n".join([told[place], paid_in_all(texts, record, today)])
    return [*told[:place], with_them, *told[place + 1 :]]


def _refused(texts: Texts, record: Record, today: date) -> Paragraphs:
    by_income = _income_above_line(texts, record, today) if Ground.INCOME_ABOVE_LINE in grounds_of(record) else []
    return by_income + refused_otherwise(texts, record, today)


def _income_above_line(texts: Texts, record: Record, today: date) -> Paragraphs:
    at_least = "-at-least" if has_no_upper_end(record) else ""
    first, *_, last = (date.fromisoformat(f"{month}-01") for month in record["base_months"])
    values = {**compared(texts, record), "period": texts.period(first, last, today)}
    if is_estimated(record):
        values["line"] = texts.say("about-amount", amount=values["line"])
    return [texts.say_with(f"result-no{at_least}", **values)]


def _too_close(texts: Texts, record: Record, today: date) -> Paragraphs:
    past = "-past" if is_past(record, today) else ""
    figures = compared(texts, record)
    if is_above_line(record) and may_be_higher(record):
        return [texts.say_with(f"result-above-estimate{past}", **figures)]
    found = [texts.say("result-too-close"), texts.say_with("result-too-close-figures", **figures)]
    if record["monthly_tenge"]["high"] and is_income_known(record):
        frozen_before = "" if is_band(record) else "-at-line"
        return [*found, _amount_if(texts, record, f"result-too-close-amount{frozen_before}")]
    # above the estimate the amount would read "0": which line is published decides whether there is one at all
    return [*found, texts.say("result-too-close-no-amount")]


def _amount_if(texts: Texts, record: Record, message: str) -> str:
    high, supplement = record["monthly_tenge"]["high"], record["child_supplement_tenge"] or 0
    parts = _parts(texts, texts.money(high), supplement, supplement)
    return texts.say(message, amount=texts.money(high + supplement)) + parts


def _undecided(texts: Texts, record: Record, today: date) -> Paragraphs:
    undated = undated_grounds(record)
    if are_open(record) and is_income_known(record) and not undated:
        return []  # nothing is missing: what each reading gives follows
    unknown = [kind for _, kind in kinds_of_gaps(record)]
    is_by_income = not is_income_known(record)
    opening = texts.say("result-undecided", kinds=kinds(texts, unknown)) if is_by_income else ""
    terms = [texts.say(f"result-undecided-{ground}", months=months) for ground, months in undated.items()]
    found = ["\n".join([opening or texts.say("result-undecided-yet"), *terms])]
    found += _range(texts, record) if is_by_income else _after_term(texts, record)
    return found if is_past(record, today) else [*found, *_ways_on(texts, record, by_income=is_by_income)]


def _range(texts: Texts, record: Record) -> Paragraphs:
    low, high = ends(record["monthly_tenge"])
    if not high:
        return []
    supplement = record["child_supplement_tenge"] or 0
    amount = texts.money_range(low and low + supplement, high + supplement)
    return [texts.say("result-undecided-range", amount=amount)]


def _after_term(texts: Texts, record: Record) -> Paragraphs:
    """What becomes of it where only the day of a ground is missing."""
    if is_close_to_line(record):
        return [texts.say_with("result-undecided-too-close", **compared(texts, record))]
    if are_open(record) or not record["monthly_tenge"]["high"]:
        return []  # what each reading gives follows
    return [_amount_if(texts, record, "result-undecided-after-term")]


def _ways_on(texts: Texts, record: Record, *, by_income: bool) -> Paragraphs:
    of_day = [texts.say("result-undecided-door-day", office=office(texts, record))] if undated_grounds(record) else []
    return [*([texts.say("result-undecided-door")] if by_income else []), *of_day]


OUTCOMES: Final[Mapping[Outcome, Callable[[Texts, Record, date], Paragraphs]]] = {
    Outcome.ELIGIBLE: _eligible,
    Outcome.REFUSED: _refused,
    Outcome.TOO_CLOSE: _too_close,
    Outcome.UNDECIDED: _undecided,
}
