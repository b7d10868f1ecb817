"""Where the act or the facts leave open who or what counts, every reading is worked out.

A doubt is one question that only the commission can answer. With up to two of them every combination of answers is a
reading; with more, the least and the greatest result stand for all, and the weightiest doubt is named first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Final, NamedTuple

from rules.amount import TengeRange
from rules.household import Absence, Household, Income, Member
from rules.income import ARE_OPEN, OPEN_KINDS, FamilyIncome, not_counted_kinds
from rules.income_within_line import Outcome
from rules.law_in_force import LawInForce
from rules.quarters import MONTHS_IN_QUARTER, Quarter
from rules.who_counts import Exemption, Family, Standing, family_of, sorted_family

ALL_READINGS_OF: Final = 2  # doubts; of more, only the least and the greatest result are shown
ALL_MEMBERS_OF: Final = 6  # doubts about members; of more, not every combination is tried


class Doubt(StrEnum):
    """What is open."""

    RELATIVES = "relatives"
    MEMBERSHIP = "membership"
    ENTITLEMENT = "entitlement"
    INCOME = "income"
    SUPPLEMENT_AGE = "supplement_age"


class Condition(NamedTuple):
    """One doubt, answered: `of` is a member's label, a kind of income, or empty; `counted` is the answer.

    Relatives, a member, or money count or do not; of entitlement `counted` says that the assistance is assigned for
    those as well who are not entitled; of the age of the supplement, that the child who turns 1 or 7 while the
    assistance is paid brings it in the months on that side of the birthday which the day of application is not on.
    """

    doubt: Doubt
    of: str
    counted: bool


class Reading(NamedTuple):
    """The result if the doubts are answered so; tenge a month, the totals over the paid months."""

    conditions: tuple[Condition, ...]
    outcome: Outcome
    monthly: TengeRange
    counted_members: int
    supplement_total_tenge: int
    total: TengeRange


class Variant(NamedTuple):
    """A family as one reading sees it, with the children whose supplement stops or begins on their birthday."""

    family: Family
    all_entitled: bool
    by_birthday: frozenset[str]


Decide = Callable[[Variant], Reading]


def doubts_of(family: Family, income: FamilyIncome, law: LawInForce) -> tuple[Condition, ...]:
    """Return every doubt about a family, answered as the result itself takes it; in the order of the act."""
    found: list[Condition] = []
    if family.relatives and not law.all_who_live_together_count:
        found.append(Condition(Doubt.RELATIVES, "", counted=True))
    if family.unsure:
        found += [Condition(Doubt.MEMBERSHIP, standing.label, counted=True) for standing in family.unsure]
    if family.not_entitled:
        found.append(Condition(Doubt.ENTITLEMENT, "", counted=True))
    if not income.kinds.isdisjoint(ARE_OPEN):
        received = {one.kind for one in income.counted if one.high_tenge != 0}
        found += [Condition(Doubt.INCOME, kind, counted=True) for kind in OPEN_KINDS if kind in received]
    if law.supplement_ages:
        before_a_change = law.supplement_ages.start - 1, law.supplement_ages.stop - 1
        found += [
            Condition(Doubt.SUPPLEMENT_AGE, standing.label, counted=standing.age in law.supplement_ages)
            for standing in family.minors
            if standing.age in before_a_change and changes_on(standing, law) is not None
        ]
    return tuple(found)


def changes_on(standing: Standing, law: LawInForce) -> date | None:
    """Return the day, later in the quarter, on which a child turns 1 or 7; None where it does not (A4)."""
    birth, ages = standing.member.birth, law.supplement_ages
    if standing.age is None or standing.age + 1 not in {ages.start, ages.stop} or birth is None or not birth.is_known:
        return None
    day = _birthday(birth.earliest, standing.age + 1)
    return day if day > law.day and Quarter.of(day) == law.quarter else None


def _birthday(born_on: date, age: int) -> date:
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:  # born on 29 February: a year older on 1 March
        return date(born_on.year + age, 3, 1)


def supplement_months(standing: Standing, law: LawInForce, months: int, *, by_birthday: bool) -> int:
    """Return for how many of the paid months a child brings the supplement; the month of a birthday is whole."""
    now = standing.age in law.supplement_ages
    day = changes_on(standing, law) if by_birthday else None
    if day is None:
        return months if now else 0
    after = MONTHS_IN_QUARTER - (day.month - law.quarter.first_day.month)  # its month and the rest of the quarter
    return months - after + (day.day > 1) if now else after  # on the first day the month is that of the new age


class Open(NamedTuple):
    """A family with open doubts, on one day; `as_taken` is its result with each answered as it stands."""

    household: Household
    family: Family
    law: LawInForce
    as_taken: Reading
    decide: Decide

    def if_answered(self, answers: tuple[Condition, ...]) -> Reading:
        """Return the result if the doubts are answered so."""
        taken = self.as_taken.conditions
        if answers == taken:
            return self.as_taken
        is_as_taken = all(one in taken for one in answers)
        found = self.as_taken if is_as_taken else self.decide(variant(answers, self))
        return Reading(answers, *found[1:])


def readings(doubts: tuple[Condition, ...], open_family: Open) -> list[Reading]:
    """Return the readings of a family; empty where nothing that is open changes anything."""
    weighed = _by_weight(doubts, open_family) if len(doubts) > 1 else doubts
    if len(weighed) <= ALL_READINGS_OF:
        return _all(weighed, open_family)
    return _least_and_greatest(weighed, open_family)


def _by_weight(doubts: tuple[Condition, ...], open_family: Open) -> tuple[Condition, ...]:
    """Return the doubts, the weightiest first: the one whose other answer alone changes the month's money most."""
    as_taken = open_family.as_taken

    def weight(doubt: Condition) -> tuple[int, int]:
        found = open_family.if_answered(tuple(one._replace(counted=one.counted != (one is doubt)) for one in doubts))
        return (-abs(found.monthly.high - as_taken.monthly.high), -abs(found.total.high - as_taken.total.high))

    return tuple(sorted(doubts, key=weight))


