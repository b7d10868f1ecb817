"""One kind of help: who is asked for it, where, within what term, with which papers; and what a family may claim."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from rules.household import IncomeKind
from rules.income import ARE_OPEN, NEVER_COUNTED
from rules.law_in_force import LawInForce
from rules.other_help.shown import Shown
from rules.other_help.words import (
    Begins,
    Counted,
    Fact,
    HelpStanding,
    Lacks,
    Lasts,
    Open,
    Paid,
    PaperId,
    Since,
    Where,
)
from rules.other_help.worth import Worth
from rules.parameters import known_value_of
from rules.sources import Edition, Grade, Source, provisions
from rules.who_counts import Standing


class Paper(NamedTuple):
    """A paper to bring, and how it is known; `is_old`: named by a page of before July 2023."""

    id: PaperId
    grade: Grade = Grade.LEGAL_TEXT
    is_old: bool = False


class Term(NamedTuple):
    """Within what time it is asked for: so many months or years from an event."""

    length: int
    unit: str
    since: Since


class Missed(NamedTuple):
    """By what help is missed: a number of children, or the day from which it is due, where there is one.

    `least`: how many children the law asks for.
    """

    by: Lacks
    number: int | None = None
    least: int | None = None
    on: date | None = None


class Claim(NamedTuple):
    """What the answers say of one kind of help for some members; `of` nobody: for the family.

    `until` is the last day of the right, `apply_by` the last day of the term, `paid_from` the day from which it is
    paid; None where the answers do not say it.
    """

    standing: HelpStanding
    of: tuple[Standing, ...]
    worth: Worth | None = None
    fact: Fact | None = None
    missed: Missed | None = None
    paid_from: date | None = None
    until: date | None = None
    apply_by: date | None = None
    leaves_open: tuple[Open, ...] = ()
    threshold: Worth | None = None


DUE, MAY_BE_DUE, NEAR, RECEIVED = HelpStanding

Decide = Callable[[Shown], Iterable[Claim]]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of help as the act has it.

    `row` is its row in the collection of the law. `income` is the word by which a family's incomes name the money;
    `income_names_it` says that this word names it alone or before others. `provision` is its own, with size and terms
    in `values`, numbers of the law. `excludes` are kinds that are not given beside it to the same person. `by_person`:
    whose income it is is known member by member.
    """

    id: str
    row: int
    provision: str
    decide: Decide
    paid: Paid
    where: tuple[Where, ...]
    begins: Begins
    lasts: Lasts
    income: IncomeKind | None = None
    income_names_it: bool = True
    by_person: bool = False
    is_proactive: bool = False
    backdated: str | None = None
    term: tuple[str, Since] | None = None
    papers: tuple[Paper, ...] = ()
    excludes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    def source(self, edition: Edition) -> Source | None:
        """Return the provision in an edition; None where that edition is not known to have the help."""
        return provisions()[self.provision].sources.get(edition)

    def is_given_on(self, law: LawInForce) -> bool:
        """Whether the law of a day is known to have it."""
        provision = provisions()[self.provision]
        return law.edition in provision.sources and provision.covers(law.day)

    def term_on(self, day: date) -> Term | None:
        """Return the term for applying; None where the act names none."""
        return None if self.term is None else _term(*self.term, day)

    def backdated_months(self, day: date) -> int | None:
        """Return for how many months before the application it is paid at most; None where for none."""
        return None if self.backdated is None else _length(self.backdated, day)

    @property
    def counted(self) -> Counted | None:
        """Whether the money is income for the assistance (I3, I4); None for what is no money."""
        if self.income is None:
            return None
        if self.income in NEVER_COUNTED:
            return Counted.NO
        return Counted.OPEN if self.income in ARE_OPEN else Counted.YES

    @property
    def counted_by(self) -> str | None:
        """The provision that says whether it is income."""
        return None if self.counted is None else COUNTED_BY[self.counted]


def in_kind(
    name: str,
    row: int,
    provision: str,
    decide: Decide,
    where: tuple[Where, ...],
    *,
    income: IncomeKind | None = None,
    papers: tuple[Paper, ...] = (),
    excludes: tuple[str, ...] = (),
    values: tuple[str, ...] = (),
) -> Kind:
    """Return a kind of help that is given as long as it is needed, and is no money by itself."""
    return Kind(
        name,
        row,
        provision,
        decide,
        Paid.IN_KIND,
        where,
        Begins.APPLICATION,
        Lasts.AS_NEEDED,
        income=income,
        income_names_it=False,
        papers=papers,
        excludes=excludes,
        values=values,
    )


COUNTED_BY: Final = {Counted.YES: "I3", Counted.NO: "I4", Counted.OPEN: "I4a"}
AT_THE_STATE_CORPORATION: Final = (Where.STATE_CORPORATION,)
# Only for housing aid a source names the e-government too.
AT_THE_STATE_CORPORATION_OR_E_GOVERNMENT: Final = (*AT_THE_STATE_CORPORATION, Where.E_GOVERNMENT)
DECIDED_BY_THE_FUND: Final = (Where.STATE_CORPORATION, Where.SOCIAL_INSURANCE_FUND)
AT_THE_CAREER_CENTRE: Final = (Where.CAREER_CENTRE, Where.LABOUR_EXCHANGE)
BY_THE_MEDICAL_BOARD: Final = (Paper(PaperId.MEDICAL_SOCIAL_FINDING),)


@cache
def _term(name: str, since: Since, day: date) -> Term | None:
    found = known_value_of(name, day)
    return None if found is None else Term(int(found.value), found.unit, since)


@cache
def _length(name: str, day: date) -> int | None:
    found = known_value_of(name, day)
    return None if found is None else int(found.value)
