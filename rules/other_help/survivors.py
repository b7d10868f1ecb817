"""A family that lost its breadwinner: the allowance, of orphans and of service, and the social payment (H12-H15).

No answer says that somebody died: one parent alone with children and without alimony makes it worth asking.
"""

from collections.abc import Iterator
from typing import Final

from rules.household import Absence, IncomeKind, Relationship
from rules.law_in_force import MONTHS_IN_YEAR
from rules.other_help.kind import (
    AT_THE_STATE_CORPORATION,
    DECIDED_BY_THE_FUND,
    MAY_BE_DUE,
    Claim,
    Kind,
    Paper,
)
from rules.other_help.shown import PARTNERS, WORKING, Shown, draws_pension, is_pensioner
from rules.other_help.words import Begins, Fact, Lasts, Open, Paid, PaperId
from rules.other_help.worth import between, whole, worth
from rules.who_counts import Standing, months_at_ends

ALLOWANCE: Final = "survivor-allowance"
OF_MEMBERS: Final = (
    *(f"survivor_allowance_members_{number}" for number in range(1, 6)),
    "survivor_allowance_members_6_or_more",
)
ORPHAN: Final = "survivor_allowance_orphan_of_both"
ON_DUTY: Final = "survivor_allowance_service_supplement"
CHILD_AGE: Final = "survivor_allowance_carer_child_age"
PAYMENT_CHILD_AGE: Final = "survivor_social_payment_carer_child_age"
BACKDATED: Final = "survivor_allowance_backdating"
ALIMONY: Final = (IncomeKind.ALIMONY, IncomeKind.ALIMONY_ARREARS)
# A spouse of whom nobody knows where they are may be declared missing by a court (article 234).
MAY_BE_MISSING: Final = (Absence.UNKNOWN,)


def survivor_allowance(shown: Shown) -> Iterator[Claim]:
    """Yield it for the children of one parent alone, and for that parent by age or for the care of a small child (H12).

    The parent counts among the members while no work is done and a child under eight is cared for, and from pension age
    on. Two members are open, so that the amount is a range: a grown child with a group, who counts if disabled before
    18, and a parent who draws a pension, which is topped up to the allowance.
    """
    members, parent = _left_by_a_parent(shown, CHILD_AGE), _alone(shown)
    if parent is None:
        return
    may_be = _disabled_children_grown_up(shown)
    if parent not in members and (members or may_be) and is_pensioner(parent.member, shown.law):
        (may_be if draws_pension(parent.member) else members).append(parent)
    if members or may_be:
        least, most = max(len(members), 1), len(members) + len(may_be)
        amount = between(_of_members(least), _of_members(most), shown.law)
        yield Claim(MAY_BE_DUE, (*members, *may_be), amount, Fact.OTHER_PARENT_DEAD_OR_MISSING)


def survivor_allowance_both_parents(shown: Shown) -> Iterator[Claim]:
    """Yield it for wards, and for the young of the kin without a parent in the family (H13).

    Of two and more the act does not say clearly whether the cap for all covers them: no sum is named.
    """
    if shown.receives(IncomeKind.SURVIVOR_ALLOWANCE):
        return
    orphans = tuple(one for one in shown.minors if _may_be_orphan(one, shown))
    if orphans:
        is_alone = len(orphans) == 1
        amount = worth(ORPHAN, shown.law) if is_alone else None
        leaves_open = () if is_alone else (Open.CAP_FOR_ALL,)
        yield Claim(MAY_BE_DUE, orphans, amount, Fact.BOTH_PARENTS_LOST, leaves_open=leaves_open)


def survivor_allowance_service(shown: Shown) -> Iterator[Claim]:
    """Yield the addition for each member where the allowance is received (H14)."""
    if shown.receives(IncomeKind.SURVIVOR_ALLOWANCE):
        amount = worth(ON_DUTY, shown.law)
        yield Claim(MAY_BE_DUE, (), amount, Fact.KILLED_ON_DUTY, leaves_open=(Open.EACH_MEMBER,))


def survivor_social_payment(shown: Shown) -> Iterator[Claim]:
    """Yield the social payment where the allowance is received, or may be due by the same question (H15).

    Its carer is that of a child under three, not under eight.
    """
    leaves_open = (Open.BY_INSURED_INCOME,)
    if shown.receives(IncomeKind.SURVIVOR_ALLOWANCE):
        yield Claim(MAY_BE_DUE, (), None, Fact.DEAD_WAS_INSURED, leaves_open=leaves_open)
        return
    members = _left_by_a_parent(shown, PAYMENT_CHILD_AGE)
    if members:
        fact = Fact.OTHER_PARENT_DEAD_OR_MISSING
        yield Claim(MAY_BE_DUE, tuple(members), None, fact, leaves_open=leaves_open)


