"""A shared phone: what others may not see of the messages, what nobody can forward, and the chat emptied."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.delivery.words import in_words
from bot.store import people, reached
from bot.texts import Texts
from bot.world import World
from handlers import replies
from handlers.keyboards import Do, OfNews, Show, drawn
from handlers.notice_opened import tell_opened
from handlers.screens import safety as screens
from handlers.session import HasBegun, Session

router = Router(name="private_notices")
router.callback_query.middleware(tell_opened)
CAN_BE_DELETED_FOR: Final = timedelta(hours=48)
AT_ONCE: Final = 100  # messages that Telegram deletes by one call
REACHED_BACK: Final = 3  # calls: the ids of other chats lie between those of this one


@router.callback_query(Show.filter(F.view == "private"), HasBegun())
async def safety(query: CallbackQuery, session: Session) -> None:
    """Show how it is, and the switches."""
    await _show(query, session)


@router.callback_query(Do.filter((F.what == "private") & F.about.in_({"on", "off"})), HasBegun())
async def hide(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Let notices open behind a button, or no more, from the next one on."""
    async with session.world.database.statement() as connection:
        if callback_data.about == "on":
            await people.keep_private(connection, session.id, session.world.now())
        else:
            await people.keep_open(connection, session.id)
    await _show(query, session)


@router.callback_query(Do.filter((F.what == "protect") & F.about.in_({"on", "off"})), HasBegun())
async def protect(query: CallbackQuery, callback_data: Do, session: Session) -> None:
    """Let nobody forward or copy what the bot writes from now on, or let it be as usual."""
    is_protected = callback_data.about == "on"
    async with session.world.database.statement() as connection:
        if is_protected:
            await people.protect(connection, session.id, session.world.now())
        else:
            await people.protect_no_more(connection, session.id)
    replies.IS_PROTECTED.set(is_protected)
    await _show(query, session)


async def _show(query: CallbackQuery, session: Session) -> None:
    async with session.world.database.reading() as connection:
        person = await people.find(connection, session.id)
    is_private, is_protected = (
        person is not None and since is not None
        for since in ((person.private_since, person.protected_since) if person else (None, None))
    )
    await replies.show_below(query, *screens.safety(session.texts, is_private=is_private, is_protected=is_protected))


# What stands behind the button of a notice


@router.callback_query(OfNews.filter(), HasBegun())
async def open_news(query: CallbackQuery, callback_data: OfNews, session: Session) -> None:
    """Show in place what a notice tells, with a way to hide it again; or hide it."""
    world, words = session.world, session.texts
    async with world.database.reading() as connection:
        notice = await reached.find(connection, world.cipher, session.id, callback_data.notice)
    if notice is None or notice.alias is None:
        await replies.show(query, words.say("leave-already"))
        return
    is_hidden = not callback_data.is_open
    told = await in_words(world, replace(notice, is_private=is_hidden), world.now())
    rows = told.keyboard.inline_keyboard if told.keyboard else []
    hiding = [] if is_hidden else [[drawn(_hide(words, notice.id))]]
    await replies.show(query, told.text, InlineKeyboardMarkup(inline_keyboard=[*rows, *hiding]))


def _hide(words: Texts, notice_id: int) -> tuple[str, OfNews]:
    return words.say("button-news-hide"), OfNews(notice=notice_id, is_open=False)


# The chat emptied: also by somebody of whom nothing is kept any more


@router.callback_query(Do.filter(F.what == "clear"))
async def ask_to_clear(query: CallbackQuery, words: Texts) -> None:
    """Ask whether the messages shall really go."""
    await replies.show_below(query, *screens.clearing(words))


@router.callback_query(Do.filter(F.what == "clear_yes"))
async def clear(query: CallbackQuery, words: Texts, world: World, bot: Bot, session: Session | None) -> None:
    """Delete both sides' messages of the last two days, as far as their ids are known or near; older ones stay."""
    await replies.hint(query)
    person_id, newest = query.from_user.id, query.message.message_id if query.message else 0
    lowest = max(0, newest - AT_ONCE * REACHED_BACK)
    async with world.database.reading() as connection:
        told = await reached.messages_since(connection, person_id, world.now() - CAN_BE_DELETED_FOR)
    await _delete(bot, person_id, [*range(newest, lowest, -1), *(one for one in told if not lowest < one <= newest)])
    await replies.say(query, *screens.cleared(words, has_begun=session is not None))


async def _delete(bot: Bot, chat_id: int, newest_first: list[int]) -> None:
    for first in range(0, len(newest_first), AT_ONCE):
        if not await _delete_at_once(bot, chat_id, newest_first[first : first + AT_ONCE]):
            return


async def _delete_at_once(bot: Bot, chat_id: int, newest_first: list[int]) -> bool:
    """Delete messages, and say whether all: one that is too old lets Telegram refuse it, so older ones go last."""
    try:
        await bot.delete_messages(chat_id, newest_first)
    except TelegramBadRequest:
        half = len(newest_first) // 2
        if not half:
            return False
        newer, older = newest_first[:half], newest_first[half:]
        return await _delete_at_once(bot, chat_id, newer) and await _delete_at_once(bot, chat_id, older)
    return True
