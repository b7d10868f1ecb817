"""The law of targeted social assistance in Kazakhstan: pure, synchronous, standard library only."""

from rules.assessment import NobodyCounts, assess
from rules.deadlines import Quarter
from rules.household import Birth, History, Household, Income, Member
from rules.poverty_line import PovertyLine, PovertyLines
from rules.record import record_of
from rules.result import Assessment
from rules.sources import LawError

__all__ = [
    "Assessment",
    "Birth",
    "History",
    "Household",
    "Income",
    "LawError",
    "Member",
    "NobodyCounts",
    "PovertyLine",
    "PovertyLines",
    "Quarter",
    "assess",
    "record_of",
]
