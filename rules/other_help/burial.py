"""Burial: the payment after a receiver of a pension or an allowance, and out of pension savings (H16, H17).

No answer says that somebody died, and nothing makes it worth asking: what was received is known, and no more.
"""

from collections.abc import Iterable
from typing import Final

from rules.household import IncomeKind
from rules.other_help.kind import AT_THE_STATE_CORPORATION, Claim, Kind
from rules.other_help.shown import Shown
from rules.other_help.words import Begins, Lasts, Paid, Since, Where

TERM: Final = "burial_payment_term"


def nothing_shows_it(_shown: Shown) -> Iterable[Claim]:
    """Return no claim: no answer touches it."""
    return ()


BURIAL_PAYMENT: Final = Kind(
    "burial-payment",
    16,
    "H16",
    nothing_shows_it,
    Paid.ONCE,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.ONCE,
    income=IncomeKind.BURIAL_GRANT,
    term=(TERM, Since.DEATH),
    values=("burial_payment", "burial_payment_war_veteran", TERM),
)
BURIAL_FROM_SAVINGS: Final = Kind(
    "burial-from-savings",
    17,
    "H17",
    nothing_shows_it,
    Paid.ONCE,
    (Where.PENSION_FUND,),
    Begins.APPLICATION,
    Lasts.ONCE,
    income=IncomeKind.BURIAL_GRANT,
    income_names_it=False,
    values=("burial_payment_from_savings_limit",),
)
