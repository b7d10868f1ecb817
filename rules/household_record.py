"""A family as a document, with every fact that `assess` takes: what is frozen beside a result, to work it out again."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypedDict

from rules.errors import RulesError
from rules.household import Birth, DayUnknown, History, Holding, Household, Income, IncomeKind, Member, Property


class HouseholdRecord(TypedDict):
    """A family in plain words, whole numbers and days in ISO; members, history and property by the law's own fields.

    A birth is its first and last day; an income is its kind with the least and the greatest tenge of three months.
    """

    region: str
    registered: bool
    members: list[dict[str, Any]]
    history: dict[str, Any]
    property: dict[str, Any]


class DamagedHouseholdError(RulesError):
    """A document that is no family, or has words that the law does not know."""


def household_record(household: Household) -> HouseholdRecord:
    """Return a family as a document."""
    return {
        "region": household.region,
        "registered": household.registered,
        "members": [_facts(member) for member in household.members],
        "history": _facts(household.history),
        "property": _facts(household.property),
    }


def household_of(record: HouseholdRecord) -> Household:
    """Return the family of a document. DamagedHouseholdError where it is none."""
    try:
        return Household(
            region=record["region"],
            members=tuple(_member(member) for member in record["members"]),
            history=_history(record["history"]),
            property=_property(record["property"]),
            registered=record["registered"],
        )
    except (KeyError, TypeError, ValueError, RulesError) as wrong:
        raise DamagedHouseholdError("the family of a result cannot be read") from wrong


def _facts(owner: Member | History | Property) -> dict[str, Any]:
    return {field.name: _plain(getattr(owner, field.name)) for field in fields(owner)}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _member(facts: Mapping[str, Any]) -> Member:
    birth = facts.get("birth")
    read = {
        "birth": Birth(*map(date.fromisoformat, birth)) if birth else None,
        "incomes": tuple(Income(IncomeKind(kind), low, high) for kind, low, high in facts["incomes"]),
    }
    return Member(**{**facts, **read})


def _history(facts: Mapping[str, Any]) -> History:
    days = {name: _day(facts.get(name)) for name in ("refused_measures_on", "contract_broken_on", "false_data_on")}
    return History(**{**facts, **days})


def _day(written: str | None) -> date | DayUnknown | None:
    if written is None or written == DayUnknown.UNKNOWN:
        return DayUnknown.UNKNOWN if written else None
    return date.fromisoformat(written)


def _property(facts: Mapping[str, Any]) -> Property:
    return Property(**{**facts, "holdings": frozenset(Holding(holding) for holding in facts["holdings"])})
