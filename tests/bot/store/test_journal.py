"""What happened in a case is written down in order, sealed, and gone when its transaction failed."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from cryptography.fernet import Fernet

from bot.database import Database
from bot.errors import WrongKeyError
from bot.store import cases, journal
from bot.store.cipher import Cipher
from bot.store.journal import Entry
from tests.bot.store.failing import failing_transaction


@pytest.fixture(autouse=True)
async def two_cases(database: Database, now: datetime) -> None:
    async with database.transaction() as transaction:
        await cases.open_case(transaction, "79-1", "79-1", "KZ-79", date(2026, 11, 16), now)
        await cases.open_case(transaction, "79-2", "79-2", "KZ-79", date(2026, 11, 16), now)


async def of_case(database: Database, cipher: Cipher, case_id: str) -> list[Entry]:
    async with database.reading() as connection:
        return await journal.of_case(connection, cipher, case_id)


async def test_a_case_remembers_what_happened_in_order(database: Database, cipher: Cipher, now: datetime) -> None:
    async with database.transaction() as transaction:
        await journal.write(transaction, cipher, "79-1", "opened", {"applied_on": "2026-11-16"}, now)
        await journal.write(transaction, cipher, "79-2", "opened", {}, now)
        await journal.write(transaction, cipher, "79-1", "joined", {"person": "p1"}, now + timedelta(hours=1))
    entries = await of_case(database, cipher, "79-1")
    assert [(entry.kind, entry.details, entry.at) for entry in entries] == [
        ("opened", {"applied_on": "2026-11-16"}, now),
        ("joined", {"person": "p1"}, now + timedelta(hours=1)),
    ]
    assert [entry.number for entry in entries] == [1, 3]


async def test_a_clock_that_went_back_does_not_change_the_order(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    async with database.transaction() as transaction:
        await journal.write(transaction, cipher, "79-1", "first", {}, now)
        await journal.write(transaction, cipher, "79-1", "second", {}, now - timedelta(days=1))
    assert [entry.kind for entry in await of_case(database, cipher, "79-1")] == ["first", "second"]


async def test_a_failed_transaction_leaves_no_entry_and_no_gap(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    async with failing_transaction(database) as transaction:
        await journal.write(transaction, cipher, "79-1", "never", {}, now)
    async with database.transaction() as transaction:
        await journal.write(transaction, cipher, "79-1", "first", {}, now)
    assert [(entry.number, entry.kind) for entry in await of_case(database, cipher, "79-1")] == [(1, "first")]


async def test_many_at_once_all_are_written(database: Database, cipher: Cipher, now: datetime) -> None:
    async def write(number: int) -> None:
        async with database.transaction() as transaction:
            await journal.write(transaction, cipher, "79-1", f"kind{number}", {}, now)

    await asyncio.gather(*map(write, range(12)))
    entries = await of_case(database, cipher, "79-1")
    assert [entry.number for entry in entries] == list(range(1, 13))
    assert {entry.kind for entry in entries} == {f"kind{number}" for number in range(12)}


async def test_nobody_reads_it_without_the_key(database: Database, cipher: Cipher, now: datetime) -> None:
    async with database.transaction() as transaction:
        await journal.write(transaction, cipher, "79-1", "opened", {}, now)
    with pytest.raises(WrongKeyError):
        await of_case(database, Cipher([Fernet.generate_key().decode()]), "79-1")
