"""What holds for every sealed document, whatever its table: the check of the keys and their rotation."""

from typing import Any

from bot.database import Database
from bot.privacy import Cipher
from bot.store import assessments, drafts

BATCH = 100  # documents a transaction: about 20 milliseconds in which nobody else can write

TABLES = ((drafts.queries, 0), (assessments.queries, ""))  # with a key that is below every key in use


async def check_keys(database: Database, cipher: Cipher) -> None:
    """Open one document of each table: WrongKey at the start, not in the middle of a conversation."""
    async with database.reading() as connection:
        for queries, lowest in TABLES:
            async for row in queries.sealed_after(connection, key=lowest, batch=1):
                cipher.open(row["sealed"])


async def reseal_all(database: Database, cipher: Cipher) -> int:
    """Seal every document with the first key and return how many there were; the bot may run meanwhile.

    Stopped halfway it loses nothing: the old key still opens the rest, and the next call begins again.
    """
    return sum([await _reseal_table(database, cipher, queries, lowest) for queries, lowest in TABLES])


async def _reseal_table(database: Database, cipher: Cipher, queries: Any, key: int | str) -> int:
    count = 0
    while True:
        async with database.transaction() as transaction:
            rows = [row async for row in queries.sealed_after(transaction, key=key, batch=BATCH)]
            for row in rows:
                anew = cipher.rotate(row["sealed"])
                await queries.replace_sealed(transaction, key=row["key"], sealed=row["sealed"], anew=anew)
        count += len(rows)
        if len(rows) < BATCH:
            return count
        key = rows[-1]["key"]