def _all(doubts: tuple[Condition, ...], open_family: Open) -> list[Reading]:
    if len(doubts) == 1:
        other_answer = (doubts[0]._replace(counted=not doubts[0].counted),)
        taken, other = open_family.if_answered(doubts), open_family.if_answered(other_answer)
        return [] if _due(taken) == _due(other) else [taken, other]
    found = [open_family.if_answered(answers) for answers in _answers(doubts)]
    kept = [place for place in range(len(doubts)) if _matters(place, found)]
    if len(kept) == len(doubts):
        return found
    return _all(tuple(doubts[place] for place in kept), open_family) if kept else []


def _answers(doubts: Sequence[Condition]) -> Iterator[tuple[Condition, ...]]:
    for flipped in product((False, True), repeat=len(doubts)):
        pairs = zip(doubts, flipped, strict=True)
        yield tuple(doubt._replace(counted=doubt.counted != flip) for doubt, flip in pairs)


def _matters(place: int, found: Sequence[Reading]) -> bool:
    """Whether the answer to one doubt ever changes what is due."""
    by_others: dict[tuple[Condition, ...], set[tuple[object, ...]]] = {}
    for reading in found:
        others = reading.conditions[:place] + reading.conditions[place + 1 :]
        by_others.setdefault(others, set()).add(_due(reading))
    return any(len(results) > 1 for results in by_others.values())


def _due(reading: Reading) -> tuple[object, ...]:
    return reading.outcome, reading.monthly, reading.total


def _least_and_greatest(doubts: tuple[Condition, ...], open_family: Open) -> list[Reading]:
    found = [open_family.if_answered(answers) for answers in _possible_ends(doubts, open_family)]
    least = min(found, key=lambda one: (one.monthly.low, one.total.low, one.monthly.high, one.total.high))
    greatest = max(found, key=lambda one: (one.monthly.high, one.total.high, one.monthly.low, one.total.low))
    if _due(least) == _due(greatest):
        return []
    return [least, greatest]


