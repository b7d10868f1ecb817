"""Notices to a family: queued with plain values, and put into words of the person's language when they are sent."""

from datetime import datetime
from typing import Final, cast

from bot.database import Connection
from bot.notices.quiet_hours import cannot_wait, next_decent_time
from bot.store import outbox
from bot.store.cases import Follower
from bot.store.notice_keys import Cause, NoticeKey, of_offer, of_visit
from bot.store.notice_kinds import About, NoticeKind, TakenBackBy
from bot.store.notice_values import NoticeValues, OfferValues, VisitValues
from bot.store.offers import Offer
from bot.store.outbox import Urgency
from bot.store.visits import Visit
from bot.world import World
from rules.offer import OfferState

NOT_OF_OFFER: Final = frozenset({"opened", "refusing", "cards", "asked", "delete_words_of", "stood"})
"""What is noted of how people dealt with an offer, and is no part of it."""

EXCUSE_DECIDED: Final = frozenset({OfferState.EXCUSED, OfferState.NOT_EXCUSED})


def values_of_visit(visit: Visit) -> VisitValues:
    """Return what a notice about a visit needs: plain values that are put into words when it is sent."""
    return {
        "visit": visit.number,
        "visit_id": visit.id,  # by which the authority knows it
        "sequence": visit.sequence,
        "starts_at": visit.starts_at.isoformat(),
        "ends_at": visit.ends_at.isoformat(),
        "address": visit.details.get("address"),
        "contact": visit.details.get("contact"),
        "note": visit.details.get("note"),
    }


def values_of_offer(offer: Offer) -> OfferValues:
    """Return what a notice about an offer needs: what was offered, and what was said of it last."""
    said = cast("OfferValues", {name: value for name, value in offer.details.items() if name not in NOT_OF_OFFER})
    if answer := said.get("answer"):  # no more of it than is told: what somebody wrote is for the officer alone
        said["answer"] = {"state": answer["state"], "person": answer["person"], "at": answer["at"]}
    return {
        **said,
        "offer": offer.number,
        "offer_id": offer.id,  # by which the authority knows it
        "sequence": offer.sequence,
        "state": offer.state,
        "respond_by": offer.respond_by.isoformat(),
        "acknowledged_at": offer.acknowledged_at.isoformat() if offer.acknowledged_at else None,
    }


def for_reader(values: OfferValues, alias: str) -> OfferValues:
    """Return what one person is told of an offer: the officer's note on a wish to be excused is for whoever asked.

    It may repeat what they wrote, which the others of the family do not read.
    """
    answer = values.get("answer")
    has_asked = answer is not None and answer["person"] == alias
    return values if has_asked or values["state"] not in EXCUSE_DECIDED else {**values, "note": None}


async def queue(
    transaction: Connection,
    world: World,
    follower: Follower,
    kind: NoticeKind,
    values: NoticeValues,
    *,
    cause: Cause,
    about: datetime | None = None,
    good_until: datetime | None = None,
) -> bool:
    """Queue a notice to one person, once for a cause; `about` is when what it tells of happens.

    `good_until` is from when on it is no longer worth telling.
    """
    now = world.now()
    if kind.about is About.OFFER:
        values = for_reader(cast("OfferValues", values), follower.alias)
    world.queued.set()
    return await outbox.queue(
        transaction,
        world.cipher,
        key=NoticeKey(cause, follower.alias),
        person_id=follower.person_id,
        case_id=follower.case_id,
        kind=kind,
        details=values,
        due_at=next_decent_time(now, about),
        urgency=Urgency.URGENT if cannot_wait(now, about) else Urgency.USUAL,
        about=about,
        good_until=good_until,
    )


async def withdraw_of_visit(transaction: Connection, case_id: str, number: int, now: datetime) -> None:
    """Take back what waits to be said of a visit: it has moved, was held or will not be."""
    await outbox.withdraw_of_case(transaction, of_visit(case_id, number), now)


async def withdraw_of_offer(transaction: Connection, case_id: str, number: int, now: datetime) -> None:
    """Take back what waits to be said of an offer: it was answered, extended or withdrawn."""
    await outbox.withdraw_of_case(transaction, of_offer(case_id, number), now)


async def withdraw_examination_overdue(transaction: Connection, case_id: str, now: datetime) -> None:
    """Take back that nobody has examined: somebody has."""
    await outbox.withdraw_kind(transaction, case_id, NoticeKind.EXAMINATION_OVERDUE, now)


async def withdraw_reminders(transaction: Connection, case_id: str, *, is_undecided: bool, now: datetime) -> None:
    """Take back the reminders that no longer hold when a case has moved on."""
    by = {TakenBackBy.ANY_STATUS} if is_undecided else {TakenBackBy.ANY_STATUS, TakenBackBy.DECISION}
    for kind in NoticeKind:
        if kind.taken_back_by in by:
            await outbox.withdraw_kind(transaction, case_id, kind, now)
