"""What somebody has answered whom the officer has sent away since: it stands, and nobody decides on it in silence.

The officer learns of each such answer and sees it among what waits; the family is told of it. It goes when the officer
acknowledges it or withdraws the offer, or when somebody of the family who may answer takes it back in time.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.casework.log_and_report import report
from bot.casework.offer_events import concerned, tell_one
from bot.database import Connection
from bot.store import cases, offers
from bot.store.cases import Follower
from bot.store.entry_details import EntryDetails
from bot.store.notice_kinds import NoticeKind
from bot.store.offers import Offer
from bot.world import World
from rules.offer import ANSWERED

CHANGE: Final = "offer_answer_of_removed"


def standing_of(found: Sequence[Offer], alias: str) -> list[Offer]:
    """Return the offers whose answer is a person's own, and was neither taken back nor decided."""
    return [offer for offer in found if offer.state in ANSWERED and offer.answered_by == alias]


async def tell(transaction: Connection, world: World, case_id: str, alias: str, before: Sequence[Follower]) -> None:
    """Mark what a removed person has answered; tell the officer and whom the offers concerned `before` and now."""
    family = await cases.followers(transaction, world.cipher, case_id)
    for found in standing_of(await offers.of_case(transaction, world.cipher, case_id), alias):
        offer = await offers.lock(transaction, world.cipher, found.number) or found
        answer = offer.details.get("answer")
        if answer is None:
            continue
        marked = replace(offer, details={**offer.details, "answer": {**answer, "is_of_removed": True}})
        await offers.note(transaction, world.cipher, offer, marked.details)
        told: EntryDetails = {
            "offer_id": offer.id,
            "person": alias,
            "answer": offer.state,
            "answered_at": answer["at"],
        }
        if offer.acknowledged_at:
            told["acknowledged_at"] = offer.acknowledged_at.isoformat()
        await report(transaction, world, case_id, CHANGE, told)
        known = {follower.alias for follower in concerned(before, offer)}
        for follower in concerned(family, offer):
            if follower.alias in known:  # the others learn it as an offer that concerns them from now on
                await tell_one(transaction, world, marked, NoticeKind.OFFER_ANSWER_OF_REMOVED, follower)
