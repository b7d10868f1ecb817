"""The state's other help: in six short lines what is due, may be due and is missed, and all of it page by page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from bot.texts import Texts
from bot.wording.phrases import Name, ends, is_of_status_alone, is_past, within_line
from bot.wording.readings import likely_payment, together
from rules.offer_bill import counts_in_full_from
from rules.other_help import HelpStanding, OtherHelpRecord, Paid
from rules.other_help.record import HelpRecord
from rules.other_help.words import Counted
from rules.quarters import Quarter
from rules.record import Record
from rules.social_package import PackageItem

MOST_LINES: Final = 6
ON_PAGE: Final = 6
OFFERED: Final = (HelpStanding.DUE, HelpStanding.MAY_BE_DUE, HelpStanding.NEAR)
"""In the order of the screen; what is received is not offered again."""


class Short(NamedTuple):
    """The screen of six lines; `places` are where the numbered ones stand in the record.

    `opening` and `closing` frame them. `more` is how many there are of all, nought where all stand on the screen.
    """

    opening: list[str]
    lines: list[str]
    closing: list[str]
    places: list[int]
    more: int


class Page(NamedTuple):
    """A page of the whole list: its lines, where they stand in the record, and the number of the first."""

    lines: list[str]
    places: list[int]
    first: int


def other_help_in_short(texts: Texts, record: Record, found: OtherHelpRecord, name: Name, today: date) -> Short:
    """Return what is due, or that no money is; what may be due and is missed; the total, or where to ask."""
    offered = places_offered(found)
    opening = [texts.say("result-past", quarter=texts.quarter(record["quarter"]))] if is_past(record, today) else []
    is_due = any(_is_money_due(found["help"][place]) for place in offered)
    if not is_due:
        opening.append(texts.say("help-by-status" if is_of_status_alone(record) else "help-nothing-due"))
    ask = texts.say("help-ask-by-status" if is_of_status_alone(record) else "help-ask")
    closing = _total(texts, record, found, today) if is_due else [ask]
    places = _chosen(found, offered, MOST_LINES - len(opening) - len(closing))
    more = len(offered) if len(offered) > len(places) else 0
    return Short(opening, _lines(texts, found, places, 1, name), closing, places, more)


def all_help(texts: Texts, found: OtherHelpRecord, name: Name) -> list[Page]:
    """Return the whole list in pages, and at the end of it what the family gets already."""
    offered = places_offered(found)
    pages = []
    for first in range(0, len(offered), ON_PAGE):
        places = offered[first : first + ON_PAGE]
        pages.append(Page(_lines(texts, found, places, first + 1, name), places, first + 1))
    if received := _received(texts, found):
        pages = pages or [Page([], [], 1)]
        pages[-1].lines.extend(received)
    return pages


def money_due_monthly(found: OtherHelpRecord) -> list[HelpRecord]:
    """Return the kinds of monthly money that are due and not received yet."""
    return [one for one in found["help"] if one["standing"] == HelpStanding.DUE and one["paid"] == Paid.MONTHLY]


def may_be_paid_once(texts: Texts, found: OtherHelpRecord) -> list[tuple[HelpRecord, str]]:
    """Return the kinds of money that may be due once, each with its amount."""
    of_once = (one for one in found["help"] if one["standing"] == HelpStanding.MAY_BE_DUE and one["paid"] == Paid.ONCE)
    with_span = ((one, one["amount_tenge"]) for one in of_once if not one["already_received"])
    return [(one, texts.money_range(*ends(span))) for one, span in with_span if span is not None and span["high"]]


def counts_later(texts: Texts, found: OtherHelpRecord, today: date) -> list[str]:
    """Return what of the assistance is left once the other money counts as income in full, and from which day.

    Applied for today it is paid for this month (F1). Nothing where it is not known what is left.
    """
    left = found["totals"].get("assistance_once_counted_tenge")
    if left is None:
        return []
    in_parts, days = _counts_from(texts, today)
    if not left["high"]:
        return [texts.say(f"help-counts-later-ends{in_parts}", **days)]
    if not left["low"]:
        return [texts.say(f"help-counts-later-or-ends{in_parts}", most=texts.money(left["high"]), **days)]
    return [texts.say(f"help-counts-later{in_parts}", assistance=texts.money_range(*ends(left)), **days)]


def _counts_from(texts: Texts, today: date) -> tuple[str, dict[str, str]]:
    """Return from which day other money counts as income, and in full, with the ending of a message that says both.

    What is paid from within a quarter may count in part for the next one already.
    """
    first, in_full = Quarter.of(today).next.first_day, counts_in_full_from(today)
    date_from = texts.day_from(first, first)  # so near that its year is known
    if first == in_full:
        return "", {"date_from": date_from}
    return "-in-parts", {"date_from": date_from, "in_full_from": texts.day_from(in_full, in_full)}


def lowers_later(texts: Texts, found: OtherHelpRecord) -> list[str]:
    """Return that the other money lowers the assistance once it counts as income, or may end it."""
    left = found["totals"].get("assistance_once_counted_tenge")
    if left is None:
        return []
    becomes = "-ends" if left.get("likely") == 0 else "" if left["low"] else "-or-ends"
    return [texts.say(f"help-lowers-later{becomes}")]


def _total_later(texts: Texts, found: OtherHelpRecord) -> list[str]:
    """Return all the family's money of a month once the other money counts as income; nothing where it is not known."""
    totals = found["totals"]
    parts = (totals["income_tenge"], totals["other_tenge"], totals.get("assistance_once_counted_tenge"))
    known = [ends(part) for part in parts if part is not None]
    if len(known) < len(parts):
        return []
    low, high = map(sum, zip(*known, strict=True))
    return [texts.say("help-total-later", amount=texts.money_range(low, high))]


