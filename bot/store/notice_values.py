"""The values of a notice, as they are stored with it: plain ones, which are put into words when it is sent.

Days and instants are in ISO 8601, sums in tenge a month. What is not required lacks where there was nothing to say, or
in notices that were queued before it was said.
"""

from typing import NotRequired

from bot.store.offer_details import Answered, Offered


class OfferValues(Offered):
    """Of a job offer: what was offered, and what was said of it last. Who reads a card reads these, too."""

    offer: int
    offer_id: str
    sequence: int
    state: str
    respond_by: str
    acknowledged_at: str | None
    note: NotRequired[str | None]
    answer: NotRequired[Answered | None]
    stopped: NotRequired[list[str]]
    not_excused_at: NotRequired[str]
    is_named: NotRequired[bool]
    """Whether it was offered to the reader."""
    by_label: NotRequired[str]
    """Which member has done what the notice tells of."""
