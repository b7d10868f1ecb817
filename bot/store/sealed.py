"""What holds for every sealed document, whatever its table: the check of the keys and their rotation."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from bot.database import Database, Row
from bot.errors import WrongKeyError
from bot.store import (
    assessments,
    cases,
    changes,
    checks,
    drafts,
    journal,
    links,
    offer_files,
    offers,
    outbox,
    people,
    remembered,
    result_notes,
    visits,
    waiting_updates,
)
from bot.store.cipher import Cipher
from bot.store.number_series import lock_series

SAMPLE: Final = 20
MOST_DAMAGED: Final = 5
BATCH = 100  # documents a transaction: about 20 milliseconds in which nobody else can write


class SealedColumn(NamedTuple):
    """The queries for one column of sealed documents, and a key that is below every key in use."""

    table: str
    after: Any
    replace: Any
    lowest: int | str


class Damaged(NamedTuple):
    """A document that no key opens."""

    table: str
    key: int | str


def of(table: str, queries: Any, lowest: int | str) -> SealedColumn:
    """The column of a table that has only one."""
    return SealedColumn(table, queries.sealed_after, queries.replace_sealed, lowest)


OUTBOX: Final = of("outbox", outbox.queries, 0)
COLUMNS: Final = (
    SealedColumn("people", people.queries.words_after, people.queries.replace_word, 0),
    of("drafts", drafts.queries, 0),
    of("checks", checks.queries, ""),
    of("assessments", assessments.queries, ""),
    SealedColumn("cases", cases.queries.decisions_after, cases.queries.replace_decision, ""),
    SealedColumn("case_people", cases.queries.labels_after, cases.queries.replace_label, ""),
    of("case_links", links.queries, ""),
    SealedColumn("case_links", links.queries.birth_years_after, links.queries.replace_birth_year, ""),
    of("visits", visits.queries, 0),
    of("journal", journal.queries, 0),
    of("changes", changes.queries, 0),
    OUTBOX,
    of("offers", offers.queries, 0),
    of("offer_files", offer_files.queries, ""),
    of("result_notes", result_notes.queries, 0),
    of("opened_links", remembered.queries, 0),
    of("waiting_updates", waiting_updates.queries, 0),
)


async def has_documents(database: Database) -> bool:
    """Whether anything sealed is stored."""
    async with database.reading() as connection:
        for column in COLUMNS:
            async for _ in column.after(connection, key=column.lowest, batch=1):
                return True
    return False


async def check_keys(database: Database, cipher: Cipher) -> list[Damaged]:
    """Open some documents of each column. WrongKeyError at the start, not in a conversation, where the keys open none.

    Where they open others, what they do not open is damaged: returned, and no reason not to start.
    """
    damaged, opened = list[Damaged](), 0
    async with database.reading() as connection:
        for column in COLUMNS:
            rows = [row async for row in column.after(connection, key=column.lowest, batch=SAMPLE)]
            found = _damaged_in(column, rows, cipher)
            if len(found) > MOST_DAMAGED or 1 < len(found) == len(rows):
                raise WrongKeyError  # so many are sealed with a key that is missing
            damaged, opened = damaged + found, opened + len(rows) - len(found)
    if damaged and not opened:
        raise WrongKeyError
    return damaged


async def opens_others(database: Database, cipher: Cipher) -> bool:
    """Whether the keys open at least half of what is stored: what they do not open then is damaged."""
    opened = failed = 0
    async with database.reading() as connection:
        for column in COLUMNS:
            rows = [row async for row in column.after(connection, key=column.lowest, batch=SAMPLE)]
            damaged = len(_damaged_in(column, rows, cipher))
            opened, failed = opened + len(rows) - damaged, failed + damaged
    return opened >= max(failed, 1)


async def damaged_documents(database: Database, cipher: Cipher) -> list[Damaged]:
    """Open every document there is, and return those that no key opens."""
    damaged = list[Damaged]()
    for column in COLUMNS:
        key = column.lowest
        while True:
            async with database.reading() as connection:
                rows = [row async for row in column.after(connection, key=key, batch=BATCH)]
            damaged += _damaged_in(column, rows, cipher)
            if len(rows) < BATCH:
                break
            key = rows[-1]["key"]
    return damaged


def _damaged_in(column: SealedColumn, rows: Sequence[Row], cipher: Cipher) -> list[Damaged]:
    damaged = []
    for row in rows:
        try:
            cipher.open(row["sealed"])
        except (WrongKeyError, ValueError):
            damaged.append(Damaged(column.table, row["key"]))
    return damaged


async def reseal_all(database: Database, cipher: Cipher) -> int:
    """Seal every document with the first key and return how many there were; the bot may run meanwhile.

    Stopped halfway it loses nothing: the old key still opens the rest, and the next call begins again.
    """
    return sum([await _reseal_column(database, cipher, column) for column in COLUMNS])


async def _reseal_column(database: Database, cipher: Cipher, column: SealedColumn) -> int:
    count, key = 0, column.lowest
    while True:
        async with database.transaction() as transaction:
            if column is OUTBOX:
                await lock_series(transaction, "journal")  # before several rows, as whoever else changes some
            rows = [row async for row in column.after(transaction, key=key, batch=BATCH)]
            for row in rows:
                anew = cipher.rotate(row["sealed"])
                await column.replace(transaction, key=row["key"], sealed=row["sealed"], anew=anew)
        count += len(rows)
        if len(rows) < BATCH:
            return count
        key = rows[-1]["key"]