def names_in_line(texts: Texts, found: Sequence[HelpRecord]) -> str:
    """Return the names of kinds of help as they stand within a line, each once."""
    return ", ".join(dict.fromkeys(within_line(name_of_help(texts, one["help"])) for one in found))


def page_of(found: OtherHelpRecord, place: int) -> int:
    """Return on which page of the whole list a kind of help stands; the first where it stands on none."""
    offered = places_offered(found)
    return offered.index(place) // ON_PAGE if place in offered else 0


def name_of_help(texts: Texts, kind: str) -> str:
    """Return the name of a kind of help."""
    return texts.say(f"help-{kind}")


def question(texts: Texts, told: HelpRecord, name: Name) -> str:
    """Return the one question that decides it, or of what is due the amount; empty where there is none."""
    if told["fact"] is None:
        return ""
    threshold = told["threshold_tenge"]
    if threshold and threshold["high"]:
        least, most = map(texts.money, ends(threshold))
        if least != most:
            return texts.say(f"help-fact-{told['fact']}-between", least=least, most=most)
        return texts.say(f"help-fact-{told['fact']}-of", threshold=most)
    return texts.say_with(f"help-fact-{told['fact']}", person=people_of(told, name))


def people_of(told: HelpRecord, name: Name) -> str:
    """Return whom it is about, each once; nobody where it is the family."""
    return "; ".join(dict.fromkeys(name(label) for claim in told["claims"] for label in claim["of"]))


def lack(texts: Texts, told: HelpRecord) -> str:
    """Return by what it is missed; of what a stored result names and the law no longer knows, where to ask."""
    missed = told["missed"]
    if missed is None:
        return ""
    if f"help-lacks-{missed['by']}" not in texts:
        return texts.say("help-ask")
    if missed["on"]:
        return texts.say(f"help-lacks-{missed['by']}", date=texts.day(date.fromisoformat(missed["on"])))
    if (least := missed.get("least")) is not None:
        return texts.say(f"help-lacks-{missed['by']}-of", least=least, there=least - (missed["number"] or 1))
    return texts.say_with(f"help-lacks-{missed['by']}", count=missed["number"] or 1)


