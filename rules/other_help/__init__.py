"""All help of the state beside the assistance, from the same answers: what is due, may be due, is missed, is received.

`other_help(household, assessment)` gives the list, `monthly_totals` what a family may have in a month with it. A kind
is a module called by the law's word, with what it asks of the answers, and a line in `table.py`. All of it but large
family and awarded mother is known since the Social Code, 1 July 2023, in its edition of 5 May 2026.
"""

from rules.other_help.kind import Claim, Kind, Missed, Paper, Term
from rules.other_help.offered import Help, other_help
from rules.other_help.record import OtherHelpRecord, other_help_record
from rules.other_help.table import KINDS
from rules.other_help.totals import MonthlyTotals, monthly_totals
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

__all__ = [
    "KINDS",
    "Begins",
    "Claim",
    "Counted",
    "Fact",
    "Help",
    "HelpStanding",
    "Kind",
    "Lacks",
    "Lasts",
    "Missed",
    "MonthlyTotals",
    "Open",
    "OtherHelpRecord",
    "Paid",
    "Paper",
    "PaperId",
    "Since",
    "Term",
    "Where",
    "Worth",
    "monthly_totals",
    "other_help",
    "other_help_record",
]
