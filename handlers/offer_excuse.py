"""Asking to be excused from a job offer: a reason first, then words and files (offer_writing.py), then sending it."""

from bot import casework
from bot.casework import OfferReply
from handlers import replies
from handlers.offer_draft import Answering, begun, is_of
from handlers.offer_press import Press, not_done, settle, show
from handlers.screens import offer as screens
from rules.offer import Excuse, OfferState


async def show_reasons(press: Press) -> None:
    """Show the reasons: to be unable is not to refuse."""
    why_not = press.why_not(OfferState.EXCUSE_REQUESTED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    await replies.show_below(press.query, *screens.reasons(press.texts, press.seen, press.world.now()))


async def choose_reason(press: Press) -> None:
    """Take a reason, and whatever is written and sent from now on as belonging to it."""
    session, says, now = press.session, press.says, press.world.now()
    why_not = press.why_not(OfferState.EXCUSE_REQUESTED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    if says.about not in set(Excuse):
        await show(press, screens.reasons(press.texts, press.seen, now))
        return
    answering = begun(session.conversation.answering, says.number, says.sequence, "excuse", says.about)
    if not session.is_repeat:
        session.conversation.write_to_offer(answering)
        await session.save()
    await show(press, screens.excusing(press.texts, press.seen, answering, now))


async def send(press: Press) -> None:
    """Send the reason with all that was written and sent to the officer."""
    says, answering = press.says, press.session.conversation.answering
    said = press.why_not(OfferState.EXCUSE_REQUESTED)
    if said is None:
        if answering is None or not is_of(answering, says.number, says.sequence, "excuse"):
            await show(press, screens.reasons(press.texts, press.seen, press.world.now()))
            return
        if answering["reason"] == Excuse.OTHER and not answering["text"] and not answering["files"]:
            await replies.hint(press.query, press.texts.say("hint-offer-excuse-words"))
            return
        said = await _ask(press, answering)
    done = await settle(press, said, OfferState.EXCUSE_REQUESTED)
    if done is not None:
        await show(done, screens.excuse_sent(done.texts, done.seen, done.world.now()))


async def _ask(press: Press, answering: Answering) -> OfferReply:
    return await casework.ask_to_be_excused(
        press.world,
        press.says.number,
        press.says.sequence,
        press.session.id,
        press.shown,
        Excuse(answering["reason"]),
        answering["text"] or None,
        answering["files"],
    )
