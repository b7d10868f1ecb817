"""Bills of job offers to tell: one of each way in which they come out."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

from bot.store.notice_values import OfferValues
from rules.household import Activity, AwardedMother, CaresFor, Household, Income, IncomeKind
from rules.offer import Measure
from tests.cast.billed_families import NOT_PUBLISHED, billed, child, earned, family, father, mother

NAMED = cast("OfferValues", {"member_label": "Айгүл", "is_named": True})
OF_ANOTHER = cast("OfferValues", {"member_label": "Айгүл <b>", "is_named": False})


def many_children(**history: Any) -> Household:
    """A family with all that can stay."""
    return family(mother(), father(earned(10_000)), *map(child, (3, 5, 8, 11)), **history)


def in_astana(household: Household) -> Household:
    """The same family where the line may be by median income: an estimate alone refuses nobody there (L2)."""
    return replace(household, region="KZ-71")


RICH = family(mother(), father(earned(900_000)), child(3))
CARER = family(mother(activity=Activity.CARER, cares_for=CaresFor.ELDERLY), father(), child(2))
BILLS = {
    "usual": billed(),
    "a line that is estimated": billed(lines=NOT_PUBLISHED),
    "within both ends of an estimated line": billed(wage=125_000, lines=NOT_PUBLISHED),
    "above an estimated line": billed(in_astana(family()), wage=250_000, lines=NOT_PUBLISHED),
    "above an estimated line now": billed(
        in_astana(family(mother(), father(earned(200_000)), child(9))), lines=NOT_PUBLISHED
    ),
    "too much": billed(wage=300_000),
    "nothing now": billed(RICH),
    "no wage": billed(wage=None, measure=Measure.TRAINING),
    "a grant": billed(wage=1_500_000, measure=Measure.GRANT),
    "decided": billed(decided_monthly_tenge=41_237, decided_supplement_tenge=9_871),
    "need not": billed(CARER),
    "need not, estimated": billed(CARER, lines=NOT_PUBLISHED),
    "everything stays": billed(many_children(awarded_mother=AwardedMother.ALTYN_ALQA), lines=NOT_PUBLISHED),
    "between two sums": billed(family(mother(incomes=(Income(IncomeKind.FARM, 30_000, 60_000),)), child(3))),
    "at least": billed(family(mother(incomes=(Income(IncomeKind.FARM, 900_000, None),)), child(3))),
    "barred": billed(family(refused_measures_on=date(2026, 10, 1))),
    "next year": billed(starts_on=date(2027, 1, 11)),
    "a single mother": billed(family(mother())),
}
