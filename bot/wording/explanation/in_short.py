"""Why, in a few lines: the figures of the result one below another, as they stand in the picture beside it."""

from decimal import Decimal
from typing import NamedTuple

from bot.texts import Texts
from bot.texts.formats import read_out
from bot.wording.allowances_and_package import large_family_not_listed
from bot.wording.figures import Figures, Tenge, figures, paid_in_all, whole, written
from bot.wording.grounds import why_otherwise
from bot.wording.phrases import is_estimated, is_of_status_alone, office, quarter_of
from bot.wording.readings import likely_payment, supplements, together
from rules.record import Record


class Sums(NamedTuple):
    """What follows from a line, in tenge a month: what lacks for a person, the assistance, and all that is paid."""

    line: Tenge
    difference: Tenge | None
    assistance: Tenge | None
    together: Tenge | None


def number_of_result(texts: Texts, number: str) -> str:
    """Return the number of a result as it is read out; a tap copies it."""
    return texts.say("paper-number", number=f"<code>{read_out(number)}</code>")


def in_short(texts: Texts, record: Record) -> list[str]:
    """Return a line each for people and income, income and line for a person, difference, amount and supplement.

    Where something else than income stands in the way, that comes first, and how far the line is says nothing. By an
    estimated line the sums are those of its likely value, and the ends of line and payment come last.
    """
    found, otherwise = figures(record), why_otherwise(texts, record)
    likely = likely_payment(record) if found.assistance is not None else None
    if is_of_status_alone(record):
        return [*otherwise, texts.say("short-only-status")]
    if likely is not None and not otherwise:
        sums, line = _by_likely_line(record, likely), "-likely"
        ends = {"line": written(texts, found.line), "amount": texts.money_range(*together(record))}
        not_published = texts.say("short-not-published-between", office=office(texts, record), **ends)
    else:
        sums = Sums(found.line, found.difference, found.assistance, found.together)
        line = "-estimate" if is_estimated(record) else ""
        not_published = texts.say("short-not-published")
    is_explained = is_estimated(record) and not otherwise
    return [
        *otherwise,
        texts.say("short-income", members=found.members, income=written(texts, found.income)),
        texts.say(f"short-per-person{line}", income=written(texts, found.per_person), line=written(texts, sums.line)),
        *([texts.say("short-limit")] if is_explained else []),
        *([] if otherwise else _difference(texts, record, found, sums)),
        *_amounts(texts, record, found, sums),
        *([not_published] if is_explained else []),
        # it counts as income: where it is paid, the sums above are other ones
        *large_family_not_listed(texts, record),
    ]


def _by_likely_line(record: Record, likely: int) -> Sums:
    line = record["poverty_line"]["tenge"]
    difference, assistance = whole(line - Decimal(record["per_capita_income"])), likely - supplements(record)[1]
    return Sums(*((tenge, tenge) for tenge in (line, difference, assistance, likely)))


def _difference(texts: Texts, record: Record, found: Figures, sums: Sums) -> list[str]:
    if sums.difference is None or _of_family(record, found, sums):
        return []
    side = "difference" if found.is_below else "above"
    return [texts.say(f"short-{side}", difference=written(texts, sums.difference))]


def _amounts(texts: Texts, record: Record, found: Figures, sums: Sums) -> list[str]:
    told = []
    if sums.assistance is not None:
        amount, members, of_family = written(texts, sums.assistance), found.members, _of_family(record, found, sums)
        if of_family:
            line, income = map(texts.money, of_family)
            told.append(texts.say("short-of-family", members=members, line=line, income=income, amount=amount))
        elif found.is_product:
            told.append(texts.say("short-amount-product", amount=amount, members=members))
        else:
            told.append(texts.say("short-amount", amount=amount))
    if found.supplement is not None:
        told.append(texts.say("short-supplement", supplement=written(texts, found.supplement)))
        if sums.together is not None:
            told.append(texts.say("short-together", together=written(texts, sums.together)))
    if found.total is not None and found.total[1]:
        told.append(paid_in_all(texts, record, quarter_of(record).first_day))
    return told


def _of_family(record: Record, found: Figures, sums: Sums) -> tuple[int, int] | None:
    """Return the line of all people together and the family's income of a month, where what lacks for one is rounded.

    Times the people that would not be the assistance; these two, in whole tenge, are apart by just that.
    """
    (line, most), (income, all_income), assistance = sums.line, found.income, sums.assistance
    if not (found.is_rounded and found.is_product) or assistance is None or line != most or income != all_income:
        return None
    of_all, monthly = line * found.members, whole(Decimal(income) / len(record["base_months"]))
    return (of_all, monthly) if (of_all - monthly,) * 2 == assistance else None
