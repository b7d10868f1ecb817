"""`komek notes`: what people wrote about amounts that look wrong to them, with the number of the result; never who."""

import asyncio
import sys

from bot.commands.database import opened
from bot.commands.one_line import in_one_line
from bot.errors import CommandError
from bot.settings import load_settings
from bot.store import result_notes
from bot.store.cipher import cipher_for
from bot.store.result_notes import KeptNote
from bot.store.sealed import has_documents
from bot.texts.formats import KAZAKHSTAN_TIME, read_out
from bot.world import utc_now


class NoNoteError(CommandError):
    """There is no note of that number."""


def print_notes(*, is_done_too: bool) -> None:
    """Print the notes, the newest first: number, day, result, what it showed, words."""
    found = asyncio.run(_newest(is_done_too=is_done_too))
    sys.stdout.writelines(f"{_told(note)}\n" for note in found)
    sys.stdout.write(f"{len(found)} notes; `komek replay NUMBER` works the result out again\n")


def settle(number: int) -> None:
    """Note that a note is done. NoNoteError when there is none of that number."""
    if not asyncio.run(_settle(number)):
        raise NoNoteError(f"NUMBER: no note {number}")
    sys.stdout.write(f"note {number} is done\n")


async def _newest(*, is_done_too: bool) -> list[KeptNote]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        async with database.reading() as connection:
            return await result_notes.newest(connection, cipher, is_done_too=is_done_too)


async def _settle(number: int) -> bool:
    async with opened() as database, database.transaction() as transaction:
        return await result_notes.settle(transaction, number, utc_now())


def _told(kept: KeptNote) -> str:
    day = kept.written_at.astimezone(KAZAKHSTAN_TIME).date()
    head = f"{kept.number}  {day}  result {read_out(kept.result)}{', done' if kept.done_at else ''}"
    if kept.note is None:
        return f"{head}: damaged, or its key is missing"
    tenge = kept.note["monthly_tenge"]
    amount = tenge["high"] if tenge["low"] == tenge["high"] else f"{tenge['low']}-{tenge['high']}"
    return f"{head}, {kept.note['outcome']}, {amount} tenge a month: {_printed(kept.note['words'])}"


def _printed(words: str) -> str:
    """Return words in one line, without what a terminal would obey."""
    return in_one_line("".join(sign if sign.isprintable() else " " for sign in words))
