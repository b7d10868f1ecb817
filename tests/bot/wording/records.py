"""Records to tell: those of all law cases, some of families that no file can describe, and some of yesterday.

`yesterday.json` was written by the version of the program before lines were estimated as bands: whoever was shown
such a result can still be told it.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.wording.figures import whole
from rules import Household, Income, Member, PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.household import NOTHING_HAPPENED, Activity, Birth, DayUnknown, History, IncomeKind, Relationship
from rules.household_file import read_application
from rules.record import Record
from tests.rules.law_cases import CASES, law_cases, outcome_of

Table = dict[str, Any]
TODAY = date(2026, 2, 11)
AUTUMN = date(2026, 11, 20)
GIVEN_BY = "қала әкімдігі <b>& мәслихат"


def told(household: Household, on: date, lines: PovertyLines | None = None) -> Record:
    """Return the record as storage gives it back: keys in another order, lists for tuples."""
    record = record_of(assess(household, on, lines or PovertyLines()))
    found: Record = json.loads(json.dumps(record, sort_keys=True))
    return found


def by_each_line(record: Record) -> set[int]:
    """Return what each value of the line gives, in whole tenge: itself, what lacks for one, and both of all people.

    An estimated line has two ends and a likely value: text, picture and page tell what follows from one or another.
    """
    members, found, monthly = record["counted_members"], record["poverty_line"], record["monthly_tenge"]
    income = Decimal(record["per_capita_income"])
    told = {found["tenge"], found.get("low", found["tenge"]), found.get("high", found["tenge"])}
    of_one = {Decimal(line) for line in told} | {abs(line - income) for line in told}
    of_all = {Decimal(line * members) for line in told} | {income * members}
    assistance = {end for end in (monthly["low"], monthly["high"], monthly.get("likely")) if end is not None}
    total = {record["total_tenge"]["low"] + record["months"] * (end - monthly["low"]) for end in assistance}
    return {whole(tenge) for tenge in (*of_one, *of_all, *map(Decimal, assistance | total))}


def family(
    *members: Table,
    on: date = TODAY,
    region: str = "KZ-71",
    line: int | None = None,
    owned: Table | None = None,
    registered: bool = True,
    **history: Any,
) -> Record:
    """Return the record of a family written as in a file."""
    document = {
        "applied_on": on,
        "region": region,
        "members": list(members),
        "history": history,
        "property": owned or {},
        "registered": registered,
    }
    application = read_application(document)
    always = None if line is None else PovertyLine.published(region, Quarter.of(on), line, GIVEN_BY)
    return told(application.household, on, PovertyLines(always=always))


def mother(**told_of_her: Any) -> Table:
    return {"label": "mother", "relationship": "applicant", "age": 34, "activity": "employed"} | told_of_her


def child(age: int, label: str | None = None, **told_of_it: Any) -> Table:
    return {"label": label or f"child of {age}", "relationship": "child", "age": age} | told_of_it


def husband(**told_of_him: Any) -> Table:
    return {"label": "father", "relationship": "spouse", "age": 36, "activity": "unemployed"} | told_of_him


def wage(tenge: int) -> list[Table]:
    return [{"kind": "wage", "monthly": tenge}]


def monthly(kind: str, tenge: int) -> Table:
    return {"kind": kind, "monthly": tenge}


def of_incomes(*incomes: Income, line: int = 40_000, on: date = TODAY, history: History = NOTHING_HAPPENED) -> Record:
    """Return the record of a mother with a child of three whose incomes are perhaps not known exactly."""
    members = (
        Member("mother", Relationship.APPLICANT, activity=Activity.EMPLOYED, incomes=incomes),
        Member("son", Relationship.CHILD, birth=Birth.at_age(3, on)),
    )
    published = PovertyLine.published("KZ-71", Quarter.of(on), line, "given")
    return told(Household("KZ-71", members, history), on, PovertyLines(always=published))


def of_incomes_in_ulytau(*incomes: Income) -> Record:
    """Return the record of the same family where the line is only estimated: see `ULYTAU`."""
    members = (
        Member("mother", Relationship.APPLICANT, activity=Activity.EMPLOYED, incomes=incomes),
        Member("son", Relationship.CHILD, birth=Birth.at_age(3, TODAY)),
    )
    return told(Household("KZ-62", members), TODAY)


def of_law_cases() -> dict[str, Record]:
    found = [case for path in sorted(Path(CASES).glob("*.toml")) for case in law_cases(path)]
    cases: dict[str, Any] = {str(case): outcome_of(case) for case in found}
    return {sentence: record for sentence, record in cases.items() if "error" not in record}


# Ulytau, I/2026, by hand: October 63 408 and November 57 892 of the base quarter (values.csv), each over its month's
# season, times the season 1.03 of the fourth quarter: 59 513.37; 70 % are 41 659, with 1.75 % to either side.
ULYTAU = (40_930, 41_659, 42_389)
WAGE, FARM = IncomeKind.WAGE, IncomeKind.FARM
YESTERDAY: dict[str, Record] = {
    f"yesterday: {sentence}": record
    for sentence, record in json.loads(Path(__file__).with_name("yesterday.json").read_text(encoding="utf-8")).items()
}
BABY = {"label": "baby", "relationship": "child", "born_on": date(2025, 3, 5)}
PUPIL = {"label": "son", "relationship": "child", "born_on": date(2019, 1, 25)}
ALL_HOLDINGS = ("dwellings", "premises", "building_plot", "cars", "transport")
IN_DOUBT: dict[str, Record] = {
    "a stipend: yes in both readings": family(
        mother(incomes=[*wage(50_000), monthly("stipend", 30_000)]), child(8), line=50_000
    ),
    "a stipend: a no or a yes": family(
        mother(incomes=[*wage(90_000), monthly("stipend", 30_000)]), child(3), line=50_000
    ),
    "a stipend: a no or too close": family(
        mother(incomes=[*wage(83_000), monthly("stipend", 3_000)]), child(3), region="KZ-62"
    ),
    "a stipend beside an unknown wage": of_incomes(Income(WAGE, 0, None), Income.of(IncomeKind.STIPEND, 30_000)),
    "a stipend beside a refused job on an unknown day": family(
        mother(incomes=[monthly("stipend", 30_000)]), child(8), line=50_000, refused_measures_on="unknown"
    ),
    "a grandmother in 2022": family(
        mother(incomes=wage(20_000)),
        child(3),
        {"label": "grandmother", "relationship": "grandparent", "age": 78, "activity": "pensioner"}
        | {"incomes": [monthly("pension", 90_000)]},
        on=date(2022, 5, 10),
        line=30_000,
    ),
    "a husband who may have left": family(
        mother(incomes=wage(20_000)),
        child(3),
        husband(activity="employed", absence="unsure", incomes=wage(300_000)),
        line=40_000,
    ),
    "a child who may live elsewhere": family(mother(), child(3), child(4, absence="unsure"), line=40_000),
    "a foreigner in the family": family(mother(incomes=wage(20_000)), child(8), husband(entitled=False), line=40_000),
    "a first birthday": family(mother(), BABY, line=40_000),
    "a seventh birthday": family(mother(), PUPIL, line=40_000, on=date(2026, 1, 10)),
    "two birthdays": family(
        mother(),
        BABY,
        PUPIL,
        line=40_000,
        on=date(2026, 1, 10),
    ),
    "a birthday and a stipend": family(
        mother(incomes=[*wage(90_000), monthly("stipend", 30_000)]),
        BABY,
        line=50_000,
    ),
    "two doubts": family(
        mother(incomes=[*wage(20_000), monthly("stipend", 30_000)]),
        child(8),
        husband(activity="employed", absence="unsure", incomes=wage(100_000)),
        line=60_000,
    ),
    "three doubts, a yes in all": family(
        mother(incomes=[*wage(20_000), monthly("stipend", 30_000), monthly("local_aid", 10_000)]),
        child(8),
        husband(absence="unsure", incomes=wage(10_000)),
        line=60_000,
    ),
    "three doubts, a no or a yes": family(
        mother(incomes=[*wage(20_000), monthly("stipend", 30_000), monthly("local_aid", 10_000)]),
        child(8),
        husband(activity="employed", absence="unsure", incomes=wage(190_000)),
        line=60_000,
    ),
}
OTHERS: dict[str, Record] = {
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
        mother(incomes=wage(83_000)), child(3), region="KZ-62", contract_broken_on="unknown"
    ),
    "both on unknown days, and an unknown wage": of_incomes(
        Income(WAGE, 0, None), history=History(DayUnknown.UNKNOWN, DayUnknown.UNKNOWN)
    ),
    "within an estimated line": family(mother(incomes=wage(80_000)), child(3), region="KZ-62"),
    "too close to an estimated line": family(mother(incomes=wage(83_000)), child(3), region="KZ-62"),
    "above an estimated line where it may be higher": family(mother(incomes=wage(300_000)), child(3)),
    "above an estimated line": family(mother(incomes=wage(100_000)), child(3), region="KZ-62"),
    "too close to an estimated line, between two sums": of_incomes_in_ulytau(
        Income(WAGE, 246_000, 252_000),
    ),
    "a line carried on for a year": family(mother(incomes=wage(87_000)), child(3), child(5), region="KZ-31", on=AUTUMN),
    "a line carried on where it may be higher": family(mother(), on=AUTUMN),
    "everything that article 125 names": family(
        mother(incomes=wage(20_000)), child(3), line=40_000, owned={"holdings": list(ALL_HOLDINGS)}
    ),
    "nobody is entitled": family(mother(entitled=False), child(8, entitled=False), line=40_000),
    "registered nowhere": family(mother(), line=40_000, registered=False),
    "a husband who has left": family(mother(), child(8), husband(absence="left"), line=40_000),
    "care of an elderly person of an unknown age, and of one of 78": family(
        mother(activity="carer", cares_for="elderly"),
        husband(activity="carer", cares_for="elderly", cared_for_age=78),
        line=40_000,
    ),
    "two carers": family(
        mother(activity="carer", cares_for="disabled_adult"),
        husband(activity="carer", cares_for="disabled_adult"),
        line=40_000,
    ),
    "false data on a known day": family(mother(), child(8), line=40_000, false_data_on=date(2026, 1, 10)),
    "false data on an unknown day": family(mother(), line=40_000, false_data_on="unknown"),
    "false data before July 2023": family(mother(), child(8), line=40_000, on=date(2022, 5, 10), false_data=True),
    "every ground at once": family(
        mother(incomes=wage(900_000)),
        refused_measures_on=date(2026, 1, 15),
        contract_broken_on=date(2026, 2, 1),
        commission="no_need",
        false_data_on=date(2026, 1, 5),
    ),
}
RECORDS = of_law_cases() | OTHERS | IN_DOUBT | YESTERDAY
