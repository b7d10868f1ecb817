"""Which sums are asked back: measured by the minimum wage of the day, 85 000 tenge in 2026."""

from datetime import date
from typing import Any

import pytest

from handlers.unlikely_amount import doubt_about
from rules import PovertyLines
from rules.interview.answers import Tenge
from rules.interview.places import Place
from rules.interview.questionnaire import Asked, AssessmentDay, Question

IN_2026 = AssessmentDay(date(2026, 5, 12), date(2026, 5, 12), PovertyLines())
IN_2020 = AssessmentDay(date(2026, 5, 12), date(2020, 2, 1), PovertyLines())


def asked(question_id: str, subject: str) -> Asked:
    return Asked(Question(question_id, lambda _context: Tenge(), "I2"), Place.parse(f"{question_id}:{subject}").subject)


def kind_of_doubt(value: Any, question: Asked | None = None, assessment_day: AssessmentDay = IN_2026) -> str | None:
    doubt = doubt_about(question or asked("amount", "wage.self"), value, assessment_day)
    return doubt and doubt["kind"]


@pytest.mark.parametrize(
    ("tenge", "kind"),
    [
        (0, None),
        (1, "thousands"),
        (999, "thousands"),
        (1_000, None),
        (85_000, None),
        (424_999, None),
        (425_000, "scale"),
        (4_249_999, "scale"),
        (4_250_000, "large"),
        (1_000_000_000, "large"),
    ],
)
def test_a_monthly_wage_is_asked_back_at_five_and_at_fifty_minimum_wages(tenge: int, kind: str | None) -> None:
    assert kind_of_doubt([tenge, tenge]) == kind


def test_the_upper_end_of_a_range_decides() -> None:
    assert kind_of_doubt([100_000, 500_000]) == "scale"
    assert kind_of_doubt([0, 500]) == "thousands"


def test_what_is_told_for_three_months_at_once_is_not_asked_back_as_such() -> None:
    by_quarter = asked("amount", "sale.self")
    assert kind_of_doubt([500_000, 500_000], by_quarter) is None
    assert kind_of_doubt([4_250_000, 4_250_000], by_quarter) == "large"


def test_the_sum_of_one_month_is_not_asked_back_as_that_of_three() -> None:
    one_month = asked("month", "wage.self.2")
    assert kind_of_doubt([500_000, 500_000], one_month) is None
    assert kind_of_doubt([500, 500], one_month) == "thousands"
    assert kind_of_doubt([9_000_000, 9_000_000], one_month) == "large"


def test_in_another_quarter_the_minimum_wage_of_that_time_is_the_measure() -> None:
    assert kind_of_doubt([300_000, 300_000]) is None
    assert kind_of_doubt([300_000, 300_000], assessment_day=IN_2020) == "scale"  # 42 500 tenge in 2020


@pytest.mark.parametrize("value", ["unknown", "differs"])
def test_what_is_no_sum_is_not_asked_back(value: Any) -> None:
    assert kind_of_doubt(value) is None


@pytest.mark.parametrize("question", ["people", "years", "region", "household"])
def test_answers_that_are_no_money_are_not_asked_back(question: str) -> None:
    assert kind_of_doubt([500], asked(question, "child")) is None


@pytest.mark.parametrize(
    ("ends", "kind"),
    [
        ([1_000_200, 1_000_200], "thousands"),
        ([2_000_050, 2_000_050], "thousands"),
        ([1_000_200, 2_000_000], "thousands"),
        ([900_000, 1_000_200], "thousands"),
        ([1_001_000, 1_001_000], "scale"),
        ([1_000_000, 1_000_000], "scale"),
        ([112_500, 112_500], None),
        ([3_050, 3_050], None),
    ],
)
def test_some_hundreds_behind_a_million_may_lack_their_thousands(ends: list[int], kind: str | None) -> None:
    """Behind a thousand they do not: «112 мың 500» is one sum."""
    assert kind_of_doubt(ends) == kind


def test_what_is_known_in_full_is_asked_back_for_its_time_only() -> None:
    wage = asked("amount", "wage.self")
    assert doubt_about(wage, [150, 150], IN_2026, is_in_full=True) is None
    assert doubt_about(wage, [1_000_200] * 2, IN_2026, is_in_full=True) == {"kind": "scale", "value": [1_000_200] * 2}


def test_the_doubt_keeps_the_sum_that_was_typed() -> None:
    doubt = doubt_about(asked("amount", "wage.self"), [150, 150], IN_2026)
    assert doubt == {"kind": "thousands", "value": [150, 150]}
