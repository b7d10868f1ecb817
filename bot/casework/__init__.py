"""Every change of a case: the authority's events and the family's answers, each in one transaction.

A change writes the case, its journal, the notices to the family and what the authority must learn, or nothing.
"""

from bot.casework.access import case_for, case_numbered, place_of
from bot.casework.apply_event import Accepted, TriedOut, accept, preview, try_out
from bot.casework.coming_back import come_back
from bot.casework.followers import Doubted, can_stop, confirm_by_member, doubt
from bot.casework.following import LINK_LASTS, Invitation, forget_person, invitation, join, leave, make_link
from bot.casework.notice_opened import open_notice
from bot.casework.offer_answers import (
    OfferReply,
    OfferView,
    Shown,
    accept_offer,
    ask_to_be_confirmed,
    ask_to_be_excused,
    card_shown,
    offer_seen,
    offers_seen,
    open_offer,
    refuse_offer,
    take_back,
    why_no_answer,
)
from bot.casework.offer_events import close_overdue, values_for
from bot.casework.offer_refusal import (
    begin_refusal,
    confirm_shown,
    has_begun_to_refuse,
    is_refusing,
    leave_refusal,
    price_shown,
)
from bot.casework.paid import Paid, paid_on
from bot.casework.visit_answers import Answered, ask_to_move_visit, confirm_visit, nobody_came, visit_of, why_not

__all__ = [
    "LINK_LASTS",
    "Accepted",
    "Answered",
    "Doubted",
    "Invitation",
    "OfferReply",
    "OfferView",
    "Paid",
    "Shown",
    "TriedOut",
    "accept",
    "accept_offer",
    "ask_to_be_confirmed",
    "ask_to_be_excused",
    "ask_to_move_visit",
    "begin_refusal",
    "can_stop",
    "card_shown",
    "case_for",
    "case_numbered",
    "close_overdue",
    "come_back",
    "confirm_by_member",
    "confirm_shown",
    "confirm_visit",
    "doubt",
    "forget_person",
    "has_begun_to_refuse",
    "invitation",
    "is_refusing",
    "join",
    "leave",
    "leave_refusal",
    "make_link",
    "nobody_came",
    "offer_seen",
    "offers_seen",
    "open_notice",
    "open_offer",
    "paid_on",
    "place_of",
    "preview",
    "price_shown",
    "refuse_offer",
    "take_back",
    "try_out",
    "values_for",
    "visit_of",
    "why_no_answer",
    "why_not",
]
