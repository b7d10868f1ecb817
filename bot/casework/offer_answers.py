"""What a person of the family says of a job offer: accepts, cannot, refuses, or takes that back.

Whoever may answer is whom the offer concerns. Each answer changes the offer once, in one transaction with its record:
who, when, and the text that was on the screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, cast

from bot import notices
from bot.casework.log_and_report import report, write_down
from bot.casework.offer_events import concerned, is_named, lock_with_case, may_answer_for, tell
from bot.casework.own_words import delete_words_once_decided
from bot.casework.refusing import may_refuse
from bot.database import Connection, retry_on_deadlock
from bot.store import cases, offer_files, offers
from bot.store.cases import Follower
from bot.store.entry_details import EntryDetails, ScreenText
from bot.store.notice_kinds import NoticeKind
from bot.store.offer_details import Answer, Answered, OfferDetails, Reasons
from bot.store.offers import Offer
from bot.world import World
from rules.case import OVER
from rules.offer import ANSWERABLE, ANSWERED, Excuse, OfferState


class OfferReply(StrEnum):
    """What became of something that a person said of an offer."""

    DONE = "done"
    ALREADY = "already"
    """The same person has said the same before."""
    NOT_YOURS = "not_yours"
    """The person does not follow the case, or the offer concerns another member, who does."""
    OUTDATED = "outdated"
    """The offer has changed since the button was shown."""
    PRICE_FIRST = "price_first"
    """A refusal whose price was not read just before, in that message."""
    WITHDRAWN = "withdrawn"
    CASE_OVER = "case_over"
    """The case was refused or terminated: no answer is awaited, and none costs anything."""
    TOO_LATE = "too_late"
    STANDS = "stands"
    """The officer has acted on the answer."""


class Shown(NamedTuple):
    """The text (plain) under which somebody pressed a button: what they knew when they answered.

    `language` is that of the message, None where it cannot be told.
    """

    language: str | None
    message_id: int
    text: str

    def kept(self) -> ScreenText:
        """Return it as the journal keeps it."""
        return {"language": self.language, "message_id": self.message_id, "text": self.text}


@dataclass(frozen=True)
class OfferView:
    """An offer as one person sees it; it `concerns` whom it names, or everybody where nobody of that name follows.

    `may_answer` is the member it names, and whom the officer or that member has confirmed.

    Whoever has given the answer that holds can take it back, even after the member has joined whom the offer names.
    """

    offer: Offer
    follower: Follower
    is_named: bool
    concerns: bool
    may_answer: bool
    case_is_over: bool = False
    """Whether its case was refused or terminated: then no answer to it is awaited."""

    @property
    def has_answered(self) -> bool:
        """Whether the answer that holds is the person's own."""
        return self.offer.state in ANSWERED and self.offer.answered_by == self.alias

    @property
    def is_doubted(self) -> bool:
        """Whether somebody of the family does not know the person, and the officer has not decided yet."""
        return self.follower.doubted_at is not None

    @property
    def alias(self) -> str:
        """How the authority knows the person."""
        return self.follower.alias


async def offer_seen(world: World, number: int, person_id: int) -> OfferView | None:
    """Return an offer of a case that a person follows; None when it is none of theirs."""
    async with world.database.reading() as connection:
        offer = await offers.load(connection, world.cipher, number)
        return None if offer is None else await _seen(connection, world, offer, person_id)


class OffersSeen(NamedTuple):
    """The offers of a person; `has_damaged`: beside them there are some that nobody can read."""

    offers: list[OfferView]
    has_damaged: bool


async def offers_seen(world: World, person_id: int) -> OffersSeen:
    """Return the offers that concern a person or that they have answered, of every case that they follow."""
    async with world.database.reading() as connection:
        made = [
            offer
            for case in await cases.followed_by(connection, world.cipher, person_id)
            for offer in await offers.each_of_case(connection, world.cipher, case.id)
        ]
        found = [await _seen(connection, world, offer, person_id) for offer in made if offer is not None]
    theirs = [seen for seen in found if seen is not None and (seen.concerns or seen.may_answer or seen.has_answered)]
    return OffersSeen(theirs, has_damaged=None in made)


async def lock_seen(transaction: Connection, world: World, number: int, person_id: int) -> OfferView | None:
    """Return an offer as a person sees it, which nobody else changes before the transaction ends."""
    offer = await lock_with_case(transaction, world, number)
    return None if offer is None else await _seen(transaction, world, offer, person_id)


