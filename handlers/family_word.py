"""The word that only a person and the bot know: chosen, changed and taken away, by a button or by /word."""

import re
import unicodedata
from typing import Final

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.store import people
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import Do
from handlers.replies import Event
from handlers.screens import family_word as screens
from handlers.secrets_typed import holds_secret
from handlers.session import HasBegun, Session
from rules.interview.typed_words import read_yes_or_no

router = Router(name="family_word")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())
LETTERS: Final = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
"""Words of letters in one line: no markup, no link, and nothing that is a number of somebody."""


BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by their kind that no phone shows."""


@router.message(Command("word"))
async def word(message: Message, command: CommandObject, session: Session) -> None:
    """Keep the word behind the command; without one show the word, or ask for it."""
    if command.args:
        await _keep(message, session, command.args)
    else:
        await _show(message, session)


@router.callback_query(Do.filter(F.what == "word"))
async def word_by_button(query: CallbackQuery, session: Session) -> None:
    """Show the word, or ask for it."""
    await _show(query, session)


@router.callback_query(Do.filter(F.what == "word_change"))
async def change(query: CallbackQuery, session: Session) -> None:
    """Ask for another word; the one before stands until there is one."""
    await _ask(query, session)


@router.callback_query(Do.filter(F.what == "word_remove"))
async def remove(query: CallbackQuery, session: Session) -> None:
    """Let notices come without a word."""
    async with session.world.database.statement() as connection:
        await people.drop_word(connection, session.id)
    await replies.show(query, *screens.removed(session.texts))


async def take(message: Message, session: Session) -> bool:
    """Take what was typed as the word; False for yes and no, which may be said to what was told or asked meanwhile."""
    text = message.text or ""
    if read_yes_or_no(text) is not None:
        session.conversation.listen_for_answers()
        return False
    await _keep(message, session, text)
    return True


async def _show(event: Event, session: Session) -> None:
    async with session.world.database.reading() as connection:
        wishes = await people.wishes(connection, session.world.cipher, session.id)
    if wishes.word is None:
        await _ask(event, session)
    else:
        await replies.show_below(event, *screens.shown(session.texts, wishes.word))


async def _ask(event: Event, session: Session) -> None:
    """Ask for the word: what is typed next is taken as it."""
    session.conversation.listen_for(View.WORD)
    await session.save()
    await replies.show_below(event, *screens.asked(session.texts))


async def _keep(message: Message, session: Session, typed: str) -> None:
    """Keep a word and say what it is for; what cannot be one is not kept, and asked for once more."""
    word = unicodedata.normalize("NFC", typed).strip()
    hint = _why_not(word)
    if hint:
        session.conversation.listen_for(View.WORD)
        await session.save()
        await replies.say(message, *screens.asked(session.texts, hint))
        return
    async with session.world.database.statement() as connection:
        await people.keep_word(connection, session.world.cipher, session.id, word)
    session.conversation.listen_for_answers()
    await session.save()
    await replies.say(message, *screens.kept(session.texts, word))


def _why_not(word: str) -> str:
    """Return the id of the sentence that says why something can be no word; empty where it can."""
    if holds_secret(word):
        return "word-secret"
    fits = screens.FEWEST <= len(word) <= screens.MOST and LETTERS.fullmatch(word) and BLANK.isdisjoint(word)
    return "" if fits else "word-not-taken"
