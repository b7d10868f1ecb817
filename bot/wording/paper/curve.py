"""The picture of a new wage: all the family's money and the assistance in it; and the same in words."""

from collections.abc import Callable
from typing import Any, Final

from bot.texts import Texts
from rules.amount import TengeRange
from rules.extra_earnings import ROUNDING, EarningsCurve
from rules.what_if import CurvePoint

Json = dict[str, Any]
FREE: Final = 0.94
"""The highest point takes so much of the height."""


def curve_told(texts: Texts, found: EarningsCurve, person: str) -> list[str]:
    """Return the figures of the picture in sentences (HTML): the picture's text for whoever cannot see it."""
    total = texts.money_range(found.now.total_low, found.now.total_high or 0)
    told = [
        texts.say("curve-title", person=person),
        texts.say("curve-now", assistance=texts.money_range(*found.now.assistance), total=total),
        texts.say("curve-ends", wage=texts.money_range(*found.ends)),
        *([texts.say("curve-even")] if _is_even(found) else []),
    ]
    if found.dip:
        dip = {"wage": texts.money_range(*found.dip.wage), "loss": texts.money_range(*found.dip.loss)}
        told.append(texts.say("curve-dip", **dip))
    return [*told, texts.say("curve-gains", wage=texts.money_range(*found.gains)), texts.say("curve-estimate")]


def curve_picture(texts: Texts, found: EarningsCurve) -> Json:
    """Return what stands in the picture; places are parts of its width, and of its height from below."""
    widest = found.points[-1].extra_tenge
    highest = max(point.total_high or 0 for point in found.points) / FREE
    now = TengeRange(found.now.total_low, found.now.total_high or 0)

    def line(of: Callable[[CurvePoint], int]) -> list[list[float]]:
        return [[point.extra_tenge / widest, of(point) / highest] for point in found.points]

    return {
        "language": texts.language.value,
        "heading": texts.say("curve-heading"),
        "axis": texts.say("curve-axis"),
        "all": texts.say("curve-all"),
        "assistance": texts.say("curve-assistance"),
        "after": texts.say("curve-after"),
        "lines": {
            "all-low": line(lambda point: point.total_low),
            "all-most": line(lambda point: point.total_high or 0),
            "assistance-low": line(lambda point: point.assistance.low),
            "assistance-most": line(lambda point: point.assistance.high),
        },
        "now": {"at": now.high / highest, "label": texts.say("curve-at-now", amount=texts.money_range(*now))},
        "end": {"at": found.ends.high / widest, "label": texts.money_range(*found.ends)},
        "widest": texts.money(widest),
        "estimate": texts.say("picture-estimate"),
    }


def _is_even(found: EarningsCurve) -> bool:
    """Whether up to the end of the assistance the family has as much in all as now, but for what is rounded."""
    before = [point for point in found.points if point.extra_tenge < found.ends.low]
    now = (found.now.total_low, found.now.total_high or 0)
    return bool(before) and all(
        abs(point.total_low - now[0]) <= ROUNDING and abs((point.total_high or 0) - now[1]) <= ROUNDING
        for point in before
    )
