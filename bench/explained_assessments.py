"""Explained assessments a second: `assess` for a variety of families, on one core."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, Final

from bench.families import Case, families_of_six
from bench.figures import AtLeast, Figure
from rules import PovertyLines, assess, record_of
from rules.result import Assessment

LIMIT: Final = AtLeast(20_000)
MEASURED: Final = (
    "assess() with all steps of its explanation, warnings and gaps, for different families of six on days of every "
    "quarter since 2020 in both editions; each family is assessed once a round; seconds of one core; median round"
)


def explained_assessments(families: int = 4_000, rounds: int = 9) -> Figure:
    """Measure assessments a second; beside it, without a limit, with the record that is frozen of each."""
    cases = families_of_six(families)
    lines = PovertyLines()
    assessments = [assess(*case, lines) for case in cases]  # looks every day's law up once
    gc.collect()
    gc.freeze()
    per_second = _per_second(lambda case: assess(*case, lines), cases, rounds)
    with_record = _per_second(lambda case: record_of(assess(*case, lines)), cases, rounds)
    return Figure(
        "explained_assessments",
        median(per_second),
        "families/s",
        LIMIT,
        MEASURED,
        details={
            "best_round": max(per_second),
            "with_record_of": median(with_record),
            "families": len(cases),
            "days": len({day for _, day in cases}),
            **_variety(assessments),
        },
    )


def _per_second(compute: Callable[[Case], Any], cases: Sequence[Case], rounds: int) -> list[float]:
    throughput = []
    for _ in range(rounds):
        began = time.process_time()
        for case in cases:
            compute(case)
        throughput.append(len(cases) / (time.process_time() - began))
    return throughput


def _variety(assessments: Sequence[Assessment]) -> dict[str, Any]:
    return {
        "outcomes": dict(Counter(assessment.outcome.value for assessment in assessments)),
        "editions": dict(Counter(assessment.law.edition.value for assessment in assessments)),
        "mean_steps": sum(len(assessment.steps) for assessment in assessments) / len(assessments),
    }
