"""Offers that a decision has withdrawn stand as before once the decision is withdrawn itself."""

from bot import notices
from bot.casework.log_and_report import report, report_nobody_follows
from bot.casework.offer_events import concerned, tell_one
from bot.database import Connection
from bot.store import cases, offers, outbox
from bot.store.cases import Follower
from bot.store.entry_details import EntryDetails
from bot.store.notice_keys import of_offer
from bot.store.notice_kinds import ASKS_FOR_ANSWER, NoticeKind
from bot.store.offers import Offer
from bot.world import World
from rules.offer import OfferState


async def bring_back(transaction: Connection, world: World, case_id: str) -> None:
    """Let what was withdrawn with a decision that holds no more stand as before, and tell the family.

    An offer whose deadline has passed meanwhile stays withdrawn; the authority learns which those are.
    """
    for found in await offers.of_case(transaction, world.cipher, case_id):
        offer = await offers.lock(transaction, world.cipher, found.number) or found
        details = offer.details.copy()
        stood = details.pop("stood", None)
        if offer.state is not OfferState.WITHDRAWN or stood is None:
            continue
        if world.now() > offer.respond_by:
            await offers.note(transaction, world.cipher, offer, details)
            await report(transaction, world, case_id, "offer_stays_withdrawn", {"offer_id": offer.id})
            continue
        moved = await offers.move(
            transaction, world.cipher, offer, OfferState(stood["state"]), {**details, "note": stood["note"]}
        )
        family = await cases.followers(transaction, world.cipher, case_id)
        news = [(one, await _news_to(transaction, world, offer, one)) for one in concerned(family, offer)]
        await notices.withdraw_of_offer(transaction, case_id, offer.number, world.now())
        await report(transaction, world, case_id, "offer_back", {"offer_id": offer.id, "state": stood["state"]})
        for follower, kind in news:
            if kind is not None:
                await tell_one(transaction, world, moved or offer, kind, follower)
        if not family:
            about: EntryDetails = {"offer_id": offer.id, "person": None}
            await report_nobody_follows(transaction, world, case_id, NoticeKind.OFFER_BACK, about)


async def _news_to(transaction: Connection, world: World, offer: Offer, follower: Follower) -> NoticeKind | None:
    """Return which notice somebody is to read of an offer that is back; None where nothing is news to them.

    Whoever has not read that it was withdrawn reads nothing of its coming back, but what waited to be told before.
    """
    cause = of_offer(offer.case_id, offer.number)
    queued = await outbox.about(transaction, world.cipher, cause, follower.person_id, world.now())
    farewell = next((one for one in queued if one.kind == NoticeKind.OFFER_WITHDRAWN), None)
    if farewell is None or farewell.may_have_been_read:
        return NoticeKind.OFFER_BACK
    asked = next((one for one in queued if one.kind in ASKS_FOR_ANSWER), None)
    return NoticeKind.read(asked.kind) if asked is not None and not asked.may_have_been_read else None
