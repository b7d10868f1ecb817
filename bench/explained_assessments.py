"""Explained assessments a second: `assess` for a variety of families, beside the arithmetic alone."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import Any, Final

from bench.families import Case, families_of_six
from bench.figures import AtLeast, Figure
from bench.turns import ratios
from rules import Household, PovertyLines, assess, record_of
from rules.amount import difference_for_each_member
from rules.result import Assessment

LIMIT: Final = AtLeast(0.02)
MEASURED: Final = (
    "assess() with all steps of its explanation, warnings and gaps, for different families of six on days of every "
    "quarter since 2020 in both editions, against the bare formula for the same families: the line times the members "
    "less all their money, without asking who and what counts; each family once a round by both; seconds of one core; "
    "medians of the rounds"
)


def explained_assessments(families: int = 4_000, rounds: int = 9) -> Figure:
    """Measure assessments a second; beside it, without a limit, with the record that is frozen of each."""
    cases = families_of_six(families)
    lines = PovertyLines()
    assessments = [assess(*case, lines) for case in cases]  # looks every day's law up once
    gc.collect()
    gc.freeze()
    per_second = _per_second(
        {
            "ours": lambda case: assess(*case, lines),
            "formula": lambda case: by_bare_formula(*case, lines),
            "record": lambda case: record_of(assess(*case, lines)),
        },
        cases,
        rounds,
    )
    reached = ratios(per_second["ours"], per_second["formula"])
    return Figure(
        "explained_assessments",
        median(per_second["ours"]),
        "families/s",
        LIMIT,
        MEASURED,
        yardstick=median(per_second["formula"]),
        ratio=median(reached),
        details={
            "ratio_least": min(reached),
            "ratio_greatest": max(reached),
            "with_record_of": median(per_second["record"]),
            "families": len(cases),
            "days": len({day for _, day in cases}),
            **_variety(assessments),
        },
    )


def by_bare_formula(household: Household, on: date, lines: PovertyLines) -> int:
    """Return tenge a month where everybody and everything counts: what a spreadsheet does with the law (A2)."""
    income = sum(tenge for member in household.members for _, tenge, _ in member.incomes)
    return difference_for_each_member(lines.of(household.region, on).tenge, income, len(household.members))


def _per_second(
    ways: Mapping[str, Callable[[Case], Any]], cases: Sequence[Case], rounds: int
) -> dict[str, list[float]]:
    """Return for each way to compute how many a second it was in each round; they take turns within a round."""
    throughput: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds):
        for name in list(ways)[:: 1 if number % 2 else -1]:
            compute = ways[name]
            began = time.process_time()
            for case in cases:
                compute(case)
            throughput[name].append(len(cases) / (time.process_time() - began))
    return throughput


def _variety(assessments: Sequence[Assessment]) -> dict[str, Any]:
    return {
        "outcomes": dict(Counter(assessment.outcome.value for assessment in assessments)),
        "editions": dict(Counter(assessment.law.edition.value for assessment in assessments)),
        "mean_steps": sum(len(assessment.steps) for assessment in assessments) / len(assessments),
    }
