"""What would turn a no into a yes: every change is tried by assessing the changed family on its day.

Only what the household tells is changed, and only a sure yes with money in it is a door: `Outcome.ELIGIBLE`. Money
that comes every month is taken to come on; money of `NOT_REGULAR` counts in the quarter after it came (I1), and is
taken to come again unless a door says otherwise (`without`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, TypedDict

from rules.amount import TengeRange
from rules.assessment import NobodyCountsError, UnknownRegionError, what_is_due
from rules.household import Absence, Birth, Commission, Household, Income, IncomeKind, Member, Relationship, Sex
from rules.income import not_counted_kinds
from rules.income_within_line import Outcome
from rules.law_in_force import MONTHS_IN_YEAR, LawInForce
from rules.poverty_line import Basis, PovertyLines
from rules.quarters import MONTHS_IN_QUARTER, add_months
from rules.record import Span
from rules.refusals import TERM, Ground
from rules.result import Findings
from rules.sources import LawError
from rules.who_counts import COUPLE

# Paid once, or by chance: of the other kinds a family may expect the same next quarter.
NOT_REGULAR: Final = frozenset(
    {
        IncomeKind.CASUAL_WORK,
        IncomeKind.FINAL_PAY,
        IncomeKind.SICK_PAY,
        IncomeKind.MATERNITY_PAY,
        IncomeKind.BIRTH_GRANT,
        IncomeKind.ONE_OFF_STATE_PAYMENT,
        IncomeKind.LOCAL_AID,
        IncomeKind.ALIMONY_ARREARS,
        IncomeKind.SALE,
        IncomeKind.GIFT,
        IncomeKind.WINNINGS,
        IncomeKind.LOAN,
    }
)
# Who comes back from there; of a spouse who has left, or somebody whom nobody can find, nobody may say that.
COME_BACK_FROM: Final = (Absence.MILITARY, Absence.STATE_SUPPORT, Absence.DETENTION, Absence.TREATMENT)
LOOKED_AHEAD_MONTHS: Final = 12
DAY: Final = timedelta(days=1)


class Change(StrEnum):
    """What changes; those that a day brings stand first, those that are the family's own last."""

    NEW_APPLICATION = "new_application"
    TERM_ENDS = "term_ends"
    BIRTHDAY = "birthday"
    PUBLISHED_LINE = "published_line"
    INCOME_FALLS_OUT = "income_falls_out"
    MEMBER_RETURNS = "member_returns"
    LOWER_INCOME = "lower_income"
    LIVES_APART = "lives_apart"


class Door(NamedTuple):
    """A change that makes it a yes, with the changed family and what is due to it.

    `of`: the grounds, the label of the member, or the kinds of income that it is about. `on`: the first day on which
    the family gets a yes by it; None where nobody knows when it comes. `without`: kinds of income that must not come
    again. `less_tenge`: by how much income per person and month must be lower, at least.
    """

    change: Change
    of: tuple[str, ...]
    on: date | None
    household: Household
    found: Findings
    without: tuple[str, ...] = ()
    less_tenge: int | None = None

    @property
    def monthly(self) -> TengeRange:
        """Assistance and supplement of a month, in tenge."""
        supplement = self.found.supplement_tenge or 0
        return TengeRange(self.found.monthly.low + supplement, self.found.monthly.high + supplement)


class Outlook(StrEnum):
    """What the next quarter brings if nothing is changed: a dated door, the same no, or a line not known yet.

    Of a no for another ground than income nothing is said: no quarter changes it by itself.
    """

    CHANGES = "changes"
    SAME = "same"
    LINE_OPEN = "line_open"
    OTHER_GROUND = "other_ground"


class Doors(NamedTuple):
    """The doors of a family, the most probable first, and what the next quarter brings by itself."""

    doors: tuple[Door, ...]
    outlook: Outlook


class DoorRecord(TypedDict):
    """A door as a document; days in ISO, tenge a month."""

    change: str
    of: list[str]
    on: str | None
    without: list[str]
    monthly_tenge: Span
    less_tenge: int | None


class DoorsRecord(TypedDict):
    """The doors as a document, as they are frozen beside the record of a result."""

    doors: list[DoorRecord]
    outlook: str


class _Tried(NamedTuple):
    """A family that has no yes on a day, and by which lines others are tried."""

    household: Household
    due: Findings
    lines: PovertyLines

    @property
    def on(self) -> date:
        return self.due.law.day

    @property
    def next_quarter(self) -> date:
        return self.due.law.quarter.next.first_day

    def yes(self, household: Household, day: date) -> Findings | None:
        """Return what is due to a changed family where it is a sure yes that brings money."""
        try:
            found = what_is_due(household, day, self.lines)
        except (LawError, NobodyCountsError, UnknownRegionError):
            return None
        brings = found.monthly.high + (found.supplement_tenge or 0)
        return found if found.outcome is Outcome.ELIGIBLE and brings else None

    def is_no(self, household: Household, day: date) -> bool:
        """Whether a family is surely refused on a day."""
        try:
            return what_is_due(household, day, self.lines).outcome is Outcome.REFUSED
        except (LawError, NobodyCountsError, UnknownRegionError):
            return False


