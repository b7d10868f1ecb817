"""Families with many children: the large family's allowance and the awarded mother's (F1, F2)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from rules.household import Activity, AwardedMother, IncomeKind, Relationship
from rules.law_in_force import MONTHS_IN_YEAR
from rules.other_help.kind import AT_THE_STATE_CORPORATION, DUE, MAY_BE_DUE, NEAR, Claim, Kind, Missed
from rules.other_help.shown import Shown
from rules.other_help.words import Begins, Fact, Lacks, Lasts, Open, Paid
from rules.other_help.worth import Worth, weakest, worth
from rules.quarters import add_months
from rules.who_counts import Standing

LARGE: Final = (
    "large_family_allowance_4_children",
    "large_family_allowance_5_children",
    "large_family_allowance_6_children",
    "large_family_allowance_7_children",
    "large_family_allowance_8_or_more_children",
)
AWARDED: Final = ("awarded_mother_kumis_alqa", "awarded_mother_altyn_alqa")


def large_family_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance as the assessment has it, or that one child is missing for it (F1)."""
    allowances, least = shown.assessment.allowances, shown.law.large_family_from
    if allowances.children >= least:
        worth_of_all = _worth(allowances.large_family_tenge, shown)
        until = last_day_of(_children(shown), least, shown)
        yield Claim(DUE, (), worth_of_all, until=until, leaves_open=(Open.STUDENTS_COUNT_ON,))
    elif allowances.children == least - 1:
        yield Claim(NEAR, (), worth(LARGE[0], shown.law), missed=Missed(Lacks.CHILDREN, 1, least))


def awarded_mother_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance of an awarded mother; "another allowance" that the family gets may be it (F2)."""
    allowances = shown.assessment.allowances
    if shown.household.history.awarded_mother is AwardedMother.NONE or allowances.awarded_mother_tenge == 0:
        return
    fact = Fact.WHICH_OTHER_ALLOWANCE if shown.receives(IncomeKind.ALLOWANCE) else None
    amount = _worth(allowances.awarded_mother_tenge, shown)
    yield Claim(MAY_BE_DUE if fact else DUE, (), amount, fact)


def last_day_of(children: list[Standing], least: int, shown: Shown) -> date | None:
    """Return the last day on which there are still so many children, if nobody is born; None without a birthday (F1).

    A student counts until 23, a minor here until 18: nobody knows who will study.
    """
    ends = [_turns(child, shown) for child in children]
    known = sorted(end for end in ends if end is not None)
    if len(known) < len(ends) or len(known) < least:
        return None
    return known[len(known) - least] - timedelta(days=1)


def _turns(child: Standing, shown: Shown) -> date | None:
    birth, law = child.member.birth, shown.law
    if birth is None or not birth.is_known:
        return None
    studies = child.member.activity is Activity.STUDENT
    return add_months(birth.earliest, (law.student_age if studies else law.adult_age) * MONTHS_IN_YEAR)


def _children(shown: Shown) -> list[Standing]:
    children = shown.assessment.family.children
    return [child for child in children if child.member.relationship is not Relationship.FOSTER_CHILD]


def _worth(tenge: int | None, shown: Shown) -> Worth | None:
    first, index = worth(LARGE[0], shown.law), shown.law.index
    if tenge is None or first is None or index is None:
        return None
    return Worth(tenge, tenge, weakest((first.grade, index.grade)))


LARGE_FAMILY_ALLOWANCE: Final = Kind(
    "large-family-allowance",
    5,
    "F1",
    large_family_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.LARGE_FAMILY,
    income=IncomeKind.LARGE_FAMILY_ALLOWANCE,
    is_proactive=True,
    values=LARGE,
)
AWARDED_MOTHER_ALLOWANCE: Final = Kind(
    "awarded-mother-allowance",
    5,
    "F2",
    awarded_mother_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.WHILE_CONDITIONS_HOLD,
    income=IncomeKind.ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    values=AWARDED,
)
