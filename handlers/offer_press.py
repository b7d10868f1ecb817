"""A press on a button of a job offer, and what several answers to it share."""

from typing import Final, NamedTuple

from aiogram.types import CallbackQuery, MaybeInaccessibleMessage, Message

from bot import casework
from bot.casework import OfferReply, OfferView, Shown
from bot.store import offer_files
from bot.texts import Language, Texts, texts
from bot.wording.family_word import without_word
from bot.wording.shown_words import without_answers
from bot.world import World
from handlers import replies
from handlers.keyboards import OfOffer, kind_of_button
from handlers.screens import offer as screens
from handlers.screens.screen_input import Screen
from handlers.session import Session
from rules.offer import OfferState

CAPTIONS: Final = (
    "button-back",
    "button-offer-no",
    "button-offer-open",
    "button-offer-bill",
    "button-offer-take_back",
    "button-offer-calendar",
    "button-private-on",
    "button-private-off",
)
"""One of them stands below every message about an offer, and none is the same in two languages."""


def is_on_offer(carried: str | None) -> bool:
    """Whether a button is one of a job offer, whatever it says of it."""
    return kind_of_button(carried) is OfOffer


class Press(NamedTuple):
    """A button of an offer that concerns the person: what it says, the offer as it is now, what was on the screen."""

    query: CallbackQuery
    session: Session
    says: OfOffer
    seen: OfferView
    shown: Shown

    @property
    def texts(self) -> Texts:
        """The sentences of the person's language."""
        return self.session.texts

    @property
    def world(self) -> World:
        """What the casework needs."""
        return self.session.world

    def why_not(self, state: OfferState) -> OfferReply | None:
        """Return why the offer cannot be answered so now; None when it can."""
        return casework.why_no_answer(self.seen, self.says.sequence, state, self.world)

    async def anew(self) -> "Press":
        """Return the same with the offer as it is after an answer."""
        seen = await casework.offer_seen(self.world, self.says.number, self.session.id)
        return self._replace(seen=seen or self.seen)


def shown_of(query: CallbackQuery) -> Shown:
    """Return the message under which a button was pressed; Telegram no longer has the text of an old one.

    It is kept as a proof for the authority: so without the word that is the person's own, and without what was worked
    out of their answers.
    """
    message = query.message
    text = without_answers(without_word(message.text or "")) if isinstance(message, Message) else ""
    return Shown(_language_of(message), message.message_id if message else 0, text)


def _language_of(message: MaybeInaccessibleMessage | None) -> Language | None:
    """Return in which language a message is, by its buttons: the person may have chosen another one since."""
    keyboard = message.reply_markup if isinstance(message, Message) else None
    shown = {button.text for row in keyboard.inline_keyboard for button in row} if keyboard else set()
    spoken = [language for language in Language if shown & {texts(language).say(name) for name in CAPTIONS}]
    return spoken[0] if len(spoken) == 1 else None


async def not_done(press: Press, reply: OfferReply, name: str = "") -> None:
    """Say why nothing was written down, and show the offer as it is now; `name`: a reply in other words."""
    now = press.world.now()
    said = screens.values_said(press.texts, press.seen, now)
    first = press.texts.say_with(name or f"offer-reply-{reply}", **said)
    await replies.show_below(press.query, *screens.card(press.texts, press.seen, now, first=first))


async def settle(press: Press, reply: OfferReply, state: OfferState) -> Press | None:
    """Say why an answer was not taken; None then. Otherwise return the offer with the answer.

    An answer that was given before, in this very state, is shown once more: a double tap, or an update that came again.
    """
    press = await press.anew()
    if reply is OfferReply.DONE or (reply is OfferReply.ALREADY and press.seen.offer.state is state):
        await forget_writing(press.session, press.says.number)
        return press
    await not_done(press, reply)
    return None


async def forget_writing(session: Session, number: int) -> None:
    """Drop what somebody was writing to an offer, with the files that were not sent on."""
    answering = session.conversation.answering
    if session.is_repeat or answering is None or answering["number"] != number:
        return
    if answering["files"]:
        async with session.world.database.transaction() as transaction:
            await offer_files.drop(transaction, session.id, answering["files"])
    session.conversation.listen_for_answers(drop=True)
    await session.save()


async def show(press: Press, screen: Screen, toast: str = "") -> None:
    """Show the next screen in place of the one with the button."""
    await replies.show(press.query, *screen, toast=toast)