def what_would_change(household: Household, on: date, lines: PovertyLines) -> Doors:
    """Return what would make a yes of a result that is none; no doors where it is a yes. Raises as `assess` does."""
    due = what_is_due(household, on, lines)
    if due.outcome is Outcome.ELIGIBLE:
        return Doors((), Outlook.CHANGES)
    tried = _Tried(household, due, lines)
    found = [
        *_by_themselves(tried),
        *_new_application(tried),
        *_returns(tried),
        *_lower_income(tried),
        *_lives_apart(tried),
    ]
    order = list(Change)
    doors = tuple(sorted(found, key=lambda door: (order.index(door.change), door.on or date.max)))
    return Doors(doors, _outlook(tried, doors))


def record_of_doors(found: Doors) -> DoorsRecord:
    """Return the doors as plain words, days in ISO and whole tenge."""
    return {
        "doors": [
            {
                "change": door.change.value,
                "of": [str(one) for one in door.of],
                "on": door.on.isoformat() if door.on else None,
                "without": [str(kind) for kind in door.without],
                "monthly_tenge": {"low": door.monthly.low, "high": door.monthly.high},
                "less_tenge": door.less_tenge,
            }
            for door in found.doors
        ],
        "outlook": found.outlook.value,
    }


def _outlook(tried: _Tried, doors: tuple[Door, ...]) -> Outlook:
    if any(door.on for door in doors):
        return Outlook.CHANGES
    grounds = {refusal.ground for refusal in tried.due.refusals}
    if grounds and Ground.INCOME_ABOVE_LINE not in grounds:
        return Outlook.OTHER_GROUND
    families = [tried.household]
    if without := _not_regular(tried):
        families.append(_without(tried.household, without))
    is_same = all(tried.is_no(family, tried.next_quarter) for family in families)
    return Outlook.SAME if is_same else Outlook.LINE_OPEN


# What a day brings


def _by_themselves(tried: _Tried) -> Iterator[Door]:
    yield from _term_ends(tried)
    yield from _birthdays(tried)
    yield from _published_line(tried)
    without = _not_regular(tried)
    if without and (found := tried.yes(left := _without(tried.household, without), tried.next_quarter)):
        yield Door(Change.INCOME_FALLS_OUT, without, tried.next_quarter, left, found)


def _not_regular(tried: _Tried) -> tuple[IncomeKind, ...]:
    """Return the kinds of the counted income that need not come again."""
    return tuple(one.kind for one in tried.due.income.counted if one.kind in NOT_REGULAR and one.high_tenge != 0)


def _without(household: Household, kinds: tuple[IncomeKind, ...]) -> Household:
    members = (
        replace(member, incomes=tuple(one for one in member.incomes if one.kind not in kinds))
        for member in household.members
    )
    return replace(household, members=tuple(members))


def _on_a_day(tried: _Tried, change: Change, of: tuple[str, ...], day: date) -> Iterator[Door]:
    """Yield the door of a day, with the same income or, in a later quarter, without what need not come again."""
    if found := tried.yes(tried.household, day):
        yield Door(change, of, day, tried.household, found)
        return
    without, day = _not_regular(tried), max(day, tried.next_quarter)
    if without and (found := tried.yes(left := _without(tried.household, without), day)):
        yield Door(change, of, day, left, found, without)


def _term_ends(tried: _Tried) -> Iterator[Door]:
    """Yield the day on which the last term of a refusal is over (R4-R6), where a yes follows."""
    terms = [(refusal.ground, refusal.until) for refusal in tried.due.refusals if refusal.ground in TERM]
    days = [until for _, until in terms if until]
    if days and len(days) == len(terms):
        yield from _on_a_day(tried, Change.TERM_ENDS, tuple(ground for ground, _ in terms), max(days))


def _birthdays(tried: _Tried) -> Iterator[Door]:
    """Yield the birthdays that the law knows, within a year, which make a yes by themselves."""
    last = add_months(tried.on, LOOKED_AHEAD_MONTHS)
    for member in tried.household.members:
        for day in _days_of(member, tried.due.law):
            if tried.on < day <= last:
                doors = _on_a_day(tried, Change.BIRTHDAY, (member.label,), day)
                yield from (door for door in doors if not _is_yes_a_day_younger(tried, door))


def _days_of(member: Member, law: LawInForce) -> Iterator[date]:
    birth = member.birth
    if birth is None or not birth.is_known:
        return
    ages = [age * MONTHS_IN_YEAR for age in (law.carer_child_age, law.adult_age, law.student_age)]
    if member.sex is not None:
        ages.append(law.pension_months_men if member.sex is Sex.MALE else law.pension_months_women)
    for months in ages:
        day = add_months(birth.earliest, months)
        yield day if day.day == birth.earliest.day else day + DAY  # born on 29 February: a year older on 1 March


