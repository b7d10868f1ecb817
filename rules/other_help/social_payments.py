"""What the social insurance fund pays, where the insured income is known (H3, H4, H11, H15, H18).

The answers do not tell an insured income: these sums are for whoever tells it. All before the pension contribution.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from rules.law_in_force import MONTHS_IN_YEAR, LawInForce
from rules.other_help.worth import decimal, exact, rounded_up, whole, worth

WITHHELD: Final = "social_payment_pension_withholding"
INCOME_MOST: Final = "social_insurance_income_maximum"
PARTICIPATION: Final = "social_insurance_participation_coefficient"
# It stands here and not under law/: the names of the parameters say the months.
STEPS: Final = (6, 12, 24, 36, 48, 60, 72)
DAYS_IN_MONTH: Final = 30  # by which article 78 divides the days of the leave
LONGEST_JOB_LOSS: Final = 6


def participation(months: int, law: LawInForce) -> Decimal:
    """Return the coefficient for so many months of participation (H11, H15, H18)."""
    if months < STEPS[0]:
        return decimal(f"{PARTICIPATION}_under_6_months", law)
    for begins, ends in pairwise(STEPS):
        if months < ends:
            return decimal(f"{PARTICIPATION}_{begins}_to_{ends}_months", law)
    further = (months - STEPS[-1]) // MONTHS_IN_YEAR  # each that is full
    last = decimal(f"{PARTICIPATION}_60_to_72_months", law)
    return min(last + further * decimal(f"{PARTICIPATION}_step", law), decimal(f"{PARTICIPATION}_maximum", law))


def insured_income(mean_tenge: int, law: LawInForce) -> Decimal:
    """Return the mean insured income of a month in tenge, of one payer at most seven minimum wages."""
    most = worth(INCOME_MOST, law)
    return Decimal(mean_tenge if most is None else min(mean_tenge, most.high))


def job_loss_payment(mean_tenge: int, months: int, law: LawInForce) -> tuple[int, int]:
    """Return tenge a month, and for how many months it is paid; nothing under six months of participation (H18)."""
    if months < whole("social_payment_job_loss_minimum_participation", law):
        return 0, 0
    duration = min(months // MONTHS_IN_YEAR + 1, LONGEST_JOB_LOSS)
    tenge = (
        insured_income(mean_tenge, law)
        * decimal("social_payment_job_loss_replacement", law)
        * participation(months, law)
    )
    return rounded_up(tenge), whole(f"social_payment_job_loss_duration_{duration}", law)


def child_care_payment(mean_tenge: int, law: LawInForce) -> int:
    """Return tenge a month for the care of a child, by the mean insured income of 24 months, at its most (H3)."""
    tenge = rounded_up(Decimal(mean_tenge) * decimal("social_payment_child_care_replacement", law))
    most = worth("social_payment_child_care_maximum", law)
    return tenge if most is None else min(tenge, most.high)


def maternity_payment(income_tenge: int, days: int, law: LawInForce) -> int:
    """Return tenge once for a leave of so many days, by the insured income of the twelve months before it (H4)."""
    base = whole("social_payment_childbirth_base_months", law)
    return rounded_up(Decimal(income_tenge) * days / (base * DAYS_IN_MONTH))


def ability_loss_payment(mean_tenge: int, loss: Decimal, months: int, law: LawInForce) -> int:
    """Return tenge a month for a share of the ability to work that is lost (H11)."""
    replaced = _above_half_a_wage(mean_tenge, law) * decimal("social_payment_ability_loss_replacement", law)
    return rounded_up(replaced * loss * participation(months, law))


def survivor_payment(mean_tenge: int, dependants: int, months: int, law: LawInForce) -> int:
    """Return tenge a month for all dependants of an insured dead person together (H15)."""
    of_dependants = "4_or_more" if dependants >= 4 else str(dependants)  # noqa: PLR2004, as the parameters are named
    replaced = _above_half_a_wage(mean_tenge, law) * decimal("social_payment_survivor_replacement", law)
    coefficient = decimal(f"social_payment_survivor_dependants_coefficient_{of_dependants}", law)
    return rounded_up(replaced * coefficient * participation(months, law))


def _above_half_a_wage(mean_tenge: int, law: LawInForce) -> Decimal:
    wage = exact("minimum_wage", law)
    half = Decimal(0) if wage is None else wage.tenge / 2
    return max(insured_income(mean_tenge, law) - half, Decimal(0))
