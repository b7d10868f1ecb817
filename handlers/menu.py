"""The commands that are always there: menu, about, help, cancel; and whatever nothing else takes."""

from typing import Final

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, Update

from bot.store import drafts
from bot.texts import Texts
from bot.world import World
from handlers import replies
from handlers.keyboards import ButtonRow, Do, Show, keyboard, to_menu
from handlers.progress import progress_of
from handlers.remembered import Remembered
from handlers.screens import Screen
from handlers.screens import menu as screens
from handlers.screens.menu import Progress
from handlers.session import Session
from handlers.start import explain, greet, said_before_consent

router = Router(name="menu")

PAGES_OF_HELP: Final = {"answers": screens.help_answers, "commands": screens.help_commands}


@router.message(Command("menu"))
async def menu(message: Message, words: Texts, session: Session | None) -> None:
    """Show what waits for the person, and what they can do."""
    await replies.say(message, *_of_open_family(screens.menu(words, await progress_of(session)), session))


@router.callback_query(Show.filter((F.view == "menu") & F.about.in_({"", "back", "more"})))
async def menu_by_button(query: CallbackQuery, callback_data: Show, words: Texts, session: Session | None) -> None:
    """Show the same below a screen that stays, or in place of what was opened from the menu; or the rest of it."""
    progress = await progress_of(session)
    if callback_data.about == "more":
        await replies.show(query, *_of_open_family(screens.more(words, progress), session))
    else:
        put = replies.show if callback_data.about == "back" else replies.show_below
        await put(query, *_of_open_family(screens.menu(words, progress), session))


def _of_open_family(shown: Screen, session: Session | None) -> Screen:
    return shown if session is None else session.of_family(shown)


@router.message(Command("about"))
async def about(message: Message, words: Texts, session: Session | None) -> None:
    """Tell in three lines what the programme is today."""
    await replies.say(message, *screens.about(words, await progress_of(session)))


@router.message(Command("help"))
async def help_(message: Message, words: Texts, session: Session | None) -> None:
    """Tell what the bot can do, and how to reach a person."""
    await replies.say(message, *screens.help_(words, await progress_of(session)))


@router.callback_query(Show.filter(F.view.in_({"about", "help", "fraud"})))
async def tell(query: CallbackQuery, callback_data: Show, words: Texts, session: Session | None) -> None:
    """Tell the same in place of the menu, or a page behind it; and how to find out who has written."""
    await replies.show(query, *_told(callback_data, words, await progress_of(session)))


def _told(says: Show, words: Texts, progress: Progress) -> Screen:
    if says.view == "fraud":
        return screens.fraud(words, progress)
    if says.view == "help":
        page = PAGES_OF_HELP.get(says.about)
        return page(words) if page else screens.help_(words, progress)
    pages = {str(number): number for number, _ in enumerate(screens.HISTORY, start=1)}
    number = pages.get(says.about)
    return screens.history(words, number) if number else screens.about(words, progress)


@router.message(Command("cancel"))
async def cancel(message: Message, session: Session | None, words: Texts, remembered: Remembered) -> None:
    """Stop; the answers stay until the person deletes them."""
    if session is None:
        await greet(message, remembered)
        return
    buttons: list[ButtonRow] = [
        [(words.say("button-continue"), Do(what="resume"))],
        [(words.say("button-forget"), Do(what="forget"))],
        [to_menu(words)],
    ]
    await replies.say(message, words.say("cancel"), keyboard(buttons))


@router.message()
async def anything_else(
    message: Message,
    session: Session | None,
    known: drafts.KnownPerson | None,
    words: Texts,
    world: World,
    remembered: Remembered,
    event_update: Update,
) -> None:
    """Answer whatever is no text with a polite line, an album once; a stranger is greeted, whatever they send."""
    if known is None:
        await greet(message, remembered)
    elif session is None:
        await said_before_consent(message, known, words, world, remembered, event_update.update_id)
    elif message.media_group_id is None or await remembered.albums.is_first(
        message.chat.id, message.media_group_id, event_update.update_id
    ):
        session.conversation.buttons_after = message.message_id
        await session.save()
        await replies.without_buttons(message, session.question_in)
        shown = await session.screen()
        session.has_buttons(await replies.say(message, session.headed(words.say("text-only")), shown.keyboard))


@router.edited_message()
async def edited(
    message: Message, session: Session | None, known: object | None, words: Texts, remembered: Remembered
) -> None:
    """Say that an edited message is not read again; a stranger is greeted."""
    if session is not None:
        await replies.say(message, words.say("edited-message"))
    elif known is not None:
        await explain(message, words, remembered)
    else:
        await greet(message, remembered)


@router.callback_query()
async def unknown_button(
    query: CallbackQuery, session: Session | None, known: object | None, words: Texts, remembered: Remembered
) -> None:
    """Answer a press on a button that the bot does not know, or of somebody who has not begun."""
    if session is not None:
        await session.show_below(query, words.say("old-button"))
    elif known is None:
        await greet(query, remembered)
    else:
        await explain(query, words, remembered)