def _is_yes_a_day_younger(tried: _Tried, door: Door) -> bool:
    """Whether it would be a yes on that day without the birthday as well: then it is not what changes anything."""
    members = (
        replace(one, birth=Birth.on(one.birth.earliest + DAY)) if one.label in door.of and one.birth else one
        for one in door.household.members
    )
    younger = replace(door.household, members=tuple(members))
    return door.on is not None and tried.yes(younger, door.on) is not None


def _published_line(tried: _Tried) -> Iterator[Door]:
    """Yield the next quarter where its line is published already; an estimate of it is no promise."""
    try:
        line = tried.lines.of(tried.household.region, tried.next_quarter)
    except LawError:
        return
    if line.basis is not Basis.PUBLISHED or line.tenge == tried.due.line.tenge:
        return
    if found := tried.yes(tried.household, tried.next_quarter):
        yield Door(Change.PUBLISHED_LINE, (), tried.next_quarter, tried.household, found)


# What the family or others change


def _new_application(tried: _Tried) -> Iterator[Door]:
    """Yield a new application that lets the commission in: the refusal concerned the earlier one alone (R2)."""
    if all(refusal.ground is not Ground.EXAMINATION_REFUSED for refusal in tried.due.refusals):
        return
    history = replace(tried.household.history, commission=Commission.UNKNOWN)
    again = replace(tried.household, history=history)
    if found := tried.yes(again, tried.on):
        yield Door(Change.NEW_APPLICATION, (), tried.on, again, found)


def _returns(tried: _Tried) -> Iterator[Door]:
    """Yield the return of each who does not count for where they are (P4)."""
    for member in tried.household.members:
        if member.absence in COME_BACK_FROM:
            back = _with(tried.household, member, replace(member, absence=Absence.NONE))
            if found := tried.yes(back, tried.on):
                yield Door(Change.MEMBER_RETURNS, (member.label,), None, back, found)


def _lives_apart(tried: _Tried) -> Iterator[Door]:
    """Yield that a grown-up relative lives apart and counts no more (P3); couples and children are not parted."""
    law = tried.due.law
    for standing in tried.due.family.counted:
        member = standing.member
        is_minor = standing.age is not None and standing.age < law.adult_age
        if is_minor or member.relationship in (*COUPLE, Relationship.PARTNER):
            continue
        apart = _with(tried.household, member, replace(member, absence=Absence.LEFT))
        if found := tried.yes(apart, tried.on):
            yield Door(Change.LIVES_APART, (member.label,), None, apart, found)


def _lower_income(tried: _Tried) -> Iterator[Door]:
    """Yield by how much less income per person makes a yes, by the line of the day."""
    income, people = tried.due.income, len(tried.due.family.counted)
    if income.high_tenge is None:
        return
    people_months = people * MONTHS_IN_QUARTER
    above = income.high_tenge - tried.due.line.low_tenge * people_months
    if above < 0:
        return
    less = above // people_months + 1  # below the line: at the line itself the amount is 0
    poorer = _poorer(tried, less * people_months)
    if poorer is not None and (found := tried.yes(poorer, tried.on)):
        yield Door(Change.LOWER_INCOME, (), None, poorer, found, less_tenge=less)


def _poorer(tried: _Tried, tenge: int) -> Household | None:
    """Return the family with so much less counted income in the base quarter, taken from the largest sums first."""
    leave_out, counted = not_counted_kinds(tried.due.law), {id(one.member) for one in tried.due.family.counted}
    sums = [
        (income, at)
        for at, member in enumerate(tried.household.members)
        if id(member) in counted
        for income in member.incomes
        if income.kind not in leave_out
    ]
    less: dict[int, list[tuple[Income, Income]]] = {}
    for income, at in sorted(sums, key=lambda one: -(one[0].high_tenge or 0)):
        high = income.high_tenge or 0
        taken = min(high, tenge)
        tenge -= taken
        left = income._replace(low_tenge=max(0, income.low_tenge - taken), high_tenge=high - taken)
        less.setdefault(at, []).append((income, left))
    if tenge:
        return None
    members = tuple(_with_less(member, less.get(at, [])) for at, member in enumerate(tried.household.members))
    return replace(tried.household, members=members)


def _with_less(member: Member, less: list[tuple[Income, Income]]) -> Member:
    incomes = list(member.incomes)
    for income, left in less:
        incomes[incomes.index(income)] = left
    return replace(member, incomes=tuple(incomes))


def _with(household: Household, before: Member, after: Member) -> Household:
    members = tuple(after if member is before else member for member in household.members)
    return replace(household, members=members)
