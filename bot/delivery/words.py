"""A notice in the words of its person, from what is stored now."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.delivery.told import Told
from bot.store import assessments, cases
from bot.store.outbox import Notice
from bot.telling.notices import notice_told
from bot.texts import Language, Texts, texts
from bot.world import World


def words_from(world: World) -> Callable[[Notice], Awaitable[Told]]:
    """Return what puts a notice into words: with its case, and beside the person's own last estimate."""

    async def words_for(notice: Notice) -> Told:
        async with world.database.reading() as connection:
            case = await cases.load(connection, world.cipher, notice.case_id) if notice.case_id else None
            shown = await assessments.latest(connection, world.cipher, notice.person_id)
        words = texts(Language(notice.language))
        estimate = shown.record["record"] if shown else None
        told = notice_told(words, notice.kind, notice.details, case, estimate, world.now())
        return Told(told.text, _keyboard(words, told.rows))

    return words_for


def _keyboard(words: Texts, rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup | None:
    buttons: list[list[Any]] = [
        [InlineKeyboardButton(text=words.say(caption), callback_data=callback) for caption, callback in row]
        for row in rows
        if row
    ]
    return InlineKeyboardMarkup(inline_keyboard=buttons) if buttons else None
