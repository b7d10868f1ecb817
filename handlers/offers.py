"""Job offers: the list of them, the card of one, and each answer that a person gives by its buttons.

Refusing, asking to be excused, what is typed meanwhile and the family's bill are in the modules beside this one.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot import casework
from bot.casework import OfferReply, Shown
from bot.store import people
from bot.wording.phrases import plain
from handlers import replies
from handlers.calendar_file import FILE_NAME, first_day_file
from handlers.conversation import ELSEWHERE, View
from handlers.keyboards import OfOffer, Show
from handlers.offer_bill import show_bill
from handlers.offer_excuse import choose_reason, send, show_reasons
from handlers.offer_press import Press, forget_writing, is_on_offer, not_done, settle, show, shown_of
from handlers.offer_refusal import refuse, refuse_anyway, show_price
from handlers.offer_writing import is_written, write
from handlers.screens import offer as screens
from handlers.screens.offer_list import listing
from handlers.screens.screen_input import Screen
from handlers.session import HasBegun, Session
from rules.offer import ANSWERED, OfferState

router = Router(name="offers")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())
router.message.register(write, is_written)


@router.message(Command("offers"))
async def offers(message: Message, session: Session) -> None:
    """List the offers that concern the person."""
    await replies.say(message, *await _list(session))


@router.callback_query(Show.filter(F.view == "offers"))
async def offers_by_button(query: CallbackQuery, session: Session) -> None:
    """List them after a press on the menu."""
    await replies.show_below(query, *await _list(session))


async def _list(session: Session) -> Screen:
    world = session.world
    async with world.database.reading() as connection:
        person = await people.find(connection, session.id)
    is_private = person is not None and person.private_since is not None
    seen = await casework.offers_seen(world, session.id)
    return listing(session.texts, seen.offers, world.now(), is_private=is_private, has_damaged=seen.has_damaged)


async def open_card(press: Press) -> None:
    """Show the offer as it stands now, and keep what was shown."""
    screen = screens.card(press.texts, press.seen, press.world.now())
    message_id = await replies.show_below(press.query, *screen)
    shown = Shown(press.texts.language.value, message_id, plain(screen.text))
    await casework.card_shown(press.world, press.says.number, press.session.id, shown)


async def back(press: Press) -> None:
    """Show the offer again; what was written to it is dropped."""
    await forget_writing(press.session, press.says.number)
    await show(press, screens.card(press.texts, press.seen, press.world.now()))


async def accept(press: Press) -> None:
    """Ask whether accepting is meant."""
    why_not = press.why_not(OfferState.ACCEPTED)
    if why_not is not None:
        await not_done(press, why_not)
        return
    await replies.show_below(press.query, *screens.accepting(press.texts, press.seen, press.world.now()))


async def accept_yes(press: Press) -> None:
    """Note that the offer is accepted, and say what to do next."""
    says = press.says
    said = await casework.accept_offer(press.world, says.number, says.sequence, press.session.id, press.shown)
    done = await settle(press, said, OfferState.ACCEPTED)
    if done is not None:
        await show(done, screens.accepted(done.texts, done.seen, done.world.now()))


async def take_back(press: Press) -> None:
    """Take the answer back, with this one tap."""
    says = press.says
    said = await casework.take_back(press.world, says.number, says.sequence, press.session.id, press.shown)
    if said is OfferReply.TOO_LATE and press.seen.offer.state in ANSWERED:
        await not_done(press, said, "offer-reply-too_late-back")
        return
    done = await settle(press, said, OfferState.WITHDRAWN if press.seen.case_is_over else OfferState.TAKEN_BACK)
    if done is not None:
        await show(done, screens.taken_back(done.texts, done.seen, done.world.now()))


async def not_confirmed(press: Press) -> None:
    """Say why somebody cannot answer, and that nothing was written down."""
    await replies.show_below(press.query, *screens.not_confirmed(press.texts, press.seen))


async def ask_to_be_confirmed(press: Press) -> None:
    """Ask the officer to confirm whoever the offer concerns."""
    seen = await casework.ask_to_be_confirmed(press.world, press.says.number, press.session.id)
    if seen is None or seen.may_answer:
        await open_card(press)
        return
    await replies.show(press.query, press.texts.say("offer-asked"))


async def to_calendar(press: Press) -> None:
    """Send the first day as a file that the phone's calendar opens."""
    offer, words, now = press.seen.offer, press.texts, press.world.now()
    if offer.state is not OfferState.ACCEPTED or screens.first_day(press.seen) is None:
        await open_card(press)
        return
    caption = words.say_with("calendar-file-first-day-sent", **screens.values_said(words, press.seen, now))
    await replies.send_file(press.query, first_day_file(offer, words, now), FILE_NAME, caption)


