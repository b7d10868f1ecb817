"""Help in finding work and in learning for it; no money by itself (H25-H30)."""

from collections.abc import Iterable, Iterator
from typing import Final

from rules.household import Activity, IncomeKind
from rules.income_within_line import Outcome
from rules.other_help.kind import AT_THE_CAREER_CENTRE, DUE, MAY_BE_DUE, Claim, in_kind
from rules.other_help.shown import INSURED, Shown, is_pensioner
from rules.other_help.words import Fact, Open
from rules.who_counts import Standing

MINISTRY: Final = (Open.MINISTRY_DECIDES,)


def job_search(shown: Shown) -> Iterator[Claim]:
    """Yield the free help in finding work: for who is unemployed, or able-bodied without work and not exempt (H25)."""
    seekers = _without_work(shown)
    if seekers:
        yield Claim(DUE, seekers)


def vocational_training(shown: Shown) -> Iterator[Claim]:
    """Yield the free training of the unemployed, once in two years (H26)."""
    unemployed = _unemployed(shown)
    if unemployed:
        yield Claim(MAY_BE_DUE, unemployed, None, Fact.TRAINED_IN_TWO_YEARS)


def business_support(shown: Shown) -> Iterator[Claim]:
    """Yield the grant and micro-credit for a business, in a family that gets the assistance or is unemployed (H27)."""
    is_receiving = shown.assessment.outcome is Outcome.ELIGIBLE
    people = _entitled(_without_work(shown)) if is_receiving else _unemployed(shown)
    if people:
        yield Claim(MAY_BE_DUE, people, None, Fact.BUSINESS_IDEA, leaves_open=MINISTRY)


def subsidised_job(shown: Shown) -> Iterator[Claim]:
    """Yield work paid by the state: for the unemployed, and for students in their free time (H28)."""
    unemployed = _unemployed(shown)
    if unemployed:
        yield Claim(MAY_BE_DUE, unemployed, None, Fact.REGISTERED_AS_UNEMPLOYED, leaves_open=MINISTRY)
    students = _entitled(one for one in shown.of_working_age if one.member.activity is Activity.STUDENT)
    if students:
        yield Claim(MAY_BE_DUE, students, None, Fact.WANTS_WORK, leaves_open=MINISTRY)


def resettlement(shown: Shown) -> Iterator[Claim]:
    """Yield the help to a family that moves for work (H29)."""
    unemployed = _unemployed(shown)
    if unemployed:
        yield Claim(MAY_BE_DUE, unemployed, None, Fact.WILLING_TO_MOVE, leaves_open=MINISTRY)


def job_quota(shown: Shown) -> Iterator[Claim]:
    """Yield quotas and special workplaces for adults with a disability and without permanent work (H30)."""
    people = _entitled(
        one
        for one in shown.disabled_adults()
        if one.member.activity not in INSURED and not is_pensioner(one.member, shown.law)
    )
    if people:
        yield Claim(MAY_BE_DUE, people, None, Fact.WANTS_WORK)


def _unemployed(shown: Shown) -> tuple[Standing, ...]:
    return _entitled(one for one in shown.of_working_age if one.member.activity is Activity.UNEMPLOYED)


def _entitled(people: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return those of them who may be given it: of others free help in finding work alone is for anyone (H25, H26)."""
    return tuple(one for one in people if one.member.entitled)


def _without_work(shown: Shown) -> tuple[Standing, ...]:
    must_join = shown.assessment.family.must_join
    return tuple(
        one
        for one in shown.of_working_age
        if one.member.activity is Activity.UNEMPLOYED or (one in must_join and one.member.activity not in INSURED)
    )


JOB_SEARCH: Final = in_kind("job-search", 25, "H25", job_search, AT_THE_CAREER_CENTRE)
VOCATIONAL_TRAINING: Final = in_kind(
    "vocational-training",
    26,
    "H26",
    vocational_training,
    AT_THE_CAREER_CENTRE,
    values=("vocational_training_interval",),
)
BUSINESS_SUPPORT: Final = in_kind(
    "business-support", 27, "H27", business_support, AT_THE_CAREER_CENTRE, income=IncomeKind.EMPLOYMENT_MEASURE
)
SUBSIDISED_JOB: Final = in_kind(
    "subsidised-job", 28, "H28", subsidised_job, AT_THE_CAREER_CENTRE, income=IncomeKind.EMPLOYMENT_MEASURE
)
RESETTLEMENT: Final = in_kind(
    "resettlement", 29, "H29", resettlement, AT_THE_CAREER_CENTRE, income=IncomeKind.EMPLOYMENT_MEASURE
)
JOB_QUOTA: Final = in_kind("job-quota", 30, "H30", job_quota, AT_THE_CAREER_CENTRE)
