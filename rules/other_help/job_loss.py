"""A lost job: the social payment to an insured person who is registered as unemployed (H18)."""

from collections.abc import Iterator
from typing import Final

from rules.household import Activity, IncomeKind, Member
from rules.other_help.kind import DECIDED_BY_THE_FUND, MAY_BE_DUE, Claim, Kind
from rules.other_help.shown import INSURED, Shown
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid, Since

TERM: Final = "social_payment_job_loss_application_term"
# Nobody who studies or cares looks for work by that alone, but a final pay shows that there was some.
SHOWS_LOST_WORK: Final = (IncomeKind.FINAL_PAY,)


def job_loss_social_payment(shown: Shown) -> Iterator[Claim]:
    """Yield it for who is unemployed, or had a final pay and has no permanent work since (H18)."""
    for person in shown.of_working_age:
        if _lost_a_job(person.member):
            fact = Fact.INSURED_SIX_MONTHS
            yield Claim(MAY_BE_DUE, (person,), None, fact, leaves_open=(Open.BY_INSURED_INCOME,))


def _lost_a_job(member: Member) -> bool:
    if member.activity is Activity.UNEMPLOYED:
        return True
    return member.activity not in INSURED and any(income.kind in SHOWS_LOST_WORK for income in member.incomes)


JOB_LOSS_SOCIAL_PAYMENT: Final = Kind(
    "job-loss-social-payment",
    18,
    "H18",
    job_loss_social_payment,
    Paid.MONTHLY,
    DECIDED_BY_THE_FUND,
    Begins.NOT_READ,
    Lasts.ONE_TO_SIX_MONTHS,
    income=IncomeKind.UNEMPLOYMENT_BENEFIT,
    is_proactive=True,
    term=(TERM, Since.REGISTRATION),
    values=(
        "social_payment_job_loss_replacement",
        "social_payment_job_loss_minimum_participation",
        "social_payment_job_loss_duration_1",
        "social_payment_job_loss_duration_6",
        TERM,
    ),
)
