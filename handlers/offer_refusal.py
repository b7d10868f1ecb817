"""Refusing a job offer: the price, a first tap under it, a confirm screen, and a second tap in another place."""

from aiogram.types import Message

from bot import casework
from bot.casework import OfferReply, OfferView
from handlers import replies
from handlers.conversation import View
from handlers.offer_bill import price_told
from handlers.offer_draft import Answering, begun, is_of
from handlers.offer_press import Press, not_done, settle, show
from handlers.screens import offer as screens
from handlers.session import Session
from rules.offer import OfferState


async def show_price(press: Press) -> None:
    """Show what a refusal costs: nothing is written down yet."""
    why_not = press.why_not(OfferState.REFUSED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    await say_price(press.query, press.session, press.seen)


async def say_price(event: replies.Event, session: Session, seen: OfferView, *, again: bool = False) -> None:
    """Show what a refusal costs in a new message, under which alone the first tap is taken; `again`: and why."""
    offer, price = seen.offer, await price_told(session, seen)
    first = f"{session.texts.say('offer-reply-price_first')}\n\n" if again else ""
    screen = screens.price(session.texts, seen, first + price.told, is_known=price.is_known)
    message_id = await replies.show_below(event, *screen)
    await casework.price_shown(session.world, offer.number, offer.sequence, session.id, message_id)


async def refuse_anyway(press: Press) -> None:
    """Note the first tap, made under the price, and ask whether it is meant."""
    session, says = press.session, press.says
    begins = await casework.begin_refusal(press.world, says.number, says.sequence, session.id, press.shown)
    if begins is OfferReply.PRICE_FIRST:
        await _begin_anew(press)
        return
    if begins is not OfferReply.DONE:
        await not_done(await press.anew(), begins)
        return
    answering = begun(session.conversation.answering, says.number, says.sequence, "refuse")
    if not session.is_repeat:
        session.conversation.write_to_offer(answering)
        await session.save()
    price = await price_told(session, press.seen)
    await show(press, screens.refusing(press.texts, press.seen, answering, price.again, press.world.now()))


async def show_reason(message: Message, session: Session, seen: OfferView, answering: Answering, *hints: str) -> None:
    """Ask once more whether it is meant, with the reason that was typed; when the first tap is old, begin anew."""
    now = session.world.now()
    if not casework.has_begun_to_refuse(seen, session.world):
        session.conversation.listen_for_answers()
        await session.save()
        await say_price(message, session, seen, again=True)
        return
    price = await price_told(session, seen)
    asked = await replies.say(message, *screens.refusing(session.texts, seen, answering, price.again, now, *hints))
    await casework.confirm_shown(session.world, seen.offer.number, session.id, asked)
    await session.save()


async def refuse(press: Press) -> None:
    """Note the refusal, by the second tap, with the reason where one was written; not after going elsewhere."""
    session, says, answering = press.session, press.says, press.session.conversation.answering
    said = press.why_not(OfferState.REFUSED)
    if said is None:
        is_there = session.conversation.view is View.OFFER and is_of(answering, says.number, says.sequence, "refuse")
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
    return await casework.refuse_offer(press.world, says.number, says.sequence, press.session.id, press.shown, reason)


async def _begin_anew(press: Press) -> None:
    """Show the price again: it was not read just before, in that message, or the person has been elsewhere since."""
    if press.session.conversation.view is View.OFFER and not press.session.is_repeat:
        press.session.conversation.listen_for_answers()
        await press.session.save()
    await say_price(press.query, press.session, press.seen, again=True)
