"""Refusing a job offer: the price, a first tap under it, a confirm screen, and a second tap in another place."""

from aiogram.types import Message

from bot import casework
from bot.casework import OfferReply, OfferSeen
from handlers import replies
from handlers.conversation import View
from handlers.offer_bill import price_told
from handlers.offer_draft import Answering, begun, is_of
from handlers.offer_press import Press, not_done, settle, show
from handlers.person import Visitor
from handlers.screens import offer as screens
from rules.offer import OfferState


async def show_price(press: Press) -> None:
    """Show what a refusal costs: nothing is written down yet."""
    why_not = press.why_not(OfferState.REFUSED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    await say_price(press.query, press.visitor, press.seen)


async def say_price(event: replies.Event, visitor: Visitor, seen: OfferSeen, *, again: bool = False) -> None:
    """Show what a refusal costs in a new message, under which alone the first tap is taken; `again`: and why."""
    offer, price = seen.offer, await price_told(visitor, seen)
    first = f"{visitor.texts.say('offer-reply-price_first')}\n\n" if again else ""
    screen = screens.price(visitor.texts, seen, first + price.told, is_known=price.is_known)
    message_id = await replies.show_below(event, *screen)
    await casework.price_shown(visitor.world, offer.number, offer.sequence, visitor.id, message_id)


async def refuse_anyway(press: Press) -> None:
    """Note the first tap, made under the price, and ask whether it is meant."""
    visitor, says = press.visitor, press.says
    begins = await casework.begin_refusal(press.world, says.number, says.sequence, visitor.id, press.shown)
    if begins is OfferReply.PRICE_FIRST:
        await _begin_anew(press)
        return
    if begins is not OfferReply.DONE:
        await not_done(await press.anew(), begins)
        return
    answering = begun(visitor.conversation.answering, says.number, says.sequence, "refuse")
    if not visitor.is_repeat:
        visitor.conversation.write_to_offer(answering)
        await visitor.save()
    price = await price_told(visitor, press.seen)
    await show(press, screens.refusing(press.texts, press.seen, answering, price.again, press.world.now()))


async def show_reason(message: Message, visitor: Visitor, seen: OfferSeen, answering: Answering, *hints: str) -> None:
    """Ask once more whether it is meant, with the reason that was typed; when the first tap is old, begin anew."""
    now = visitor.world.now()
    if not casework.has_begun_to_refuse(seen, visitor.world):
        visitor.conversation.listen_for_answers()
        await visitor.save()
        await say_price(message, visitor, seen, again=True)
        return
    price = await price_told(visitor, seen)
    asked = await replies.say(message, *screens.refusing(visitor.texts, seen, answering, price.again, now, *hints))
    await casework.confirm_shown(visitor.world, seen.offer.number, visitor.id, asked)
    await visitor.save()


async def refuse(press: Press) -> None:
    """Note the refusal, by the second tap, with the reason where one was written; not after going elsewhere."""
    visitor, says, answering = press.visitor, press.says, press.visitor.conversation.answering
    said = press.why_not(OfferState.REFUSED)
    if said is None:
        is_there = visitor.conversation.view is View.OFFER and is_of(answering, says.number, says.sequence, "refuse")
        reason = answering["text"] if answering is not None and is_there else None
        said = await _refuse(press, reason or None) if is_there else OfferReply.PRICE_FIRST
    if said is OfferReply.PRICE_FIRST:
        await _begin_anew(press)
        return
    done = await settle(press, said, OfferState.REFUSED)
    if done is not None:
        await show(done, screens.refused(done.texts, done.seen, done.world.now()))


async def _refuse(press: Press, reason: str | None) -> OfferReply:
    says = press.says
    return await casework.refuse_offer(press.world, says.number, says.sequence, press.visitor.id, press.shown, reason)


async def _begin_anew(press: Press) -> None:
    """Show the price again: it was not read just before, in that message, or the person has been elsewhere since."""
    if press.visitor.conversation.view is View.OFFER and not press.visitor.is_repeat:
        press.visitor.conversation.listen_for_answers()
        await press.visitor.save()
    await say_price(press.query, press.visitor, press.seen, again=True)