async def _seen(connection: Connection, world: World, offer: Offer, person_id: int) -> OfferView | None:
    family = await cases.followers(connection, world.cipher, offer.case_id)
    me = next((follower for follower in family if follower.person_id == person_id), None)
    if me is None:
        return None
    may = may_answer_for(family, await cases.confirmations(connection, offer.case_id), me, offer)
    case = await cases.load(connection, world.cipher, offer.case_id)
    is_over = case is not None and case.status in OVER
    named, concerns = is_named(me, offer), me in concerned(family, offer)
    return OfferView(offer, me, named, concerns=concerns, may_answer=may, case_is_over=is_over)


# The answers


async def accept_offer(world: World, number: int, sequence: int, person_id: int, shown: Shown) -> OfferReply:
    """Note that the member will take part."""
    return await _answer(world, number, sequence, person_id, OfferState.ACCEPTED, shown)


async def refuse_offer(
    world: World, number: int, sequence: int, person_id: int, shown: Shown, reason: str | None = None
) -> OfferReply:
    """Note a refusal, by the second tap: in the message of the first one, and soon after it; else it is none."""
    reasons: Reasons = {"reason": reason} if reason else {}
    return await _answer(world, number, sequence, person_id, OfferState.REFUSED, shown, reasons)


async def ask_to_be_excused(
    world: World,
    number: int,
    sequence: int,
    person_id: int,
    shown: Shown,
    excuse: Excuse,
    text: str | None = None,
    file_ids: Sequence[str] = (),
) -> OfferReply:
    """Note that the member cannot take part, with what is sent as a proof: the officer decides."""
    reasons: Reasons = {"reason": excuse, **({"text": text} if text else {})}
    state = OfferState.EXCUSE_REQUESTED
    return await _answer(world, number, sequence, person_id, state, shown, reasons, file_ids)


@retry_on_deadlock
async def take_back(world: World, number: int, sequence: int, person_id: int, shown: Shown) -> OfferReply:
    """Take an answer back: the offer is open again, or withdrawn where its case is over. Both stay on record."""
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        if seen is None or seen.is_doubted or not (seen.may_answer or seen.has_answered):
            return OfferReply.NOT_YOURS
        offer = seen.offer
        why_not = _why_not_back(seen, sequence, world)
        if why_not is not None:
            return why_not
        details: OfferDetails = {**offer.details, "answer": None, "refusing": {}}
        state = OfferState.TAKEN_BACK
        if seen.case_is_over:  # once the decision is withdrawn itself, it is open again
            details["stood"] = {"state": state, "note": offer.details.get("note")}
            state = OfferState.WITHDRAWN
        moved = await offers.move(transaction, world.cipher, offer, state, details)
        told: EntryDetails = {"offer_id": offer.id, "person": seen.alias, "answer": offer.state}
        await _record(transaction, world, offer, "offer_taken_back", told, shown)
        await tell(transaction, world, moved or offer, NoticeKind.OFFER_ANSWERED, but=seen.alias)
        await delete_words_once_decided(transaction, world, moved or offer)
    return OfferReply.DONE


@retry_on_deadlock
async def open_offer(world: World, number: int, person_id: int, shown: Shown) -> OfferView | None:
    """Note that a person has opened an offer, the first time; None when it is none of theirs."""
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        if seen is None or seen.alias in seen.offer.details.get("opened", {}):
            return seen
        offer = seen.offer
        opened = {**offer.details.get("opened", {}), seen.alias: world.now().isoformat()}
        await offers.note(transaction, world.cipher, offer, {**offer.details, "opened": opened})
        await _record(transaction, world, offer, "offer_opened", {"offer_id": offer.id, "person": seen.alias}, shown)
    return await offer_seen(world, number, person_id)


@retry_on_deadlock
async def ask_to_be_confirmed(world: World, number: int, person_id: int) -> OfferView | None:
    """Ask the officer, once for an offer, to confirm somebody who may not answer it; None when it is none of theirs."""
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        if seen is None or seen.may_answer or seen.alias in seen.offer.details.get("asked", []):
            return seen
        offer = seen.offer
        asked = [*offer.details.get("asked", []), seen.alias]
        await offers.note(transaction, world.cipher, offer, {**offer.details, "asked": asked})
        told: EntryDetails = {"person": seen.alias, "offer_id": offer.id}
        await report(transaction, world, offer.case_id, "follower_asks", told)
    return seen


@retry_on_deadlock
async def card_shown(world: World, number: int, person_id: int, shown: Shown) -> None:
    """Keep the card that a person has opened: what stands behind the button of a private notice was read there.

    It is kept while an answer is awaited, once for each language, as long as the offer does not change.
    """
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        if seen is None or seen.offer.state not in ANSWERABLE:
            return
        offer, kept = seen.offer, seen.offer.details.get("cards", {})
        card = f"{offer.sequence} {shown.language}"
        if card in kept.get(seen.alias, []):
            return
        cards = {**kept, seen.alias: [*kept.get(seen.alias, []), card]}
        await offers.note(transaction, world.cipher, offer, {**offer.details, "cards": cards})
        await _keep(transaction, world, offer, "offer_card", seen.alias, shown)


