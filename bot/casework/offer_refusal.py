"""What comes before a refusal of a job offer: its price is shown, a first tap is made under it, or it is left again.

Nothing of this changes the offer. The refusal itself is an answer like the others (offer_answers.py).
"""

from bot.casework.log_and_report import write_down
from bot.casework.offer_answers import OfferReply, OfferView, Shown, lock_seen, may_answer
from bot.casework.refusing import Refusing, has_begun, refusing_of, with_refusing
from bot.database import Connection, retry_on_deadlock
from bot.store import offers
from bot.store.entry_details import EntryDetails
from bot.world import World
from rules.offer import OfferState


def is_refusing(seen: OfferView) -> bool:
    """Whether a person has the price of a refusal on the screen, or has gone further."""
    return refusing_of(seen.offer, seen.alias) is not None


def has_begun_to_refuse(seen: OfferView, world: World) -> bool:
    """Whether a person has made the first tap, and not long ago."""
    return has_begun(seen.offer, seen.alias, world.now())


@retry_on_deadlock
async def price_shown(world: World, number: int, sequence: int, person_id: int, message_id: int) -> None:
    """Note in which message a person has the price of a refusal: the first tap is taken there alone."""
    async with world.database.transaction() as transaction:
        seen, _ = await may_answer(transaction, world, number, sequence, person_id, OfferState.REFUSED)
        if seen is not None:
            await _note(transaction, world, seen, Refusing(sequence, message_id))


@retry_on_deadlock
async def begin_refusal(world: World, number: int, sequence: int, person_id: int, shown: Shown) -> OfferReply:
    """Note the first of the two taps of a refusal, made under its price; by itself it changes nothing."""
    async with world.database.transaction() as transaction:
        seen, why_not = await may_answer(transaction, world, number, sequence, person_id, OfferState.REFUSED)
        if seen is None:
            return why_not
        refusing = refusing_of(seen.offer, seen.alias)
        if refusing is None or refusing.message_id != shown.message_id:
            return OfferReply.PRICE_FIRST
        if refusing.begun_at is not None:  # tapped twice, or the same tap once more
            return OfferReply.DONE
        await _note(transaction, world, seen, refusing._replace(begun_at=world.now().isoformat()))
        told: EntryDetails = {"offer_id": seen.offer.id, "person": seen.alias, "shown": shown.kept()}
        await write_down(transaction, world, seen.offer.case_id, "offer_price_seen", told)
    return OfferReply.DONE


@retry_on_deadlock
async def confirm_shown(world: World, number: int, person_id: int, message_id: int) -> None:
    """Note that the last question before a refusal stands in another message now; the first tap is as old as before."""
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        refusing = None if seen is None else refusing_of(seen.offer, seen.alias)
        if seen is not None and refusing is not None and has_begun(seen.offer, seen.alias, world.now()):
            await _note(transaction, world, seen, refusing._replace(message_id=message_id))


@retry_on_deadlock
async def leave_refusal(world: World, number: int, person_id: int) -> None:
    """Note that a person has gone elsewhere: a refusal begins with its price again."""
    async with world.database.transaction() as transaction:
        seen = await lock_seen(transaction, world, number, person_id)
        if seen is not None and seen.alias in seen.offer.details.get("refusing", {}):
            await _note(transaction, world, seen, None)


async def _note(transaction: Connection, world: World, seen: OfferView, refusing: Refusing | None) -> None:
    await offers.note(transaction, world.cipher, seen.offer, with_refusing(seen.offer, seen.alias, refusing))
