"""The curve of assistance by extra earnings: 141 points for each of many families, beside as many assessments."""

import time
from statistics import median
from typing import Final

from bench.families import families_of_six
from bench.figures import Below, Figure
from bench.turns import ratios
from rules import PovertyLines, assess
from rules.what_if import assistance_by_extra_earnings

POINTS: Final = range(0, 352_500, 2_500)
LIMIT: Final = Below(1.5)
MEASURED: Final = (
    "141 points from 0 to 350 000 tenge a month more of the applicant, for different families of six on days of every "
    "quarter since 2020, against 141 bare assessments of the same family; each family once a round by both; "
    "milliseconds of one core; medians of the rounds; a curve is wanted within 50 ms"
)


def extra_earnings(families: int = 60, rounds: int = 9) -> Figure:
    """Measure a curve; beside it, without a limit, the slowest family of the last round."""
    cases, lines = families_of_six(families), PovertyLines()
    ours: list[float] = []
    bare: list[float] = []
    each: list[float] = []
    for _ in range(rounds):
        each = []
        for household, on in cases:
            began = time.process_time()
            assistance_by_extra_earnings(household, household.members[0].label, on, lines, POINTS)
            each.append(1_000 * (time.process_time() - began))
        ours.append(sum(each) / len(cases))
        began = time.process_time()
        for household, on in cases:
            for _point in POINTS:
                assess(household, on, lines)
        bare.append(1_000 * (time.process_time() - began) / len(cases))
    return Figure(
        "curve_of_extra_earnings",
        median(ours),
        "ms/curve",
        LIMIT,
        MEASURED,
        yardstick=median(bare),
        ratio=median(ratios(ours, bare)),
        details={"slowest_family_ms": max(each), "points": len(POINTS), "families": len(cases)},
    )
