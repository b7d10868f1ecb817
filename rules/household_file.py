"""A family as a TOML document: read into a `Household`, or refused with the field and what is allowed."""

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar

from rules.errors import RulesError
from rules.household import (
    Absence,
    Activity,
    AwardedMother,
    Birth,
    CaresFor,
    Commission,
    DayUnknown,
    Disability,
    History,
    Holding,
    Household,
    Income,
    IncomeKind,
    Member,
    Property,
    Relationship,
    Sex,
)
from rules.law_in_force import law_ends_on, law_in_force
from rules.quarters import MONTHS_IN_QUARTER, Quarter
from rules.regions import FORMED, REGIONS, exists
from rules.sources import LAW_BEGINS_ON, LawError

LARGEST_HOUSEHOLD: Final = 40
OLDEST: Final = 120
MOST_TENGE: Final = 1_000_000_000_000
LARGEST_AREA_M2: Final = 100_000
LONGEST_LABEL: Final = 60  # a line of a screen
LONGEST_SHOWN: Final = 60
CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Table = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


class FieldError(RulesError):
    """A field of a family's file is wrong; the message names it and says what is allowed."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field


class Application(NamedTuple):
    """A family and the day for which it is to be assessed."""

    household: Household
    on: date


def read_application(document: Table, on: date | None = None) -> Application:
    """Read a family's document; `on` replaces its day of application. `age` is the age on that day.

    Raises `FieldError` for whatever is not as described in README.md.
    """
    _only(document, "", {"applied_on", "region", "members", "history", "property", "registered"})
    applied_on = _day(_required(document, "", "applied_on"), "applied_on")
    day = on or applied_on
    _within_law(day, "applied_on" if on is None else "on")
    region = _region(_required(document, "", "region"), day)
    members = _members(_required(document, "", "members"), day)
    history = _history(_table(document.get("history", {}), "history"), applied_on)
    owned = _property(_table(document.get("property", {}), "property"))
    registered = _flag(document.get("registered", True), "registered")
    return Application(Household(region, members, history, owned, registered), day)


def _within_law(day: date, field: str) -> None:
    try:
        law_in_force(day)
    except LawError as beyond:
        known = f"the encoded law runs from {LAW_BEGINS_ON} to {law_ends_on()}"
        raise FieldError(field, f"{day} is not covered; {known}") from beyond


def _region(value: Any, day: date) -> str:
    if value not in REGIONS:
        raise FieldError("region", f"unknown region {_shown(value)}; allowed: {', '.join(REGIONS)}")
    if not exists(value, day):
        formed = FORMED[value]
        raise FieldError("region", f"{value} exists from {formed.on}; on {day} it was part of {formed.out_of}")
    return str(value)


def _members(value: Any, day: date) -> tuple[Member, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= LARGEST_HOUSEHOLD:
        count = len(value) if isinstance(value, list) else 0
        raise FieldError("members", f"{count} members; a list of 1 to {LARGEST_HOUSEHOLD} is allowed")
    seen: dict[Relationship, int] = {}
    members = []
    for number, raw in enumerate(value):
        field = f"members[{number}]"
        member = _member(_table(raw, field), field, seen, day)
        members.append(member)
    if Relationship.APPLICANT not in seen:
        raise FieldError("members", 'no applicant; exactly one member has relationship = "applicant"')
    for only_one in (Relationship.APPLICANT, Relationship.SPOUSE, Relationship.PARTNER):
        if seen.get(only_one, 0) > 1:
            raise FieldError("members", f"{seen[only_one]} members are {only_one}; one is allowed")
    return tuple(members)


MEMBER_KEYS: Final = {
    "label", "relationship", "born_on", "age", "sex", "activity", "cares_for", "disability", "long_illness",
    "absence", "registered_here", "incomes", "entitled", "cared_for_age",
}  # fmt: skip


def _member(raw: Table, field: str, seen: dict[Relationship, int], day: date) -> Member:
    _only(raw, field, MEMBER_KEYS)
    relationship = _word(_required(raw, field, "relationship"), f"{field}.relationship", Relationship)
    seen[relationship] = seen.get(relationship, 0) + 1
    activity = _word(raw.get("activity", "none"), f"{field}.activity", Activity)
    if "cares_for" in raw and activity is not Activity.CARER:
        raise FieldError(f"{field}.cares_for", 'allowed only with activity = "carer"')
    if "cared_for_age" in raw and raw.get("cares_for") != CaresFor.ELDERLY:
        raise FieldError(f"{field}.cared_for_age", 'allowed only with cares_for = "elderly"')
    return Member(
        label=_label(raw, field, relationship, seen[relationship]),
        relationship=relationship,
        birth=_birth(raw, field, day),
        sex=_word(raw["sex"], f"{field}.sex", Sex) if "sex" in raw else None,
        activity=activity,
        cares_for=_word(raw["cares_for"], f"{field}.cares_for", CaresFor) if "cares_for" in raw else None,
        disability=_word(raw.get("disability", "none"), f"{field}.disability", Disability),
        long_illness=_flag(raw.get("long_illness", False), f"{field}.long_illness"),
        absence=_word(raw.get("absence", "none"), f"{field}.absence", Absence),
        registered_here=_flag(raw.get("registered_here", True), f"{field}.registered_here"),
        incomes=_incomes(raw.get("incomes", []), f"{field}.incomes", Quarter.of(day).previous),
        entitled=_flag(raw.get("entitled", True), f"{field}.entitled"),
        cared_for_age=_age(raw["cared_for_age"], f"{field}.cared_for_age") if "cared_for_age" in raw else None,
    )


def has_own_label(member: Member) -> bool:
    """Whether the file gave the member a label, rather than none: then it is "applicant" or "child 2"."""
    word, _, number = member.label.partition(" ")
    return word != member.relationship or not (number == "" or number.isdecimal())


def _label(raw: Table, field: str, relationship: Relationship, count: int) -> str:
    if "label" not in raw:
        alone = relationship in {Relationship.APPLICANT, Relationship.SPOUSE}
        return relationship.value if alone else f"{relationship} {count}"
    label = raw["label"]
    if not isinstance(label, str) or not 1 <= len(label.strip()) <= LONGEST_LABEL or CONTROL.search(label.strip()):
        raise FieldError(f"{field}.label", f"a text of 1 to {LONGEST_LABEL} characters in one line is allowed")
    return label.strip()


def _birth(raw: Table, field: str, day: date) -> Birth:
    if ("born_on" in raw) == ("age" in raw):
        raise FieldError(f"{field}.born_on", "exactly one of born_on and age is needed")
    if "age" in raw:
        return Birth.at_age(_age(raw["age"], f"{field}.age"), day)
    born_on = _day(raw["born_on"], f"{field}.born_on")
    if born_on > day:
        raise FieldError(f"{field}.born_on", f"{born_on} is in the future on {day}; a day until then is allowed")
    if day.year - born_on.year > OLDEST:
        raise FieldError(f"{field}.born_on", f"{born_on} is more than {OLDEST} years ago")
    return Birth.on(born_on)


def _age(value: Any, field: str) -> int:
    if type(value) is not int or not 0 <= value <= OLDEST:
        raise FieldError(field, f"{_shown(value)}; whole years from 0 to {OLDEST} are allowed")
    return value


def _incomes(value: Any, field: str, base_quarter: Quarter) -> tuple[Income, ...]:
    if not isinstance(value, list):
        raise FieldError(field, "a list of tables [[members.incomes]] is allowed")
    return tuple(
        _income(_table(raw, f"{field}[{number}]"), f"{field}[{number}]", base_quarter)
        for number, raw in enumerate(value)
    )


RHYTHMS: Final = ("monthly", "total", "months", "once")


def _income(raw: Table, field: str, base_quarter: Quarter) -> Income:
    _only(raw, field, {"kind", *RHYTHMS})
    kind = _word(_required(raw, field, "kind"), f"{field}.kind", IncomeKind)
    if len([key for key in RHYTHMS if key in raw]) != 1:
        raise FieldError(field, "exactly one of monthly, total, months and once is needed")
    if "once" in raw:
        return Income.of(kind, _received_once(_table(raw["once"], f"{field}.once"), f"{field}.once", base_quarter))
    if "months" in raw:
        return Income.of(kind, _sum_of_months(_table(raw["months"], f"{field}.months"), field, base_quarter.months))
    if "total" in raw:
        return Income.of(kind, _tenge(raw["total"], f"{field}.total"))
    return Income.of(kind, MONTHS_IN_QUARTER * _tenge(raw["monthly"], f"{field}.monthly"))


def _received_once(once: Table, field: str, base_quarter: Quarter) -> int:
    """Return the tenge that were received on one day: 0 where that day lies outside the base quarter."""
    _only(once, field, {"on", "tenge"})
    day = _day(_required(once, field, "on"), f"{field}.on")
    tenge = _tenge(_required(once, field, "tenge"), f"{field}.tenge")
    return tenge if base_quarter.first_day <= day <= base_quarter.last_day else 0


def _sum_of_months(months: Table, field: str, base_months: tuple[str, ...]) -> int:
    for month in months:
        if month not in base_months:
            allowed = ", ".join(base_months)
            raise FieldError(f"{field}.months", f"{_shown(month)} is not of the base quarter; allowed: {allowed}")
    return sum(_tenge(value, f"{field}.months.{month}") for month, value in months.items())


def _history(raw: Table, applied_on: date) -> History:
    field = "history"
    _only(
        raw,
        field,
        {"refused_measures_on", "contract_broken_on", "commission", "false_data", "false_data_on", "awarded_mother"},
    )
    return History(
        refused_measures_on=_past_day(raw, field, "refused_measures_on", applied_on),
        contract_broken_on=_past_day(raw, field, "contract_broken_on", applied_on),
        commission=_word(raw.get("commission", "unknown"), f"{field}.commission", Commission),
        false_data=_flag(raw.get("false_data", False), f"{field}.false_data"),
        awarded_mother=_word(raw.get("awarded_mother", "none"), f"{field}.awarded_mother", AwardedMother),
        false_data_on=_past_day(raw, field, "false_data_on", applied_on),
    )


def _property(raw: Table) -> Property:
    field = "property"
    _only(raw, field, {"holdings", "dwellings_area_m2", "dwellings_in_emergency_state", "plot_granted_free"})
    holdings = raw.get("holdings", [])
    if not isinstance(holdings, list):
        raise FieldError(f"{field}.holdings", f"a list is allowed, of: {', '.join(Holding)}")
    return Property(
        holdings=frozenset(_word(holding, f"{field}.holdings", Holding) for holding in holdings),
        dwellings_area_m2=_area(raw["dwellings_area_m2"], field) if "dwellings_area_m2" in raw else None,
        dwellings_in_emergency_state=_flag(
            raw.get("dwellings_in_emergency_state", False), f"{field}.dwellings_in_emergency_state"
        ),
        plot_granted_free=_flag(raw.get("plot_granted_free", False), f"{field}.plot_granted_free"),
    )


def _area(value: Any, field: str) -> int:
    if type(value) is not int or not 0 < value <= LARGEST_AREA_M2:
        raise FieldError(
            f"{field}.dwellings_area_m2",
            f"{_shown(value)}; whole square metres from 1 to {LARGEST_AREA_M2} are allowed",
        )
    return value


def _past_day(raw: Table, field: str, key: str, applied_on: date) -> date | DayUnknown | None:
    if key not in raw:
        return None
    if raw[key] == DayUnknown.UNKNOWN:
        return DayUnknown.UNKNOWN
    day = _day(raw[key], f"{field}.{key}")
    if day > applied_on:
        raise FieldError(f"{field}.{key}", f"{day} is after the day of application {applied_on}")
    return day


def _only(raw: Table, field: str, allowed: set[str]) -> None:
    unknown = sorted(set(raw) - allowed)
    if unknown:
        name = f"{field}.{unknown[0]}" if field else unknown[0]
        raise FieldError(name, f"unknown key; allowed: {', '.join(sorted(allowed))}")


def _required(raw: Table, field: str, key: str) -> Any:
    if key not in raw:
        raise FieldError(f"{field}.{key}" if field else key, "missing, and it is needed")
    return raw[key]


def _table(value: Any, field: str) -> Table:
    if not isinstance(value, dict):
        raise FieldError(field, "a table is allowed")
    return value


def _word(value: Any, field: str, words: type[Word]) -> Word:
    try:
        return words(value)
    except ValueError:
        raise FieldError(field, f"unknown word {_shown(value)}; allowed: {', '.join(words)}") from None


def _day(value: Any, field: str) -> date:
    if type(value) is not date:
        raise FieldError(field, f"{_shown(value)}; a day such as 2023-05-10 is allowed, without quotes")
    return value


def _flag(value: Any, field: str) -> bool:
    if not isinstance(value, bool):
        raise FieldError(field, f"{_shown(value)}; true or false is allowed")
    return value


def _tenge(value: Any, field: str) -> int:
    if type(value) is not int or not 0 <= value <= MOST_TENGE:
        raise FieldError(field, f"{_shown(value)}; whole tenge from 0 to {MOST_TENGE} are allowed")
    return value


def _shown(value: Any) -> str:
    """Write a wrong value as it stands in the file, be it a number of any length, a word or a whole table."""
    if isinstance(value, bool):
        return str(value).lower()
    try:
        text = str(value) if isinstance(value, date | time) else repr(value)
    except ValueError:  # Python writes no whole number of more than 4300 digits
        return "a number of thousands of digits"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
