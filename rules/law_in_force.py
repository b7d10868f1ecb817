"""The numbers of the law that stand on one day, looked up once and kept together."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cache

from rules.parameters import ParameterValue, known_value_of, value_of
from rules.quarters import Quarter
from rules.sources import LAW_ENDS_ON, Edition, edition_on

MONTHS_IN_YEAR = 12


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
    index: ParameterValue | None

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
    quarter = Quarter.of(day)
    return LawInForce(
        day=day,
        edition=edition_on(day),
        quarter=quarter,
        base_months=quarter.previous.months,
        adult_age=_whole("able_bodied_age", day),
        student_age=_whole("student_age_limit", day),
        carer_child_age=_whole("carer_child_age_limit", day),
        pension_months_men=int(value_of("pension_age_men", day).value * MONTHS_IN_YEAR),
        pension_months_women=int(value_of("pension_age_women", day).value * MONTHS_IN_YEAR),
        package_from_age=_whole("social_package_from_age", day),
        school_from_age=_whole("school_package_from_age", day),
        package_until_age=_whole("social_package_until_age", day),
        supplement_ages=_supplement_ages(day),
        large_family_from=_whole("large_family_from_children", day),
        loans_count=known_value_of("loan_counts_as_income", day) is not None,
        elderly_care_age=_whole_if_known("elderly_care_age_limit", day),
        ill_are_able_bodied=known_value_of("illness_not_able_bodied_term", day) is None,
        permanent_work_exempts=edition_on(day) is Edition.E2023,
        all_who_live_together_count=edition_on(day) is Edition.E2023,
        index=known_value_of("monthly_calculation_index", day),
    )


def law_ends_on() -> date:
    """Return the last day that is assessed: the end of the year after the one in which the act was read."""
    return LAW_ENDS_ON


@cache
def in_tenge(name: str, day: date) -> int | None:
    """Return an amount stated in monthly calculation indices, rounded up to 1 tenge (A4, F3).

    None when the index of that day is not known.
    """
    index = law_in_force(day).index
    if index is None:
        return None
    return int((value_of(name, day).value * index.value).to_integral_value(ROUND_CEILING))


def _whole(name: str, day: date) -> int:
    return int(value_of(name, day).value)


def _whole_if_known(name: str, day: date) -> int | None:
    known = known_value_of(name, day)
    return None if known is None else int(known.value)


def _supplement_ages(day: date) -> range:
    first, end = (known_value_of(f"child_supplement_{edge}_age", day) for edge in ("from", "until"))
    return range(int(first.value), int(end.value)) if first and end else range(0)


@cache
def _boundary_ages(law: LawInForce) -> frozenset[int]:
    ages = (law.package_from_age, law.carer_child_age, law.school_from_age, law.adult_age, law.student_age)
    supplement = (law.supplement_ages.start, law.supplement_ages.stop) if law.supplement_ages else ()
    return frozenset((*ages, *supplement))


def share(name: str, day: date) -> Decimal:
    """Return a share of the law, or a number of times, as an exact decimal."""
    return value_of(name, day).value
