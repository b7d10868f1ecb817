"""How many of the answers that people type are understood, and how many are kept otherwise than they were meant.

tests/data/typed_answers.csv says of each what it means: tenge (from-to), ages, a day, a region; "asked back: quarter"
where it names another time than the question; "?" where it may mean several, or nothing.
"""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench.figures import AtLeast, Figure
from handlers.region_typed import is_nowhere, region_typed
from rules.household import Birth
from rules.interview.answers import Ages, Answer, Day, NotUnderstoodError, Tenge, Years
from rules.interview.typed_money import Period

TABLE: Final = Path(__file__).parents[1] / "tests" / "data" / "typed_answers.csv"
TODAY: Final = date(2026, 11, 28)
UNDERSTOOD: Final = AtLeast(0.95)
BORN: Final = Birth.at_age(7, TODAY)
NOT_KEPT: Final = "?"


class Typed(NamedTuple):
    """A typed answer to a kind of question, and what it means."""

    asked: str
    typed: str
    means: str

    @property
    def kept(self) -> str:
        """What is kept of it, as the table writes it; "?" where a hint follows."""
        if self.asked == "region":
            return "nowhere" if is_nowhere(self.typed) else region_typed(self.typed) or NOT_KEPT
        try:
            value = ANSWERS[self.asked].parse(self.typed, TODAY)
        except NotUnderstoodError:
            return NOT_KEPT
        return WRITTEN.get(self.asked, str)(value)


ANSWERS: Final[dict[str, Answer]] = {
    "month": Tenge(may_differ=True),
    "three months": Tenge(asked_for=Period.QUARTER),
    "ages": Ages(0, 17, "hint-child"),
    "age": Years(),
    "birthday of a child of 7": Day(near=(date(2017, 11, 28), date(2020, 11, 28)), fits=(BORN.earliest, BORN.latest)),
}


def _money(value: Any) -> str:
    if isinstance(value, dict):
        period, ends = next(iter(value.items()))
        return f"asked back: {period} {_money(ends)}"
    low, high = value
    return str(low) if low == high else f"{low}-{high}"


def _in_a_row(ages: list[int]) -> str:
    return " ".join(map(str, ages))


WRITTEN: Final[dict[str, Callable[[Any], str]]] = {"month": _money, "three months": _money, "ages": _in_a_row}


def read_table() -> list[Typed]:
    """Return the table's rows."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Typed(row["asked"], row["typed"], row["means"]) for row in csv.DictReader(file)]


def typed_answers() -> Figure:
    """Read every answer of the table once, and say how many of those with one meaning are understood."""
    table = read_table()
    clear = [answer for answer in table if answer.means != NOT_KEPT]
    understood = sum(answer.kept == answer.means for answer in clear)
    otherwise = [answer.typed for answer in table if answer.kept not in {answer.means, NOT_KEPT}]
    measured = "answers of tests/data/typed_answers.csv that have one meaning, of which so many are kept as meant"
    return Figure(
        "typed_answers_understood",
        understood,
        "answers",
        UNDERSTOOD,
        measured,
        yardstick=len(clear),
        ratio=understood / len(clear),
        details={"answers": len(table), "kept_otherwise_than_meant": len(otherwise), "which": otherwise},
    )
