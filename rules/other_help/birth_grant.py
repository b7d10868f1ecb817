"""The birth grant: once for each child, by its order (H1)."""

from collections.abc import Iterator
from typing import Final

from rules.household import IncomeKind
from rules.other_help.kind import AT_THE_STATE_CORPORATION, DUE, MAY_BE_DUE, Claim, Kind
from rules.other_help.order_of_children import SmallChild, by_order, small_children
from rules.other_help.shown import Shown
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid, Since
from rules.other_help.worth import whole

BY_ORDER: Final = (*["birth_grant_child_1_to_3"] * 3, "birth_grant_child_4_or_more")
TERM: Final = "birth_grant_application_term"


def birth_grant(shown: Shown) -> Iterator[Claim]:
    """Yield the grant of each child for whom it can still be asked (H1).

    The answers show money of the base quarter alone: of a child born before it nobody knows whether it was paid,
    and of every other it may have been paid since.
    """
    for small in small_children(shown, whole(TERM, shown.law)):
        fact = _deciding(small, shown)
        since_told = () if fact else (Open.UNLESS_PAID_SINCE,)
        yield Claim(
            MAY_BE_DUE if fact else DUE,
            (small.child,),
            by_order(small, BY_ORDER, shown),
            fact or small.fact,
            apply_by=small.last_day,
            leaves_open=(*small.leaves_open, *since_told),
        )


def _deciding(small: SmallChild, shown: Shown) -> Fact | None:
    if small.is_within is None:
        return Fact.BIRTHDAY
    if not small.is_own:
        return Fact.PARENT_OR_GUARDIAN
    birth = small.child.member.birth
    is_new = birth is not None and birth.earliest >= shown.law.quarter.previous.first_day
    return None if is_new else Fact.NOT_RECEIVED_BEFORE


BIRTH_GRANT: Final = Kind(
    "birth-grant",
    1,
    "H1",
    birth_grant,
    Paid.ONCE,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.ONCE,
    income=IncomeKind.BIRTH_GRANT,
    is_proactive=True,
    term=(TERM, Since.BIRTH),
    values=(*BY_ORDER, TERM),
)
