"""People who have chosen a language and consented, so that their next update is an answer."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from cryptography.fernet import Fernet

from bot.database import migrate, open_database
from bot.store import people
from bot.store.cipher import Cipher
from bot.world import World


@asynccontextmanager
async def world_in(folder: Path) -> AsyncIterator[World]:
    """Open a new SQLite file as the program does, with a key of its own."""
    async with world_at(f"sqlite:///{folder}/bench.sqlite3") as world:
        yield world


@asynccontextmanager
async def world_at(address: str, cipher: Cipher | None = None) -> AsyncIterator[World]:
    """Open an empty database as the program does, with a key of its own where none is given."""
    async with open_database(address) as database:
        await migrate(database)
        yield World(database, cipher or Cipher([Fernet.generate_key().decode()]), double_tap_seconds=0)


def language_of(person_id: int) -> Literal["kk", "ru"]:
    """Return what a person speaks: every second one Russian."""
    return "ru" if person_id % 2 else "kk"


async def make_known(world: World, person_ids: Iterable[int]) -> None:
    """Let the database know these people and what they speak."""
    now = world.now()
    async with world.database.transaction() as transaction:
        for person_id in person_ids:
            await people.choose_language(transaction, person_id, language_of(person_id), now)
            await people.give_consent(transaction, person_id, now)
