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
from handlers.person import HasBegun, Visitor
from handlers.replies import Event
from handlers.screens import family_word as screens
from handlers.secrets_typed import holds_secret
from rules.interview.typed_words import read_yes_or_no

router = Router(name="family_word")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())
LETTERS: Final = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
"""Words of letters in one line: no markup, no link, and nothing that is a number of somebody."""


BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by their kind that no phone shows."""


@router.message(Command("word"))
async def word(message: Message, command: CommandObject, visitor: Visitor) -> None:
    """Keep the word behind the command; without one show the word, or ask for it."""
    if command.args:
        await _keep(message, visitor, command.args)
    else:
        await _show(message, visitor)


@router.callback_query(Do.filter(F.what == "word"))
async def word_by_button(query: CallbackQuery, visitor: Visitor) -> None:
    """Show the word, or ask for it."""
    await _show(query, visitor)


@router.callback_query(Do.filter(F.what == "word_change"))
async def change(query: CallbackQuery, visitor: Visitor) -> None:
    """Ask for another word; the one before stands until there is one."""
    await _ask(query, visitor)


@router.callback_query(Do.filter(F.what == "word_remove"))
async def remove(query: CallbackQuery, visitor: Visitor) -> None:
    """Let notices come without a word."""
    async with visitor.world.database.statement() as connection:
        await people.drop_word(connection, visitor.id)
    await replies.show(query, *screens.removed(visitor.texts))


async def take(message: Message, visitor: Visitor) -> bool:
    """Take what was typed as the word; False for yes and no, which may be said to what was told or asked meanwhile."""
    text = message.text or ""
    if read_yes_or_no(text) is not None:
        visitor.conversation.listen_for_answers()
        return False
    await _keep(message, visitor, text)
    return True


async def _show(event: Event, visitor: Visitor) -> None:
    async with visitor.world.database.reading() as connection:
        wishes = await people.wishes(connection, visitor.world.cipher, visitor.id)
    if wishes.word is None:
        await _ask(event, visitor)
    else:
        await replies.show_below(event, *screens.shown(visitor.texts, wishes.word))


async def _ask(event: Event, visitor: Visitor) -> None:
    """Ask for the word: what is typed next is taken as it."""
    visitor.conversation.listen_for(View.WORD)
    await visitor.save()
    await replies.show_below(event, *screens.asked(visitor.texts))


async def _keep(message: Message, visitor: Visitor, typed: str) -> None:
    """Keep a word and say what it is for; what cannot be one is not kept, and asked for once more."""
    word = unicodedata.normalize("NFC", typed).strip()
    hint = _why_not(word)
    if hint:
        visitor.conversation.listen_for(View.WORD)
        await visitor.save()
        await replies.say(message, *screens.asked(visitor.texts, hint))
        return
    async with visitor.world.database.statement() as connection:
        await people.keep_word(connection, visitor.world.cipher, visitor.id, word)
    visitor.conversation.listen_for_answers()
    await visitor.save()
    await replies.say(message, *screens.kept(visitor.texts, word))


def _why_not(word: str) -> str:
    """Return the id of the sentence that says why something can be no word; empty where it can."""
    if holds_secret(word):
        return "word-secret"
    fits = screens.FEWEST <= len(word) <= screens.MOST and LETTERS.fullmatch(word) and BLANK.isdisjoint(word)
    return "" if fits else "word-not-taken"
