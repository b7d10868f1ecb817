"""The authority's events of a job offer, and what the deadline does to it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, cast

from bot import notices
from bot.casework.access import case_of, case_that_goes_on
from bot.casework.events import (
    CONFLICT,
    Event,
    EventRejectedError,
    OfCase,
    OfferAcknowledged,
    OfferExcused,
    OfferExtended,
    OfferMade,
    OfferWithdrawn,
)
from bot.casework.log_and_report import report, write_down
from bot.casework.own_words import delete_words_once_decided
from bot.casework.written import as_seen
from bot.database import Connection, retry_on_deadlock
from bot.store import cases, changes, offers
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import BY_OFFICER, Follower
from bot.store.entry_details import EntryDetails
from bot.store.notice_keys import of_offer
from bot.store.notice_kinds import OFFER_BY_OFFICER, NoticeKind, Until
from bot.store.notice_values import OfferValues
from bot.store.offer_details import OfferDetails, Offered, Stood
from bot.store.offers import Offer
from bot.world import World
from rules.offer import ANSWERABLE, ANSWERED, OVERDUE, SETTLED, OfferState

MOST_AWAITED: Final = 30
"""So many offers of a case may await an answer: a slip in a file must not fill a family's chat."""
FARTHEST_DEADLINE: Final = timedelta(days=60)
ALIKE_IN: Final = ("member_label", "measure", "title", "employer", "place")
ALIKE: Final = "member, measure, title, employer, place and deadline"


# The authority's events