def _possible_ends(doubts: Sequence[Condition], open_family: Open) -> Iterator[tuple[Condition, ...]]:
    """Yield answers among which the least and the greatest result are.

    More money never brings more assistance and more supplement never less, so that these are answered all alike; who
    is in the family may do either, and is tried in every combination, or in those that matter where they are many.
    """
    each = [doubt for doubt in doubts if doubt.doubt in {Doubt.RELATIVES, Doubt.MEMBERSHIP}]
    alike = list(dict.fromkeys(one.doubt for one in doubts if one not in each))
    for answered in _answers(each) if len(each) <= ALL_MEMBERS_OF else _by_income(each, open_family):
        by_each = {(one.doubt, one.of): one.counted for one in answered}
        for counted in product((False, True), repeat=len(alike)):
            together = dict(zip(alike, counted, strict=True))
            yield tuple(
                one._replace(counted=by_each.get((one.doubt, one.of), together.get(one.doubt, one.counted)))
                for one in doubts
            )


def _by_income(each: Sequence[Condition], open_family: Open) -> Iterator[tuple[Condition, ...]]:
    """Yield answers about many members: the poorest or the richest so many of them are in, the others are not.

    A member brings the line and takes a third of the income, so that the greatest sum of these is with all who bring
    more than they take, and the least with all who do not; with those as well left out who might be barred (R4).
    """
    law, unsure = open_family.law, open_family.family.unsure
    may_be_barred = {
        one.label for one in open_family.family.able_bodied if one.exempt in {None, Exemption.PERMANENT_WORK}
    }
    seen: set[frozenset[str]] = set()
    for left_out in (not_counted_kinds(law), not_counted_kinds(law) | ARE_OPEN):
        for end in (_least_of, _most_of):
            sums = {label: 0 for _, label, _ in each}
            for standing in unsure:
                sums[standing.label] += sum(end(one) for one in standing.member.incomes if one.kind not in left_out)
            ordered = sorted((one.of for one in each if one.doubt is Doubt.MEMBERSHIP), key=sums.__getitem__)
            never_barred = [label for label in ordered if label not in may_be_barred]
            for labels in (ordered, ordered[::-1], never_barred, never_barred[::-1]):
                seen |= {frozenset(labels[:number]) for number in range(len(labels) + 1)}
    with_relatives = (True, False) if any(one.doubt is Doubt.RELATIVES for one in each) else (True,)
    for members, relatives in product(sorted(seen, key=sorted), with_relatives):
        yield tuple(
            one._replace(counted=relatives if one.doubt is Doubt.RELATIVES else one.of in members) for one in each
        )


def _least_of(income: Income) -> int:
    return income.low_tenge


def _most_of(income: Income) -> int:
    return income.low_tenge if income.high_tenge is None else income.high_tenge


def variant(answers: Iterable[Condition], open_family: Open) -> Variant:
    """Return the family as some answers to the doubts see it."""
    household, family, law = open_family.household, open_family.family, open_family.law
    kinds, out, by_birthday = set[str](), set[int](), set[str]()
    all_entitled = True
    for doubt, of, counted in answers:
        if doubt is Doubt.SUPPLEMENT_AGE:
            if counted != next(one.age in law.supplement_ages for one in family.minors if one.label == of):
                by_birthday.add(of)
        elif counted:
            continue
        elif doubt is Doubt.INCOME:
            kinds.add(of)
        elif doubt is Doubt.MEMBERSHIP:
            out |= {id(one.member) for one in family.unsure if one.label == of}
        elif doubt is Doubt.RELATIVES:
            out |= {id(one.member) for one in family.relatives}
        else:
            all_entitled = False
    return Variant(_changed(household, family, law, out, kinds), all_entitled, frozenset(by_birthday))


def _changed(household: Household, family: Family, law: LawInForce, out: set[int], kinds: set[str]) -> Family:
    """Return a family without some members and without the money of some kinds."""
    left = [standing for standing in family.counted if id(standing.member) not in out]
    if kinds:
        left = [one._replace(member=_without_income(one.member, kinds)) for one in left]
    if out and any(one.member.cares_for is not None for one in left):  # who is left may have cared for who is not
        members = tuple(
            replace(one, absence=Absence.LEFT) if id(one) in out else _without_income(one, kinds)
            for one in household.members
        )
        return family_of(replace(household, members=members), law)
    return sorted_family(left, law)


def _without_income(member: Member, kinds: set[str]) -> Member:
    if not any(income.kind in kinds for income in member.incomes):
        return member
    return replace(member, incomes=tuple(income for income in member.incomes if income.kind not in kinds))
