"""A link works once, until it expires, and the database does not know it."""

import asyncio
from datetime import date, datetime, timedelta

import pytest

from bot.database import Database
from bot.store import cases, links
from bot.store.cipher import Cipher
from bot.store.links import Link
from tests.bot.store.failing import failing_transaction

CASE = "79-1"


@pytest.fixture(autouse=True)
async def the_case(database: Database, now: datetime) -> None:
    async with database.transaction() as transaction:
        await cases.open_case(transaction, CASE, CASE, "KZ-79", date(2026, 11, 16), now)


async def make(database: Database, cipher: Cipher, now: datetime, label: str | None = None) -> str:
    async with database.transaction() as transaction:
        return await links.make(transaction, cipher, CASE, label, now + timedelta(days=7))


async def find(database: Database, cipher: Cipher, token: str, now: datetime) -> Link | None:
    async with database.reading() as connection:
        return await links.find(connection, cipher, token, now)


async def use(database: Database, token: str, now: datetime) -> bool:
    async with database.transaction() as transaction:
        return await links.use(transaction, token, now)


async def test_a_link_leads_to_its_case_and_whom_it_is_for(database: Database, cipher: Cipher, now: datetime) -> None:
    token = await make(database, cipher, now, "ана")
    assert await find(database, cipher, token, now) == Link(CASE, "ана")
    assert await find(database, cipher, await make(database, cipher, now), now) == Link(CASE, None)


async def test_a_token_fits_into_a_deep_link_and_cannot_be_guessed(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    """Telegram takes up to 64 letters, digits, `_` and `-` behind ?start=."""
    tokens = {await make(database, cipher, now) for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(token) == 43 and token.replace("_", "").replace("-", "").isalnum() for token in tokens)


async def test_the_database_knows_neither_the_token_nor_the_label(
    database: Database, cipher: Cipher, now: datetime
) -> None:
    token = await make(database, cipher, now, "Айгүл апай")
    async with database.reading() as connection:
        (row,) = await connection.fetch("select token_hash, case_id, member_label, expires_at from case_links", {})
    kept = " ".join(str(row[column]) for column in ("token_hash", "case_id", "member_label", "expires_at"))
    assert token not in kept
    assert "Айгүл" not in kept


async def test_a_link_works_once(database: Database, cipher: Cipher, now: datetime) -> None:
    token = await make(database, cipher, now)
    assert await use(database, token, now)
    assert not await use(database, token, now)
    assert await find(database, cipher, token, now) is None


async def test_a_used_link_still_tells_its_case(database: Database, cipher: Cipher, now: datetime) -> None:
    """Who follows the case already is told so, and not that the link is broken."""
    token = await make(database, cipher, now)
    await use(database, token, now)
    async with database.reading() as connection:
        assert await links.case_of(connection, token) == CASE
        assert await links.case_of(connection, token[:-1]) is None


@pytest.mark.parametrize(("seconds", "works"), [(-1, True), (0, False), (1, False)])
async def test_a_link_expires_to_the_second(
    database: Database, cipher: Cipher, now: datetime, *, seconds: int, works: bool
) -> None:
    token = await make(database, cipher, now)
    then = now + timedelta(days=7, seconds=seconds)
    assert (await find(database, cipher, token, then) is not None) is works
    assert await use(database, token, then) is works


async def test_what_is_no_token_leads_nowhere(database: Database, cipher: Cipher, now: datetime) -> None:
    token = await make(database, cipher, now)
    for wrong in ("", token[:-1], token.swapcase(), "%", "' or 1 = 1 --"):
        assert await find(database, cipher, wrong, now) is None
        assert not await use(database, wrong, now)


async def test_of_ten_who_open_a_link_at_once_one_gets_in(database: Database, cipher: Cipher, now: datetime) -> None:
    token = await make(database, cipher, now)
    used = await asyncio.gather(*(use(database, token, now) for _ in range(10)))
    assert used.count(True) == 1


async def test_a_link_is_not_used_up_when_joining_fails(database: Database, cipher: Cipher, now: datetime) -> None:
    token = await make(database, cipher, now)
    async with failing_transaction(database) as transaction:
        await links.use(transaction, token, now)
    assert await use(database, token, now)