async def make(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Offer something to a member of the family."""
    data: OfferMade = event.data
    case = await case_that_goes_on(transaction, world, key, data)
    _must_leave_time(data.respond_by, world)
    if data.starts_on is not None and data.starts_on < world.today():
        raise EventRejectedError("data.starts_on", "lies in the past")
    told = data.told(exclude_none=True)
    offered = {name: value for name, value in told.items() if name not in {"offer_id", "respond_by"}}
    await _must_be_another(transaction, world, case.id, data)
    offer = await offers.make(
        transaction,
        world.cipher,
        case_id=case.id,
        offer_id=data.offer_id,
        respond_by=data.respond_by,
        details=cast("Offered", offered),
        now=world.now(),
    )
    if offer is None:
        raise EventRejectedError("data.offer_id", "the case has an offer of this id already", status=CONFLICT)
    await write_down(transaction, world, case.id, "offer_made", {**told, "key": key.name})
    await tell(transaction, world, offer, NoticeKind.OFFER_MADE)
    await _tell_nobody_may_answer(transaction, world, offer)


async def _must_be_another(transaction: Connection, world: World, case_id: str, data: OfferMade) -> None:
    """Refuse an offer that the family has already, under another id, and more than anybody can answer."""
    found = await offers.of_case(transaction, world.cipher, case_id)
    awaited = [offer for offer in found if awaits_answer(offer, world.now())]
    likeness = likeness_of(data.model_dump(mode="json"), data.respond_by)
    for offer in awaited:
        if offer.id != data.offer_id and likeness_of(offer.details, offer.respond_by) == likeness:
            raise EventRejectedError("data.offer_id", f"the offer {offer.id} is the same: {ALIKE}", status=CONFLICT)
    must_be_few(len(awaited))


def must_be_few(awaited: int) -> None:
    """Refuse one more offer in a case of which so many await an answer."""
    if awaited >= MOST_AWAITED:
        raise EventRejectedError(
            "data.case_id", f"{MOST_AWAITED} offers of the case await an answer already", status=CONFLICT
        )


def awaits_answer(offer: Offer, now: datetime) -> bool:
    """Whether the family may still answer an offer, or answer it anew."""
    return offer.state in ANSWERABLE and now <= offer.respond_by


def likeness_of(offered: Mapping[str, object], respond_by: datetime) -> tuple[object, ...]:
    """Return what two offers have in common that are one offer to a family, whatever their ids are."""
    return respond_by, *(_plain(str(offered.get(name) or "")) for name in ALIKE_IN)


async def withdraw(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Take an offer back: no answer is awaited any more, and none counts."""
    data: OfferWithdrawn = event.data
    offer = await _offer(transaction, world, key, data, data.offer_id)
    if offer.state in SETTLED:
        raise _conflict(offer)
    await _move(transaction, world, key, offer, OfferState.WITHDRAWN, note=data.note)


async def withdraw_awaited(transaction: Connection, world: World, key: AuthorityKey, case_id: str) -> None:
    """Withdraw what a case that is over still awaits an answer to, and tell the family."""
    for found in await offers.of_case(transaction, world.cipher, case_id):
        offer = await offers.lock(transaction, world.cipher, found.number) or found
        if awaits_answer(offer, world.now()):
            stood: Stood = {"state": offer.state, "note": offer.details.get("note")}
            marked = replace(offer, details={**offer.details, "stood": stood})
            await _move(transaction, world, key, marked, OfferState.WITHDRAWN, note=None)
        else:
            await delete_words_once_decided(transaction, world, offer)  # nothing is decided any more


async def extend(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Give more time; an offer whose deadline has passed is open again."""
    data: OfferExtended = event.data
    await case_that_goes_on(transaction, world, key, data)
    offer = await _offer(transaction, world, key, data, data.offer_id)
    if offer.state in SETTLED or offer.acknowledged_at is not None:
        raise _conflict(offer)
    _must_leave_time(data.respond_by, world)
    if data.respond_by <= offer.respond_by:
        raise EventRejectedError("data.respond_by", "is not later than it was: withdraw the offer and make another")
    state = OfferState.OPEN if offer.state in OVERDUE else offer.state
    await notices.withdraw_of_offer(transaction, offer.case_id, offer.number, world.now())
    extended = await offers.extend(transaction, offer, state, data.respond_by, world.now())
    await write_down(transaction, world, offer.case_id, "offer_extended", {**data.told(), "key": key.name})
    await tell(transaction, world, extended or offer, NoticeKind.OFFER_EXTENDED)


async def excuse(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Decide whether the member is excused; whoever is not can still answer until the deadline.

    In a case that is over only for the family: nobody is asked to answer anew there, nor can lose anything.
    """
    data: OfferExcused = event.data
    if not data.accepted:
        await case_that_goes_on(transaction, world, key, data)
    offer = await _offer(transaction, world, key, data, data.offer_id)
    if offer.state is not OfferState.EXCUSE_REQUESTED:
        raise _conflict(offer)
    state = OfferState.EXCUSED if data.accepted else OfferState.NOT_EXCUSED
    await _move(transaction, world, key, offer, state, note=data.note)


async def acknowledge(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Note that the officer has acted on the answer: it can no longer be taken back."""
    data: OfferAcknowledged = event.data
    offer = await _offer(transaction, world, key, data, data.offer_id)
    if offer.state not in ANSWERED or offer.acknowledged_at is not None:
        raise _conflict(offer)
    acknowledged = await offers.acknowledge(transaction, offer, world.now())
    told: EntryDetails = {"offer_id": offer.id, "state": offer.state, "key": key.name}
    await write_down(transaction, world, offer.case_id, "offer_acknowledged", told)
    await tell(transaction, world, acknowledged or offer, NoticeKind.OFFER_ACKNOWLEDGED)
    await delete_words_once_decided(transaction, world, acknowledged or offer)


async def _offer(transaction: Connection, world: World, key: AuthorityKey, data: OfCase, offer_id: str) -> Offer:
    case = await case_of(transaction, world, key, data)
    offer = await offers.find(transaction, world.cipher, case.id, offer_id)
    if offer is None:
        raise EventRejectedError("data.offer_id", "the case has no such offer", status=CONFLICT)
    return await offers.lock(transaction, world.cipher, offer.number) or offer


def _conflict(offer: Offer) -> EventRejectedError:
    stands = ", and its answer is acknowledged" if offer.acknowledged_at else ""
    return EventRejectedError("data.offer_id", f"the offer is {offer.state}{stands}", status=CONFLICT)


def _must_leave_time(respond_by: datetime, world: World) -> None:
    if respond_by <= world.now():
        raise EventRejectedError("data.respond_by", "lies in the past")
    if respond_by - world.now() > FARTHEST_DEADLINE:
        raise EventRejectedError("data.respond_by", f"lies more than {FARTHEST_DEADLINE.days} days ahead")


async def _move(
    transaction: Connection, world: World, key: AuthorityKey, offer: Offer, state: OfferState, *, note: str | None
) -> None:
    """Let an offer stand elsewhere by the officer's word, and tell the family."""
    details: OfferDetails = {**offer.details, "note": note}
    if state is OfferState.NOT_EXCUSED:
        details["not_excused_at"] = world.now().isoformat()
    moved = await offers.move(transaction, world.cipher, offer, state, details)
    await notices.withdraw_of_offer(transaction, offer.case_id, offer.number, world.now())
    told: EntryDetails = {"offer_id": offer.id, "key": key.name, **({"note": note} if note else {})}
    await write_down(transaction, world, offer.case_id, f"offer_{state}", told)
    await tell(transaction, world, moved or offer, OFFER_BY_OFFICER[state])
    await delete_words_once_decided(transaction, world, moved or offer)


# The deadline


@retry_on_deadlock
async def close_overdue(world: World, number: int) -> bool:
    """Note that the deadline of an offer has passed without an answer; whether it had.

    That is never a refusal: it is "no answer", or "not delivered" where nobody was reached.
    """
    async with world.database.transaction() as transaction:
        offer = await lock_with_case(transaction, world, number)
        if offer is None or not is_overdue(offer, world.now()):
            return False
        was_told = _has_dealt_with(offer) or await offers.was_told(transaction, offer)
        state = OfferState.NO_ANSWER if was_told else OfferState.UNDELIVERED
        details = offer.details.copy()
        details.pop("stopped", None)
        if stopped := await _stopped(transaction, world, offer):
            details["stopped"] = stopped
        moved = await offers.move(transaction, world.cipher, offer, state, details)
        await notices.withdraw_of_offer(transaction, offer.case_id, offer.number, world.now())
        told: EntryDetails = {"offer_id": offer.id, "person": None, "member_label": offer.details["member_label"]}
        if stopped:
            told["stopped"] = stopped
        if was_told:
            await report(transaction, world, offer.case_id, "offer_no_answer", told)
        else:
            await report(transaction, world, offer.case_id, "offer_undeliverable", {**told, "reason": "not_in_time"})
        await tell(transaction, world, moved or offer, NoticeKind.OFFER_NO_ANSWER)
    world.queued.set()
    return True


async def _stopped(transaction: Connection, world: World, offer: Offer) -> list[str]:
    """Return who would have answered, and could not: the officer must not take their silence for anything."""
    family = await cases.followers(transaction, world.cipher, offer.case_id)
    confirmations = await cases.confirmations(transaction, offer.case_id)
    return [follower.alias for follower in family if is_stopped_from(family, confirmations, follower, offer)]


def is_overdue(offer: Offer, now: datetime) -> bool:
    """Whether an offer awaits an answer that can no longer come in time. The deadline itself is still in time.

    Whoever was told only after the deadline that they are not excused has answered: none was awaited any more.
    """
    if offer.state is OfferState.NOT_EXCUSED and _told_at(offer) > offer.respond_by:
        return False
    return offer.state in ANSWERABLE and now > offer.respond_by


def _has_dealt_with(offer: Offer) -> bool:
    """Whether the family knows of it, whatever became of the notices: it has answered, or opened it since."""
    opened = offer.details.get("opened", {}).values()
    return offer.state is not OfferState.OPEN or any(datetime.fromisoformat(at) >= offer.announced_at for at in opened)


def _told_at(offer: Offer) -> datetime:
    return datetime.fromisoformat(offer.details["not_excused_at"])


async def lock_with_case(transaction: Connection, world: World, number: int) -> Offer | None:
    """Return an offer that nobody else changes before the transaction ends, its case locked before it."""
    case_id = await offers.case_of(transaction, number)
    if case_id is None or await cases.lock(transaction, world.cipher, case_id) is None:
        return None
    return await offers.lock(transaction, world.cipher, number)


# Who is told


def concerned(family: Sequence[Follower], offer: Offer) -> list[Follower]:
    """Return whom an offer goes to: the member it names, where they follow the case, otherwise everybody who does."""
    named = [follower for follower in family if is_named(follower, offer)]
    return named or list(family)


def is_named(follower: Follower, offer: Offer) -> bool:
    """Whether an offer was made to this very person."""
    return _plain(follower.member_label or "") == _plain(offer.details["member_label"])


def may_answer_for(
    family: Sequence[Follower], confirmations: Mapping[str, frozenset[str]], follower: Follower, offer: Offer
) -> bool:
    """Whether a follower may answer an offer: as the member it names, or confirmed by that member.

    As long as that member does not follow the case, whom the officer has confirmed may answer, too.
    """
    if follower.doubted_at is not None:
        return False
    if is_named(follower, offer):
        return True
    named = {other.alias for other in family if is_named(other, offer) and other.doubted_at is None}
    return bool(confirmations.get(follower.alias, frozenset()) & (named or {BY_OFFICER}))


def is_stopped_from(
    family: Sequence[Follower], confirmations: Mapping[str, frozenset[str]], follower: Follower, offer: Offer
) -> bool:
    """Whether a follower could answer an offer but for the doubt that the officer has not decided."""
    known = replace(follower, doubted_at=None)
    return follower.doubted_at is not None and may_answer_for(family, confirmations, known, offer)


async def _tell_nobody_may_answer(transaction: Connection, world: World, offer: Offer) -> None:
    """Tell the authority that people follow the case, and none of them may answer an offer."""
    family = await cases.followers(transaction, world.cipher, offer.case_id)
    confirmations = await cases.confirmations(transaction, offer.case_id)
    if family and not any(may_answer_for(family, confirmations, follower, offer) for follower in family):
        told: EntryDetails = {"offer_id": offer.id, "member_label": offer.details["member_label"]}
        kind, now = "offer_nobody_may_answer", world.now()
        await changes.add(transaction, world.cipher, case_id=offer.case_id, kind=kind, now=now, details=told)


def _plain(label: str) -> str:
    """Return what everybody reads in a label: however its letters are put together, and without signs nobody sees."""
    return " ".join(as_seen(unicodedata.normalize("NFC", label)).casefold().split())


async def tell(
    transaction: Connection, world: World, offer: Offer, kind: NoticeKind, *, but: str | None = None
) -> None:
    """Queue a notice of an offer to whom it concerns, but not to the alias `but`, who did what it tells of.

    When nobody follows the case, the authority learns it at once.
    """
    family = await cases.followers(transaction, world.cipher, offer.case_id)
    by_label = next((follower.member_label for follower in family if follower.alias == but), None)
    for follower in concerned(family, offer):
        if follower.alias != but:
            await tell_one(transaction, world, offer, kind, follower, by_label)
    if not family:
        told: EntryDetails = {"offer_id": offer.id, "person": None, "notice": kind, "reason": "nobody_joined"}
        change = "offer_undeliverable" if kind == NoticeKind.OFFER_MADE else "undeliverable"
        await changes.add(transaction, world.cipher, case_id=offer.case_id, kind=change, now=world.now(), details=told)


async def tell_one(
    transaction: Connection,
    world: World,
    offer: Offer,
    kind: NoticeKind,
    follower: Follower,
    by_label: str | None = None,
    again: datetime | None = None,
) -> None:
    """Queue a notice of an offer to one person, with the deadline as what it is about; `by_label` is who did it.

    What was told before is told once more where `again`, the instant, makes its key another one.
    """
    values = values_for(offer, follower)
    if by_label:
        values["by_label"] = by_label
    cause = of_offer(offer.case_id, offer.number).then(offer.sequence, kind)
    if again is not None:
        cause = cause.then(again.isoformat())
    good_until = offer.respond_by if kind.until is Until.DEADLINE else None
    await notices.queue(
        transaction, world, follower, kind, values, cause=cause, about=offer.respond_by, good_until=good_until
    )


def values_for(offer: Offer, follower: Follower) -> OfferValues:
    """Return what a notice of an offer to one person needs."""
    return {**notices.values_of_offer(offer), "is_named": is_named(follower, offer)}


async def tell_newly_concerned(transaction: Connection, world: World, case_id: str, before: Sequence[Follower]) -> None:
    """Tell those whom offers of a case concern now, and did not while `before` followed it: somebody joined or left.

    They learn which offers await an answer, and which answers the officer has not acted on.
    """
    family = await cases.followers(transaction, world.cipher, case_id)
    labels = {follower.alias: follower.member_label for follower in (*before, *family)}
    for offer in await offers.of_case(transaction, world.cipher, case_id):
        known = {follower.alias for follower in concerned(before, offer)}
        kind = _news_of(offer, world.now())
        by_label = labels.get(offer.answered_by or "")
        for follower in concerned(family, offer):
            if kind is not None and follower.alias not in known:
                # it may have concerned them before
                await tell_one(transaction, world, offer, kind, follower, by_label, again=world.now())


def _news_of(offer: Offer, now: datetime) -> NoticeKind | None:
    answer = offer.details.get("answer")
    if offer.state in ANSWERED and answer and answer.get("is_of_removed"):
        return NoticeKind.OFFER_ANSWER_OF_REMOVED
    if offer.state in ANSWERED and offer.acknowledged_at is None:
        return NoticeKind.OFFER_ANSWERED
    return NoticeKind.OFFER_MADE if offer.state in ANSWERABLE and now <= offer.respond_by else None
