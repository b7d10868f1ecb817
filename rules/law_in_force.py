"""The numbers of the law that stand on one day, looked up once and kept together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cache
from typing import Final

from rules.parameters import ParameterValue, UncoveredError, known_value_of, value_of
from rules.quarters import Quarter
from rules.sources import LAW_ENDS_ON, Edition, edition_on

MONTHS_IN_YEAR = 12
NUMBERS: Final = (
    "able_bodied_age", "student_age_limit", "carer_child_age_limit", "pension_age_men", "pension_age_women",
    "elderly_care_age_limit", "illness_not_able_bodied_term", "loan_counts_as_income",
    "social_package_from_age", "school_package_from_age", "social_package_until_age",
    "monthly_calculation_index", "child_supplement_from_age", "child_supplement_until_age",
    "child_supplement_multiplier", "large_family_from_children", "large_family_allowance_4_children",
    "large_family_allowance_5_children", "large_family_allowance_6_children", "large_family_allowance_7_children",
    "large_family_allowance_8_or_more_children", "awarded_mother_kumis_alqa", "awarded_mother_altyn_alqa",
    "refusal_bar_after_declining_employment_measures", "refusal_bar_after_broken_social_contract",
    "refusal_bar_after_false_data", "dwelling_area_per_member_limit",
)  # fmt: skip
"""Every number of the law by which a family is assessed, but for the poverty line and what that is estimated from."""

Numbers = Mapping[str, ParameterValue]


@dataclass(frozen=True, slots=True, eq=False)
class LawInForce:
    """The law of a day: ages in whole years, pension ages in months.

    `elderly_care_age`: over it care of an elderly person exempts (P6); None where the law names no age.
    `ill_are_able_bodied`: before the Social Code long illness exempted, but nobody knew it to take anybody out of the
    able-bodied. `all_who_live_together_count`: since the Social Code; before, readings of relatives are open (P3).

    One object a day (`law_in_force`), compared and hashed by identity: it is the key of caches.
    """

    day: date
    edition: Edition
    quarter: Quarter
    base_months: tuple[str, str, str]
    adult_age: int
    student_age: int
    carer_child_age: int
    pension_months_men: int
    pension_months_women: int
    package_from_age: int
    school_from_age: int
    package_until_age: int
    supplement_ages: range
    large_family_from: int
    loans_count: bool
    elderly_care_age: int | None
    ill_are_able_bodied: bool
    permanent_work_exempts: bool
    all_who_live_together_count: bool
    numbers: Numbers

    def number(self, name: str) -> ParameterValue:
        """The value of one of `NUMBERS`; `UncoveredError` when none is known."""
        return _required(self.numbers, name, self.day)

    @property
    def index(self) -> ParameterValue | None:
        """The monthly calculation index of the day; None when it is not known."""
        return self.numbers.get("monthly_calculation_index")

    @property
    def index_tenge(self) -> int | None:
        """The monthly calculation index of the day in tenge; None when it is not known."""
        return None if self.index is None else int(self.index.value)

    def is_boundary_between(self, younger: int, older: int) -> bool:
        """Whether the law treats the two ages differently."""
        return not _boundary_ages(self).isdisjoint(range(younger + 1, older + 1))


@cache
def law_in_force(day: date) -> LawInForce:
    """Return the law of a day; `LawError` when the encoded law does not reach it."""
    edition_on(day)
    known = {name: known_value_of(name, day) for name in NUMBERS}
    return law_by(day, {name: value for name, value in known.items() if value is not None})


def law_by(day: date, numbers: Numbers) -> LawInForce:
    """Return the law of a day by given numbers, as those that a result was worked out with; `LawError` as above."""
    quarter, edition = Quarter.of(day), edition_on(day)

    def whole(name: str) -> int:
        return int(_required(numbers, name, day).value)

    pension_ages = {name: _required(numbers, f"pension_age_{name}", day).value for name in ("men", "women")}
    elderly = numbers.get("elderly_care_age_limit")
    return LawInForce(
        day=day,
        edition=edition,
        quarter=quarter,
        base_months=quarter.previous.months,
        adult_age=whole("able_bodied_age"),
        student_age=whole("student_age_limit"),
        carer_child_age=whole("carer_child_age_limit"),
        pension_months_men=int(pension_ages["men"] * MONTHS_IN_YEAR),
        pension_months_women=int(pension_ages["women"] * MONTHS_IN_YEAR),
        package_from_age=whole("social_package_from_age"),
        school_from_age=whole("school_package_from_age"),
        package_until_age=whole("social_package_until_age"),
        supplement_ages=_supplement_ages(numbers),
        large_family_from=whole("large_family_from_children"),
        loans_count="loan_counts_as_income" in numbers,
        elderly_care_age=None if elderly is None else int(elderly.value),
        ill_are_able_bodied="illness_not_able_bodied_term" not in numbers,
        permanent_work_exempts=edition is Edition.E2023,
        all_who_live_together_count=edition is Edition.E2023,
        numbers=numbers,
    )


def law_ends_on() -> date:
    """Return the last day that is assessed: the end of the year after the one in which the act was read."""
    return LAW_ENDS_ON


@cache
def in_tenge(name: str, law: LawInForce) -> int | None:
    """Return an amount stated in monthly calculation indices, rounded up to 1 tenge (A4, F3).

    None when the index of that day is not known.
    """
    if law.index is None:
        return None
    return int((law.number(name).value * law.index.value).to_integral_value(ROUND_CEILING))


def _required(numbers: Numbers, name: str, day: date) -> ParameterValue:
    if name not in numbers:
        raise UncoveredError(f"{name}: no value is known for {day}")
    return numbers[name]


def _supplement_ages(numbers: Numbers) -> range:
    first, end = (numbers.get(f"child_supplement_{edge}_age") for edge in ("from", "until"))
    return range(int(first.value), int(end.value)) if first and end else range(0)


@cache
def _boundary_ages(law: LawInForce) -> frozenset[int]:
    ages = (law.package_from_age, law.carer_child_age, law.school_from_age, law.adult_age, law.student_age)
    supplement = (law.supplement_ages.start, law.supplement_ages.stop) if law.supplement_ages else ()
    return frozenset((*ages, *supplement))


def share(name: str, day: date) -> Decimal:
    """Return a share of the law, or a number of times, as an exact decimal."""
    return value_of(name, day).value