def places_offered(found: OtherHelpRecord) -> list[int]:
    """Return the places of what is offered: by standing, money before what is none, sums that are known first."""
    told = found["help"]
    offered = [place for place, one in enumerate(told) if one["standing"] in OFFERED]
    return sorted(offered, key=lambda place: _rank(told[place]))


def _rank(told: HelpRecord) -> tuple[int, bool, bool]:
    standing = OFFERED.index(HelpStanding(told["standing"]))
    return standing, told["paid"] == Paid.IN_KIND, told["amount_tenge"] is None


def _is_money_due(told: HelpRecord) -> bool:
    return told["standing"] == HelpStanding.DUE and told["paid"] != Paid.IN_KIND


def _chosen(found: OtherHelpRecord, offered: Sequence[int], room: int) -> list[int]:
    """Return what has a line: as much as is due, but one line for what may be and one for what is missed."""
    due, may_be, near = ([at for at in offered if found["help"][at]["standing"] == one] for one in OFFERED)
    kept = due[: room - bool(may_be) - bool(near)]
    open_ = may_be[: room - len(kept) - bool(near)]
    return [*kept, *open_, *near[: room - len(kept) - len(open_)]]


def _lines(texts: Texts, found: OtherHelpRecord, places: Sequence[int], first: int, name: Name) -> list[str]:
    """Return a numbered line for each; where one kind stands for several people apart, with whom it is about."""
    alike = Counter(found["help"][place]["help"] for place in places_offered(found))
    lines = []
    for number, place in enumerate(places, first):
        told = found["help"][place]
        called, people = name_of_help(texts, told["help"]), people_of(told, name)
        if people and alike[told["help"]] > 1:
            called = texts.say("help-name-of", name=called, people=people)
        lines.append(_line(texts, told, {"number": str(number), "name": called}, name))
    return lines


def _line(texts: Texts, told: HelpRecord, values: Mapping[str, str], name: Name) -> str:
    standing = told["standing"]
    if standing == HelpStanding.MAY_BE_DUE:
        asked, span = question(texts, told, name), told["amount_tenge"]
        if span is None or not span["high"]:
            return texts.say("help-line-open", question=asked, **values)
        amount = texts.money_range(*ends(span))
        return texts.say(f"help-line-open-{told['paid']}", question=asked, amount=amount, **values)
    if standing == HelpStanding.NEAR:
        return texts.say("help-line-near", lack=lack(texts, told), **values)
    if told["paid"] == Paid.IN_KIND:
        return texts.say("help-line-free", **values)
    if told["amount_tenge"] is None:
        return texts.say("help-line-unknown", **values)
    return texts.say(f"help-line-{told['paid']}", amount=texts.money_range(*ends(told["amount_tenge"])), **values)


def _total(texts: Texts, record: Record, found: OtherHelpRecord, today: date) -> list[str]:
    """Return the family's money of a month without and with what is due; nothing where a part is not known."""
    totals = found["totals"]
    without, together_with, other = totals["without_other_tenge"], totals["with_other_tenge"], totals["other_tenge"]
    if without is None or together_with is None or other is None or not other["high"]:
        return []
    if steps := _in_steps(texts, record, found):
        return steps
    alone, both = (texts.money_range(*ends(span)) for span in (without, together_with))
    assisted = "-assisted" if totals["assistance_tenge"]["high"] else ""
    told = texts.say(f"help-total{assisted}", without_help=alone, with_help=both)
    if not assisted or not _is_income_due(found):
        return [told]
    later = [*counts_later(texts, found, today), *_total_later(texts, found)] or [texts.say("help-total-income")]
    return [" ".join([told, *later])]


class _Money(NamedTuple):
    """All the family's money of a month in whole tenge: now, with the other help, and once that counts as income.

    `now`, `left` (of the assistance, once the other money counts) and `then` are by the likely line; `differs` is from
    and to how much more there is then than now by any line that is possible, None where there is one line alone.
    """

    now: int
    first: int
    left: int
    then: int
    differs: tuple[int, int] | None


