"""A result beside that of an earlier quarter, in one line."""

from typing import Any

import pytest

from bot.texts import Language, texts
from bot.wording.compared import beside_last, due_a_month
from rules.frozen_result import ResultBefore

DUE: Any = {
    "outcome": "eligible", "quarter": "2026-Q3", "monthly_tenge": {"low": 60_000, "high": 60_000},
    "child_supplement_tenge": 6_488,
}  # fmt: skip
SUMS = ["eligible", [81_488, 81_488]], ["eligible", [50_000, 70_000]], ["refused", None], ["undecided", None]


def before(quarter: str, outcome: str, tenge: list[int] | None) -> ResultBefore:
    return ResultBefore(quarter=quarter, outcome=outcome, tenge=tenge)


def test_what_is_due_is_the_assistance_with_the_supplement() -> None:
    assert due_a_month(DUE) == [66_488, 66_488]
    refused: Any = {**DUE, "outcome": "refused"}
    assert due_a_month(refused) is None


@pytest.mark.parametrize(("outcome", "tenge"), SUMS)
def test_the_last_result_stands_beside_the_new_one(outcome: str, tenge: list[int] | None) -> None:
    told = {
        "eligible": f"айына {texts(Language.KK).money_range(*tenge)}" if tenge else "",
        "refused": "көмек тиесілі емес",
        "undecided": "нақты жауап жоқ",
    }[outcome]
    (line,) = beside_last(texts(Language.KK), DUE, before("2026-Q2", outcome, tenge))
    assert line == f"Алдыңғы тоқсанның нәтижесі: {told}. Енді: айына {texts(Language.KK).money(66_488)}."


def test_an_older_quarter_is_named_and_the_same_sum_is_said_to_be_the_same() -> None:
    words = texts(Language.RU)
    (older,) = beside_last(words, DUE, before("2025-Q4", "refused", None))
    assert older.startswith("Результат за IV квартал 2025 года: помощь не положена. Теперь: ")
    (same,) = beside_last(words, DUE, before("2026-Q2", "eligible", [66_488, 66_488]))
    assert same == f"Результат за предыдущий квартал такой же: {words.money(66_488)} в месяц."
    assert beside_last(words, DUE, None) == []
