"""Care of a child under one and a half: the allowance, or the social payment to an insured carer (H2, H3)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from rules.household import IncomeKind
from rules.law_in_force import MONTHS_IN_YEAR
from rules.other_help.kind import AT_THE_STATE_CORPORATION, DECIDED_BY_THE_FUND, DUE, MAY_BE_DUE, Claim, Kind
from rules.other_help.order_of_children import LAST_ORDER, SmallChild, by_order, small_children
from rules.other_help.shown import INSURED, Shown
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid, Since
from rules.other_help.worth import Worth, decimal, exact, rounded_up, worth
from rules.sources import Grade

ALLOWANCE: Final = "child-care-allowance"
PAYMENT: Final = "child-care-social-payment"
BY_ORDER: Final = (
    "child_care_allowance_child_1",
    "child_care_allowance_child_2",
    "child_care_allowance_child_3",
    "child_care_allowance_child_4_or_more",
)
UNTIL_AGE: Final = "child_care_allowance_until_age"
TERM: Final = "child_care_allowance_application_term"
PAYMENT_TERM: Final = "social_payment_child_care_application_term"
MOST: Final = "social_payment_child_care_maximum"
WITHHELD: Final = "social_payment_pension_withholding"


def child_care_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance of each child under one and a half whose parent at home need not be insured (H2).

    A parent who was insured gets the social payment instead, which is never less: the amount is the least.
    """
    for small in _in_care(shown):
        fact = _deciding(small, shown)
        if fact is Fact.ON_CHILD_CARE_LEAVE:
            continue
        worth_of_child = by_order(small, BY_ORDER, shown)
        yield _claim(small, fact, worth_of_child)._replace(leaves_open=(*small.leaves_open, Open.FUND_PAYS_IF_INSURED))


def child_care_social_payment(shown: Shown) -> Iterator[Claim]:
    """Yield the social payment, where the carer may be insured; nothing once either of the two is received (H3)."""
    if shown.receives(IncomeKind.CHILD_CARE_ALLOWANCE):
        return
    in_care = list(_in_care(shown))
    for small in in_care:
        fact = _deciding(small, shown) or Fact.CARER_INSURED
        # the act was not read on whether it is doubled for twins
        amount = _of_payment(small, shown) if len(in_care) == 1 else None
        yield _claim(small, fact, amount)._replace(leaves_open=(Open.BY_INSURED_INCOME,))


def _in_care(shown: Shown) -> Iterator[SmallChild]:
    return small_children(shown, int(decimal(UNTIL_AGE, shown.law) * MONTHS_IN_YEAR))


def _claim(small: SmallChild, fact: Fact | None, amount: Worth | None) -> Claim:
    standing = MAY_BE_DUE if fact else DUE
    return Claim(
        standing,
        (small.child,),
        amount,
        fact or small.fact,
        paid_from=small.born_on,
        until=small.last_day,
        apply_by=small.last_day,
    )


def _deciding(small: SmallChild, shown: Shown) -> Fact | None:
    """Return the fact that decides whether one of the two is due; None where a parent at home shows it."""
    if small.is_within is None:
        return Fact.BIRTHDAY
    if not small.is_own:
        return Fact.PARENT_OR_GUARDIAN
    parents = shown.parents_of(small.child)
    if parents and all(one.member.activity in INSURED for one in parents):
        return Fact.ON_CHILD_CARE_LEAVE
    return None if parents else Fact.PARENT_OR_GUARDIAN


def _of_payment(small: SmallChild, shown: Shown) -> Worth | None:
    """Return from so much that the allowance remains after the pension contribution to 40 % of seven wages (H3)."""
    allowance = exact(BY_ORDER[min(small.lowest, LAST_ORDER) - 1], shown.law)
    most = worth(MOST, shown.law)
    if allowance is None or most is None:
        return None
    least = allowance.tenge / (Decimal(1) - decimal(WITHHELD, shown.law))
    return Worth(rounded_up(least), most.high, Grade.DERIVED)


CHILD_CARE_ALLOWANCE: Final = Kind(
    ALLOWANCE,
    2,
    "H2",
    child_care_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.BIRTH,
    Lasts.CHILD_IS_SMALL,
    income=IncomeKind.CHILD_CARE_ALLOWANCE,
    is_proactive=True,
    term=(TERM, Since.BIRTH),
    excludes=(PAYMENT,),
    values=(*BY_ORDER, UNTIL_AGE, TERM),
)
CHILD_CARE_SOCIAL_PAYMENT: Final = Kind(
    PAYMENT,
    3,
    "H3",
    child_care_social_payment,
    Paid.MONTHLY,
    DECIDED_BY_THE_FUND,
    Begins.BIRTH,
    Lasts.CHILD_IS_SMALL,
    income=IncomeKind.CHILD_CARE_ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    term=(PAYMENT_TERM, Since.RIGHT),
    excludes=(ALLOWANCE,),
    values=("social_payment_child_care_replacement", MOST, PAYMENT_TERM, WITHHELD),
)