def _money(record: Record, found: OtherHelpRecord) -> _Money | None:
    """Return it; None where an income or a sum has more than one value, or it is not known what counts."""
    totals, likely_now = found["totals"], likely_payment(record)
    income, other, left = totals["income_tenge"], totals["other_tenge"], totals.get("assistance_once_counted_tenge")
    if left is None or income is None or other is None:
        return None
    likely, low, high = left.get("likely"), *together(record)
    now = low if likely_now is None and low == high else likely_now
    if likely is None or now is None or income["low"] != income["high"] or other["low"] != other["high"]:
        return None
    own, more = income["low"], other["low"]
    differs = [more + left["low"] - low, more + likely - now, more + left["high"] - high]
    if not left["low"] and left["high"]:
        # in between lies the line up to which nothing is left: there the assistance of now, as high as what counts and
        # the supplement beside it, is gone at once
        differs.append(more - (high - left["high"]) - (record["child_supplement_tenge"] or 0))
    ends_of_all = None if low == high else (min(differs), max(differs))
    return _Money(own + now, own + now + more, likely, own + more + likely, ends_of_all)


def _in_steps(texts: Texts, record: Record, found: OtherHelpRecord) -> list[str]:
    """Return all money without the other help, with it, and once it counts as income, a line each, by the likely line.

    Nothing where it is not known.
    """
    money = _money(record, found)
    if money is None:
        return []
    names, then = names_in_line(texts, money_due_monthly(found)), texts.money(money.then)
    told = [texts.say("help-total-now", now=texts.money(money.now))]
    told.append(texts.say("help-total-first", names=names, first=texts.money(money.first)))
    if money.left:
        counted = texts.say("help-total-then", then=then, assistance=texts.money(money.left))
    else:
        counted = texts.say(f"help-total-then-ends{_package_too(record)}", then=then)
    return [*told, f"{counted}. {_beside_now(texts, money)}"]


def _package_too(record: Record) -> str:
    """Return the ending of a message where more ends with the assistance than the children's medical care."""
    has_package = any(item != PackageItem.MEDICAL_CARE for child in record["children"] for item in child["package"])
    return "-package" if has_package else ""


def _beside_now(texts: Texts, money: _Money) -> str:
    """Return by how much all money is then more or less than with the assistance alone, so that nobody has to subtract.

    By the likely line, and from and to how much where it may be less as well as more: the one alone would talk a family
    into something, or out of its due.
    """
    more = money.then - money.now
    by_line = "" if money.differs is None else "-likely"
    values = {"difference": texts.money(abs(more))} if more else {}
    told = texts.say_with(f"help-total-{'more' if more > 0 else 'less' if more else 'same'}{by_line}", **values)
    least, most = money.differs or (0, 0)
    if least < 0 < most:
        return f"{told} {texts.say('help-total-between', less=texts.money(-least), more=texts.money(most))}"
    return told


def compared_later(texts: Texts, record: Record, found: OtherHelpRecord) -> list[str]:
    """Return all money of a month once the other money counts, beside that with the assistance alone.

    Nothing where it is not known.
    """
    money = _money(record, found)
    if money is None:
        return []
    totals = {"now": texts.money(money.now), "first": texts.money(money.first), "then": texts.money(money.then)}
    becomes = "" if money.left else f"-ends{_package_too(record)}"
    return [texts.say(f"help-total-compared{becomes}", **totals)]


def _is_income_due(found: OtherHelpRecord) -> bool:
    """Whether of what is due something counts as income for the assistance, or may."""
    due = (one for one in found["help"] if one["standing"] == HelpStanding.DUE and one["paid"] != Paid.IN_KIND)
    return any(one["counts_as_income"] in {Counted.YES, Counted.OPEN} for one in due)


def _received(texts: Texts, found: OtherHelpRecord) -> list[str]:
    names = [name_of_help(texts, one["help"]) for one in found["help"] if one["already_received"]]
    return [texts.say("help-received", names=", ".join(dict.fromkeys(names)))] if names else []
