"""Answers as people type them: each is kept as it was meant, asked back, or gets a hint; none is kept otherwise.

tests/data/typed_answers.csv says of each what it means: tenge (from-to), ages, a day, a region; "asked back: quarter"
where it names another time than the question; "?" where it may mean several, or nothing.
"""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from handlers.region_typed import is_nowhere, region_typed
from rules.answers import Ages, Answer, Day, NotUnderstood, Tenge, Years
from rules.household import Birth
from rules.typed_money import Period

TABLE: Final = Path(__file__).parents[1] / "data" / "typed_answers.csv"
TODAY: Final = date(2026, 11, 28)
UNDERSTOOD_AT_LEAST: Final = 0.95
BORN: Final = Birth.at_age(7, TODAY)


class Typed(NamedTuple):
    """A typed answer to a kind of question, and what it means."""

    asked: str
    typed: str
    means: str


def read_table() -> list[Typed]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Typed(row["asked"], row["typed"], row["means"]) for row in csv.DictReader(file)]


ANSWERS: Final[dict[str, Answer]] = {
    "month": Tenge(may_differ=True),
    "three months": Tenge(asked_for=Period.QUARTER),
    "ages": Ages(0, 17, "hint-child"),
    "age": Years(),
    "birthday of a child of 7": Day(near=(date(2017, 11, 28), date(2020, 11, 28)), fits=(BORN.earliest, BORN.latest)),
}


def kept(asked: str, typed: str) -> str:
    """Return what is kept of an answer, as the table writes it; "?" where a hint follows."""
    if asked == "region":
        return "nowhere" if is_nowhere(typed) else region_typed(typed) or "?"
    try:
        value = ANSWERS[asked].parse(typed, TODAY)
    except NotUnderstood:
        return "?"
    return WRITTEN.get(asked, str)(value)


def _money(value: Any) -> str:
    if isinstance(value, dict):
        period, ends = next(iter(value.items()))
        return f"asked back: {period} {_money(ends)}"
    low, high = value
    return str(low) if low == high else f"{low}-{high}"


def _in_a_row(ages: list[int]) -> str:
    return " ".join(map(str, ages))


WRITTEN: Final[dict[str, Callable[[Any], str]]] = {"month": _money, "three months": _money, "ages": _in_a_row}


@pytest.mark.parametrize("answer", read_table(), ids=lambda answer: f"{answer.asked}: {answer.typed}")
def test_an_answer_is_kept_as_it_was_meant_or_asked_again(answer: Typed) -> None:
    assert kept(answer.asked, answer.typed) in {answer.means, "?"}


def test_hardly_any_answer_that_has_one_meaning_is_asked_again() -> None:
    clear = [answer for answer in read_table() if answer.means != "?"]
    understood = [answer for answer in clear if kept(answer.asked, answer.typed) == answer.means]
    assert len(understood) >= UNDERSTOOD_AT_LEAST * len(clear), sorted(set(clear) - set(understood))


def test_the_table_is_large_and_no_answer_stands_in_it_twice() -> None:
    table = read_table()
    assert len(table) >= 300
    assert len({(answer.asked, answer.typed) for answer in table}) == len(table)
