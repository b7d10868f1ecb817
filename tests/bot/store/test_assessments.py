"""What was shown is kept as it was shown, for the person it was shown to."""

import re
from datetime import datetime, timedelta

import pytest

from bot.database import Database
from bot.errors import UnknownPerson
from bot.privacy import Cipher
from bot.store import assessments
from bot.store.assessments import FrozenAssessment

SHOWN = {"outcome": "eligible", "monthly_tenge": {"low": 70_060, "high": 70_060}, "steps": ["Айгүл"]}


async def test_a_frozen_assessment_is_loaded_as_it_was_shown(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    async with database.statement() as connection:
        assessment_id = await assessments.freeze(connection, cipher, aigul, SHOWN, now)
    async with database.reading() as connection:
        loaded = await assessments.load(connection, cipher, aigul, assessment_id)
    assert loaded == FrozenAssessment(assessment_id, now, SHOWN)


async def test_the_id_fits_into_a_button_and_cannot_be_guessed(
    database: Database, cipher: Cipher, aigul: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        ids = {await assessments.freeze(transaction, cipher, aigul, SHOWN, now) for _ in range(20)}
    assert len(ids) == 20
    assert all(re.fullmatch(r"[\w-]{12}", assessment_id, re.ASCII) for assessment_id in ids)


async def test_nobody_loads_the_assessment_of_somebody_else(
    database: Database, cipher: Cipher, aigul: int, ivan: int, now: datetime
) -> None:
    async with database.transaction() as transaction:
        assessment_id = await assessments.freeze(transaction, cipher, aigul, SHOWN, now)
        assert await assessments.load(transaction, cipher, ivan, assessment_id) is None
        assert await assessments.latest(transaction, cipher, ivan) is None
        assert await assessments.load(transaction, cipher, aigul, "no-such-id") is None


async def test_the_latest_is_the_one_made_last(database: Database, cipher: Cipher, aigul: int, now: datetime) -> None:
    async with database.transaction() as transaction:
        for days in (1, 3, 2):
            await assessments.freeze(transaction, cipher, aigul, {"days": days}, now + timedelta(days=days))
        latest = await assessments.latest(transaction, cipher, aigul)
    assert latest is not None
    assert latest.record == {"days": 3}


async def test_nothing_is_frozen_for_somebody_unknown(database: Database, cipher: Cipher, now: datetime) -> None:
    async with database.statement() as connection:
        with pytest.raises(UnknownPerson):
            await assessments.freeze(connection, cipher, 77, SHOWN, now)
