"""Leases move with the clock, and whoever changes several rows of the outbox waits for who does so already."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from cryptography.fernet import Fernet

from bot.database import Database
from bot.store import cases, leases, outbox, people, sealed
from bot.store.cipher import Cipher
from bot.store.notice_keys import NoticeKey, of_event
from bot.store.number_series import lock_series

CASE = "79-1"
LEASE = timedelta(seconds=60)
KEY = Fernet.generate_key().decode()


@pytest.fixture
def cipher() -> Cipher:
    """A cipher whose key can be taken along to the next one."""
    return Cipher([KEY])


@pytest.fixture
async def queued(database: Database, cipher: Cipher, now: datetime) -> Database:
    """Six people with a notice each."""
    async with database.transaction() as transaction:
        await cases.open_case(transaction, CASE, CASE, "KZ-79", now.date(), now)
        for person_id in range(1, 7):
            await people.choose_language(transaction, person_id, "kk", now)
            await cases.join(transaction, cipher, CASE, person_id, f"p{person_id}", None, now)
            await outbox.queue(
                transaction, cipher, key=NoticeKey(of_event(CASE, "e1"), f"p{person_id}"), person_id=person_id,
                case_id=CASE, kind="case-received", details={"on": "2026-11-20"}, due_at=now,
            )  # fmt: skip
    return database


async def move(database: Database, now: datetime) -> None:
    async with database.transaction() as transaction:
        await leases.move(transaction, now, timedelta(days=1))


async def reseal(database: Database, cipher: Cipher) -> None:
    await sealed.reseal_all(database, cipher)


async def claim(database: Database, cipher: Cipher, now: datetime) -> list[int]:
    async with database.statement() as connection:
        return [notice.person_id for notice in await outbox.claim(connection, cipher, now, now + LEASE, 10)]


async def test_a_lease_that_runs_lasts_as_long_as_it_did_and_one_that_is_over_stays_so(
    queued: Database, cipher: Cipher, now: datetime
) -> None:
    assert await claim(queued, cipher, now) == [1, 2, 3, 4, 5, 6]
    await move(queued, now)
    tomorrow = now + timedelta(days=1)
    assert await claim(queued, cipher, tomorrow + LEASE / 2) == []
    assert await claim(queued, cipher, tomorrow + LEASE + timedelta(seconds=1)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("change", ["move", "reseal"])
async def test_who_changes_several_rows_waits_for_who_does_so_already(
    queued: Database, cipher: Cipher, now: datetime, change: str
) -> None:
    """Both take the journal's counter first: so neither ever holds a row that the other waits for."""
    await claim(queued, cipher, now)
    changes: dict[str, Callable[[], Awaitable[None]]] = {
        "move": lambda: move(queued, now),
        "reseal": lambda: reseal(queued, cipher),
    }
    async with queued.transaction() as transaction:
        await lock_series(transaction, "journal")
        changing = asyncio.ensure_future(changes[change]())
        await asyncio.sleep(0.2)
        assert not changing.done()
        await transaction.fetch("update outbox set attempts = 1 where person_id = 6", {})
    await changing


async def test_resealing_and_marking_at_once_both_succeed(queued: Database, now: datetime) -> None:
    """Rows are taken in opposite orders, which without the counter is what databases undo one of the two for."""
    anew = Cipher([Fernet.generate_key().decode(), KEY])

    async def mark(number: int) -> None:
        async with queued.transaction() as transaction:
            await lock_series(transaction, "journal")
            for person_id in range(6, 0, -1):
                sql = "update outbox set reason = :reason where person_id = :person_id"
                await transaction.fetch(sql, {"reason": f"{number} {secrets.token_hex(2)}", "person_id": person_id})

    await asyncio.gather(*(mark(number) for number in range(4)), reseal(queued, anew), move(queued, now))
    assert len(await claim(queued, anew, now + LEASE)) == 6
