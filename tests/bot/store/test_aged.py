"""What is old is deleted by key, a batch at a time: also by several workers, and none of what stays."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.database import Database, open_database
from bot.store import aged, cases, drafts, people
from bot.store.cipher import Cipher
from tests.bot.case_story import SHYMKENT, kz

NOW = kz(2026, 12, 1, 10)
PEOPLE = range(1, 301)


async def answered(database: Database, cipher: Cipher) -> None:
    """Let people answer, every second one long ago, of whom every third follows a case."""
    async with database.transaction() as transaction:
        await cases.open_case(transaction, "c", "c", SHYMKENT, date(2026, 11, 2), NOW)
        for number in PEOPLE:
            at = NOW - timedelta(days=40 * (number % 2))
            await people.choose_language(transaction, number, "kk", at)
            await drafts.save(transaction, cipher, number, {"answers": {}}, 0, 1, at)
            if number % 3 == 0:
                await cases.join(transaction, cipher, "c", number, f"p{number}", None, at)


async def test_old_answers_go_by_key_and_those_of_who_follows_a_case_stay(
    database: Database, database_url: str, cipher: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aged, "LOOKED_AT", 20)
    monkeypatch.setattr(aged, "PAUSE_S", 0.0)
    await answered(database, cipher)
    before = NOW - timedelta(days=30)
    async with open_database(database_url) as another:
        deleted = await asyncio.gather(*(aged.walk(one, aged.DRAFTS, before) for one in (database, another)))
    stays = [number for number in PEOPLE if number % 2 == 0 or number % 3 == 0]
    assert sum(deleted) == len(PEOPLE) - len(stays)
    async with database.reading() as connection:
        rows = await connection.fetch("select person_id from drafts order by person_id", {})
    assert [row["person_id"] for row in rows] == stays
    gone = await aged.walk(database, aged.PEOPLE, before)
    assert gone == len(PEOPLE) - len(stays), "who has nothing left, and not who answered lately"
