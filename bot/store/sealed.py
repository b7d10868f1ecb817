"""What holds for every sealed document, whatever its table: the check of the keys and their rotation."""

from typing import Any, Final, NamedTuple

from bot.database import Database
from bot.privacy import Cipher
from bot.store import (
    assessments,
    cases,
    changes,
    drafts,
    journal,
    links,
    offer_files,
    offers,
    outbox,
    visits,
    waiting_updates,
)
from bot.store.number_series import hold

BATCH = 100  # documents a transaction: about 20 milliseconds in which nobody else can write


class SealedColumn(NamedTuple):
    """The queries for one column of sealed documents, and a key that is below every key in use."""

    after: Any
    replace: Any
    lowest: int | str


def of(queries: Any, lowest: int | str) -> SealedColumn:
    """The column of a table that has only one."""
    return SealedColumn(queries.sealed_after, queries.replace_sealed, lowest)


OUTBOX: Final = of(outbox.queries, 0)
COLUMNS: Final = (
    of(drafts.queries, 0),
    of(assessments.queries, ""),
    SealedColumn(cases.queries.decisions_after, cases.queries.replace_decision, ""),
    SealedColumn(cases.queries.labels_after, cases.queries.replace_label, ""),
    of(links.queries, ""),
    SealedColumn(links.queries.birth_years_after, links.queries.replace_birth_year, ""),
    of(visits.queries, 0),
    of(journal.queries, 0),
    of(changes.queries, 0),
    OUTBOX,
    of(offers.queries, 0),
    of(offer_files.queries, ""),
    of(waiting_updates.queries, 0),
)


async def check_keys(database: Database, cipher: Cipher) -> None:
    """Open one document of each column: WrongKey at the start, not in the middle of a conversation."""
    async with database.reading() as connection:
        for column in COLUMNS:
            async for row in column.after(connection, key=column.lowest, batch=1):
                cipher.open(row["sealed"])


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
                await hold(transaction, "journal")  # before several rows, as whoever else changes some
            rows = [row async for row in column.after(transaction, key=key, batch=BATCH)]
            for row in rows:
                anew = cipher.rotate(row["sealed"])
                await column.replace(transaction, key=row["key"], sealed=row["sealed"], anew=anew)
        count += len(rows)
        if len(rows) < BATCH:
            return count
        key = rows[-1]["key"]
