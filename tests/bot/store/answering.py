"""A program for test_kill.py: saves one answer after another and says so once each is saved.

Called with the address of the database, a key and the id of a person.
"""

import asyncio
import sys
from datetime import UTC, datetime

from bot.database import migrate, open_database
from bot.store import drafts, people
from bot.store.cipher import Cipher


async def answer_for_ever(url: str, key: str, person_id: int) -> None:
    """Acknowledge each save by its version on a line of its own."""
    cipher = Cipher([key])
    async with open_database(url) as database:
        await migrate(database)
        async with database.statement() as connection:
            await people.choose_language(connection, person_id, "kk", datetime.now(UTC))
        async with database.reading() as connection:
            known = await drafts.known_person(connection, cipher, person_id)
        version = known.draft.version if known and known.draft else 0
        while True:
            document = {"step": version + 1, "answers": "x" * 2_000}
            async with database.statement() as connection:
                version = await drafts.save(
                    connection, cipher, person_id, document, version, version + 1, datetime.now(UTC)
                )
            print(version, flush=True)  # noqa: T201 - this is the acknowledgement


asyncio.run(answer_for_ever(sys.argv[1], sys.argv[2], int(sys.argv[3])))
