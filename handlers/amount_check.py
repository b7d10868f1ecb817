"""An amount that looks wrong: what moves it most, and a note to the administrator, who is not told whose it is."""

from datetime import timedelta
from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.store import result_notes
from bot.store.assessments import FrozenAssessment
from bot.store.result_notes import Note
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import NUMBER, Do, Explain
from handlers.replies import Event
from handlers.screens import amount_check as screens
from handlers.secrets_typed import holds_personal_number
from handlers.session import HasBegun, Session
from rules.replay import DamagedInputsError, Frozen, frozen_inputs
from rules.sources import LawError

router = Router(name="amount_check")
router.callback_query.filter(HasBegun())

MOST_A_DAY: Final = 3
DAY: Final = timedelta(days=1)
LONGEST_NOTE: Final = 500  # signs: it is read in a terminal, beside others


@router.callback_query(Explain.filter((F.view == "amount") & F.id.regexp(NUMBER)))
async def show(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Show which answers move one result most."""
    frozen = await session.result(callback_data.id)
    if frozen is None:
        await replies.show_below(query, *session.no_result)
        return
    await replies.show_below(
        query, *screens.movers(session.texts, frozen, _worked_out_from(frozen), session.screen_input)
    )


def _worked_out_from(frozen: FrozenAssessment) -> Frozen | None:
    """Return what a result was worked out from; None where it was not kept yet, or cannot be read."""
    inputs = frozen.record.get("inputs")
    try:
        return None if inputs is None else frozen_inputs(frozen.record["record"], inputs)
    except (DamagedInputsError, LawError):
        return None


@router.callback_query(Explain.filter((F.view == "note") & F.id.regexp(NUMBER)))
async def ask_for_note(query: CallbackQuery, callback_data: Explain, session: Session) -> None:
    """Ask for a note about one result; not of somebody who has written several today."""
    if await session.result(callback_data.id) is None:
        await replies.show_below(query, *session.no_result)
        return
    if await _has_written_enough(session):
        await replies.show_below(query, session.texts.say("note-enough", most=MOST_A_DAY))
        return
    session.conversation.listen_for_note(callback_data.id)
    await session.save()
    await replies.show_below(query, *await session.screen())


async def take_note(message: Message, session: Session) -> bool:
    """Take what was typed as the note that was asked for: kept and said back, or asked for anew with the reason."""
    texts, conversation, words = session.texts, session.conversation, (message.text or "").strip()
    number = conversation.about
    frozen = await session.result(number)
    if frozen is None or words.casefold() == texts.say("button-back").casefold():
        conversation.listen_for_answers()
        await session.save()
        await session.show_below(message)
        return True
    hint = await _why_not(session, words)
    if hint:
        await session.save()
        await replies.say(message, *screens.note_asked(texts, frozen, hint))
        return True
    record, now, world = frozen.record["record"], session.world.now(), session.world
    monthly = record["monthly_tenge"]
    note: Note = {
        "words": words,
        "outcome": record["outcome"],
        "monthly_tenge": {"low": monthly["low"], "high": monthly["high"]},
    }
    async with world.database.transaction() as transaction:
        kept = await result_notes.keep(transaction, world.cipher, number, note, now)
        conversation.listen_for_answers()
        await session.save_on(transaction)
    await replies.say(message, *screens.note_kept(texts, frozen, kept, words))
    return True


async def _why_not(session: Session, words: str) -> str:
    """Return why a note is not kept; empty where it can be."""
    texts = session.texts
    if len(words) > LONGEST_NOTE:
        return texts.say("note-long", most=LONGEST_NOTE)
    if holds_personal_number(words):
        return texts.say("note-personal")
    return texts.say("note-enough", most=MOST_A_DAY) if await _has_written_enough(session) else ""


async def _has_written_enough(session: Session) -> bool:
    since = session.world.now() - DAY
    async with session.world.database.reading() as connection:
        return await result_notes.written_since(connection, session.id, since) >= MOST_A_DAY


@router.callback_query(Do.filter((F.what == "drop_note") & F.about.regexp(r"^[0-9]{1,12}$")))
async def drop_note(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Delete a note of the person's own; whatever else is pressed is an old button."""
    async with session.world.database.transaction() as transaction:
        was_there = await result_notes.drop(transaction, session.id, int(callback_data.about))
    if was_there:
        await replies.show(query, session.texts.say("note-dropped"))
    else:
        await session.show_below(query, session.texts.say("old-button"))


async def leave_note(event: Event, session: Session) -> None:
    """Listen for a note no more once somebody presses something, or sends a command: what they type then is not one."""
    is_left = isinstance(event, CallbackQuery) or (event.text or "").startswith("/")
    if is_left and session.conversation.view is View.NOTE:
        session.conversation.listen_for_answers()
        await session.save()
