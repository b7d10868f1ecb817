"""Somebody to store things about."""

from datetime import UTC, datetime

import pytest

from bot.database import Database
from bot.store import people

NOW = datetime(2023, 5, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A morning in May 2023."""
    return NOW


@pytest.fixture
async def aigul(database: Database, now: datetime) -> int:
    """Telegram id of a person who chose Kazakh and consented; it does not fit into 32 bits."""
    person_id = 7_000_000_001
    async with database.transaction() as transaction:
        await people.choose_language(transaction, person_id, "kk", now)
        await people.give_consent(transaction, person_id, now)
    return person_id


@pytest.fixture
async def ivan(database: Database, now: datetime) -> int:
    """Telegram id of a person who chose Russian and has not consented yet."""
    person_id = 41
    async with database.statement() as connection:
        await people.choose_language(connection, person_id, "ru", now)
    return person_id
