"""Every change of a case: the authority's events and the family's answers, each in one transaction.

A change writes the case, its journal, the notices to the family and what the authority must learn, or nothing.
"""

from bot.casework.accepting import Accepted, accept
from bot.casework.cases import case_for
from bot.casework.following import LINK_LASTS, Invitation, forget_person, invitation, join, leave, make_link
from bot.casework.visit_answers import Answered, ask_to_move_visit, confirm_visit, nobody_came, visit_of, why_not

__all__ = [
    "LINK_LASTS",
    "Accepted",
    "Answered",
    "Invitation",
    "accept",
    "ask_to_move_visit",
    "case_for",
    "confirm_visit",
    "forget_person",
    "invitation",
    "join",
    "leave",
    "make_link",
    "nobody_came",
    "visit_of",
    "why_not",
]