def _alone(shown: Shown) -> Standing | None:
    """Return the one of a couple who is alone, has no spouse who surely lives, and gets no alimony."""
    couple = [one for one in shown.people if one.member.relationship in PARTNERS]
    away = [one for one in shown.assessment.family.not_counted if one.member.relationship in PARTNERS]
    if len(couple) != 1 or any(one.member.absence not in MAY_BE_MISSING for one in away) or shown.receives(*ALIMONY):
        return None
    return couple[0]


def _left_by_a_parent(shown: Shown, carer_child_age: str) -> list[Standing]:
    """Return the children of a parent alone, and the parent without work who cares for one under an age (H12, H15)."""
    parent = _alone(shown)
    if parent is None:
        return []
    children = [one for one in shown.assessment.family.children if one.member.relationship is Relationship.CHILD]
    years = whole(carer_child_age, shown.law)
    if parent.member.activity not in WORKING and any(_is_under(one, years, shown) for one in children):
        return [*children, parent]
    return children


def _disabled_children_grown_up(shown: Shown) -> list[Standing]:
    """Return the grown children with a group who do not count as students (H12)."""
    children = shown.assessment.family.children
    return [
        one
        for one in shown.disabled_adults()
        if one.member.relationship is Relationship.CHILD and not any(one is child for child in children)
    ]


def _of_members(number: int) -> str:
    return OF_MEMBERS[min(number, len(OF_MEMBERS)) - 1]


def _is_under(child: Standing, years: int, shown: Shown) -> bool:
    if child.member.birth is None:
        return False
    youngest, _ = months_at_ends(child.member.birth, shown.law.day)
    return youngest < years * MONTHS_IN_YEAR


def _may_be_orphan(child: Standing, shown: Shown) -> bool:
    relationship = child.member.relationship
    if relationship in {Relationship.GRANDCHILD, Relationship.SIBLING}:
        return not shown.parents_of(child)
    return relationship is Relationship.WARD


SURVIVOR_ALLOWANCE: Final = Kind(
    ALLOWANCE,
    12,
    "H12",
    survivor_allowance,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.RIGHT,
    Lasts.CHILDHOOD_OR_STUDY,
    income=IncomeKind.SURVIVOR_ALLOWANCE,
    is_proactive=True,
    backdated=BACKDATED,
    excludes=("disability-allowance", "disability-allowance-special-cause"),
    values=(*OF_MEMBERS, CHILD_AGE, BACKDATED, "survivor_allowance_student_until_age"),
)
SURVIVOR_ALLOWANCE_BOTH_PARENTS: Final = Kind(
    "survivor-allowance-both-parents",
    13,
    "H13",
    survivor_allowance_both_parents,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.RIGHT,
    Lasts.CHILDHOOD_OR_STUDY,
    income=IncomeKind.SURVIVOR_ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    backdated=BACKDATED,
    excludes=(ALLOWANCE,),
    values=(ORPHAN, "survivor_allowance_both_parents_other_member", BACKDATED),
)
SURVIVOR_ALLOWANCE_SERVICE: Final = Kind(
    "survivor-allowance-service",
    14,
    "H14",
    survivor_allowance_service,
    Paid.MONTHLY,
    AT_THE_STATE_CORPORATION,
    Begins.APPLICATION,
    Lasts.CHILDHOOD_OR_STUDY,
    income=IncomeKind.SURVIVOR_ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    values=(ON_DUTY,),
)
SURVIVOR_SOCIAL_PAYMENT: Final = Kind(
    "survivor-social-payment",
    15,
    "H15",
    survivor_social_payment,
    Paid.MONTHLY,
    DECIDED_BY_THE_FUND,
    Begins.NOT_READ,
    Lasts.CHILDHOOD_OR_STUDY,
    income=IncomeKind.SURVIVOR_ALLOWANCE,
    income_names_it=False,
    is_proactive=True,
    papers=(Paper(PaperId.DEATH_OR_COURT),),
    values=("social_payment_survivor_replacement", PAYMENT_CHILD_AGE),
)
