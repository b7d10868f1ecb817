"""Random families, days and poverty lines for the property tests, and a family written back as a file."""

import json
from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import strategies as st

from rules import Birth, History, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    CaresFor,
    Commission,
    DayUnknown,
    Disability,
    Holding,
    IncomeKind,
    Property,
    Relationship,
    Sex,
)
from rules.regions import REGIONS, exists

LAST_DAY = date(2027, 12, 31)
DAYS = st.dates(date(2020, 1, 1), LAST_DAY)
TENGE = st.integers(0, 3_000_000)
RELATIVES = [
    Relationship.WARD,
    Relationship.FOSTER_CHILD,
    Relationship.CHILD_IN_LAW,
    Relationship.PARENT,
    Relationship.PARENT_IN_LAW,
    Relationship.SIBLING,
    Relationship.GRANDPARENT,
    Relationship.GRANDCHILD,
    Relationship.OTHER,
]
PARTNERS = [Relationship.SPOUSE, Relationship.PARTNER]
KNOWN_INCOMES = st.builds(Income.of, st.sampled_from(IncomeKind), TENGE)


@st.composite
def estimated_incomes(draw: st.DrawFn) -> Income:
    """Return an income of which only a range, or nothing but its kind, is known."""
    low = draw(TENGE)
    high = draw(st.none() | st.integers(low, low + 1_000_000))
    return Income(draw(st.sampled_from(IncomeKind)), low, high)


@st.composite
def members(
    draw: st.DrawFn, label: str, relationship: Relationship, on: date, incomes: st.SearchStrategy[Income]
) -> Member:
    """Return a member born on some day before `on`; grown-ups are at least 16."""
    is_grown = relationship in {Relationship.APPLICANT, *PARTNERS}
    days_old = draw(st.integers(16 * 365 if is_grown else 0, 90 * 365 if is_grown else 25 * 365))
    activity = draw(st.sampled_from(Activity))
    cares_for = draw(st.none() | st.sampled_from(CaresFor)) if activity is Activity.CARER else None
    return Member(
        label=label,
        relationship=relationship,
        birth=Birth.on(on - timedelta(days=days_old)),
        sex=draw(st.none() | st.sampled_from(Sex)),
        activity=activity,
        cares_for=cares_for,
        disability=draw(st.just(Disability.NONE) | st.sampled_from(Disability)),
        long_illness=draw(st.booleans()),
        absence=draw(st.just(Absence.NONE) | st.sampled_from(Absence)) if label != "applicant" else Absence.NONE,
        registered_here=draw(st.booleans()),
        incomes=tuple(draw(st.lists(incomes, max_size=2))),
        entitled=draw(st.sampled_from([True] * 9 + [False])),
        cared_for_age=draw(st.none() | st.integers(60, 100)) if cares_for is CaresFor.ELDERLY else None,
    )


@st.composite
def households(draw: st.DrawFn, on: date, incomes: st.SearchStrategy[Income] = KNOWN_INCOMES) -> Household:
    """Return a family of one to ten in a region that exists on the day; the applicant is at home."""
    relationships = [
        Relationship.APPLICANT,
        *draw(st.sampled_from([(), *((partner,) for partner in PARTNERS)])),
        *[Relationship.CHILD] * draw(st.integers(0, 6)),
        *draw(st.lists(st.sampled_from(RELATIVES), max_size=2)),
    ]
    family = [
        draw(members("applicant" if number == 0 else f"member {number}", relationship, on, incomes))
        for number, relationship in enumerate(relationships)
    ]
    region = draw(st.sampled_from([region for region in REGIONS if exists(region, on)]))
    return Household(region, tuple(family), draw(histories(on)), draw(properties()), draw(st.booleans()))


@st.composite
def properties(draw: st.DrawFn) -> Property:
    """Return what a family owns, most often nothing."""
    return Property(
        holdings=frozenset(draw(st.just(()) | st.lists(st.sampled_from(Holding)))),
        dwellings_area_m2=draw(st.none() | st.integers(1, 300)),
        dwellings_in_emergency_state=draw(st.booleans()),
        plot_granted_free=draw(st.booleans()),
    )


@st.composite
def histories(draw: st.DrawFn, on: date) -> History:
    """Return what happened before, most often nothing."""
    past = st.none() | st.integers(0, 400).map(lambda days: on - timedelta(days=days))
    return History(
        refused_measures_on=draw(past | st.just(DayUnknown.UNKNOWN)),
        contract_broken_on=draw(past | st.just(DayUnknown.UNKNOWN)),
        commission=draw(st.just(Commission.UNKNOWN) | st.sampled_from(Commission)),
        false_data=draw(st.sampled_from([False, False, False, True])),
        awarded_mother=draw(st.sampled_from(AwardedMother)),
        false_data_on=draw(st.none() | st.none() | past | st.just(DayUnknown.UNKNOWN)),
    )


@st.composite
def lines_of(draw: st.DrawFn, household: Household, on: date) -> PovertyLines:
    """Return the lines of the law alone, or one that is published for the family's region and quarter."""
    tenge = draw(st.none() | st.integers(15_000, 80_000))
    if tenge is None:
        return PovertyLines()
    return PovertyLines([PovertyLine.published(household.region, Quarter.of(on), tenge, "administrator")])


def file_of(household: Household, on: date) -> str:
    """Write a family as a file of `komek assess`, every optional key included; births are days."""
    history = household.history
    happened = {
        "refused_measures_on": history.refused_measures_on,
        "contract_broken_on": history.contract_broken_on,
        "commission": history.commission.value,
        "false_data": history.false_data,
        "awarded_mother": history.awarded_mother.value,
        "false_data_on": history.false_data_on,
    }
    blocks = [_lines({"applied_on": on, "region": household.region, "registered": household.registered})]
    for member in household.members:
        blocks.append("[[members]]\n" + _lines(_keys_of(member)))
        for income in member.incomes:
            keys = {"kind": income.kind.value, "total": income.low_tenge}
            blocks.append("[[members.incomes]]\n" + _lines(keys))
    blocks.append("[history]\n" + _lines(happened))
    owned = household.property
    blocks.append(
        "[property]\n"
        + _lines(
            {
                "holdings": sorted(owned.holdings),
                "dwellings_area_m2": owned.dwellings_area_m2,
                "dwellings_in_emergency_state": owned.dwellings_in_emergency_state,
                "plot_granted_free": owned.plot_granted_free,
            }
        )
    )
    return "\n".join(blocks)


def _keys_of(member: Member) -> dict[str, object]:
    return {
        "label": member.label,
        "relationship": member.relationship.value,
        "born_on": member.birth.earliest if member.birth else None,
        "sex": member.sex,
        "activity": member.activity.value,
        "cares_for": member.cares_for,
        "disability": member.disability.value,
        "long_illness": member.long_illness,
        "absence": member.absence.value,
        "registered_here": member.registered_here,
        "entitled": member.entitled,
        "cared_for_age": member.cared_for_age,
    }


def _lines(keys: Mapping[str, object]) -> str:
    return "".join(
        f"{key} = {value if isinstance(value, date) else json.dumps(value)}\n"
        for key, value in keys.items()
        if value is not None
    )
