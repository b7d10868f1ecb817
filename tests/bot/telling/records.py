"""Records to tell: those of all law cases, and some of families that no file can describe."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from rules import Household, Income, Member, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.household import NOTHING_HAPPENED, Activity, Birth, DayUnknown, History, IncomeKind, Relationship
from rules.household_file import read_application
from tests.rules.law_cases import CASES, law_cases, outcome_of

Table = dict[str, Any]
TODAY = date(2026, 2, 11)
GIVEN_BY = "қала әкімдігі <b>& мәслихат"


def told(household: Household, on: date, lines: PovertyLines | None = None) -> Table:
    """Return the record as storage gives it back: keys in another order, lists for tuples."""
    record = record_of(assess(household, on, lines or PovertyLines()))
    found: Table = json.loads(json.dumps(record, sort_keys=True))
    return found


def family(*members: Table, on: date = TODAY, region: str = "KZ-71", line: int | None = None, **history: Any) -> Table:
    """Return the record of a family written as in a file."""
    document = {"applied_on": on, "region": region, "members": list(members), "history": history}
    application = read_application(document)
    always = None if line is None else PovertyLine.published(region, Quarter.of(on), line, GIVEN_BY)
    return told(application.household, on, PovertyLines(always=always))


def mother(**told_of_her: Any) -> Table:
    return {"label": "mother", "relationship": "applicant", "age": 34, "activity": "employed"} | told_of_her


def child(age: int, label: str | None = None, **told_of_it: Any) -> Table:
    return {"label": label or f"child of {age}", "relationship": "child", "age": age} | told_of_it


def wage(tenge: int) -> list[Table]:
    return [{"kind": "wage", "monthly": tenge}]


def of_incomes(*incomes: Income, line: int = 40_000, on: date = TODAY, history: History = NOTHING_HAPPENED) -> Table:
    """Return the record of a mother with a child of three whose incomes are perhaps not known exactly."""
    members = (
        Member("mother", Relationship.APPLICANT, activity=Activity.EMPLOYED, incomes=incomes),
        Member("son", Relationship.CHILD, birth=Birth.at_age(3, on)),
    )
    published = PovertyLine.published("KZ-71", Quarter.of(on), line, "given")
    return told(Household("KZ-71", members, history), on, PovertyLines(always=published))


def of_incomes_in_ulytau(*incomes: Income) -> Table:
    """Return the record of the same family where the line is only estimated: 43 999 in the first quarter of 2026."""
    members = (
        Member("mother", Relationship.APPLICANT, activity=Activity.EMPLOYED, incomes=incomes),
        Member("son", Relationship.CHILD, birth=Birth.at_age(3, TODAY)),
    )
    return told(Household("KZ-62", members), TODAY)


def of_law_cases() -> dict[str, Table]:
    cases = {str(case): outcome_of(case) for path in sorted(Path(CASES).glob("*.toml")) for case in law_cases(path)}
    return {sentence: record for sentence, record in cases.items() if "error" not in record}


WAGE, FARM = IncomeKind.WAGE, IncomeKind.FARM
OTHERS: dict[str, Table] = {
    "a wage between two sums within the line": of_incomes(Income(WAGE, 60_000, 90_000)),
    "a wage between two sums on either side of the line": of_incomes(Income(WAGE, 200_000, 300_000)),
    "an unknown wage": of_incomes(Income(WAGE, 0, None)),
    "an unknown wage beside a known one": of_incomes(Income(WAGE, 90_000, None), Income.of(FARM, 30_000)),
    "an unknown wage, and already above the line": of_incomes(Income(WAGE, 900_000, None)),
    "a wage between two sums, both above the line": of_incomes(Income(WAGE, 600_000, 900_000)),
    "fifteen members": family(
        mother(incomes=wage(90_000)),
        *(child(age, label=f"{'a long name ' * 4}{age}") for age in range(14)),
    ),
    "the calculation index is not known": family(
        mother(), *(child(age) for age in (2, 5, 7, 9)), on=date(2027, 2, 1), awarded_mother="altyn_alqa"
    ),
    "a refused job on an unknown day": family(mother(), child(3), refused_measures_on="unknown"),
    "a refused job on an unknown day, and income equal to the line": family(
        mother(incomes=wage(37_317)), refused_measures_on="unknown", on=date(2023, 8, 10)
    ),
    "a contract broken on an unknown day, too close to an estimated line": family(
        mother(incomes=wage(80_000)), child(3), region="KZ-62", contract_broken_on="unknown"
    ),
    "both on unknown days, and an unknown wage": of_incomes(
        Income(WAGE, 0, None), history=History(DayUnknown.UNKNOWN, DayUnknown.UNKNOWN)
    ),
    "too close to an estimated line from above": family(mother(incomes=wage(100_000)), child(3), region="KZ-62"),
    "too close to an estimated line, between two sums": of_incomes_in_ulytau(
        Income(WAGE, 240_000, 270_000),
    ),
    "every ground at once": family(
        mother(incomes=wage(900_000)),
        refused_measures_on=date(2026, 1, 15),
        contract_broken_on=date(2026, 2, 1),
        commission="no_need",
        false_data=True,
    ),
}
RECORDS = of_law_cases() | OTHERS
