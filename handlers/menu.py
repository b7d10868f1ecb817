"""The commands that are always there: menu, about, help, cancel; and whatever nothing else takes."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, Update

from bot.store import drafts
from bot.texts import Texts
from bot.world import World
from handlers import keyboards, replies
from handlers.keyboards import Do, Show, keyboard
from handlers.remembered import Remembered
from handlers.session import Session
from handlers.start import explain, greet, said_before_consent

router = Router(name="menu")

ABOUT = ("about-programme-1", "about-programme-2", "about-programme-3", "about-programme-4",
         "about-2019", "about-today", "about-bot")  # fmt: skip
HELP = ("help-how", "help-commands", "fraud-warning")
TOLD = {"about": ABOUT, "help": HELP, "fraud": ("topic-fraud", "fraud-check")}


@router.message(Command("menu"))
async def menu(message: Message, words: Texts) -> None:
    """Show what the bot can do."""
    await replies.say(message, words.say("menu"), keyboards.menu(words))


@router.message(Command("about"))
async def about(message: Message, words: Texts) -> None:
    """Tell what the programme promises, with its dates."""
    await replies.say(message, "\n\n".join(words.say(name) for name in ABOUT))


@router.message(Command("help"))
async def help_(message: Message, words: Texts) -> None:
    """Tell how to answer, and how not to be cheated."""
    await replies.say(message, "\n\n".join(words.say(name) for name in HELP))


@router.callback_query(Show.filter(F.view.in_(TOLD)))
async def tell(query: CallbackQuery, callback_data: Show, words: Texts) -> None:
    """Tell the same after a press on the menu; and how to find out who has written."""
    told = "\n\n".join(words.say(name) for name in TOLD[callback_data.view])
    ways = [[(words.say("button-verify"), Do(what="verify"))], [(words.say("button-word"), Do(what="word"))]]
    await replies.show_below(query, told, keyboard(ways) if callback_data.view == "fraud" else None)


@router.message(Command("cancel"))
async def cancel(message: Message, session: Session | None, words: Texts, remembered: Remembered) -> None:
    """Stop; the answers stay until the person deletes them."""
    if session is None:
        await greet(message, remembered)
        return
    buttons = [
        [(words.say("button-continue"), Do(what="resume"))],
        [(words.say("button-forget"), Do(what="forget"))],
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
    elif message.media_group_id is None or remembered.albums.is_first(message.chat.id, message.media_group_id):
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
