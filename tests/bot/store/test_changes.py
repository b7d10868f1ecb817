"""The authority learns every change of its regions, in order, none skipped whoever writes at the same time."""

import asyncio
from datetime import date, datetime

import pytest

from bot.database import Database
from bot.store import cases, changes
from bot.store.changes import Change
from bot.store.cipher import Cipher
from tests.bot.store.failing import failing_transaction

SHYMKENT, ASTANA = "KZ-79", "KZ-71"


@pytest.fixture(autouse=True)
async def a_case_in_each_region(database: Database, now: datetime) -> None:
    async with database.transaction() as transaction:
        await cases.open_case(transaction, "79-1", "№79", SHYMKENT, date(2026, 11, 16), now)
        await cases.open_case(transaction, "71-1", "71-1", ASTANA, date(2026, 11, 16), now)


async def tell(database: Database, cipher: Cipher, now: datetime, case_id: str, kind: str) -> None:
    async with database.transaction() as transaction:
        await changes.add(transaction, cipher, case_id=case_id, kind=kind, now=now, details={"person": "p1"})


async def after(
    database: Database, cipher: Cipher, number: int = 0, regions: list[str] | None = None, limit: int = 100
) -> tuple[list[Change], int]:
    async with database.reading() as connection:
        return await changes.after(connection, cipher, number, regions or [SHYMKENT], limit)


async def test_a_change_carries_its_case_region_and_details(database: Database, cipher: Cipher, now: datetime) -> None:
    await tell(database, cipher, now, "79-1", "joined")
    assert await after(database, cipher) == ([Change(1, now, SHYMKENT, "№79", "joined", {"person": "p1"})], 1)


async def test_a_reader_goes_on_where_it_stopped(database: Database, cipher: Cipher, now: datetime) -> None:
    for number in range(7):
        await tell(database, cipher, now, "79-1", f"kind{number}")
    seen, cursor = [], 0
    for _ in range(4):
        found, cursor = await after(database, cipher, cursor, limit=2)
        seen += [change.kind for change in found]
    assert seen == [f"kind{number}" for number in range(7)]
    assert await after(database, cipher, cursor) == ([], cursor)


async def test_other_regions_are_passed_over_and_not_looked_at_again(
    database: Database, cipher: Cipher, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "BATCH", 2)
    for case_id in ("71-1", "71-1", "79-1", "71-1", "71-1", "71-1", "79-1", "71-1"):
        await tell(database, cipher, now, case_id, "joined")
    found, cursor = await after(database, cipher, limit=1)
    assert ([change.number for change in found], cursor) == ([3], 3)
    found, cursor = await after(database, cipher, cursor)
    assert ([change.number for change in found], cursor) == ([7], 8)
    both, _ = await after(database, cipher, regions=[SHYMKENT, ASTANA])
    assert [change.number for change in both] == list(range(1, 9))


async def test_nothing_of_an_unknown_case_is_told(database: Database, cipher: Cipher, now: datetime) -> None:
    await tell(database, cipher, now, "79-999", "joined")
    assert (await after(database, cipher))[0] == []


async def test_a_failed_transaction_tells_nothing(database: Database, cipher: Cipher, now: datetime) -> None:
    async with failing_transaction(database) as transaction:
        await changes.add(transaction, cipher, case_id="79-1", kind="never", now=now, details={})
    await tell(database, cipher, now, "79-1", "joined")
    assert [change.kind for change in (await after(database, cipher))[0]] == ["joined"]


async def test_a_reader_among_slow_writers_skips_none(database: Database, cipher: Cipher, now: datetime) -> None:
    """A transaction that takes its number early and commits late must not be overtaken by a higher number."""
    writers = 12

    async def write(number: int) -> None:
        async with database.transaction() as transaction:
            kind = f"kind{number}"
            await changes.add(transaction, cipher, case_id="79-1", kind=kind, now=now, details={})
            await asyncio.sleep(0.005 * (number % 4))

    async def read() -> list[str]:
        seen: list[str] = []
        cursor = 0
        async with asyncio.timeout(20):
            while len(seen) < writers:
                found, cursor = await after(database, cipher, cursor)
                seen += [change.kind for change in found]
                await asyncio.sleep(0)
        return seen

    seen, _ = await asyncio.gather(read(), asyncio.gather(*map(write, range(writers))))
    assert sorted(seen) == sorted(f"kind{number}" for number in range(writers))
