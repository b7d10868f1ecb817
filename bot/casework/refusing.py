"""How far somebody has got with refusing a job offer: its price on the screen, then the first of the two taps.

Both belong to one message and to the offer as it is, and the first tap holds for a few minutes: no forgotten screen
refuses anything.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot.store.offer_details import OfferDetails
from bot.store.offers import Offer

FIRST_TAP_LASTS: Final = timedelta(minutes=10)


class Refusing(NamedTuple):
    """The message with the price, the offer's sequence then, and when the first tap was made (ISO 8601), if it was."""

    sequence: int
    message_id: int
    begun_at: str | None = None


def refusing_of(offer: Offer, alias: str) -> Refusing | None:
    """Return how far a person has got with the offer as it is; None when its price is not on the screen."""
    noted = offer.details.get("refusing", {}).get(alias)
    refusing = noted and Refusing(**noted)
    return refusing if refusing and refusing.sequence == offer.sequence else None


def with_refusing(offer: Offer, alias: str, refusing: Refusing | None) -> OfferDetails:
    """Return the details of an offer with how far a person has got; None: it begins anew."""
    noted = {who: of_other for who, of_other in offer.details.get("refusing", {}).items() if who != alias}
    if refusing is not None:
        noted[alias] = {
            "sequence": refusing.sequence,
            "message_id": refusing.message_id,
            "begun_at": refusing.begun_at,
        }
    return {**offer.details, "refusing": noted}


def has_begun(offer: Offer, alias: str, now: datetime) -> bool:
    """Whether the first tap was made, and not long ago; a clock that was set back is no reason to doubt it."""
    refusing = refusing_of(offer, alias)
    if refusing is None or refusing.begun_at is None:
        return False
    return abs(now - datetime.fromisoformat(refusing.begun_at)) <= FIRST_TAP_LASTS


def may_refuse(offer: Offer, alias: str, message_id: int, now: datetime) -> bool:
    """Whether a second tap in a message refuses: the first one was made there, and not long ago."""
    refusing = refusing_of(offer, alias)
    return refusing is not None and refusing.message_id == message_id and has_begun(offer, alias, now)
