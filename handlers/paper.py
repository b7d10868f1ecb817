"""What a family takes along: the page, the picture beside "Why?", the picture for relatives, the way back by its QR.

All of it is drawn by a thread of its own, one at a time: whoever else writes meanwhile is answered at once.
"""

import asyncio
import contextlib
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import structlog
import typst
from aiogram import Bot, F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.store import assessments, drafts
from bot.store.assessments import FrozenAssessment
from bot.telegram.taken import takes_long
from bot.texts import Language, Texts, texts
from bot.wording.paper.typesetting import Drawing, drawn
from handlers import replies
from handlers.keyboards import NUMBER, ButtonRow, DrawnRow, Explain, copying, keyboard, to_result
from handlers.remembered import Remembered
from handlers.screens import Screen, result
from handlers.screens.paper import LINK, card_of, page_of, picture_of, share
from handlers.screens.whose import of_family, words_for
from handlers.session import HasBegun, Session
from handlers.start import start

router = Router(name="paper")
router.callback_query.filter(HasBegun())
log = structlog.get_logger("komek.handlers")
TAKEN_ALONG: Final = {"paper", "paper_both", "card", "share"}
RESTS: Final = 2
PATIENCE_S: Final = 2.0
"""So long the explanation waits for its picture; then it comes without."""
BEHIND: Final = 10
"""By how much the thread stands behind the event loop where both want the processor: niceness, 0 to 19."""


def _step_back() -> None:
    # Linux keeps a niceness for each thread; what Typst starts from this one inherits it
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)


DRAWING: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing", initializer=_step_back)


class Pace:
    """Draws one after another, and rests after each for some times as long as it took: a crowd has to wait, not others.

    Used by the one thread alone.
    """

    rested_at = 0.0

    def draw(self, drawing: Drawing) -> bytes:
        """Draw, after the rest."""
        time.sleep(max(0.0, self.rested_at - time.monotonic()))
        began = time.monotonic()
        try:
            return drawn(drawing)
        finally:
            ended = time.monotonic()
            self.rested_at = ended + RESTS * (ended - began)


PACE: Final = Pace()


async def beside(drawing: Drawing) -> bytes | None:
    """Draw something beside the event loop; None, and a line in the log, where Typst cannot."""
    takes_long()
    try:
        return await asyncio.get_running_loop().run_in_executor(DRAWING, PACE.draw, drawing)
    except typst.TypstError:  # its text may quote what somebody typed
        log.warning("not_drawn", template=drawing.template)
        return None


@router.callback_query(Explain.filter(F.view.in_(TAKEN_ALONG) & F.id.regexp(NUMBER)))
async def hand_out(query: CallbackQuery, callback_data: Explain, session: Session, bot: Bot) -> None:
    """Send the page of one result, in the person's language or in both, a picture or words for relatives."""
    await replies.hint(query)
    frozen = await session.result(callback_data.id)
    if frozen is None:
        await replies.say(query, *session.no_result)
        return
    address = f"https://t.me/{(await bot.me()).username}"
    if callback_data.view == "card":
        await _send_card(query, session.texts, frozen, address)
    elif callback_data.view == "share":
        await replies.say(query, *share(session.texts, frozen, address))
    else:
        await _send_page(query, session, frozen, address, is_both=callback_data.view == "paper_both")


async def _send_page(
    query: CallbackQuery, session: Session, frozen: FrozenAssessment, address: str, *, is_both: bool
) -> None:
    words, today = session.texts, session.assessment_day.today
    languages = [texts(language) for language in Language] if is_both else [words]
    made = await beside(page_of(languages, frozen, address, today))
    if made is None:
        await replies.say(query, words.say("paper-failed"))
        return
    codes = "-".join(texts.language for texts in languages)
    name = f"komek-{frozen.record['record']['quarter']}-{codes}.pdf"
    told = words.say("paper-sent-both" if is_both else "paper-sent")
    rows: list[ButtonRow | DrawnRow] = [[copying(words, frozen.id)], [to_result(words, frozen.id)]]
    if not is_both:
        rows.insert(0, [(words.say("button-paper-both"), Explain(view="paper_both", id=frozen.id))])
    shown = of_family(Screen(told, keyboard(rows)), words, frozen.check, frozen.called)
    await replies.send_document(query, made, name, *shown)


async def _send_card(query: CallbackQuery, words: Texts, frozen: FrozenAssessment, address: str) -> None:
    made = await beside(card_of(words, frozen, address))
    if made is None:
        await replies.say(query, words.say("paper-failed"))
        return
    told = words.say("card-sent", bot=address.removeprefix("https://"))
    await replies.send_photo(
        query, made, "komek.png", told, keyboard([[to_result(words, frozen.id)]]), may_be_forwarded=True
    )


async def send_picture(query: CallbackQuery, words: Texts, frozen: FrozenAssessment, in_words: Screen) -> None:
    """Send the picture beside "Why?" with the same in words below it."""
    await send_with_words(query, picture_of(words_for(words, frozen.check), frozen), in_words)


async def send_with_words(query: CallbackQuery, drawing: Drawing, in_words: Screen) -> None:
    """Send a picture with the same in words below it; where drawing it takes too long, the words alone."""
    made = None
    with contextlib.suppress(TimeoutError):
        made = await asyncio.wait_for(beside(drawing), PATIENCE_S)
    if made is None:
        await replies.say(query, *in_words)
    else:
        await replies.send_photo(query, made, "komek.png", in_words.text, in_words.keyboard)


@router.message(CommandStart(deep_link=True, magic=F.args.regexp(rf"^{LINK}{assessments.NUMBER}$")))
async def open_result(
    message: Message,
    command: CommandObject,
    known: drafts.KnownPerson | None,
    session: Session | None,
    words: Texts,
    remembered: Remembered,
) -> None:
    """Show the result of a page to whom it belongs; greet whoever has found somebody's page and is new here."""
    if session is None:
        await start(message, known, session, words, remembered)
        return
    frozen = await session.result((command.args or "").removeprefix(LINK))
    if frozen is None:
        await replies.say(message, *session.no_result)
    else:
        await replies.say(message, *result.headline(words, frozen, session.assessment_day.today))
