"""Why, in a few lines: the figures of the result one below another, as they stand in the picture beside it."""

from bot.texts import Texts
from bot.texts.formats import read_out
from bot.wording.figures import Figures, figures, written
from bot.wording.grounds import why_otherwise
from bot.wording.phrases import is_estimated, is_of_status_alone, likely_line
from bot.wording.readings import likely_payment
from rules.record import Record


def number_of_result(texts: Texts, number: str) -> str:
    """Return the number of a result as it is read out; a tap copies it."""
    return texts.say("paper-number", number=f"<code>{read_out(number)}</code>")


def in_short(texts: Texts, record: Record) -> list[str]:
    """Return a line each for people and income, income and line for a person, difference, amount and supplement.

    Where something else than income stands in the way, that comes first, and how far the line is says nothing.
    """
    found = figures(record)
    estimate = "-estimate" if is_estimated(record) else ""
    compared = {"income": written(texts, found.per_person), "line": written(texts, found.line)}
    otherwise = why_otherwise(texts, record)
    if is_of_status_alone(record):
        return [*otherwise, texts.say("short-only-status")]
    told = [
        *otherwise,
        texts.say("short-income", members=found.members, income=written(texts, found.income)),
        texts.say(f"short-per-person{estimate}", **compared),
    ]
    if found.difference is not None and not otherwise:
        side = "difference" if found.is_below else "above"
        told.append(texts.say(f"short-{side}", difference=written(texts, found.difference)))
    limit = [texts.say("short-limit")] if is_estimated(record) and not otherwise else []
    return [*told, *_amounts(texts, found), *_likely(texts, record), *limit]


def _likely(texts: Texts, record: Record) -> list[str]:
    """Return which line is the likely one, and what is paid by it, where the line alone is not known."""
    likely = likely_payment(record)
    if likely is None:
        return []
    return [texts.say("short-likely", line=likely_line(texts, record), amount=texts.money(likely))]


def _amounts(texts: Texts, found: Figures) -> list[str]:
    told = []
    if found.assistance is not None:
        amount = written(texts, found.assistance)
        if found.is_product:
            told.append(texts.say("short-amount-product", amount=amount, members=found.members))
        else:
            told.append(texts.say("short-amount", amount=amount))
    if found.supplement is not None:
        told.append(texts.say("short-supplement", supplement=written(texts, found.supplement)))
        if found.together is not None:
            told.append(texts.say("short-together", together=written(texts, found.together)))
    return told
