"""Pregnancy and childbirth: the social payment to an insured woman on maternity leave (H4)."""

from collections.abc import Iterator
from typing import Final

from rules.household import IncomeKind, Relationship
from rules.other_help.kind import DECIDED_BY_THE_FUND, MAY_BE_DUE, Claim, Kind, Paper
from rules.other_help.order_of_children import small_children
from rules.other_help.shown import Shown
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid, PaperId, Since
from rules.other_help.worth import whole

TERM: Final = "social_payment_childbirth_application_term"


def maternity_social_payment(shown: Shown) -> Iterator[Claim]:
    """Yield it for a child born within the term: the right is older than the child, so that a later one is over (H4).

    It is paid for the leave, so that twins bring it once. The last day is not known, as the first day of the leave was
    not told.
    """
    small = small_children(shown, whole(TERM, shown.law))
    born = tuple(one.child for one in small if one.child.member.relationship is Relationship.CHILD)
    if born:
        fact = Fact.MOTHER_INSURED_BEFORE_BIRTH
        yield Claim(MAY_BE_DUE, born, None, fact, leaves_open=(Open.BY_INSURED_INCOME,))


MATERNITY_SOCIAL_PAYMENT: Final = Kind(
    "maternity-social-payment",
    4,
    "H4",
    maternity_social_payment,
    Paid.ONCE,
    DECIDED_BY_THE_FUND,
    Begins.RIGHT,
    Lasts.LEAVE,
    income=IncomeKind.MATERNITY_PAY,
    is_proactive=True,
    term=(TERM, Since.RIGHT),
    papers=(Paper(PaperId.SICK_LIST),),
    values=("social_payment_childbirth_base_months", TERM),
)