@retry_on_deadlock
async def _answer(
    world: World,
    number: int,
    sequence: int,
    person_id: int,
    state: OfferState,
    shown: Shown,
    reasons: Reasons | None = None,
    file_ids: Sequence[str] = (),
) -> OfferReply:
    async with world.database.transaction() as transaction:
        seen, why_not = await may_answer(transaction, world, number, sequence, person_id, state)
        if seen is None:
            return why_not
        offer = seen.offer
        if state is OfferState.REFUSED and not may_refuse(offer, seen.alias, shown.message_id, world.now()):
            return OfferReply.PRICE_FIRST
        listed = await offer_files.send_on(transaction, number, person_id, file_ids, world.now())
        said: Reasons = reasons or {}
        if listed:
            said = {**said, "files": [{"id": file.id, "size_bytes": file.size_bytes} for file in listed]}
        answered: Answered = {"state": state, "person": seen.alias, "at": world.now().isoformat()}
        answer = cast("Answer", {**answered, **said})
        moved = await offers.move(transaction, world.cipher, offer, state, {**offer.details, "answer": answer})
        await notices.withdraw_of_offer(transaction, offer.case_id, number, world.now())
        told = cast("EntryDetails", {"offer_id": offer.id, "person": seen.alias, **said})
        await _record(transaction, world, offer, f"offer_{state}", told, shown)
        await tell(transaction, world, moved or offer, NoticeKind.OFFER_ANSWERED, but=seen.alias)
    world.queued.set()
    return OfferReply.DONE


async def may_answer(
    transaction: Connection, world: World, number: int, sequence: int, person_id: int, state: OfferState
) -> tuple[OfferView | None, OfferReply]:
    """Return the offer, locked, when a person may answer it so now; otherwise None and why not."""
    seen = await lock_seen(transaction, world, number, person_id)
    if seen is None or not seen.may_answer:
        return None, OfferReply.NOT_YOURS
    why_not = why_no_answer(seen, sequence, state, world)
    return (seen, OfferReply.DONE) if why_not is None else (None, why_not)


def why_no_answer(seen: OfferView, sequence: int, state: OfferState, world: World) -> OfferReply | None:
    """Return why an offer cannot be answered so now; None when it can. The second of the deadline is in time."""
    offer = seen.offer
    if offer.state is OfferState.WITHDRAWN:
        return OfferReply.WITHDRAWN
    if seen.case_is_over:
        return OfferReply.CASE_OVER
    if offer.state is state and offer.answered_by == seen.alias:
        return OfferReply.ALREADY
    if offer.acknowledged_at is not None or offer.state is OfferState.EXCUSED:
        return OfferReply.STANDS
    if offer.state in ANSWERED:
        return OfferReply.OUTDATED
    if offer.state not in ANSWERABLE or world.now() > offer.respond_by:
        return OfferReply.TOO_LATE
    return OfferReply.OUTDATED if offer.sequence != sequence else None


def _why_not_back(seen: OfferView, sequence: int, world: World) -> OfferReply | None:
    offer = seen.offer
    if offer.state is OfferState.WITHDRAWN:
        return OfferReply.WITHDRAWN
    if seen.case_is_over and offer.state is OfferState.EXCUSE_REQUESTED:
        return OfferReply.CASE_OVER
    if offer.state is OfferState.TAKEN_BACK:
        return OfferReply.ALREADY
    if offer.acknowledged_at is not None or offer.state is OfferState.EXCUSED:
        return OfferReply.STANDS
    if world.now() > offer.respond_by:
        return OfferReply.TOO_LATE
    return OfferReply.OUTDATED if offer.state not in ANSWERED or offer.sequence != sequence else None


async def _record(
    transaction: Connection, world: World, offer: Offer, kind: str, told: EntryDetails, shown: Shown
) -> None:
    """Tell the authority what was said, and keep beside it under which text."""
    await report(transaction, world, offer.case_id, kind, told)
    await _keep(transaction, world, offer, kind, told["person"], shown)


async def _keep(transaction: Connection, world: World, offer: Offer, of: str, person: str | None, shown: Shown) -> None:
    proof: EntryDetails = {"offer_id": offer.id, "person": person, "of": of, "shown": shown.kept()}
    await write_down(transaction, world, offer.case_id, "offer_shown", proof)
