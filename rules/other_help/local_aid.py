"""What local councils decide: aid to categories in need, and housing aid (H23, H24)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from rules.household import Disability, Holding, IncomeKind, Relationship
from rules.income_within_line import Outcome
from rules.other_help.kind import AT_THE_STATE_CORPORATION_OR_E_GOVERNMENT, MAY_BE_DUE, NEAR, Claim, Kind, Missed, Paper
from rules.other_help.shown import Shown, is_pensioner
from rules.other_help.words import Begins, Fact, Lacks, Lasts, Open, Paid, PaperId, Where
from rules.other_help.worth import Worth, rounded_up, weakest
from rules.parameters import ParameterValue, known_value_of
from rules.quarters import MONTHS_IN_QUARTER
from rules.sources import Grade

LOW_SHARE, HIGH_SHARE = "housing_aid_expense_share_low", "housing_aid_expense_share_high"
COUNCIL: Final = (Open.LOCAL_COUNCIL_DECIDES,)


def local_aid(shown: Shown) -> Iterator[Claim]:
    """Yield it where the family is of a kind that councils name: low income, disability, age, many children (H23)."""
    found = shown.assessment
    is_poor = found.by_income is not Outcome.REFUSED
    is_large = found.allowances.children >= shown.law.large_family_from
    is_weak = any(
        one.member.disability is not Disability.NONE or is_pensioner(one.member, shown.law) for one in shown.people
    )
    if is_poor or is_large or is_weak:
        yield Claim(MAY_BE_DUE, (), None, Fact.LOCAL_CATEGORY, leaves_open=COUNCIL)


def housing_aid(shown: Shown) -> Iterator[Claim]:
    """Yield it to a family registered in its only dwelling, with the costs above which it is worth asking (H24).

    Of a second dwelling the answers do not say whether it is still owned.
    """
    household = shown.household
    if not household.registered or not _is_registered_at_home(shown):
        yield Claim(NEAR, (), None, missed=Missed(Lacks.REGISTRATION))
    elif Holding.DWELLINGS in household.property.holdings:
        yield Claim(MAY_BE_DUE, (), None, Fact.ONLY_DWELLING_NOW, leaves_open=COUNCIL)
    else:
        yield Claim(MAY_BE_DUE, (), None, Fact.HOUSING_COSTS, leaves_open=COUNCIL, threshold=_allowed_costs(shown))


def _is_registered_at_home(shown: Shown) -> bool:
    return all(one.registered_here for one in shown.members if one.relationship is Relationship.APPLICANT)


def _allowed_costs(shown: Shown) -> Worth | None:
    """Return the housing costs of a month that the family bears itself, in tenge, by its income as it was told.

    Which money the council counts is not known: all that counts for the assistance is taken.
    """
    shares = [_share(name, shown.law.day) for name in (LOW_SHARE, HIGH_SHARE)]
    least, most = shares
    income = shown.assessment.income
    if least is None or most is None or income.high_tenge is None:
        return None
    low, high = (
        rounded_up(Decimal(tenge) * share / MONTHS_IN_QUARTER)
        for tenge, share in ((income.low_tenge, least.value), (income.high_tenge, most.value))
    )
    return Worth(low, high, weakest((least.grade, most.grade)))


@cache
def _share(name: str, day: date) -> ParameterValue | None:
    return known_value_of(name, day)


LOCAL_AID: Final = Kind(
    "local-aid",
    23,
    "H23",
    local_aid,
    Paid.ONCE,
    (Where.AKIMAT,),
    Begins.LOCAL_RULES,
    Lasts.LOCAL_RULES,
    income=IncomeKind.LOCAL_AID,
)
HOUSING_AID: Final = Kind(
    "housing-aid",
    24,
    "H24",
    housing_aid,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION_OR_E_GOVERNMENT,
    Begins.LOCAL_RULES,
    Lasts.LOCAL_RULES,
    income=IncomeKind.HOUSING_AID,
    papers=(Paper(PaperId.CONSENT_OF_ADULTS, Grade.OFFICIAL),),
    values=(LOW_SHARE, HIGH_SHARE, "housing_aid_area_per_member"),
)
