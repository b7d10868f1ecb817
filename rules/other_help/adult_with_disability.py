"""An adult with a disability: the allowance, its higher sizes, and the social payment beside it (H9, H10, H11)."""

from collections.abc import Iterator
from typing import Final

from rules.household import Disability, IncomeKind
from rules.other_help.kind import (
    AT_THE_STATE_CORPORATION,
    BY_THE_MEDICAL_BOARD,
    DECIDED_BY_THE_FUND,
    DUE,
    MAY_BE_DUE,
    Claim,
    Kind,
)
from rules.other_help.shown import BY_GROUP, Shown, is_pensioner
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid
from rules.other_help.worth import Worth, between
from rules.who_counts import Standing, reached_pension_age

ALLOWANCE: Final = "disability-allowance"
HIGHER: Final = "disability-allowance-special-cause"
GENERAL: Final = tuple(f"disability_allowance_{group}" for group in BY_GROUP)
FROM_CHILDHOOD: Final = tuple(f"disability_allowance_from_childhood_{group}" for group in BY_GROUP)
CONSCRIPT: Final = tuple(f"disability_allowance_conscript_or_nuclear_{group}" for group in BY_GROUP)
ON_DUTY: Final = tuple(f"disability_allowance_on_duty_{group}" for group in BY_GROUP)
BACKDATED: Final = "disability_allowance_backdating"


def disability_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield the allowance of each adult with a disability, or with an illness of which one may be found (H9).

    It goes from the size by general illness to that from childhood. A pension takes its place, topped up to it.
    """
    for person in shown.adults:
        member = person.member
        fact = _deciding(person, shown)
        if fact is Fact.PENSION_BELOW_ALLOWANCE:
            yield Claim(MAY_BE_DUE, (person,), None, fact)
        elif member.disability in BY_GROUP:
            amount = _of_group(member.disability, GENERAL, FROM_CHILDHOOD, shown)
            is_exact = amount is None or amount.low == amount.high
            yield Claim(
                MAY_BE_DUE if fact else DUE, (person,), amount, fact or (None if is_exact else Fact.CAUSE_OF_DISABILITY)
            )
        elif fact:
            yield Claim(MAY_BE_DUE, (person,), between(GENERAL[-1], FROM_CHILDHOOD[0], shown.law), fact)


def disability_allowance_special_cause(shown: Shown) -> Iterator[Claim]:
    """Yield the higher sizes to who receives no allowance: of who does the cause was looked at (H10).

    Where somebody without a group named the allowance, it may be anybody's.
    """
    receivers = shown.receivers.get(IncomeKind.DISABILITY_ALLOWANCE, [])
    if any(receiver.disability not in BY_GROUP for receiver in receivers):
        return
    for person in _without_pension(shown):
        if person.member in receivers:
            continue
        amount = _of_group(person.member.disability, CONSCRIPT, ON_DUTY, shown)
        yield Claim(MAY_BE_DUE, (person,), amount, Fact.CAUSE_OF_DISABILITY)


def ability_loss_social_payment(shown: Shown) -> Iterator[Claim]:
    """Yield the social payment of each adult with a disability below pension age, beside the allowance (H11)."""
    for person in _without_pension(shown):
        fact = Fact.INSURED_WHEN_ABILITY_WAS_LOST
        yield Claim(MAY_BE_DUE, (person,), None, fact, leaves_open=(Open.BY_INSURED_INCOME,))


def _deciding(person: Standing, shown: Shown) -> Fact | None:
    """Return the fact that decides whether an adult gets it; None where the group shows it, or nothing does."""
    member = person.member
    if member.disability is Disability.NONE:
        is_ill = member.long_illness and not is_pensioner(member, shown.law)
        return Fact.DISABILITY_FOUND if is_ill else None
    if is_pensioner(member, shown.law):
        return Fact.PENSION_BELOW_ALLOWANCE
    if reached_pension_age(member, shown.law) is None:
        return Fact.BIRTHDAY if member.sex else Fact.SEX
    # A common allowance: a parent receives the child's share.
    may_receive = [member, *(one.member for one in shown.parents_of(person))]
    if any(one in may_receive for one in shown.receivers.get(IncomeKind.SURVIVOR_ALLOWANCE, [])):
        return Fact.ONE_OF_TWO
    return Fact.DISABILITY_GROUP if member.disability is Disability.CHILD else None


def _without_pension(shown: Shown) -> list[Standing]:
    return [one for one in shown.disabled_adults() if not is_pensioner(one.member, shown.law)]


def _of_group(group: Disability, least: tuple[str, ...], greatest: tuple[str, ...], shown: Shown) -> Worth | None:
    at = BY_GROUP.index(group)
    return between(least[at], greatest[at], shown.law)


DISABILITY_ALLOWANCE: Final = Kind(
    ALLOWANCE,
    9,
    "H9",
    disability_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.FINDING,
    Lasts.DISABILITY,
    income=IncomeKind.DISABILITY_ALLOWANCE,
    is_proactive=True,
    backdated=BACKDATED,
    papers=BY_THE_MEDICAL_BOARD,
    excludes=(HIGHER, "survivor-allowance"),
    values=(*GENERAL, *FROM_CHILDHOOD, BACKDATED),
)
DISABILITY_ALLOWANCE_SPECIAL_CAUSE: Final = Kind(
    HIGHER,
    10,
    "H10",
    disability_allowance_special_cause,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.FINDING,
    Lasts.DISABILITY,
    income=IncomeKind.DISABILITY_ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    backdated=BACKDATED,
    papers=BY_THE_MEDICAL_BOARD,
    excludes=(ALLOWANCE, "survivor-allowance"),
    values=(*CONSCRIPT, *ON_DUTY, BACKDATED),
)
ABILITY_LOSS_SOCIAL_PAYMENT: Final = Kind(
    "ability-loss-social-payment",
    11,
    "H11",
    ability_loss_social_payment,
    Paid.MONTHLY,
    DECIDED_BY_THE_FUND,
    Begins.NOT_READ,
    Lasts.TO_PENSION_AGE,
    income=IncomeKind.ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    papers=BY_THE_MEDICAL_BOARD,
    values=("social_payment_ability_loss_replacement",),
)
