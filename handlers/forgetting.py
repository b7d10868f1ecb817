"""Deleting everything of a person: asked about, put off for a day in which it can be taken back, or done at once."""

from datetime import datetime, timedelta
from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot import casework
from bot.store import cases, drafts, people
from bot.texts import Texts, dated
from bot.world import World
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import (
    ButtonRow,
    Do,
    Join,
    Leave,
    OfCase,
    OfOffer,
    OfVisit,
    Wish,
    keyboard,
    kind_of_button,
    read_button,
)
from handlers.replies import Event
from handlers.screens import Screen
from handlers.session import Session

CAN_BE_TAKEN_BACK_FOR: Final = timedelta(hours=24)
WHILE_WAITING: Final = ("forget_back", "forget_now", "export", "privacy")
COMMANDS_WHILE_WAITING: Final = ("/export", "/privacy")
"""Whoever asked for deletion can still have their copy, and read what is kept."""
OF_CASE: Final = "case"
OF_THE_AUTHORITY: Final = (Join, OfCase, Leave, OfVisit, Wish, OfOffer)
"""What the authority waits for can be answered as before: a job offer costs the family money."""

router = Router(name="forgetting")


@router.callback_query(Do.filter(F.what == "forget"))
async def ask_to_forget(query: CallbackQuery, words: Texts, world: World, session: Session | None) -> None:
    """Ask whether everything shall really be deleted; to somebody who follows a case, say what becomes of that."""
    if session is not None:
        await session.save()  # its instant tells a second tap from an answer
    await replies.show_below(query, *await ask_screen(world, words, query.from_user.id))


async def ask_screen(world: World, words: Texts, person_id: int) -> Screen:
    """Return the question before everything is deleted."""
    async with world.database.reading() as connection:
        follows = await cases.following(connection, world.cipher, person_id)
    beside = [words.say("forget-follows", days=world.keeps.files_days)] if follows else []
    told = [words.say("forget-ask"), *beside]
    buttons = [
        (words.say("button-forget-yes"), Do(what="forget_yes")),
        (words.say("button-forget-no"), Do(what="resume")),  # where the finger was
    ]
    return Screen("\n\n".join(told), keyboard([[button] for button in buttons]))


@router.callback_query(Do.filter(F.what == "forget_yes"))
async def forget_tomorrow(query: CallbackQuery, world: World, words: Texts, session: Session | None) -> None:
    """Delete everything after a day; never by a second tap on what was pressed before."""
    if session is not None and session.is_quick:
        await replies.hint(query, words.say("double-tap"))
        return
    async with world.database.transaction() as transaction:
        await people.forget_at(transaction, query.from_user.id, world.now() + CAN_BE_TAKEN_BACK_FOR)
        waiting = await people.find(transaction, query.from_user.id)
    if waiting is None or waiting.forget_at is None:
        await replies.show(query, words.say("forgotten"))
        return
    await replies.show(query, *await _waiting_screen(world, words, query.from_user.id, waiting.forget_at))


@router.callback_query(Do.filter(F.what == "forget_back"))
async def take_back(
    query: CallbackQuery, callback_data: Do, world: World, words: Texts, session: Session | None
) -> None:
    """Keep everything after all, and go on where the person was; too late, say what was deleted and what stays."""
    async with world.database.transaction() as transaction:
        await people.forget_never(transaction, query.from_user.id)
    if session is None:
        await _say_forgotten(query, words, is_of_case=callback_data.about == OF_CASE)
        return
    await replies.show(query, words.say("forget-taken-back"))
    await session.show_below(query, toast=None)


@router.callback_query(Do.filter(F.what == "forget_now"))
async def forget_now(query: CallbackQuery, callback_data: Do, world: World, words: Texts) -> None:
    """Delete the person and everything of theirs at once; never by a second tap on what was pressed before."""
    async with world.database.reading() as connection:
        waiting = await people.find(connection, query.from_user.id)
    if waiting is not None and waiting.forget_at is not None:
        asked_at = waiting.forget_at - CAN_BE_TAKEN_BACK_FOR
        if 0 <= (world.now() - asked_at).total_seconds() < world.double_tap_seconds:
            await replies.hint(query, words.say("double-tap"))
            return
    async with world.database.reading() as connection:
        known_as = await cases.ever_followed(connection, query.from_user.id)
    await casework.forget_person(world, query.from_user.id)
    await _say_forgotten(query, words, is_of_case=bool(known_as) or callback_data.about == OF_CASE)


async def _say_forgotten(query: CallbackQuery, words: Texts, *, is_of_case: bool) -> None:
    """Say that everything is deleted, and to whoever followed a case what stays with the authority."""
    told = [words.say("forgotten"), *([words.say("forgotten-kept")] if is_of_case else [])]
    await replies.show(query, "\n\n".join(told), keyboard([[(words.say("button-clear"), Do(what="clear"))]]))


def waits(event: Event, known: drafts.KnownPerson, session: Session) -> bool:
    """Whether somebody whose answers are about to be deleted does what would be lost with them."""
    if known.forget_at is None:
        return False
    if isinstance(event, Message):
        is_reason = session.conversation.view is View.OFFER and not (event.text or "").startswith("/")
        command, _, _ = (event.text or "").partition(" ")
        is_about_own = command.partition("@")[0].casefold() in COMMANDS_WHILE_WAITING
        return not (is_reason or is_about_own)  # what is written to a job offer goes there as before
    pressed = read_button(event.data)
    is_own = isinstance(pressed, Do) and pressed.what in WHILE_WAITING
    return not is_own and kind_of_button(event.data) not in OF_THE_AUTHORITY


async def say_that_it_waits(event: Event, session: Session, known: drafts.KnownPerson) -> None:
    """Say until when everything can be taken back; no answer is taken before that is decided."""
    if known.forget_at is not None:
        screen = await _waiting_screen(session.world, session.texts, session.id, known.forget_at)
        await replies.show_below(event, *screen)


async def _waiting_screen(world: World, words: Texts, person_id: int, forget_at: datetime) -> Screen:
    """Return when everything is deleted, with the way back and the way to have it deleted now.

    The buttons know of a case: once all is deleted, nobody knows any more who has followed one.
    """
    async with world.database.reading() as connection:
        about = OF_CASE if await cases.ever_followed(connection, person_id) else ""
    back: ButtonRow = [(words.say("button-forget-back"), Do(what="forget_back", about=about))]
    now: ButtonRow = [(words.say("button-forget-now"), Do(what="forget_now", about=about))]
    return Screen(words.say("forget-waits", deadline=dated(words.instant(forget_at), forget_at)), keyboard([back, now]))