LEAVING: Final[Mapping[str, Callable[[Press], Awaitable[None]]]] = {
    "open": open_card,
    "bill": show_bill,
    "accept": accept,
    "accept_yes": accept_yes,
    "cannot": show_reasons,
    "refuse": show_price,
    "take_back": take_back,
    "calendar": to_calendar,
    "back": back,
    "ask": ask_to_be_confirmed,
}
"""What each button does that has nothing to do with what is just being written to the offer."""

OF_OWN_ANSWER: Final = frozenset({"open", "take_back"})
"""What is left to whoever has answered an offer before the member joined whom it names."""

OF_WHOEVER_READS: Final = frozenset({"open", "bill", "back", "ask"})
"""What is left to whom an offer concerns and who may not answer it, as nobody has confirmed them."""

WRITING: Final[Mapping[str, Callable[[Press], Awaitable[None]]]] = {
    "refuse_anyway": refuse_anyway,
    "refuse_yes": refuse,
    "excuse": choose_reason,
    "send": send,
}


@router.callback_query(OfOffer.filter(F.word.in_({*LEAVING, *WRITING})))
async def press(query: CallbackQuery, callback_data: OfOffer, session: Session) -> None:
    """Do what a button says, when the offer concerns the person; the first one of all notes that it was opened."""
    world, words = session.world, session.texts
    seen = await casework.offer_seen(world, callback_data.number, session.id)
    is_own = seen is not None and seen.has_answered and callback_data.word in OF_OWN_ANSWER and not seen.is_doubted
    if seen is None or not (seen.concerns or seen.may_answer or is_own):
        await replies.show_below(query, words.say("offer-of-another" if seen else "offer-reply-not_yours"))
        return
    shown = shown_of(query)
    if seen.alias not in seen.offer.details.get("opened", {}):
        seen = await casework.open_offer(world, callback_data.number, session.id, shown) or seen
    if callback_data.word in LEAVING:
        await _leave(session)
        if casework.is_refusing(seen):
            await casework.leave_refusal(world, callback_data.number, session.id)
    pressed = Press(query, session, callback_data, seen, shown)
    if callback_data.word in OF_WHOEVER_READS or seen.may_answer or is_own:
        await {**LEAVING, **WRITING}[callback_data.word](pressed)
    elif seen.case_is_over:
        await not_done(pressed, OfferReply.CASE_OVER)
    else:
        await not_confirmed(pressed)


@router.callback_query(F.data.func(is_on_offer))
async def unknown_press(query: CallbackQuery, session: Session) -> None:
    """Answer a button of an offer that says nothing the bot knows with the offers that there are."""
    await _leave(session)
    await replies.show_below(query, *await _list(session))


# Going elsewhere while something is being written to an offer


async def goes_elsewhere(event: Message | CallbackQuery, session: Session | None = None) -> bool:
    """Whether somebody who is writing to an offer, or is asked for something else, sends a command or presses a button.

    A button of the offer itself does not lead away from it.
    """
    if session is None or session.conversation.view not in ELSEWHERE:
        return False
    if isinstance(event, CallbackQuery):
        return session.conversation.view is not View.OFFER or not is_on_offer(event.data)
    return (event.text or "").startswith("/")


async def leave_and_go(event: Message | CallbackQuery, session: Session) -> None:
    """Let what is typed from now on answer the questions again, and answer whatever it is."""
    del event
    await _leave(session)
    raise SkipHandler


async def _leave(session: Session) -> None:
    """Let nothing more be said to the offer; a refusal that was begun begins with its price again."""
    answering = session.conversation.answering if session.conversation.view is View.OFFER else None
    if session.conversation.view not in ELSEWHERE or session.is_repeat:
        return
    session.conversation.listen_for_answers()
    await session.save()
    if answering is not None and answering["what"] == "refuse":
        await casework.leave_refusal(session.world, answering["number"], session.id)


def listen(first: Router) -> None:
    """Let the router that is asked first notice it when somebody goes elsewhere."""
    first.message.register(leave_and_go, goes_elsewhere)
    first.callback_query.register(leave_and_go, goes_elsewhere)
