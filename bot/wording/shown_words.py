"""What is kept of a screen as a proof for the authority: its words, and nothing worked out of the interview.

The answers of the interview are nobody's but the person's, and so is what the bot works out of them: sums and what
follows for the family. Of what a refusal costs the warning is kept, and a sum where the authority has decided it.
"""

import re
from functools import cache
from typing import Final

from bot.texts import Language, texts
from bot.wording.phrases import plain

LEFT_OUT: Final = "…"
FROM_ANSWERS: Final = (
    "offer-bill-exempt",
    "offer-bill-exempt-self",
    "offer-bill-exempt-otherwise",
    "offer-price-exempt-otherwise",
    "offer-bill-refused-nothing",
    "offer-refuse-costs-nothing",
    "offer-bill-line-estimate",
    "offer-bill-line-estimate-told",
    "what-if-people",
    "what-if-per-person",
    "what-if-line",
    "what-if-line-estimate",
    "what-if-assistance",
    "what-if-total",
    "what-if-more",
    "what-if-less",
    "what-if-even",
    "offer-bill-taken-close",
    "offer-bill-taken-barred",
    "offer-bill-kept",
)
"""Whoever reads one of them learns what somebody has answered: the line is left out."""
WITH_SUMS: Final = ("offer-bill-refused", "offer-refuse-costs")
"""The warning is everybody's: its sums are left out."""
DECIDED: Final = ("offer-bill-refused-decided",)
WARNING: Final = ("offer-price",)
VALUES: Final = (
    *("person", "office", "until_to", "loss", "loss_total", "line", "now", "then"),
    *("amount", "date_from", "kept"),
)
PLACE: Final = "\ue000"
SUM: Final = re.compile(r"\d[\d\s,–-]*₸")


def without_answers(text: str) -> str:
    """Return what somebody read (plain text) without what was worked out of their answers, of whatever language."""
    is_price = _known(WARNING).search(text) is not None
    kept: list[str] = []
    for line in text.split("\n"):
        told = _kept_of(line, is_price=is_price)
        if told != LEFT_OUT or not kept or not kept[-1].endswith(LEFT_OUT):
            kept.append(told)
    return "\n".join(kept)


def _kept_of(line: str, *, is_price: bool) -> str:
    found = _known(FROM_ANSWERS).search(line)
    if found is not None:
        warning, is_behind_it, _ = line.partition(". ")
        return f"{warning}. {LEFT_OUT}" if found.start() and is_behind_it else LEFT_OUT
    if _known(DECIDED).search(line):
        return line
    return SUM.sub(LEFT_OUT, line) if is_price or _known(WITH_SUMS).search(line) else line


@cache
def _known(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the first sentence of some messages, whatever their values are."""
    values = dict.fromkeys(VALUES, PLACE)
    said = {plain(texts(language).say_with(name, **values)) for language in Language for name in names}
    sentences = {re.split(r"\. |\.$", one)[0].lstrip(f"{PLACE}: ") for one in said}
    ways = ["[^\n]+?".join(map(re.escape, sentence.split(PLACE))) for sentence in sorted(sentences)]
    return re.compile("|".join(ways), re.IGNORECASE)
