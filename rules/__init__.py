"""The law of targeted social assistance in Kazakhstan: pure, synchronous, standard library only.

`assess(Household(...), day, PovertyLines())` says whether the assistance is due, how much and why; words of the enums
may be given as plain text. `other_help` says what else of the state's help the same answers touch. What a caller needs
is exported here. The questions are in `rules.interview`.
"""

from rules.amount import TengeRange
from rules.assessment import NobodyCountsError, UnknownRegionError, assess
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
from rules.household_file import Application, FieldError, read_application
from rules.income_within_line import Outcome
from rules.kind_of_assistance import Assistance
from rules.offer import Measure
from rules.offer_bill import Bill, BillNotPossibleError, bill
from rules.other_help import (
    Fact,
    Help,
    HelpStanding,
    MonthlyTotals,
    monthly_totals,
    other_help,
    other_help_record,
)
from rules.parameters import ParameterValue, UncoveredError, value_of
from rules.poverty_line import PovertyLine, PovertyLines
from rules.quarters import Quarter
from rules.record import record_of
from rules.refusals import Ground, Refusal
from rules.regions import REGIONS
from rules.result import Assessment, Gap, Step, Warn
from rules.sources import Edition, Grade, LawError, Source

__all__ = [
    "REGIONS",
    "Absence",
    "Activity",
    "Application",
    "Assessment",
    "Assistance",
    "AwardedMother",
    "Bill",
    "BillNotPossibleError",
    "Birth",
    "CaresFor",
    "Commission",
    "DayUnknown",
    "Disability",
    "Edition",
    "Fact",
    "FieldError",
    "Gap",
    "Grade",
    "Ground",
    "Help",
    "HelpStanding",
    "History",
    "Holding",
    "Household",
    "Income",
    "IncomeKind",
    "LawError",
    "Measure",
    "Member",
    "MonthlyTotals",
    "NobodyCountsError",
    "Outcome",
    "ParameterValue",
    "PovertyLine",
    "PovertyLines",
    "Property",
    "Quarter",
    "Refusal",
    "Relationship",
    "Sex",
    "Source",
    "Step",
    "TengeRange",
    "UncoveredError",
    "UnknownRegionError",
    "Warn",
    "assess",
    "bill",
    "monthly_totals",
    "other_help",
    "other_help_record",
    "read_application",
    "record_of",
    "value_of",
]
