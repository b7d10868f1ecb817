"""Refusing a job offer: the price, a first tap under it, a confirm screen, and a second tap in another place."""

from bot import casework
from bot.casework import OfferReply
from handlers import replies
from handlers.answering import begun, is_of
from handlers.offer_bill import price_told
from handlers.offer_press import Press, not_done, settle, show
from handlers.screens import offer as screens
from rules.offer import OfferState


async def show_price(press: Press) -> None:
    """Show what a refusal costs: nothing is written down yet."""
    why_not = press.why_not(OfferState.REFUSED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    await replies.show_below(press.query, *screens.price(press.texts, press.seen, await price_told(press)))


async def refuse_anyway(press: Press) -> None:
    """Note the first tap, made under the price, and ask whether it is meant."""
    visitor, says = press.visitor, press.says
    begins = await casework.begin_refusal(press.world, says.number, says.sequence, visitor.id, press.shown)
    if begins is not OfferReply.DONE:
        await not_done(await press.anew(), begins)
        return
    answering = begun(visitor.conversation.answering, says.number, says.sequence, "refuse")
    if not visitor.is_repeat:
        visitor.conversation.write_to_offer(answering)
        await visitor.save()
    await show(press, screens.refusing(press.texts, press.seen, answering, press.world.now()))


async def refuse(press: Press) -> None:
    """Note the refusal, by the second tap, with the reason where one was written."""
    visitor, says, answering = press.visitor, press.says, press.visitor.conversation.answering
    is_writing = answering is not None and is_of(answering, says.number, says.sequence, "refuse")
    reason = answering["text"] if answering is not None and is_writing else None
    said = await casework.refuse_offer(press.world, says.number, says.sequence, visitor.id, press.shown, reason or None)
    done = await settle(press, said, OfferState.REFUSED)
    if done is not None:
        await show(done, screens.refused(done.texts, done.seen, done.world.now()))
