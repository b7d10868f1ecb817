"""`other_help`: the state's help beside the assistance, as far as a family's answers touch it (H1-H33, F1, F2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.household import Household, Member, Relationship
from rules.other_help.kind import DUE, MAY_BE_DUE, NEAR, RECEIVED, Claim, Kind, Missed, Term
from rules.other_help.shown import Shown
from rules.other_help.table import kinds_given_on
from rules.other_help.words import Counted, Fact, HelpStanding, Lacks, Open, Paid
from rules.other_help.worth import Worth, together, weakest
from rules.quarters import MONTHS_IN_QUARTER
from rules.result import Assessment
from rules.sources import Grade, Source, provision
from rules.who_counts import Standing

ORDER: Final = {standing: place for place, standing in enumerate(HelpStanding)}
# Of who receives it all the same, these are still said: the right to the basic pension begins later than another
# pension, and a family that has become smaller loses the allowance.
STILL_MISSED: Final = (Lacks.AGE, Lacks.CHILDREN)


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of help as it stands for a family, with all members of whom the same is to be said.

    `amount` is that of all of them together, in whole tenge, a month or once; None where there is no fixed sum.
    `fact` is the one fact that would decide it, or of what is due the amount; `missed` by what it is missed. `grade` is
    the weakest of what it rests on.
    """

    kind: Kind
    standing: HelpStanding
    claims: tuple[Claim, ...]
    amount: Worth | None
    fact: Fact | None
    missed: Missed | None
    leaves_open: tuple[Open, ...]
    term: Term | None
    backdated_months: int | None
    grade: Grade
    sources: tuple[Source, ...]

    @property
    def id(self) -> str:
        """The kind's Fluent id."""
        return self.kind.id

    @property
    def already_received(self) -> bool:
        """Whether the family's incomes say that it gets it: then it is not offered again."""
        return self.standing is RECEIVED

    @property
    def of(self) -> list[Standing]:
        """Whom it is about; nobody: the family."""
        return list({id(one.member): one for claim in self.claims for one in claim.of}.values())

    @property
    def counts_as_income(self) -> Counted | None:
        """Whether the money is income for the assistance; None for what is no money."""
        return self.kind.counted

    @property
    def until(self) -> date | None:
        """The last day of the right of the last of them; None where one is not known, or no day ends it."""
        days = [claim.until for claim in self.claims]
        known = [day for day in days if day is not None]
        return max(known) if days and len(known) == len(days) else None

    @property
    def apply_by(self) -> date | None:
        """The first last day of the term for applying; None where it is not known."""
        return min((claim.apply_by for claim in self.claims if claim.apply_by is not None), default=None)


def other_help(household: Household, assessment: Assessment) -> list[Help]:
    """Return the help that answers show to be due, that one fact would decide, that is missed by little, or received.

    `assessment` is the household's own, and its day the day of the law. What no answer touches is not in it: nothing is
    offered on a guess. What is due comes first, each in the order of the act.
    """
    shown = Shown.by(household, assessment)
    found = [one for kind in kinds_given_on(shown.law) for one in _of_kind(kind, shown)]
    return sorted(found, key=lambda one: ORDER[one.standing])


def _of_kind(kind: Kind, shown: Shown) -> Iterator[Help]:
    told = list(kind.decide(shown))
    if not told and kind.income_names_it and not kind.by_person and kind.income in shown.receivers:
        told = [Claim(RECEIVED, ())]
    grouped: dict[tuple[object, ...], list[Claim]] = {}
    for each in told:
        claim = _by_status(_by_income(each, kind, told, shown), kind, shown)
        if claim is not None:
            of_due = None if claim.standing in {DUE, RECEIVED} else (claim.fact, claim.missed)
            grouped.setdefault((claim.standing, of_due), []).append(claim)
    return (_help(kind, tuple(claims), shown) for claims in grouped.values())


def _by_income(claim: Claim, kind: Kind, told: list[Claim], shown: Shown) -> Claim:
    """Return the claim, one of those `told` of a kind, as received where the incomes say so."""
    receivers = shown.receivers.get(kind.income, []) if kind.income and kind.income_names_it else []
    if not receivers or (claim.missed is not None and claim.missed.by in STILL_MISSED):
        return claim
    received = claim._replace(standing=RECEIVED, fact=None, missed=None)
    if not claim.of or any(one.member in receivers for one in claim.of):
        return received
    if kind.by_person:
        return claim
    claimants = [one.member for each in told for one in each.of]
    if for_them := [receiver for receiver in receivers if receiver not in claimants]:
        # by somebody else for them, as a parent for a child
        others = [each for each in told if not any(one.member in receivers for one in each.of)]
        if _covers_all(for_them, others, kind):
            return received
        return claim._replace(standing=MAY_BE_DUE, fact=Fact.FOR_WHOM_RECEIVED, missed=None)
    # In the chat an allowance is the applicant's, whoever of the family gets it.
    is_of_family = any(receiver.relationship is Relationship.APPLICANT for receiver in receivers)
    return claim._replace(standing=MAY_BE_DUE, fact=Fact.WHO_RECEIVES) if is_of_family else claim


def _covers_all(receivers: list[Member], claims: list[Claim], kind: Kind) -> bool:
    """Whether the money that was told is for all claims: for one, or more than all of them bring but the smallest."""
    if len(claims) == 1:
        return True
    tenge = sum(income.low_tenge for one in receivers for income in one.incomes if income.kind is kind.income)
    times = MONTHS_IN_QUARTER if kind.paid is Paid.MONTHLY else 1
    amounts = sorted(claim.worth.high for claim in claims if claim.worth is not None)
    return len(amounts) == len(claims) and tenge > times * sum(amounts[1:])


def _by_status(claim: Claim, kind: Kind, shown: Shown) -> Claim | None:
    """Return the claim, or what is left of it where nobody of them is a citizen, kandas or resident (P1).

    Open: the birth grant and the child-care allowance are also a foreigner's whom a treaty gives them (H1, H2). Nobody
    asks for it, so that `entitled` holds the treaty with the rest.
    """
    people = claim.of or shown.people
    somebody_may_ask = any(one.member.entitled for one in shown.people)
    if claim.standing is RECEIVED or (somebody_may_ask and any(one.member.entitled for one in people)):
        return claim
    if claim.standing is not DUE or kind.paid is Paid.IN_KIND:
        return None
    return claim._replace(standing=NEAR, fact=None, missed=Missed(Lacks.STATUS))


def _help(kind: Kind, claims: tuple[Claim, ...], shown: Shown) -> Help:
    law, first = shown.law, claims[0]
    amount = together(claim.worth for claim in claims)
    own = provision(kind.provision, law.edition)
    rests_on = [one.grade for claim in claims for one in (claim.worth, claim.threshold) if one is not None]
    leaves_open = [open_ for claim in claims for open_ in claim.leaves_open]
    if first.standing is DUE and amount is None and kind.paid is not Paid.IN_KIND:
        leaves_open.append(Open.UNIT_UNKNOWN)
    return Help(
        kind=kind,
        standing=first.standing,
        claims=claims,
        amount=amount,
        fact=next((claim.fact for claim in claims if claim.fact), None),
        missed=first.missed,
        leaves_open=tuple(dict.fromkeys(leaves_open)),
        term=kind.term_on(law.day),
        backdated_months=kind.backdated_months(law.day),
        grade=weakest((own.grade, *rests_on)),
        sources=(own, provision(kind.counted_by, law.edition)) if kind.counted_by else (own,),
    )
